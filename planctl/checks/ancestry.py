"""Which version descends from which, in a plan that may be wrong: some are missing, some run in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


class Ancestry:
    """The descent of all versions of a plan, given the parents of each. A parent need not be there itself."""

    def __init__(self, parents: Mapping[str, Sequence[str]]) -> None:
        named = (parent for group in parents.values() for parent in group)
        self._bit = {name: 1 << k for k, name in enumerate(dict.fromkeys((*parents, *named)))}
        # The ancestors of a version are the bits of one number: sets would take time and room by the square.
        self._ancestors = dict.fromkeys(self._bit, 0)
        self._circles: dict[str, frozenset[str]] = {}
        for group in _circles(parents, self._bit):
            above = 0
            for parent in (parent for name in group for parent in parents.get(name, ())):
                above |= self._ancestors[parent] | self._bit[parent]
            for name in group:
                self._ancestors[name] = above
            if above & self._bit[group[0]]:
                self._circles |= dict.fromkeys(group, frozenset(group))

    def descends(self, name: str, ancestor: str) -> bool:
        """Whether one version was made from another, however contested; from itself only in a circle."""
        return bool(self._ancestors[name] & self._bit.get(ancestor, 0))

    def circle(self, name: str) -> frozenset[str]:
        """The versions that are made from each other, this one among them; none if it is in no circle."""
        return self._circles.get(name, frozenset())


def _circles(parents: Mapping[str, Sequence[str]], names: Mapping[str, int]) -> Iterator[list[str]]:
    """Groups of versions each made from all others of the group, or one alone; parents' groups come first.

    Tarjan's strongly connected components (1972), without recursion.
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    for start in names:
        walk = [] if start in order else [(start, iter(parents.get(start, ())))]
        while walk:
            name, waiting = walk[-1]
            if name not in order:
                order[name] = lowest[name] = len(order)
                open_.append(name)
                is_open.add(name)
            for parent in waiting:
                if parent not in order:
                    walk.append((parent, iter(parents.get(parent, ()))))
                    break
                if parent in is_open:
                    lowest[name] = min(lowest[name], order[parent])
            else:
                walk.pop()
                if walk:
                    child = walk[-1][0]
                    lowest[child] = min(lowest[child], lowest[name])
                if lowest[name] == order[name]:
                    at = len(open_) - 1
                    while open_[at] != name:
                        at -= 1
                    group = open_[at:]
                    del open_[at:]
                    is_open.difference_update(group)
                    yield group
