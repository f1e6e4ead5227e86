"""What a change rests on: the evidence of either side, why one side has nothing, and what notes say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.diff.absence import least
from planctl.diff.changes import Part, UnitNote
from planctl.diff.grouping import Group
from planctl.diff.kinds import SURE, Absence, Kind
from planctl.diff.shared_words import Side, Sides
from planctl.models import Evidence, Point, Version, weakest


def absence_of(group: Group, parts: Sequence[Part], *, is_known: bool) -> Absence | None:
    """Why a point has no counterpart, or why nobody can say whether it is the same.

    ``is_known``: it is known to have changed, whatever its provisions say.
    """
    absences = [part.absence for part in parts if part.absence]
    if not (group[0] and group[1]):
        return least(absences)
    differs = any(part.kind in SURE or not (part.absence or part.equal) for part in parts)
    unseen = [each for each in absences if each.kind is Kind.unseen]
    return None if is_known or differs or not absences else least(unseen or absences)


def points_of(side: Side, points: Sequence[int]) -> list[Point]:
    """Some points of a side."""
    return [side.version.points[k] for k in points]


def weakest_on(sides: Sides, side: int, group: Group, absence: Absence | None) -> Evidence:
    """What the points of a side rest on; without any, what their absence does, which may claim nothing."""
    if not group[side]:
        return (absence and absence.evidence) or weakest_on(sides, 1 - side, group, None)
    owned = sides[side].owned
    return weakest(sides[side].version.provisions[k].evidence for point in group[side] for k in owned[point])


def notes_on(side: Side, points: Sequence[int]) -> list[UnitNote]:
    """Notes on the points and on their items; the note of a point without lead text is no provision's."""
    return [note for point in points_of(side, points) for note in _notes_of(side.version, point)]


def _notes_of(version: Version, point: Point) -> Iterator[UnitNote]:
    ref = f"{version.version}:{point.number}"
    if point.note:
        yield UnitNote(ref, point.note, version.sources_of(point), ref)
    for item in point.items:
        if item.note:
            yield UnitNote(f"{ref}.{item.label}", item.note, version.sources_of(point, item), ref)
