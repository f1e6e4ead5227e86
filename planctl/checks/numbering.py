"""The numbers of points and the labels of items: each once, and none missing without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.checks.scope import Location, Read, Scope
from planctl.errors import Problem
from planctl.planfile import quote

_COUNTED = re.compile(r"\d+(?:\.\d+)*", re.ASCII)
_READ = 5_000
"""Characters of a version's note that are looked through for numbers."""


def numbers_once(scope: Scope) -> Iterator[Problem]:
    """No number stands twice in a version, no label twice in a point."""
    for read in scope.versions:
        seen: dict[str, Location] = {}
        for location, point, item in read.units():
            key, value = ("number", point.number) if item is None else ("label", item.label)
            label = value if item is None else f"{point.number}.{value}"
            if label in seen:
                first = read.file.place(*seen[label]).line
                message = f"{key} {quote(value)} is used twice, first on line {first}"
                yield Problem(read.file.place(*location, key), "PLC010", message, f"Give each its own {key}.")
            seen.setdefault(label, location)


def numbers_without_gap(scope: Scope) -> Iterator[Problem]:
    """Plain numbers count up from 1 by 1, unless the version's note speaks of the missing ones."""
    for read in scope.versions:
        if read.whole:
            yield from _gaps(read)


def _gaps(read: Read) -> Iterator[Problem]:
    last, seen = 0, {0}
    for i, point in enumerate(read.version.points):
        if not _COUNTED.fullmatch(point.number):
            continue
        lead, dot, _ = point.number.partition(".")
        number = int(lead)
        if dot and number != last + 1:
            continue  # 1.1 and 1.2 stand for a 1 that is missing, and for nothing else
        if (
            number != last + 1
            and number not in seen
            and not explains(read.version.note, last + 1, number - 1)
        ):
            yield Problem(
                read.file.place("points", i, "number"),
                "PLC011",
                _gap(last, number),
                "If this is how the text was, say so in the version's note: number 3 is deleted.",
            )
        last = number
        seen.add(number)


def explains(note: str, first: int | str, last: int | str) -> bool:
    """The note has a sentence with the word number or point that names the first and last missing ones."""
    sentences = (
        s for s in re.split(r"[.;\n]", note[:_READ]) if re.search(r"\b(?:number|point)", s, re.IGNORECASE)
    )
    return any({str(first), str(last)} <= set(re.findall(r"\d+", s)) for s in sentences)


def _gap(last: int, number: int) -> str:
    if number <= last:
        return f"number {number} comes after number {last}"
    first, second = last + 1, number - 1
    between = "and" if second == first + 1 else "to"
    missing = f"{first} is" if first == second else f"{first} {between} {second} are"
    return f"{missing} missing before number {number}"
