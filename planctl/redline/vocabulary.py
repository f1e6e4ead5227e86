"""The words of a text: the one tokenizer that redline, attribution and counts share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from planctl.scripts import LATIN, TYPOGRAPHY, UNSPACED, marks


def _pattern(run: str, single: str = "", blanks: str = " \u00a0") -> re.Pattern[str]:
    grouped = rf"(?<![\d.,:/])\d{{1,3}}(?:[{blanks}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    joined = rf"{run}(?:(?:(?<=\d)[.,:/](?=\d)|[-‐‑'’](?=\w)){run})*"
    return re.compile(
        r"\d+[ \u00a0](?:bis|ter|quater|quinquies|sexies)\b"
        rf"|[$€£¥₴₽§]?(?:{grouped}|{joined})%?{single}|\S"
    )


_EASY_WORD = _pattern(r"\w+")
_WITH_BLANK = re.compile(r"(?<=\d)\s(?:bis|ter|quater|quinquies|sexies|\d{3})\b")
_LETTER_OR_FIGURE = re.compile(r"\w")
_CACHED_LETTERS, _CACHE_SIZE = 40, 1 << 15
"""Letters up to which a stretch without blanks is remembered with its words, and how many are: texts repeat
themselves, and looking words up is four times as fast as finding them."""


@cache
def _any_word() -> re.Pattern[str]:
    """Words of every script, a letter with its marks each where no blanks tell. Takes 20 ms to compile."""
    run = rf"[^\W{UNSPACED}]+"
    return _pattern(
        rf"{run}(?:[{marks()}]+(?:{run})?)*", rf"|[{UNSPACED}][{marks()}]*", " \u00a0\u2009\u202f"
    )


def _word(text: str) -> re.Pattern[str]:
    return _EASY_WORD if LATIN.issuperset(text) else _any_word()


# Words that bind others together. One that survived by chance amid a rewrite tells a reader nothing.
_BINDERS = frozenset(
    _EASY_WORD.findall(
        "a an and any are as at be been between both but by for from had has have he her his if in "
        "into is it its of on or she so such that the their them then there these they this those "
        "to under up upon was we were when where which while who will with within would"
    )
)


def places(text: str) -> list[tuple[int, int]]:
    """Start and end of every word of a text, in order. What lies between is white space only."""
    return [match.span() for match in _word(text).finditer(text)]


def words(text: str) -> list[str]:
    """The words of a text, in order, without the white space around them.

    ``600,000``, ``50:50``, ``US-led``, ``party's``, ``$100``, ``50%``, ``60 000`` and ``4 bis`` are one word
    each (the last two are the only kinds with a blank inside); other punctuation marks and brackets are
    words of their own.
    """
    stretches = text.split()
    if max(map(len, stretches), default=0) > _CACHED_LETTERS or "\u00a0" in text or _WITH_BLANK.search(text):
        return _word(text).findall(text)
    return list(chain.from_iterable(map(_known.__getitem__, stretches)))


def key(word: str) -> str:
    """What a word is compared by: words of one key differ by quotes, dashes, composed accents or the kind of
    blank alone."""
    return word.replace("`", "'") if word.isascii() else _plain(word)


@lru_cache(maxsize=_CACHE_SIZE)
def _plain(word: str) -> str:
    plain = unicodedata.normalize("NFC", word).translate(TYPOGRAPHY).replace("`", "'")
    return " ".join(plain.split()) or word


class _Known(dict[str, tuple[str, ...]]):
    """The words of short stretches without blanks. Begins anew when there are too many."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        if len(self) >= _CACHE_SIZE:
            self.clear()
        tokens = self[stretch] = tuple(_word(stretch).findall(stretch))
        return tokens


_known = _Known()


def count(text: str) -> int:
    """How many words a text has if punctuation marks and brackets are none: what a reader would count."""
    return sum(map(bool, map(_LETTER_OR_FIGURE.search, words(text))))


def content(some: Iterable[str]) -> int:
    """How many of some words say something by themselves: not a sign, and not one that only binds others."""
    return sum(map(_says_something, some))


@lru_cache(maxsize=1 << 15)
def _says_something(word: str) -> bool:
    return any(map(str.isalnum, word)) and word.lower() not in _BINDERS
