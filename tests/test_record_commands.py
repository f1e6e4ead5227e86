"""``planctl record``, ``verify``, ``log``, and clones without the files: whole screens and exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.test_store import spring_load

Run = Callable[..., Ran]

FILES = {
    "plan.yaml": """\
title: Talks at the lake
parties:
  - {id: north, name: The North}
  - {id: south, name: The South}
""",
    "d1.yaml": """\
version: d1
title: The first draft
date: 2025-03-01
tabled_by: [north]
wording: verbatim
evidence: published
points:
  - number: 1
    text: >
      The lake is open to all.
""",
    "d2.yaml": """\
version: d2
title: The second draft
date: 2025-03-09
tabled_by: [south, north]
made_from: [d1]
wording: verbatim
evidence: published
points:
  - number: 1
    text: >
      The lake is open to both sides.
""",
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed plan in a repository, and the shell standing in it."""
    top = tmp_path / "work"
    folder = top / "plans" / "talks"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    monkeypatch.chdir(top)
    return top


def correct(top: Path) -> None:
    path = top / "plans" / "talks" / "d2.yaml"
    path.write_text(path.read_text().replace("both sides", "the two sides"))


def masked(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{12}\b", "<id>", text)


def test_what_a_person_sees(talks: Path, run: Run) -> None:
    assert masked(run("record", "--dry-run").out) == DRY
    assert git(talks, "branch", "--list", "planctl/*") == ""
    assert masked(run("record").out) == FIRST
    assert masked(run("record").out) == AGAIN
    assert run("verify").code == 0
    correct(talks)
    failed = run("verify")
    assert (failed.code, failed.out) == (1, DIFFERS)
    assert masked(run("record").out) == CORRECTED
    assert masked(run("verify").out) == "talks: the record matches the files: 2 versions, <id>\n"


def test_a_branch_of_the_former_name_is_renamed(talks: Path, run: Run) -> None:
    run("record")
    tip = git(talks, "rev-parse", "planctl/talks").strip()
    git(talks, "branch", "-m", "planctl/talks", "plans/talks")
    told = "It was plans/talks; it {} called planctl/talks from now on.\n"
    assert run("log").code == run("verify").code == 0
    assert told.format("would be") in run("record", "--dry-run").out
    assert git(talks, "branch", "--list", "planctl/*") == ""
    assert told.format("is") in run("record").out
    assert git(
        talks, "for-each-ref", "--format=%(refname)", "refs/heads/planctl", "refs/heads/plans"
    ).split() == ["refs/heads/planctl/talks"]
    assert git(talks, "rev-parse", "planctl/talks").strip() == tip
    assert masked(run("record").out) == AGAIN


def test_the_former_history_of_a_renamed_branch_stays_reachable(talks: Path, run: Run) -> None:
    run("record")
    git(talks, "branch", "-m", "planctl/talks", "plans/talks")
    before = git(talks, "rev-parse", "plans/talks").strip()
    correct(talks)
    said = json.loads(run("record", "--format", "json").out)
    assert said["renamed"] == "refs/heads/plans/talks"
    assert before in git(talks, "rev-list", "--glob=refs/planctl/*")
    assert run("verify").code == 0


def test_a_branch_of_somebody_else_under_the_former_name_stays(talks: Path, run: Run) -> None:
    git(talks, "branch", "plans/talks")
    assert masked(run("record").out) == FIRST
    assert git(talks, "rev-parse", "plans/talks") == git(talks, "rev-parse", "HEAD")


def test_a_branch_that_leaves_no_room_is_named(talks: Path, run: Run) -> None:
    git(talks, "branch", "planctl")
    assert run("record") == Ran(
        2,
        "",
        "planctl: a branch called planctl is in the way: git has no room for planctl/talks beside it\n"
        "  Give it another name: git branch -m planctl planctl-of-mine\n",
    )


DRY = """\
  d1  <id>  would be recorded
  d2  <id>  would be recorded
Branch planctl/talks would be at d2.
"""
FIRST = """\
  d1  <id>  recorded
  d2  <id>  recorded
Branch planctl/talks is at d2.
"""
AGAIN = """\
  d1  <id>  unchanged
  d2  <id>  unchanged
Nothing to record: branch planctl/talks is up to date.
"""
DIFFERS = """\
  d2  not as recorded: d2.yaml changed
  talks  the branch planctl/talks is not at d2
"""
NOT_YET = """\
  d1  not recorded
  d2  not recorded
  talks  the branch planctl/talks is not there
"""
CORRECTED = """\
  d1  <id>  unchanged
  d2  <id>  recorded again: d2.yaml changed (was <id>)
Branch planctl/talks is at d2.
The previous history stays reachable under refs/planctl/superseded/talks/ (1 ref).
"""


def test_before_a_record_there_is_no_branch(talks: Path, run: Run) -> None:
    ran = run("verify", "--plans", talks / "plans")
    assert (ran.code, ran.out) == (1, NOT_YET)


def test_a_changed_header_records_everything_anew(talks: Path, run: Run) -> None:
    run("record")
    path = talks / "plans" / "talks" / "plan.yaml"
    path.write_text(path.read_text() + "note: A lake.\n")
    told = masked(run("record").out)
    assert "  d1  <id>  recorded again: plan.yaml changed (was <id>)\n" in told
    assert "  d2  <id>  recorded again: plan.yaml changed; made from d1 (was <id>)\n" in told


def test_the_same_for_programs(talks: Path, run: Run) -> None:
    dry = json.loads(run("record", "--dry-run", "--format", "json").out)
    wet = json.loads(run("record", "--format", "json").out)
    assert (dry["dry_run"], dry["written"], wet["dry_run"], wet["written"]) == (True, False, False, True)
    assert dry["versions"] == wet["versions"]
    assert [each["state"] for each in wet["versions"]] == ["not recorded", "not recorded"]
    assert wet["versions"][1]["commit"] == git(talks, "rev-parse", "planctl/talks").strip()
    verified = json.loads(run("verify", "--format", "json").out)
    assert verified["equal"] is True
    correct(talks)
    ran = run("verify", "--format", "json")
    assert ran.code == 1
    assert [each["version"] for each in json.loads(ran.out)["differences"]] == ["d2", None]


def test_log_says_how_git_has_each_version(talks: Path, run: Run) -> None:
    dry = json.loads(run("record", "--dry-run", "--format", "json").out)["versions"]
    said = run("log").out
    assert all(f"not recorded, would be {each['commit'][:12]}" in said for each in dry)
    run("record")
    commit = git(talks, "rev-parse", "talks/d1^{commit}").strip()
    assert f"recorded as {commit[:12]}" in run("log").out
    correct(talks)
    said = run("log").out
    assert f"recorded as {commit[:12]}" in said
    old, new = git(talks, "rev-parse", "talks/d2^{commit}"), json.loads(run("record", "--format", "json").out)
    assert f"changed since recorded as {old[:12]}, now {new['versions'][1]['commit'][:12]}" in said


@pytest.mark.parametrize("bare", [False, True])
def test_a_clone_of_the_recorded_branch_alone_works(
    talks: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bare: bool
) -> None:
    commands = [
        ("diff", "d1", "d2"),
        ("show", "d1"),
        ("blame", "d2:1", "--no-git"),
        ("diff", "d1", "d2", "--format", "json"),
    ]
    run("record")
    here = [run(*words) for words in commands]
    options = ["--bare"] if bare else []
    to = tmp_path / "clone"
    git(talks, "clone", "-q", "--single-branch", "-b", "planctl/talks", *options, f"file://{talks}", str(to))
    shutil.rmtree(talks / "plans")
    monkeypatch.chdir(to)
    for words, before in zip(commands, here, strict=True):
        ran = run(*words)
        assert (ran.code, ran.out) == (0, before.out), ran.err
    assert run("log").out.count("recorded as") == 2
    assert run("verify").code == 0


def test_an_edit_in_a_recorded_work_tree_is_not_passed_over(
    talks: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("record")
    to = tmp_path / "clone"
    git(talks, "clone", "-q", "--single-branch", "-b", "planctl/talks", f"file://{talks}", str(to))
    monkeypatch.chdir(to)
    assert run("show", "d2").err == ""
    path = to / "d2.yaml"
    path.write_text(path.read_text().replace("both sides", "nobody"))
    ran = run("show", "d2")
    assert "both sides" in ran.out
    assert "d2.yaml here differs from the record" in ran.err


def test_outside_of_git(talks: Path, run: Run) -> None:
    shutil.rmtree(talks / ".git")
    for command in ("record", "verify"):
        ran = run(command)
        assert (ran.code, ran.out) == (2, "")
        assert "not in a git repository" in ran.err
        assert "git init" in ran.err
    assert run("log").code == 0


def test_a_broken_repository_does_not_stop_the_log(talks: Path, run: Run) -> None:
    (talks / ".git" / "HEAD").write_text("broken")
    ran = run("log")
    assert ran.code == 0
    assert "record unreadable" in ran.out
    assert run("record").code == 2


def test_the_bundled_example_is_not_recorded(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("record")
    assert ran.code == 2
    assert "planctl init --example" in ran.err


def test_the_checked_out_branch_is_left_alone(talks: Path, run: Run) -> None:
    run("record")
    correct(talks)
    git(talks, "symbolic-ref", "HEAD", "refs/heads/planctl/talks")
    before = git(talks, "rev-parse", "HEAD")
    ran = run("record")
    assert ran.code == 2
    assert "git switch" in ran.err
    assert git(talks, "rev-parse", "HEAD") == before


def test_a_corrupt_record_is_one_clear_error(talks: Path) -> None:
    command = [sys.executable, "-m", "planctl"]
    root = {"PYTHONPATH": str(Path(__file__).parent.parent)}
    subprocess.run([*command, "record"], check=True, capture_output=True, env=os.environ | root)
    (pack,) = (talks / ".git" / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    data = bytearray(pack.read_bytes())
    data[12:-20] = bytes(len(data) - 32)
    pack.write_bytes(bytes(data))
    done = subprocess.run(
        [*command, "verify"], check=False, capture_output=True, text=True, env=os.environ | root
    )
    assert done.returncode == 2
    assert done.stdout == ""
    first, second = done.stderr.splitlines()
    assert first.startswith("planctl: ")
    assert "git fsck shows" in second


def test_no_command_runs_anything_of_a_hostile_repository(talks: Path, run: Run, tmp_path: Path) -> None:
    run("record")
    mark = spring_load(talks, tmp_path)
    for words in (
        ("log",),
        ("diff", "d1", "d2"),
        ("diff", "d2@HEAD", "d2"),
        ("show", "d2@2030-01-01"),
        ("blame", "d2:1"),
        ("verify",),
        ("git-config",),
        ("git-config", "--enable"),
        ("git-config", "--disable"),
    ):
        ran = run(*words)
        assert ran.code == 0, ran.err
    correct(talks)
    assert run("record").code == 0
    assert run("verify").code == 0
    assert not mark.exists(), mark.read_text()
