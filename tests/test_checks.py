"""Every check: its documented example gives exactly its code, and what is right gives none."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from planctl.checks import CODES, find
from planctl.errors import Problem
from planctl.workspace.gathering import read_folder
from tests.base_plan import change, lay

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
_SECTION = re.compile(r"^### (PLC\d{3}) (.+)\n\n(Error|Warning)\. (?s:(.*?))(?=^##|\Z)", re.MULTILINE)
_EXAMPLE = re.compile(r"^```(yaml|sh)\n(?s:(.*?))^```$", re.MULTILINE)


@dataclass(frozen=True)
class Documented:
    """One section of docs/checks.md."""

    code: str
    title: str
    severity: str
    language: str
    example: str

    def happen(self, plan: Path) -> None:
        """Make the example come true in a plan folder."""
        if self.language == "sh":
            subprocess.run(["sh", "-c", self.example], cwd=plan, check=True)
        else:
            name, _, patch = self.example.removeprefix("# ").partition("\n")
            change(plan / name, patch)


def documented() -> list[Documented]:
    return [
        Documented(code, title, severity.lower(), *example)
        for code, title, severity, body in _SECTION.findall(PAGE)
        for example in _EXAMPLE.findall(body)
    ]


def problems_in(plan: Path) -> tuple[Problem, ...]:
    gathered = read_folder(plan)
    return find(gathered.files, gathered.where)


def changed(folder: Path, file: str, patch: str) -> list[Problem]:
    """What is found in the small plan after a change."""
    plan = lay(folder)
    change(plan / file, patch)
    return list(problems_in(plan))


def test_page_and_code_list_the_same_codes() -> None:
    assert {one.code: one.title for one in documented()} == dict(CODES)


def test_every_code_in_the_source_is_listed_and_every_listed_code_is_used() -> None:
    sources = [p for p in (ROOT / "planctl").rglob("*.py") if p.name != "codes.py"]
    used = {code for path in sources for code in re.findall(r"PLC\d{3}", path.read_text(encoding="utf-8"))}
    assert used == set(CODES)


def test_two_codes_that_others_rely_on_keep_their_numbers() -> None:
    assert CODES["PLC004"] == "text that became a list"
    assert CODES["PLC012"] == "evidence without a source"


def test_the_small_plan_is_right(tmp_path: Path) -> None:
    assert problems_in(lay(tmp_path)) == ()


def test_the_bundled_plan_is_right(bundled: Path) -> None:
    assert [str(p) for folder in bundled.iterdir() if folder.is_dir() for p in problems_in(folder)] == []


@pytest.mark.parametrize("one", documented(), ids=lambda one: one.code)
def test_a_documented_example_gives_exactly_its_code(one: Documented, tmp_path: Path) -> None:
    plan = lay(tmp_path)
    one.happen(plan)
    found = problems_in(plan)
    assert {(p.code, p.severity) for p in found} == {(one.code, one.severity)}, found
    assert len(found) == 1, found
    assert found[0].cure
    assert found[0].place.path.startswith(str(plan))
