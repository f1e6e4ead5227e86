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
    from planctl.models import Header, Version
    from planctl.render.lines import Line

_ABSENT = "/dev/null"


def main() -> int:
    """Print the redline between two states of a version file, or nothing and exit 1."""
    from planctl.errors import PlanctlError
    from planctl.render import console

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
    from planctl.render.lines import line, plain

    yield line(plain(f"diff --planctl a/{name} b/{new_name}", "strong"))
    if _ABSENT in {old, new}:
        yield from (line(plain(row)) for row in _whole(old, new))
    else:
        yield from _redline(_load(old, name), _load(new, new_name), _header(Path(new_name).parent))
    yield line(plain(""))


def _load(path: str, name: str) -> Version:
    from planctl import planfile

    return planfile.load_version(Path(path).read_bytes(), name)


def _redline(old: Version, new: Version, header: Header) -> Sequence[Line]:
    from planctl import diff
    from planctl.render import console
    from planctl.render.diff_phrases import Shown
    from planctl.render.terminal.diff import diff as as_lines

    names = {party.id: (party.name, *party.names) for party in header.parties}
    comparison = diff.compare(old, new, names=names)
    changed = tuple(change for change in comparison.changes if not change.is_silent)
    shown = Shown(comparison, header, f"a/{old.version}", f"b/{new.version}", changed)
    return as_lines(shown, console.width())


def _header(folder: Path) -> Header:
    """The plan's header when the file lies in a plan folder, for the parties' names; else an empty one."""
    from planctl.errors import PlanctlError
    from planctl.models import Header
    from planctl.workspace import open_folder

    try:
        return open_folder(folder).header
    except (PlanctlError, OSError):
        return Header(title=folder.name)


def _whole(old: str, new: str) -> Iterator[str]:
    from planctl.cli.textconv import readable

    mark, path = ("-", old) if new == _ABSENT else ("+", new)
    yield from (f"{mark}{row}" for row in readable(path).splitlines())


if __name__ == "__main__":
    sys.exit(main())
