"""Money, percentages, shares, ratios, durations and counted things."""

from __future__ import annotations

from fractions import Fraction

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language
from planctl.substance.numerals import VULGAR, Numeral, numeral
from planctl.substance.tokens import stem

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB"}
_CODES = frozenset(("usd", "eur", "gbp", "uah", "rub", "chf", "jpy", "cny", "pln", "sek", "nok"))
_DOLLARS = {"us": "USD", "c": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD"}
QUANTITY_HEADS = frozenset((*_SIGNS, *_CODES, *_DOLLARS, *VULGAR, "["))
"""Signs, codes, fractions and the bracket of a blank with which a quantity may begin in any language."""
_HUNDRED = 100
_BRACKETED = 6  # tokens of a number in brackets, the marks included
_AGE_WORDS = 2  # "age of"
_MOST_PARTS = 20  # of a ratio; a longer row of numbers is none, and is not read again from each of them
_NOUN_REACH = 3  # words between a number and its noun: "800,000 active military personnel"


def quantity(sentence: Sentence, i: int) -> Draft | None:
    """The quantity that begins at token ``i``, if one does."""
    if sentence.low(i) == "[":
        return _blank(sentence, i)
    return _money_sign(sentence, i) or _fraction_word(sentence, i) or _counted(sentence, i)


def _blank(sentence: Sentence, i: int) -> Draft | None:
    """``[ ] years``: a number that is left open."""
    language = sentence.language
    if language is None or sentence.low(i + 1) != "]":
        return None
    number = Numeral(Fraction(0), i + 2)
    draft = _percentage(sentence, i, number) or _words_after(sentence, i, number)
    if draft is None:
        return None
    return draft._replace(value=f"blank {stem(sentence.low(draft.last - 1))}", size=None)


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _money(currency: str, amount: Fraction, first: int, last: int) -> Draft:
    return Draft("money", f"{currency} {_plain(amount)}", first, last, amount, currency)


def _money_sign(sentence: Sentence, i: int) -> Draft | None:
    """``$100 billion``, ``US$5m``, ``EUR 20 million``."""
    low, j = sentence.low(i), i + 1
    if low in _SIGNS:
        currency = _SIGNS[low]
    elif low in _DOLLARS and sentence.low(j) == "$" and sentence.glued(j):
        currency, j = _DOLLARS[low], j + 1
    elif low in _CODES and sentence.sort(i) == "word" and sentence.tokens[i].capital:
        currency = low.upper()
    else:
        return None
    amount = numeral(sentence, j, money=True)
    return _money(currency, amount.value, i, amount.last) if amount else None


def _fraction_word(sentence: Sentence, i: int) -> Draft | None:
    """``half``, ``one third``, ``two-thirds``, ``a quarter of``, ``½``; not ``a third party``."""
    language, low, j = sentence.language, sentence.low(i), i + 1
    if low in VULGAR:
        return _share(sentence, VULGAR[low], i, j)
    if language is None or sentence.sort(i) != "word":
        return None
    if low in language.halves:
        return _half(sentence, language, i)
    return _period(sentence, language, i) or _denominator(sentence, language, i)


def _period(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """``within a week``."""
    if sentence.low(i) not in language.articles or sentence.low(i - 1) not in language.before_periods:
        return None
    return _time(sentence, language, i, Numeral(Fraction(1), i + 1))


def _denominator(sentence: Sentence, language: Language, i: int) -> Draft | None:
    low, j = sentence.low(i), i + 1
    j += sentence.low(j) == "-"
    top = language.cardinals.get(low, 1 if low in language.articles else 0)
    if not top or sentence.low(j) not in language.fractions:
        return None
    if low in language.articles and sentence.low(j + 1) != language.of:
        return None
    return _share(sentence, Fraction(top, language.fractions[sentence.low(j)]), i, j + 1)


def _half(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """``half``, ``half a year``, ``half a million``; not the second half of a year."""
    j = i + 1
    if sentence.low(j) in language.articles:
        if sentence.low(j + 1) in language.scales:
            return _counted(sentence, i)
        half = Numeral(Fraction(1, 2), j + 1)
        measured = _time(sentence, language, i, half) or _measure(sentence, language, i, half)
        if measured:
            return measured
    if sentence.low(i - 1) in language.not_halves or sentence.low(i - 1) == "-":
        return None
    return _share(sentence, Fraction(1, 2), i, j)


def _share(sentence: Sentence, value: Fraction, first: int, last: int) -> Draft:
    """A share; "half (50%)" is one term."""
    if sentence.low(last) == "(":
        inner = _counted(sentence, last + 1)
        if inner and inner.kind == "percentage" and inner.size == value and sentence.low(inner.last) == ")":
            last = inner.last + 1
    return Draft("share", _plain(value), first, last, value)


def _counted(sentence: Sentence, i: int) -> Draft | None:
    """Whatever begins with a number."""
    found = numeral(sentence, i)
    if found is None:
        return None
    if _is_bracketed(sentence, i, found.last):
        draft = _by_unit(sentence, i, Numeral(found.value, _past_brackets(sentence, found.last)))
        return draft._replace(last=found.last, reach=draft.last) if draft else None
    return _ratio(sentence, i, found) or _by_unit(sentence, i, found)


def _is_bracketed(sentence: Sentence, i: int, last: int) -> bool:
    """Whether a number stands alone in brackets; stuck to a word, it is a footnote."""
    footnote = sentence.glued(i - 1) and sentence.sort(i - 2) == "word"
    return sentence.low(i - 1) == "[" and sentence.low(last) == "]" and not footnote


def _past_brackets(sentence: Sentence, i: int) -> int:
    """After the closing mark at token ``i`` and further short brackets: ``[30][60] days``."""
    i += 1
    while sentence.low(i) == "[":
        close = next((j for j in range(i, i + _BRACKETED) if sentence.low(j) == "]"), 0)
        if not close:
            break
        i = close + 1
    return i


def _by_unit(sentence: Sentence, i: int, found: Numeral) -> Draft | None:
    return (
        _percentage(sentence, i, found)
        or _words_after(sentence, i, found)
        or _of_a_range(sentence, i, found)
        or _thing(sentence, sentence.language, i, found)
    )


def _of_a_range(sentence: Sentence, i: int, found: Numeral) -> Draft | None:
    """The first number of "from 12 to 8 per cent", "5 or 10 km", which share a unit."""
    language, joint = sentence.language, found.last
    if language is None or not (sentence.low(joint) == "-" or sentence.low(joint) in language.lists):
        return None
    other = numeral(sentence, joint + 1)
    if other is None:
        return None
    whole = Numeral(found.value, other.last)
    draft = _percentage(sentence, i, whole) or _words_after(sentence, i, whole)
    return draft._replace(last=found.last) if draft else None


def _ratio(sentence: Sentence, i: int, found: Numeral) -> Draft | None:
    """``50:50``, ``33:33:33``, ``50/50``; kept as written, equal parts brought down to 1:1."""
    parts, last = [found.value], found.last
    mark = sentence.low(last)
    if mark not in {":", "/"} or _goes_on(sentence, i, mark):
        return None
    while sentence.low(last) == mark and sentence.glued(last + 1) and sentence.sort(last + 1) == "number":
        following = numeral(sentence, last + 1)
        if following is None or len(parts) == _MOST_PARTS:
            return None
        parts.append(following.value)
        last = following.last
    if len(parts) == 1 or (mark == "/" and sum(parts) != _HUNDRED):
        return None
    least = min(parts) or Fraction(1)
    size = Fraction(1, len(parts)) if len(set(parts)) == 1 else None
    return Draft("ratio", ":".join(_plain(part / least) for part in parts), i, last, size)


def _goes_on(sentence: Sentence, i: int, mark: str) -> bool:
    """Whether a number goes on with a row that began before it: part of a ratio is no ratio."""
    return sentence.low(i - 1) == mark and sentence.glued(i) and sentence.sort(i - 2) == "number"


def _percentage(sentence: Sentence, i: int, found: Numeral) -> Draft | None:
    last = _after_percent(sentence, found.last)
    if not last:
        return None
    value = found.value / _HUNDRED
    last += sentence.language is not None and sentence.low(last) in sentence.language.each
    return Draft("percentage", _plain(value), i, last, value)


def _after_percent(sentence: Sentence, i: int) -> int:
    if sentence.low(i) == "%":
        return i + 1
    phrase = sentence.language.percents.at(sentence.tokens, i) if sentence.language else None
    return phrase.last if phrase else 0


def _words_after(sentence: Sentence, i: int, found: Numeral) -> Draft | None:
    """Money, durations and measured units, which are known by the word after the number."""
    language, j = sentence.language, found.last
    if sentence.low(j) in _SIGNS:
        return _money(_SIGNS[sentence.low(j)], found.value, i, j + 1)
    if sentence.low(j) in _CODES and sentence.tokens[j].capital:
        return _money(sentence.low(j).upper(), found.value, i, j + 1)
    if language is None:
        return None
    j += sentence.low(j) == "-"
    skip = j + (sentence.low(j) in language.dollars)
    if sentence.low(skip) in language.currencies:
        return _money(language.currencies[sentence.low(skip)], found.value, i, skip + 1)
    found = Numeral(found.value, j)
    return _time(sentence, language, i, found) or _measure(sentence, language, i, found)


def _time(sentence: Sentence, language: Language, i: int, found: Numeral) -> Draft | None:
    sort = language.time_adjectives.get(sentence.low(found.last))
    j = found.last + (sort is not None)
    if sentence.low(j) not in language.times:
        return None
    factor, base = language.times[sentence.low(j)]
    aged = language.aged.at(sentence.tokens, j + 1)
    return _duration(found.value * factor, base, sort or "", i, aged.last if aged else j + 1)


def frequency(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """How often, as the time between: ``annually`` is every twelve months."""
    found = language.frequencies.at(sentence.tokens, i)
    if found is None:
        return None
    factor, base = found.meaning
    return _duration(Fraction(factor), base, "", i, found.last)._replace(weak=True)


def _is_age(sentence: Sentence, language: Language, i: int) -> bool:
    """``under the age of 18``, ``aged 18``; not ``aged 18 years``, which is a length of time anyway."""
    starts = (language.ages.at(sentence.tokens, j) for j in range(max(0, i - _AGE_WORDS), i))
    return any(found is not None and found.last == i for found in starts)


def _age(found: Numeral, language: Language, i: int) -> Draft:
    factor, base = language.times[language.ages_in]
    return _duration(found.value * factor, base, "", i, found.last)


def _duration(amount: Fraction, base: str, sort: str, first: int, last: int) -> Draft:
    return Draft("duration", f"{_plain(amount)} {sort}{base}", first, last, amount, sort + base)


def _measure(sentence: Sentence, language: Language, i: int, found: Numeral) -> Draft | None:
    unit = language.measures.at(sentence.tokens, found.last)
    if unit is None:
        return None
    factor, base = unit.meaning
    size = found.value * factor
    return Draft("figure", f"{_plain(size)} {base}", i, unit.last, size, base)


def _thing(sentence: Sentence, language: Language | None, i: int, found: Numeral) -> Draft | None:
    """A number and the noun it counts. ``28-point`` and spelled ``one`` by itself are no figures."""
    if language is None:
        return Draft("figure", _plain(found.value), i, found.last)  # a day of a month has no size
    if sentence.low(found.last) == "-" and sentence.low(found.last + 1) in language.labels:
        return None
    if _is_age(sentence, language, i):
        return _age(found, language, i)
    spelled = sentence.sort(i) == "word"
    if spelled and sentence.low(i - 1) in language.definite:
        return None
    noun, last = _noun(sentence, language, found.last)
    if spelled and found.value == 1 and not noun:
        return None
    weak = spelled and found.value <= 1
    return Draft("figure", _plain(found.value), i, last, found.value, noun, weak)


def _noun(sentence: Sentence, language: Language, i: int) -> tuple[str, int]:
    """What is counted, and the token after it; ("", i) if no noun follows."""
    i += sentence.low(i) == "-"
    words = []
    for j in range(i, i + _NOUN_REACH + 1):
        if not sentence.is_content(j) or sentence.sort(j) == "name":
            break
        words.append(j)
    for j in words:
        if sentence.low(j) in language.nouns:
            return language.nouns[sentence.low(j)], j + 1
    plural = [j for j in words if sentence.low(j).endswith("s") and not sentence.low(j).endswith("ss")]
    if not words:
        return "", i
    j = plural[0] if plural else words[0]
    return stem(sentence.low(j)), j + 1
