"""Former names of files: where git finds that a commit moved a file, or the folder around it.

A copy is no rename: a draft begun as a copy of another is a file of its own. ``git log --follow`` takes both
for the same, so it is not used here.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.store.process import Git


def former_names(git: Git, start: str, path: str) -> Iterator[tuple[str, str]]:
    """A file's names in the history of a commit, newest first, each with the commit that brought it."""
    name: str | None = path
    while name is not None and (brought := _brought(git, start, name)):
        yield name, brought
        name, start = _renamed(git, brought, name), f"{brought}^"


def reaches(git: Git, commit: str, earlier: str) -> bool:
    """Whether a commit is another one or has it behind it."""
    return not git.run(["merge-base", "--is-ancestor", earlier, commit], fine=(0, 1)).code


def _brought(git: Git, start: str, name: str) -> str:
    """The last commit that added a file of that name; empty when none did."""
    command = ["log", "-1", "--no-renames", "--diff-filter=A", "--format=%H", start, "--", name]
    return git.run(command).out.decode().strip()


def _renamed(git: Git, commit: str, name: str) -> str | None:
    """What a file was called before the commit that brought its name; None when it was new."""
    command = [
        "diff-tree",
        "-r",
        "-z",
        "--find-renames",
        "--diff-filter=R",
        "--name-status",
        "--no-commit-id",
    ]
    words = git.run([*command, commit, "--"]).out.decode("utf-8", "surrogateescape").split("\0")
    renames = zip(words[1::3], words[2::3], strict=False)
    return next((old for old, new in renames if new == name), None)
