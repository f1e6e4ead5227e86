"""Files that never end, folders without end, more than one command reads: refused at once, and clearly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planctl import limits
from planctl.errors import Refused
from planctl.workspace import read_file
from tests.base_plan import lay
from tests.test_record_commands import Run

COMMANDS = ("log", "claims", "share", "blame 1", "show v2", "diff v1 v2", "validate", "record", "verify")
UNFIT = (
    "/dev/zero",
    "/dev/stdin",
    "/dev/random",
    "/proc/self/maps",
    "/proc/version",
    "/proc/kmsg",
    "/proc/self/mem",
)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay(tmp_path)


@pytest.mark.parametrize("place", UNFIT)
def test_what_the_system_makes_up_is_no_file(place: str) -> None:
    if not Path(place).exists():
        pytest.skip("this system has none")
    with pytest.raises(Refused, match=r"not a file|cannot be read|link that leads out"):
        read_file(Path(place), Path(place).parent)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_in_place_of_a_version_is_refused_at_once(command: str, plan: Path, run: Run) -> None:
    (plan / "v2.yaml").unlink()
    os.mkfifo(plan / "v2.yaml")
    ran = run(*command.split())
    assert ran.code == (1 if command == "validate" else 2)
    assert "not a file" in " ".join((ran.out + ran.err).split())


def test_a_pipe_in_place_of_a_header_is_refused_at_once(plan: Path, run: Run) -> None:
    (plan / "plan.yaml").unlink()
    os.mkfifo(plan / "plan.yaml")
    assert "plan.yaml  PLC037  not a file" in run("validate", "plans").out
    assert run("show", "v2", "--plans", "plans").code == 2


@pytest.mark.parametrize("command", ["show", "validate", "diff"])
def test_a_device_named_as_a_version(command: str, plan: Path, run: Run) -> None:
    (plan / "v3.yaml").symlink_to("/dev/zero")
    words = {"show": ["v3"], "validate": [], "diff": ["v1", "v3"]}[command]
    ran = run(command, *words)
    assert ran.code == (1 if command == "validate" else 2)
    assert "a link that leads out of the plan folder" in " ".join((ran.out + ran.err).split())


def test_a_sparse_file_is_not_read(plan: Path, run: Run) -> None:
    with (plan / "v3.yaml").open("wb") as file:
        file.truncate(1 << 40)
    told = run("show", "v3")
    assert told.code == 2
    assert "larger than 10 MB and was not read" in " ".join(told.err.split())
    assert "A plan file has at most 10,485,760 bytes" in " ".join(told.err.split())


def test_what_one_command_reads_is_limited_in_all(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("validate").code == 0
    monkeypatch.setattr(limits, "TOTAL_LIMIT", 3000)  # three small files count a kilobyte each
    for command in ("validate", "share", "blame 1", "log"):
        told = run(*command.split())
        assert told.code == 2
        assert "One command reads at most 3,000 bytes" in " ".join(told.err.split())


def test_the_limit_is_of_one_command_not_of_a_process(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TOTAL_LIMIT", 20_000)
    for _ in range(5):
        assert run("validate").code == 0


def test_keys_and_texts_count_towards_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    from planctl import planfile

    text = b"title: T\nclaims:\n" + b"- a\n" * 1000
    monkeypatch.setattr(limits, "TOTAL_LIMIT", 60_000)
    with limits.total():
        planfile.read(text, "plan.yaml")
        with pytest.raises(limits.TooMuch):
            planfile.read(text, "plan.yaml")


@pytest.mark.parametrize("where", ["plans", "plans/harbour"])
@pytest.mark.parametrize("command", ["validate", "validate plans", "log", "diff v1 v2"])
def test_a_folder_without_end_is_not_looked_through(
    where: str, command: str, plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        Path(where, f"note-{number}").touch()
    assert run(*command.split()).code == 0
    monkeypatch.setattr(limits, "NAMES_LIMIT", 15)
    told = run(*command.split())
    assert told.code == 2
    assert "holds more than 15 files and was not searched" in " ".join(told.err.split())


def test_any_folder_may_be_stood_in(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in range(20):
        (tmp_path / f"note-{number}").touch()
    monkeypatch.setattr(limits, "NAMES_LIMIT", 15)
    assert run("diff", "v1", "v2").code == 0
