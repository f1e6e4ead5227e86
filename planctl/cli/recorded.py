"""What several commands need of the record: a plan's repository, its history, how its versions stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.record import History, Standing
    from planctl.store import Repository
    from planctl.workspace import Folder, Workspace

SHORT = 12
"""Signs of a commit id that are shown; git takes them for the whole while they are unique."""


def repository_of(folder: Folder) -> Repository:
    """The git repository a plan lies in, for a ``with`` statement. Raises Refused when there is none."""
    from planctl import store
    from planctl.errors import Refused

    repository = store.open_at(folder.path or Path.cwd())
    if repository is None:
        raise Refused(f"{folder.where} is not in a git repository", "Create one: git init")
    return repository


def history_of(folder: Folder) -> History:
    """The history that a plan's files make: the bytes recorded are those that were parsed."""
    from planctl import record

    plan = folder.plan
    files = {version.version: folder.data(f"{version.version}.yaml") for version in plan.versions}
    return record.make_history(plan, folder.data(record.HEADER_FILE), files)


def kept_by_git(folder: Folder) -> dict[str, str]:
    """What the record has of each version, in a few words: its id, and whether the files still match it.

    Empty for a plan in no repository. A repository that cannot be read is said to be so, on each version.
    """
    from planctl import record, store
    from planctl.errors import PlanctlError

    try:
        repository = store.open_at(folder.path or Path.cwd())
        if repository is None:
            return {}
        with repository:
            standings = record.standings(repository, history_of(folder))
    except PlanctlError as error:
        return dict.fromkeys(folder.ids, f"record unreadable ({error.what})")
    return {each.version: _words(each) for each in standings}


def _words(standing: Standing) -> str:
    """``recorded as 6659d2807760``; the id that a version would have is given as well."""
    now, recorded = (name[:SHORT] if name else "" for name in (standing.commit, standing.recorded))
    if standing.state == "changed":
        return f"changed since recorded as {recorded}, now {now}"
    if standing.state == "not recorded":
        return f"not recorded, would be {now}"
    return f"{standing.state} as {recorded}"


def recorded_workspace(start: Path) -> Workspace | None:
    """The plans of a repository that has only their record: bare, or a work tree of a recorded branch.

    None when ``start`` lies in no repository, or in one without a record.
    """
    from planctl import record, store
    from planctl.workspace import Folder, Workspace

    repository = store.open_at(start)
    if repository is None:
        return None
    with repository:
        names = record.recorded_plans(repository)
        back = {name: record.read_back(repository, name) for name in names}
    folders = {
        name: Folder(name, f"branch planctl/{name}", tuple(files), files.__getitem__, None)
        for name, files in back.items()
    }
    return Workspace(folders, f"the record in {repository.root or repository.git_dir}") if folders else None


def edited_since(folder: Path, workspace: Workspace) -> tuple[str, ...]:
    """Files of a recorded branch's work tree that are not as recorded: commands do not show them."""
    from planctl import limits
    from planctl.workspace import read_file

    plans = workspace.folders.values()
    files = {
        name: read_file(folder / name, folder) for name in limits.names(folder) if name.endswith(".yaml")
    }
    return tuple(
        name
        for name, data in files.items()
        if not any(name in plan.files and plan.data(name) == data for plan in plans)
    )


def is_recorded_tree(folder: Path) -> bool:
    """Whether a folder looks like the work tree of a recorded branch: plan.yaml, plan.md and one version."""
    from planctl import limits
    from planctl.workspace import HEADER_FILE

    if not (folder / HEADER_FILE).exists():
        return False  # the usual case, decided without loading what records
    from planctl.record import READABLE_FILE

    names = {name for name in limits.names(folder) if name.endswith(".yaml")}
    whole = len(names - {HEADER_FILE}) == 1 and (folder / READABLE_FILE).is_file()
    return whole and (folder / ".git").exists()
