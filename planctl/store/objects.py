"""Reading git objects by their ids: commits, trees, files. Every object read is checked against its id."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.errors import BadRevision
from planctl.store.process import OPTIONS, QUIET

if TYPE_CHECKING:
    import git

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes an object may have to be read. A plan file has a few dozen kilobytes."""

FILE, FOLDER, LINK, SUBMODULE = 0o10, 0o04, 0o12, 0o16
"""What a line of a tree names: the upper bits of git's mode."""

_BROKEN = (ValueError, LookupError, OSError, AttributeError, TypeError)
"""What GitPython lets through when an object is missing, cut short or made of something else."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: when and by whom, in its own words. Times carry the zone they were written in."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: str
    email: str
    authored: dt.datetime
    committed: dt.datetime
    message: str

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.strip().partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a tree: a name, the id of what it names, and what that is (``FILE`` ...)."""

    name: str
    id: str
    kind: int


def object_id(kind: str, data: bytes) -> str:
    """The id git gives to these bytes: SHA-1 over kind, size and content (git's object format)."""
    return hashlib.sha1(b"%s %d\0" % (kind.encode(), len(data)) + data, usedforsecurity=False).hexdigest()


class Objects:
    """The objects of one repository. GitPython is loaded when the first one is read."""

    def __init__(self, git_dir: Path, common_dir: Path) -> None:
        self._dirs = git_dir, common_dir
        self._opened: git.Repo | None = None

    @property
    def _repo(self) -> git.Repo:
        if self._opened is None:
            self._opened = _open(*self._dirs)
        return self._opened

    def close(self) -> None:
        """End the git process that reads objects."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def cut(self) -> str:
        """What to do when this clone has only a part of the history or the files; empty when it has all."""
        common_dir = self._dirs[1]
        if (common_dir / "shallow").is_file():
            return "This clone is shallow: git fetch --unshallow brings the rest."
        if any((common_dir / "objects" / "pack").glob("*.promisor")):
            return "This clone is partial: git fetch --refetch --no-filter brings the rest."
        return ""

    def commit(self, name: str) -> Commit:
        """The commit of that id. Raises BadRevision when it is missing, broken or something else."""
        with self._clear(name, "commit"):
            found = self._repo.commit(name)
            if found.hexsha != name:
                raise ValueError(name)
            message = found.message
            return Commit(
                id=name,
                tree=found.tree.hexsha,
                parents=tuple(parent.hexsha for parent in found.parents),
                author=found.author.name or "",
                email=found.author.email or "",
                authored=found.authored_datetime,
                committed=found.committed_datetime,
                message=message if isinstance(message, str) else message.decode("utf-8", "replace"),
            )

    def tree(self, name: str) -> tuple[Entry, ...]:
        """What the tree of that id holds, in git's order. Raises BadRevision."""
        from git.objects.fun import tree_entries_from_data

        data = self.read(name, "tree")
        with self._clear(name, "tree"):
            lines = tree_entries_from_data(data)
        return tuple(Entry(str(label), target.hex(), mode >> 12) for target, mode, label in lines)

    def read(self, name: str, kind: str = "blob") -> bytes:
        """The bytes of an object. Raises BadRevision: missing, broken, too large or of another kind."""
        with self._clear(name, kind):
            stream = self._repo.odb.stream(bytes.fromhex(name))
            if _text(stream.type) != kind:
                raise ValueError(name)
            data: bytes = stream.read()
        return data

    @contextmanager
    def _clear(self, name: str, kind: str) -> Iterator[None]:
        try:
            yield
        except _BROKEN:
            what = {"blob": "file"}.get(kind, kind)
            raise BadRevision(
                f"object {name} in the git repository is missing or broken, or is no {what}",
                self.cut or "git fsck shows what is damaged; a fresh clone may have it whole.",
            ) from None


def _open(git_dir: Path, common_dir: Path) -> git.Repo:
    """GitPython's view of a repository: tied to these folders and our settings, checking what it reads."""
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    import git

    class Command(git.Git):
        """``git cat-file``, with the settings of ``process``."""

        def __init__(self, working_dir: object = None) -> None:  # noqa: ARG002  # GitPython may guess
            super().__init__(str(git_dir))
            self.set_persistent_git_options(c=list(OPTIONS))
            self.update_environment(**QUIET, GIT_DIR=str(git_dir), GIT_COMMON_DIR=str(common_dir))

    class Checked(git.GitCmdObjectDB):
        """Objects whose bytes have the id they were asked for: git itself does not look when it reads one."""

        def stream(self, binsha: bytes) -> Any:
            if self.info(binsha).size > SIZE_LIMIT:
                raise ValueError(binsha.hex())
            found = super().stream(binsha)
            made, kind, data = type(found), _text(found.type), found.read()
            # Let go of GitPython's stream while its pipe is open: it complains aloud of one closed early.
            del found
            if object_id(kind, data) != binsha.hex():
                raise ValueError(binsha.hex())
            return made(binsha, kind, len(data), BytesIO(data))

    class Repository(git.Repo):
        """A repository that runs git our way."""

        GitCommandWrapperType = Command

    return Repository(str(git_dir), odbt=Checked, expand_vars=False)


def _text(word: bytes | str) -> str:
    return word.decode() if isinstance(word, bytes) else word
