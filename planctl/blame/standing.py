"""Which stretches of wording stand in which provisions."""

from __future__ import annotations

from planctl.alignment import normalise
from planctl.lineage.descent import Descent, Unit
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

    def says(self, text: str, unit: Unit) -> bool:
        """Whether a provision has the words of a text in a row."""
        return _Words(_listed(text)).within(self._of(self.graph.provision(unit).text))

    def age(self, unit: Unit) -> tuple[int, int]:
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
