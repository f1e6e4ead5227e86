"""Values that say nothing: each is a problem that ``validate`` names, and no command breaks on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.base_plan import BASE, change, lay
from tests.test_record_commands import Run

COMMANDS = ("log", "claims", "claims v1:1", "blame 1", "blame v2", "share", "show v2", "diff v1 v2")
EMPTY = {
    "about": "about: ['']",
    "about, blank": "about: [' ']",
    "about, among others": "about: [v1:1, '', v2]",
    "about, no point": "about: ['v1:']",
    "about, no version": "about: [':1']",
    "contradicts": "contradicts: ['']",
    "credits": "credits: ['']",
    "sources": "sources: ['']",
    "party": "party: ''",
    "by": "by: ''",
    "says": "says: ''",
    "date": "date: ''",
    "id": "id: ''",
}


@pytest.mark.parametrize("case", EMPTY)
def test_a_claim_with_an_empty_value(
    case: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    header = (BASE / "plan.yaml").read_text()
    key = EMPTY[case].partition(":")[0]
    head, _, claim = header.partition("claims:\n")
    lines = [line for line in claim.splitlines() if not re.match(rf"[ -]*{key}:", line)]
    kept = [re.sub("^  - ", "    ", line) for line in lines]
    claim = "\n".join(["  -", *kept, f"    {EMPTY[case]}"])
    (plan / "plan.yaml").write_text(f"{head}claims:\n{claim}\n")
    found = run("validate")
    assert found.code == 1
    assert "plans/harbour/plan.yaml" in found.out
    for command in COMMANDS:
        assert run(*command.split()).code in {0, 2}


@pytest.mark.parametrize(
    "patch",
    [
        "made_from: ['']",
        "tabled_by: ['']",
        "sources: ['']",
        "version: ''",
        "title: ''",
        "wording: ''",
        "points: ['']",
        "points: [{number: '', text: a}]",
        "points: [{number: 1, text: a, made_from: ['']}]",
        "points: [{number: 1, text: a, not_from: ['', 'v1:']}]",
        "points: [{number: 1, text: a, sources: ['']}]",
        "points: [{number: 1, items: [{label: '', text: a}]}]",
        "points: [{number: 1, items: [{label: a, text: b, made_from: [' ']}]}]",
    ],
)
def test_a_version_with_an_empty_value(
    patch: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    change(plan / "v2.yaml", patch + "\n")
    found = run("validate")
    assert found.code == 1
    assert "plans/harbour/v2.yaml" in found.out
    for command in COMMANDS:
        assert run(*command.split()).code in {0, 2}


@pytest.mark.parametrize(
    "patch",
    [
        "parties: [{id: '', name: North}, {id: south, name: South}]",
        "parties: [{id: north, name: ''}, {id: south, name: South}]",
        "parties: [{id: north, name: North, names: ['']}, {id: south, name: South}]",
        "sources: [{id: '', publisher: The Gazette}]",
        "sources: [{id: gazette, publisher: ''}]",
        "sources: [{id: gazette, publisher: The Gazette, tied_to: ''}]",
        "title: ''",
    ],
)
def test_a_header_with_an_empty_value(
    patch: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    change(plan / "plan.yaml", patch + "\n")
    assert run("validate").code == 1
    for command in COMMANDS:
        assert run(*command.split()).code in {0, 2}
