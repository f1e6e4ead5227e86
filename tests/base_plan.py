"""A small plan that is right, and what becomes of it when a top-level key of a file is replaced."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

BASE = Path(__file__).parent / "data" / "base"


def lay(folder: Path) -> Path:
    """The small plan in ``folder/plans/harbour``."""
    plan = folder / "plans" / "harbour"
    shutil.copytree(BASE, plan)
    return plan


def change(file: Path, patch: str) -> None:
    """Replace the keys at the left edge that ``patch`` has; others it has are added at the end."""
    keys = _by_key(file.read_text(encoding="utf-8")) | _by_key(patch)
    file.write_text("".join(keys.values()), encoding="utf-8")


def _by_key(text: str) -> dict[str, str]:
    """The text of a file, cut before each key at the left edge."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if part}
