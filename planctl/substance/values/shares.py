"""Shares in words and signs, and ratios: half, two thirds, ½, 2/3, 50:50."""

from __future__ import annotations

from fractions import Fraction

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.values.amounts import plain, written
from planctl.substance.values.company import measured_thing, time, with_company
from planctl.substance.values.numbers import number, slashed, vulgar
from planctl.substance.values.units import named_unit, unit_at

_HUNDRED = 100
_MOST_PARTS = 6


def share_in_words(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``half``, ``one third``, ``two-thirds``, ``a quarter of``, ``½``, ``2/3``; not ``a third party``."""
    low = sentence.low(i)
    sign = vulgar(low)
    if sign is not None:
        alone = (
            unit_at(sentence, i + 1) is None and sentence.low(i + 1) not in sentence.language.numbers.scales
        )
        return _share(sentence, sign, i, i + 1) if alone else None
    if sentence.sort(i) == "number":
        fraction = slashed(sentence, i)
        return (
            _share(sentence, fraction.value, i, fraction.last)
            if fraction and unit_at(sentence, fraction.last) is None
            else None
        )
    if sentence.sort(i) != "word":
        return None
    if low in sentence.language.numbers.halves:
        return _half(sentence, i)
    return _period(sentence, i) or _denominator(sentence, i)


def _period(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``within a week``."""
    language = sentence.language
    if (
        sentence.low(i) not in language.numbers.articles
        or sentence.low(i - 1) not in language.times.before_periods
    ):
        return None
    unit = named_unit(sentence, i + 1)
    if unit is None or unit.dimension not in {"hours", "months"}:
        return None
    return time(sentence, i, plain(unit.dimension, unit.size, unit.unit), unit.last)


def _denominator(sentence: Sentence, i: int) -> SentenceTerm | None:
    numbers = sentence.language.numbers
    low, j = sentence.low(i), i + 1
    j += sentence.low(j) == "-"
    top = numbers.cardinals.get(low, 1 if low in numbers.articles else 0)
    if not top or sentence.low(j) not in numbers.fractions:
        return None
    if low in numbers.articles and sentence.low(j + 1) not in sentence.language.units.of:
        return None
    return _share(sentence, Fraction(top, numbers.fractions[sentence.low(j)]), i, j + 1)


def _half(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``half``, ``half a year``, ``half a million``; not the second half of a year."""
    numbers, j = sentence.language.numbers, i + 1
    if sentence.low(j) in numbers.articles:
        if sentence.low(j + 1) in numbers.scales:
            return None
        unit = named_unit(sentence, j + 1)
        if unit:
            amount = plain(unit.dimension, unit.size / 2, unit.unit)
            return with_company(sentence, i, amount, unit.last)
    if sentence.low(i - 1) in numbers.not_halves or sentence.low(i - 1) == "-":
        return None
    return _share(sentence, Fraction(1, 2), i, j)


def _share(sentence: Sentence, value: Fraction, first: int, last: int) -> SentenceTerm:
    """A share; "half (50%)" is one term."""
    if sentence.low(last) == "(" and (inner := number(sentence, last + 1)):
        unit = unit_at(sentence, inner.last)
        equal = unit is not None and unit.dimension == "share" and inner.value * unit.size == value
        if unit and equal and sentence.low(unit.last) == ")":
            last = unit.last + 1
    amount = plain("share", value)
    return SentenceTerm("share", amount.value, first, last, amount, nouns=measured_thing(sentence, last)[0])


def ratio(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``50:50``, ``33:33:33``, ``50/50``; kept as written, equal parts brought down to 1:1."""
    if sentence.sort(i) != "number":
        return None
    parts: list[Fraction] = []
    last = i
    mark = sentence.low(i + 1)
    if (
        mark not in {":", "/"}
        or not sentence.glued(i + 1)
        or (sentence.low(i - 1) in {":", "/"} and sentence.glued(i))
    ):
        return None
    while sentence.sort(last) == "number" and sentence.low(last).isdecimal() and len(parts) < _MOST_PARTS:
        parts.append(Fraction(int(sentence.low(last)[:9])))
        last += 1
        if not (sentence.low(last) == mark and sentence.glued(last) and sentence.glued(last + 1)):
            break
        last += 1
    else:  # a row that goes on with something else, or without end
        return None
    labelled = sentence.sort(last) == "word" and sentence.glued(last) and sentence.low(last).isascii()  # 1:2a
    if labelled or len(parts) == 1 or (mark == "/" and sum(parts) != _HUNDRED):
        return None
    least = min(parts) or Fraction(1)
    amount = plain("share", Fraction(1, len(parts))) if len(set(parts)) == 1 else None
    return SentenceTerm("ratio", ":".join(written(part / least) for part in parts), i, last, amount)
