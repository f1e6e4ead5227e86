"""Words of a text, under the normalisation that makes two texts equal apart from format."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES = {ord(sign): "'" for sign in "\u2018\u2019\u201a\u201b\u2032\u00b4`"}
_DOUBLE = {ord(sign): '"' for sign in "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"}
_DASHES = {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u2060\ufeff"}
_TYPOGRAPHY = _QUOTES | _DOUBLE | _DASHES | _UNSEEN | {ord("\u2026"): "..."}

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|\d+(?:[.,:/]\d+)*|[^\W\d_{_UNSPACED}]+|\d+")

_STEM_LETTERS = 6
"""Letters of a word that count. Cutting words short is the stemmer that suits every language."""


def normalise(text: str) -> str:
    """The text under the one normalisation that planctl calls format.

    Two texts are equal apart from format when their normal forms are equal: white space of any kind
    and length (wrapping, line ends, hard spaces), quotes, dashes, the ellipsis, unseen characters
    (soft hyphen, zero-width space) and composed or decomposed accents do not count. Letters' case,
    all other punctuation and every word do.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return " ".join(text.replace("`", "'").split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What inflected forms of a lower-cased word have in common: its first letters."""
    return word[:_STEM_LETTERS]


def words(text: str) -> list[str]:
    """Lower-cased words and figures of a normal form; scripts without spaces give one a character."""
    return _WORD.findall(text.lower())
