"""What changed in the words and is no typed row of substance: one row of kind ``wording``.

With it every edited provision has a row, so that silence is never taken for sameness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from planctl.redline import Segment, surviving
from planctl.substance import Difference, Spot, Spots
from planctl.text import (
    content_word_count,
    is_content_word,
    is_word,
    plain_word,
    word_count,
    word_spans,
    words,
)

_MOST_WORDS_SHOWN = 8
"""Words of a side that are shown themselves; of more only their number is given."""
_MOST_REPLACED = 3
"""Words that may stand for function words alone."""


def wording(
    segments: Sequence[Segment],
    rows: Sequence[Difference],
    covered: Sequence[tuple[Spot, Spot]] = (),
    *,
    counted: bool = True,
) -> Difference | None:
    """The words of a redline that stand in none of the ``rows``, as one row; None if there are none.

    ``covered`` are places in both texts of which something else tells. ``counted``: of many words their
    number is given.
    """
    old = [*(each.old_at for each in rows if each.old_at), *(spot for spot, _ in covered)]
    new = [*(each.new_at for each in rows if each.new_at), *(spot for _, spot in covered)]
    changed = [
        each.kind == "keep" or kept < word_count(each.text)
        for each, kept in zip(segments, surviving(segments), strict=True)
    ]
    gone, come = _uncovered(segments, changed, "delete", old), _uncovered(segments, changed, "insert", new)
    if (not gone and not come) or _folded(gone) == _folded(come):
        return None  # capitals are format
    many = counted and max(_count(gone), _count(come)) > _MOST_WORDS_SHOWN
    change = _counts(_count(gone), _count(come)) if many else ""
    gone, come = _telling(gone, come), _telling(come, gone)
    if _folded(gone) == _folded(come):
        if rows:
            return None  # the same words: what else became of the text is in the other rows
    else:
        gone, come = _apart(gone, come), _apart(come, gone)
    return Difference("wording", " ... ".join(gone) or None, " ... ".join(come) or None, change)


def _telling(stretches: list[str], other_side: Sequence[str]) -> list[str]:
    """Stretches without those of function words alone, unless they are all that one side has.

    Nor do function words stand against a long text on the ``other_side``: "and" was not replaced by it.
    """
    telling = [stretch for stretch in stretches if content_word_count(words(stretch))]
    return telling or ([] if _count(other_side) > _MOST_REPLACED else stretches)


def _apart(stretches: list[str], other_side: list[str]) -> list[str]:
    """Stretches without those that the other side has, too, at another place."""
    there = Counter(map(_content, other_side))
    apart: list[str] = []
    for stretch in stretches:
        content = _content(stretch)
        there[content] -= 1
        if not content or there[content] < 0:
            apart.append(stretch)
    return apart


def _content(stretch: str) -> tuple[str, ...]:
    return tuple(word for word in _folded([stretch]) if is_content_word(word))


def _uncovered(
    segments: Iterable[Segment], changed: Sequence[bool], kind: str, covered: Sequence[Spot]
) -> list[str]:
    """Stretches of one side's own words that no row holds; what differs by format alone is none."""
    stretches: list[str] = []
    at = 0
    spots = Spots(covered)
    for segment, differs in zip(segments, changed, strict=True):
        if segment.kind == kind and differs:
            stretches += _stretches(segment.text, at, spots)
        if segment.kind in {"keep", kind}:
            at += len(segment.text)
    return stretches


def _stretches(text: str, at: int, covered: Spots) -> list[str]:
    stretches: list[str] = []
    first = last = -1
    for start, end in word_spans(text):
        if not is_word(text[start:end]):
            continue
        if covered.touches(Spot(start + at, end + at)):
            if first >= 0:
                stretches.append(text[first:last])
            first = -1
            continue
        first, last = (start if first < 0 else first), end
    return [*stretches, text[first:last]] if first >= 0 else stretches


def _folded(stretches: Iterable[str]) -> list[str]:
    return [plain_word(word).casefold() for stretch in stretches for word in words(stretch) if is_word(word)]


def _count(stretches: Iterable[str]) -> int:
    return sum(map(word_count, stretches))


def _counts(gone: int, come: int) -> str:
    sides = ((gone, "removed"), (come, "added"))
    return ", ".join(f"{count:,} word{'' if count == 1 else 's'} {what}" for count, what in sides if count)
