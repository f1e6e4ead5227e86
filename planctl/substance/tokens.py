"""Words, numbers and marks of a text with their places, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<name>(?!(?:USD|EUR|GBP|CHF|UAH|RUB|JPY|CNY)\d)(?<![^\W_])[A-Z][^\W\d_]*-?\d\w*(?:-\d\w*)*)
    | (?P<number>
          \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?
        | \d{1,3}(?:[ \n\u00a0\u2009\u202f]\d{3})+(?![\d,])(?:\.\d+)?
        | \d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?
        | \d+(?:[.,]\d+)*)
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<mark>[\S\u2029])
    """,
    re.VERBOSE,
)
_DASHES = dict.fromkeys("-‐‑‒–—−", "-")
BREAK = "\u2029"
"""Unicode's end of a paragraph: no sentence, figure or name goes on beyond it."""
_ENDS = frozenset((*".!?;", BREAK))
_ABBREVIATIONS = frozenset(
    (
        *("no", "nos", "art", "arts", "para", "paras", "st", "mr", "mrs", "dr", "gen", "res", "vol"),
        *("cf", "vs", "approx", "ca", "est", "u", "s"),
        *("sec", "secs", "par", "pars", "ch", "pt", "fig", "reg"),
        *("jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)
_ENDINGS = re.compile(r"(?:ations?|ions?|ings?|ments?|ed|es|(?<!p)ly|al|s|e)$")
_UNCUT = 4  # letters of words that lose no ending: need, this
_STEM = 6  # letters kept: enough to tell words apart, few enough to join invade and invades


class Token(NamedTuple):
    """A word, number or mark; ``low`` is its lower-case form with straight apostrophes and dashes."""

    low: str
    start: int
    end: int
    sort: str  # "word", "number", "mark", or "name" for G8, F-16 and the like
    capital: bool


def tokenize(text: str) -> list[Token]:
    """All tokens in order; white space is left out, but for ``BREAK``."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    word, sort = match.group(), match.lastgroup or "mark"
    if sort == "mark":
        return Token(_DASHES.get(word, word), *match.span(), sort, capital=False)
    low = word.lower()
    if "’" in low:
        low = low.replace("’", "'")
    return Token(low, *match.span(), sort, word[0].isupper())


def sentences(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Stretches of tokens that end in a full stop, question or exclamation mark, semicolon, or at a break."""
    first = 0
    for i, token in enumerate(tokens):
        if token.low in _ENDS and token.sort == "mark" and _ends(tokens, i):
            end = i + (token.low != BREAK)
            if first < end:
                yield tokens[first:end]
            first = i + 1
    if first < len(tokens):
        yield tokens[first:]


def _ends(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].low != ".":
        return True
    if i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end:
        return False
    return not i or tokens[i - 1].low not in _ABBREVIATIONS


def stem(low: str) -> str:
    """A rough stem: a common ending off, then the first letters. Only tells likely from unlikely kin."""
    word = low.partition("'")[0]
    if len(word) > _UNCUT:
        word = _ENDINGS.sub("", word, count=1) or word
    word = word[:_STEM]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) >= _UNCUT else word
