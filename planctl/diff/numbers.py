"""Which points the numbers in a text stand for: its "point 7" may be what the other version calls 5."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from planctl.alignment import Link
from planctl.diff.changes import doubtful
from planctl.diff.grouping import Group, Pair
from planctl.diff.shared_words import Sides


def point_names(
    points: Sequence[Group], links: Sequence[Link], sides: Sides, linked: Collection[Pair]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """For either version a name for each number of a point, the same name for counterparts.

    ``points`` are the groups of counterparts. Numbers of points whose counterparts are doubtful are left out,
    and those of points without one, unless the other version has given their number to a point of its own.
    """
    home = [{k: name for name, group in enumerate(points) for k in group[side]} for side in (0, 1)]
    ends = [
        (home[0][sides[0].owner[k.old]], home[1][sides[1].owner[k.new]])
        for k in links
        if not doubtful(k, linked)
    ]
    sure = {old_group for old_group, new_group in ends if old_group == new_group}
    known: tuple[dict[str, str], dict[str, str]] = ({}, {})
    alone: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for name, (olds, news) in enumerate(points):
        if olds and news and name not in sure:
            continue
        names = known if olds and news else alone
        for side, places in enumerate((olds, news)):
            names[side].update((sides[side].version.points[k].number, str(name)) for k in places)
    given = known[0].keys(), known[1].keys()
    return (
        {n: name for n, name in alone[0].items() if n in given[1]} | known[0],
        {n: name for n, name in alone[1].items() if n in given[0]} | known[1],
    )
