"""The version graph behind one version: its ancestors, the edges between them, their links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from planctl.errors import UnknownName
from planctl.lineage.pairing import Pairing, pair
from planctl.lineage.statements import refs
from planctl.models import Plan, Provision, Version, parents_first

_LARGE = 4_000
"""Pairs of provisions from which links along an edge begin with what is unchanged. Versions of 60 provisions
are compared whole, as by ``planctl diff``; blame through 200 versions of 100 is 6.5 s that way, 1.3 s so."""


class ProvisionKey(NamedTuple):
    """A provision of a version, by its 0-based index into ``Version.provisions``."""

    version: str
    provision: int


class Edge(NamedTuple):
    """A version and one it was made from.

    ``contested``: somebody disputes that it was. Not ``declared``: the version's ``made_from`` is silent,
    only single points name the parent, and nothing but what they state leads there.
    """

    parent: str
    child: str
    contested: bool
    declared: bool


@dataclass(frozen=True)
class Descent:
    """A version with all its ancestors.

    ``versions`` have parents before children and the version itself last; siblings stand in the order
    of their dates. ``edges`` of one child stand in the order in which it names its parents. Links are
    found when first asked for and kept.
    """

    versions: tuple[Version, ...]
    edges: tuple[Edge, ...]
    threshold: float | None = None
    _known: dict[Edge, Pairing] = field(default_factory=dict, repr=False, compare=False)

    @property
    def newest(self) -> Version:
        """The version whose descent this is."""
        return self.versions[-1]

    @cached_property
    def by_id(self) -> dict[str, Version]:
        """The versions by their id."""
        return {version.version: version for version in self.versions}

    def parents(self, child: str) -> tuple[Edge, ...]:
        """Edges to what a version was made from."""
        return self._by_child.get(child, ())

    @cached_property
    def _by_child(self) -> dict[str, tuple[Edge, ...]]:
        by_child: dict[str, list[Edge]] = {}
        for edge in self.edges:
            by_child.setdefault(edge.child, []).append(edge)
        return {child: tuple(edges) for child, edges in by_child.items()}

    def provision(self, unit: ProvisionKey) -> Provision:
        """The provision that a unit names."""
        return self.by_id[unit.version].provisions[unit.provision]

    def pairing(self, edge: Edge) -> Pairing:
        """The links along an edge: all of them if it is declared, else the stated ones."""
        if edge not in self._known:
            old, new = self.by_id[edge.parent], self.by_id[edge.child]
            large = len(old.provisions) * len(new.provisions) > _LARGE
            computed = pair(old, new, threshold=self.threshold, unchanged_first=large)
            if not edge.declared:
                computed = Pairing(computed.old, computed.new, tuple(k for k in computed.links if k.stated))
            self._known[edge] = computed
        return self._known[edge]

    def uncontested(self) -> Descent:
        """The same version, read without the edges that somebody disputes; itself if there are none."""
        return self._uncontested

    @cached_property
    def _uncontested(self) -> Descent:
        sure = [edge for edge in self.edges if not edge.contested]
        return self if len(sure) == len(self.edges) else self._part(self.newest.version, sure)

    @cached_property
    def all_uncontested(self) -> Descent:
        """All these versions, read without the edges that somebody disputes, in the order that is left.

        Unlike in ``uncontested``, the newest version need not stand last.
        """
        sure = [edge for edge in self.edges if not edge.contested]
        if len(sure) == len(self.edges):
            return self
        return Descent(_in_order(self.by_id, self.by_id, sure), tuple(sure), self.threshold, self._known)

    def behind(self, version: str) -> Descent:
        """One of the versions with all its ancestors; links that are known are not looked for again."""
        return self._part(version, self.edges)

    def _part(self, newest: str, edges: Sequence[Edge]) -> Descent:
        into: dict[str, list[str]] = {}
        for edge in edges:
            into.setdefault(edge.child, []).append(edge.parent)
        reached = {newest}
        for version in reversed(self.versions):
            if version.version in reached:
                reached.update(into.get(version.version, ()))
        kept = [edge for edge in edges if edge.child in reached]
        versions = _in_order(self.by_id, [newest], kept)
        return Descent(versions, tuple(kept), self.threshold, self._known)


def descent(plan: Plan, version_id: str, *, threshold: float | None = None) -> Descent:
    """Everything a version descends from: parents it declares, and versions its points name.

    An edge that would close a circle is left out, as is one to a version the plan does not have.
    Raises ``UnknownName`` if the plan has no such version, ``BadReference`` for a malformed statement.
    """
    if version_id not in plan.by_id:
        raise UnknownName("version", version_id, f"plan {plan.name}", plan.by_id)
    edges = _edges(plan, version_id)
    return Descent(_in_order(plan.by_id, [version_id], edges), tuple(edges), threshold)


def _named(plan: Plan, child: Version) -> list[Edge]:
    declared = {parent.version: parent.contested for parent in child.made_from}
    stated = {
        ref.version
        for p in child.provisions
        if p.made_from
        for ref in refs(p.made_from)
        if ref.version and ref.unit
    }
    edges = [Edge(parent, child.version, contested, True) for parent, contested in declared.items()]
    edges += [Edge(parent, child.version, False, False) for parent in sorted(stated - set(declared))]
    return [edge for edge in edges if edge.parent in plan.by_id]


def _edges(plan: Plan, start: str) -> list[Edge]:
    """All edges behind ``start``, without those that lead back to a version still being walked."""
    edges: list[Edge] = []
    open_path = {start}
    done: set[str] = set()
    stack = [(start, iter(_named(plan, plan.by_id[start])))]
    while stack:
        version, waiting = stack[-1]
        edge = next(waiting, None)
        if edge is None:
            done.add(version)
            open_path.discard(version)
            stack.pop()
        elif edge.parent not in open_path:
            edges.append(edge)
            if edge.parent not in done:
                open_path.add(edge.parent)
                stack.append((edge.parent, iter(_named(plan, plan.by_id[edge.parent]))))
    return edges


def _in_order(
    by_id: Mapping[str, Version], named: Iterable[str], edges: Sequence[Edge]
) -> tuple[Version, ...]:
    """The versions named and their parents: parents first, and the earliest of those that are ready."""
    parents: dict[str, list[str]] = {name: [] for name in named}
    for edge in edges:
        parents.setdefault(edge.parent, [])
        parents.setdefault(edge.child, []).append(edge.parent)
    return tuple(by_id[version] for version in parents_first(parents, lambda version: by_id[version].age))
