"""``planctl init``: a new plan folder, or a copy of the example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.messages import remark
from planctl.cli.options import Plans


def init(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Name of the new plan: letters, digits, dashes.")
    ] = None,
    example: Annotated[
        str | None, typer.Option("--example", metavar="PLAN", help="Copy this example, such as ukraine-2025.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the new plan.")] = None,
    plans: Plans = None,
) -> None:
    """Make a new plan folder; nothing is ever overwritten."""
    import datetime as dt
    import re

    from planctl.errors import BadReference
    from planctl.models import ID_PATTERN
    from planctl.render import console
    from planctl.render.lines import edge, line
    from planctl.render.plain import one_line
    from planctl.workspace import bundled, creation

    chosen = name or example
    if chosen is None:
        raise BadReference(
            "no name for the new plan", "planctl init my-plan, or planctl init --example ukraine-2025."
        )
    if not re.fullmatch(ID_PATTERN, chosen):
        raise BadReference(
            f'"{chosen}" cannot name a plan',
            "Use letters, digits, dots and dashes, beginning with a letter or digit.",
        )
    folder = (plans or Path("plans")) / chosen
    if example is not None:
        files = creation.example_files(bundled(), example)
    else:
        files = creation.new_files(title or chosen, dt.datetime.now(tz=dt.UTC).date().isoformat())
    creation.create(folder, files)
    console.show([line(edge(one_line(str(folder / file)))) for file in files], pager=False)
    remark(f"made {folder}; planctl validate {folder} checks it")
