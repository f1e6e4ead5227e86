"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli import complete

Plans = Annotated[
    Path | None,
    typer.Option(
        "--plans",
        metavar="DIR",
        envvar="PLANCTL_PLANS",
        help="Folder of plan folders, or one plan folder. Default: plans/ in this folder or above it.",
    ),
]
PlanName = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="NAME",
        help="The plan to use, if the folder holds several.",
        autocompletion=complete.plans,
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Do not use a pager.")]
