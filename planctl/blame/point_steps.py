"""A point's line of descent: steps between points, gathered from those between provisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from planctl.lineage.descent import Descent, ProvisionKey
from planctl.lineage.tracing import DescentStep, Lineage
from planctl.models import Ref
from planctl.text import words


class PointStep(NamedTuple):
    """A point that came from another: ``v20:4`` from ``v19:4``.

    ``similarity`` (0 to 1) is the best of the links between their provisions, ``stated`` whether a person
    stated one, ``contested`` whether the descent of the version is disputed. ``by_words``: no link leads
    there, but the parent's words stand in the child; ``similarity`` is then the share of them that do.
    """

    child: Ref
    parent: Ref
    similarity: float
    stated: bool
    contested: bool
    by_words: bool = False


@dataclass(frozen=True)
class PointNames:
    """Names the units of a graph by their points, or by their items where only items were asked for."""

    graph: Descent
    whole: bool
    asked: Ref | None = None
    """The item asked for, if it has items of its own: they go by its name."""

    def ref(self, unit: ProvisionKey) -> Ref:
        """The point or item of a unit."""
        if self.asked and unit.version == self.asked.version and unit.provision in self._below:
            return self.asked
        provision = self.graph.provision(unit)
        return Ref(unit.version, provision.point if self.whole else provision.label)

    def place(self, ref: Ref) -> tuple[int, int]:
        """Where a point stands: which version, which provision in it."""
        version = str(ref.version)
        return self._order[version], self.graph.by_id[version].find(str(ref.unit))[0]

    @cached_property
    def _below(self) -> frozenset[int]:
        return frozenset(self.graph.newest.find(str(self.asked.unit))) if self.asked else frozenset()

    @cached_property
    def _order(self) -> dict[str, int]:
        return {version.version: k for k, version in enumerate(self.graph.versions)}

    def line(self, lineages: Sequence[Lineage]) -> tuple[PointStep, ...]:
        """The steps of some provisions as steps between points, children before their parents."""
        known: dict[ProvisionKey, Ref] = {}
        merged: dict[tuple[Ref, Ref], PointStep] = {}
        for step in self._in_order(lineages):
            child = known.get(step.child) or self.ref(step.child)
            parent = known[step.parent] = self.ref(step.parent)
            so_far = merged.get((child, parent))
            similarity = max(step.link.similarity, so_far.similarity if so_far else 0.0)
            stated = step.link.stated or bool(so_far and so_far.stated)
            merged[child, parent] = PointStep(child, parent, similarity, stated, step.contested)
        return tuple(merged.values())

    def _in_order(self, lineages: Sequence[Lineage]) -> Iterable[DescentStep]:
        """All steps, those of newer children first, as a lineage has its own."""
        if len(lineages) == 1:
            return lineages[0].steps
        steps = dict.fromkeys(step for lineage in lineages for step in lineage.steps)
        return sorted(steps, key=lambda step: -self._order[step.child.version])

    def share(self, unit: ProvisionKey, texts: Iterable[str]) -> float:
        """How much of a unit's wording some stretches of it make up, 0 to 1."""
        whole = _size(self.graph.provision(unit).text)
        return min(1.0, sum(len(words(text)) for text in texts) / whole) if whole else 0.0


@lru_cache(maxsize=16)  # many points may have been split from one
def _size(text: str) -> int:
    return len(words(text))


def reached(start: Ref, line: Iterable[PointStep]) -> frozenset[Ref]:
    """Points that steps lead to, children standing before their parents."""
    seen = {start}
    for step in line:
        if step.child in seen:
            seen.add(step.parent)
    return frozenset(seen)


def regrouping(graph: Descent, start: Ref, line: Iterable[PointStep]) -> set[str]:
    """Versions that added items or left some out, though each provision may be unchanged on its own.

    Where a parent was taken over whole, what other parents did has no part in the point.
    """
    by_child: dict[Ref, list[PointStep]] = {}
    for step in line:
        by_child.setdefault(step.child, []).append(step)
    hands: set[str] = set()
    on_the_way = {start}
    for child, child_steps in by_child.items():
        steps = child_steps if child in on_the_way else []
        whole = [step for step in steps if not _regrouped(graph, step)]
        hands |= {str(child.version)} if steps and not whole else set()
        on_the_way |= {step.parent for step in whole or steps}
    return hands


def _regrouped(graph: Descent, step: PointStep) -> bool:
    """Whether the child has a provision that the parent has not, or the other way round."""
    child, parent = (graph.by_id[str(ref.version)] for ref in (step.child, step.parent))
    mine, theirs = child.find(str(step.child.unit)), parent.find(str(step.parent.unit))
    if len(mine) == len(theirs) == 1:
        return step.by_words
    links = [
        link
        for edge in graph.parents(child.version)
        if edge.parent == parent.version
        for new in mine
        for link in graph.pairing(edge).by_new.get(new, ())
        if link.old in theirs
    ]
    return {link.new for link in links} != set(mine) or {link.old for link in links} != set(theirs)
