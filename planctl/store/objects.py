"""Reading git objects by their ids: commits, trees, files. Every object read is checked against its id.

git says how large an object is before it gives the object itself: what is too large is never asked for.
GitPython leads the conversation with ``git cat-file``; its own view of a repository is not used, as that
reads configuration, of which it knows less than git does. The process is ours (``process``).
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planctl import limits
from planctl.errors import BadRevision
from planctl.limits import SIZE_LIMIT
from planctl.store.commits import Commit, read_commit
from planctl.store.process import Git, environment, program

if TYPE_CHECKING:
    import git

FILE, FOLDER, LINK, SUBMODULE = 0o10, 0o04, 0o12, 0o16
"""What a line of a tree names: the upper bits of git's mode."""

_LINE = rb"([0-7]{5,6}) ([^\0]+)\0(.{20})"
"""A line of a tree (git's documentation: gitformat-pack): mode, name and id."""
_BESIDES = len(" " + "\0") + 20
_BROKEN = (ValueError, LookupError, OSError)
"""What comes of an object that is missing, cut short or made of something else."""


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A line of a tree: a name, the id of what it names, and what that is (``FILE`` ...)."""

    name: str
    id: str
    kind: int


def object_id(kind: str, data: bytes) -> str:
    """The id git gives to these bytes: SHA-1 over kind, size and content (git's object format)."""
    return hashlib.sha1(b"%s %d\0" % (kind.encode(), len(data)) + data, usedforsecurity=False).hexdigest()


class Objects:
    """The objects of one repository. GitPython is loaded when the first one is read."""

    def __init__(self, runner: Git, common_dir: Path) -> None:
        self._runner = runner
        self._common_dir = common_dir
        self._opened: git.Git | None = None

    @property
    def _command(self) -> git.Git:
        if self._opened is None:
            self._opened = _talking(self._runner)
        return self._opened

    def close(self) -> None:
        """End the git process that reads objects."""
        if self._opened is not None:
            self._opened.clear_cache()
            self._opened = None

    @property
    def cut(self) -> str:
        """What to do when this clone has only a part of the history or the files; empty when it has all."""
        if (self._common_dir / "shallow").is_file():
            return "This clone is shallow: git fetch --unshallow fetches the rest."
        if any((self._common_dir / "objects" / "pack").glob("*.promisor")):
            return "This clone is partial: git fetch --refetch --no-filter fetches the rest."
        return ""

    def commit(self, name: str) -> Commit:
        """The commit of that id. Raises BadRevision when it is missing, broken or something else."""
        data = self.read(name, "commit")
        with self._clear(name, "commit"):
            return read_commit(name, data)

    def tree(self, name: str) -> tuple[TreeEntry, ...]:
        """What the tree of that id holds, in git's order. Raises BadRevision."""
        data = self.read(name, "tree")
        lines = re.findall(_LINE, data, re.DOTALL)
        with self._clear(name, "tree"):
            if sum(len(mode) + len(label) + _BESIDES for mode, label, _ in lines) != len(data):
                raise ValueError(name)
        return tuple(
            TreeEntry(label.decode("utf-8", "surrogateescape"), target.hex(), int(mode, 8) >> 12)
            for mode, label, target in lines
        )

    def read(self, name: str, kind: str = "blob") -> bytes:
        """The bytes of an object.

        Raises BadRevision: missing, broken, larger than ``SIZE_LIMIT`` or of another kind; and Refused when
        the command has read too much.
        """
        with self._clear(name, kind):
            self._check_plain(name)
            name_read, made_of, size, stream = self._command.stream_object_data(name)
            if (_word(name_read), _word(made_of)) != (name, kind):
                raise ValueError(name)
            _check_size(name, kind, size)
            data = stream.read()
            if object_id(kind, data) != name:
                raise ValueError(name)
        return data

    def _check_plain(self, name: str) -> None:
        """Raise ValueError for an object in a file of its own that is none: git would wait at a pipe."""
        try:
            mode = (self._common_dir / "objects" / name[:2] / name[2:]).stat().st_mode
        except OSError:
            return  # in a pack, or not at all: git knows
        if not stat.S_ISREG(mode):
            raise ValueError(name)

    @contextmanager
    def _clear(self, name: str, kind: str) -> Iterator[None]:
        """Turn what goes wrong into BadRevision, and end a conversation that broke off."""
        try:
            yield
        except BaseException as error:
            self.close()
            if not isinstance(error, _BROKEN):
                raise
            raise BadRevision(
                f"object {name} in the git repository is missing or broken, or is not a {_word_for(kind)}",
                self.cut or "git fsck shows what is damaged; a fresh clone may have it intact.",
            ) from None


def _word(answer: bytes | str) -> str:
    """GitPython says bytes where it promises text."""
    return answer.decode() if isinstance(answer, bytes) else answer


def _word_for(kind: str) -> str:
    return "file" if kind == "blob" else kind


def _check_size(name: str, kind: str, size: int) -> None:
    if size > SIZE_LIMIT:
        raise BadRevision(
            f"object {name} in the git repository is a {_word_for(kind)} of {size:,} bytes; planctl reads "
            f"none above {limits.megabytes(SIZE_LIMIT)}",
            "Name another version or revision, or remove that file from the plan's folder.",
        )
    limits.count(size, f"object {name} in the git repository")


def _talking(runner: Git) -> git.Git:
    """GitPython's way to ask ``git cat-file``, with a process that we started."""
    with _undisturbed():
        import git

    class Command(git.Git):
        """A conversation with git that is broken off, not read to its end, when something goes wrong."""

        class CatFileContentStream(git.Git.CatFileContentStream):
            """The bytes of one object."""

            def __del__(self) -> None:
                """Leave the rest: GitPython would read what was too large after all, or a closed pipe."""

    asked = ["cat-file", "--batch"]
    command = Command(str(runner.folder))
    command.cat_file_all = git.Git.AutoInterrupt(runner.serve(asked), asked)
    return command


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Import GitPython without the variables that make it run another git, say something or fail.

    On the way in it runs ``git version``: ours, with our environment.
    """
    before = dict(os.environ)
    ours = environment({"GIT_PYTHON_GIT_EXECUTABLE": program(), "GIT_PYTHON_REFRESH": "quiet"})
    try:
        os.environ.clear()
        os.environ.update(ours)
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
