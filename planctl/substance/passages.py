"""Passages that stand in square brackets: what is contested on one side and not on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.substance.differences import Difference, Spot
from planctl.substance.tokens import BREAK

_MARKS = re.compile(r"[\[\]]")
_EDITORIAL = re.compile(r"\[\s*(?:\.\.\.|…|sic!?)\s*\]|(?<=[\w.,;:])\[\d{1,3}[a-z]?\]")
_NOT_WORDS = re.compile(r"[\W_]+")
_MOST_PLACES = 100  # of a passage's rarest word; past so many nobody can say which of them was bracketed


class _Passage(NamedTuple):
    words: str
    start: int
    end: int


class Row:
    """The words of a text in a row, in which passages can be looked up.

    Searching the text for each passage takes the square of a text that is full of brackets: hours for 5 MB.
    """

    def __init__(self, words: str) -> None:
        self._words = words.split()
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            self._places.setdefault(word, []).append(place)

    def has(self, words: str) -> bool:
        """Whether the words of a passage stand in the text in a row."""
        wanted = words.split()
        return wanted == self._words or any(
            self._words[start : start + len(wanted)] == wanted for start in self.starts(wanted)
        )

    def starts(self, wanted: Sequence[str]) -> list[int]:
        """Where a passage may begin: places (0-based) before its rarest word."""
        found = [(self._places.get(word, []), number) for number, word in enumerate(wanted)]
        places, number = min(found, key=lambda each: len(each[0]), default=([], 0))
        return [place - number for place in places[:_MOST_PLACES] if place >= number]


def bracketed(old: str, new: str) -> Iterator[Difference]:
    """Passages put in brackets, taken out of them, or added and dropped with them."""
    sides = [_passages(text) if "[" in text else {} for text in (old, new)]
    if not any(sides):
        return
    rows = [Row(_words(text)) for text in (old, new)]
    for words, passage in sides[0].items():
        if words not in sides[1]:
            change = "no longer bracketed" if rows[1].has(words) else ""
            yield Difference("bracket", _text(old, passage), None, change, Spot(*passage[1:]), None)
    for words, passage in sides[1].items():
        if words not in sides[0]:
            change = "now bracketed" if rows[0].has(words) else ""
            yield Difference("bracket", None, _text(new, passage), change, None, Spot(*passage[1:]))


def _text(text: str, passage: _Passage) -> str:
    return text[passage.start : passage.end].replace(BREAK, "\n")


def _words(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().casefold()


def _passages(text: str) -> dict[str, _Passage]:
    """The outermost brackets by their words; an editor's marks and what does not close are left out."""
    found: dict[str, _Passage] = {}
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for mark in _MARKS.finditer(text):
        if mark.group() == "[":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, mark.end()))
    for start, end in closed:
        if not _EDITORIAL.fullmatch(text, start, end):
            found.setdefault(_words(text[start:end]), _Passage(_words(text[start:end]), start, end))
    return found
