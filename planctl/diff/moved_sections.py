"""A part, chapter or annex that went elsewhere as a whole is one move, not one for each of its points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from planctl.diff.grouping import Group
from planctl.models import Version


class MovedSection(NamedTuple):
    """A section that moved with all that it keeps: its path in either version."""

    old: str
    new: str


def moved_sections(
    groups: Sequence[Group], strays: Sequence[bool], versions: tuple[Version, Version]
) -> dict[int, MovedSection | None]:
    """Groups of points that moved with their section: the first with the section, the others with None.

    ``strays`` says which groups left the order of the others. A section moved as a whole if all of its points
    that are still there did, kept their own order, and stand in one section of the new version that has no
    others with a counterpart.
    """
    homes = _Homes(groups, versions)
    moved: dict[int, MovedSection | None] = {}
    for old in homes.sections:
        members = [k for k in homes.groups_in(old) if groups[k][1]]
        if len(members) < 2 or not all(strays[k] for k in members) or any(k in moved for k in members):  # noqa: PLR2004 - one is no subtree
            continue
        new = homes.section_of(members)
        if new and _in_order(groups, members):
            first, *rest = members
            moved[first] = MovedSection(old, new)
            moved |= dict.fromkeys(rest)
    return moved


def _in_order(groups: Sequence[Group], members: Sequence[int]) -> bool:
    """Whether points, each still one, follow each other on both sides."""
    if any(len(groups[k][0]) != 1 or len(groups[k][1]) != 1 for k in members):
        return False
    places = sorted(groups[k] for k in members)
    return all(before[1] < after[1] for before, after in pairwise(places))


class _Homes:
    """The sections of both versions, outer ones first, and the groups that have points in them."""

    def __init__(self, groups: Sequence[Group], versions: tuple[Version, Version]) -> None:
        self._groups = groups
        self._around = [
            [version.around.get(point.number, ()) for point in version.points] for version in versions
        ]
        self._members = [self._by_section(side) for side in (0, 1)]
        depths = {path: depth for line in self._around[0] for depth, path in enumerate(line)}
        self.sections = sorted(self._members[0], key=depths.__getitem__)
        """Those of the old version."""

    def _by_section(self, side: int) -> dict[str, list[int]]:
        """For each section the groups with a point in it, in the order of that side."""
        homes = sorted((point, k) for k, group in enumerate(self._groups) for point in group[side])
        by_path: dict[str, dict[int, None]] = {}
        for point, k in homes:
            for path in self._around[side][point]:
                by_path.setdefault(path, {})[k] = None
        return {path: list(members) for path, members in by_path.items()}

    def groups_in(self, path: str) -> list[int]:
        """The groups with a point in a section of the old version, in its order."""
        return self._members[0][path]

    def section_of(self, members: Sequence[int]) -> str:
        """The outermost section of the new version with these groups and no other that has an old point."""
        first = self._groups[members[0]][1][0]
        for path in self._around[1][first]:
            if {k for k in self._members[1][path] if self._groups[k][0]} == set(members):
                return path
        return ""
