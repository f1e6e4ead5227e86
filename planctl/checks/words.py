"""The words themselves: fields that must not be empty, brackets that should close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl import brackets
from planctl.checks.scope import Location, Scope, name
from planctl.errors import Problem
from planctl.planfile import PlanFile, quote

_ON_ONE_LINE = {
    "parties": ("name", "names"),
    "sources": ("publisher", "title", "url"),
    "claims": ("by", "about", "contradicts"),
}
_REFERENCES = ("made_from", "not_from")
_MUST_SPEAK = {"parties": ("name",), "sources": ("publisher",), "claims": ("by", "says")}


def fields_filled(scope: Scope) -> Iterator[Problem]:
    """Titles, names and what was said are more than white space."""
    for file in scope.files:
        if file.draft and not file.draft.title:
            yield _empty(file, "title")
    if scope.header and scope.header_file:
        for kind, fields in _MUST_SPEAK.items():
            for i, entry in enumerate(getattr(scope.header, kind)):
                for field in fields:
                    if not getattr(entry, field):
                        yield _empty(scope.header_file, kind, i, field)
        for i, party in enumerate(scope.header.parties):
            for k in (k for k, other in enumerate(party.names) if not other):
                yield _empty(scope.header_file, "parties", i, "names", k)


def fields_on_one_line(scope: Scope) -> Iterator[Problem]:
    """Titles, names, numbers, labels and references hold no line feed: what follows would stand alone."""
    for file in scope.files:
        if file.draft:
            yield from _broken(file, file.draft, (), ("title",))
    if scope.header and scope.header_file:
        for kind, fields in _ON_ONE_LINE.items():
            for i, entry in enumerate(getattr(scope.header, kind)):
                yield from _broken(scope.header_file, entry, (kind, i), fields)
    for read in scope.versions:
        for location, point, item in read.units():
            own = ("number", "heading") if item is None else ("label",)
            yield from _broken(read.file, item or point, location, (*own, *_REFERENCES))


def _broken(file: PlanFile, entry: object, location: Location, fields: Iterable[str]) -> Iterator[Problem]:
    for field in fields:
        value = getattr(entry, field) or ()
        for text in (value,) if isinstance(value, str) else value:
            if "\n" in text:
                message = f"{field} contains a line break: {quote(text)}"
                cure = "Write it on one line; > folds the lines of a block into one, | keeps them."
                yield Problem(file.place(*location, field), "PLC047", message, cure)


def brackets_close(scope: Scope) -> Iterator[Problem]:
    """Every square bracket in a text is opened and closed. Real drafts have lone ones, so this only warns."""
    for read in scope.versions:
        for location, point, item in read.units():
            text = (item or point).text
            for first in brackets.lone(text)[:1]:
                around = quote(text[max(0, first.at - 20) : first.at + 30])
                message = f"{name(point, item)}: {first.message}: {around}"
                cure = "Close it, or leave it if the text was tabled that way."
                yield Problem(read.file.place(*location, "text"), "PLC029", message, cure)


def _empty(file: PlanFile, *location: int | str) -> Problem:
    key = next(part for part in reversed(location) if isinstance(part, str))
    return Problem(file.place(*location), "PLC006", f"{key} is empty", "Write a value.")
