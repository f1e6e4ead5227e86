"""The words, numbers and labels of a text, cut by one rule.

A *token* is what a reader calls a word: ``600,000``, ``14 000``, ``1.500.000,50``, ``50:50``, ``US-led``,
``party's``, ``$100``, ``50%``, ``4 bis``; every other sign is a token of its own. A *part* is what a token is
made of: ``US`` and ``led``, ``100``, ``14 000``, ``4 bis``. No part goes beyond its token, and none cuts a
number or a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from planctl.text.borders import (
    ARABIC_SIGNS,
    BARE_DECIMALS,
    BETWEEN_FIGURES,
    BLANKS,
    CURRENCY_SIGNS,
    ORDINAL,
    ORDINALS,
    RARE_BLANKS,
    grouped,
    label,
    within_words,
)
from planctl.text.scripts import KATAKANA, LATIN_SIGNS, UNSPACED, accented, marks

_BEFORE_NUMBERS = f"{CURRENCY_SIGNS}§"


class _NumberSigns(NamedTuple):
    """Blanks and signs that stand between figures, and the letters that are words of their own."""

    blanks: str
    between: str
    unspaced: str


_LATIN_SIGNS = _NumberSigns(BLANKS, BETWEEN_FIGURES, "")
_ANY_SIGNS = _NumberSigns(BLANKS + RARE_BLANKS, rf"(?<=\d)[.,:/{ARABIC_SIGNS}](?=\d)", UNSPACED)


def _token(run: str, signs: _NumberSigns = _LATIN_SIGNS, single: str = "") -> re.Pattern[str]:
    hyphen = within_words(signs.blanks)
    joined = rf"(?:{BARE_DECIMALS})?{run}(?:(?:{signs.between}|{hyphen}){run})*"
    number = rf"(?:[A-Z]{{3}})?{grouped(signs.blanks, signs.unspaced)}"
    labelled = rf"{label(signs.blanks)}(?:{hyphen}{run})*"
    return re.compile(rf"{labelled}|[{_BEFORE_NUMBERS}]?(?:{number}|{joined})%?{single}|\S")


def _part(run: str, signs: _NumberSigns = _LATIN_SIGNS, single: str = "") -> re.Pattern[str]:
    number = grouped(signs.blanks, signs.unspaced)
    return re.compile(rf"{label(signs.blanks)}|{number}|{run}(?:{signs.between}{run})*{single}")


_EASY_TOKEN = _token(r"\w+")
_EASY_PART = _part(r"[^\W_]+")
_WITH_BLANK = re.compile(rf"(?<=\d)\s(?:{ORDINAL}|\d{{3}}(?!\d))")
_LETTER_OR_FIGURE = re.compile(r"\w")
_CACHED_LETTERS, _CACHE_SIZE = 40, 1 << 15
"""Letters up to which a stretch without blanks is remembered with its words, and how many are: texts repeat
themselves, and looking words up is four times as fast as finding them."""


@cache
def _any_token() -> re.Pattern[str]:
    """Tokens of every script, a letter with its marks each where no blanks tell. Takes 20 ms to compile."""
    single = rf"|[{KATAKANA}][{KATAKANA}{marks()}]*|[{UNSPACED}][{marks()}]*"
    return _token(_any_run(), _ANY_SIGNS, single)


@cache
def _any_part() -> re.Pattern[str]:
    return _part(_any_run(excluded="_"), _ANY_SIGNS, rf"|[{UNSPACED}]")


def _any_run(excluded: str = "") -> str:
    run = rf"[^\W{excluded}{UNSPACED}]+"
    return rf"{run}(?:[{marks()}]+(?:{run})?)*"


@cache
def _optional_marks() -> re.Pattern[str]:
    """Stress, points and vowel signs of Cyrillic, Hebrew and Arabic, which writers leave out; joiners."""
    return re.compile(
        "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]+"
    )


def posix_token() -> str:
    """The rule for tokens, as near as a POSIX extended regular expression comes; git's ``wordRegex`` is one.

    Only ASCII signs: where git runs without a locale, others would be cut in two.
    """
    figures = rf"[0-9]+ ({'|'.join(ORDINALS)})|[0-9]{{1,3}}( [0-9]{{3}})+([.,][0-9]+)?%?"
    joined = r"[$]?[[:alnum:]_]([[:alnum:]_.,:'/-]*[[:alnum:]_])?%?"
    return rf"{figures}|{joined}|[^[:space:]]"


def _pattern(text: str) -> re.Pattern[str]:
    return _EASY_TOKEN if LATIN_SIGNS.issuperset(text) else _any_token()


# Words that bind others together. One that survived by chance amid a rewrite tells a reader nothing.
_BINDERS = frozenset(
    _EASY_TOKEN.findall(
        "a an and any are as at be been between both but by for from had has have he her his if in "
        "into is it its of on or she so such that the their them then there these they this those "
        "to under up upon was we were when where which while who will with within would"
    )
)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every token of a text, in order. What lies between is white space only."""
    return [match.span() for match in _pattern(text).finditer(text)]


def words(text: str) -> list[str]:
    """The tokens of a text, in order, without the white space around them.

    ``600,000``, ``50:50``, ``US-led``, ``party's``, ``$100``, ``50%``, ``60 000`` and ``4 bis`` are one word
    each (the last two are the only kinds with a blank inside); other punctuation marks and brackets are
    words of their own.
    """
    stretches = text.split()
    if max(map(len, stretches), default=0) > _CACHED_LETTERS or "\u00a0" in text or _WITH_BLANK.search(text):
        return _pattern(text).findall(text)
    return list(chain.from_iterable(map(_tokens_of.__getitem__, stretches)))


class _TokenCache(dict[str, tuple[str, ...]]):
    """The tokens of short stretches without blanks. Begins anew when there are too many."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        if len(self) >= _CACHE_SIZE:
            self.clear()
        tokens = self[stretch] = tuple(_pattern(stretch).findall(stretch))
        return tokens


_tokens_of = _TokenCache()


def parts(text: str) -> list[str]:
    """The parts of a text's tokens that have a letter or figure, in lower case: what makes two words alike.

    Scripts without spaces give one part a character. Marks that writers leave out do not count, nor do
    accents on Latin letters: languages, and editions of one text, differ in how they set them.
    """
    lowered = text.lower()
    if lowered.isascii():
        return _EASY_PART.findall(lowered)
    if LATIN_SIGNS.issuperset(lowered):
        return _EASY_PART.findall(lowered.translate(accented()))
    return _any_part().findall(_optional_marks().sub("", lowered).translate(accented()))


def is_word(token: str) -> bool:
    """Whether a reader would count it: not a punctuation mark or bracket."""
    return bool(_LETTER_OR_FIGURE.search(token))


def word_count(text: str) -> int:
    """How many words a text has if punctuation marks and brackets are none: what a reader would count."""
    return sum(map(is_word, words(text)))


def content_word_count(tokens: Iterable[str]) -> int:
    """How many of some tokens are content words."""
    return sum(map(is_content_word, tokens))


@lru_cache(maxsize=1 << 15)
def is_content_word(token: str) -> bool:
    """Whether a token says something by itself: not a sign, and not one that only binds others."""
    return any(map(str.isalnum, token)) and token.lower() not in _BINDERS
