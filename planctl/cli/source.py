"""Where a command's plans come from: the folders in reach, or the bundled example, said on standard error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.messages import remark

if TYPE_CHECKING:
    from planctl.workspace import Workspace


def open_workspace(plans: Path | None, *named: str | None) -> Workspace:
    """The plan folders a command works on. Says so when the bundled example is among them by name.

    ``named`` are the plan, the versions and the points that were asked for.
    """
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
        meant = [plan for plan in workspace.folders if any(_is_in(workspace, plan, name) for name in named)]
        if meant:
            remark(f"no plans/ folder here; using the bundled example {', '.join(meant)}")
    return workspace


def _is_in(workspace: Workspace, plan: str, name: str | None) -> bool:
    """Whether a name is that of a plan, or begins with a version of it: ``v28``, ``v28:6``, ``plan/v28``."""
    word = re.split("[:@]|[.]{2}", name or "", maxsplit=1)[0].rpartition("/")[2]
    return name == plan or word in workspace.folders[plan].ids
