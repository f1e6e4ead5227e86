"""The code stays short, and a name of it means one thing."""

from __future__ import annotations

import ast
import statistics
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "planctl").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FUNCTION = 400, 50, 8


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def lengths(path: Path) -> dict[str, int]:
    """How many lines each function takes, decorators left out."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = (node for node in ast.walk(parsed(path)) if isinstance(node, functions))
    return {f"{node.name}:{node.lineno}": (node.end_lineno or 0) - node.lineno + 1 for node in found}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_and_no_function_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert {name: size for name, size in lengths(path).items() if size > LONGEST_FUNCTION} == {}


def test_functions_are_short() -> None:
    sizes = [size for path in FILES for size in lengths(path).values()]
    assert statistics.median(sizes) <= MEDIAN_FUNCTION


def test_each_class_has_a_name_of_its_own() -> None:
    names = [
        node.name
        for path in FILES
        if "languages" not in path.parts
        for node in parsed(path).body
        if isinstance(node, ast.ClassDef)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
