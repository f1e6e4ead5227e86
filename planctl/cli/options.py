"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How to write the answer."""

    text = "text"
    json = "json"
    markdown = "markdown"


Plans = Annotated[
    Path | None,
    typer.Option(
        "--plans",
        metavar="DIR",
        envvar="PLANCTL_PLANS",
        help="Folder of plan folders, or one plan folder. Default: plans/ here or above.",
    ),
]
PlanName = Annotated[
    str | None,
    typer.Option("--plan", metavar="NAME", help="Which plan, when the folder holds several."),
]
AsFormat = Annotated[Format, typer.Option("--format", help="How to write the answer.")]
