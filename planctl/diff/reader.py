"""Reading two texts of a comparison for substance, with all that the versions as wholes tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl import substance
from planctl.diff.changes import Part
from planctl.diff.remaining import wording
from planctl.diff.shared_words import Sides
from planctl.diff.substitutions import Replaced, is_capitalised, may_be_named, put, taken_back
from planctl.substance import Difference, Spot, references
from planctl.substance.references import OwnPoints
from planctl.text import normalise

_NAMES = frozenset(("party", "list"))
"""Kinds of rows that say of a name that it is another."""
_PROPER = _NAMES | {"qualifier"}
"""The same of proper names, in which "Public" limits nothing."""


class TextDifferences(NamedTuple):
    """What was read of two texts: differences, and among them the references that are stale."""

    differences: Sequence[Difference]
    stale: Sequence[references.Changed]


class Reader(NamedTuple):
    """Names of parties, what the numbers of points stand for, and the language that both versions are in.

    ``language`` is None where it is not clear, or not the same: then each text tells for itself. ``counted``:
    of many words that changed, their number may be given.
    """

    names: substance.Parties
    own: tuple[OwnPoints, OwnPoints]
    language: str | None
    counted: bool = True

    def read(self, old: str, new: str, home: tuple[str, str]) -> TextDifferences:
        """The substance of two texts in points of these numbers; of equal ones the stale references only."""
        points = self.own[0].at(home[0]), self.own[1].at(home[1])
        is_equal = normalise(old) == normalise(new)
        if is_equal and self.own[0].names == self.own[1].names:
            return TextDifferences((), ())
        changed = references.compare(old, new, points)
        stale = [each for each in changed if each.is_stale]
        if is_equal:
            return TextDifferences([*map(references.row, stale)], stale)
        rows = substance.compare(old, new, self.names, changed=changed, language=self.language)
        return TextDifferences(rows, stale)

    def knows(self, *texts: str) -> bool:
        """Whether planctl has words of the language that texts are in."""
        return substance.knows(*texts, language=self.language)

    def is_name(self, old: str, new: str) -> bool:
        """Whether one wording can stand for the other as a mere name: nothing in them binds or counts."""
        if not may_be_named(old, new):
            return False
        names, language = self.names, self.language
        kinds = {t.kind for text in (old, new) for t in substance.read(text, names, language=language)}
        kinds |= {each.kind for each in substance.compare(old, new, names, language=language)}
        proper = is_capitalised(old) and is_capitalised(new)
        return kinds <= (_PROPER if proper else _NAMES)

    def folded(
        self, part: Part, places: Sequence[Replaced], texts: tuple[str, str], home: tuple[str, str]
    ) -> Part:
        """A part without what its names became throughout; rows that hold more keep that."""
        old, new = texts
        differences = self.read(put(old, new, places), new, home).differences
        rows = [taken_back(row, old, places) for row in differences]
        spots = [(Spot(*each.old), Spot(*each.new)) for each in places]
        rest = wording(part.redline.segments, rows, spots, counted=self.counted)
        return part._replace(differences=(*rows, rest) if rest else tuple(rows))


def language_of(sides: Sides) -> str | None:
    """The language of both versions, judged from all that they say; None if not clear, or not the same."""
    old, new = (substance.language_of([each.text for each in side.version.provisions]) for side in sides)
    return old if old == new else None
