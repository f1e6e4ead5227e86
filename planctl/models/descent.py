"""The order of descent: parents before children."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any, TypeVar

_Node = TypeVar("_Node", str, int)


class Circle(ValueError):
    """Nodes of a graph that descend from each other in a circle, or from one that does."""

    def __init__(self, members: Sequence[Any]) -> None:
        super().__init__(f"{', '.join(map(str, members))} descend from each other in a circle")
        self.members = tuple(members)


def parents_first(parents: Mapping[_Node, Iterable[_Node]], age: Callable[[_Node], Any]) -> list[_Node]:
    """The order of descent: parents before children, the one that sorts first by ``age`` where that is free.

    ``parents`` holds every node. Raises ``Circle`` if there is no such order.
    """
    waiting = {node: set(above) for node, above in parents.items()}
    children: dict[_Node, list[_Node]] = {}
    for node, above in waiting.items():
        for parent in above:
            children.setdefault(parent, []).append(node)
    ready = [(age(node), node) for node, above in waiting.items() if not above]
    heapify(ready)
    order: list[_Node] = []
    while ready:
        node = heappop(ready)[1]
        order.append(node)
        for child in children.get(node, ()):
            waiting[child].discard(node)
            if not waiting[child]:
                heappush(ready, (age(child), child))
    if len(order) < len(waiting):
        raise Circle([node for node in parents if waiting[node]])
    return order
