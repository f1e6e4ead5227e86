"""Scripts of the world: what words are made of where letters and blanks do not tell."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese (for a class in a pattern): no blank parts words."""

KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
"""Of these, a run is a word: loanwords and names stand in a script of their own."""

JOINERS = "\u00ad\u200c\u200d"
"""Soft hyphen and the two joiners: unseen, and a word goes on through them."""

_LATIN = (
    range(0xAD),
    range(0xAE, 0x300),
    range(0x2010, 0x202F),
    range(0x2030, 0x2060),
    range(0x20A0, 0x20C0),
)
LATIN_SIGNS = frozenset(map(chr, chain.from_iterable(_LATIN)))
"""Latin letters, punctuation and currency signs: texts of these need none of the rules for other scripts."""
"""Quotes, dashes, the ellipsis and unseen characters, as they are compared."""


@cache
def unspaced_letter() -> re.Pattern[str]:
    """One letter of a script without blanks between words."""
    return re.compile(f"[{UNSPACED}]")


@cache
def marks() -> str:
    """Accents, vowel signs and joiners, for a class in a pattern: Python's ``\\w`` leaves them out,
    and a word goes on through them. Takes 5 ms to gather: only for texts that may have them."""
    letters = map(chr, range(0x300, 0x10000))
    return JOINERS + "".join(letter for letter in letters if unicodedata.category(letter).startswith("M"))


@cache
def accented() -> dict[int, str]:
    """Small Latin letters with accents, each with the letter alone: a table for ``str.translate``."""
    letters = map(chr, chain(range(0xDF, 0x250), range(0x1E00, 0x1F00)))
    bare = ((letter, unicodedata.normalize("NFD", letter)[0]) for letter in letters)
    return {ord(letter): alone for letter, alone in bare if alone != letter}
