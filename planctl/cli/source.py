"""Where a command's plans come from: the folders in reach, or the bundled example, said on standard error."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from planctl.workspace import Workspace


def open_workspace(plans: Path | None) -> Workspace:
    """The plan folders a command works on. Says so when it fell back on the bundled example."""
    from planctl.workspace import open_plans

    workspace = open_plans(plans)
    if workspace.bundled:
        names = ", ".join(workspace.folders)
        typer.echo(f"planctl: no plans/ folder here; this is the bundled example {names}", err=True)
    return workspace
