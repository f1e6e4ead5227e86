"""The numbers of points and the labels of items: each once, and none missing without a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from planctl.checks.scope import Scope, VersionFile, WrittenUnit
from planctl.errors import Problem
from planctl.models import Point, Section, Unit
from planctl.planfile import quote

_COUNTED = re.compile(r"\d+(?:\.\d+)*", re.ASCII)
_PARAGRAPH = re.compile(r"_\d+")
_READ = 5_000
"""Characters of a version's note that are looked through for numbers."""
_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоѕіјрсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
    "ABESIJKMHOPCTYXaeosijpcyxhdqwABEZHIKMNOPTYXovp",
)
"""Cyrillic and Greek letters and the Latin ones that look the same (Unicode's confusables.txt)."""


def numbers_once(scope: Scope) -> Iterator[Problem]:
    """No number stands twice beside another, no label twice in a point or a section, however it is typed."""
    for read in scope.versions:
        seen: dict[str, Unit] = {}
        keys: dict[str, str] = {}
        for unit in read.version.units:
            key, value = _key(unit), _value(unit)
            keys[unit.path] = name = f"{keys.get(unit.above.path, '') if unit.above else ''}\0{_typed(unit)}"
            first = seen.setdefault(name, unit) if value else unit
            first = seen.setdefault(unit.path, first)
            if first is not unit and value:
                yield _twice(read, unit, first, key, value)
            elif _PARAGRAPH.fullmatch(value):
                message = f"{quote(value)} cannot be a label: paragraphs without one are called so"
                yield Problem(read.file.place(*unit.location, key), "PLC009", message, "Leave the label out.")


def _twice(read: VersionFile, unit: Unit, first: Unit, key: str, value: str) -> Problem:
    line, first_value = read.file.place(*first.location).line, _value(first)
    again = "" if first_value in {value, ""} or first.path == unit.path else f" as {quote(first_value)}"
    message = f"{key} {quote(value)} stands here a second time, first{again} on line {line}"
    return Problem(read.file.place(*unit.location, key), "PLC010", message, f"Give each its own {key}.")


def _key(unit: Unit) -> str:
    return "number" if isinstance(unit.written, Point) else "label"


def _value(unit: Unit) -> str:
    """What stands before a unit; of a section without a label its heading."""
    heading = unit.written.heading if isinstance(unit.written, Section) else ""
    return unit.label or heading


def _typed(unit: Unit) -> str:
    """A unit's own part of its path, but for how it was typed."""
    part = unit.path.removeprefix(unit.above.path) if unit.above else unit.path
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", part))


def labels_look_different(scope: Scope) -> Iterator[Problem]:
    """No label has a letter that looks like one of the script that it, or one beside it, is written in."""
    for read in scope.versions:
        beside: dict[str, list[Unit]] = {}
        for unit in read.version.units:
            around = unit.above.path if unit.above else unit.point if unit.item else ""
            beside.setdefault(around, []).append(unit)
        for units in beside.values():
            is_latin = any(re.search("[A-Za-z]", unit.label) for unit in units)
            for unit in units:
                shown = unit.label.translate(_LOOKS_LIKE)
                if is_latin and shown != unit.label and shown.isascii():
                    odd = next(
                        letter
                        for letter, lookalike in zip(unit.label, shown, strict=True)
                        if letter != lookalike
                    )
                    message = f"{quote(unit.label)} is written with U+{ord(odd):04X}, which only looks like"
                    place = read.file.place(*unit.location, _key(unit))
                    cure = "Type the letter that the labels beside it are written with."
                    yield Problem(place, "PLC049", f"{message} {odd.translate(_LOOKS_LIKE)}", cure)


def terms_once(scope: Scope) -> Iterator[Problem]:
    """No term is defined twice in a version: nobody could say which of the two another version has."""
    for read in scope.versions:
        seen: dict[str, WrittenUnit] = {}
        for piece in read.pieces:
            term = piece.written.term
            first = seen.setdefault(term.casefold(), piece) if term else piece
            if first is not piece:
                line = read.file.place(*first.location, "term").line
                message = f"the term {quote(term)} is defined here a second time, first on line {line}"
                cure = "Keep term: at the definition that other versions have too."
                yield Problem(read.file.place(*piece.location, "term"), "PLC055", message, cure)


def numbers_without_gap(scope: Scope) -> Iterator[Problem]:
    """Numbers count up by 1, from 1 or from where the section before left off, but for what the note says."""
    for read in scope.versions:
        if read.whole:
            last = 0
            points = [piece for piece in read.pieces if piece.unit.item is None]
            points = [piece for piece in points if isinstance(piece.written, Point)]
            for _, group in groupby(points, key=_around):
                numbered = [piece for piece in group if _COUNTED.fullmatch(piece.unit.label)]
                if numbered:
                    first = int(numbered[0].unit.label.partition(".")[0])
                    yield from _gaps(read, numbered, 0 if first == 1 else last)
                    last = int(numbered[-1].unit.label.partition(".")[0])


def _around(piece: WrittenUnit) -> str:
    return piece.unit.above.path if piece.unit.above else ""


def _gaps(read: VersionFile, points: Sequence[WrittenUnit], last: int) -> Iterator[Problem]:
    seen = {*range(last + 1)} if last == 0 else {last}
    inner: dict[str, int] = {}
    for piece in points:
        label = piece.unit.label
        number, has_dot = int(label.partition(".")[0]), "." in label
        before, _, end = label.rpartition(".")
        if not has_dot or number == last + 1 or (number > last and end == "1"):
            # 1.1 and 1.2 stand for a 1 that is missing, and for nothing else
            gap = _plain(read, last, number, label) if number not in {last + 1, *seen} else ""
            last = number
            seen.add(number)
        else:
            gap = _dotted(read, before, inner.get(before, int(end)), label)
        if gap:
            yield _gap(read, piece, gap)
        if has_dot:
            inner[before] = int(end)


def explains(note: str, first: int | str, last: int | str) -> bool:
    """The note has a sentence with the word number or point that names the first and last missing ones."""
    sentences = (
        s for s in re.split(r"[.;\n]", note[:_READ]) if re.search(r"\b(?:number|point)", s, re.IGNORECASE)
    )
    return any({str(first), str(last)} <= set(re.findall(r"\d+", s)) for s in sentences)


def _gap(read: VersionFile, piece: WrittenUnit, message: str) -> Problem:
    cure = "If this is how the text was, say so in the version's note, for example: number 3 is deleted."
    return Problem(read.file.place(*piece.location, "number"), "PLC011", message, cure)


def _plain(read: VersionFile, last: int, number: int, label: str) -> str:
    """What is wrong with a number after another; nothing if the version's note speaks of the gap."""
    if explains(read.version.note, last + 1, number - 1):
        return ""
    if number <= last:
        return f"number {label} stands after number {last}"
    return _missing(str(last + 1), str(number - 1), number - last - 1, label)


def _dotted(read: VersionFile, before: str, last: int, label: str) -> str:
    """The same for the numbers below one: ``2.1`` and ``2.3``."""
    count = int(label.rpartition(".")[2]) - last - 1
    first, second = f"{before}.{last + 1}", f"{before}.{last + count}"
    if count < 1 or {first, second} <= set(re.findall(r"\d+(?:\.\d+)+", read.version.note[:_READ])):
        return ""
    return _missing(first, second, count, label)


def _missing(first: str, second: str, count: int, number: str) -> str:
    between = "and" if count == 2 else "to"  # noqa: PLR2004 - two numbers need no range
    missing = f"{first} is" if count == 1 else f"{first} {between} {second} are"
    return f"{missing} missing before number {number}"
