"""The order in which changes are read: the old one, with what is only new where it stands now."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.diff.grouping import Group


def woven(groups: Sequence[Group]) -> list[int]:
    """Order of reading: by first old unit. What is only new follows the group of the new unit before it, and
    whatever was dropped there.
    """
    home = {n: number for number, (_, new) in enumerate(groups) for n in new}
    keys = {number: (old[0], 0, 0) for number, (old, _) in enumerate(groups) if old}
    gone = {k for old, new in groups if not new for k in old}
    latest = -1
    for n, number in sorted(home.items()):
        if groups[number][0]:
            latest = groups[number][0][0]
            continue
        while latest + 1 in gone:
            latest += 1
        keys[number] = (latest, 1, n)
    return sorted(range(len(groups)), key=keys.__getitem__)
