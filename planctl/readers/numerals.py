"""Numbers as lists write them: figures, letters of several scripts, Roman and Chinese numerals, ordinals."""

from __future__ import annotations

import re

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SCRIPTS = (
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "абвгдежзийклмнопрстуфхцчшщъюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
)
"""Alphabets in the order in which lists count; a letter may stand in several (Ukrainian and Russian skip
different ones)."""
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_SIGNS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LOOKS_LATIN = str.maketrans("іІхХсСмМ", "iIxXcCmM")
"""Cyrillic letters that Ukrainian and Russian typists use for Roman numerals."""
_HEBREW: dict[str, int] = dict(
    zip(SCRIPTS[4], (*range(1, 11), *range(20, 100, 10), 100, 200, 300, 400), strict=True)
)
_HEBREW |= dict(zip("ךםןףץ", (20, 40, 50, 80, 90), strict=True))
_CHINESE = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
FIRST = frozenset(
    {"premier", "première", "ier", "1er", "1ère", "first", "one", "primero", "primo", "unico", "único"}
)
NUMBER_WORDS = {
    word: value
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
        "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
        "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter",
    )
    for value, word in enumerate(words.split(), start=1)
}


def roman(value: int) -> str:
    """``iv`` for 4; figures above 3,999."""
    if not 0 < value < 4000:  # noqa: PLR2004 - no sign for more
        return str(value)
    out = []
    for size, sign in _ROMAN_SIGNS:
        count, value = divmod(value, size)
        out.append(sign * count)
    return "".join(out)


def of_roman(text: str) -> int | None:
    """4 for ``iv`` or ``IV``; None when it is no Roman numeral in its one right form."""
    small = text.translate(_LOOKS_LATIN).lower()
    if not small or not _ROMAN.fullmatch(small):
        return None
    total, rest = 0, small
    for size, sign in _ROMAN_SIGNS:
        while rest.startswith(sign):
            total, rest = total + size, rest[len(sign) :]
    return total


def letters(value: int, alphabet: str = ALPHABET) -> str:
    """``a`` for 1, ``z`` for 26, ``aa`` for 27, ``bb`` for 28, as word processors count."""
    turn, place = divmod(max(value, 1) - 1, len(alphabet))
    return alphabet[place] * (turn + 1)


def of_letters(text: str) -> list[tuple[str, int]]:
    """Every reading of a letter label: which alphabet, and which place in it. ``bb`` is 28."""
    small = text.lower()
    if not small or len(set(small)) != 1:
        return []
    return [
        (alphabet, alphabet.index(small[0]) + 1 + (len(small) - 1) * len(alphabet))
        for alphabet in (ALPHABET, *SCRIPTS)
        if small[0] in alphabet
    ]


def of_hebrew(text: str) -> int | None:
    """11 for the Hebrew numeral of a yod and an alef."""
    plain = text.replace("״", "").replace("׳", "").replace('"', "").replace("'", "")
    if not plain or any(letter not in _HEBREW for letter in plain):
        return None
    return sum(_HEBREW[letter] for letter in plain)


def hebrew(value: int) -> str:
    """The Hebrew numeral, 15 and 16 written as custom wants."""
    out, left = "", value
    for sign, size in sorted(_HEBREW.items(), key=lambda pair: -pair[1]):
        if sign in "ךםןףץ":
            continue
        while left >= size and not (left in {15, 16} and size == 10):  # noqa: PLR2004 - 9 + 6, 9 + 7
            out, left = out + sign, left - size
    return out


def of_chinese(text: str) -> int | None:
    """11 for ten-one; None for anything else than a numeral."""
    if not text or any(sign not in _CHINESE and sign not in _CHINESE_UNITS for sign in text):
        return None
    total, figure = 0, 0
    for sign in text:
        if sign in _CHINESE_UNITS:
            total, figure = total + (figure or 1) * _CHINESE_UNITS[sign], 0
        else:
            figure = figure * 10 + _CHINESE[sign] if not total and figure else _CHINESE[sign]
    return total + figure


def chinese(value: int) -> str:
    """Ten-one for 11; figures above 9,999."""
    if not 0 < value < 10_000:  # noqa: PLR2004 - the next unit is no part of list numbers
        return str(value)
    signs, out, gap = "〇一二三四五六七八九", "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure, value = divmod(value, size)
        if figure:
            out += ("零" if gap and out else "") + signs[figure] + unit
        gap = not figure
    return out.removeprefix("一") if out.startswith("一十") else out
