"""The version graph by numbers: parents before children, and who is an ancestor of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl.models import Circle, parents_first


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
    try:
        return parents_first({v: parents[v] for v in within}, lambda version: version)
    except Circle as error:
        circle = ", ".join(map(str, sorted(error.members)))
        raise ValueError(f"the parents of versions {circle} run in a circle") from None
