"""A number in the formats of Word: ``w:numFmt`` -> the sign that Word prints."""

from __future__ import annotations

from planctl.readers import numerals

_UKRAINIAN, _RUSSIAN = numerals.SCRIPTS[0], "абвгдежзиклмнопрстуфхцчшщыэюя"
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip  # noqa: E501
_SYMBOLS = "*†‡§"
_ENCLOSED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def number(value: int, form: str) -> str:
    """``iv`` for 4 in ``lowerRoman``. Unknown formats print figures."""
    match form:
        case "lowerLetter":
            return numerals.letters(value)
        case "upperLetter":
            return numerals.letters(value).upper()
        case "lowerRoman":
            return numerals.roman(value)
        case "upperRoman":
            return numerals.roman(value).upper()
        case "decimalZero":
            return f"{value:02}"
        case "none" | "bullet":
            return ""
        case "russianLower" | "russianUpper":
            letter = numerals.letters(value, _RUSSIAN)
            return letter.upper() if form.endswith("Upper") else letter
        case "ordinal":
            return f"{value}{_ending(value)}"
        case "cardinalText":
            return words(value).capitalize()
        case "ordinalText":
            return ordinal_words(value).capitalize()
        case _:
            return _other(value, form)


def _other(value: int, form: str) -> str:
    match form:
        case "hebrew1":
            return numerals.hebrew(value)
        case "hebrew2":
            return numerals.letters(value, numerals.SCRIPTS[4])
        case "arabicAlpha":
            return numerals.letters(value, numerals.SCRIPTS[5])
        case "arabicAbjad":
            return numerals.letters(value, numerals.SCRIPTS[6])
        case "numberInDash":
            return f"- {value} -"
        case "chicago":
            return numerals.letters(value, _SYMBOLS)
        case "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCountingThousand":
            return numerals.chinese(value)
        case "decimalEnclosedCircle" if 0 < value <= len(_ENCLOSED):
            return _ENCLOSED[value - 1]
        case "hex":
            return f"{value:X}"
    return str(value)


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
