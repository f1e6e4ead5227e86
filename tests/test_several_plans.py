"""Two plans in one folder: which is meant, what stands across them, and that git tells them apart."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.base_plan import change, lay
from tests.conftest import Ran

Run = Callable[..., Ran]


def lagoon(tmp_path: Path) -> Path:
    """A second plan beside the small one: r1 and r2, and a v9 of its own."""
    folder = tmp_path / "plans" / "lagoon"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        "title: Lagoon talks\nparties:\n  - {id: north, name: Northern League}\n  - {id: west, name: West}\n"
    )
    for day, (name, text) in enumerate(
        (
            ("r1", "Boats rest at the pier until the morning comes."),
            ("r2", "Boats sail."),
            ("v9", "Nets dry."),
        ),
        1,
    ):
        (folder / f"{name}.yaml").write_text(
            f"version: {name}\ntitle: Draft {name}\ndate: 2026-05-0{day}\ntabled_by: [west]\nmade_from: []\n"
            f"wording: verbatim\nevidence: published\npoints:\n  - number: 1\n    text: {text}\n"
        )
    return folder


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay(tmp_path)
    lagoon(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_default(top: Path, plan: str) -> None:
    change(top / "plans" / plan / "plan.yaml", "default: true\n")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (["diff", "v1", "v2"], "Harbour talks"),
        (["diff", "r1", "r2"], "Lagoon talks"),
        (["diff", "lagoon/r1", "r2"], "Lagoon talks"),
        (["diff", "r1", "lagoon/r2"], "Lagoon talks"),
        (["diff", "r1"], "Lagoon talks"),
        (["show", "v1"], "Harbour talks"),
        (["show", "r1:1"], "Lagoon talks"),
        (["blame", "r2"], "Lagoon talks"),
        (["claims", "v1:1"], "Harbour talks"),
        (["share", "r2"], "Lagoon talks"),
        (["log", "--plan", "lagoon"], "Lagoon talks"),
        (["diff", "harbour/v1", "lagoon/v9"], "Harbour talks / Lagoon talks"),
    ],
    ids=" ".join,
)
def test_the_plan_that_has_all_versions_is_meant_and_named(
    top: Path, run: Run, asked: list[str], title: str
) -> None:
    ran = run(*asked)
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0].startswith(f"{title}   ")
    found = run(*asked, "--format", "json")
    assert json.loads(found.out)["plan"] == title


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["diff", "v1", "v3"], 'no version "v3" in plans/harbour'),
        (["diff", "v3", "r1"], 'no version "v3" in plans/lagoon'),
        (["diff", "v1", "r1"], "several plans have r1 or v1: harbour, lagoon"),
        (["diff", "harbour/v1", "r1"], 'no version "r1" in plans/harbour'),
        (["diff", "x1", "x2"], "plans holds several plans: harbour, lagoon"),
        (["show", "point-1"], "plans holds several plans: harbour, lagoon"),
        (["log"], "plans holds several plans: harbour, lagoon"),
        (["diff", "nowhere/v1", "v2"], 'no plan "nowhere" in plans'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_meant_by_no_plan(top: Path, run: Run, asked: list[str], message: str) -> None:
    ran = run(*asked)
    assert ran.code == 2
    assert message in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (["log"], "Lagoon talks"),
        (["show", "point-1"], "Lagoon talks   v9"),
        (["blame", "1"], "Lagoon talks   v9:1"),
        (["diff", "v1", "v2"], "Harbour talks"),
        (["share"], "Lagoon talks   v9"),
    ],
    ids=" ".join,
)
def test_the_default_decides_where_nothing_else_does(
    top: Path, run: Run, asked: list[str], title: str
) -> None:
    make_default(top, "lagoon")
    assert run(*asked).out.startswith(title)


def test_the_default_decides_between_plans_that_both_have_the_versions(top: Path, run: Run) -> None:
    (top / "plans" / "lagoon" / "v9.yaml").rename(top / "plans" / "lagoon" / "v1.yaml")
    change(top / "plans" / "lagoon" / "v1.yaml", "version: v1\n")
    assert "several plans have v1: harbour, lagoon" in run("show", "v1").err
    make_default(top, "harbour")
    assert run("show", "v1").out.startswith("Harbour talks")
    assert run("show", "lagoon/v1").out.startswith("Lagoon talks")


def test_two_defaults_are_none(top: Path, run: Run) -> None:
    make_default(top, "lagoon")
    make_default(top, "harbour")
    assert "2 of them say default: true" in run("log").err


def test_nothing_is_claimed_across_two_plans(top: Path, run: Run) -> None:
    """Versions of one name are two versions, and a statement of one plan means nothing in the other."""
    file = top / "plans" / "lagoon" / "v9.yaml"
    file.rename(file.with_name("v1.yaml"))
    change(file.with_name("v1.yaml"), "version: v1\n")
    ran = run("diff", "harbour/v1", "lagoon/v1", "--format", "json")
    found = json.loads(ran.out)
    assert (found["old"]["name"], found["new"]["name"]) == ("harbour/v1", "lagoon/v1")
    assert {each["kind"] for each in found["changes"]} == {"no counterpart"}
    shown = run("diff", "harbour/v1", "lagoon/v1").out
    assert "harbour/v1  First draft" in shown
    peace = json.loads(run("diff", "harbour/v1", "harbour/v1", "--format", "json").out)
    assert {each["kind"] for each in peace["changes"]} == {"unchanged"}


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def repository(top: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "two plans")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    return top


def branches(folder: Path) -> list[str]:
    return git(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads/planctl").split()


def test_record_never_guesses_which_plan(repository: Path, run: Run) -> None:
    make_default(repository, "lagoon")
    ran = run("record")
    assert ran.code == 2
    assert "plans holds several plans: harbour, lagoon" in ran.err
    assert "--plan NAME" in ran.err
    assert "--all" in ran.err
    assert branches(repository) == []
    assert run("record", "--plan", "harbour").code == 0
    assert branches(repository) == ["planctl/harbour"]
    assert "exclude each other" in run("record", "--plan", "harbour", "--all").err


def test_record_all(repository: Path, run: Run) -> None:
    ran = run("record", "--all")
    assert ran.code == 0, ran.err
    assert branches(repository) == ["planctl/harbour", "planctl/lagoon"]
    assert [row for row in ran.out.splitlines() if row in {"harbour", "lagoon"}] == ["harbour", "lagoon"]
    assert run("verify", "--plan", "lagoon").out.startswith("lagoon: the record matches the files")
    decoder, text, plans = json.JSONDecoder(), run("record", "--all", "--format", "json").out, []
    while text.strip():
        found, end = decoder.raw_decode(text.lstrip())
        plans.append(found["plan"])
        text = text.lstrip()[end:]
    assert plans == ["harbour", "lagoon"]


def test_git_diff_knows_to_which_plan_a_file_belongs(repository: Path, run: Run) -> None:
    assert run("git-config", "--enable").code == 0
    change(
        repository / "plans" / "lagoon" / "r1.yaml",
        "points:\n  - number: 1\n    text: Boats sleep at the pier until the morning comes.\n",
    )
    shown = subprocess.run(
        ["git", "diff"], cwd=repository, capture_output=True, text=True, check=True, env=os.environ
    ).stdout
    assert "Lagoon talks   a/r1 -> b/r1" in shown
    assert "[-rest-]{+sleep+}" in shown
    assert "Harbour" not in shown


def test_validate_checks_both_plans_and_says_where(top: Path, run: Run) -> None:
    change(top / "plans" / "lagoon" / "r1.yaml", "tabled_by: [east]\n")
    ran = run("validate")
    assert ran.code == 1
    assert "plans/lagoon/r1.yaml:4" in ran.out
    assert "of 7 files" in ran.out


def test_a_copied_example_is_not_the_default_of_its_new_folder(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planctl.workspace import creation

    lay(tmp_path / "examples")
    folder = tmp_path / "examples" / "plans"
    change(folder / "harbour" / "plan.yaml", "default: true\nnote: default: true stays here\n")
    files = creation.example_files(folder, "harbour")
    assert b"\ndefault:" not in files["plan.yaml"]
    assert b"note: default: true stays here" in files["plan.yaml"]
    assert files["v1.yaml"] == (folder / "harbour" / "v1.yaml").read_bytes()
    monkeypatch.chdir(tmp_path)
    assert run("init", "--example", "ukraine-2025").code == 0
    assert "\ndefault:" not in (tmp_path / "plans" / "ukraine-2025" / "plan.yaml").read_text()
