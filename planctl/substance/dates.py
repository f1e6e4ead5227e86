"""Calendar dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEARS = range(1900, 2101)  # other numbers of four digits are no dates
_YEAR_DIGITS = 4
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_MANY = 99  # added to a day that goes on with a word that is none
_PART_WORDS = 2  # "the first half of 2026"


class _Day(NamedTuple):
    year: int
    month: int
    day: int
    last: int

    def draft(self, first: int) -> Draft:
        year = f"{self.year:04}" if self.year else "any"
        value = "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part)])
        return Draft("date", value, first, self.last)


def date(sentence: Sentence, i: int) -> Draft | None:
    """The date that begins at token ``i``; months, days and years may be missing."""
    day = _numeric(sentence, i)
    if day is None and sentence.language:
        day = _any_worded(sentence, sentence.language, i) or _year(sentence, sentence.language, i)
    if day is None:
        return None
    first = _with_part(sentence, i)
    draft = day.draft(first)
    part = sentence.language.year_parts.at(sentence.tokens, first) if sentence.language else None
    return Draft("date", f"{part.meaning} {draft.value}", first, draft.last) if part and first < i else draft


def _with_part(sentence: Sentence, i: int) -> int:
    """Where "mid" begins in "mid-2026", "the end" in "the end of 2026"; ``i`` where there is no such part."""
    language = sentence.language
    if language is None:
        return i
    joined = i - (sentence.low(i - 1) == "-" or sentence.low(i - 1) in language.part_joints)
    for first in range(max(0, joined - _PART_WORDS), joined):
        found = language.year_parts.at(sentence.tokens, first)
        if found and found.last == joined:
            return first
    return i


def _number(sentence: Sentence, i: int, most: int) -> int:
    low = sentence.low(i)
    ok = sentence.sort(i) == "number" and low.isascii() and low.isdigit() and len(low) <= _YEAR_DIGITS
    return int(low) if ok and 1 <= int(low) <= most else 0


def year_at(sentence: Sentence, i: int) -> int:
    """The year at token ``i``, or 0."""
    year = _number(sentence, i, 9999)
    return year if year in _YEARS and len(sentence.low(i)) == _YEAR_DIGITS else 0


def _numeric(sentence: Sentence, i: int) -> _Day | None:
    """``2026-01-31``, ``31.1.2026``, ``31/1/2026`` (day first)."""
    if sentence.sort(i) != "number":
        return None
    dotted = _DOTTED.fullmatch(sentence.low(i))
    if dotted and dotted.group().isascii():
        day, month, year = map(int, dotted.groups())
        return _Day(year, month, day, i + 1) if month in _MONTHS and day in _DAYS else None
    mark = sentence.low(i + 1)
    if mark not in {"-", "/"} or sentence.low(i + 3) != mark or not sentence.glued(i + 1):
        return None
    a, b, c = (_number(sentence, i + step, 9999) for step in (0, 2, 4))
    year, day = (a, c) if mark == "-" else (c, a)
    return _Day(year, b, day, i + 5) if year in _YEARS and b in _MONTHS and day in _DAYS else None


def _month(sentence: Sentence, language: Language, i: int) -> int:
    """The month at token ``i``; capitals, because may and march are words too."""
    return (
        language.months.get(sentence.low(i), 0)
        if sentence.sort(i) == "word" and sentence.tokens[i].capital
        else 0
    )


def _any_worded(sentence: Sentence, language: Language, i: int) -> _Day | None:
    if sentence.low(i) in language.day_ordinals:
        return _spelled_day(sentence, language, i)
    return _worded(sentence, language, i)


def _worded(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """``31 January 2026``, ``January 31, 2026``, ``January 2026``, ``9`` in ``9 and 10 May``."""
    day = _number(sentence, i, 31)
    if day:
        j = _past_ordinal(sentence, language, i + 1)
        if sentence.low(j) == "-" or sentence.low(j) in language.lists:
            other = _of_month(sentence, language, j + 1)
            return other._replace(day=day, last=j) if other else None
        return _of_month(sentence, language, i)
    month = _month(sentence, language, i)
    if not month:
        return None
    j = i + 1 + (sentence.low(i + 1) == ".")
    day = _number(sentence, j, 31)
    if day:
        return _with_year(sentence, _past_ordinal(sentence, language, j + 1), month, day)
    year = year_at(sentence, j)
    if year:
        return _Day(year, month, 0, j + 1)
    return _Day(0, month, 0, i + 1) if sentence.low(i - 1) in language.month_cues else None


def _of_month(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """``31 January 2026``, ``the 31st of January``."""
    day = _number(sentence, i, 31)
    j = _past_ordinal(sentence, language, i + 1)
    j += sentence.low(j) in language.day
    j += sentence.low(j) == language.of
    month = _month(sentence, language, j)
    return _with_year(sentence, j + 1, month, day) if day and month else None


def _spelled_day(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """``the ninth of July``, ``this twenty-first day of July 2026``."""
    day = language.day_ordinals[sentence.low(i)]
    j = i + 1
    if sentence.low(j) == "-" and day in language.tens_of_days:
        day, j = day + language.day_ordinals.get(sentence.low(j + 1), _MANY), j + 2
    j += sentence.low(j) in language.day
    month = _month(sentence, language, j + 1) if sentence.low(j) == language.of else 0
    return _with_year(sentence, j + 2, month, day) if month and day in _DAYS else None


def _past_ordinal(sentence: Sentence, language: Language, i: int) -> int:
    return i + 1 if sentence.glued(i) and sentence.low(i) in language.ordinals else i


def _with_year(sentence: Sentence, i: int, month: int, day: int) -> _Day:
    j = i + (sentence.low(i) in {",", "."})
    year = year_at(sentence, j)
    return _Day(year, month, day, j + 1) if year else _Day(0, month, day, i)


def _year(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """A year by itself, where a word before says so and no counted noun follows."""
    year = year_at(sentence, i)
    if not year or (sentence.glued(i + 1) and sentence.sort(i + 1) == "word"):
        return None
    before = sentence.low(i - 1)
    listed = (before == "-" or before in language.lists) and year_at(sentence, i - 2)
    if not (before in language.year_cues or listed or _with_part(sentence, i) < i):
        return None
    return None if _counts(sentence, language, i) else _Day(year, 0, 0, i + 1)


def _counts(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether a number that looks like a year counts something: ``of 2000 soldiers``."""
    following = sentence.low(i + 1)
    if following in language.nouns or following in language.times or following in language.scales:
        return True
    if language.measures.at(sentence.tokens, i + 1):
        return True
    return sentence.low(i - 1) == language.of and sentence.is_content(i + 1) and following.endswith("s")
