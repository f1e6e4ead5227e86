"""Which changes a reader asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planctl.diff.changes import Change, Comparison
from planctl.diff.kinds import Kind
from planctl.errors import BadReference, UnknownName
from planctl.models import Evidence, Ref, Version

_LISTED_PATHS = 40
"""Paths that a message lists."""
FLAGS = ("moved", "renumbered", "format-only", "copied")
"""What can be asked for besides a kind."""


def select(
    comparison: Comparison,
    *,
    only: Collection[str] = (),
    points: Sequence[str] = (),
    evidence: Collection[Evidence] = (),
) -> tuple[Change, ...]:
    """The changes of these kinds or flags, of these points, resting on this evidence; no wish means all.

    A point is ``6`` (on either side), ``v28:6`` or ``v28:10.b`` (its point). Raises ``UnknownName`` for a
    point that neither side has, ``BadReference`` for what can be several.
    """
    wanted = [_places(comparison, label) for label in points]
    return tuple(
        change
        for change in comparison.changes
        if (not only or not _names(change).isdisjoint(only))
        and (not wanted or any(olds & set(change.old) or news & set(change.new) for olds, news in wanted))
        and (not evidence or change.evidence in evidence)
    )


def _names(change: Change) -> set[str]:
    flags = zip(FLAGS, (change.moved, change.renumbered, change.format_only, change.copied), strict=True)
    kinds = {change.kind, change.partly or change.kind}
    return {*map(_asked, kinds), *(name for name, is_set in flags if is_set)}


def _asked(kind: Kind) -> str:
    """The name of a kind as it is asked for: no blanks."""
    return kind.value.replace(" ", "-")


WANTED_KINDS = (*map(_asked, Kind), *FLAGS)
"""All that ``only`` may hold."""


def _places(comparison: Comparison, label: str) -> tuple[set[int], set[int]]:
    sides = (comparison.old, comparison.new)
    version, unit = _taken_apart(label)
    by_side = tuple(_points(side, unit) if version in {None, side.version} else set[int]() for side in sides)
    several = next((named for side in sides if len(named := side.candidates(unit)) > 1), ())
    if not any(by_side) and several:
        what = f'"{label}" can be several points: {", ".join(several[:_LISTED_PATHS])}'
        raise BadReference(what, f"Write the whole path: {several[0]}")
    if not any(by_side):
        known = list(dict.fromkeys(point.number for side in sides for point in side.points))
        where = " and ".join(dict.fromkeys(side.version for side in sides))
        raise UnknownName("point", label, where, known, f"Points: {', '.join(known)}.")
    return by_side[0], by_side[1]


def _taken_apart(label: str) -> tuple[str | None, str]:
    if ":" not in label:
        return None, label.strip().removeprefix("point-")
    try:
        ref = Ref.parse(label)
    except ValueError:
        return None, label
    return ref.version, ref.unit or label


def _points(version: Version, unit: str) -> set[int]:
    numbers = {version.provisions[k].point for k in version.find(unit)}
    return {k for k, point in enumerate(version.points) if point.number in numbers}
