"""Finding the repository that a path lies in."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from planctl.errors import BadRevision
from planctl.store.process import Git, cure
from planctl.store.repository import Repository

_ASKED = (
    "--show-object-format",
    "--is-bare-repository",
    "--is-inside-work-tree",
    "--git-common-dir",
    "--absolute-git-dir",
    "--show-cdup",
)


def open_at(path: Path) -> Repository | None:
    """The repository that ``path`` lies in, bare or not, or None when it lies in none.

    git itself looks, so its own caution about folders of other people holds. Raises BadRevision when
    git is missing, or the repository is broken or not to be trusted.
    """
    whole = path.resolve()  # as git sees it, which knows no links on the way to where it stands
    folder = next(f for f in (whole, *whole.parents) if f.is_dir())
    marked = _marked(folder)
    if marked is None:
        return None
    _check_plain(marked)
    form, bare, inside, common, git_dir, up = _asked(folder, marked)
    if form != "sha1":
        raise BadRevision(
            f"{git_dir} names its objects by {form}; planctl reads SHA-1 repositories",
            "Commands that need no git work here; to record, use git init --object-format=sha1 elsewhere.",
        )
    root = (folder / up).resolve() if bare == "false" and inside == "true" else None
    return Repository(Path(git_dir), (folder / common).resolve(), root)


def _asked(folder: Path, marked: Path) -> list[str]:
    """git's answers to ``_ASKED``: in one go, or one by one where a folder has a line feed in its name."""
    git = Git(folder, {})
    answer = git.run(["rev-parse", *_ASKED], fine=range(256))
    if answer.code:
        raise _reason(folder, marked, answer.message)
    answers = answer.out.removesuffix(b"\n").split(b"\n")
    if answers[1] == b"true":
        answers.append(b"")  # without a work tree there is no way up to its top
    if len(answers) != len(_ASKED):
        answers = [git.run(["rev-parse", asked]).out.removesuffix(b"\n") for asked in _ASKED]
    return [os.fsdecode(answer) for answer in answers]


_READ_BY_GIT = ("", "HEAD", "config", "packed-refs", "shallow", "objects/info/alternates", "info/attributes")


def _check_plain(marked: Path) -> None:
    """Raise BadRevision for a pipe or device where git expects a file: it would wait there for ever."""
    place = marked / ".git" if (marked / ".git").exists() else marked
    for name in _READ_BY_GIT:
        try:
            mode = (place / name).stat().st_mode
        except OSError:
            continue
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise BadRevision(
                f"the git repository at {marked} cannot be read: {place / name} is not a file",
                "Remove it; a fresh clone has the complete repository.",
            )


def _marked(folder: Path) -> Path | None:
    """The folder at or above that looks like a repository, whether git takes it for one or not."""
    for place in (folder, *folder.parents):
        if (place / ".git").exists() or ((place / "HEAD").is_file() and (place / "objects").is_dir()):
            return place
    return None


def _reason(folder: Path, marked: Path, message: str) -> BadRevision:
    if "dubious ownership" in message or "unsafe repository" in message:
        return BadRevision(
            f"{folder} is in a repository that belongs to somebody else, which git does not trust",
            f"If you trust it: git config --global --add safe.directory {marked}",
        )
    return BadRevision(f"the git repository at {marked} cannot be read: {message}", cure(message))
