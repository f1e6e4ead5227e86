"""Paths -> the files of the plan folders they belong to, read but not judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from planctl import limits, planfile
from planctl.errors import FilePlace, Problem, Refused
from planctl.planfile import PlanFile
from planctl.progress import step
from planctl.workspace.folder import HEADER_FILE, Folder, NoPlans, read_file

_PLANS = "plans"
_ENDINGS = (".yaml", ".yml")


class Gathered(NamedTuple):
    """The files of one plan folder; ``where`` is the folder as problems name it, ``name`` the plan's."""

    where: str
    files: tuple[PlanFile, ...]
    name: str


def gather(paths: Iterable[Path]) -> tuple[list[Gathered], list[Path]]:
    """The plan folders that files and folders belong to, each once, and the files that belong to none.

    A folder stands for itself, for the plan folders in it, and for those in its ``plans/``. A file stands for
    the plan folder around it; below ``plans/`` a folder counts as one even when its ``plan.yaml`` is missing.
    Raises ``NoPlans`` for a path that is not there or a folder with no plan in it.
    """
    folders_by_path: dict[Path, Path] = {}
    alone: list[Path] = []
    for path in paths:
        folders = _readable(path)
        if not folders and path.is_dir():
            raise NoPlans(
                f"{path} holds no plan folder", "A plan folder has a plan.yaml; planctl init creates one."
            )
        if not folders:
            alone.append(path)
        for folder in folders:
            folders_by_path.setdefault(folder.resolve(), folder)
    return [read_folder(folder) for folder in folders_by_path.values()], alone


def plan_files(paths: Iterable[Path]) -> tuple[list[tuple[Path, str]], list[Path]]:
    """The plan files that paths name, each with its name as shown, and the files that are none.

    A folder stands for the files of its plans, a file for itself. Raises ``NoPlans`` as ``gather`` does.
    """
    files: dict[Path, tuple[Path, str]] = {}
    alone: list[Path] = []
    for path in paths:
        folders = _readable(path)
        if not folders and path.is_dir():
            raise NoPlans(
                f"{path} holds no plan folder", "A plan folder has a plan.yaml; planctl init creates one."
            )
        if not path.is_dir() and not (folders and path.suffix == ".yaml"):
            alone.append(path)
            continue
        members = (
            [path] if not path.is_dir() else [folder / name for folder in folders for name in _yaml(folder)]
        )
        for file in members:
            files.setdefault(file.resolve(), (file, str(file)))
    return list(files.values()), alone


def _yaml(folder: Path) -> list[str]:
    return [name for name in _plan_files(folder) if name.endswith(".yaml")]


def _readable(path: Path) -> list[Path]:
    try:
        return list(_folders(path))
    except PermissionError as error:
        raise NoPlans(
            f"{error.filename} cannot be read: permission denied", "Ask its owner, or name another folder."
        ) from None


def read_folder(folder: Path, where: str | None = None) -> Gathered:
    """Every plan file of a folder, ``plan.yaml`` first. Never raises for what is in them.

    Raises TooMuch when the files of the command are too many bytes in all.
    """
    where = str(folder) if where is None else where
    names = sorted(_plan_files(folder), key=lambda name: (name != HEADER_FILE, name))
    files = []
    for done, name in enumerate(names):
        step(f"reading {where}", done, len(names))
        files.append(_read(folder / name, str(Path(where) / name)))
    step(f"checking {where}")
    return Gathered(where, tuple(files), folder.resolve().name)


def read_recorded(folder: Folder) -> Gathered:
    """The same for a plan that was read out of git."""
    files = tuple(planfile.read(folder.data(name), folder.place(name)) for name in folder.files)
    return Gathered(folder.where, files, folder.name)


def _folders(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _folders_in(path)
    elif path.is_symlink() or path.exists():
        if path.name.endswith(_ENDINGS) and _is_plan_folder(path.parent):
            yield path.parent
    else:
        raise NoPlans(f"{path} does not exist", "Name a plan folder, or a file in one.")


def _is_plan_folder(folder: Path) -> bool:
    near = folder.absolute()
    return _has_header(folder) or _PLANS in (near.name, near.parent.name)


def _folders_in(folder: Path) -> Iterator[Path]:
    if _has_header(folder):
        yield folder
        return
    inside = (folder / name for name in limits.names(folder) if not name.startswith("."))
    inner = [entry for entry in inside if entry.is_dir()]
    named_plans = folder.absolute().name == _PLANS
    plan_folders = [e for e in inner if _has_header(e) or (named_plans and _plan_files(e))]
    if not named_plans and (folder / _PLANS).is_dir():
        plan_folders += _folders_in(folder / _PLANS)
    if _plan_files(folder) and (named_plans or not plan_folders):
        yield folder
    yield from plan_folders


def _has_header(folder: Path) -> bool:
    header = folder / HEADER_FILE
    return header.is_symlink() or header.exists()


def _plan_files(folder: Path) -> list[str]:
    names = limits.names(folder)
    return [name for name in names if name.endswith(_ENDINGS) and not name.startswith(".")]


def _read(path: Path, shown: str) -> PlanFile:
    if path.suffix != ".yaml":
        return PlanFile(shown, "version", None, None, (), None)
    try:
        return planfile.read(read_file(path, path.parent), shown)
    except limits.TooMuch:
        raise
    except Refused as refused:
        code = "PLC031" if isinstance(refused, limits.TooLarge) else "PLC037"
        problem = Problem(FilePlace(shown), code, refused.what.removeprefix(f"{path}: "), refused.cure)
    kind: planfile.FileKind = "plan" if path.name == HEADER_FILE else "version"
    return PlanFile(shown, kind, None, None, (problem,), None)
