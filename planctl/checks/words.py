"""The words themselves: fields that must not be empty, brackets that should close."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.checks.scope import Scope
from planctl.errors import Problem
from planctl.planfile import PlanFile

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


def _empty(file: PlanFile, *location: int | str) -> Problem:
    return Problem(file.place(*location), "PLC006", f"{location[-1]} is empty", "Write a value.")
