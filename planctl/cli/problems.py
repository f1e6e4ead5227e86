"""``planctl validate``: problems as lines to read, as JSON, and as annotations of GitHub's checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from planctl.codes import CHECKS
from planctl.errors import Problem
from planctl.plain import inert_json, one_line, powerless
from planctl.writers.lines import Line, StyledText, edge, line, plain

SCHEMA = "planctl/validate/1"


def as_lines(problems: Sequence[Problem], files: int) -> Iterator[Line]:
    """Each problem with its place and cure, then how many there are in how many of the files."""
    for problem in problems:
        mild = "warning: " if problem.severity == "warning" else ""
        place = edge(one_line(str(problem.place)), "strong")
        code = StyledText(problem.code, "warn" if mild else "delete")
        yield line(place, "  ", code, "  ", mild, plain(one_line(problem.message)))
        yield line("  ", plain(one_line(problem.cure), "dim"))
    if problems:
        yield ()
    yield line(count(problems, files))


def count(problems: Sequence[Problem], files: int) -> str:
    """``2 problems and 1 warning in 1 of 5 files.``"""
    if not files:
        return "No plan files to check."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counts = [_number(errors, "problem")] if errors else []
    counts += [_number(warnings, "warning")] if warnings else []
    if not counts:
        return f"No problems in {_number(files, 'file')}."
    touched = min(files, len({problem.place.path for problem in problems}))
    return f"{' and '.join(counts)} in {touched} of {_number(files, 'file')}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def as_json(problems: Sequence[Problem], files: int) -> str:
    """One JSON object and a line feed; line and column are 0 where a problem is about a whole file."""
    import json

    whole = {"schema": SCHEMA, "files": files, "problems": [_object(problem) for problem in problems]}
    return inert_json(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _object(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "title": CHECKS[problem.code].title,
        "severity": problem.severity,
        "message": problem.message,
        "cure": problem.cure,
    }


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands: one line per problem, shown by GitHub beside the line it is about."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    place = problem.place
    values = {"file": place.path}
    if place.line:
        values |= {"line": str(place.line), "col": str(place.column)}
    values["title"] = f"{problem.code} {CHECKS[problem.code].title}"
    settings = ",".join(f"{key}={_setting(value)}" for key, value in values.items())
    words = powerless(f"{one_line(problem.message)}\n{one_line(problem.cure)}")
    return f"::{problem.severity} {settings}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _setting(text: str) -> str:
    return _data(powerless(one_line(text))).replace(":", "%3A").replace(",", "%2C")
