"""The way back from a provision whose terms are traced: what of it has been read, and what has not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from planctl.lineage.descent import Descent, ProvisionKey
from planctl.lineage.tracing import Lineage
from planctl.models import Wording
from planctl.text import parts


class TermWalk:
    """The way back from one provision; ``order`` has the place of each version of the graph."""

    def __init__(self, graph: Descent, lineage: Lineage, order: Mapping[str, int]) -> None:
        self.lineage = lineage
        self._graph, self._order = graph, order

    def age(self, unit: ProvisionKey) -> tuple[int, int]:
        """Sorts earlier provisions before later ones."""
        return self._order[unit.version], unit.provision

    @cached_property
    def read(self) -> Sequence[ProvisionKey]:
        """The provisions on the way that somebody has read."""
        unread = {v.version: v.unread for v in self._graph.versions}
        return [unit for unit in self.lineage.units if unit.provision not in unread[unit.version]]

    @property
    def roots(self) -> Sequence[ProvisionKey]:
        """Where the lines begin, as far as anybody has read: those of the earliest version."""
        return self._earliest(self.read or self.lineage.start)

    @property
    def sure_roots(self) -> Sequence[ProvisionKey]:
        """The same if contested descent is not counted."""
        sure = [unit for unit in self.read if unit in self.lineage.sure]
        return self._earliest(sure or self.lineage.start)

    def _earliest(self, units: Collection[ProvisionKey]) -> Sequence[ProvisionKey]:
        first = min(map(self.age, units))[0]
        return sorted((unit for unit in units if self._order[unit.version] == first), key=self.age)

    def unread_before(self, unit: ProvisionKey) -> tuple[ProvisionKey, ...]:
        """The provisions of earlier versions on the way that were not read for the plan."""
        read, order = set(self.read), self._order
        return tuple(
            each
            for each in self.lineage.units
            if each not in read and order[each.version] < order[unit.version]
        )

    def last(self, holders: Iterable[ProvisionKey]) -> str:
        """The earliest version since which every version that was read has what these provisions have."""
        held = set(holders)
        versions = sorted({unit.version for unit in self.read}, key=self._order.__getitem__)
        since = ""
        for version in versions:
            has = any(unit.version == version for unit in held)
            since = (since or version) if has else ""
        return since or self.lineage.start[0].version

    def restated(self, first: Collection[ProvisionKey]) -> tuple[str, ...]:
        """Later versions that put the provision in other words than any text on the way before them.

        Contested descent is not counted, and of a reconstruction no words are known.
        """
        known = {self._words(unit) for unit in first}
        begun = max(self._order[unit.version] for unit in first)
        versions: dict[str, None] = {}
        for unit in sorted(set(self.read) & self.lineage.sure, key=self.age):
            is_later = self._order[unit.version] > begun and bool(self.lineage.parents(unit))
            if is_later and not self._is_reconstructed(unit.version) and self._words(unit) not in known:
                known.add(self._words(unit))
                versions[unit.version] = None
        return tuple(versions)

    def _words(self, unit: ProvisionKey) -> tuple[str, ...]:
        return tuple(parts(self._graph.provision(unit).text))

    def reconstructed_before(self, version: str) -> tuple[str, ...]:
        """The reconstructions that a version was made from, and those that these were, the nearest first."""
        reconstructions: dict[str, None] = {}
        waiting = [version]
        while waiting:
            parents = [edge.parent for edge in self._graph.parents(waiting.pop(0))]
            new = [each for each in parents if self._is_reconstructed(each) and each not in reconstructions]
            reconstructions |= dict.fromkeys(new)
            waiting += new
        return tuple(reconstructions)

    def through(self, ends: Iterable[ProvisionKey]) -> tuple[ProvisionKey, ...]:
        """The reconstructions by way of which alone one comes to some provisions."""
        if all(end in self._plain for end in ends):
            return ()
        reconstructions = [
            step.parent for step in self.lineage.steps if self._is_reconstructed(step.parent.version)
        ]
        return tuple(unit for unit in dict.fromkeys(reconstructions) if unit not in set(ends))

    @cached_property
    def _plain(self) -> Collection[ProvisionKey]:
        """What is reached without going through a reconstruction."""
        reached = set(self.lineage.start)
        for step in self.lineage.steps:
            is_start = step.child in self.lineage.start
            if step.child in reached and (is_start or not self._is_reconstructed(step.child.version)):
                reached.add(step.parent)
        return reached

    def _is_reconstructed(self, version: str) -> bool:
        return self._graph.by_id[version].wording is Wording.reconstructed
