"""Files put in place whole, where they belong and nowhere else. Whatever planctl writes is written here.

A folder that came from somebody else can hold links: a file's place is looked up first, and a link that leads
out of the folder is refused. New bytes go into a file beside the place, under a name that nobody can foresee,
are flushed to disk, and take the place in one rename: a run that is cut short leaves the old file or the new
one, and perhaps a draft, which the next run takes away.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from planctl.errors import Refused

_DRAFT = ".planctl-"
_DRAFTS = re.compile(rf"{re.escape(_DRAFT)}[0-9a-f]{{16}}")
_LEFT = 3600.0
"""Seconds after which a draft must have been left behind by a run that was killed."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ANYBODY, _OWNER = 0o666, 0o600
"""Rights of a new file, less what the person's umask takes away, and of one that gets other rights later."""


def put(path: Path, data: bytes, within: Path | None = None) -> None:
    """Put a file in place, new or instead of the one there, whose rights it keeps. A link to it stays one.

    With ``within`` a link that leads out of that folder is refused; without, the path is the person's own.
    Raises Refused, with everything as it was: see ``place``, or the disk is full or may not be written.
    """
    real = place(path, within)
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        with draft(real.parent, data, real) as fresh:
            fresh.replace(real)
        flush(real.parent)
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}", cure(error)) from None


def take_away(path: Path, within: Path | None = None) -> None:
    """Remove a file, and not what a link may lead to. Raises Refused as ``put`` does."""
    try:
        place(path, within).unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"{path} cannot be removed: {error.strerror}", cure(error)) from None


def put_folder(folder: Path, files: Mapping[str, bytes], ready: Callable[[], None] = lambda: None) -> None:
    """Make a folder of files by path inside it: all at once, where nothing is yet.

    ``ready`` is called when all is written but the folder not in its place; what it raises stops that.
    Raises Refused when something is there, or the disk is full or may not be written.
    """
    if os.path.lexists(folder):
        raise Refused(f"{folder} already exists", "Choose another name; nothing was written.")
    missing = [above for above in folder.parents if not above.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _draft_folder(folder.parent, files) as fresh:
            ready()
            fresh.rename(folder)
        flush(folder.parent)
    except OSError as error:
        _remove_bare(missing)
        raise Refused(f"{folder} cannot be created: {error.strerror}", cure(error)) from None
    except BaseException:
        _remove_bare(missing)
        raise


def _remove_bare(folders: Iterable[Path]) -> None:
    """Remove the folders, the innermost first, that nobody has put anything into meanwhile."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def place(path: Path, within: Path | None = None) -> Path:
    """Where a file really is or would be, all links followed.

    Raises Refused when a link leads nowhere, in a circle or out of ``within``, or when what is there is no
    regular file: a folder, a pipe, a device.
    """
    real = stay(path, within)
    try:
        kind = real.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise Refused(f"{path} is a broken link", "Remove it.") from None
        return real
    except OSError as error:
        raise Refused(f"{path} cannot be accessed: {error.strerror}", cure(error)) from None
    if not stat.S_ISREG(kind):
        raise Refused(f"{path} is not a regular file", "Move it away; a plain text file belongs there.")
    return real


def stay(path: Path, within: Path | None = None) -> Path:
    """The path with all links followed. Raises Refused when it leads in a circle or out of ``within``."""
    try:
        real = path.resolve()
        inside = within is None or real.is_relative_to(within.resolve())
        circle = real.is_symlink()
    except RuntimeError:  # Python 3.11 and 3.12 on its links form a loop; later ones stop in the midst of it
        circle, inside, real = True, False, path
    except OSError as error:
        raise Refused(f"{path} cannot be accessed: {error.strerror}", cure(error)) from None
    if circle:
        raise Refused(f"{path} cannot be reached: its links form a loop", "Remove them.")
    if not inside:
        raise Refused(
            f"{path} leads out of {within} through a link: nothing is written there",
            "Replace the link by what it points to, or remove it.",
        )
    return real


@contextmanager
def draft(folder: Path, data: bytes, like: Path) -> Iterator[Path]:
    """The bytes in a file of a random name in ``folder``, flushed to disk, with the rights of ``like``.

    It is gone afterwards unless it was moved elsewhere. Raises OSError.
    """
    fresh = _name(folder)
    rights = stat.S_IMODE(like.stat().st_mode) & 0o777 if like.exists() else None
    try:
        _write(fresh, data, _ANYBODY if rights is None else _OWNER)
        if rights is not None:
            fresh.chmod(rights)
        _sweep(folder, fresh)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def _draft_folder(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    fresh = _name(folder)
    try:
        fresh.mkdir()
        _sweep(folder, fresh)
        for name, data in files.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            _write(fresh / name, data, _ANYBODY)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _name(folder: Path) -> Path:
    return folder / f"{_DRAFT}{os.urandom(8).hex()}"


def drafts(folder: Path) -> Iterator[Path]:
    """The drafts in a folder: those of other runs at work, and those that were left behind."""
    return (path for path in folder.iterdir() if _DRAFTS.fullmatch(path.name))


def _sweep(folder: Path, fresh: Path) -> None:
    """Take away what killed runs left behind; by the disk's own clock."""
    now = fresh.lstat().st_mtime
    with suppress(OSError):  # another run may be quicker
        for left in drafts(folder):
            about = left.lstat()
            if about.st_mtime < now - _LEFT:
                shutil.rmtree(left) if stat.S_ISDIR(about.st_mode) else left.unlink()


def _write(path: Path, data: bytes, rights: int) -> None:
    with os.fdopen(os.open(path, _NEW, rights), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush(folder: Path) -> None:
    """Make a rename last. Where a folder cannot be flushed, the system does it in its own time."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def cure(error: OSError) -> str:
    """What to do about something that the disk or the system refused."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "Free some disk space, then try again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "Check who owns it, and that you may read and write it."
        case errno.ENAMETOOLONG:
            return "Give it a shorter name."
        case errno.EEXIST | errno.ENOTEMPTY:
            return "Another process was faster; check what it wrote."
    return "Check the path, then try again."
