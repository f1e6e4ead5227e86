"""Every stretch of a wording with the version that brought it, with and without contested descent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from planctl.alignment import normalise
from planctl.blame.attribution import Attribution, attribute
from planctl.lineage import Descent, Lineage, Unit
from planctl.redline import common, words

_MOST = 0.5
"""A stretch stands in an earlier provision if more than this share of its words do, in their order."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a provision's wording.

    ``version`` brought it and ``origin`` is the provision there. ``otherwise`` is the version that brought
    it if contested descent is not counted; the same as ``version`` where that makes no difference.
    ``last`` is the version that last put these words where they stand: not ``version`` when they had been
    dropped and came back, or were moved in from elsewhere; ``dropped`` are the versions that had left them
    out. ``via`` names what took the words up by way of contested descent (``v19:4``).
    """

    text: str
    version: str
    origin: Unit
    otherwise: str
    last: str
    dropped: tuple[str, ...] = ()
    via: tuple[str, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether who brought it depends on a descent that somebody disputes."""
        return self.otherwise != self.version


@dataclass(frozen=True)
class Piece:
    """A stretch as attribution has it: both readings, by version id and origin."""

    text: str
    origin: Unit
    otherwise: Unit


@dataclass(frozen=True)
class Reading:
    """A provision's wording in pieces of one origin, and the hands it went through.

    ``introduced`` are the provisions with which its lines begin, ``edited`` the versions that changed it
    later, ``last`` the version that last changed or introduced it, ``otherwise_last`` the one that did if
    contested descent is not counted.
    """

    pieces: tuple[Piece, ...]
    introduced: tuple[Unit, ...]
    edited: tuple[str, ...]
    last: str
    otherwise_last: str


def read(graph: Descent) -> list[Reading]:
    """Each provision of the newest version, read through all edges and without the contested ones.

    Joined pieces give the text back exactly; hands are those of the whole graph.
    """
    names = [version.version for version in graph.versions]
    whole = _attributed(graph)
    sure_graph = graph.uncontested() if any(edge.contested for edge in graph.edges) else graph
    sure_names = [version.version for version in sure_graph.versions]
    sure = whole if sure_graph is graph else _attributed(sure_graph)
    return [
        Reading(
            pieces=tuple(_pieces(provision.text, _origins(one, names), _origins(other, sure_names))),
            introduced=tuple(Unit(names[version], index) for version, index in one.introduced),
            edited=tuple(names[version] for version in one.editors),
            last=names[one.last],
            otherwise_last=sure_names[other.last],
        )
        for provision, one, other in zip(graph.newest.provisions, whole, sure, strict=True)
    ]


def _attributed(graph: Descent) -> list[Attribution]:
    place = {version.version: k for k, version in enumerate(graph.versions)}
    stated = [
        (place[version.version], index)
        for version in graph.versions
        for index, provision in enumerate(version.provisions)
        if provision.made_from is not None
    ]
    return attribute(
        [[provision.text for provision in version.provisions] for version in graph.versions],
        [[place[edge.parent] for edge in graph.parents(name)] for name in place],
        pairings={(place[e.parent], place[e.child]): graph.pairing(e).links for e in graph.edges},
        closed=stated,
    )


def _origins(found: Attribution, names: Sequence[str]) -> list[Unit]:
    """The origin of every character of a provision."""
    return [Unit(names[span.version], span.unit) for span in found.spans for _ in span.text]


def _pieces(text: str, whole: Sequence[Unit], sure: Sequence[Unit]) -> Iterable[Piece]:
    at = 0
    for (origin, otherwise), group in groupby(zip(whole, sure, strict=True)):
        end = at + sum(1 for _ in group)
        yield Piece(text[at:end], origin, otherwise)
        at = end


class Wordings:
    """The words of a graph's provisions, and which stretches stand in which; every question is kept."""

    def __init__(self, graph: Descent) -> None:
        self.graph = graph
        self.order = {version.version: k for k, version in enumerate(graph.versions)}
        self._words: dict[str, list[str]] = {}
        self._stands: dict[tuple[str, str], bool] = {}

    def stands(self, text: str, unit: Unit) -> bool:
        """Whether most words of a text stand in a provision, in their order."""
        asked = text, self.graph.provision(unit).text
        if asked not in self._stands:
            wanted, had = map(self._of, asked)
            found = sum(run.size for run in common(had, wanted))
            self._stands[asked] = bool(wanted) and found > _MOST * len(wanted)
        return self._stands[asked]

    def _of(self, text: str) -> list[str]:
        if text not in self._words:
            self._words[text] = words(normalise(text).lower())
        return self._words[text]


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
