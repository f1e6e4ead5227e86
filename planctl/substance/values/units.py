"""What a number is measured in: units, currencies, per cent, and what it is for each of."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from planctl.substance.drafts import Sentence
from planctl.substance.language import units
from planctl.substance.values.generated import CODES, SIGNS, SIZES

_HUNDRED, _THOUSAND = 100, 1000
_PREFIXES = {
    "us": "us$",
    "c": "ca$",
    "ca": "ca$",
    "a": "a$",
    "au": "au$",
    "nz": "nz$",
    "hk": "hk$",
    "mx": "mx$",
}
_CURRENCY_FIRST = frozenset(SIGNS) | CODES | frozenset(_PREFIXES)
HEADS = _CURRENCY_FIRST | {"[", "-"}
"""Signs, codes and the bracket of a blank with which a quantity may begin in any language."""


_SYMBOLS = units(
    "kilometer: km\nmeter: m\ncentimeter: cm\nmillimeter: mm\nkilogram: kg\ngram: g\n"
    "milligram: mg\nhectare: ha\nsquare-kilometer: km²\nsquare-meter: m²\ncubic-meter: m³\n"
    "megawatt: mw\ngigawatt: gw\n"
    "kilowatt-hour: kwh\n"
    "celsius: °c\nfahrenheit: °f\ndegree: °\nkilometer-per-hour: km/h\nmilliliter: ml\ntonne: t"
)
"""Signs of units that every language shares."""


class Measure(NamedTuple):
    """What a number is measured in: the dimension, how much one is in its base, and where the words end."""

    dimension: str
    size: Fraction
    unit: str
    last: int


def unit_at(sentence: Sentence, i: int, *, scaled: bool = False) -> Measure | None:
    """The unit, currency or per cent that begins at token ``i``."""
    return (
        _percent(sentence, i)
        or _currency(sentence, i)
        or (_currency(sentence, i + 1) if scaled and sentence.low(i) in sentence.language.units.of else None)
        or named_unit(sentence, i)
    )


def _percent(sentence: Sentence, i: int) -> Measure | None:
    numbers, tokens = sentence.language.numbers, sentence.tokens
    point = numbers.points.at(tokens, i)
    if point:
        return Measure("point", Fraction(1), "", point.last)
    thousandth = numbers.permilles.at(tokens, i)
    if thousandth:
        return Measure("share", Fraction(1, _THOUSAND), "", thousandth.last)
    hundredth = numbers.percents.at(tokens, i)
    if hundredth or sentence.low(i) == "%":
        last = hundredth.last if hundredth else i + 1
        last += sentence.low(last) in sentence.language.grammar.each
        return Measure("share", Fraction(1, _HUNDRED), "", last)
    return None


def _currency(sentence: Sentence, i: int) -> Measure | None:
    low = sentence.low(i)
    if low in SIGNS:
        return Measure("money", Fraction(1), SIGNS[low], i + 1)
    if low in CODES and sentence.tokens[i].capital and sentence.sort(i) == "word":
        return Measure("money", Fraction(1), low.upper(), i + 1)
    j = i + (low == "-")
    named = sentence.language.units.currencies.at(sentence.tokens, j)
    return Measure("money", Fraction(1), named.meaning, named.last) if named else None


def named_unit(sentence: Sentence, i: int) -> Measure | None:
    """The unit that begins at token ``i``, with "working" before or after it."""
    units, tokens = sentence.language.units, sentence.tokens
    j = i + (sentence.low(i) == "-")
    sort = units.working.at(tokens, j)
    k = sort.last if sort else j
    named = units.units.at(tokens, k) or (_SYMBOLS.at(tokens, k) if sentence.tokens[k : k + 1] else None)
    if named is None:
        return None
    dimension, size = SIZES[named.meaning]
    last = named.last
    after = units.working.at(tokens, last)
    working = (sort.meaning if sort else "") or (after.meaning if after else "")
    last = after.last if after else last
    last += sentence.low(last) == "'" and dimension in {"hours", "months"}  # months' notice
    return Measure(dimension, Fraction(size), "working" if working == "working" else "", last)


def money_before(sentence: Sentence, i: int) -> tuple[str, int] | None:
    """``$``, ``US$``, ``EUR`` before a number."""
    low, j = sentence.low(i), i + 1
    if low in SIGNS:
        return SIGNS[low], j
    if low in _PREFIXES and sentence.low(j) == "$" and sentence.glued(j):
        return SIGNS.get(_PREFIXES[low], "USD"), j + 1
    if low in CODES and sentence.sort(i) == "word" and sentence.tokens[i].capital:
        return low.upper(), j
    return None


def per_at(sentence: Sentence, i: int) -> tuple[str, int]:
    """``per hour``, ``a day``: the unit of time that a value is for each of, and where it ends."""
    low = sentence.low(i)
    if low == "/" or low in sentence.language.units.per:
        unit = sentence.language.units.units.at(sentence.tokens, i + 1)
        if unit and unit.last <= i + 3:
            return unit.meaning, unit.last
    return "", i
