"""Where the sentences and clauses of a text end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

_STOPS = "\u0964\u0965\u061f\u06d4\u0589\u1362\u104b\u17d4"
"""Full stops and question marks of Hindi, Arabic, Urdu, Armenian, Amharic, Burmese and Khmer."""
_WIDE_STOPS = "\u3002\uff01\uff1f"
"""Those of Chinese and Japanese: no blank follows them."""
_OPENING, _CLOSING = "\"'“‘«", "\"'”’»)\\]"

_ABBREVIATIONS = frozenset(
    (
        *("Abs", "Art", "Arts", "Nr", "Nrn", "No", "Nos", "Res", "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen"),
        *("Rep", "Gov", "Prof", "vs", "cf", "e.g", "i.e", "para", "paras", "Sec", "Ch", "Vol", "pp", "p"),
        *("ст", "п", "г"),
    )
)
_TAKE_LETTERS = (
    "annex|annexes|appendix|articles?|category|chapter|class|form|group|note|option|parts?|phase|schedule|section|"
    "table|title|zone|anexo|annexe|anhang|teil|приложение|часть|додаток|частина"
)
"""Words after which a single capital is a label, not an initial: in ``Annex I.`` the sentence ends."""

_SMALL = "a-zß-öø-ÿа-џґ"
_GERMAN_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

_ABBREVIATION_WINDOW = 40
"""Letters before a full stop that may make it one of an abbreviation."""


@cache
def _ends(*, ascii_only: bool) -> re.Pattern[str]:
    """Ends of sentences. One set of signs begins every one of them, which makes the search fast."""
    usual = rf"[{_CLOSING}]*(\s+)(?=[{_OPENING}(\[]*[^\W_{_SMALL}])"
    if ascii_only:
        return re.compile(f"[.!?]{usual}")
    foreign = rf"(?<=[{_STOPS}])()\s+(?=\S)|(?<=[{_WIDE_STOPS}])()\s*(?=\S)"
    return re.compile(rf"[.!?…{_STOPS}{_WIDE_STOPS}](?:(?<=[.!?…]){usual}|{foreign})")


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?:{_TAKE_LETTERS})\s+[A-Z]$", re.IGNORECASE)


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"(?:{_GERMAN_MONTHS})\b")


@cache
def _clause_ends() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.;:!?{_STOPS}])\s+|(?<=[。；：！？])\s*|\n")


def boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and where the next one begins; what lies between is white space only.

    A sentence ends at a full stop, question or exclamation mark, with the quotes and brackets that it closes,
    before white space and anything but a small letter; not after an abbreviation or an initial, and not
    between a day and its month (``1. Juli``). Signs of other scripts that end a sentence always do.
    """
    for match in _ends(ascii_only=text.isascii()).finditer(text):
        gap = match.start(match.lastindex or 0)
        if text[match.start()] != "." or not _goes_on(text, match):
            yield gap if match.lastindex == 1 else match.start() + 1, match.end()


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop is that of an abbreviation, or of a day before its month."""
    before = text[stop.start() - 1 : stop.start()]
    if before.isdigit():
        return _month().match(text, stop.end()) is not None
    return _is_abbreviated(text, stop.start())


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the word before a full stop is an abbreviation, or an initial that labels nothing."""
    before = text[max(0, stop - _ABBREVIATION_WINDOW) : stop]
    if not before or before[-1].isspace():
        return False
    word = before.rsplit(None, 1)[-1].lstrip(f"([{_OPENING}")
    if word in _ABBREVIATIONS:
        return True
    return _are_initials(word) and not _labelled().search(before)


def _are_initials(word: str) -> bool:
    """``J``, ``U.S``: single capitals with full stops between."""
    return all(len(letter) == 1 and "A" <= letter <= "Z" for letter in word.split("."))


def sentences(text: str) -> list[str]:
    """The sentences of a text as they stand, without the white space between them (see ``boundaries``)."""
    start, cut = 0, []
    for end, following in boundaries(text):
        cut.append(text[start:end])
        start = following
    return list(filter(None, map(str.strip, [*cut, text[start:]])))


def clauses(text: str) -> list[str]:
    """The stretches up to each full stop, semicolon, colon or end of a line, none of them empty."""
    return [clause for clause in _clause_ends().split(text) if clause]


def join_short(stretches: Iterable[str], shortest: int) -> list[str]:
    """The stretches that a text was cut into; those with fewer letters go with the one before."""
    gathered: list[list[str]] = []
    size = 0  # letters of the last one: joined one by one, long ones would take the square of their length
    for stretch in filter(None, stretches):
        if gathered and min(size, len(stretch)) < shortest:
            gathered[-1].append(stretch)
            size += 1 + len(stretch)
        else:
            gathered.append([stretch])
            size = len(stretch)
    return [" ".join(pieces) for pieces in gathered]
