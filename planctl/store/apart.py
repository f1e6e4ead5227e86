"""A bare room for git: a repository's objects without its configuration, refs, attributes or hooks.

Line blame and history read many settings, and some make them fail or mislead (``blame.ignoreRevsFile``,
``diff.orderFile``, ``diff.renames``). Started from commit ids they need only objects, so they run in an empty
repository that borrows them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from planctl.store.process import Git

_MEMORY = 512 * 1024 * 1024
"""Bytes for git to compare files in. A few hundred bytes of a repository can stand for a file of any size."""


@contextmanager
def apart(common_dir: Path) -> Iterator[Git]:
    """git in an empty repository that has the objects of the one at ``common_dir``."""
    with TemporaryDirectory(prefix="planctl-") as name:
        room = Path(name)
        for inner in ("refs", "objects"):
            (room / inner).mkdir()
        (room / "HEAD").write_text("ref: refs/heads/none\n")
        where = {
            "GIT_DIR": name,
            "GIT_OBJECT_DIRECTORY": str(common_dir / "objects"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
        }
        if (common_dir / "shallow").is_file():
            where["GIT_SHALLOW_FILE"] = str(common_dir / "shallow")
        yield Git(room, where, _MEMORY)
