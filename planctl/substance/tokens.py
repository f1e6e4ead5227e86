"""Words, numbers and marks of a text with their places, cut into sentences.

They are finer than the words of ``planctl.text``, and none goes beyond one of those: a quantity is no word.
Of ``$100``, ``50%``, ``50:50``, ``4 bis`` and ``30-day`` a reader of quantities needs the sign, the amount
and the unit each by itself. Where a number or a sentence ends is decided in ``planctl.text`` alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from planctl.substance.values.generated import CODES
from planctl.text import boundaries
from planctl.text.borders import ARABIC_SIGNS, BARE_DECIMALS, BLANKS, RARE_BLANKS, grouped, groups
from planctl.text.scripts import UNSPACED, unspaced_letter

_ANY_BLANK = BLANKS + RARE_BLANKS


@cache
def _pattern(unspaced: str = "") -> re.Pattern[str]:
    """``unspaced`` are the letters that are words of their own: only for texts that have them, as such a
    pattern takes 20 ms to compile."""
    letter = rf"[^\W\d_¼-¾⅐-⅞{unspaced}]"
    run = rf"{letter}(?:{letter}++|[\u0300-\u036f\u064b-\u065f\u0670]|['’](?={letter}))*+"
    single = f"|[{unspaced}]" if unspaced else ""
    rest = rf"[^\W{unspaced}]*"
    return re.compile(
        rf"""
          (?P<name>(?<![^\W_])(?=[A-ZÀ-ÞЀ-Я]{letter}*-?\d)(?!(?:{"|".join(sorted(CODES)).upper()})\d)
              [A-ZÀ-ÞЀ-Я]{letter}*-?(?!{groups(_ANY_BLANK)})\d{rest}(?:-\d{rest})*)
        | (?P<number>
              {grouped(_ANY_BLANK, unspaced)}
            | \d{{1,3}}(?:['’]\d{{3}})+(?!\d)(?:[.,]\d+)?
            | (?:{BARE_DECIMALS})?\d+(?:[.,{ARABIC_SIGNS}]\d+)*)
        | (?P<word>{run}{single})
        | (?P<mark>[\S\u2029])
        """,
        re.VERBOSE,
    )


_USUAL = _pattern()


def _matches(text: str) -> Iterator[re.Match[str]]:
    usual = text.isascii() or not unspaced_letter().search(text)
    return (_USUAL if usual else _pattern(UNSPACED)).finditer(text)


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
_ENDS = frozenset((";", BREAK))


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
        return list(map(_token, _matches(text)))
    tokens: list[Token] = []
    for token in map(_token, _matches(text)):
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
    text: str, tokens: Sequence[Token], abbreviations: Collection[str] = (), months: Collection[str] = ()
) -> Iterator[Sequence[Token]]:
    """Stretches of tokens that end with a sentence (``planctl.text``), at a semicolon, or at a break.

    No value goes on beyond a semicolon. The language knows more abbreviations than ``planctl.text``, which
    is for all, and the names of more months.
    """
    stops = {end for end, _ in boundaries(text)}
    first = 0
    for i, token in enumerate(tokens):
        if token.sort != "mark":
            continue
        if token.low in _ENDS or (token.end in stops and _ends(tokens, i, abbreviations, months)):
            end = i + (token.low != BREAK)
            if first < end:
                yield tokens[first:end]
            first = i + 1
    if first < len(tokens):
        yield tokens[first:]


def _ends(tokens: Sequence[Token], i: int, abbreviations: Collection[str], months: Collection[str]) -> bool:
    if tokens[i].low != "." or not i:
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and after.low in months and tokens[i - 1].sort == "number":
        return False
    return tokens[i - 1].low not in abbreviations
