"""Ancestors of provisions, back through the whole version graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from planctl.alignment import Link
from planctl.lineage.descent import Descent, ProvisionKey, descent
from planctl.models import Plan


class DescentStep(NamedTuple):
    """A provision and one it came from; ``contested`` when that descent of the version is disputed."""

    child: ProvisionKey
    parent: ProvisionKey
    link: Link
    contested: bool


@dataclass(frozen=True)
class Lineage:
    """Where provisions of one version come from.

    ``start`` are the provisions asked for, ``steps`` lead back from them, the nearest first; a merge has
    several steps from one child. Contested steps are there, marked.
    """

    start: tuple[ProvisionKey, ...]
    steps: tuple[DescentStep, ...]

    @cached_property
    def units(self) -> tuple[ProvisionKey, ...]:
        """The provisions asked for and all their ancestors, in the order of the steps."""
        return tuple(dict.fromkeys((*self.start, *(step.parent for step in self.steps))))

    @cached_property
    def behind(self) -> frozenset[ProvisionKey]:
        """The same ``units``, to ask whether one is among them."""
        return frozenset(self.units)

    @cached_property
    def sure(self) -> frozenset[ProvisionKey]:
        """Units that are reached without a contested step."""
        reached = set(self.start)
        for step in self.steps:
            if step.child in reached and not step.contested:
                reached.add(step.parent)
        return frozenset(reached)

    def parents(self, unit: ProvisionKey) -> tuple[DescentStep, ...]:
        """Steps from one unit to what it came from."""
        return self._by_child.get(unit, ())

    @cached_property
    def _by_child(self) -> dict[ProvisionKey, tuple[DescentStep, ...]]:
        return {
            child: tuple(steps)
            for child, steps in groupby(
                sorted(self.steps, key=lambda step: step.child), key=lambda step: step.child
            )
        }

    def of(self, version: str) -> tuple[int, ...]:
        """Indices of the provisions of one version that are in the lineage, in reading order."""
        return tuple(sorted(unit.provision for unit in self.units if unit.version == version))


def trace(plan: Plan, version_id: str, provisions: Iterable[int], *, graph: Descent | None = None) -> Lineage:
    """Walk from provisions of a version (0-based indices) back to every ancestor.

    ``graph`` is the version's descent when the caller has it already: each edge of it is aligned once.
    Raises ``UnknownName`` if the plan has no such version.
    """
    graph = graph or descent(plan, version_id)
    start = tuple(ProvisionKey(version_id, index) for index in sorted(set(provisions)))
    return Lineage(start, tuple(_steps(graph, start)))


def _steps(graph: Descent, start: tuple[ProvisionKey, ...]) -> Iterable[DescentStep]:
    """Version by version from the newest, so that a child's steps stand before its parent's."""
    reached: dict[str, set[int]] = {}
    for unit in start:
        reached.setdefault(unit.version, set()).add(unit.provision)
    for version in reversed(graph.versions):
        child = version.version
        for edge in graph.parents(child) if child in reached else ():
            links = graph.pairing(edge).by_new
            for link in (link for index in sorted(reached[child]) for link in links.get(index, ())):
                reached.setdefault(edge.parent, set()).add(link.old)
                yield DescentStep(
                    ProvisionKey(child, link.new), ProvisionKey(edge.parent, link.old), link, edge.contested
                )
