"""What stands with an amount: what is measured or counted, per what; lengths of time, ages and angles."""

from __future__ import annotations

from fractions import Fraction

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.terms import Kind
from planctl.substance.values.amounts import Amount, AmountRange, plain
from planctl.substance.values.nouns import Counted, noun
from planctl.substance.values.numbers import number
from planctl.substance.values.units import per_at

_OLDEST = 99  # years
_AGE_WORDS = 2  # "age of"
_LIMIT_WORDS = 3  # "no more than"
COMPANY_KINDS: dict[str, Kind] = {
    "money": "money",
    "share": "percentage",
    "point": "percentage",
    "hours": "duration",
    "months": "duration",
    "age": "duration",
}
"""The kind of an amount of each dimension; of others it is a figure."""


def with_company(sentence: Sentence, i: int, amount: Amount, last: int) -> SentenceTerm:
    """A measure with what is measured, and what it is for each of: tonnes of seed, euros a day."""
    kind = COMPANY_KINDS.get(amount.dimension, "figure")
    if amount.dimension in {"hours", "months"}:
        return time(sentence, i, amount, last)
    per, end = per_at(sentence, last)
    counted, after = measured_thing(sentence, end)
    if not per and (late := per_at(sentence, after))[0]:
        per, end = late
    return SentenceTerm(kind, amount.value, i, end, amount, amount.unit or amount.dimension, counted, per)


def measured_thing(sentence: Sentence, i: int) -> tuple[frozenset[str], int]:
    """``seed`` in "3 tonnes of seed", and where it ends."""
    if sentence.low(i) not in sentence.language.units.of:
        return frozenset(), i
    j = i + 1
    while (
        sentence.low(j) in sentence.language.grammar.the
        or sentence.low(j) in sentence.language.numbers.definite
    ):
        j += 1
    if number(sentence, j):
        return frozenset(), i
    measured = noun(sentence, j)
    return measured.stems, measured.last


def time(sentence: Sentence, i: int, amount: Amount, last: int) -> SentenceTerm:
    """A length of time, or an age."""
    language = sentence.language
    aged = language.units.aged.at(sentence.tokens, last)
    if aged or language.units.ages.before(sentence.tokens, i, _AGE_WORDS) or _is_of_people(sentence, i):
        return _age(i, amount, aged.last if aged else last)
    last, amount = _and_a_half(sentence, amount, last)
    return SentenceTerm(
        "duration", amount.value, i, last, amount, f"{amount.unit} {amount.dimension}".strip()
    )


def _is_of_people(sentence: Sentence, i: int) -> bool:
    """``mineurs de moins de 16 ans``, ``children over 7 years``: an age, as nothing lies between."""
    language = sentence.language
    limit = language.numbers.bounds.before(sentence.tokens, i, _LIMIT_WORDS)
    before = limit[1] - 1 if limit else i
    before -= sentence.low(before) in language.units.of
    return before < i and limit is not None and sentence.low(before) in language.units.people


def _and_a_half(sentence: Sentence, amount: Amount, last: int) -> tuple[int, Amount]:
    """``un an et demi``."""
    numbers = sentence.language.numbers
    if not (
        numbers.joiner and sentence.low(last) == numbers.joiner and sentence.low(last + 1) in numbers.halves
    ):
        return last, amount
    if numbers.spelled == "en":
        return last, amount
    unit = Fraction(12 if amount.dimension == "months" else 1)
    return last + 2, amount._replace(low=amount.low + unit / 2, high=amount.high + unit / 2)


def _age(i: int, amount: Amount, last: int) -> SentenceTerm:
    years = plain("age", amount.low / 12 if amount.dimension == "months" else amount.low)
    return SentenceTerm("duration", years.value, i, last, years, "age")


def angle(sentence: Sentence, i: int, amount: Amount, last: int) -> SentenceTerm:
    """``17° 40' north``: degrees, minutes and where they point."""
    minutes = number(sentence, last)
    units, tokens = sentence.language.units, sentence.tokens
    value = amount.low
    if minutes and minutes.value < 60:  # noqa: PLR2004
        named = units.units.at(tokens, minutes.last)
        if sentence.low(minutes.last) == "'" or (named and named.meaning == "minute"):
            value += minutes.value / 60
            last = named.last if named else minutes.last + 1
            seconds = number(sentence, last)
            if seconds and sentence.low(seconds.last) == '"':
                value, last = value + seconds.value / 3600, seconds.last + 1
    way = (
        units.compass.get(sentence.low(last), "")
        if sentence.glued(last) or sentence.sort(last) == "word"
        else ""
    )
    last += bool(way)
    bearing = amount._replace(low=value, high=value if amount.is_plain else amount.high, unit=way)
    return SentenceTerm("figure", bearing.value, i, last, bearing, "angle")


def counted(
    sentence: Sentence, i: int, ends: AmountRange, also: AmountRange | None, last: int
) -> SentenceTerm | None:
    """A number and the noun it counts. ``28-point`` and spelled ``one`` by itself are no figures."""
    language = sentence.language
    if sentence.low(last) == "-" and (
        sentence.low(last + 1) in language.labels or _is_compound(sentence, last + 1)
    ):
        return None
    aged = language.units.ages.before(sentence.tokens, i, _AGE_WORDS)
    if aged:
        return _age(i, plain("age", ends[0] * 12), last)._replace(
            amount=plain("age", ends[0]), value=plain("age", ends[0]).value
        )
    spelled = sentence.sort(i) == "word"
    if spelled and sentence.low(i - 1) in language.numbers.definite:
        return None
    counted = noun(sentence, last)
    if _is_bare_age(sentence, i, counted, ends):
        age = plain("age", ends[0])
        return SentenceTerm("duration", age.value, i, last, age, "age")
    if spelled and ends[0] == ends[1] == 1 and not counted.stems:
        return None
    amount = Amount("count", *ends, "", also)
    per, end = per_at(sentence, counted.last)
    named = not spelled and not counted.stems and language.is_complete and sentence.is_content(i - 1)
    weak = (spelled and ends[0] <= 1) or named  # "pier 4", which may be its number
    return SentenceTerm("figure", amount.value, i, end, amount, counted.head, counted.stems, per, weak=weak)


def _is_bare_age(sentence: Sentence, i: int, counted: Counted, ends: AmountRange) -> bool:
    """``competitors under 16``: no noun in the plural follows."""
    units = sentence.language.units
    if (
        sentence.low(i - 1) not in units.age_bounds
        or not 0 < ends[0] <= _OLDEST
        or not sentence.is_content(i - 2)
    ):
        return False
    follows = sentence.low(counted.last - 1)
    return not counted.stems or (follows not in units.nouns and not follows.endswith(units.plurals))


def _is_compound(sentence: Sentence, i: int) -> bool:
    """``three-dimensional``: an adjective, no count."""
    return sentence.glued(i) and sentence.low(i).endswith(sentence.language.units.compounds)
