"""What ``git diff`` runs for a version file: ``python -m planctl.cli.git_diff`` and git's seven words.

Not a command. git hands over a name, then file, blob id and mode of each side, and for a renamed file its new
name (git's documentation of GIT_EXTERNAL_DIFF).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.diff import DiffAnswer
    from planctl.models import PlanHeading, Version
    from planctl.writers.lines import Line

_ABSENT = "/dev/null"


def main() -> int:
    """Print the redline between two states of a version file, or nothing and exit 1."""
    from planctl.errors import PlanctlError
    from planctl.writers import console

    try:
        name, old, _, _, new, _, _, *renamed = sys.argv[1:]
        rows = list(_rows(name, renamed[0] if renamed else name, old, new))
    except (PlanctlError, OSError, ValueError):
        return 1
    if os.environ.get("GIT_PAGER_IN_USE") and not os.environ.get("NO_COLOR"):
        os.environ.setdefault("FORCE_COLOR", "1")
    console.show(rows, pager=False)
    return 0


def _rows(name: str, new_name: str, old: str, new: str) -> Iterator[Line]:
    from planctl.writers.lines import line, plain

    yield line(plain(f"diff --planctl a/{name} b/{new_name}", "strong"))
    if _ABSENT in {old, new}:
        yield from (line(plain(row)) for row in _whole(old, new))
        return
    earlier, later = _load(old, name), _load(new, new_name)
    shown = _shown(earlier, later, _heading(Path(new_name).parent))
    if shown.changes:
        yield from _redline(shown)
    if _differs_besides(earlier, later):
        yield line(plain("Headings, notes, sources or marks differ too: git diff --no-ext-diff shows them."))
    elif not shown.changes:
        raise ValueError("only the layout of the file differs")
    yield line(plain(""))


def _load(path: str, name: str) -> Version:
    from planctl import planfile
    from planctl.workspace import read_file

    return planfile.load_version(read_file(Path(path), Path(path).parent), name)


def _shown(old: Version, new: Version, heading: PlanHeading) -> DiffAnswer:
    from planctl import diff

    names = {party.id: (party.name, *party.names) for party in heading.parties}
    comparison = diff.compare(old, new, names=names)
    changed = tuple(change for change in comparison.changes if not change.is_silent)
    return diff.DiffAnswer(comparison, heading, f"a/{old.version}", f"b/{new.version}", changed)


def _redline(shown: DiffAnswer) -> Sequence[Line]:
    from planctl.pages import diff as pages
    from planctl.writers import console, terminal

    return terminal.lines(pages.redline(shown), console.width())


def _besides(version: Version) -> dict[str, object]:
    """What a redline does not show: all that is said about the version and each point, except its words."""
    from planctl.models import Section

    text = {"preamble", "listed", "sections", "closing"}
    facts: dict[str, object] = {"": version.model_dump(exclude=text)}
    for unit in version.units:
        if isinstance(unit.written, Section):
            facts[unit.path] = unit.written.note
    for point in version.points:
        facts[point.number] = point.model_dump(exclude={"text", "items"})
        facts |= {f"{point.number}.{i.label}": i.model_dump(exclude={"text", "items"}) for i in point.items}
    return facts


def _differs_besides(old: Version, new: Version) -> bool:
    old_fields, new_fields = _besides(old), _besides(new)
    return any(old_fields[label] != new_fields[label] for label in old_fields.keys() & new_fields.keys())


def _heading(folder: Path) -> PlanHeading:
    """The plan's header when the file lies in a plan folder, for the parties' names; else an empty one."""
    from planctl.errors import PlanctlError
    from planctl.models import PlanHeading
    from planctl.workspace import open_folder

    try:
        return open_folder(folder).heading
    except (PlanctlError, OSError):
        return PlanHeading(title=folder.name)


def _whole(old: str, new: str) -> Iterator[str]:
    from planctl.cli.textconv import readable

    mark, path = ("-", old) if new == _ABSENT else ("+", new)
    yield from (f"{mark}{row}" for row in readable(path).splitlines())


if __name__ == "__main__":
    sys.exit(main())
