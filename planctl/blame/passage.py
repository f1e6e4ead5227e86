"""The way of words through earlier versions: where they stood, who left them out, who put them back."""

from __future__ import annotations

from planctl.alignment import normalise
from planctl.blame.wording import Piece, Stretch
from planctl.lineage.descent import Descent, Unit
from planctl.lineage.tracing import Lineage
from planctl.redline import common, words

_MOST = 0.5
"""A stretch stands in an earlier provision if more than this share of its words do, in their order."""


class Wordings:
    """The words of a graph's provisions, and which stretches stand in which; every question is kept."""

    def __init__(self, graph: Descent) -> None:
        self.graph = graph
        self.order = {version.version: k for k, version in enumerate(graph.versions)}
        self._words: dict[str, _Words] = {}
        self._stands: dict[tuple[str, str], bool] = {}

    def stands(self, text: str, unit: Unit) -> bool:
        """Whether most words of a text stand in a provision, in their order."""
        asked = text, self.graph.provision(unit).text
        if asked not in self._stands:
            wanted, had = map(self._of, asked)
            self._stands[asked] = wanted.within(had) or wanted.mostly_within(had)
        return self._stands[asked]

    def _of(self, text: str) -> _Words:
        if text not in self._words:
            self._words[text] = _Words(words(normalise(text).lower()))
        return self._words[text]


class _Words:
    """Words of a text, as a list and in one string for the quick question."""

    def __init__(self, found: list[str]) -> None:
        self.listed = found
        self._joined = "\0".join(["", *found, ""])

    def within(self, other: _Words) -> bool:
        """Whether they stand in the other text in a row."""
        return bool(self.listed) and self._joined in other._joined

    def mostly_within(self, other: _Words) -> bool:
        """Whether more than ``_MOST`` of them stand there in their order."""
        found = sum(run.size for run in common(other.listed, self.listed))
        return found > _MOST * len(self.listed)


class Passage:
    """Tells where the words of one provision stood in earlier versions, along its lineage."""

    def __init__(self, wordings: Wordings, lineage: Lineage) -> None:
        self._graph = wordings.graph
        self._order = wordings.order
        self._lineage = lineage
        self.stands = wordings.stands

    def stretch(self, piece: Piece, unit: Unit) -> Stretch:
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

    def _last(self, piece: Piece, unit: Unit) -> Unit:
        """Follow the words back while a parent has them; where none has, they were put in."""
        if piece.origin.version == unit.version or not piece.text.strip():
            return piece.origin
        ends, seen, waiting = set(), {unit}, [unit]
        while waiting:
            here = waiting.pop()
            before = {s.parent for s in self._lineage.parents(here) if self.stands(piece.text, s.parent)}
            if not before:
                ends.add(here)
            waiting += before - seen
            seen |= before
        at_origin = [end for end in ends if end.version == piece.origin.version]
        return min(at_origin or [max(ends, key=self._age)])

    def _dropped(self, piece: Piece, put_back: Unit) -> tuple[str, ...]:
        """Versions behind ``put_back`` that left the words out although a parent of theirs had them."""
        dropped, seen, waiting = set(), {put_back}, [put_back]
        while waiting:
            here = waiting.pop()
            before = {step.parent for step in self._lineage.parents(here)}
            having = {parent for parent in before if self.stands(piece.text, parent)}
            if having:
                dropped.add(here.version)
            waiting += before - having - seen
            seen |= before
        return tuple(sorted(dropped, key=self._order.__getitem__))

    def _age(self, unit: Unit) -> tuple[int, int]:
        return self._order[unit.version], unit.provision

    def _via(self, origin: Unit) -> tuple[str, ...]:
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
