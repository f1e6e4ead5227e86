"""Numbers in digits or words: ``600,000``, ``100bn``, ``six hundred thousand``, ``ninety (90)``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from planctl.substance.drafts import Sentence
from planctl.substance.language import Language

_LONGEST = 30  # digits; nobody negotiates about more, and Python refuses to read thousands of them
_LONGEST_RUN = 16  # words of a spelled number
_GROUPED = re.compile(r"\d{1,3}(?:([,.' \n\u00a0\u2009\u202f’])\d{3})(?:\1\d{3})*")
_SYMBOLS = {"bn": 10**9, "mn": 10**6, "tn": 10**12}
_MONEY_SYMBOLS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_MOST_SCALES = 3  # "six hundred thousand million"
_SHORTEST_CODE = 3  # letters before a number that may be a currency; fewer make it a label: v28
VULGAR = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
"""Fractions that are one sign."""


class Numeral(NamedTuple):
    """A number that ends before token ``last``."""

    value: Fraction
    last: int


def numeral(sentence: Sentence, i: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at token ``i``, scale words and a repetition in brackets included.

    After a currency sign (``money``) short scales count as well: $5m.
    """
    if sentence.sort(i) == "number":
        found = _digits(sentence, i, money=money)
    else:
        found = _spelled(sentence, i) if sentence.language else None
    if found is None:
        return None
    return _repeated(sentence, _scaled(sentence, _and_half(sentence, found), money=money))


def _and_half(sentence: Sentence, found: Numeral) -> Numeral:
    """``one and a half``."""
    language, i = sentence.language, found.last
    if language is None or sentence.low(i) != language.joiner:
        return found
    half = sentence.low(i + 1) in language.articles and sentence.low(i + 2) in language.halves
    return Numeral(found.value + Fraction(1, 2), i + 3) if half else found


def parse(text: str, *, english: bool) -> Fraction | None:
    """Value of digits with grouping and decimals; None if they are no plain number (``1.2.3``)."""
    if len(text) > _LONGEST:
        return None
    whole, point, rest = text.rpartition(".")
    if _GROUPED.fullmatch(text) and not (english and _is_decimal(text)):
        return Fraction(int("".join(filter(str.isdigit, text))))
    if point and rest.isdigit() and (whole.isdigit() or _GROUPED.fullmatch(whole)):
        return Fraction("".join(filter(str.isdigit, whole)) + "." + rest)
    if text.isdigit():
        return Fraction(int(text))
    whole, comma, rest = text.partition(",")
    if comma and not english and whole.isdigit() and rest.isdigit():
        return Fraction(whole + "." + rest)
    return None


def _is_decimal(text: str) -> bool:
    """English ``1.125`` is a decimal; ``600.000`` is six hundred thousand written the continental way."""
    return text.count(".") == 1 and "," not in text and not text.endswith("00")


def _digits(sentence: Sentence, i: int, *, money: bool = False) -> Numeral | None:
    glued_word = sentence.glued(i) and sentence.sort(i - 1) == "word"
    if glued_word and len(sentence.low(i - 1)) < _SHORTEST_CODE:
        return None
    value = parse(sentence.low(i), english=sentence.language is not None)
    if value is None or _is_label(sentence, i + 1, money=money):
        return None
    vulgar = VULGAR.get(sentence.low(i + 1))
    return Numeral(value + vulgar, i + 2) if vulgar else Numeral(value, i + 1)


def _is_label(sentence: Sentence, i: int, *, money: bool) -> bool:
    """Whether the word after a number makes it a label: ``10b``, ``4 bis``, ``2nd``."""
    low, language = sentence.low(i), sentence.language
    if language and low in language.after_labels:
        return True
    if not sentence.glued(i) or sentence.sort(i) != "word" or _short_scale(sentence, i, money=money):
        return False
    return not (
        language
        and (low in language.scales or low in language.times or language.measures.at(sentence.tokens, i))
    )


def _short_scale(sentence: Sentence, i: int, *, money: bool) -> int:
    """``bn`` always; ``m``, ``k``, ``b``, ``t`` stuck to a number only with money: $5m, 5m euros."""
    low, language = sentence.low(i), sentence.language
    if low in _SYMBOLS:
        return _SYMBOLS[low]
    money = money or (language is not None and sentence.low(i + 1) in language.currencies)
    return _MONEY_SYMBOLS.get(low, 0) if money and sentence.glued(i) else 0


def _spelled(sentence: Sentence, i: int) -> Numeral | None:
    language = sentence.language
    if language is None or sentence.sort(i) != "word":
        return None
    low = sentence.low(i)
    if low in language.articles and sentence.low(i + 1) in language.scales:
        return Numeral(Fraction(1), i + 1)
    if (
        low in language.halves
        and sentence.low(i + 1) in language.articles
        and sentence.low(i + 2) in language.scales
    ):
        return Numeral(Fraction(1, 2), i + 2)
    if low not in language.cardinals:
        return None
    words, last = _run(sentence, language, i)
    value = _cardinal(tuple(words), language)
    return (
        Numeral(Fraction(value), last)
        if value is not None
        else Numeral(Fraction(language.cardinals[low]), i + 1)
    )


def _run(sentence: Sentence, language: Language, i: int) -> tuple[list[str], int]:
    """The number words from token ``i`` on; "and" only counts after hundred, thousand and so on."""
    words, last = [sentence.low(i)], i + 1
    while len(words) < _LONGEST_RUN:
        j = last
        if sentence.low(j) == "-" or (sentence.low(j) == language.joiner and words[-1] in language.scales):
            j += 1
        if not _is_number_word(sentence.low(j), language):
            break
        words.append(sentence.low(j))
        last = j + 1
    return words, last


def _is_number_word(low: str, language: Language) -> bool:
    return low in language.cardinals or (low in language.scales and low not in _SYMBOLS)


@lru_cache(maxsize=1024)
def _spelled_value(words: str, code: str) -> int | None:
    from text_to_num import text2num  # type: ignore[import-untyped]

    try:
        return int(text2num(words, code))
    except ValueError:
        return None


def _cardinal(words: tuple[str, ...], language: Language) -> int | None:
    """Single words are looked up; only longer runs are worth the import of text2num."""
    known: Mapping[str, int] = language.cardinals
    return known[words[0]] if len(words) == 1 else _spelled_value(" ".join(words), language.code)


def _scaled(sentence: Sentence, found: Numeral, *, money: bool) -> Numeral:
    value, last = found
    short = _short_scale(sentence, last, money=money)
    if short:
        return Numeral(value * short, last + 1)
    scales: Mapping[str, int] = sentence.language.scales if sentence.language else {}
    for _ in range(_MOST_SCALES):
        j = last + 1 if sentence.low(last) == "-" else last
        if sentence.low(j) not in scales:
            break
        value, last = value * scales[sentence.low(j)], j + 1
    return Numeral(value, last)


def _repeated(sentence: Sentence, found: Numeral) -> Numeral:
    """Take in "(90)" after "ninety", and "ninety" in brackets after 90."""
    i = found.last
    if sentence.low(i) != "(":
        return found
    inner = _digits(sentence, i + 1) if sentence.sort(i + 1) == "number" else _spelled(sentence, i + 1)
    if inner is None:
        return found
    inner = _scaled(sentence, inner, money=False)
    same = inner.value == found.value and sentence.low(inner.last) == ")"
    return Numeral(found.value, inner.last + 1) if same else found
