"""Names that not every system can hold, titles that no plan may have, and what a killed init leaves."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl import checks, store
from planctl.errors import BadReference, Refused
from planctl.models import ID_PATTERN, is_device, unfit_name, unfit_names
from planctl.workspace.gathering import read_folder
from tests.base_plan import lay
from tests.conftest import Ran

Run = Callable[..., Ran]
IDS = st.from_regex(ID_PATTERN.rstrip("$"), fullmatch=True)


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan in a repository, and the folder above it as working folder."""
    git(tmp_path, "init", "-q", ".")
    monkeypatch.chdir(tmp_path)
    return lay(tmp_path)


def rename(plan: Path, old: str, new: str) -> None:
    for file in plan.iterdir():
        file.write_text(file.read_text().replace(f"{old}]", f"{new}]").replace(f"[{old}:", f"[{new}:"))
    text = (plan / f"{old}.yaml").read_text()
    (plan / f"{old}.yaml").unlink()
    (plan / f"{new}.yaml").write_text(text.replace(f"version: {old}\n", f"version: {new}\n"))


@given(IDS)
def test_what_passes_is_a_name_that_git_takes(name: str) -> None:
    if not unfit_name(name):
        store.check_ref(f"refs/tags/plan/{name}")
        store.check_ref(f"refs/heads/planctl/{name}")


@given(st.lists(IDS, max_size=6))
def test_names_that_pass_are_different_files_on_every_disk(names: list[str]) -> None:
    found = unfit_names(names, "plan")
    left = [name for name in dict.fromkeys(names) if name not in found]
    assert len({name.lower() for name in left} | {"plan"}) == len(left) + 1
    assert set(found) <= set(names)


DEVICES = ["con", "CON", "Nul", "aux", "prn", "com1", "LPT9", "con.v2", "nul.tar.gz"]
NO_TAGS = ["v1.", "v1..2", "v1.lock", "v..", "plan.lock"]


@pytest.mark.parametrize("name", [*NO_TAGS, "plan", "PLAN", "Plan"])
def test_names_that_not_every_system_holds(name: str) -> None:
    assert unfit_names([name], "plan")[name]


@pytest.mark.parametrize(
    "name", ["v1", "con1", "com", "com10", "com0", "lpt", "auxiliary", "v1.2", "plan2", "nul-1"]
)
def test_names_that_only_look_like_those(name: str) -> None:
    assert not unfit_names([name], "plan")
    assert not is_device(name)


@pytest.mark.parametrize("name", DEVICES)
def test_names_of_devices_are_pointed_out_and_recorded(plan: Path, run: Run, name: str) -> None:
    rename(plan, "v1", name)
    ran = run("validate", "plans")
    assert (ran.code, ran.out.count("PLC056  warning: Windows keeps the name")) == (0, 1)
    assert run("validate", "--strict", "plans").code == 1
    assert run("record").code == 0
    assert run("verify").code == 0
    plan.rename(plan.parent / "aux")
    assert 'plans/aux  PLC056  warning: Windows keeps the name "aux"' in run("validate", "plans").out


@pytest.mark.parametrize(
    ("name", "why"),
    [("PLAN", "PLAN.yaml and plan.yaml are"), ("V2", "V2.yaml"), ("v1.", "no tag")],
)
def test_validate_and_record_refuse_them(plan: Path, run: Run, name: str, why: str) -> None:
    if name == "V2":
        shutil.copy(plan / "v2.yaml", plan / "V2.yaml")
        (plan / "V2.yaml").write_text((plan / "V2.yaml").read_text().replace("version: v2", "version: V2"))
    else:
        rename(plan, "v1", name)
    ran = run("validate", "plans")
    assert ran.code == 1
    assert ran.out.count("PLC046") == 1
    assert why in ran.out
    recorded = run("record")
    assert recorded.code == 2
    assert not recorded.out
    assert git(plan, "for-each-ref") == ""


@pytest.mark.parametrize("name", ["harbour.", "a..b", "x.lock"])
def test_the_names_of_plans_are_judged_alike(plan: Path, run: Run, name: str) -> None:
    plan.rename(plan.parent / name)
    ran = run("validate", "plans")
    assert ran.code == 1
    assert f'plans/{name}  PLC046  no plan can be called "{name}"' in ran.out
    assert run("record").code == 2
    assert git(plan.parent, "for-each-ref") == ""
    assert run("init", name).code == 2


def test_every_spelling_after_the_first_is_told() -> None:
    found = unfit_names(["v1", "V1", "v2", "v1"], "plan")
    assert list(found) == ["V1"]


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("", "title is empty"),
        (" \t ", "title is empty"),
        ("a\x1b[31mred", "control character U+001B"),
        ("bell\x07", "control character U+0007"),
        ("\u202egnitirw", "changes the direction"),
        ("two\u2028lines", "control character U+2028"),
        ("\x7f", "control character U+007F"),
        ("a\udcffb", "not UTF-8"),
    ],
)
def test_init_takes_no_title_that_validate_would_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, title: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("init", "harbour", "--title", title)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("planctl: invalid --title: ")
    assert why in ran.err
    assert not list(tmp_path.iterdir())


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_title_is_taken_exactly_if_its_plan_is_right(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    from planctl.cli.init import init

    plans = tmp_path_factory.mktemp("titles")
    try:
        init("harbour", None, title, plans)
    except BadReference:
        assert not list(plans.iterdir())
    else:
        found = checks.find(read_folder(plans / "harbour").files)
        assert not [problem for problem in found if problem.severity == "error"]


@pytest.mark.parametrize("name", ["a" * 101, "a" * 300, "con", "a.", "LPT1.x", "\udcff", "a\n"])
def test_init_takes_no_name_that_a_plan_cannot_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("init", name)
    assert (ran.code, ran.out) == (2, "")
    assert "is not a valid plan name" in ran.err
    assert not list(tmp_path.iterdir())


def test_what_a_killed_init_leaves_is_no_plan(plan: Path, run: Run) -> None:
    commands = [
        ("validate",),
        ("validate", "plans"),
        ("log",),
        ("diff",),
        ("share",),
        ("show", "v1"),
        ("claims",),
    ]
    before = [run(*words) for words in commands]
    shutil.copytree(plan, plan.parent / ".planctl-0123456789abcdef")
    shutil.copytree(plan, plan.parent / ".other")
    assert [run(*words) for words in commands] == before
    assert run("record").code == 0
    shutil.rmtree(plan)
    assert "branch planctl/harbour" in run("log").out  # the record, not what is left
    assert run("init", "harbour").code == 0


def test_files_whose_names_begin_with_a_dot_are_no_versions(plan: Path, run: Run) -> None:
    """What editors and killed runs leave; ``validate`` never took them for versions either."""
    before = run("log")
    (plan / ".v1.yaml").write_text("version: [broken\n")
    (plan / "._v2.yaml").write_bytes(b"\x00\x05\x16\x07")
    assert run("log") == before
    assert run("record").code == 0


@pytest.mark.parametrize("way", ["bare", "work tree"])
def test_a_record_without_files_is_validated(
    plan: Path, run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    (plan / "v2.yaml").write_text((plan / "v2.yaml").read_text().replace("sources: [gazette]\n", ""))
    said = run("validate", "plans/harbour", "--format", "json")
    assert said.code == 1
    assert run("record").code == 0
    to = tmp_path_factory.mktemp("clone") / "clone"
    options = ["--bare"] if way == "bare" else []
    git(
        plan,
        "clone",
        "-q",
        "--single-branch",
        "-b",
        "planctl/harbour",
        *options,
        f"file://{plan.parent.parent}",
        str(to),
    )
    monkeypatch.chdir(to)
    ran = run("validate", "--format", "json")
    assert ran.code == 1
    here, there = (json.loads(each.out) for each in (said, ran))
    assert there["files"] == here["files"] == 3
    assert [p["code"] for p in there["problems"]] == [p["code"] for p in here["problems"]]
    assert {p["path"] for p in there["problems"]} == {"branch planctl/harbour/v2.yaml"}


def test_make_history_says_which_name_is_wrong(plan: Path) -> None:
    from planctl.cli.recorded import history_of
    from planctl.workspace import open_folder

    rename(plan, "v1", "Plan")
    with pytest.raises(Refused, match='"Plan" cannot be recorded'):
        history_of(open_folder(plan))
