"""Where planctl may write in a repository: in its own git folder, not through a link that leads out of it.

A ``.git`` that was copied along with a folder can hold links to any file of whoever uses it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from planctl import disk
from planctl.errors import Refused

if TYPE_CHECKING:
    from planctl.store.repository import Repository

_FOLDERS = ("objects", "objects/pack", "refs", "logs", "reftable")
_FILES = ("packed-refs", "logs/HEAD")


def check_own(repository: Repository) -> None:
    """Raise Refused when ``.git`` leads to another folder's repository.

    git's own ways to that are fine: linked work trees, submodules, a git folder kept elsewhere.
    """
    git_dir, common_dir, root = repository.git_dir.resolve(), repository.common_dir, repository.root
    if git_dir != common_dir and git_dir.parent != common_dir / "worktrees":
        raise Refused(
            f"{git_dir / 'commondir'} leads to another repository, {common_dir}: nothing is written there",
            "git worktree add makes work trees that share a repository; else remove that file.",
        )
    link = root / ".git" if root else None
    if link and git_dir.name == ".git" and git_dir.parent != root and (link.is_symlink() or link.is_file()):
        raise Refused(
            f"{link} leads to the repository of another folder, {git_dir.parent}: nothing is written there",
            "Run this there; or remove that link, and git init makes a repository here.",
        )


def check_refs(repository: Repository, refs: Sequence[str]) -> None:
    """Raise Refused when storing objects or moving these refs would write outside of the repository."""
    check_own(repository)
    for folder in {repository.common_dir, repository.git_dir.resolve()}:
        for name in _FOLDERS:
            disk.stay(folder / name, repository.common_dir)
        for name in _FILES:
            disk.place(folder / name, repository.common_dir)
    _check_links(repository.common_dir, refs)


def _check_links(common_dir: Path, refs: Sequence[str]) -> None:
    """A ref's file, its log and the folders on the way there are no links at all."""
    steps = {prefix: ref for ref in refs for prefix in accumulate(ref.split("/"), "{}/{}".format)}
    for prefix, ref in steps.items():
        for place in (common_dir / prefix, common_dir / "logs" / prefix):
            if place.is_symlink():
                raise Refused(
                    f"{place} is a symbolic link: writing {ref} would write where it points",
                    "Replace the link by what it points to, or remove it.",
                )
