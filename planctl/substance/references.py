"""References such as ``Article 5``: numbers that are no quantities."""

from __future__ import annotations

import re

from planctl.substance.dates import year_at
from planctl.substance.drafts import Draft, Sentence

_PLAIN = re.compile(r"[\w.]+")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_LONGEST_NUMBER = 12  # digits of a resolution, Article or point
_LETTERED = frozenset(
    ("article", "annex", "option", "chapter", "section", "schedule", "alternative", "protocol", "part")
)
_ENDS = frozenset((",", ".", ";", ")", ""))


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
    language = sentence.language
    i += language is not None and language.labels.get(sentence.low(i)) == "number"
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
    language = sentence.language
    i += sentence.low(i) == ","
    return i + (sentence.low(i) == "-" or (language is not None and sentence.low(i) in language.lists))


def _ends_list(sentence: Sentence, i: int) -> bool:
    """Whether the number before is a name too: "points 3 and 4 apply", not "point 3 and 4 observers"."""
    low, language = sentence.low(i), sentence.language
    return low in _ENDS or (language is not None and low in language.list_ends | language.lists)


def _name(sentence: Sentence, label: str, i: int) -> str:
    low = sentence.low(i)
    if sentence.sort(i) == "number":
        return low if _PLAIN.fullmatch(low) and len(low) <= _LONGEST_NUMBER else ""
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
    """After the year in "resolution 2202 (2015)" and "resolution 2202 of 2015"."""
    enclosed = sentence.low(i) == "(" and sentence.low(i + 2) == ")"
    belongs = enclosed or (sentence.language is not None and sentence.low(i) == sentence.language.of)
    return i + 2 + enclosed if belongs and year_at(sentence, i + 1) else i


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
