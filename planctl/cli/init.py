"""``planctl init``: a new plan folder, or a copy of the example."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.messages import remark
from planctl.cli.options import Plans


def init(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Name of the new plan: letters, digits, dashes.")
    ] = None,
    example: Annotated[
        str | None, typer.Option("--example", metavar="PLAN", help="Copy this example, such as ukraine-2025.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the new plan.")] = None,
    plans: Plans = None,
) -> None:
    """Create a plan folder; nothing is ever overwritten."""
    import datetime as dt
    from functools import partial

    from planctl import disk
    from planctl.errors import BadReference
    from planctl.plain import one_line
    from planctl.workspace import bundled, creation
    from planctl.writers import console
    from planctl.writers.lines import edge, line

    chosen = name or example
    if chosen is None:
        raise BadReference(
            "the new plan needs a name", "planctl init my-plan, or planctl init --example ukraine-2025."
        )
    _check_name(chosen)
    folder = _place(plans) / chosen
    if example is not None:
        files = creation.example_files(bundled(), example)
    else:
        today = dt.datetime.now(tz=dt.UTC).date().isoformat()
        files = creation.new_files(chosen if title is None else title, today)
        _check_title(files)
    listed = [line(edge(one_line(str(folder / file)))) for file in files]
    disk.put_folder(folder, files, partial(console.show, listed, pager=False))
    remark(f"created {folder}; check it with planctl validate {folder}")


def _check_name(name: str) -> None:
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


def _place(plans: Path | None) -> Path:
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


def _check_title(files: Mapping[str, bytes]) -> None:
    """Raise BadReference for a title that planctl validate would find a mistake in."""
    from planctl import checks, planfile
    from planctl.errors import BadReference

    read = [planfile.read(data, name) for name, data in files.items() if name.endswith(".yaml")]
    for problem in checks.find(read):
        if problem.severity == "error":
            raise BadReference(f"invalid --title: {problem.message}", problem.cure)
