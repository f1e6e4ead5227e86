"""Links gathered by what carries most of the wording: of provisions into parts, then of points into changes.

A point often hands one item to a point that came of another: 10.d to 12.b. If every such link joined its
points, a few of them would chain half a plan into one recast, and the reader would learn nothing. So two
points are joined only when the wording they share is a fair part of what the one hands on or the other
receives, or when it is the most that either has. A link between points that are not joined *crosses*: it is
shown at its provisions. Among provisions the same rule holds; a link that falls through it is *loose*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Pair = tuple[int, int]
Group = tuple[tuple[int, ...], tuple[int, ...]]

# Share of the kept words that an old point hands on, or a new one receives, from which two points are joined.
# Chosen by reading the bundled versions and made-up plans in which single items stray (tests): a much smaller
# share lets strays weld points into giant recasts, a much larger one loses halves of true splits.
_FAIR_SHARE = 1 / 3


class SharedWords(NamedTuple):
    """What two points, or provisions, share: kept words, their links' similarity, whether one was stated."""

    words: int = 0
    similarity: float = 0.0
    stated: bool = False


def components(old: int, new: int, pairs: Iterable[Pair]) -> list[Group]:
    """Groups of old and new units (0-based) that hang together; units without a pair stand alone.

    Sorted by first old unit, then the groups without one by first new unit.
    """
    root = list(range(old + new))

    def find(unit: int) -> int:
        while root[unit] != unit:
            root[unit] = root[root[unit]]
            unit = root[unit]
        return unit

    for a, b in pairs:
        low, high = sorted((find(a), find(old + b)))
        root[high] = low
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for unit in range(old + new):
        sides = groups.setdefault(find(unit), ([], []))
        sides[unit >= old].append(unit - old if unit >= old else unit)
    return [(tuple(olds), tuple(news)) for olds, news in groups.values()]


def joined(shared: Mapping[Pair, SharedWords]) -> set[Pair]:
    """The pairs of points, or provisions, that belong together."""
    out, into = _by_side(shared, 0), _by_side(shared, 1)
    return {
        pair
        for pair, flow in shared.items()
        if flow.stated or _is_fair(flow, *out[pair[0]]) or _is_fair(flow, *into[pair[1]])
    }


_Most = tuple[int, float]


def _by_side(shared: Mapping[Pair, SharedWords], side: int) -> Mapping[int, tuple[int, _Most]]:
    """For each unit of a side all words that it hands on or receives, and the most it shares with one."""
    by_unit: defaultdict[int, tuple[int, _Most]] = defaultdict(lambda: (0, (0, 0.0)))
    for pair, (words, similarity, _) in shared.items():
        total, most = by_unit[pair[side]]
        by_unit[pair[side]] = total + words, max(most, (words, similarity))
    return by_unit


def _is_fair(flow: SharedWords, total: int, most: _Most) -> bool:
    share = flow.words >= _FAIR_SHARE * total
    return (share and flow.words > 0) or (flow.words, flow.similarity) == most
