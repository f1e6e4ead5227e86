"""Calendar dates, and spans of them: ``11 to 14 June 2031``, ``the 2024-25 season``."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.language import Language
from planctl.substance.values.generated import SIGNS

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEARS = range(1900, 2101)  # other numbers of four digits are no dates
_YEAR_DIGITS = 4
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_UNLIKELY_DAY = 99  # added to a day that goes on with a word that is none
_PART_WORDS = 3  # "the first half of 2026"
_CENTURY = 100


class _Day(NamedTuple):
    year: int
    month: int
    day: int
    last: int

    @property
    def value(self) -> str:
        year = f"{self.year:04}" if self.year else "any"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part)])


def date(sentence: Sentence, i: int) -> SentenceTerm | None:
    """The date or span of dates that begins at token ``i``; months, days and years may be missing."""
    if sentence.sort(i) == "number" and not _is_short(sentence.low(i)):
        return None
    span = _day_span(sentence, i) or _year_span(sentence, i)
    if span:
        return span
    day = _numeric(sentence, i) or _any_worded(sentence, i) or _year(sentence, i)
    if day is None:
        return None
    first = _with_part(sentence, i)
    part = sentence.language.times.year_parts.at(sentence.tokens, first)
    if part and first < i:
        return SentenceTerm("date", f"{part.meaning} {day.value}", first, day.last)
    return SentenceTerm("date", day.value, i, day.last)


def _is_short(low: str) -> bool:
    """Whether digits may be those of a day, a year, or of all of a date with stops between."""
    return len(low) <= _YEAR_DIGITS or "." in low


def _with_part(sentence: Sentence, i: int) -> int:
    """Where "mid" begins in "mid-2026", "the end" in "the end of 2026"; ``i`` where there is no such part."""
    times = sentence.language.times
    joined = i - (sentence.low(i - 1) == "-" or sentence.low(i - 1) in times.part_joints)
    part = times.year_parts.before(sentence.tokens, joined, _PART_WORDS)
    return part[1] if part else i


def _number(sentence: Sentence, i: int, most: int) -> int:
    low = sentence.low(i)
    ok = sentence.sort(i) == "number" and low.isdecimal() and len(low) <= _YEAR_DIGITS
    return int(low) if ok and 1 <= int(low) <= most else 0


def year_at(sentence: Sentence, i: int) -> int:
    """The year at token ``i``, or 0."""
    year = _number(sentence, i, 9999)
    return year if year in _YEARS and len(sentence.low(i)) == _YEAR_DIGITS else 0


# -- spans -------------------------------------------------------------------------------------------


def _is_joint(sentence: Sentence, i: int, first: int) -> bool:
    """Whether token ``i`` stands between the ends of a span that begins at token ``first``."""
    numbers = sentence.language.numbers
    if sentence.low(i) == "-" or sentence.low(i) in numbers.to:
        return True
    return sentence.low(first - 1) in numbers.between and sentence.low(i) in sentence.language.grammar.and_or


def _day_span(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``11 to 14 June 2031``, ``June 11-14, 2031``, ``30 May to 2 June 2031``."""
    if sentence.sort(i) != "number" and not _month(sentence, i):
        return None
    span = _days_of_month(sentence, i) or _month_days(sentence, i) or _two_days(sentence, i)
    return span or _months(sentence, i)


def _months(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``January to June 2029``; of the months by themselves too."""
    first, last = _month(sentence, i), _month(sentence, i + 2)
    if not first or not last or not _is_joint(sentence, i + 1, i):
        return None
    end = _with_year(sentence, i + 3, last, 0)
    return _span(end._replace(month=first), end, i)


def _span(earlier: _Day, later: _Day, first: int) -> SentenceTerm | None:
    year = earlier.year or later.year
    start, end = earlier._replace(year=year), later._replace(year=later.year or year)
    return SentenceTerm("date", f"{start.value}..{end.value}", first, later.last)


def _days_of_month(sentence: Sentence, i: int) -> SentenceTerm | None:
    day = _number(sentence, i, 31)
    j = _past_ordinal(sentence, i + 1) if day else i
    if not day or not _is_joint(sentence, j, i):
        return None
    k = j + 1 + (sentence.low(j + 1) in sentence.language.grammar.the)
    end = _of_month(sentence, k)
    return _span(end._replace(day=day), end, i) if end and day < end.day else None


def _month_days(sentence: Sentence, i: int) -> SentenceTerm | None:
    month = _month(sentence, i)
    day = _number(sentence, i + 1, 31) if month else 0
    j = _past_ordinal(sentence, i + 2) if day else i
    if not day or not _is_joint(sentence, j, i):
        return None
    last_day = _number(sentence, j + 1, 31)
    if not last_day or _month(sentence, j + 2) or last_day <= day:
        return None
    end = _with_year(sentence, _past_ordinal(sentence, j + 2), month, last_day)
    return _span(end._replace(day=day), end, i)


def _two_days(sentence: Sentence, i: int) -> SentenceTerm | None:
    start = _numeric(sentence, i) or _any_worded(sentence, i)
    if start is None or not start.day or not _is_joint(sentence, start.last, i):
        return None
    j = start.last + 1
    end = _numeric(sentence, j) or _any_worded(sentence, j)
    return _span(start, end, i) if end and end.day and end.month else None


def _year_span(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``2024-25``, ``2024/25``, ``2024-2026``."""
    year, mark = year_at(sentence, i), sentence.low(i + 1)
    if not year or mark not in {"-", "/"} or not (sentence.glued(i + 1) and sentence.glued(i + 2)):
        return None
    low = sentence.low(i + 2)
    if (
        sentence.sort(i + 2) != "number"
        or not low.isdecimal()
        or len(low) not in {2, 4}
        or sentence.low(i + 3) in {"-", "/"}
    ):
        return None
    end = int(low) if len(low) == _YEAR_DIGITS else year - year % _CENTURY + int(low)
    if not year < end <= year + _CENTURY or (mark == "/" and end != year + 1):
        return None
    if _counts(sentence, i + 2):
        return None
    return SentenceTerm("date", f"{year}..{end}", i, i + 3)


# -- days --------------------------------------------------------------------------------------------


def _numeric(sentence: Sentence, i: int) -> _Day | None:
    """``2026-01-31``, ``31.1.2026``, ``31/1/2026`` (day first)."""
    if sentence.sort(i) != "number":
        return None
    dotted = _DOTTED.fullmatch(sentence.low(i))
    if dotted:
        day, month, year = map(int, dotted.groups())
        last = i + 1 + (sentence.low(i + 1) in sentence.language.times.year)
        return _Day(year, month, day, last) if month in _MONTHS and day in _DAYS else None
    mark = sentence.low(i + 1)
    if mark not in {"-", "/"} or sentence.low(i + 3) != mark or not sentence.glued(i + 1):
        return None
    a, b, c = (_number(sentence, i + step, 9999) for step in (0, 2, 4))
    year, day = (a, c) if mark == "-" else (c, a)
    return _Day(year, b, day, i + 5) if year in _YEARS and b in _MONTHS and day in _DAYS else None


def _month(sentence: Sentence, i: int) -> int:
    """The month at token ``i``; with capitals where may and march are words too."""
    if sentence.sort(i) != "word":
        return 0
    times = sentence.language.times
    return times.months.get(sentence.low(i), 0) if times.bare_months or sentence.tokens[i].capital else 0


def _any_worded(sentence: Sentence, i: int) -> _Day | None:
    if sentence.low(i) in sentence.language.times.day_ordinals:
        return _spelled_day(sentence, sentence.language, i)
    return _worded(sentence, i)


def _worded(sentence: Sentence, i: int) -> _Day | None:
    """``31 January 2026``, ``January 31, 2026``, ``January 2026``, ``9`` in ``9 and 10 May``."""
    day = _number(sentence, i, 31)
    if day:
        j = _past_ordinal(sentence, i + 1)
        if sentence.low(j) in sentence.language.grammar.lists:
            later = _of_month(sentence, j + 1)
            return later._replace(day=day, last=j) if later else None
        return _of_month(sentence, i)
    month = _month(sentence, i)
    if not month:
        return None
    j = i + 1 + (sentence.low(i + 1) == ".")
    day = _number(sentence, j, 31)
    if day and not sentence.language.times.bare_months:
        return _with_year(sentence, _past_ordinal(sentence, j + 1), month, day)
    j += sentence.low(j) == sentence.language.grammar.of != ""
    year = year_at(sentence, j)
    if year:
        return _Day(year, month, 0, j + 1)
    return _Day(0, month, 0, i + 1) if sentence.low(i - 1) in sentence.language.times.month_cues else None


def _of_month(sentence: Sentence, i: int) -> _Day | None:
    """``31 January 2026``, ``the 31st of January``, ``15. März``."""
    day = _number(sentence, i, 31)
    j = _past_ordinal(sentence, i + 1)
    j += sentence.low(j) == "."
    j += sentence.low(j) in sentence.language.times.day
    j += sentence.low(j) == sentence.language.grammar.of != ""
    month = _month(sentence, j)
    return _with_year(sentence, j + 1, month, day) if day and month else None


def _spelled_day(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """``the ninth of July``, ``this twenty-first day of July 2026``."""
    times = language.times
    day = times.day_ordinals[sentence.low(i)]
    j = i + 1
    if sentence.low(j) == "-" and day in times.tens_of_days:
        day, j = day + times.day_ordinals.get(sentence.low(j + 1), _UNLIKELY_DAY), j + 2
    j += sentence.low(j) in times.day
    j += sentence.low(j) == language.grammar.of
    month = _month(sentence, j)
    return _with_year(sentence, j + 1, month, day) if month and day in _DAYS else None


def _past_ordinal(sentence: Sentence, i: int) -> int:
    return i + 1 if sentence.glued(i) and sentence.low(i) in sentence.language.numbers.ordinals else i


def _with_year(sentence: Sentence, i: int, month: int, day: int) -> _Day:
    j = i + (sentence.low(i) in {",", "."})
    j += sentence.low(j) == sentence.language.grammar.of != ""
    year = year_at(sentence, j)
    if not year:
        return _Day(0, month, day, i)
    return _Day(year, month, day, j + 1 + (sentence.low(j + 1) in sentence.language.times.year))


def _year(sentence: Sentence, i: int) -> _Day | None:
    """A year by itself, where a word before says so and no counted noun follows."""
    year = year_at(sentence, i)
    if not year or (sentence.glued(i + 1) and sentence.sort(i + 1) == "word"):
        return None
    times, before = sentence.language.times, sentence.low(i - 1)
    if sentence.low(i + 1) in times.year:
        return _Day(year, 0, 0, i + 2)
    if before in sentence.language.grammar.lists and dates_a_title(sentence, i):
        return None
    listed = (before == "-" or before in sentence.language.grammar.lists) and year_at(sentence, i - 2)
    if not (before in times.year_cues or listed or _with_part(sentence, i) < i):
        return None
    return None if _counts(sentence, i) else _Day(year, 0, 0, i + 1)


def dates_a_title(sentence: Sentence, i: int) -> bool:
    """``the 1980 Hague Convention``, ``the 1980 and 1996 Hague Conventions``."""
    while year_at(sentence, i) and sentence.low(i + 1) in sentence.language.grammar.lists:
        i += 2
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    titled = after is not None and after.sort == "word" and after.capital
    return bool(year_at(sentence, i)) and titled and not sentence.language.units.capital_nouns


def _counts(sentence: Sentence, i: int) -> bool:
    """Whether a number that looks like a year counts something: ``of 2000 soldiers``."""
    units, following = sentence.language.units, sentence.low(i + 1)
    if following in units.nouns or following in sentence.language.numbers.scales or following == "%":
        return True
    if following in SIGNS:
        return True
    if units.units.at(sentence.tokens, i + 1) or units.currencies.at(sentence.tokens, i + 1):
        return following not in sentence.language.times.year
    plural = following.endswith(units.plurals) if units.plurals else False
    return sentence.low(i - 1) == sentence.language.grammar.of and sentence.is_content(i + 1) and plural
