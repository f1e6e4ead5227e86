"""Calendar dates, and references such as ``Article 5``: numbers that are no quantities."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_YEARS = range(1900, 2101)  # other numbers of four digits are no dates
_YEAR_DIGITS = 4
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_LONGEST_NUMBER = 12  # digits of a resolution, Article or point
_PARTS = frozenset(("early", "mid", "late"))
_LETTERED = frozenset(
    ("article", "annex", "option", "chapter", "section", "schedule", "alternative", "protocol", "part")
)


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
        day = _worded(sentence, sentence.language, i) or _year(sentence, sentence.language, i)
    if day is None:
        return None
    first = (
        i - 1
        if sentence.low(i - 1) in _PARTS
        else i - 2
        if sentence.low(i - 2) in _PARTS and sentence.low(i - 1) == "-"
        else i
    )
    draft = day.draft(first)
    part = sentence.low(first) if first < i else ""
    return Draft("date", f"{part} {draft.value}", first, draft.last) if part else draft


def _number(sentence: Sentence, i: int, most: int) -> int:
    low = sentence.low(i)
    ok = sentence.sort(i) == "number" and low.isascii() and low.isdigit() and len(low) <= _YEAR_DIGITS
    return int(low) if ok and 1 <= int(low) <= most else 0


def _year_at(sentence: Sentence, i: int) -> int:
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


def _worded(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """``31 January 2026``, ``the 31st of January``, ``January 31, 2026``, ``January 2026``."""
    day = _number(sentence, i, 31)
    if day:
        j = _past_ordinal(sentence, i + 1)
        j += sentence.low(j) == "of"
        month = _month(sentence, language, j)
        return _with_year(sentence, j + 1, month, day) if month else None
    month = _month(sentence, language, i)
    if not month:
        return None
    j = i + 1 + (sentence.low(i + 1) == ".")
    day = _number(sentence, j, 31)
    if day:
        return _with_year(sentence, _past_ordinal(sentence, j + 1), month, day)
    year = _year_at(sentence, j)
    if year:
        return _Day(year, month, 0, j + 1)
    return _Day(0, month, 0, i + 1) if sentence.low(i - 1) in language.year_cues - {"to"} else None


def _past_ordinal(sentence: Sentence, i: int) -> int:
    return i + 1 if sentence.glued(i) and sentence.low(i) in _ORDINALS else i


def _with_year(sentence: Sentence, i: int, month: int, day: int) -> _Day:
    j = i + (sentence.low(i) == ",")
    year = _year_at(sentence, j)
    return _Day(year, month, day, j + 1) if year else _Day(0, month, day, i)


def _year(sentence: Sentence, language: Language, i: int) -> _Day | None:
    """A year by itself, where a word before says so and no counted noun follows."""
    year = _year_at(sentence, i)
    if not year or (sentence.glued(i + 1) and sentence.sort(i + 1) == "word"):
        return None
    before = sentence.low(i - 1)
    listed = before in {"or", "and", "-"} and _year_at(sentence, i - 2)
    if not (before in language.year_cues or listed or (before == "-" and sentence.low(i - 2) in _PARTS)):
        return None
    return None if _counts(sentence, language, i) else _Day(year, 0, 0, i + 1)


def _counts(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether a number that looks like a year counts something: ``of 2000 soldiers``."""
    following = sentence.low(i + 1)
    if following in language.nouns or following in language.times or following in language.scales:
        return True
    if language.measures.at(sentence.tokens, i + 1):
        return True
    return sentence.low(i - 1) == "of" and sentence.is_content(i + 1) and following.endswith("s")


def references(sentence: Sentence, i: int) -> list[Draft]:
    """The references that begin at token ``i``: ``Article 5``, ``points 3 and 4``, ``resolution 2202``."""
    language = sentence.language
    label = language.labels.get(sentence.low(i), "") if language else ""
    if not label:
        return []
    j = _past_number_word(sentence, _past_bracket(sentence, i + 1))
    if label == "number" and j == i + 1:
        return []
    return _listed(sentence, label, i, j)


def _past_bracket(sentence: Sentence, i: int) -> int:
    """After "(EU)" in "Regulation (EU) 2016/679", and after the dash in "Article-5-like"."""
    if sentence.low(i) == "(" and sentence.sort(i + 1) == "word" and sentence.low(i + 2) == ")":
        return i + 3
    return i + (sentence.low(i) == "-")


def _past_number_word(sentence: Sentence, i: int) -> int:
    """After "No." or a full stop that shortens the label."""
    if sentence.low(i) in {"no", "nos"}:
        i += 1
    return i + (sentence.low(i) == "." and sentence.sort(i + 1) == "number")


def _listed(sentence: Sentence, label: str, first: int, i: int) -> list[Draft]:
    found: list[Draft] = []
    while name := _name(sentence, label, i):
        last = _past_year(sentence, i + 1) if label == "resolution" else _past_letters(sentence, i + 1)
        parts = "" if label == "resolution" else "".join(map(sentence.low, range(i + 1, last)))
        found.append(Draft("reference", f"{label} {name}{parts}", i if found else first, last, unit=label))
        i = _past_joint(sentence, last)
        if i == last or sentence.sort(i) != "number":
            break
        if not (sentence.low(first).endswith("s") or _ends_list(sentence, i + 1)):
            break
    return found


def _past_joint(sentence: Sentence, i: int) -> int:
    """After ",", "and", "or", "to", a dash, or a comma with one of the words."""
    i += sentence.low(i) == ","
    return i + (sentence.low(i) in {"and", "or", "to", "-"})


def _ends_list(sentence: Sentence, i: int) -> bool:
    """Whether the number before is a name too: "points 3 and 4 apply", not "point 3 and 4 observers"."""
    return sentence.low(i) in {
        ",",
        ".",
        ";",
        ")",
        "and",
        "or",
        "to",
        "of",
        "above",
        "below",
        "apply",
        "applies",
        "",
    }


def _name(sentence: Sentence, label: str, i: int) -> str:
    low = sentence.low(i)
    if sentence.sort(i) == "number":
        return low if "," not in low and " " not in low and len(low) <= _LONGEST_NUMBER else ""
    capital = 0 <= i < len(sentence.tokens) and sentence.tokens[i].capital
    if sentence.sort(i) == "name":
        return low
    if (
        sentence.sort(i) == "word"
        and capital
        and label in _LETTERED
        and (len(low) == 1 or _ROMAN.fullmatch(low))
    ):
        return low
    return ""


def _past_year(sentence: Sentence, i: int) -> int:
    """After the year in "resolution 2202 (2015)"."""
    return i + 3 if sentence.low(i) == "(" and _year_at(sentence, i + 1) and sentence.low(i + 2) == ")" else i


def _after_label(sentence: Sentence, i: int) -> bool:
    return sentence.language is not None and sentence.low(i) in sentence.language.after_labels


def _past_letters(sentence: Sentence, i: int) -> int:
    """After "bis", "a", "(2)", "(b)" and "/18/EC" that belong to the number before."""
    while sentence.low(i) == "/" and sentence.glued(i) and sentence.glued(i + 1):
        i += 2
    stuck = sentence.glued(i) and len(sentence.low(i)) == 1 and sentence.sort(i) == "word"
    if _after_label(sentence, i) or stuck:
        return i + 1
    while sentence.low(i) == "(" and sentence.low(i + 2) == ")" and len(sentence.low(i + 1)) in {1, 2}:
        i += 3
    return i
