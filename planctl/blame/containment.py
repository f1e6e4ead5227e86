"""Which stretches of wording stand in which provisions."""

from __future__ import annotations

from planctl.alignment import normalise
from planctl.lineage.descent import Descent, ProvisionKey
from planctl.redline import common, words

_CONTAINED_SHARE = 0.5
"""A stretch stands in an earlier provision if more than this share of its words do, in their order."""


class Containment:
    """The words of a graph's provisions, and which stretches stand in which; answers are kept."""

    def __init__(self, graph: Descent) -> None:
        self.graph = graph
        self.order = {version.version: k for k, version in enumerate(graph.versions)}
        self._words: dict[str, _Words] = {}
        self._answers: dict[tuple[str, str], bool] = {}

    def has_most(self, text: str, unit: ProvisionKey) -> bool:
        """Whether most words of a text stand in a provision, in their order."""
        asked = text, self.graph.provision(unit).text
        if asked not in self._answers:
            wanted, had = map(self._of, asked)
            self._answers[asked] = wanted.within(had) or wanted.mostly_within(had)
        return self._answers[asked]

    def has_in_a_row(self, text: str, unit: ProvisionKey) -> bool:
        """Whether a provision has the words of a text in a row."""
        return _Words(_listed(text)).within(self._of(self.graph.provision(unit).text))

    def age(self, unit: ProvisionKey) -> tuple[int, int]:
        """Sorts older provisions before newer ones."""
        return self.order[unit.version], unit.provision

    def _of(self, text: str) -> _Words:
        if text not in self._words:
            self._words[text] = _Words(_listed(text))
        return self._words[text]


def _listed(text: str) -> list[str]:
    return words(normalise(text).lower())


class _Words:
    """Words of a text, as a list and in one string for the quick question."""

    def __init__(self, listed: list[str]) -> None:
        self.listed = listed
        self._joined = "\0".join(["", *listed, ""])

    def within(self, container: _Words) -> bool:
        """Whether they stand in the other text in a row."""
        return bool(self.listed) and self._joined in container._joined

    def mostly_within(self, container: _Words) -> bool:
        """Whether more than ``_CONTAINED_SHARE`` of them stand there in their order."""
        shared = sum(run.size for run in common(container.listed, self.listed))
        return shared > _CONTAINED_SHARE * len(self.listed)
