"""The numbers of references, read one by one: ``5(1)(b)``, ``4 bis``, ``VII``, ``10.b``, ``(2)``.

Every pattern takes what it matches for good and is tried at one place only, so the cost is linear. Signs
beyond Latin-1 stand in none, as such sets take long to compile: ``plain`` replaces them in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, product
from math import prod
from typing import Literal, NamedTuple

from planctl.substance.references.plain import plain
from planctl.text.borders import ORDINAL

Part = str
Path = tuple[Part, ...]
"""The parts of a number, outermost first, in lower case: 5, 1, b."""

Shape = Literal["digits", "roman", "letter", "bracket"]
BLANK = r"[ \t\r\n\xa0]"
_DIGITS = re.compile(
    rf"(\d{{1,6}}+)(?:([A-Za-z])(?!\w)|(?!\w)|(?={ORDINAL}))(?![,'\x20\n\xa0]\d{{3}}(?!\d))(?!{BLANK}?[%\xb0])"
)
_CODE = re.compile(rf"[A-Z]{{1,3}}+\d{{1,4}}+(?!\w)|[LRD]\.{BLANK}?\d{{1,5}}+(?:-\d{{1,4}}+)*+(?!\w)")
_CAPITALS = re.compile(r"[A-Z]{1,8}+(?:-[A-Z](?!\w))?(?!'?\w)")
_LETTER = re.compile(r"[^\W\d_](?![\w'])")
_IN_BRACKETS = r"\d{1,3}+[a-z]?|[ivxlc]{1,8}+|[^\W\d_]{1,2}+"
_BRACKET = re.compile(rf"\(({_IN_BRACKETS})\)")
_HALF_BRACKET = re.compile(r"(\d{1,2}+|[^\W\d_])\)")
_SUFFIX = re.compile(
    rf"\.(\d{{1,4}}+)(?!\w)|\.([a-z]|[ivx]{{2,5}}+)(?!\w)|{BLANK}?\(({_IN_BRACKETS})\)"
    rf"|{BLANK}?({ORDINAL})|-([A-Z])(?!\w)|(-\d{{1,4}}+)(?!\w)"
)
_ROMANS = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_ROMAN = re.compile(
    r"(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE
)  # every repetition has a bound
_MOST_PARTS = 12  # parts of a number
_RANGE_SPELLED_OUT = 100
"""Numbers that a range is spelled out to; of a longer one only the ends are kept."""


_MOST_NESTED = 1_000
"""Paths that one reference is spelled out to; "items 1 to 99 of paragraphs 1 to 99" has 9,801."""


class ReferenceNumber(NamedTuple):
    """One number of a reference: ``text[start:end]``. ``path`` has its parts; one that begins with a bracket
    goes on from the number before it."""

    start: int
    end: int
    path: Path
    shape: Shape


def number(text: str, at: int, *, lower: bool = False, half: bool = False) -> ReferenceNumber | None:
    """The number at a place. ``lower`` takes single small letters too, ``half`` those before a lone ``)``."""
    first = _first(text, at, lower=lower, half=half)
    return _with_suffixes(text, first) if first else None


def _first(text: str, at: int, *, lower: bool, half: bool) -> ReferenceNumber | None:
    if match := _DIGITS.match(text, at):
        return ReferenceNumber(at, match.end(), (str(int(match[1])) + (match[2] or "").lower(),), "digits")
    if match := _BRACKET.match(text, at):
        return ReferenceNumber(at, match.end(), (_plain(match[1]),), "bracket")
    if match := _CODE.match(text, at):
        return ReferenceNumber(at, match.end(), ("".join(match[0].split()).lower(),), "letter")
    if half and (match := _HALF_BRACKET.match(text, at)):
        return ReferenceNumber(at, match.end(), (_plain(match[1]),), "bracket")
    return _lettered(text, at, lower=lower)


def _lettered(text: str, at: int, *, lower: bool) -> ReferenceNumber | None:
    if match := _CAPITALS.match(text, at):
        letters, _, rest = match[0].partition("-")
        if is_roman(letters):
            return ReferenceNumber(
                at, match.end(), tuple(filter(None, (letters.lower(), rest.lower()))), "roman"
            )
        if len(match[0]) == 1:
            return ReferenceNumber(at, match.end(), (letters.lower(),), "letter")
    match = _LETTER.match(text, at) if lower else None
    return ReferenceNumber(at, match.end(), (match[0].lower(),), "letter") if match else None


def _with_suffixes(text: str, first: ReferenceNumber) -> ReferenceNumber:
    """With the bracketed, dotted and Latin parts behind it."""
    path, end = list(first.path), first.end
    while len(path) < _MOST_PARTS and (match := _SUFFIX.match(text, end)):
        stuck = match[4] or match[5] or match[6]
        if stuck:
            if first.shape == "bracket" or not (match[4] or _is_code(path, stuck)):
                break
            path[-1] += stuck.lower()
        elif (bracketed := match[3]) and match[0][0] != "(" and len(bracketed) > 1 and not _counts(bracketed):
            break  # "(as amended)" has longer words, "(eu)" and "(in)" are no items
        else:
            path.append(_plain(match[1] or match[2] or bracketed))
        end = match.end()
    return ReferenceNumber(first.start, end, tuple(path), first.shape)


def _is_code(path: list[Part], stuck: str) -> bool:
    """Whether "-A" or "-3" belongs to the number: 121-3 does, 3-5 is a range."""
    return len(path) == 1 and (stuck.isalpha() or not ascends((path[0],), (stuck[1:],)))


def _plain(part: str) -> str:
    return str(int(part)) if part.isdecimal() else part.lower()


def _counts(part: str) -> bool:
    return part[0].isdecimal() or is_roman(part)


def is_roman(letters: str) -> bool:
    """Whether letters are a number in Roman figures."""
    return _ROMAN.fullmatch(letters) is not None


def _value(letters: str) -> int:
    sizes = [_ROMANS[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(sizes, [*sizes[1:], 0], strict=True))


def path_of(label: str) -> Path:
    """The path of a label as it is printed: ``4 bis``, ``(a)``, ``2.1``, ``OP3``; never empty."""
    trimmed = label.strip()
    if trimmed.isascii() and (trimmed.isdecimal() or (len(trimmed) == 1 and trimmed.isalpha())):
        return (_plain(trimmed),)
    trimmed = plain(trimmed)
    parsed = number(trimmed, 0, lower=True, half=True)
    if parsed and not trimmed[parsed.end :].strip(" .:)"):
        return parsed.path
    return (" ".join(trimmed.lower().split()),)


def attached(path: Path, before: Path, *, fixed: int) -> Path:
    """The whole path of a number that begins with a bracket: ``(2)`` after ``4(1)`` is 4(2).

    ``fixed`` is how many parts of ``before`` stand without brackets, and so cannot be what it replaces.
    """
    for k in reversed(range(fixed, len(before))):
        if _kin(before[k], path[0]):
            return (*before[:k], *path)
    return (*before[: max(fixed, len(before) - 1)], *path)


def _kin(left: Part, right: Part) -> bool:
    """Whether two parts count in the same way."""
    if left[0].isdecimal() or right[0].isdecimal():
        return left[0].isdecimal() and right[0].isdecimal()
    return (len(left) > 1 or len(right) > 1) <= (is_roman(left) and is_roman(right))


def between(first: Path, last: Path) -> tuple[Path, ...]:
    """Every path of a range, both ends included; only the ends where they cannot be counted."""
    if len(last) < len(first):
        last = (*first[: len(first) - len(last)], *last)
    if first[:-1] == last[:-1] and (steps := list(_counted(first[-1], last[-1]))):
        return tuple((*first[:-1], step) for step in steps)
    return first, last


def too_many(*counts: int) -> bool:
    """Whether so many paths within so many are more than one reference is spelled out to."""
    return prod(counts) > _MOST_NESTED


def ends(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The first and the last of a range that is not spelled out."""
    return paths if len(paths) <= 2 else (paths[0], paths[-1])  # noqa: PLR2004


def nested(*levels: tuple[Path, ...]) -> tuple[Path, ...]:
    """Every path through levels, outermost first; of empty levels nothing; of too many only the ends."""
    filled = [level for level in levels if level]
    if too_many(*map(len, filled)):
        filled = [*map(ends, filled)]
    return tuple(tuple(chain.from_iterable(each)) for each in product(*filled)) if filled else ()


def _counted(first: Part, last: Part) -> Iterator[Part]:
    if first.isdecimal() and last.isdecimal():
        low, high = int(first), int(last)
        yield from map(str, range(low, high + 1) if high - low < _RANGE_SPELLED_OUT else ())
    elif len(first) == len(last) == 1 and first.isascii() and first.isalpha() and last.isalpha():
        yield from map(chr, range(ord(first), ord(last) + 1))


def ascends(first: Path, last: Path) -> bool:
    """Whether a dash between two numbers can mean a range: 3-5 can, the 121-3 of a code cannot."""
    start, end = first[-1], last[-1]
    if start.isdecimal() and end.isdecimal():
        return int(start) < int(end)
    if is_roman(start) and is_roman(end):
        return _value(start) < _value(end)
    return len(start) == len(end) == 1 and start < end
