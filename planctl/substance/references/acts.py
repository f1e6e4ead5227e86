"""Numbers of laws and decisions, and digits that are no quantity without any keyword before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from planctl.substance.references.numbers import BLANK, ReferenceNumber, is_roman
from planctl.substance.references.words import Sort, Words, words

_BODY = re.compile(rf"\({BLANK}?[A-Z][A-Za-z, ]{{1,20}}+\){BLANK}?")
_ACT_FIGURES = r"\d{1,7}+(?:,\d{3}(?!\d)|\.\d{1,6}+(?!\d)|/[0-9A-Z]{1,8}+|-[0-9A-Z]{1,8}+)*+(?!\w)"
_NUMBER = re.compile(rf"({_ACT_FIGURES}|[A-Z]{{1,3}}-\d{{1,5}}/\d{{2,4}}|[IVXLC]{{1,6}}+(?!\w))")
_YEAR = re.compile(rf"{BLANK}?\((\d{{4}})\)|{BLANK}([^\W\d_]{{1,4}}){BLANK}(\d{{4}})(?![\w%])")
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]{0,30}+\.?"
_LETTERS = r"[^\W\d_]{1,30}+"
_HOUSE = r"(?<![\w.,/])\d{1,5}+[A-Za-z]?(?!\w)"


class ActNumber(NamedTuple):
    """Digits that are known by their surroundings: ``text[start:end]``."""

    start: int
    end: int
    sort: Sort
    name: str


def past_body(text: str, at: int) -> int:
    """After "(EU)" or "(EC, Euratom)"; the same place if there is none."""
    match = _BODY.match(text, at)
    return match.end() if match else at


def act_number(text: str, at: int, known: Words) -> ReferenceNumber | None:
    """``2016/679``, ``2202 (2015)``, ``12 of 1998``, ``5,234``, ``II`` at a place.

    The path is the number, and the year if one stands behind it.
    """
    match = _NUMBER.match(text, at)
    if match is None or (match[1][0].isalpha() and not (is_roman(match[1]) or "-" in match[1])):
        return None
    number = "".join(_GROUPED.sub("", match[1]).split()).lower()
    year = _YEAR.match(text, match.end())
    if year and (year[1] or year[2].lower() in known.of):
        return ReferenceNumber(at, year.end(), (number, year[1] or year[3]), "digits")
    return ReferenceNumber(at, match.end(), (number,), "digits")


def is_complex(number: str) -> bool:
    """Whether a number can only be an act's: ``2016/679``, ``78-17``."""
    return any(sign in number for sign in "/-")


def unlabelled(text: str) -> Iterator[ActNumber]:
    """Addresses, symbols of documents, numbers of laws by their series, numbers of houses."""
    if not any(map(str.isdecimal, text)):
        return
    for sort, needles, pattern in _kinds():
        if any(map(text.__contains__, needles)):
            for match in pattern().finditer(text):
                if any(map(str.isdecimal, match[0])):
                    yield ActNumber(*match.span(), sort, "")


class _ActForm(NamedTuple):
    """A kind of them: it is looked for, and its pattern compiled, only where one of its needles stands."""

    sort: Sort
    needles: tuple[str, ...]
    pattern: Callable[[], re.Pattern[str]]


@cache
def _kinds() -> tuple[_ActForm, ...]:
    """No pattern goes back over what it has read by more than a bounded number of signs."""
    known = words()
    unions = "EC|EU|EEC|CE|UE|CEE|EG|EWG|JHA|JAI|CFSP|PESC|Euratom"
    return (
        _kind("mark", ("://", "www."), lambda: r"(?:https?://|www\.)[^\s<>\"]{1,2000}+"),
        _kind("act", "/", lambda: r"(?<![\w/])[A-Z]{1,5}+(?:/[A-Za-z0-9.\-]{1,16}+){1,8}+(?:\.\d+)?"),
        _kind("act", "/", lambda: rf"(?<![\w/])\d{{2,4}}+/\d{{1,4}}+/(?:{unions})(?!\w)"),
        _kind(
            "act",
            _openings(known.reporters),
            lambda: (
                rf"(?<![\w.,])\d{{1,4}}+{BLANK}(?:{_dotted(known.reporters)}){BLANK}?(?:§{{1,2}}+|[Pp]arts?)?"
                rf"{BLANK}?\d[\w.\-]*+(?<![.\-])(?:\([\da-z]{{1,3}}\))*+"
            ),
        ),
        _kind(
            "act",
            _openings(known.series),
            lambda: (
                rf"(?<!\w)(?:{_dotted(known.series)}){BLANK}?(?:No\.?{BLANK})?\d{{1,4}}+[/\-]\d{{1,5}}+(?!\w)"
            ),
        ),
        _kind("mark", "-", lambda: r"(?<![\w-])[A-Z][A-Za-z]{0,5}+-\d{1,4}+(?:\.\d{1,4}+){1,4}+(?!\w)"),
        *_houses(known),
    )


def _houses(known: Words) -> Iterator[_ActForm]:
    """Streets with the numbers of houses in them."""
    article = rf"{BLANK}(?:de|du|des|de{BLANK}la|d')?{BLANK}?"
    yield _kind(
        "mark",
        tuple(form.capitalize() for form in known.streets_after),
        lambda: rf"{_HOUSE},?{BLANK}(?:{_CAPITAL}{BLANK}){{1,3}}(?i:{_either(known.streets_after)})(?!\w)",
    )
    yield _kind(
        "mark",
        _spelled(known.streets_before),
        lambda: (
            rf"{_HOUSE}(?:{BLANK}?(?:bis|ter))?,?{BLANK}(?i:{_either(known.streets_before)}){article}{_CAPITAL}"
        ),
    )
    yield _kind(
        "mark",
        _spelled(known.streets_numbered),
        lambda: (
            rf"(?<!\w)(?i:{_either(known.streets_numbered)}){BLANK}(?:{_LETTERS}{BLANK}){{1,4}}?"
            rf"(?:n[.º°]?{BLANK}?)?\d{{1,5}}+(?!\w)"
        ),
    )
    yield _kind(
        "mark",
        tuple(known.street_endings),
        lambda: (
            rf"(?<!\w)[A-ZÄÖÜ][^\W\d_]{{0,24}}?(?i:{_either(known.street_endings)}){BLANK}"
            rf"\d{{1,5}}+[a-z]?(?!\w)"
        ),
    )


def _kind(sort: Sort, needles: str | tuple[str, ...], source: Callable[[], str]) -> _ActForm:
    substrings = needles if isinstance(needles, tuple) else (needles,)
    return _ActForm(sort, substrings, cache(lambda: re.compile(source())))


def _spelled(forms: Iterable[str]) -> tuple[str, ...]:
    """Forms in small letters and with a capital."""
    return tuple(spelling for form in forms for spelling in (form, form.capitalize()))


def _openings(forms: Iterable[str]) -> tuple[str, ...]:
    """How forms such as U.S.C. may begin, with or without full stops and blanks."""
    openings = []
    for form in forms:
        first, _, second = form.partition(".")
        openings += [f"{first}{between}{second[:1]}" for between in ("", ".", " ", ". ")]
    return tuple(openings)


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, reverse=True)))


def _dotted(forms: Iterable[str]) -> str:
    """Forms such as U.S.C., with or without their full stops and blanks."""
    return "|".join(
        rf"\.?{BLANK}?".join(map(re.escape, form.removesuffix(".").split("."))) + r"\.?"
        for form in sorted(forms, reverse=True)
    )
