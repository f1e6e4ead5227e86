"""What can go wrong, said so that a person can correct it: what, where, what next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planctl.codes import CHECKS, Severity


class FilePlace(NamedTuple):
    """A place in a file. Lines and columns count from 1; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Problem(NamedTuple):
    """One finding in a plan file, under a stable code (``PLC`` and three digits)."""

    place: FilePlace
    code: str
    message: str
    cure: str

    @property
    def severity(self) -> Severity:
        """That of its check."""
        return CHECKS[self.code].severity


class PlanctlError(Exception):
    """Something a person can correct. ``what`` is one sentence, ``cure`` says what to do next."""

    def __init__(self, what: str, cure: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.cure = cure


class BadFile(PlanctlError):
    """A plan file that cannot be read as one; keeps every problem found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        more = f" (and {len(problems) - 1} more; see planctl validate)" if len(problems) > 1 else ""
        super().__init__(f"{first.place}: {first.message}{more}", first.cure)
        self.problems = tuple(problems)


class UnknownName(PlanctlError):
    """A plan, version, point, party, source or claim that nobody has; guesses the typing slip."""

    def __init__(self, kind: str, name: str, where: str, known: Iterable[str], cure: str = "") -> None:
        from difflib import get_close_matches

        self.kind, self.name, self.known = kind, name, tuple(known)
        by_lower = {each.lower(): each for each in reversed(self.known)}
        near = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.5)
        guess = f"; did you mean {by_lower[near[0]]}?" if near else ""
        super().__init__(f'no {kind} "{name}" in {where}{guess}', cure)


class BadReference(PlanctlError):
    """A reference that has the wrong form, such as ``v28:`` or an empty name."""


class BadRevision(PlanctlError):
    """A git revision, date or object that cannot be read, or a repository that is not one."""


class Refused(PlanctlError):
    """A step that would lose or overwrite something, or that another process got to first."""


class MissingExtra(PlanctlError):
    """A feature whose optional libraries are not installed; the message names the extra."""


class Unwritten(PlanctlError):
    """An answer that nothing takes: standard output is closed, full or broken."""


class ReaderGone(Exception):
    """Whoever read standard output has ended, which is no mistake of anybody."""
