"""What only one of two counterparts has, where the other is not known whole: a gap in what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.diff import NOT_KNOWN, Comparison, Part
from planctl.models import Version, Wording
from planctl.pages.diff_labels import OPENING, labels_of
from planctl.plain import shorten
from planctl.substance import Difference

_LONGEST = 48
"""Characters of restated words in a row: they are not the parties' words."""


def is_gap(difference: Difference) -> bool:
    """Whether a difference says no more than that one side lacks some words as it was read."""
    return bool(difference.absent) and difference.absent != NOT_KNOWN


def gaps(comparison: Comparison, part: Part, lacking: Sequence[Difference]) -> Iterator[str]:
    """``250 prisoners, 1,700 people: not in ph1:5.c as read``, one entry for either side that lacks some."""
    for version, places, words in (
        (comparison.old, part.old, [_words(d) for d in lacking if d.old is None]),
        (comparison.new, part.new, [_words(d) for d in lacking if d.new is None]),
    ):
        if words:
            yield f"{', '.join(dict.fromkeys(words))}: not in {_named(version, places)}"


def _words(difference: Difference) -> str:
    if difference.kind != "wording":
        return difference.words
    old, new = (text and shorten(text, _LONGEST) for text in (difference.old, difference.new))
    return f"restated {difference._replace(old=old, new=new).words}"


def _named(version: Version, places: Sequence[int]) -> str:
    names = ", ".join(labels_of(version, places, f"{version.version}:"))
    how = "reconstructed" if version.wording is Wording.reconstructed else "read"
    return f"{'the ' if names.startswith(OPENING) else ''}{names} as {how}"
