"""Where plan folders are searched for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import planctl
from planctl import limits
from planctl.workspace.folder import HEADER_FILE, NoPlans, open_folder, short
from planctl.workspace.names import Workspace


def bundled() -> Path:
    """Where the example plans lie: inside an installed package, or beside it in a checkout."""
    package = Path(planctl.__file__).parent
    installed = package / "examples"
    return installed if installed.is_dir() else package.parent / "plans"


def open_plans(plans: Path | None = None) -> Workspace:
    """The plan folders in ``plans``, or in reach of the working folder, or else the bundled example.

    ``plans`` may be a folder of plan folders or one plan folder. Raises ``NoPlans``.
    """
    if plans is not None:
        return _workspace(plans)
    near = _nearest(Path.cwd())
    return _workspace(near) if near else _workspace(bundled(), bundled=True)


def _workspace(root: Path, *, bundled: bool = False) -> Workspace:
    where = f"the bundled {root.name}" if bundled else short(root)
    if (root / HEADER_FILE).is_file():
        folder = open_folder(root)
        return Workspace({folder.name: folder}, where, bundled)
    if not root.is_dir():
        raise NoPlans(f"{root} is not a folder", "Give --plans a folder of plan folders, or one plan folder.")
    inner = list(_plan_folders(root))
    if not inner:
        raise NoPlans(
            f"{root} holds no plan folder", "A plan folder has a plan.yaml; planctl init creates one."
        )
    return Workspace({entry.name: open_folder(entry) for entry in inner}, where, bundled)


def _nearest(start: Path) -> Path | None:
    """``start`` or the folder above it that is a plan folder or has ``plans/``; not beyond a repository."""
    for folder in (start, *start.parents):
        if (folder / HEADER_FILE).is_file():
            return folder
        plans = folder / "plans"
        if plans.is_dir() and any(_plan_folders(plans)):
            return plans
        if (folder / ".git").exists():
            return None
    return None


def _plan_folders(root: Path) -> Iterator[Path]:
    """The plan folders in a folder. One whose name begins with a dot is none: an unfinished init, say."""
    return (
        root / name
        for name in limits.names(root)
        if not name.startswith(".") and (root / name / HEADER_FILE).is_file()
    )
