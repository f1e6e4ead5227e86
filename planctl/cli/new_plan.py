"""Where a new plan is begun, under which name, and what a person is asked about the drafts it begins with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from planctl.drafts import Asked, File
    from planctl.workspace import Folder, Workspace


def check_name(name: str) -> None:
    """Raise BadReference for what cannot be the name of a plan."""
    import re

    from planctl.errors import BadReference
    from planctl.models import ID_PATTERN, LONGEST_ID, is_device, unfit_name

    if not re.fullmatch(ID_PATTERN, name) or len(name) > LONGEST_ID:
        raise BadReference(
            f'"{name[:LONGEST_ID]}" is not a valid plan name',
            f"Use letters, digits, dots and dashes, at most {LONGEST_ID}, beginning with a letter or digit.",
        )
    if why := "Windows keeps that name for a device" if is_device(name) else unfit_name(name):
        raise BadReference(f'"{name}" is not a valid plan name: {why}', "Choose another name.")


def place(plans: Path | None) -> Path:
    """The folder of plan folders: the one named, or plans/ here, unless that leads away from here."""
    from planctl import disk
    from planctl.errors import Refused

    if plans is not None:
        return plans
    try:
        disk.stay(Path("plans"), Path.cwd())
    except Refused as refused:
        raise Refused(
            refused.what, "To use the folder it points to, name that folder: --plans DIR."
        ) from None
    return Path("plans")


def home(plans: Path | None, plan: str | None, *, new: bool) -> Folder | Path:
    """The plan folder to import into; or where one is to be begun, which is where no plan is in reach.

    ``new`` asks for one beside others. Raises BadReference, Refused, UnknownName or NoPlans.
    """
    from planctl.errors import BadReference, UnknownName

    workspace = _in_reach(plans, plan)
    if workspace is None or new:
        return _begun(place(plans) if workspace is None else _around(workspace), plan)
    if plan is None and len(workspace.folders) > 1:
        raise BadReference(
            f"{workspace.where} holds several plans: {', '.join(workspace.folders)}",
            "Choose the one to import into: --plan NAME.",
        )
    if plan is not None and plan not in workspace.folders:
        raise UnknownName("plan", plan, workspace.where, workspace.folders, "--new begins one beside them.")
    return workspace.folder(plan)


def _in_reach(plans: Path | None, plan: str | None) -> Workspace | None:
    from planctl.cli.source import open_workspace
    from planctl.workspace import NoPlans

    try:
        workspace = open_workspace(plans)
    except NoPlans:
        if plan is None or plans is None or plans.is_file():
            raise
        return None
    return None if workspace.bundled else workspace


def _around(workspace: Workspace) -> Path:
    """The folder that the plan folders lie in. Raises Refused where they lie in git alone."""
    from planctl.errors import Refused

    path = next(iter(workspace.folders.values())).path
    if path is None:
        raise Refused(f"{workspace.where} is not a folder on disk", "Import where the plan folders are.")
    return path.resolve().parent


def _begun(plans: Path, plan: str | None) -> Path:
    from planctl.errors import Refused

    if plan is None:
        raise Refused("there is no plan here to import into", "Name the one to begin: --plan NAME.")
    check_name(plan)
    folder = plans / plan
    if folder.exists():
        raise Refused(f"{folder} already exists", "Choose another name; nothing was written.")
    return folder


def title_of(files: Sequence[File], name: str) -> str:
    """The title that all drafts bear; without one the name of the plan."""
    from planctl.drafts import on_one_line

    titles = {on_one_line(draft.title) for file in files for draft in file.drafts}
    only = titles.pop() if len(titles) == 1 else ""
    return only or name


def ask(files: Sequence[File], title: str, asked: Asked) -> tuple[str, Asked]:
    """The title of the plan, and what was asked for completed by what a person types; empty is not known."""
    from planctl.drafts import date_in

    title = _answer(f"Title of the new plan [{title}]: ") or title
    dates, by = list(asked.dates), list(asked.by)
    if not dates and not all(date_in(file.name) for file in files):
        dates = [date_in(file.name) or _answer(_WHEN.format(file.name)) for file in files]
    if not by:
        by = [_answer(_WHO)]
    return title, asked._replace(dates=dates, by=by)


_WHEN = "When was {} tabled, such as 2025-11-20? Empty if nobody knows: "
_WHO = "Which party tabled them, such as ua? Empty if nobody knows: "


def _answer(question: str) -> str:
    from planctl.plain import one_line

    typer.echo(one_line(question).rstrip() + " ", nl=False, err=True)
    return sys.stdin.readline().strip() if sys.stdin is not None else ""
