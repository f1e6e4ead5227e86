"""A number in the formats of Word: ``w:numFmt`` -> the sign that Word prints."""

from __future__ import annotations

from collections.abc import Callable

from planctl.readers import numerals

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_CARDINALS = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_SYMBOLS = "*†‡§"
_ENCLOSED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def number(value: int, form: str) -> str:
    """``iv`` for 4 in ``lowerRoman``. Unknown formats print figures."""
    write = _WRITE.get(form)
    return write(value) if write else str(value)


def _letters(alphabet: str, *, upper: bool = False) -> Callable[[int], str]:
    signs = alphabet.upper() if upper else alphabet
    return lambda value: numerals.letters(value, signs)


def _enclosed(value: int) -> str:
    return _ENCLOSED[value - 1] if 0 < value <= len(_ENCLOSED) else str(value)


def _ending(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def words(value: int) -> str:
    """``twenty-one``; figures above 99."""
    if not 0 <= value < 100:  # noqa: PLR2004 - lists are shorter
        return str(value)
    if value < len(_CARDINALS):
        return _CARDINALS[value]
    ten, one = divmod(value, 10)
    return _TENS[ten] + (f"-{_CARDINALS[one]}" if one else "")


def ordinal_words(value: int) -> str:
    """``twenty-first``."""
    head, dash, last = words(value).rpartition("-")
    if last in _ORDINALS:
        return head + dash + _ORDINALS[last]
    return head + dash + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


_WRITE: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "lowerLetter": _letters(numerals.ALPHABET),
    "upperLetter": _letters(numerals.ALPHABET, upper=True),
    "lowerRoman": numerals.roman,
    "upperRoman": lambda value: numerals.roman(value).upper(),
    "decimalZero": lambda value: f"{value:02}",
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN, upper=True),
    "ordinal": lambda value: f"{value}{_ending(value)}",
    "cardinalText": lambda value: words(value).capitalize(),
    "ordinalText": lambda value: ordinal_words(value).capitalize(),
    "hebrew1": numerals.hebrew,
    "hebrew2": _letters(numerals.SCRIPTS[4]),
    "arabicAlpha": _letters(numerals.SCRIPTS[5]),
    "arabicAbjad": _letters(numerals.SCRIPTS[6]),
    "numberInDash": lambda value: f"- {value} -",
    "chicago": _letters(_SYMBOLS),
    "chineseCounting": numerals.chinese,
    "chineseCountingThousand": numerals.chinese,
    "japaneseCounting": numerals.chinese,
    "taiwaneseCountingThousand": numerals.chinese,
    "decimalEnclosedCircle": _enclosed,
    "hex": lambda value: f"{value:X}",
}
