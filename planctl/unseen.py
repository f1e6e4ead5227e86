"""Characters of a text that nobody can see: which there are, and where they do honest work."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache

# Classes of characters are strings of their first and last members: ready at once, where a pattern of so many
# would take longer to compile than most files to read.
_BLANK = (
    "\u034f\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u2800\u2800\u3164\u3164\ufe00\ufe0f\uffa0\uffa0\ufffc\ufffc"
    "\U00013440\U00013442\U00016fe4\U00016fe4\U0001d159\U0001d159\U000e0100\U000e01ef"
)
"""Blank or without any width, though Unicode files them under letters, accents and signs."""
_FIRST_BLANK = _BLANK[0]
UNSEEN_SIGNS = (
    "\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufdd0-\ufdef\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + "".join(f"{_BLANK[k]}-{_BLANK[k + 1]}" for k in range(0, len(_BLANK), 2))
)
"""For the brackets of a pattern: all of them beyond ASCII, at work or not, but for those not yet assigned."""
_NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Drawn round the figures after them, though Unicode files them under formats."""

# Beside what they change what is seen: the Unicode Standard, chapters 9, 12, 16 and 23, and its lists of
# emoji sequences and of variation sequences.
_INDIC = "\u0900\u0dff"
_JOINED = (
    "\u0620\u06dc\u06de\u070d\u0710\u074a\u074d\u077f\u07ca\u07f5\u0840\u085b\u0860\u088e\u0897\u08e1\u08e3\u0dff"
    "\u1000\u109f\u1780\u17b3\u17b6\u17dd\u1820\u18aa\ua840\ua871\ufb50\ufdcf\ufdf0\ufdff\ufe70\ufefc"
    "\U00010a00\U00010aff\U00011000\U000110bc\U00011100\U00011fff\U0001e900\U0001e94b"
)
_UNSPACED = "\u0e01\u0e4e\u0e81\u0ede\u1000\u109f\u1780\u17b3\u17b6\u17dd\u1950\u19df\u1a20\u1aad"
_HAN = "\u3005\u3007\u3400\u4dbf\u4e00\u9fff\uf900\ufaff\U00020000\U000323af"
_CJK_STOPS = "\u3001\u3002\uff01\uff01\uff0c\uff0c\uff0e\uff0e\uff1a\uff1b\uff1f\uff1f"
_MONGOLIAN = "\u1820\u18aa"
_PICTURES = (
    "\u2190\u21ff\u2300\u23ff\u24c2\u24c2\u25aa\u25fe\u2600\u27bf\u2934\u2935\u2b00\u2bff\u3030\u3030\u303d\u303d"
    "\u3297\u3297\u3299\u3299\U0001f000\U0001faff"
)
_ALSO_PICTURES = "\u00a9\u00a9\u00ae\u00ae\u203c\u203c\u2049\u2049\u2122\u2122\u2139\u2139"
_SKINS = "\U0001f3fb\U0001f3ff"
_LETTER_TAGS, _LAST_TAG, _FLAG = "\U000e0061\U000e007a", "\U000e007f", "\U0001f3f4"
_WORKERS = "\u180b\u180f\u200b\u200d\ufe00\ufe0f\U000e0061\U000e007f\U000e0100\U000e01ef"
_REGIONS = frozenset({"gbeng", "gbsct", "gbwls"})
"""The words that Unicode has agreed to write on a flag in letters that cannot be seen."""
_REGION = 5


def is_plain(text: str) -> bool:
    """Whether every character of a text without line feeds and tabs can be seen: the quick look, for most."""
    if not text.isprintable():
        return False
    return text.isascii() or _blanks().isdisjoint(_beyond_ascii(text))


def unseen(text: str) -> list[int]:
    """Where the characters stand that have no shape of their own and change none beside them.

    Controls, formats, fillers, unassigned and private characters. Line feeds and tabs are left out, and so
    are joiners, variation selectors and word breaks that do what Unicode made them for.
    """
    places: list[int] = []
    blanks = _blanks()
    idle = -1  # the last one found, so that what leans on it is idle too
    for k, char in enumerate(text):
        if char.isprintable() and char not in blanks:
            continue
        if has_no_shape(char) and not (k and idle != k - 1 and _works(char, text, k)):
            places.append(k)
            idle = k
    return places


def has_no_shape(char: str) -> bool:
    """Whether a character cannot be seen when it stands alone. Blanks, line feeds and tabs are seen."""
    if char.isprintable():
        return char >= _FIRST_BLANK and char in _blanks()
    return char not in "\n\t" and unicodedata.category(char) != "Zs" and char not in _NUMBER_SIGNS


def can_work(char: str) -> bool:
    """Whether there are signs behind which a character without shape changes what is seen."""
    return _in(char, _WORKERS)


def _works(char: str, text: str, k: int) -> bool:
    """Whether a character does its work behind the sign before it, which can be seen or works itself."""
    before, after = text[k - 1], text[k + 1 : k + 2]
    if after and has_no_shape(after):
        after = ""
    match char:
        case "\u200d":  # zero width joiner
            return _in(before, _JOINED) or (_pictured(before, text, k) and _in(after, _PICTURES))
        case "\u200c":  # zero width non-joiner
            return _in(before, _INDIC) or (_in(before, _JOINED) and _in(after, _JOINED))
        case "\u200b":  # zero width space
            return _in(before, _UNSPACED) and _in(after, _UNSPACED)
        case "\u180e":  # Mongolian vowel separator
            return _in(before, _MONGOLIAN) and after in {"\u1820", "\u1821"}
    return _varies(char, before, after) or _is_on_flag(char, text, k)


def _pictured(before: str, text: str, k: int) -> bool:
    """Whether a picture stands before, or a colour or style of one."""
    if _in(before, "\ufe0e\ufe0f") or _in(before, _SKINS):
        return _in(text[k - 2 : k - 1], _PICTURES)
    return _in(before, _PICTURES)


def _varies(char: str, before: str, after: str) -> bool:
    """Whether a variation selector stands behind a sign that Unicode gives variants."""
    if _in(char, "\ufe0e\ufe0f"):
        is_key = char == "\ufe0f" and before in "#*0123456789" and after == "\u20e3"
        return is_key or _in(before, _PICTURES) or _in(before, _ALSO_PICTURES)
    if _in(char, "\ufe00\ufe02"):
        is_mathematical = char == "\ufe00" and unicodedata.category(before) == "Sm" and not before.isascii()
        return _in(before, _HAN) or _in(before, _CJK_STOPS) or is_mathematical
    if _in(char, "\U000e0100\U000e01ef"):
        return _in(before, _HAN)
    return _in(char, "\u180b\u180f") and _in(before, _MONGOLIAN)


def _is_on_flag(char: str, text: str, k: int) -> bool:
    """Whether a tag character stands on the flag of England, Scotland or Wales."""
    if not (_in(char, _LETTER_TAGS) or char == _LAST_TAG):
        return False
    start = text.rfind(_FLAG, max(0, k - _REGION - 1), k) + 1
    word = "".join(chr(ord(tag) & 0x7F) for tag in text[start : start + _REGION])
    is_agreed = bool(start) and word in _REGIONS and text[start + _REGION : start + _REGION + 1] == _LAST_TAG
    return (
        is_agreed
        and k <= start + _REGION
        and all(_in(tag, _LETTER_TAGS) for tag in text[start : start + _REGION])
    )


def _in(char: str, ends: str) -> bool:
    place = bisect_right(ends, char)
    return bool(char) and (place % 2 == 1 or ends[place - 1 : place] == char)


_ASCII = bytes(range(0x80))


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


@cache
def _blanks() -> frozenset[str]:
    pairs = ((_BLANK[k], _BLANK[k + 1]) for k in range(0, len(_BLANK), 2))
    return frozenset(chr(code) for first, last in pairs for code in range(ord(first), ord(last) + 1))
