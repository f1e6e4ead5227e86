"""Which stretches of wording stand in which provisions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from planctl.lineage.descent import Descent, ProvisionKey
from planctl.redline import common, in_order
from planctl.text import normalise, words

_CONTAINED_SHARE = 0.5
"""A stretch stands in an earlier provision if more than this share of its words do, in their order."""
_INDEXED_UNIT = 1000
"""Words from which a provision is looked up by the places of its words; a shorter one is searched."""
_SELDOM = 64
"""Places at which a row of words is looked for one by one; commoner words are searched for."""
_REPEATED = 16
"""Words up to which the answer for a row is kept: texts of few words ask the same again and again."""


class Containment:
    """The words of a graph's provisions, and which stretches stand in which; every question is kept."""

    def __init__(self, graph: Descent) -> None:
        self.graph = graph
        self.names = [version.version for version in graph.versions]
        self.order = {name: k for k, name in enumerate(self.names)}
        self._words: dict[str, _PlacedWords] = {}
        self._answers: dict[tuple[str, str], bool] = {}
        self._rows: dict[tuple[str, ...], int] = {}

    def has_most(self, text: str, unit: ProvisionKey) -> bool:
        """Whether most words of a text stand in a provision, in their order."""
        asked = text, self.graph.provision(unit).text
        if asked not in self._answers:
            wanted, had = map(self._of, asked)
            self._answers[asked] = had.place(wanted.listed) >= 0 or wanted.mostly_within(had)
        return self._answers[asked]

    def has_in_a_row(self, text: str, unit: ProvisionKey) -> bool:
        """Whether a provision has the words of a text in a row."""
        return self._of(self.graph.provision(unit).text).place(listed(text)) >= 0

    def row(self, wanted: Sequence[str], unit: ProvisionKey) -> int:
        """From which word of a provision (0-based) it has some words in a row; below 0 if nowhere."""
        had = self._of(self.graph.provision(unit).text)
        if len(wanted) > _REPEATED:
            return had.place(wanted)
        asked = (unit.version, str(unit.provision), *wanted)
        if asked not in self._rows:
            self._rows[asked] = had.place(wanted)
        return self._rows[asked]

    def goes_on(self, unit: ProvisionKey, at: int, wanted: Sequence[str]) -> bool:
        """Whether a provision has some words in a row from its word ``at`` on."""
        return at >= 0 and self._of(self.graph.provision(unit).text).listed[at : at + len(wanted)] == wanted

    def age(self, unit: ProvisionKey) -> tuple[int, int]:
        """Sorts older provisions before newer ones."""
        return self.order[unit.version], unit.provision

    def _of(self, text: str) -> _PlacedWords:
        if text not in self._words:
            self._words[text] = _PlacedWords(listed(text))
        return self._words[text]


def listed(text: str) -> list[str]:
    """The words of a text as they are compared: without format, in small letters."""
    return words(normalise(text).lower())


class _PlacedWords:
    """Words of a text: as a list, in one string for the quick question, and by their places."""

    def __init__(self, words: list[str]) -> None:
        self.listed = words
        self._joined = _join(words)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        by_word: dict[str, list[int]] = {}
        for k, word in enumerate(self.listed):
            by_word.setdefault(word, []).append(k)
        return by_word

    def place(self, wanted: Sequence[str]) -> int:
        """From which word on some words stand here in a row; below 0 if nowhere."""
        if not wanted:
            return -1
        if len(self.listed) > _INDEXED_UNIT:
            rarest = min(_ends(len(wanted)), key=lambda k: len(self.places.get(wanted[k], ())))
            places = self.places.get(wanted[rarest], ())
            if len(places) <= _SELDOM:
                row, starts = list(wanted), (place - rarest for place in places if place >= rarest)
                return next((k for k in starts if self.listed[k : k + len(row)] == row), -1)
        start = self._joined.find(_join(wanted))
        return start if start < 0 else self._joined.count("\0", 0, start)

    def mostly_within(self, container: _PlacedWords) -> bool:
        """Whether more than ``_CONTAINED_SHARE`` of them stand there in their order."""
        if len(container.listed) > _INDEXED_UNIT and len(self.listed) ** 2 < len(container.listed):
            shared = len(in_order(self.listed, container.places))
        else:
            shared = sum(run.size for run in common(container.listed, self.listed))
        return shared > _CONTAINED_SHARE * len(self.listed)


def _ends(size: int) -> Sequence[int]:
    """The first and the last of so many words: enough to find a rare one, and no walk through a long row."""
    return (*range(min(size, _REPEATED)), *range(max(_REPEATED, size - _REPEATED), size))


def _join(words: Sequence[str]) -> str:
    return "\0".join(["", *words, ""])
