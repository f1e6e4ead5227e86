"""Finding programs: on the path, never in the folder that somebody happens to stand in.

``PATH`` may hold ``.`` or an empty entry, and Windows looks in the working folder first. A program beside
the files of a stranger would then be run in place of the one that was meant.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_ENDINGS = (".com", ".exe", ".bat", ".cmd")
"""What the names of programs end in on Windows."""


def safe_path(path: str | None) -> str:
    """``PATH`` with its absolute folders only; the system's own when it is not set."""
    folders = (os.defpath if path is None else path).split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if Path(folder).is_absolute())


def find(
    name: str, path: str | None, endings: Sequence[str] = _ENDINGS if os.name == "nt" else ()
) -> str | None:
    """Where a program lies: its own absolute path, or the first of that name in ``path``; None for neither.

    A relative path finds nothing. ``endings`` are tried behind a name that has none of them.
    """
    given = Path(name)
    if given.is_absolute():
        return name if _runs(given) else None
    if not name or given.name != name:
        return None
    folders = [Path(folder) for folder in safe_path(path).split(os.pathsep) if folder]
    tried = ("",) if not endings or name.lower().endswith(tuple(endings)) else endings
    files = (folder / f"{name}{ending}" for folder in folders for ending in tried)
    return next((str(file) for file in files if _runs(file)), None)


def _runs(file: Path) -> bool:
    return file.is_file() and os.access(file, os.X_OK)
