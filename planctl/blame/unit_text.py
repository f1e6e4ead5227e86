"""A text as attribution reads it: without its format, and in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planctl.text import is_content_word, normalise, stem, word_spans
from planctl.text import words as words_of

_QUOTES = re.compile("[\"'`]")
_ACCENTS = re.compile("([a-z\u0370-\u03ff])[\u0300-\u036f]+")


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
    """The words of a text as they are compared: ``folded``, without quotation marks and unseen signs."""
    if text.isascii() and not _QUOTES.search(text):  # then something is left of every word
        return tuple(map(_fold, words_of(text)))
    return tuple(word for a, b in word_spans(text) if (word := _fold(text[a:b])))


def word_places(text: str) -> list[tuple[int, int]]:
    """Places of the words that have an origin each: all but quotation marks and unseen characters alone.

    A word begins with the quotation mark right before it.
    """
    places: list[tuple[int, int]] = []
    opening = -1
    for a, b in word_spans(text):
        if _fold(text[a:b]):
            places.append((opening if opening >= 0 else a, b))
            opening = -1
        elif not (b < len(text) and not text[b].isspace()):
            opening = -1
        elif opening < 0:
            opening = a if not a or text[a - 1].isspace() or not text[a - 1].isalnum() else -1
    return places


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    return folded(word)


def folded(word: str) -> str:
    """A word without what changes no author: capitals, accents on Latin and Greek letters, hyphens in it,
    apostrophes; nothing is left of a quotation mark."""
    word = normalise(word).casefold()
    if not word.isascii():
        word = _ACCENTS.sub(r"\1", unicodedata.normalize("NFD", word))
        word = unicodedata.normalize("NFC", word)
    bare = word.replace("'", "").replace('"', "")
    return bare.replace("-", "") if len(bare) > 1 else bare


@lru_cache(maxsize=65536)
def _cut(word: str) -> str:
    return stem(word) if is_content_word(word) else ""
