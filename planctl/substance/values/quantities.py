"""Money, shares, measures, durations and counted things: a number, or two as a range, with what follows."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.values.amounts import Amount, AmountRange, written
from planctl.substance.values.company import COMPANY_KINDS, angle, counted, with_company
from planctl.substance.values.nouns import noun
from planctl.substance.values.numbers import Number, is_sign, number, vulgar
from planctl.substance.values.shares import ratio, share_in_words
from planctl.substance.values.units import HEADS, Measure, money_before, unit_at

_THOUSAND = 1000
_ALTERNATIVES = 6  # brackets beside each other that share a unit
_BRACKETED = 6  # tokens of a number in brackets, the marks included


class _Measure(NamedTuple):
    """A number with its unit, if it has one of its own."""

    number: Number
    unit: Measure | None
    last: int


def begins(sentence: Sentence, i: int) -> bool:
    """Whether a quantity may begin at token ``i``, as far as the first word tells."""
    token = sentence.tokens[i]
    if token.sort == "number" or token.low in sentence.language.number_heads:
        return True
    if token.low in HEADS:
        return token.low != "-" or is_sign(sentence, i)
    return token.sort == "mark" and vulgar(token.low) is not None


def quantity(sentence: Sentence, i: int) -> SentenceTerm | None:
    """The quantity that begins at token ``i``, if one does."""
    if sentence.low(i) == "[":
        return _blank(sentence, i)
    return share_in_words(sentence, i) or ratio(sentence, i) or _measured(sentence, i)


def _blank(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``[ ] years``: a number that is left open."""
    if sentence.low(i + 1) != "]":
        return None
    unit = unit_at(sentence, i + 2)
    if unit is not None:
        kind = COMPANY_KINDS.get(unit.dimension, "figure")
        return SentenceTerm(
            kind, f"blank {unit.dimension} {unit.unit} {unit.size}", i, unit.last, unit=unit.dimension
        )
    counted = noun(sentence, i + 2)
    if not counted.stems:
        return None
    return SentenceTerm(
        "figure",
        f"blank {' '.join(sorted(counted.stems))}",
        i,
        counted.last,
        nouns=counted.stems,
        unit="count",
        weak=True,
    )


def _measure(sentence: Sentence, i: int) -> _Measure | None:
    """One number with the unit before or after it."""
    before = money_before(sentence, i)
    if before:
        currency, j = before
        numeral = number(sentence, j, money=True)
        return (
            _Measure(numeral, Measure("money", Fraction(1), currency, numeral.last), numeral.last)
            if numeral
            else None
        )
    numeral = number(sentence, i)
    if numeral is None:
        return None
    unit = unit_at(sentence, numeral.last, scaled=numeral.scale > 1)
    return _Measure(numeral, unit, unit.last if unit else numeral.last)


def _measured(sentence: Sentence, i: int) -> SentenceTerm | None:
    """Whatever begins with a number: one amount or a range."""
    first = _measure(sentence, i)
    if first is None:
        return None
    if _is_bracketed(sentence, i, first.number.last):
        return _bracketed(sentence, i, first)
    return _multiplied(sentence, i, first) or _one_or_two(sentence, i, first)


def _one_or_two(sentence: Sentence, i: int, first: _Measure) -> SentenceTerm | None:
    """An amount, or a range; "5 or 10 km" are two amounts that share a unit."""
    second, ranged = _second(sentence, i, first)
    if second is None or ranged:
        return _draft(sentence, i, first, second)
    shares = first.unit is None and second.unit is not None
    draft = _draft(sentence, i, first._replace(unit=second.unit) if shares else first, None)
    return draft._replace(last=first.number.last, reach=second.last) if draft and shares else draft


def _multiplied(sentence: Sentence, i: int, first: _Measure) -> SentenceTerm | None:
    """``2 x 45 minutes``."""
    if first.unit or sentence.low(first.last) not in {"x", "×"}:
        return None
    second = _measure(sentence, first.last + 1)
    if second is None:
        return None
    draft = _draft(sentence, i, second, None)
    return draft and draft._replace(per=f"x{written(first.number.value)} {draft.per}".strip())


def _second(sentence: Sentence, i: int, first: _Measure) -> tuple[_Measure | None, bool]:
    """The number after a dash, "to", or an "and" that follows "between"; and whether they are a range."""
    language, joint = sentence.language, first.last
    low = sentence.low(joint)
    j = joint + 1
    if low == ",":
        return None, False
    is_dash = low == "-" and (sentence.sort(j) == "number" or money_before(sentence, j) is not None)
    ranged = is_dash or low in language.numbers.to or _is_between(sentence, i, joint)
    if not (ranged or low in language.grammar.lists):
        return None, False
    second = _measure(sentence, j)
    if second is None:
        return None, False
    return second, ranged and _fits(first, second, is_dash=is_dash)


def _is_between(sentence: Sentence, i: int, joint: int) -> bool:
    return (
        sentence.low(i - 1) in sentence.language.numbers.between
        and sentence.low(joint) in sentence.language.grammar.and_or
    )


def _fits(first: _Measure, second: _Measure, *, is_dash: bool) -> bool:
    if first.unit is None or second.unit is None:
        return is_dash or first.unit is None or second.last == second.number.last
    return (first.unit.dimension, first.unit.unit) == (second.unit.dimension, second.unit.unit)


def _draft(sentence: Sentence, i: int, first: _Measure, second: _Measure | None) -> SentenceTerm | None:
    last = second.last if second else first.last
    unit = (second.unit if second else None) or first.unit
    ends = _ends(first, second)
    also = _also(first, second)
    if unit is None:
        return counted(sentence, i, ends, also, last)
    amount = Amount(unit.dimension, ends[0] * unit.size, ends[1] * unit.size, unit.unit, None)
    if second and first.unit and second.unit:
        amount = amount._replace(low=ends[0] * first.unit.size, high=ends[1] * second.unit.size)
    if also:
        amount = amount._replace(also=(also[0] * unit.size, also[1] * unit.size))
    if unit.dimension == "angle":
        return angle(sentence, i, amount, last)
    return with_company(sentence, i, amount, last)


def _ends(first: _Measure, second: _Measure | None) -> AmountRange:
    """Both ends of a range: the first shares the scale of the second where it has none."""
    low = first.number.value
    if second is None:
        return low, low
    high = second.number.value
    if second.number.scale > 1 and first.number.scale == 1 and low < second.number.scale:
        low *= second.number.scale
    return low, high


def _also(first: _Measure, second: _Measure | None) -> AmountRange | None:
    low, high = first.number, (second or first).number
    if second and second.number.grouped and first.number.scale == 1 and low.value < _THOUSAND <= high.value:
        return low.value * _THOUSAND, high.value  # $5-8,000
    if low.also is None and high.also is None:
        return None
    return low.also or low.value, high.also or high.value


def _is_bracketed(sentence: Sentence, i: int, last: int) -> bool:
    """Whether a number stands alone in brackets; stuck to a word, it is a footnote."""
    footnote = sentence.glued(i - 1) and sentence.sort(i - 2) == "word"
    return sentence.low(i - 1) == "[" and sentence.low(last) == "]" and not footnote


def _bracketed(sentence: Sentence, i: int, first: _Measure) -> SentenceTerm | None:
    """``[30] days``, ``[30][60] days``: the unit stands after the brackets."""
    after = _past_brackets(sentence, first.number.last)
    unit = unit_at(sentence, after)
    measure = _Measure(first.number, unit, unit.last if unit else after)
    draft = _draft(sentence, i, measure, None)
    return draft and draft._replace(last=first.number.last, reach=draft.last)


def _past_brackets(sentence: Sentence, i: int) -> int:
    """After the closing mark at token ``i`` and a few further short brackets."""
    i += 1
    for _ in range(_ALTERNATIVES):
        if sentence.low(i) != "[":
            break
        close = next((j for j in range(i, i + _BRACKETED) if sentence.low(j) == "]"), 0)
        if not close:
            break
        i = close + 1
    return i
