"""Words, numbers and marks of a text with their places, cut into sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from planctl.substance.values.generated import CODES

_LETTER = r"[^\W\d_¼-¾⅐-⅞]"
_ACCENT = r"[\u0300-\u036f\u064b-\u065f\u0670]"
_TOKEN = re.compile(
    rf"""
      (?P<name>(?<![^\W_])(?=[A-ZÀ-ÞЀ-Я]{_LETTER}*-?\d)(?!(?:{"|".join(sorted(CODES)).upper()})\d)
          {_LETTER}+-?\d\w*(?:-\d\w*)*)
    | (?P<number>
          \d{{1,3}}(?:[ \n\u00a0\u2009\u202f]\d{{3}})+(?!\d)(?:[.,]\d+)?
        | \d{{1,3}}(?:['’]\d{{3}})+(?!\d)(?:[.,]\d+)?
        | \d+(?:[.,\u066b\u066c]\d+)*
        | (?<![\w.,])[.,]\d+(?![.,]?\d))
    | (?P<word>{_LETTER}(?:{_LETTER}++|{_ACCENT}|['’](?={_LETTER}))*+)
    | (?P<mark>[\S\u2029])
    """,
    re.VERBOSE,
)
_DASHES = dict.fromkeys("-‐‑‒–—−", "-")
_FULLWIDTH = {
    "［": "[",
    "］": "]",
    "（": "(",
    "）": ")",
    "，": ",",
    "：": ":",
    "；": ";",
    "。": ".",
    "％": "%",
    "′": "'",
    "″": '"',
    "’": "'",
}
BREAK = "\u2029"
"""Unicode's end of a paragraph: no sentence, figure or name goes on beyond it."""
_ENDS = frozenset((*".!?;", BREAK))


class Token(NamedTuple):
    """A word, number or mark; ``low`` is its lower-case form with straight apostrophes and dashes."""

    low: str
    start: int
    end: int
    sort: str  # "word", "number", "mark", or "name" for G8, F-16 and the like
    capital: bool


def tokenize(text: str, elisions: Collection[str] = ()) -> list[Token]:
    """All tokens in order; white space is left out, but for ``BREAK``.

    ``elisions`` are the letters before an apostrophe that are a word of their own: l'accord.
    """
    if not elisions:
        return list(map(_token, _TOKEN.finditer(text)))
    tokens: list[Token] = []
    for token in map(_token, _TOKEN.finditer(text)):
        cut = token.low.find("'") + 1 if token.sort == "word" else 0
        if cut and token.low[: cut - 1] in elisions and len(token.low) == token.end - token.start:
            tokens += _parted(token, text, cut)
        else:
            tokens.append(token)
    return tokens


def _parted(token: Token, text: str, cut: int) -> tuple[Token, Token]:
    at = token.start + cut
    first = token._replace(low=token.low[:cut], end=at)
    return first, Token(token.low[cut:], at, token.end, "word", text[at].isupper())


def _token(match: re.Match[str]) -> Token:
    word, sort = match.group(), match.lastgroup or "mark"
    if sort == "mark":
        return Token(_FULLWIDTH.get(word) or _DASHES.get(word, word), *match.span(), sort, capital=False)
    low = word.lower()
    if not low.isascii():
        low = unicodedata.normalize("NFC", low).replace("’", "'")
    return Token(low, *match.span(), sort, word[0].isupper())


def sentences(
    tokens: Sequence[Token], abbreviations: Collection[str] = (), months: Collection[str] = ()
) -> Iterator[Sequence[Token]]:
    """Stretches of tokens that end in a full stop, question or exclamation mark, semicolon, or at a break.

    No full stop ends one after an abbreviation, and between a day and its month: 15. März.
    """
    first = 0
    for i, token in enumerate(tokens):
        if token.low in _ENDS and token.sort == "mark" and _ends(tokens, i, abbreviations, months):
            end = i + (token.low != BREAK)
            if first < end:
                yield tokens[first:end]
            first = i + 1
    if first < len(tokens):
        yield tokens[first:]


def _ends(tokens: Sequence[Token], i: int, abbreviations: Collection[str], months: Collection[str]) -> bool:
    if tokens[i].low != ".":
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and (after.start == tokens[i].end or (after.low in months and tokens[i - 1].sort == "number")):
        return False
    if after and i and len(tokens[i - 1].low) == 1 and tokens[i - 1].capital and not after.capital:
        return False  # initials: 42 U.S.C. 1983
    return not i or tokens[i - 1].low not in abbreviations
