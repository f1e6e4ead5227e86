"""The way of words through earlier versions: where they stood, who left them out, who put them back."""

from __future__ import annotations

from planctl.blame.containment import Containment
from planctl.blame.stretches import Piece, Stretch
from planctl.lineage.descent import ProvisionKey
from planctl.lineage.tracing import Lineage

_MANY = 16
"""Parents of one provision from which they are looked up by their words."""


class Trail:
    """Tells where the words of one provision stood in earlier versions, along its lineage."""

    def __init__(self, containment: Containment, lineage: Lineage) -> None:
        self._graph = containment.graph
        self._order = containment.order
        self._age = containment.age
        self._lineage = lineage
        self._containment = containment
        self._since: dict[ProvisionKey, ProvisionKey] = {}
        self._parents: dict[ProvisionKey, frozenset[ProvisionKey]] = {}
        self._by_word: dict[ProvisionKey, dict[str, list[ProvisionKey]]] = {}

    def stretch(self, piece: Piece, unit: ProvisionKey) -> Stretch:
        """A piece of ``unit`` with what the lineage knows of it."""
        origin, otherwise = piece.origin, piece.otherwise.version
        last = self._last(piece, unit)
        back = last.version != origin.version
        return Stretch(
            text=piece.text,
            version=origin.version,
            origin=origin,
            otherwise=otherwise,
            last=last.version,
            dropped=self._dropped(piece, last) if back else (),
            via=self._via(origin) if origin.version != otherwise else (),
        )

    def _last(self, piece: Piece, unit: ProvisionKey) -> ProvisionKey:
        """Follow the words back while a parent has them; where none has, they were put in."""
        if piece.origin.version == unit.version or not piece.text.strip():
            return piece.origin
        ends, seen, waiting = set(), {unit}, [unit]
        while waiting:
            current = self._unchanged_since(waiting.pop())
            before = self._having(piece.text, current)
            if not before:
                ends.add(current)
            waiting += before - seen
            seen |= before
        at_origin = [end for end in ends if end.version == piece.origin.version]
        return min(at_origin or [max(ends, key=self._age)])

    def _before(self, unit: ProvisionKey) -> frozenset[ProvisionKey]:
        if unit not in self._parents:
            self._parents[unit] = frozenset(step.parent for step in self._lineage.parents(unit))
        return self._parents[unit]

    def _having(self, text: str, unit: ProvisionKey) -> set[ProvisionKey]:
        """What the unit came from in which a text stands.

        Of many parents only those are asked that have one of the rarer half of the words.
        """
        parents = self._before(unit)
        if len(parents) > _MANY:
            if unit not in self._by_word:
                self._by_word[unit] = self._containment.by_word(parents)
            parents = self._containment.candidates(text, self._by_word[unit])
        return {parent for parent in parents if self._containment.has_most(text, parent)}

    def _unchanged_since(self, unit: ProvisionKey) -> ProvisionKey:
        """The oldest unit that handed its text on to this one by single steps, word for word."""
        if unit not in self._since:
            way, steps = [unit], self._lineage.parents(unit)
            while len(steps) == 1 and self._are_equal(steps[0].parent, unit):
                way.append(steps[0].parent)
                steps = self._lineage.parents(way[-1])
            self._since.update(dict.fromkeys(way, way[-1]))
        return self._since[unit]

    def _are_equal(self, first: ProvisionKey, second: ProvisionKey) -> bool:
        return self._graph.provision(first).text == self._graph.provision(second).text

    def _dropped(self, piece: Piece, put_back: ProvisionKey) -> tuple[str, ...]:
        """Versions behind ``put_back`` that left the words out although a parent of theirs had them."""
        dropped, seen, waiting = set(), {put_back}, [put_back]
        while waiting:
            current = waiting.pop()
            before = self._before(current)
            having = self._having(piece.text, current)
            if having:
                dropped.add(current.version)
            waiting += before - having - seen
            seen |= before
        return tuple(sorted(dropped, key=self._order.__getitem__))

    def _via(self, origin: ProvisionKey) -> tuple[str, ...]:
        """What took words from ``origin`` up by way of contested descent: provisions, or else versions."""
        useful, via = {origin}, []
        for step in reversed(self._lineage.steps):
            if step.parent in useful:
                useful.add(step.child)
                via += [self._graph.provision(step.child).ref] if step.contested else []
        return tuple(dict.fromkeys(via)) or self._versions_via(origin.version)

    def _versions_via(self, origin: str) -> tuple[str, ...]:
        useful, via = {origin}, []
        for version in self._graph.versions:
            for edge in self._graph.parents(version.version):
                if edge.parent in useful:
                    useful.add(edge.child)
                    via += [edge.child] if edge.contested else []
        return tuple(dict.fromkeys(via))
