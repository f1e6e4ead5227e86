"""``planctl diff`` as somebody types it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from planctl.cli import diff as command
from planctl.diff import KINDS
from planctl.models import Evidence
from tests.conftest import Ran

Run = Callable[..., Ran]
VERSIONS = ("v28", "e3", "v19", "v20")

HEADER = "title: Harbour talks\nparties: [{id: n, name: Northland}]\n"
DRAFT = """\
version: {name}
title: Draft {name}
date: {date}
tabled_by: [n]
made_from: [{parents}]
wording: verbatim
evidence: published
sources: []
points:
  - number: 1
    text: The lighthouse keeps neutral guards.
  - number: 2
    text: The navy is capped at {ships} ships.
"""


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "plans" / "talks"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(HEADER)
    counter = "{version: c1, contested: true}, d1"
    for day, (name, parents, ships) in enumerate((("d1", "", 60), ("c1", "d1", 90), ("d2", counter, 80)), 1):
        text = DRAFT.format(name=name, date=f"2031-03-0{day}", parents=parents, ships=ships)
        (folder / f"{name}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return folder


def answer(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


@pytest.mark.parametrize(("old", "new"), list(permutations(VERSIONS, 2)))
def test_every_point_of_both_versions_stands_in_one_change(
    run: Run, bundled: Path, old: str, new: str
) -> None:
    told = answer(run("diff", old, new, "--plans", bundled, "--format", "json"))
    for side in ("old", "new"):
        numbers = [number for change in told["changes"] for number in change[side]]
        assert len(numbers) == len(set(numbers)) == told["summary"]["points"][side] == told[side]["points"]


def test_the_draft_and_the_revision_count_28_and_19(run: Run, bundled: Path) -> None:
    told = answer(run("diff", "v28", "v19", "--plans", bundled, "--format", "json"))
    assert told["summary"]["points"] == {"old": 28, "new": 19}
    assert "v19 is a reconstruction" in told["trust"][1]


@pytest.mark.parametrize("version", VERSIONS)
def test_peace(run: Run, bundled: Path, version: str) -> None:
    told = answer(run("diff", version, version, "--plans", bundled, "--format", "json", "--exit-code"))
    assert {change["kind"] for change in told["changes"]} == {"unchanged"}
    assert not any(part["substance"] for change in told["changes"] for part in change["parts"])


def test_the_size_of_the_army_is_named_under_substance(run: Run, bundled: Path) -> None:
    told = run("diff", "v28", "e3", "--plans", bundled).out
    substance = told.partition("SUBSTANCE")[2].partition("POINTS")[0]
    (row,) = [line for line in substance.splitlines() if line.strip().startswith("6 -> 6")]
    assert "600,000 -> 800,000" in row
    assert '+ "in peacetime"' in row


@pytest.mark.parametrize(
    "wish", [[], ["--stat"], ["--format", "markdown"], ["--side-by-side"], ["--only", "edited"]]
)
def test_a_reconstruction_is_called_one_before_anything_else(
    run: Run, bundled: Path, wish: list[str]
) -> None:
    told = run("diff", "v28", "v19", "--plans", bundled, *wish)
    assert "v19 is a reconstruction" in "\n".join(told.out.splitlines()[:12])
    assert "have a counterpart in v19 without a reported" in told.out


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_same_input_gives_the_same_bytes(run: Run, bundled: Path, form: str) -> None:
    first, second = (run("diff", "v28", "v20", "--plans", bundled, "--format", form).out for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ([], ("d1", "d2")),
        (["d2"], ("d1", "d2")),
        (["c1"], ("c1", "d2")),
        (["d1"], ("d1", "d2")),
        (["d1", "c1"], ("d1", "c1")),
        (["d2", "d1"], ("d2", "d1")),
        (["talks/d1", "plans/talks/c1.yaml"], ("d1", "c1")),
    ],
)
def test_which_versions_are_meant(run: Run, talks: Path, typed: list[str], sides: tuple[str, str]) -> None:
    told = answer(run("diff", *typed, "--format", "json"))
    assert (told["old"]["version"], told["new"]["version"]) == sides


def test_a_first_version_has_nothing_to_be_compared_with(run: Run, talks: Path) -> None:
    for name in ("c1", "d2"):
        (talks / f"{name}.yaml").unlink()
    ran = run("diff")
    assert (ran.code, ran.out) == (2, "")
    assert "d1 was made from no other version" in ran.err


def test_exit_codes(run: Run, talks: Path) -> None:
    assert run("diff", "d1", "d2").code == 0
    assert run("diff", "d1", "d2", "--exit-code").code == 1
    assert run("diff", "d1", "d2", "--exit-code", "--point", "1").code == 0
    assert run("diff", "d1", "d1", "--exit-code").code == 0
    assert run("diff", "d1", "d9").code == 2
    assert run("diff", "d1", "d2", "--point", "7").code == 2
    assert run("diff", "d1", "d2", "--only", "nonsense").code == 2
    assert run("diff", "d1", "d2", "--threshold", "2").code == 2


def test_a_wrong_name_gets_a_guess(run: Run, bundled: Path) -> None:
    ran = run("diff", "v28", "v91", "--plans", bundled)
    assert (ran.code, ran.out) == (2, "")
    assert 'no version "v91"' in ran.err
    assert "did you mean v19?" in ran.err


def test_an_older_state_of_a_file_keeps_the_name_that_was_typed(run: Run, talks: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=talks, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    draft = talks / "d2.yaml"
    draft.write_text(draft.read_text().replace("80 ships", "70 ships"))
    told = run("diff", "d2@HEAD", "d2").out
    assert "d2@HEAD -> d2" in told
    assert "[-80-]{+70+}" in told


def test_options_name_what_the_core_knows() -> None:
    assert list(command.KINDS) == list(KINDS)
    assert list(command.BASES) == [kind.value for kind in Evidence]


def test_what_is_loaded(bundled: Path) -> None:
    script = (
        "import sys; sys.argv = ['planctl', 'diff', 'v28', 'v19', '--plans', sys.argv[1]]\n"
        "from planctl.cli.app import main\n"
        "heavy = {'git', 'numpy', 'scipy', 'ruamel', 'rich.console', 'jinja2'}\n"
        "try:\n    main()\n"
        "finally:\n    print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(bundled)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_what_has_no_words_is_named_by_its_heading(run: Run, talks: Path) -> None:
    """An empty row would read as if something were missing."""
    added = "  - {number: 3, heading: Pilots}\n  - {number: 4}\n"
    (talks / "d2.yaml").write_text((talks / "d2.yaml").read_text() + added)
    out = run("diff", "d1", "d2").out
    assert '-> 3    added: heading "Pilots" without a text' in out
    assert "-> 4    added: no words" in out
    assert "only in d2: no words" in run("diff", "d2", "d1").out
