"""Each foreign library is under a contract that says which rooms may import it, and each contract bites."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS: list[dict[str, Any]] = SETTINGS["contracts"]
PROTECTED = [contract for contract in CONTRACTS if contract["type"] == "protected"]


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a file imports, at any depth."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_every_foreign_library_is_under_a_contract() -> None:
    used = {name for path in (ROOT / "planctl").rglob("*.py") for name in imported(path)}
    foreign = used - sys.stdlib_module_names - {"planctl"}
    assert foreign == {name for contract in PROTECTED for name in contract["protected_modules"]}


def test_each_contract_is_broken_by_one_wrong_import(tmp_path: Path) -> None:
    """In a copy of the package, a file in ``lineage`` imports all that it may not."""
    shutil.copytree(ROOT / "planctl", tmp_path / "planctl", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    wrong = [name for contract in PROTECTED for name in contract["protected_modules"]]
    lines = "".join(f"import {name}\n" for name in (*wrong, "planctl.disk"))
    (tmp_path / "planctl" / "lineage" / "wrong.py").write_text(lines, encoding="utf-8")
    (tmp_path / "planctl" / "text" / "wrong.py").write_text("import planctl.programs\n", encoding="utf-8")
    (tmp_path / "planctl" / "pages" / "wrong.py").write_text("import shutil\n", encoding="utf-8")
    (tmp_path / "planctl" / "readers" / "wrong.py").write_text("import planctl.models\n", encoding="utf-8")
    (tmp_path / "planctl" / "homeless.py").write_text("", encoding="utf-8")
    said = linted(tmp_path)
    for contract in CONTRACTS:
        assert f"{contract['name']} BROKEN" in said
    for name in wrong:
        assert f"planctl.lineage.wrong -> {name} (l." in said, name
    assert "planctl.homeless" in said


def linted(folder: Path) -> str:
    """What import-linter says of the package in a folder."""
    program = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    return ran.stdout
