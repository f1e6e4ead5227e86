"""Money, shares, measures, durations and counted things: a number, or two as a range, with what follows."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import units
from planctl.substance.terms import Kind
from planctl.substance.values.amounts import Amount, Pair, plain, written
from planctl.substance.values.generated import CODES, SIGNS, SIZES
from planctl.substance.values.nouns import Counted, noun
from planctl.substance.values.numbers import Number, is_sign, number, slashed, vulgar

_HUNDRED, _THOUSAND = 100, 1000
_ALTERNATIVES = 6  # brackets beside each other that share a unit
_OLDEST = 99  # years
_BRACKETED = 6  # tokens of a number in brackets, the marks included
_AGE_WORDS = 2  # "age of"
_LIMIT_WORDS = 3  # "no more than"
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
_KINDS: dict[str, Kind] = {
    "money": "money",
    "share": "percentage",
    "point": "percentage",
    "hours": "duration",
    "months": "duration",
    "age": "duration",
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


class Unit(NamedTuple):
    """What a number is measured in: the dimension, how much one is in its base, and where the words end."""

    dimension: str
    size: Fraction
    unit: str
    last: int


class _Measure(NamedTuple):
    """A number with its unit, if it has one of its own."""

    number: Number
    unit: Unit | None
    last: int


def begins(sentence: Sentence, i: int) -> bool:
    """Whether a quantity may begin at token ``i``, as far as the first word tells."""
    token = sentence.tokens[i]
    if token.sort == "number" or token.low in sentence.language.number_heads:
        return True
    if token.low in HEADS:
        return token.low != "-" or is_sign(sentence, i)
    return token.sort == "mark" and vulgar(token.low) is not None


def quantity(sentence: Sentence, i: int) -> Draft | None:
    """The quantity that begins at token ``i``, if one does."""
    if sentence.low(i) == "[":
        return _blank(sentence, i)
    return _share_in_words(sentence, i) or _ratio(sentence, i) or _measured(sentence, i)


def _blank(sentence: Sentence, i: int) -> Draft | None:
    """``[ ] years``: a number that is left open."""
    if sentence.low(i + 1) != "]":
        return None
    unit = unit_at(sentence, i + 2)
    if unit is not None:
        kind = _KINDS.get(unit.dimension, "figure")
        return Draft(
            kind, f"blank {unit.dimension} {unit.unit} {unit.size}", i, unit.last, unit=unit.dimension
        )
    counted = noun(sentence, i + 2)
    if not counted.stems:
        return None
    return Draft(
        "figure",
        f"blank {' '.join(sorted(counted.stems))}",
        i,
        counted.last,
        nouns=counted.stems,
        unit="count",
        weak=True,
    )


# -- a number and its unit ---------------------------------------------------------------------------


def unit_at(sentence: Sentence, i: int, *, scaled: bool = False) -> Unit | None:
    """The unit, currency or per cent that begins at token ``i``."""
    return (
        _percent(sentence, i)
        or _currency(sentence, i)
        or (_currency(sentence, i + 1) if scaled and sentence.low(i) in sentence.language.units.of else None)
        or _named_unit(sentence, i)
    )


def _percent(sentence: Sentence, i: int) -> Unit | None:
    numbers, tokens = sentence.language.numbers, sentence.tokens
    point = numbers.points.at(tokens, i)
    if point:
        return Unit("point", Fraction(1), "", point.last)
    thousandth = numbers.permilles.at(tokens, i)
    if thousandth:
        return Unit("share", Fraction(1, _THOUSAND), "", thousandth.last)
    hundredth = numbers.percents.at(tokens, i)
    if hundredth or sentence.low(i) == "%":
        last = hundredth.last if hundredth else i + 1
        last += sentence.low(last) in sentence.language.grammar.each
        return Unit("share", Fraction(1, _HUNDRED), "", last)
    return None


def _currency(sentence: Sentence, i: int) -> Unit | None:
    low = sentence.low(i)
    if low in SIGNS:
        return Unit("money", Fraction(1), SIGNS[low], i + 1)
    if low in CODES and sentence.tokens[i].capital and sentence.sort(i) == "word":
        return Unit("money", Fraction(1), low.upper(), i + 1)
    j = i + (low == "-")
    named = sentence.language.units.currencies.at(sentence.tokens, j)
    return Unit("money", Fraction(1), named.meaning, named.last) if named else None


def _named_unit(sentence: Sentence, i: int) -> Unit | None:
    units, tokens = sentence.language.units, sentence.tokens
    j = i + (sentence.low(i) == "-")
    sort = units.working.at(tokens, j)
    k = sort.last if sort else j
    found = units.units.at(tokens, k) or (_SYMBOLS.at(tokens, k) if sentence.tokens[k : k + 1] else None)
    if found is None:
        return None
    dimension, size = SIZES[found.meaning]
    last = found.last
    after = units.working.at(tokens, last)
    working = (sort.meaning if sort else "") or (after.meaning if after else "")
    last = after.last if after else last
    last += sentence.low(last) == "'" and dimension in {"hours", "months"}  # months' notice
    return Unit(dimension, Fraction(size), "working" if working == "working" else "", last)


def _money_before(sentence: Sentence, i: int) -> tuple[str, int] | None:
    """``$``, ``US$``, ``EUR`` before a number."""
    low, j = sentence.low(i), i + 1
    if low in SIGNS:
        return SIGNS[low], j
    if low in _PREFIXES and sentence.low(j) == "$" and sentence.glued(j):
        return SIGNS.get(_PREFIXES[low], "USD"), j + 1
    if low in CODES and sentence.sort(i) == "word" and sentence.tokens[i].capital:
        return low.upper(), j
    return None


def _measure(sentence: Sentence, i: int) -> _Measure | None:
    """One number with the unit before or after it."""
    before = _money_before(sentence, i)
    if before:
        currency, j = before
        found = number(sentence, j, money=True)
        return (
            _Measure(found, Unit("money", Fraction(1), currency, found.last), found.last) if found else None
        )
    found = number(sentence, i)
    if found is None:
        return None
    unit = unit_at(sentence, found.last, scaled=found.scale > 1)
    return _Measure(found, unit, unit.last if unit else found.last)


def _measured(sentence: Sentence, i: int) -> Draft | None:
    """Whatever begins with a number: one amount or a range."""
    first = _measure(sentence, i)
    if first is None:
        return None
    if _is_bracketed(sentence, i, first.number.last):
        return _bracketed(sentence, i, first)
    return _multiplied(sentence, i, first) or _one_or_two(sentence, i, first)


def _one_or_two(sentence: Sentence, i: int, first: _Measure) -> Draft | None:
    """An amount, or a range; "5 or 10 km" are two amounts that share a unit."""
    second, ranged = _second(sentence, i, first)
    if second is None or ranged:
        return _draft(sentence, i, first, second)
    shares = first.unit is None and second.unit is not None
    found = _draft(sentence, i, first._replace(unit=second.unit) if shares else first, None)
    return found._replace(last=first.number.last, reach=second.last) if found and shares else found


def _multiplied(sentence: Sentence, i: int, first: _Measure) -> Draft | None:
    """``2 x 45 minutes``."""
    if first.unit or sentence.low(first.last) not in {"x", "×"}:
        return None
    second = _measure(sentence, first.last + 1)
    if second is None:
        return None
    found = _draft(sentence, i, second, None)
    return found and found._replace(per=f"x{written(first.number.value)} {found.per}".strip())


def _second(sentence: Sentence, i: int, first: _Measure) -> tuple[_Measure | None, bool]:
    """The number after a dash, "to", or an "and" that follows "between"; and whether they are a range."""
    language, joint = sentence.language, first.last
    low = sentence.low(joint)
    j = joint + 1
    if low == ",":
        return None, False
    is_dash = low == "-" and (sentence.sort(j) == "number" or _money_before(sentence, j) is not None)
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


# -- drafts ------------------------------------------------------------------------------------------


def _draft(sentence: Sentence, i: int, first: _Measure, second: _Measure | None) -> Draft | None:
    last = second.last if second else first.last
    unit = (second.unit if second else None) or first.unit
    ends = _ends(first, second)
    also = _also(first, second)
    if unit is None:
        return _counted(sentence, i, ends, also, last)
    amount = Amount(unit.dimension, ends[0] * unit.size, ends[1] * unit.size, unit.unit, None)
    if second and first.unit and second.unit:
        amount = amount._replace(low=ends[0] * first.unit.size, high=ends[1] * second.unit.size)
    if also:
        amount = amount._replace(also=(also[0] * unit.size, also[1] * unit.size))
    if unit.dimension == "angle":
        return _angle(sentence, i, amount, last)
    return _with_company(sentence, i, amount, last)


def _ends(first: _Measure, second: _Measure | None) -> Pair:
    """Both ends of a range: the first shares the scale of the second where it has none."""
    low = first.number.value
    if second is None:
        return low, low
    high = second.number.value
    if second.number.scale > 1 and first.number.scale == 1 and low < second.number.scale:
        low *= second.number.scale
    return low, high


def _also(first: _Measure, second: _Measure | None) -> Pair | None:
    low, high = first.number, (second or first).number
    if second and second.number.grouped and first.number.scale == 1 and low.value < _THOUSAND <= high.value:
        return low.value * _THOUSAND, high.value  # $5-8,000
    if low.also is None and high.also is None:
        return None
    return low.also or low.value, high.also or high.value


def _with_company(sentence: Sentence, i: int, amount: Amount, last: int) -> Draft:
    """A measure with what is measured, and what it is for each of: tonnes of seed, euros a day."""
    kind = _KINDS.get(amount.dimension, "figure")
    if amount.dimension in {"hours", "months"}:
        return _time(sentence, i, amount, last)
    per, end = per_at(sentence, last)
    counted, after = _measured_thing(sentence, end)
    if not per and (late := per_at(sentence, after))[0]:
        per, end = late
    return Draft(kind, amount.value, i, end, amount, amount.unit or amount.dimension, counted, per)


def _measured_thing(sentence: Sentence, i: int) -> tuple[frozenset[str], int]:
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
    found = noun(sentence, j)
    return found.stems, found.last


def per_at(sentence: Sentence, i: int) -> tuple[str, int]:
    """``per hour``, ``a day``: the unit of time that a value is for each of, and where it ends."""
    low = sentence.low(i)
    if low == "/" or low in sentence.language.units.per:
        unit = sentence.language.units.units.at(sentence.tokens, i + 1)
        if unit and unit.last <= i + 3:
            return unit.meaning, unit.last
    return "", i


def _time(sentence: Sentence, i: int, amount: Amount, last: int) -> Draft:
    language = sentence.language
    aged = language.units.aged.at(sentence.tokens, last)
    if aged or language.units.ages.before(sentence.tokens, i, _AGE_WORDS) or _is_of_people(sentence, i):
        return _age(i, amount, aged.last if aged else last)
    last, amount = _and_a_half(sentence, amount, last)
    return Draft("duration", amount.value, i, last, amount, f"{amount.unit} {amount.dimension}".strip())


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


def _age(i: int, amount: Amount, last: int) -> Draft:
    years = plain("age", amount.low / 12 if amount.dimension == "months" else amount.low)
    return Draft("duration", years.value, i, last, years, "age")


def _angle(sentence: Sentence, i: int, amount: Amount, last: int) -> Draft:
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
    found = amount._replace(low=value, high=value if amount.is_plain else amount.high, unit=way)
    return Draft("figure", found.value, i, last, found, "angle")


def _counted(sentence: Sentence, i: int, ends: Pair, also: Pair | None, last: int) -> Draft | None:
    """A number and the noun it counts. ``28-point`` and spelled ``one`` by itself are no figures."""
    language = sentence.language
    if sentence.low(last) == "-" and (
        sentence.low(last + 1) in language.labels or _is_compound(sentence, last + 1)
    ):
        return None
    found = language.units.ages.before(sentence.tokens, i, _AGE_WORDS)
    if found:
        return _age(i, plain("age", ends[0] * 12), last)._replace(
            amount=plain("age", ends[0]), value=plain("age", ends[0]).value
        )
    spelled = sentence.sort(i) == "word"
    if spelled and sentence.low(i - 1) in language.numbers.definite:
        return None
    counted = noun(sentence, last)
    if _is_bare_age(sentence, i, counted, ends):
        age = plain("age", ends[0])
        return Draft("duration", age.value, i, last, age, "age")
    if spelled and ends[0] == ends[1] == 1 and not counted.stems:
        return None
    amount = Amount("count", *ends, "", also)
    per, end = per_at(sentence, counted.last)
    named = not spelled and not counted.stems and language.is_complete and sentence.is_content(i - 1)
    weak = (spelled and ends[0] <= 1) or named  # "pier 4", which may be its number
    return Draft("figure", amount.value, i, end, amount, counted.head, counted.stems, per, weak=weak)


def _is_bare_age(sentence: Sentence, i: int, counted: Counted, ends: Pair) -> bool:
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


def _is_bracketed(sentence: Sentence, i: int, last: int) -> bool:
    """Whether a number stands alone in brackets; stuck to a word, it is a footnote."""
    footnote = sentence.glued(i - 1) and sentence.sort(i - 2) == "word"
    return sentence.low(i - 1) == "[" and sentence.low(last) == "]" and not footnote


def _bracketed(sentence: Sentence, i: int, first: _Measure) -> Draft | None:
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


# -- shares and ratios -------------------------------------------------------------------------------


def _share_in_words(sentence: Sentence, i: int) -> Draft | None:
    """``half``, ``one third``, ``two-thirds``, ``a quarter of``, ``½``, ``2/3``; not ``a third party``."""
    low = sentence.low(i)
    sign = vulgar(low)
    if sign is not None:
        alone = (
            unit_at(sentence, i + 1) is None and sentence.low(i + 1) not in sentence.language.numbers.scales
        )
        return _share(sentence, sign, i, i + 1) if alone else None
    if sentence.sort(i) == "number":
        found = slashed(sentence, i)
        return (
            _share(sentence, found.value, i, found.last)
            if found and unit_at(sentence, found.last) is None
            else None
        )
    if sentence.sort(i) != "word":
        return None
    if low in sentence.language.numbers.halves:
        return _half(sentence, i)
    return _period(sentence, i) or _denominator(sentence, i)


def _period(sentence: Sentence, i: int) -> Draft | None:
    """``within a week``."""
    language = sentence.language
    if (
        sentence.low(i) not in language.numbers.articles
        or sentence.low(i - 1) not in language.times.before_periods
    ):
        return None
    unit = _named_unit(sentence, i + 1)
    if unit is None or unit.dimension not in {"hours", "months"}:
        return None
    return _time(sentence, i, plain(unit.dimension, unit.size, unit.unit), unit.last)


def _denominator(sentence: Sentence, i: int) -> Draft | None:
    numbers = sentence.language.numbers
    low, j = sentence.low(i), i + 1
    j += sentence.low(j) == "-"
    top = numbers.cardinals.get(low, 1 if low in numbers.articles else 0)
    if not top or sentence.low(j) not in numbers.fractions:
        return None
    if low in numbers.articles and sentence.low(j + 1) not in sentence.language.units.of:
        return None
    return _share(sentence, Fraction(top, numbers.fractions[sentence.low(j)]), i, j + 1)


def _half(sentence: Sentence, i: int) -> Draft | None:
    """``half``, ``half a year``, ``half a million``; not the second half of a year."""
    numbers, j = sentence.language.numbers, i + 1
    if sentence.low(j) in numbers.articles:
        if sentence.low(j + 1) in numbers.scales:
            return None
        unit = _named_unit(sentence, j + 1)
        if unit:
            amount = plain(unit.dimension, unit.size / 2, unit.unit)
            return _with_company(sentence, i, amount, unit.last)
    if sentence.low(i - 1) in numbers.not_halves or sentence.low(i - 1) == "-":
        return None
    return _share(sentence, Fraction(1, 2), i, j)


def _share(sentence: Sentence, value: Fraction, first: int, last: int) -> Draft:
    """A share; "half (50%)" is one term."""
    if sentence.low(last) == "(":
        inner = _measured(sentence, last + 1)
        equal = (
            inner is not None and inner.kind == "percentage" and inner.amount and inner.amount.low == value
        )
        if inner and equal and sentence.low(inner.last) == ")":
            last = inner.last + 1
    amount = plain("share", value)
    return Draft("share", amount.value, first, last, amount, nouns=_measured_thing(sentence, last)[0])


def _ratio(sentence: Sentence, i: int) -> Draft | None:
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
    while sentence.sort(last) == "number" and sentence.low(last).isdecimal() and len(parts) < _BRACKETED:
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
    return Draft("ratio", ":".join(written(part / least) for part in parts), i, last, amount)
