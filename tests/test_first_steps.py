"""What somebody meets first: no plans yet, a wrong word, two files, a document, the Tab key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planctl.alignment import align
from planctl.cli import complete
from tests.conftest import Ran

Run = Callable[..., Ran]
VERSION = (
    "version: {0}\ntitle: {0}\ndate: 2025-01-0{1}\ntabled_by: [north]\nwording: verbatim\n"
    "evidence: published\nsources: [g]\nmade_from: [{2}]\npoints:\n"
    "  - number: 1\n    text: The river is open to all boats.\n"
    "  - number: 2\n    text: Northland keeps {1}00 guns.\n"
)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without plans, as the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def talks(empty: Path) -> Path:
    """A plan of two versions and two claims in the working folder."""
    folder = empty / "plans" / "talks"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(
        "title: Talks\nparties: [{id: north, name: Northland}]\nsources: [{id: g, publisher: Gazette}]\n"
        "claims:\n"
        '  - {id: C1, date: 2025-01-03, by: A, says: Ours., about: ["m1:2"], credits: [north]}\n'
        '  - {id: C2, date: 2025-01-04, by: B, says: Not theirs., about: ["f1"], contradicts: [C1]}\n'
        '  - {id: C3, date: 2025-01-05, by: C, says: Who knows., about: ["m1:1"]}\n'
    )
    (folder / "m1.yaml").write_text(VERSION.format("m1", 1, ""))
    (folder / "f1.yaml").write_text(VERSION.format("f1", 2, "m1"))
    return folder


NOTHING = (
    "planctl: no plans here: neither this folder nor one above it has a plans/ folder with a plan in it\n"
    "  Create one: planctl init NAME. Name a folder of plans: --plans DIR."
    " Or use the example: --plan gaza-2025 or --plan ukraine-2025.\n"
)


@pytest.mark.parametrize(
    "words", ["log", "diff", "share", "claims", "validate", "blame 7", "show 3", "diff m1", "verify"]
)
def test_a_folder_without_plans_says_so_first(empty: Path, run: Run, words: str) -> None:
    assert run(*words.split()) == Ran(2, "", NOTHING)


def test_the_example_is_there_for_those_who_name_it(empty: Path, run: Run) -> None:
    said = "planctl: no plans/ folder here; using the bundled example ukraine-2025\n"
    for words in (["diff", "v28", "v20"], ["log", "--plan", "ukraine-2025"], ["show", "v28:6"]):
        ran = run(*words)
        assert (ran.code, ran.err) == (0, said), words
        assert ran.out.startswith("Ukraine 2025")


def test_two_files_speak_of_nothing_else(talks: Path, empty: Path, run: Run) -> None:
    for name in ("m1", "f1"):
        (talks / f"{name}.yaml").rename(empty / f"{name}.yaml")
    (talks / "plan.yaml").unlink()
    ran = run("diff", "m1.yaml", "f1.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert "Ukraine" not in ran.out


@pytest.mark.parametrize("sides", [("f1", "loose.yaml"), ("loose.yaml", "f1")])
def test_a_file_against_a_version_keeps_title_and_names(
    talks: Path, empty: Path, run: Run, sides: tuple[str, str]
) -> None:
    (empty / "loose.yaml").write_bytes((talks / "m1.yaml").read_bytes())
    out = run("diff", *sides).out
    assert out.startswith("Talks ")
    assert out.split("\n\n")[0].count("Northland") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["diff", "M1", "f1"], 'no version "M1" in plans/talks; did you mean m1?'),
        (["diff", "plans/talks/m2.yaml", "f1"], 'no file "m2.yaml" in plans/talks; did you mean m1.yaml?'),
        (["claims", "c11"], 'no version, point or claim "c11" in plans/talks; did you mean C1?'),
        (["diff", "m1", "f1", "--only", "droped"], '--only cannot be "droped"; did you mean dropped?'),
        (["diff", "m1", "f1", "--evidence", "rumour"], '--evidence cannot be "rumour"'),
        (["diff", "m1", "f1", "--threshold", "5"], '--threshold cannot be "5"'),
        (["diff", "m1", "f1", "--threshold", "much"], '--threshold cannot be "much"'),
        (["diff", "m1", "f1", "--threshold", "nan"], '--threshold cannot be "nan"'),
        (["schema", "plans"], 'FILE cannot be "plans"; did you mean plan?'),
        (["log", "--format", "xml"], '--format cannot be "xml"'),
        (["record", "--format", "markdown"], '--format cannot be "markdown"'),
    ],
)
def test_a_wrong_word_is_refused_in_our_words(talks: Path, run: Run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"planctl: {said}\n  ")
    assert not any(word in ran.err for word in ("Input", "Value error", "valid number", "parse"))


def test_two_versions_in_one_word(talks: Path, run: Run) -> None:
    whole = run("diff", "m1", "f1").out
    assert run("diff", "m1..f1").out == whole
    assert run("diff", "m1..").out == whole
    assert run("diff", "..f1").out == run("diff", "f1").out


def test_a_version_and_a_point_in_two_words(talks: Path, run: Run) -> None:
    assert run("blame", "f1", "2").out == run("blame", "f1:2").out


def test_claims_by_name_and_what_they_are_at_odds_with(talks: Path, run: Run) -> None:
    out = run("claims", "C1").out
    assert out.startswith("Talks   C1 ")
    assert "C2  4 Jan 2025, B" in out
    assert "C3" not in out


def test_claims_about_a_point_are_those_that_blame_lists(talks: Path, run: Run) -> None:
    claims, blame = run("claims", "f1:2").out, run("blame", "f1:2").out
    for name in ("C1", "C2"):
        assert f"  {name}  " in claims
        assert f"  {name}  " in blame
    assert "C3" not in claims + blame


@pytest.mark.parametrize("command", ["share", "show m1", "log", "claims", "blame 2", "diff m1 f1"])
def test_no_pager_is_an_option_of_each(talks: Path, run: Run, command: str) -> None:
    assert run(*command.split(), "--no-pager").code == 0


@pytest.mark.parametrize(("old", "new"), [("ab", "cd"), ("ab", ["cd"]), (["ab"], "cd")])
def test_a_string_is_no_list_of_units(old: str | list[str], new: str | list[str]) -> None:
    with pytest.raises(TypeError, match="not two strings"):
        align(old, new)


@pytest.mark.usefixtures("talks")
class TestCompletion:
    def test_versions_points_claims_plans_and_files(self, empty: Path) -> None:
        (empty / "draft.yaml").write_text("x")
        assert complete.plans("t") == ["talks"]
        assert complete.versions("m") == ["m1"]
        assert complete.versions("d") == ["draft.yaml"]
        assert complete.versions("plans/talks/f") == ["plans/talks/f1.yaml"]
        assert complete.points("f1:") == ["f1:1", "f1:2"]
        assert complete.points("2") == ["2"]
        assert complete.labels("") == ["1", "2"]
        assert complete.claims("C") == ["C1", "C2", "C3"]

    def test_what_cannot_be_read_offers_nothing(self, talks: Path) -> None:
        (talks / "plan.yaml").write_text("{")
        (talks / "m1.yaml").write_text("{")
        assert complete.claims("C") == []
        assert complete.points("m1:") == []

    def test_a_shell_is_offered_formats_too(self) -> None:
        asked = {
            "_PLANCTL_COMPLETE": "complete_bash",
            "COMP_WORDS": "planctl share --format m",
            "COMP_CWORD": "3",
        }
        code = "import sys; sys.argv = ['planctl']\nfrom planctl.cli.app import main\nmain()"
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **asked},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.split() == ["markdown"]
