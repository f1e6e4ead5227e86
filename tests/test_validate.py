"""``planctl validate`` as a command: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.cli.problems import as_github, as_json, as_lines
from planctl.codes import CHECKS
from planctl.errors import FilePlace, Problem
from planctl.planfile import SIZE_LIMIT
from planctl.workspace import gathering
from planctl.writers.lines import text_of
from tests.base_plan import change, lay
from tests.conftest import Ran

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
Run = Callable[..., Ran]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan, seen from the folder above ``plans/``."""
    monkeypatch.chdir(tmp_path)
    return lay(tmp_path)


MISTAKES = (
    "points:\n  - number: 1\n    evidence: reported\n    sources: []\n"
    "    text: >\n      The harbour is open.\n"
    "  - number: 2\n    text: [North: Pilots] are paid.\n"
)


def test_a_plan_that_is_right(plan: Path, run: Run) -> None:
    assert run("validate") == Ran(0, "No problems in 3 files.\n", "")


def test_problems_have_place_code_message_and_cure(plan: Path, run: Run) -> None:
    change(plan / "v2.yaml", MISTAKES.replace("] are paid.", "]"))
    assert run("validate", "plans").out == (
        'plans/harbour/v2.yaml:10:5  PLC012  point 1: evidence is "reported", but no source is given\n'
        "  Add sources: [...] to the point, or write evidence: inferred with a note.\n"
        "plans/harbour/v2.yaml:16:11  PLC004  text became a list: square brackets open a list in YAML\n"
        "  Put the text in a block: text: > on its own line, the words below it, indented.\n"
        "\n"
        "2 problems in 1 of 3 files.\n"
    )


def test_exit_codes(plan: Path, run: Run) -> None:
    assert run("validate").code == 0
    change(plan / "v2.yaml", "date: 2026-02-01\n")
    assert run("validate").code == 0
    assert run("validate", "--strict").code == 1
    change(plan / "v2.yaml", MISTAKES)
    assert run("validate").code == 1
    nowhere = run("validate", "plans/nowhere")
    assert (nowhere.code, nowhere.out) == (2, "")
    assert nowhere.err == "planctl: plans/nowhere does not exist\n  Name a plan folder, or a file in one.\n"


def test_a_folder_with_no_plan_in_it_cannot_be_checked(tmp_path: Path, run: Run) -> None:
    assert run("validate", tmp_path).code == 2


@pytest.mark.parametrize(
    "paths",
    [
        (),
        ("plans",),
        (".",),
        ("plans/harbour",),
        ("plans/harbour/v1.yaml",),
        ("plans/harbour/plan.yaml", "plans/harbour/v2.yaml", "plans/harbour/../harbour"),
        ("--plans", "plans"),
    ],
)
def test_every_way_of_naming_a_plan_checks_all_of_it_once(
    paths: tuple[str, ...], plan: Path, run: Run
) -> None:
    change(plan / "plan.yaml", "parties:\n  - id: north\n    name: North\n")
    ran = run("validate", *paths)
    assert ran.code == 1
    assert ran.out.count("PLC016") == 2
    assert ran.out.endswith("2 problems in 2 of 3 files.\n")


def test_the_environment_names_the_plans(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("PLANCTL_PLANS", str(plan))
    assert run("validate").out == "No problems in 3 files.\n"


def test_other_yaml_is_left_alone(plan: Path, run: Run) -> None:
    Path("compose.yaml").write_text("services: [broken\n")
    ran = run("validate", "compose.yaml")
    assert ran.code == 0
    assert ran.err == "planctl: skipped compose.yaml: not in a plan folder\n"
    (plan / "notes").mkdir()
    (plan / "notes" / "a.yaml").write_text("a: [broken\n")
    assert run("validate", "plans", plan / "notes" / "a.yaml").code == 0


def test_versions_without_a_plan_yaml_are_told_of_kindly(plan: Path, run: Run) -> None:
    (plan / "plan.yaml").unlink()
    for path in ("plans", "plans/harbour", "plans/harbour/v1.yaml"):
        ran = run("validate", path)
        assert ran.code == 1
        assert ran.out.startswith(
            "plans/harbour  PLC036  the folder has no plan.yaml\n  Add plan.yaml with a title"
        )


def test_a_version_outside_its_plan_folder(plan: Path, run: Run) -> None:
    (plan / "v2.yaml").rename("plans/v2.yaml")
    assert "plans  PLC036  the folder has no plan.yaml" in run("validate", "plans/v2.yaml").out
    assert "plans  PLC036  the folder has no plan.yaml" in run("validate").out


def test_a_folder_that_may_not_be_read(plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(folder: Path) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr("planctl.limits.os.scandir", closed)
    ran = run("validate", "plans")
    monkeypatch.undo()
    assert (ran.code, ran.err.partition("\n")[0]) == (2, "planctl: plans cannot be read: permission denied")


def test_a_name_that_is_no_text(plan: Path, run: Run) -> None:
    shutil.copy(plan / "v2.yaml", plan / os.fsdecode(b"v\xff\x1b3.yaml"))
    ran = run("validate")
    assert ran.code == 1
    assert "plans/harbour/v<U+DCFF><U+001B>3.yaml:1:10  PLC022" in ran.out


def test_hidden_files_are_no_plan_files(plan: Path, run: Run) -> None:
    (plan / ".editor.yaml").write_text("a: [broken\n")
    assert run("validate").out == "No problems in 3 files.\n"


# Files that are not what they seem


def test_a_link_out_of_the_folder_is_not_followed(plan: Path, run: Run, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: hunter2\n")
    (plan / "v3.yaml").symlink_to(secret)
    ran = run("validate")
    assert ran.code == 1
    assert "plans/harbour/v3.yaml  PLC037  a link that leads out of the plan folder\n" in ran.out
    assert "password" not in ran.out


def test_a_link_inside_the_folder_is_a_file_like_any_other(plan: Path, run: Run) -> None:
    shutil.move(plan / "v2.yaml", plan / "second")
    (plan / "v2.yaml").symlink_to("second")
    assert run("validate").out == "No problems in 3 files.\n"


def test_links_in_a_circle_and_links_to_nothing(plan: Path, run: Run) -> None:
    (plan / "v3.yaml").symlink_to("v4.yaml")
    (plan / "v4.yaml").symlink_to("v3.yaml")
    (plan / "v5.yaml").symlink_to("gone.yaml")
    ran = run("validate")
    assert ran.code == 1
    assert ran.out.count("PLC037") == 3


def test_a_folder_and_a_pipe_named_like_versions(plan: Path, run: Run) -> None:
    (plan / "v3.yaml").mkdir()
    os.mkfifo(plan / "v4.yaml")
    ran = run("validate")
    assert ran.code == 1
    assert ran.out.count("PLC037  not a file") == 2


def test_a_file_that_changes_while_it_is_read(plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fstat
    seen: list[int] = []

    def changing(handle: int) -> os.stat_result:
        seen.append(handle)
        found = real(handle)
        if len(seen) % 2 == 0:
            return os.stat_result((*found[:6], found.st_size + 1, *found[7:10]))
        return found

    monkeypatch.setattr("planctl.limits.os.fstat", changing)
    ran = run("validate")
    monkeypatch.undo()
    assert ran.code == 1
    assert "PLC037  changed while it was read\n  Run the command again.\n" in ran.out


def test_a_file_above_the_limit_is_not_read(plan: Path, run: Run) -> None:
    with (plan / "v3.yaml").open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    assert (
        "plans/harbour/v3.yaml  PLC031  the file is larger than 10 MB and was not read\n"
        in run("validate").out
    )


# Formats

_LOUD = st.text(max_size=30) | st.sampled_from(
    ["\x1b[2J", "[/red]", "%0A", "::error::", "a,b:c", "\u202e", "a\nb", "\r"]
)
found = st.lists(
    st.builds(
        Problem,
        place=st.builds(FilePlace, path=_LOUD, line=st.integers(0, 9), column=st.integers(0, 9)),
        code=st.sampled_from(sorted(CHECKS)),
        message=_LOUD,
        cure=_LOUD,
    ),
    max_size=5,
)


@given(found)
def test_nothing_in_a_file_can_move_the_cursor(problems: list[Problem]) -> None:
    """Law: the screen shows what is there, as signs, on two lines a problem."""
    shown = text_of(as_lines(problems, 9))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]", shown)
    assert shown.count("\n") == 2 * len(problems) + 1 + bool(problems)


@given(found)
def test_json_gives_back_every_value(problems: list[Problem]) -> None:
    shown = as_json(problems, 9)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    back = json.loads(shown)
    assert (back["schema"], back["files"]) == ("planctl/validate/1", 9)
    assert [
        (p["path"], p["line"], p["column"], p["code"], p["severity"], p["message"], p["cure"])
        for p in back["problems"]
    ] == [
        (p.place.path, p.place.line, p.place.column, p.code, p.severity, p.message, p.cure) for p in problems
    ]


_COMMAND = re.compile(r"::(error|warning) (file=[^,:\n\r]*(?:,(?:line|col|title)=[^,:\n\r]*)+)::([^\n\r]*)")


@given(found)
def test_every_annotation_is_one_command(problems: list[Problem]) -> None:
    """Law: no text of a file can end a command of GitHub's or begin another."""
    lines = as_github(problems).split("\n")[:-1]
    assert len(lines) == len(problems)
    for line, problem in zip(lines, problems, strict=True):
        match = _COMMAND.fullmatch(line)
        assert match, line
        assert match[1] == problem.severity
        settings = dict(part.split("=", 1) for part in match[2].split(","))
        assert settings["title"].startswith(problem.code)
        assert ("line" in settings) == bool(problem.place.line)


def test_annotations_as_github_takes_them(plan: Path, run: Run) -> None:
    change(plan / "v2.yaml", "tabled_by: ['100%']\ndate: 2026-02-20\n")
    assert run("validate", "--format", "github").out == (
        "::error file=plans/harbour/v2.yaml,line=4,col=13,title=PLC009 not an id or label"
        '::"100%25" cannot be an id%0A'
        "An id has letters, digits and _ . + - only, and begins with a letter or digit.\n"
    )


def test_json_of_a_plan_with_a_problem(plan: Path, run: Run) -> None:
    change(plan / "v2.yaml", "date: 2026-02-20\n")
    ran = run("validate", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out) == {
        "schema": "planctl/validate/1",
        "files": 3,
        "problems": [
            {
                "path": "plans/harbour/v2.yaml",
                "line": 5,
                "column": 13,
                "code": "PLC042",
                "title": "tabled before its parent",
                "severity": "warning",
                "message": "v2 was tabled before v1, which it is made from",
                "cure": "Correct the date or made_from.",
            }
        ],
    }


def test_counts_are_in_plain_english() -> None:
    error = Problem(FilePlace("a", 1, 1), "PLC001", "m", "c")
    warning = Problem(FilePlace("b", 1, 1), "PLC011", "m", "c")
    last = [
        text_of(as_lines(problems, 5)).split("\n")[-2]
        for problems in ([], [error], [error] * 2, [error, warning])
    ]
    assert last == [
        "No problems in 5 files.",
        "1 problem in 1 of 5 files.",
        "2 problems in 1 of 5 files.",
        "1 problem and 1 warning in 2 of 5 files.",
    ]
    assert text_of(as_lines([], 0)) == "No plan files to check.\n"


def test_gathering_names_files_as_they_were_asked_for(plan: Path) -> None:
    folders, alone = gathering.gather([Path("plans"), Path("plans/harbour/v1.yaml")])
    assert [folder.where for folder in folders] == ["plans/harbour"]
    assert [file.path for file in folders[0].files] == [
        f"plans/harbour/{n}.yaml" for n in ("plan", "v1", "v2")
    ]
    assert alone == []


# What it costs


def test_validate_loads_neither_git_nor_rich_nor_any_aligner(plan: Path) -> None:
    """The imports, not the clock: no library of another command is loaded."""
    code = (
        "import sys; from planctl.cli.app import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "validate", "plans"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "planctl.checks" in loaded
    for library in (
        "git",
        "rich",
        "rapidfuzz",
        "numpy",
        "scipy",
        "ruamel",
        "planctl.alignment",
        "planctl.store",
    ):
        assert library not in loaded
