"""``docs/json.md`` and the JSON answers say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran

PAGE = (Path(__file__).parent.parent / "docs" / "json.md").read_text(encoding="utf-8")
RENAMED = Path(__file__).parent / "data" / "renamed"
RUNS = {
    "diff": [
        ["diff", "v28", "v19"],
        ["diff", "v28", "v20", "--explain"],
        ["diff", "v19", "e3"],
        ["diff", str(RENAMED / "old.yaml"), str(RENAMED / "new.yaml")],
    ],
    "show": [["show", "v20"], ["show", "v28"]],
    "log": [["log"]],
}
SHARED = {"diff": ("old", "new"), "show": ("",), "log": ("versions[]",)}


def documented(section: str) -> set[str]:
    """Dotted paths in the tables of a section."""
    body = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    cells = [row.split("|")[1] for row in body.splitlines() if row.startswith("| `")]
    return {path for cell in cells for path in re.findall(r"`([^`]+)`", cell)}


def paths(value: Any, at: str = "") -> Iterator[str]:
    """Dotted paths of all leaves; an empty list or object, like null, is a leaf itself."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from paths(inner, f"{at}.{key}" if at else key)
    elif isinstance(value, list) and value and not isinstance(value[0], list):
        for inner in value:
            yield from paths(inner, f"{at}[]")
    else:
        yield f"{at}[]" if isinstance(value, list) else at


def prefixes(path: str) -> set[str]:
    parts = path.split(".")
    whole = {".".join(parts[: k + 1]) for k in range(len(parts))}
    return whole | {one.removesuffix("[]") for one in whole}


@pytest.mark.parametrize("command", RUNS)
def test_every_key_is_documented(run: Callable[..., Ran], bundled: Path, command: str) -> None:
    known = {"schema"} | documented(command)
    for place in SHARED.get(command, ()):
        known |= {f"{place}.{path}" if place else path for path in documented("Versions")}
    links = "changes[].parts[].links[]"
    for others in ("changes[].loose[]", "changes[].near[]"):
        known |= {path.replace(links, others) for path in known if path.startswith(links)}
    listed = {prefix for path in known for prefix in prefixes(path)}
    for arguments in RUNS[command]:
        told = json.loads(run(*arguments, "--plans", bundled, "--format", "json").out)
        assert told["schema"] == f"planctl/{command}/1"
        unknown = {path for path in paths(told) if not listed & {path, path.removesuffix("[]")}}
        assert not {path for path in unknown if not _is_listed_parent(path, known)}


def _is_listed_parent(path: str, known: set[str]) -> bool:
    """``changes[].heading.old`` is told by the row of ``changes[].heading``."""
    return path.rpartition(".")[0] in known and path.rpartition(".")[2] in {"old", "new"}


@pytest.mark.parametrize("command", RUNS)
def test_every_documented_key_exists(run: Callable[..., Ran], bundled: Path, command: str) -> None:
    told: set[str] = set()
    for arguments in RUNS[command]:
        answer = json.loads(run(*arguments, "--plans", bundled, "--format", "json").out)
        told |= {prefix for path in paths(answer) for prefix in prefixes(path)}
    assert documented(command) <= told, documented(command) - told
