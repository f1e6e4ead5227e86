"""Every stretch of a wording with the version that brought it, with and without contested descent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from planctl.blame.attribution import Attribution, attribute_all
from planctl.blame.folding import Bit, fold
from planctl.blame.standing import Wordings
from planctl.lineage.descent import Descent, Edge, Unit


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


def read(wordings: Wordings) -> list[Reading]:
    """Each provision of the newest version of a graph, read through all edges and without the contested ones.

    Joined pieces give the text back exactly; hands are those of the whole graph.
    """
    return _readings(wordings, until=len(wordings.graph.versions) - 1)[-1]


def read_each(wordings: Wordings) -> list[list[Reading]]:
    """The same for every version of a graph, each by what it descends from alone.

    All of them cost hardly more than the newest.
    """
    return _readings(wordings)


def _readings(wordings: Wordings, until: int | None = None) -> list[list[Reading]]:
    graph = wordings.graph
    whole = _attributed(graph, graph.edges, until)
    edges = [edge for edge in graph.edges if not edge.contested]
    sure = whole if len(edges) == len(graph.edges) else _attributed(graph, edges, until)
    return [
        [
            _reading(wordings, provision.text, one, other)
            for provision, one, other in zip(graph.versions[v].provisions, found, sure[v], strict=True)
        ]
        for v, found in whole.items()
    ]


def _reading(wordings: Wordings, text: str, one: Attribution, other: Attribution) -> Reading:
    names = wordings.names
    return Reading(
        pieces=tuple(_pieces(text, _origins(one, wordings), _origins(other, wordings))),
        introduced=tuple(Unit(names[version], index) for version, index in one.introduced),
        edited=tuple(names[version] for version in one.editors),
        last=names[one.last],
        otherwise_last=names[other.last],
    )


def _attributed(graph: Descent, edges: Sequence[Edge], until: int | None) -> dict[int, list[Attribution]]:
    place = {version.version: k for k, version in enumerate(graph.versions)}
    stated = [
        (place[version.version], index)
        for version in graph.versions
        for index, provision in enumerate(version.provisions)
        if provision.made_from is not None
    ]
    parents: list[list[int]] = [[] for _ in place]
    for edge in edges:
        parents[place[edge.child]].append(place[edge.parent])
    return attribute_all(
        [[provision.text for provision in version.provisions] for version in graph.versions],
        parents,
        pairings={(place[e.parent], place[e.child]): graph.pairing(e).links for e in edges},
        closed=stated,
        until=until,
    )


def _origins(found: Attribution, wordings: Wordings) -> dict[int, Unit]:
    """Where in a provision's text each stretch begins, with its origin."""
    versions = wordings.graph.versions
    bits = fold([Bit(s.text, Unit(versions[s.version].version, s.unit)) for s in found.spans], wordings)
    starts = accumulate((len(bit.text) for bit in bits), initial=0)
    return {start: bit.origin for start, bit in zip(starts, bits, strict=False)}


def _pieces(text: str, whole: Mapping[int, Unit], sure: Mapping[int, Unit]) -> Iterable[Piece]:
    """The text cut wherever one of the two readings has a border."""
    if not text:
        return
    starts = sorted({*whole, *sure})
    origin, otherwise = whole[0], sure[0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        origin, otherwise = whole.get(start, origin), sure.get(start, otherwise)
        yield Piece(text[start:end], origin, otherwise)
