"""``planctl fmt``: plan files in one layout, one sentence per line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.messages import remark, speak
from planctl.cli.options import Plans

if TYPE_CHECKING:
    from planctl.errors import PlanctlError

_FAILED = 2


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            help="Plan files, or folders of them. Default: plans/ in this folder or above it.",
        ),
    ] = None,
    plans: Plans = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")
    ] = False,
) -> None:
    """Reformat plan files, one sentence per line, without changing a word.

    Prints the names of the files it changed. Comments are kept. A file with errors is left as it is, and
    the exit code is then 2.
    """
    from planctl.errors import PlanctlError
    from planctl.plain import one_line
    from planctl.writers import console
    from planctl.writers.lines import edge, line

    changed: list[str] = []
    failed: list[PlanctlError] = []
    for path, shown in _files(paths, plans):
        try:
            if _is_changed(path, shown, check=check):
                changed.append(shown)
        except PlanctlError as error:
            failed.append(error)
    console.show([line(edge(one_line(name))) for name in changed], pager=False)
    for each in failed:
        speak(each)
    if failed:
        raise typer.Exit(_FAILED)
    if check and changed:
        raise typer.Exit(1)


def _is_changed(path: Path, shown: str, *, check: bool) -> bool:
    """Whether the file needed reformatting; it was rewritten unless ``check`` was given."""
    from planctl import disk, planfile
    from planctl.workspace import read_file

    before = read_file(path, path.parent)
    after = planfile.formatted(before, shown)
    if after != before and not check:
        disk.put(path, after, path.parent)
    return after != before


def _files(paths: list[Path] | None, plans: Path | None) -> Iterator[tuple[Path, str]]:
    """Plan files with their names as shown, each once."""
    from planctl.workspace.gathering import plan_files

    files, alone = plan_files(paths or _roots(plans))
    for path in alone:
        remark(f"skipped {path}: not in a plan folder")
    yield from files


def _roots(plans: Path | None) -> list[Path]:
    from planctl.cli.source import open_workspace
    from planctl.errors import Refused
    from planctl.workspace.folder import short

    if plans is not None:
        return [plans]
    workspace = open_workspace(None)
    folders = [folder.path for folder in workspace.folders.values() if folder.path]
    if workspace.bundled or not folders:
        raise Refused(
            "there are no plan files here to format", "Name the files, or create a plan: planctl init."
        )
    return [Path(short(path)) for path in folders]
