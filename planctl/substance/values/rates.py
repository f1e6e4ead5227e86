"""How often: ``twice a year``, ``every three months``, ``weekly``; as the time from one to the next."""

from __future__ import annotations

from fractions import Fraction

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.values.amounts import plain
from planctl.substance.values.generated import SIZES
from planctl.substance.values.numbers import number

_DAYS, _WEEKS = Fraction(24), Fraction(168)


def rate(sentence: Sentence, i: int) -> SentenceTerm | None:
    """The frequency that begins at token ``i``, if one does."""
    return _times(sentence, i) or _every(sentence, i) or _adverb(sentence, i)


def _draft(dimension: str, period: Fraction, first: int, last: int, *, weak: bool = False) -> SentenceTerm:
    amount = plain(f"every {dimension}", period)
    return SentenceTerm("frequency", amount.value, first, last, amount, unit=dimension, weak=weak)


def _times(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``once a year``, ``three times a week``, ``deux fois par an``."""
    units = sentence.language.units
    count = Fraction(units.multiples.get(sentence.low(i), 0))
    last = i + 1
    if not count:
        numeral = None if units.times.isdisjoint(sentence.words) else number(sentence, i)
        if numeral is None or sentence.low(numeral.last) not in units.times:
            return None
        count, last = numeral.value, numeral.last + 1
    period = _period(sentence, last)
    if period is None or count <= 0:
        return None
    dimension, size, last = period
    return _draft(dimension, size / count, i, last)


def _period(sentence: Sentence, i: int) -> tuple[str, Fraction, int] | None:
    """``a year``, ``per week``, ``yearly``, ``every two years``."""
    units = sentence.language.units
    often = units.adverbs.at(sentence.tokens, i)
    if often:
        dimension, size = _sized(often.meaning)
        return dimension, size, often.last
    if sentence.low(i) not in units.per:
        return None
    numeral = number(sentence, i + 1)
    unit = units.units.at(sentence.tokens, numeral.last if numeral else i + 1)
    if unit is None or SIZES[unit.meaning][0] not in {"hours", "months"}:
        return None
    dimension, text = SIZES[unit.meaning]
    return dimension, Fraction(text) * (numeral.value if numeral else 1), unit.last


def _sized(meaning: str) -> tuple[str, Fraction]:
    sort, _, count = meaning.partition(" ")
    size = Fraction(count)
    return {"days": ("hours", size * _DAYS), "weeks": ("hours", size * _WEEKS)}.get(sort, ("months", size))


def _every(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``every three months``, ``tous les deux ans``; also ``every month``."""
    units = sentence.language.units
    every = units.every.at(sentence.tokens, i)
    if every is None:
        return None
    j = every.last
    j += sentence.low(j) in sentence.language.grammar.the
    numeral = number(sentence, j)
    unit = units.units.at(sentence.tokens, numeral.last if numeral else j)
    if unit is None or SIZES[unit.meaning][0] not in {"hours", "months"}:
        return None
    dimension, text = SIZES[unit.meaning]
    size = Fraction(text) * (numeral.value if numeral else 1)
    return _draft(dimension, size, i, unit.last) if size > 0 else None


def _adverb(sentence: Sentence, i: int) -> SentenceTerm | None:
    adverb = sentence.language.units.adverbs.at(sentence.tokens, i)
    return _draft(*_sized(adverb.meaning), i, adverb.last, weak=True) if adverb else None
