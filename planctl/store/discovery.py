"""Finding the repository that a path lies in."""

from __future__ import annotations

from pathlib import Path

from planctl.errors import BadRevision
from planctl.store.process import Git, cure
from planctl.store.repository import Repository

_ASKED = (
    "--is-bare-repository",
    "--is-inside-work-tree",
    "--absolute-git-dir",
    "--git-common-dir",
    "--show-cdup",
)


def open_at(path: Path) -> Repository | None:
    """The repository that ``path`` lies in, bare or not, or None when it lies in none.

    git itself looks, so its own caution about folders of other people holds. Raises BadRevision when
    git is missing, or the repository is broken or not to be trusted.
    """
    whole = path.resolve()  # as git sees it, which knows no links on the way to where it stands
    folder = next(f for f in (whole, *whole.parents) if f.is_dir())
    if "\n" in str(folder):
        raise BadRevision(f"{folder} has a line feed in its name: git cannot be asked about it", "Rename it.")
    marked = _marked(folder)
    if marked is None:
        return None
    answer = Git(folder, {}).run(["rev-parse", "--show-object-format", *_ASKED], fine=range(256))
    if answer.code:
        raise _reason(folder, marked, answer.said)
    form, bare, inside, git_dir, common, up = answer.out.decode("utf-8", "surrogateescape").split("\n")[:6]
    if form != "sha1":
        raise BadRevision(
            f"{git_dir} names its objects by {form}; planctl reads SHA-1 repositories",
            "What needs no git works here; to record, use a repository of git init --object-format=sha1.",
        )
    root = (folder / up).resolve() if bare == "false" and inside == "true" else None
    return Repository(Path(git_dir), (folder / common).resolve(), root)


def _marked(folder: Path) -> Path | None:
    """The folder at or above that looks like a repository, whether git takes it for one or not."""
    for place in (folder, *folder.parents):
        if (place / ".git").exists() or ((place / "HEAD").is_file() and (place / "objects").is_dir()):
            return place
    return None


def _reason(folder: Path, marked: Path, said: str) -> BadRevision:
    if "dubious ownership" in said or "unsafe repository" in said:
        return BadRevision(
            f"{folder} is in a repository of another user, which git does not trust",
            f"If you do: git config --global --add safe.directory {marked}",
        )
    return BadRevision(f"the git repository at {marked} cannot be read: {said}", cure(said))
