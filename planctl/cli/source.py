"""Where a command's plans come from: the folders in reach, or the bundled example, said on standard error."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.messages import remark

if TYPE_CHECKING:
    from planctl.workspace import Workspace


def open_workspace(plans: Path | None) -> Workspace:
    """The plan folders a command works on. Says so when it fell back on the bundled example."""
    from planctl.cli.recorded import edited_since, is_recorded_tree, recorded_workspace
    from planctl.workspace import open_plans

    folder = Path.cwd()
    if plans is None and is_recorded_tree(folder) and (recorded := recorded_workspace(folder)):
        for name in edited_since(folder, recorded):
            remark(f"{name} here differs from the record; showing the record, not the file")
        return recorded
    workspace = open_plans(plans)
    if workspace.bundled:
        recorded = recorded_workspace(folder)
        if recorded is not None:
            return recorded
        names = ", ".join(workspace.folders)
        remark(f"no plans/ folder found; using the bundled example {names}")
    return workspace
