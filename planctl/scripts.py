"""Scripts of the world: what words are made of where letters and blanks do not tell."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import chain

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese (for a class in a pattern): no blank parts words."""

JOINERS = "\u00ad\u200c\u200d"
"""Soft hyphen and the two joiners: unseen, and a word goes on through them."""

_LATIN = (
    range(0xAD),
    range(0xAE, 0x300),
    range(0x2010, 0x202F),
    range(0x2030, 0x2060),
    range(0x20A0, 0x20C0),
)
LATIN = frozenset(map(chr, chain.from_iterable(_LATIN)))
"""Latin letters, punctuation and currency signs: texts of these need none of the rules for other scripts."""


_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
TYPOGRAPHY = {
    **{ord(sign): "'" for sign in _SINGLE},
    **{ord(sign): '"' for sign in _DOUBLE},
    **{ord(sign): "-" for sign in _DASHES},
    **{ord(sign): None for sign in _UNSEEN},
    ord("\u2026"): "...",
}
"""Quotes, dashes, the ellipsis and unseen characters, as they are compared."""


@cache
def marks() -> str:
    """Accents, vowel signs and joiners, for a class in a pattern: Python's ``\\w`` leaves them out,
    and a word goes on through them. Takes 5 ms to gather: only for texts that may have them."""
    letters = map(chr, range(0x300, 0x10000))
    return JOINERS + "".join(letter for letter in letters if unicodedata.category(letter).startswith("M"))
