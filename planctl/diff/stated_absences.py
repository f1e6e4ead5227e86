"""What a version's file says of units of earlier versions: that it leaves them out, or that nobody knows.

A statement about what a unit was made from, as people state it, is one about the unit: where a version is
compared that took a point over, the same point is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.lineage import Lookup, refs
from planctl.models import LeftOut, Ref, Version

_MOST_STEPS = 300
"""Steps back along which a statement is looked for; beyond, none is found and nothing is claimed."""

Unit = tuple[str, int]


class StatedAbsence(NamedTuple):
    """A reference by which a file names a unit, and the entry that it stands in; None under ``unseen``."""

    ref: str
    left_out: LeftOut | None = None


class StatedAbsences:
    """All that one version's file says of some kind: each unit it names, with the first thing said of it."""

    def __init__(self, statements: Iterable[StatedAbsence], find: Lookup, *, whole: bool) -> None:
        """Take what is said. ``whole``: of what was made from several units, all must be named."""
        self._find, self._whole = find, whole
        self._named: dict[Unit, StatedAbsence] = {}
        self._known: dict[Unit, StatedAbsence | None] = {}
        self._places: dict[tuple[str, tuple[int, ...]], StatedAbsence | None] = {}
        for each in statements:
            for unit in self._units(each.ref):
                self._named.setdefault(unit, each)

    def of(self, version: Version, provision: int, steps: int = 0) -> StatedAbsence | None:
        """What is said of a provision (0-based) of a version, or of what it was made from.

        Raises ``BadReference`` for a stated ancestor that is no reference.
        """
        unit = version.version, provision
        if not self._named or unit in self._named:
            return self._named.get(unit)
        if unit not in self._known:
            self._known[unit] = None  # a circle leads nowhere
            self._known[unit] = self._inherited(version, provision, steps) if steps < _MOST_STEPS else None
        return self._known[unit]

    def _inherited(self, version: Version, provision: int, steps: int) -> StatedAbsence | None:
        stated = refs(version.provisions[provision].made_from)
        absences = [self._of_places(ref, steps) for ref in stated if ref.version and ref.unit]
        return _all_of(absences) if self._whole else next(filter(None, absences), None)

    def _of_places(self, ref: Ref, steps: int) -> StatedAbsence | None:
        parent = self._find(str(ref.version))
        places = parent.find(str(ref.unit)) if parent else ()
        if parent is None or not places:
            return None
        key = parent.version, places
        if key not in self._places:
            self._places[key] = None
            absences = (self.of(parent, k, steps + 1) for k in places)
            self._places[key] = _all_of(list(absences)) if self._whole else next(filter(None, absences), None)
        return self._places[key]

    def _units(self, text: str) -> Iterator[Unit]:
        for ref in Ref.among([text]):
            version = self._find(ref.version or "") if ref.unit else None
            for k in version.find(str(ref.unit)) if version else ():
                yield str(ref.version), k


def _all_of(absences: Sequence[StatedAbsence | None]) -> StatedAbsence | None:
    """The first of them, if something is said of each."""
    return absences[0] if absences and all(absences) else None


def left_out_of(version: Version, find: Lookup) -> StatedAbsences:
    """What a version is said to leave out."""
    statements = (StatedAbsence(ref, each) for each in version.left_out for ref in dict.fromkeys(each.refs))
    return StatedAbsences(statements, find, whole=True)


def unseen_of(version: Version, find: Lookup) -> StatedAbsences:
    """What nobody can say of a version."""
    return StatedAbsences(map(StatedAbsence, dict.fromkeys(version.unseen)), find, whole=False)
