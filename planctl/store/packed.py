"""Many refs at once: git's file of packed refs, replaced whole.

A transaction of git renames one file for each ref, so that whoever looks, or whatever kills it, in between
can find some refs moved and others not. All packed refs are one file (git-pack-refs), and one rename
changes all of them at once. It is taken under git's own lock, and every line that is not ours stays as it
was.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planctl import disk, limits
from planctl.errors import BadRevision, Refused
from planctl.store.process import cure, printable

_HEADER = b"# pack-refs with: peeled fully-peeled sorted \n"
_PROMISES = {b"peeled", b"fully-peeled", b"sorted"}
_PATIENCE, _PAUSE = 2.0, 0.02
"""Seconds to wait for another git that holds the lock, and between looks."""
_LINE = re.compile(rb"[0-9a-f]{40} refs/[^ \n]+\n|\^[0-9a-f]{40}\n")


class Unfit(Exception):
    """This repository does not keep its refs so that one file could change them all."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a ref shall name: an object, and the one behind it when that is a tag."""

    target: str
    peeled: str | None

    def line(self, ref: str) -> bytes:
        """The lines of the file for a ref."""
        behind = f"^{self.peeled}\n" if self.peeled else ""
        return f"{self.target} {ref}\n{behind}".encode()


def replace_packed(
    common_dir: Path, changes: Mapping[str, Value | None], ready: Callable[[], None] = lambda: None
) -> None:
    """Give packed refs new values, None to remove them: all at once or, when it raises, none.

    Loose refs outrank packed ones and must not exist. ``ready`` is called under the lock, when the rename is
    all that is left; what it raises stops that. Raises Unfit when the file is not as git writes it now,
    Refused when another process keeps it locked.
    """
    path, lock = common_dir / "packed-refs", common_dir / "packed-refs.lock"
    end = time.monotonic() + _PATIENCE
    try:
        while not _replaced(path, lock, changes, ready):
            _wait(lock, end)
    except OSError as error:
        raise Unfit(str(error)) from error
    disk.flush(common_dir)


def _replaced(path: Path, lock: Path, changes: Mapping[str, Value | None], ready: Callable[[], None]) -> bool:
    """Try once; False when somebody else has the lock or was quicker."""
    if os.path.lexists(lock):
        return False
    seen, data = _look(path)
    model = path if path.exists() else path.with_name("HEAD")
    with disk.draft(path.parent, _changed(path, data, changes), model) as fresh:
        try:
            # Made with its whole content, the lock can never be left behind half written.
            os.link(fresh, lock)
            if _identity(path) != seen:
                return False
            ready()
            lock.replace(path)
        except FileExistsError:
            return False
        finally:
            _release(lock, fresh)
    return True


def _release(lock: Path, fresh: Path) -> None:
    """Take the lock away if it is still there and the one that was made of ``fresh``."""
    with suppress(FileNotFoundError):
        if os.path.samestat(lock.lstat(), fresh.lstat()):
            lock.unlink()


def _wait(lock: Path, end: float) -> None:
    """Wait for whoever holds the lock; one that a killed run of ours left behind is taken away."""
    if time.monotonic() < end:
        time.sleep(_PAUSE)
        return
    for left in disk.drafts(lock.parent):
        _release(lock, left)
    if os.path.lexists(lock):
        raise Refused(
            f"another git process holds the lock {lock}",
            "Wait for it to finish; if none is running, remove that file.",
        )


_Identity = tuple[int, int, int] | None


def _look(path: Path) -> tuple[_Identity, bytes]:
    """The file's identity and bytes. One that planctl does not read is left to git."""
    seen = _identity(path)
    if seen is None:
        return None, b""
    try:
        return seen, limits.read(path, plain="", large="")
    except FileNotFoundError:
        return None, b""
    except limits.TooLarge as error:
        raise Unfit(error.what) from error


def _identity(path: Path) -> _Identity:
    """What tells a file from the one that takes its place; None where there is none."""
    try:
        about = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(about.st_mode):
        raise Unfit(f"{path} is not a regular file")
    return about.st_ino, about.st_size, about.st_mtime_ns


def _changed(path: Path, data: bytes, changes: Mapping[str, Value | None]) -> bytes:
    header, *lines = data.splitlines(keepends=True) or [_HEADER]
    if (
        not header.startswith(b"# pack-refs with:")
        or not header.split()[3:]
        or _PROMISES - {*header.split()[3:]}
    ):
        raise Unfit("the packed refs were written by an old git")
    blocks = _blocks(path, lines)
    for ref, value in changes.items():
        blocks.pop(ref.encode(), None)
        if value is not None:
            blocks[ref.encode()] = value.line(ref)
    return header + b"".join(blocks[name] for name in sorted(blocks))


def _blocks(path: Path, lines: Sequence[bytes]) -> dict[bytes, bytes]:
    """The lines that belong to each ref. Raises BadRevision for one that git would not take either."""
    blocks: dict[bytes, bytes] = {}
    name = b""
    for number, line in enumerate(lines, 2):
        if not _LINE.fullmatch(line):
            what = f'{path}, line {number} is not a valid line: "{printable(line)}"'
            raise BadRevision(what, cure(path.name))
        if not line.startswith(b"^"):
            name = line.rstrip(b"\n").partition(b" ")[2]
        blocks[name] = blocks.get(name, b"") + line
    return blocks
