"""The way of words to a provision through contested descent."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.blame.containment import Containment
from planctl.blame.stretches import Stretch, TracedStretch
from planctl.blame.voices import Voices
from planctl.lineage.descent import ProvisionKey
from planctl.lineage.tracing import Lineage


class Trail:
    """What the lineage of one provision says of where its words come from."""

    def __init__(self, containment: Containment, lineage: Lineage) -> None:
        self._graph = containment.graph
        self._lineage = lineage

    def stretches(self, piece: TracedStretch, voices: Voices) -> Iterator[Stretch]:
        """A piece with what the lineage knows of it, cut where others speak."""
        origin, otherwise = piece.origin, piece.otherwise.version
        via = self._via(origin) if origin.version != otherwise else ()
        for text, parties in voices.of(piece.text, origin):
            yield Stretch(
                text=text,
                version=origin.version,
                origin=origin,
                other_origin=piece.otherwise,
                last=piece.last,
                dropped=piece.dropped,
                via=via,
                parties=parties,
            )

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
