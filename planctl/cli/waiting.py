"""A line on standard error that says how far a command has come, once a person at a terminal has to wait."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

QUIET_SECONDS = 1.0
"""Seconds before the line appears: most commands are done by then."""
_TICK = 0.25
_START = "working"


class StatusLine:
    """One line that is written over itself, and taken away before anything else is shown."""

    def __init__(self, stream: TextIO, width: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._width, self._clock = stream, width, clock
        self._begun = clock()
        self._what, self._done, self._of = _START, 0, 0
        self._shown = 0
        self.is_over = False

    def step(self, what: str, done: int, of: int) -> None:
        """What is under way now; ``tick`` shows it."""
        self._what, self._done, self._of = what, done, of

    def tick(self) -> None:
        """Write the line anew, if patience is over and nothing else is being shown."""
        seconds = self._clock() - self._begun
        if self.is_over or seconds < QUIET_SECONDS:
            return
        count = f" {self._done:,} of {self._of:,}" if self._of else ""
        text = f"planctl: {self._what}{count}, {seconds:.0f} s"[: self._width - 1]
        self._write(f"\r{text.ljust(self._shown)}")
        self._shown = len(text)

    def hush(self, *, for_good: bool) -> None:
        """Take the line away."""
        self.is_over = self.is_over or for_good
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r")
            self._shown = 0

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a terminal that went away has nobody who waits
            self._stream.write(text)
            self._stream.flush()


@contextmanager
def waiting() -> Iterator[None]:
    """Show how far the command has come, if standard error is a terminal that can write over a line."""
    stream = sys.stderr
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    from threading import Event, Thread

    from planctl import progress

    line, over = StatusLine(stream, shutil.get_terminal_size().columns), Event()

    def run() -> None:
        while not over.wait(_TICK) and not line.is_over:
            line.tick()

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        with progress.observed(line):
            yield
    finally:
        over.set()
        thread.join()
        line.hush(for_good=True)
