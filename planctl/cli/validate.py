"""``planctl validate``: what is wrong in plan files, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.messages import remark
from planctl.cli.options import Plans
from planctl.cli.output import GITHUB, JSON, TEXT, one_of

if TYPE_CHECKING:
    from planctl.workspace import Workspace
    from planctl.workspace.gathering import Gathered


FORMATS = (TEXT, JSON, GITHUB)


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            help="Plan folders, or files in them. Default: plans/ in this folder or above it.",
        ),
    ] = None,
    plans: Plans = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,
) -> None:
    """Check plan files, and show what is wrong and where.

    Exit code 0: no problems; 1: problems; 2: could not check.

    A file is checked together with its whole plan folder, because files refer to each other. YAML
    files outside plan folders are ignored.
    """
    from planctl import checks
    from planctl.cli import problems
    from planctl.writers import console

    folders = _gather(paths, plans)
    problems_found = [
        problem for folder in folders for problem in checks.find(folder.files, folder.where, folder.name)
    ]
    files = sum(len(folder.files) for folder in folders)
    if form == JSON:
        console.write(problems.as_json(problems_found, files), pager=False)
    elif form == GITHUB:
        console.write(problems.as_github(problems_found), pager=False)
    else:
        console.show(problems.as_lines(problems_found, files), pager=False)
    if any(strict or problem.severity == "error" for problem in problems_found):
        raise typer.Exit(1)


def _gather(paths: list[Path] | None, plans: Path | None) -> list[Gathered]:
    from planctl.workspace.gathering import gather, read_recorded
    from planctl.workspace.names import no_plans

    if paths:
        folders, alone = gather(paths)
        for path in alone:
            remark(f"skipped {path}: not in a plan folder")
        return folders
    if plans is not None:
        return gather([plans])[0]
    from planctl.cli.source import open_workspace

    workspace = open_workspace(None)
    recorded = [read_recorded(folder) for folder in workspace.folders.values() if folder.path is None]
    if recorded:
        return recorded
    if workspace.bundled:
        raise no_plans(workspace.folders)
    return gather(_roots(workspace))[0]


def _roots(workspace: Workspace) -> list[Path]:
    """The folder ``plans`` rather than the plan folders in it: there may be stray versions there."""
    from planctl.workspace.folder import short

    paths = (folder.path for folder in workspace.folders.values() if folder.path)
    roots = (path.parent if path.parent.name == "plans" else path for path in paths)
    return [Path(short(root)) for root in dict.fromkeys(roots)]
