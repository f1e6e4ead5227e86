"""A text as attribution reads it: without its format, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planctl.alignment import normalise
from planctl.redline import content, places
from planctl.redline import words as words_of

_LETTERS = 6
"""Letters of a word that count when two units are held against each other; alignment cuts words there too."""


@dataclass(frozen=True, eq=False)
class UnitText:
    """A text, the same without format (``bare``), and its words, without format and those of unseen signs."""

    text: str
    bare: str
    words: tuple[str, ...]

    @cached_property
    def content_words(self) -> tuple[str, ...]:
        """The words that say something by themselves, cut and in small letters; all words if none does."""
        return tuple(filter(None, map(_cut, self.words))) or self.words


class UnitTextReader:
    """Reads every text once, however many versions it stands in."""

    def __init__(self) -> None:
        self._known: dict[str, UnitText] = {}

    def read(self, texts: Iterable[str]) -> list[UnitText]:
        """The readings of some texts."""
        known = self._known
        return [known.get(text) or self._read(text) for text in texts]

    def _read(self, text: str) -> UnitText:
        self._known[text] = unit_text = UnitText(text, normalise(text), bare_words(text))
        return unit_text


def bare_words(text: str) -> tuple[str, ...]:
    """The words of a text without their format."""
    if text.isascii() and "`" not in text:  # then format is in the white space alone
        return tuple(words_of(text))
    return tuple(word for a, b in places(text) if (word := _bare(text[a:b])))


def word_places(text: str) -> list[tuple[int, int]]:
    """Places of the words that have an origin each: all but those of unseen characters alone."""
    return [(a, b) for a, b in places(text) if _bare(text[a:b])]


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return normalise(word)


@lru_cache(maxsize=65536)
def _cut(word: str) -> str:
    return word.lower()[:_LETTERS] if content([word]) else ""
