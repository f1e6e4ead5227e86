"""Every stretch of a wording with the version that brought it, with and without contested descent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from planctl.blame.attribution import Attribution, attribute
from planctl.blame.containment import Containment
from planctl.blame.folding import Bit, fold
from planctl.lineage.descent import Descent, ProvisionKey


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
    origin: ProvisionKey
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
    origin: ProvisionKey
    otherwise: ProvisionKey


@dataclass(frozen=True)
class ProvisionHistory:
    """A provision's wording in pieces of one origin, and the hands it went through.

    ``introduced`` are the provisions with which its lines begin, ``edited`` the versions that changed it
    later, ``last`` the version that last changed or introduced it, ``otherwise_last`` the one that did if
    contested descent is not counted.
    """

    pieces: tuple[Piece, ...]
    introduced: tuple[ProvisionKey, ...]
    edited: tuple[str, ...]
    last: str
    otherwise_last: str


def provision_histories(containment: Containment) -> list[ProvisionHistory]:
    """Each provision of the newest version of a graph, read through all edges and without the contested ones.

    Joined pieces give the text back exactly; hands are those of the whole graph.
    """
    graph = containment.graph
    names = [version.version for version in graph.versions]
    whole = _attributed(graph)
    sure_graph = graph.uncontested()
    sure_names = [version.version for version in sure_graph.versions]
    sure = whole if sure_graph is graph else _attributed(sure_graph)
    sure_containment = containment if sure_graph is graph else Containment(sure_graph)
    return [
        ProvisionHistory(
            pieces=tuple(
                _pieces(
                    provision.text,
                    _origins(attribution, containment),
                    _origins(sure_attribution, sure_containment),
                )
            ),
            introduced=tuple(
                ProvisionKey(names[version], index) for version, index in attribution.introduced
            ),
            edited=tuple(names[version] for version in attribution.editors),
            last=names[attribution.last],
            otherwise_last=sure_names[sure_attribution.last],
        )
        for provision, attribution, sure_attribution in zip(graph.newest.provisions, whole, sure, strict=True)
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


def _origins(attribution: Attribution, containment: Containment) -> dict[int, ProvisionKey]:
    """Where in a provision's text each stretch begins, with its origin."""
    versions = containment.graph.versions
    bits = fold(
        [Bit(s.text, ProvisionKey(versions[s.version].version, s.unit)) for s in attribution.spans],
        containment,
    )
    starts = accumulate((len(bit.text) for bit in bits), initial=0)
    return {start: bit.origin for start, bit in zip(starts, bits, strict=False)}


def _pieces(
    text: str, whole: Mapping[int, ProvisionKey], sure: Mapping[int, ProvisionKey]
) -> Iterable[Piece]:
    """The text cut wherever one of the two readings has a border."""
    if not text:
        return
    starts = sorted({*whole, *sure})
    origin, otherwise = whole[0], sure[0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        origin, otherwise = whole.get(start, origin), sure.get(start, otherwise)
        yield Piece(text[start:end], origin, otherwise)
