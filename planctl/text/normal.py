"""The one normalisation under which two texts are equal apart from format."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_TYPOGRAPHY = {
    **{ord(sign): "'" for sign in _SINGLE},
    **{ord(sign): '"' for sign in _DOUBLE},
    **{ord(sign): "-" for sign in _DASHES},
    **{ord(sign): None for sign in _UNSEEN},
    ord("\u2026"): "...",
    ord("\uff3b"): "[",
    ord("\uff3d"): "]",
}


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


def plain_word(word: str) -> str:
    """What a word is compared by: words of one plain form differ by format alone (``normalise``)."""
    return word.replace("`", "'").replace("\n", " ") if word.isascii() else _plain(word)


@lru_cache(maxsize=1 << 15)
def _plain(word: str) -> str:
    return normalise(word) or word
