"""The version graph by numbers: parents before children, and who is an ancestor of whom."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence


def checked_parents(count: int, parents: Sequence[Sequence[int]] | None) -> list[tuple[int, ...]]:
    """Parents of every version, each once; by default the version before. Raises ValueError if impossible."""
    if parents is None:
        return [(v - 1,) if v else () for v in range(count)]
    if len(parents) != count:
        raise ValueError(f"{count} versions, but parents of {len(parents)}")
    for version, group in enumerate(parents):
        for parent in group:
            if not 0 <= parent < count:
                raise ValueError(f"version {version}: parent {parent} is not one of 0 to {count - 1}")
            if parent == version:
                raise ValueError(f"version {version} is its own parent")
    return [tuple(dict.fromkeys(group)) for group in parents]


def ancestors_first(parents: Sequence[Sequence[int]], versions: Iterable[int]) -> list[int]:
    """Versions and all their ancestors, parents before children, smaller numbers first where that is free.

    Raises ValueError if the parents run in a circle.
    """
    within = set(versions)
    todo = list(within)
    while todo:
        fresh = set(parents[todo.pop()]) - within
        within |= fresh
        todo += fresh
    return _sorted(parents, within)


def _sorted(parents: Sequence[Sequence[int]], within: set[int]) -> list[int]:
    waiting = {v: len(set(parents[v])) for v in within}
    children: dict[int, list[int]] = {v: [] for v in within}
    for v in within:
        for parent in set(parents[v]):
            children[parent].append(v)
    ready = [v for v in sorted(within) if not waiting[v]]
    order = []
    while ready:
        order.append(heapq.heappop(ready))
        for child in children[order[-1]]:
            waiting[child] -= 1
            if not waiting[child]:
                heapq.heappush(ready, child)
    if len(order) < len(within):
        circle = sorted(within - set(order))
        raise ValueError(f"the parents of versions {', '.join(map(str, circle))} run in a circle")
    return order
