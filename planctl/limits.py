"""How much is read, in bytes: of one file, and of everything that one command reads, from disk or from git.

Whoever reads asks for the size first, says it here, and reads no more than that.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from pathlib import Path

from planctl.errors import Refused

SIZE_LIMIT = 10 * 1024 * 1024
"""Bytes of the largest file or git object that is read; the longest treaties stay below one megabyte."""
TOTAL_LIMIT = 48 * 1024 * 1024
"""Bytes that one command reads in all: 200 versions of 1,000 points each have about 40 MB."""
NAMES_LIMIT = 50_000
"""Names in a folder that is searched: more than that are no plans."""
TOO_LARGE = f"the file is larger than {SIZE_LIMIT // 1024 // 1024} MB and was not read"
LARGE_CURE = f"A plan file has at most {SIZE_LIMIT:,} bytes: keep one version per file."
_LEAST_COUNTED = 1024
"""Bytes that a file counts at least: to open one and keep its name costs as much."""


class TooLarge(Refused):
    """A file above ``SIZE_LIMIT``."""


class TooMuch(Refused):
    """More than ``TOTAL_LIMIT`` bytes for one command."""


_left: ContextVar[int | None] = ContextVar("planctl_bytes_left", default=None)


@contextmanager
def total() -> Iterator[None]:
    """What is read in this ``with`` statement counts as one command: ``TOTAL_LIMIT`` bytes at most."""
    before = _left.set(TOTAL_LIMIT)
    try:
        yield
    finally:
        _left.reset(before)


def count(size: int, what: str) -> None:
    """Count bytes that are about to be read; ``what`` names the file or object in a message.

    Raises TooMuch when the command would read more than ``TOTAL_LIMIT`` with them.
    """
    left = _left.get()
    if left is None:
        return
    left -= max(size, _LEAST_COUNTED)
    if left < 0:
        raise TooMuch(
            f"{what}: this command would then read more than {megabytes(TOTAL_LIMIT)} in all",
            f"One command reads at most {TOTAL_LIMIT:,} bytes: name fewer plans or versions, or remove files "
            "that belong to no plan from its folder.",
        )
    _left.set(left)


def check_size(size: int, what: str, cure: str = LARGE_CURE) -> None:
    """Raise TooLarge when a file of so many bytes is not read."""
    if size > SIZE_LIMIT:
        raise TooLarge(f"{what}: {TOO_LARGE}", cure)


def read(path: Path, *, plain: str, large: str = LARGE_CURE) -> bytes:
    """The bytes of a regular file: it is opened once, and its size is asked for before its content.

    ``plain`` and ``large`` say what to do about what is not a regular file, and about one that is too large.
    Raises Refused for the one, for what the system makes up and for what changes meanwhile; TooLarge and
    TooMuch; OSError.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise Refused(f"{path}: not a file", plain)
        check_size(before.st_size, str(path), large)
        count(before.st_size, str(path))
        data = b"".join(_pieces(handle, before.st_size + 1))
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if data and not before.st_size:
        raise Refused(f"{path}: not a file: the system generates what it holds", plain)
    if len(data) != before.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise Refused(f"{path}: changed while it was read", "Run the command again.")
    return data


def _pieces(handle: int, size: int) -> Iterator[bytes]:
    while size > 0 and (piece := os.read(handle, size)):
        size -= len(piece)
        yield piece


def names(folder: Path) -> list[str]:
    """The names in a folder, in order. Raises Refused for more than ``NAMES_LIMIT``; or OSError."""
    with os.scandir(folder) as entries:
        listed = [entry.name for entry in islice(entries, NAMES_LIMIT + 1)]
    if len(listed) > NAMES_LIMIT:
        raise Refused(
            f"{folder} holds more than {NAMES_LIMIT:,} files and was not searched",
            "Move the plans to a folder of their own.",
        )
    return sorted(listed)


def megabytes(size: int) -> str:
    """``10 MB``."""
    return f"{size // 1024 // 1024} MB"
