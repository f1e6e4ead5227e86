"""git and the pager are taken from the path, never from the folder somebody stands in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planctl import programs
from planctl.store.process import environment, program
from planctl.writers import console


def place(folder: Path, name: str = "tool") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text('#!/bin/sh\ntouch "$(dirname "$0")/ran"\nexit 1\n')
    file.chmod(0o755)
    return file


@pytest.mark.parametrize("before", [".", "", "./", "bin", "..", "./bin", "~/bin"])
def test_a_relative_folder_of_the_path_is_passed_over(
    before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for trap in (tmp_path / "here", tmp_path / "here/bin", tmp_path, tmp_path / "here/~/bin"):
        place(trap)
    right = place(tmp_path / "right")
    monkeypatch.chdir(tmp_path / "here")
    for path in (f"{before}:{right.parent}", f"{right.parent}:{before}", f"::{before}:{right.parent}:"):
        assert programs.find("tool", path) == str(right)
    assert programs.find("tool", before) is None
    assert programs.find("./tool", str(right.parent)) is None
    assert programs.find("here/tool", str(tmp_path)) is None


def test_what_is_no_program_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a" / "tool").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "tool").write_text("no program")
    right = place(tmp_path / "c")
    path = os.pathsep.join(str(tmp_path / name) for name in "abc")
    assert programs.find("tool", path) == str(right)
    assert programs.find(str(right), None) == str(right)
    assert programs.find(str(tmp_path / "b" / "tool"), path) is None
    assert programs.find("", path) is None


def test_names_of_programs_on_windows(tmp_path: Path) -> None:
    endings = (".com", ".exe")
    place(tmp_path, "tool")
    right = place(tmp_path, "tool.exe")
    assert programs.find("tool", str(tmp_path), endings) == str(right)
    assert programs.find("tool.exe", str(tmp_path), endings) == str(right)


def test_no_path_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    assert programs.safe_path(None).split(os.pathsep) == os.defpath.split(os.pathsep)
    monkeypatch.setenv("PATH", f".:{os.environ['PATH']}:")
    assert Path(program()).is_absolute()
    assert all(Path(folder).is_absolute() for folder in environment({})["PATH"].split(os.pathsep))


@pytest.mark.parametrize("pager", ["./tool", "tool", "sub/tool", "'tool", "tool 'a", '""', "''"])
def test_a_pager_of_the_working_folder_is_not_run(
    pager: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place(tmp_path)
    place(tmp_path / "sub")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".::{os.environ['PATH']}")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", pager)
    monkeypatch.setattr(console, "_is_terminal", lambda: True)
    console.write("the text\n")
    assert capsys.readouterr().out == "the text\n"
    assert not list(tmp_path.rglob("ran"))
