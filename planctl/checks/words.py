"""The words themselves: fields that must not be empty, brackets that should close."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planctl import brackets
from planctl.checks.scope import Scope
from planctl.errors import Problem
from planctl.models import Location, Point, Version
from planctl.planfile import PlanFile, quote

_ON_ONE_LINE = {
    "parties": ("name", "names", "people"),
    "sources": ("publisher", "title", "url"),
    "claims": ("by", "about", "contradicts"),
    "events": ("place", "about"),
}
_REFERENCES = ("made_from", "not_from")
_MUST_SPEAK = {"parties": ("name",), "sources": ("publisher",), "claims": ("by", "says"), "events": ("what",)}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


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
            lists = (("names", party.names), ("people", party.people))
            for key, k in ((key, k) for key, names in lists for k, name in enumerate(names) if not name):
                yield _empty(scope.header_file, "parties", i, key, k)


def fields_on_one_line(scope: Scope) -> Iterator[Problem]:
    """Titles, names, numbers, labels and references hold no line feed: what follows would stand alone."""
    for file in scope.files:
        if file.draft:
            yield from _broken(file, file.draft, (), ("title",))
        if isinstance(file.draft, Version):
            yield from _broken(file, file.draft, (), ("unseen",))
    if scope.header and scope.header_file:
        for kind, fields in _ON_ONE_LINE.items():
            for i, entry in enumerate(getattr(scope.header, kind)):
                yield from _broken(scope.header_file, entry, (kind, i), fields)
    for read in scope.versions:
        for unit, section in read.sections:
            yield from _broken(read.file, section, unit.location, ("label", "heading"))
        for piece in read.pieces:
            keys = ("number", "heading") if isinstance(piece.written, Point) else ("label",)
            yield from _broken(read.file, piece.written, piece.location, (*keys, "term", *_REFERENCES))


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
        for piece in read.pieces:
            text = piece.written.text
            for first in brackets.lone(text)[:1]:
                around = quote(text[max(0, first.at - 20) : first.at + 30])
                message = f"{piece.name}: {first.message}: {around}"
                cure = "Close it, or leave it if the text was tabled that way."
                yield Problem(read.file.place(*piece.location, "text"), "PLC029", message, cure)


def languages_known(scope: Scope) -> Iterator[Problem]:
    """A language is named by a tag such as ``en`` or ``pt-BR`` (BCP 47)."""
    for read in scope.versions:
        language = read.version.language
        if language and not _LANGUAGE.fullmatch(language):
            message = f"{quote(language)} names no language"
            cure = "Write a tag: en, fr, uk, pt-BR."
            yield Problem(read.file.place("language"), "PLC054", message, cure)


def _empty(file: PlanFile, *location: int | str) -> Problem:
    key = next(part for part in reversed(location) if isinstance(part, str))
    return Problem(file.place(*location), "PLC006", f"{key} is empty", "Write a value.")
