"""What changed in the words and is no typed row of substance: one row of kind ``wording``.

With it every edited provision has a row, so that silence is never taken for sameness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planctl.redline import Segment
from planctl.substance import Difference, Spot

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_MOST_SHOWN = 8
"""Words of a side that are shown themselves; of more only their number is given."""


def wording(segments: Iterable[Segment], rows: Sequence[Difference]) -> Difference | None:
    """The words of a redline that stand in no row of ``found``, as one row; None if there are none."""
    old = [each.old_at for each in rows if each.old_at]
    new = [each.new_at for each in rows if each.new_at]
    gone, come = _uncovered(segments, "delete", old), _uncovered(segments, "insert", new)
    if (not gone and not come) or _folded(gone) == _folded(come):
        return None  # capitals are format
    many = max(_count(gone), _count(come)) > _MOST_SHOWN
    change = _counts(_count(gone), _count(come)) if many else ""
    return Difference("wording", " ... ".join(gone) or None, " ... ".join(come) or None, change)


def _uncovered(segments: Iterable[Segment], kind: str, covered: Sequence[Spot]) -> list[str]:
    """Stretches of one side's own words that no row holds."""
    stretches: list[str] = []
    at = 0
    spots = sorted(covered)
    for segment in segments:
        if segment.kind == kind:
            stretches += _stretches(segment.text, at, spots)
        if segment.kind in {"keep", kind}:
            at += len(segment.text)
    return stretches


def _stretches(text: str, at: int, covered: Sequence[Spot]) -> list[str]:
    stretches: list[str] = []
    first = last = -1
    for word in _WORD.finditer(text):
        start, end = word.start() + at, word.end() + at
        if any(spot.start < end and start < spot.end for spot in covered):
            if first >= 0:
                stretches.append(text[first:last])
            first = -1
            continue
        first, last = (word.start() if first < 0 else first), word.end()
    return [*stretches, text[first:last]] if first >= 0 else stretches


def _folded(stretches: Iterable[str]) -> list[str]:
    return [word.casefold() for stretch in stretches for word in _WORD.findall(stretch)]


def _count(stretches: Iterable[str]) -> int:
    return sum(len(_WORD.findall(stretch)) for stretch in stretches)


def _counts(gone: int, come: int) -> str:
    sides = ((gone, "removed"), (come, "added"))
    return ", ".join(f"{count:,} word{'' if count == 1 else 's'} {what}" for count, what in sides if count)
