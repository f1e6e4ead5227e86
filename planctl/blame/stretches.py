"""Every stretch of a wording with the version that brought it, with and without contested descent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from planctl.blame.attribution import Attribution, attribute_all
from planctl.blame.containment import Containment
from planctl.blame.folding import Bit, fold
from planctl.lineage.descent import Descent, ProvisionKey


@dataclass(frozen=True)
class Stretch:
    """A stretch of a provision's wording.

    ``version`` brought it and ``origin`` is the provision there. ``otherwise`` is the version that brought
    it if contested descent is not counted, ``other_origin`` the provision there; the same as ``version`` and
    ``origin`` where that makes no difference.
    ``last`` is the version that last put these words where they stand: not ``version`` when they had been
    dropped and came back, or were moved in from elsewhere; ``dropped`` are the versions that had left them
    out. ``via`` names what took the words up by way of contested descent (``v19:4``). ``parties`` are those
    whose words they are: who tabled the provision, or is named in the bracket where they first stood; nobody
    for signs of whoever keeps the file.
    """

    text: str
    version: str
    origin: ProvisionKey
    other_origin: ProvisionKey
    last: str
    dropped: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def otherwise(self) -> str:
        """The version that brought it if contested descent is not counted."""
        return self.other_origin.version

    @property
    def contested(self) -> bool:
        """Whether who brought it depends on a descent that somebody disputes."""
        return self.otherwise != self.version


@dataclass(frozen=True)
class TracedStretch:
    """A stretch as attribution has it: both readings by origin, and who put it where it stands."""

    text: str
    origin: ProvisionKey
    otherwise: ProvisionKey
    last: str
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class ProvisionHistory:
    """A provision's wording in pieces of one origin, and the hands it went through.

    ``introduced`` are the provisions with which its lines begin, ``edited`` the versions that changed it
    later, ``last`` the version that last changed or introduced it, ``otherwise_last`` the one that did if
    contested descent is not counted.
    """

    pieces: tuple[TracedStretch, ...]
    introduced: tuple[ProvisionKey, ...]
    edited: tuple[str, ...]
    last: str
    otherwise_last: str


def provision_histories(containment: Containment) -> list[ProvisionHistory]:
    """Each provision of the newest version of a graph, read through all edges and without the contested ones.

    Joined pieces give the text back exactly; hands are those of the whole graph.
    """
    return _histories(containment, containment.graph.newest.version)[-1]


def histories_of_each(containment: Containment) -> list[list[ProvisionHistory]]:
    """The same for every version of a graph, each by what it descends from alone.

    All of them cost hardly more than the newest.
    """
    return _histories(containment)


def _histories(containment: Containment, only: str | None = None) -> list[list[ProvisionHistory]]:
    graph = containment.graph
    whole = _attributed(graph, only)
    sure_graph = graph.all_uncontested
    sure = whole if sure_graph is graph else _attributed(sure_graph, only)
    sure_containment = containment if sure_graph is graph else Containment(sure_graph)
    return [
        [
            _history(provision.text, (attribution, containment), (sure_attribution, sure_containment))
            for provision, attribution, sure_attribution in zip(
                graph.by_id[version].provisions, attributions, sure[version], strict=True
            )
        ]
        for version, attributions in whole.items()
    ]


def _history(
    text: str, whole: tuple[Attribution, Containment], sure: tuple[Attribution, Containment]
) -> ProvisionHistory:
    attribution, containment = whole
    names = containment.names
    return ProvisionHistory(
        pieces=tuple(_pieces(text, _bits(*whole), _bits(*sure))),
        introduced=tuple(ProvisionKey(names[version], index) for version, index in attribution.introduced),
        edited=tuple(names[version] for version in attribution.editors),
        last=names[attribution.last],
        otherwise_last=sure[1].names[sure[0].last],
    )


def _attributed(graph: Descent, only: str | None) -> dict[str, list[Attribution]]:
    """For each version, or for ``only`` one, what became known of each of its provisions."""
    place = {version.version: k for k, version in enumerate(graph.versions)}
    stated = [
        (place[version.version], index)
        for version in graph.versions
        for index, provision in enumerate(version.provisions)
        if provision.made_from is not None
    ]
    parents: list[list[int]] = [[] for _ in place]
    for edge in graph.edges:
        parents[place[edge.child]].append(place[edge.parent])
    attributed = attribute_all(
        [[provision.text for provision in version.provisions] for version in graph.versions],
        parents,
        pairings={(place[e.parent], place[e.child]): graph.pairing(e).links for e in graph.edges},
        closed=stated,
        until=place[only] if only else None,
    )
    return {graph.versions[k].version: attributions for k, attributions in attributed.items()}


def _bits(attribution: Attribution, containment: Containment) -> dict[int, Bit]:
    """Where in a provision's text each stretch begins, with the stretch."""
    names = containment.names
    bits = [
        Bit(
            part.text,
            ProvisionKey(names[span.version], span.unit),
            names[part.last] if part.last != span.version else None,
            tuple(names[version] for version in part.dropped),
        )
        for span in attribution.spans
        for part in span.parts
    ]
    folded = fold(bits, containment)
    starts = accumulate((len(bit.text) for bit in folded), initial=0)
    return dict(zip(starts, folded, strict=False))


def _pieces(text: str, whole: Mapping[int, Bit], sure: Mapping[int, Bit]) -> Iterable[TracedStretch]:
    """The text cut wherever one of the two readings has a border."""
    if not text:
        return
    starts = sorted({*whole, *sure})
    bit, otherwise = whole[0], sure[0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        bit, otherwise = whole.get(start, bit), sure.get(start, otherwise)
        last = bit.put_back or bit.origin.version
        yield TracedStretch(text[start:end], bit.origin, otherwise.origin, last, bit.dropped)
