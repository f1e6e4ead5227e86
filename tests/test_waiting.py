"""Progress: a line on standard error for a person who waits at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from planctl import progress
from planctl.cli import waiting
from planctl.cli.waiting import StatusLine
from planctl.workspace import open_folder
from tests.base_plan import lay
from tests.conftest import Ran

Run = Callable[..., Ran]


class Terminal(io.StringIO):
    """A terminal that keeps what was written, and says when anything was."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.seen.set()
        return super().write(text)


class Clock:
    """A clock that stands still."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_line_appears_after_a_second_and_counts() -> None:
    stream, clock = io.StringIO(), Clock()
    line = StatusLine(stream, 80, clock)
    line.tick()
    clock.now = 0.9
    line.step("reading versions", 3, 1200)
    line.tick()
    assert not stream.getvalue()
    clock.now = 2.4
    line.tick()
    assert stream.getvalue() == "\rplanctl: reading versions 3 of 1,200, 2 s"
    line.step("comparing", 0, 0)
    line.tick()
    assert stream.getvalue().endswith(
        "\r" + "planctl: comparing, 2 s".ljust(len("planctl: reading versions 3 of 1,200, 2 s"))
    )


def test_the_line_is_taken_away_before_anything_else_and_never_longer_than_the_terminal() -> None:
    stream, clock = io.StringIO(), Clock()
    line = StatusLine(stream, 20, clock)
    clock.now = 5
    line.step("reading a file of a very long name", 0, 0)
    line.tick()
    assert stream.getvalue() == "\rplanctl: reading a f"[:20]
    line.hush(for_good=False)
    assert stream.getvalue().endswith("\r" + " " * 19 + "\r")
    line.tick()
    line.hush(for_good=True)
    size = len(stream.getvalue())
    line.tick()
    line.hush(for_good=True)
    assert len(stream.getvalue()) == size


def test_a_terminal_that_went_away_is_no_failure() -> None:
    stream, clock = io.StringIO(), Clock()
    line = StatusLine(stream, 80, clock)
    clock.now = 5
    stream.close()
    line.tick()
    line.hush(for_good=True)


def test_a_person_at_a_terminal_sees_it_and_the_answer_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(waiting, "QUIET_SECONDS", 0.0)
    monkeypatch.setattr(waiting, "_TICK", 0.001)
    with waiting.waiting():
        progress.step("tracing words", 1, 2)
        assert stream.seen.wait(60)
        progress.hush()
        size = len(stream.getvalue())
        assert stream.getvalue().endswith("\r")
    assert len(stream.getvalue()) == size
    assert "planctl: " in stream.getvalue()


@pytest.mark.parametrize("dumb", [True, False])
def test_nobody_else_sees_anything(monkeypatch: pytest.MonkeyPatch, *, dumb: bool) -> None:
    stream = Terminal() if dumb else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "dumb" if dumb else "xterm")
    monkeypatch.setattr(waiting, "QUIET_SECONDS", 0.0)
    with waiting.waiting():
        progress.step("tracing words")
        assert not any("waiting" in thread.name for thread in __import__("threading").enumerate())
    assert not stream.getvalue()


class Heard:
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int, int]] = []

    def step(self, what: str, done: int, of: int) -> None:
        self.steps.append((what, done, of))

    def hush(self, *, for_good: bool) -> None:  # noqa: ARG002
        self.steps.append(("hush", 0, 0))


def test_those_who_read_many_files_say_how_far_they_have_come(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    heard = Heard()
    with progress.observed(heard):
        assert open_folder(plan).plan
    assert heard.steps == [("reading versions", 0, 2), ("reading versions", 1, 2), ("hush", 0, 0)]
    heard = Heard()
    with progress.observed(heard):
        run("validate", plan)
    assert [each[1:] for each in heard.steps if each[0].startswith("reading")] == [(0, 3), (1, 3), (2, 3)]
    assert heard.steps[4] == ("hush", 0, 0)
