"""How far a long step has come, for a person who waits. Said by those who work, heard only at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Observer(Protocol):
    """Whoever shows to a person how far a command has come."""

    def step(self, what: str, done: int, of: int) -> None:
        """``what`` is under way: ``done`` of so many, 0 of 0 where nobody counts."""

    def hush(self, *, for_good: bool) -> None:
        """Something else is about to be shown: make room for it, and be silent afterwards if ``for_good``."""


_observer: ContextVar[Observer | None] = ContextVar("planctl_progress", default=None)


@contextmanager
def observed(observer: Observer) -> Iterator[None]:
    """Steps in this ``with`` statement are reported to an observer."""
    before = _observer.set(observer)
    try:
        yield
    finally:
        observer.hush(for_good=True)
        _observer.reset(before)


def step(what: str, done: int = 0, of: int = 0) -> None:
    """Say what is under way, and how much of it is done."""
    observer = _observer.get()
    if observer is not None:
        observer.step(what, done, of)


def hush(*, for_good: bool = True) -> None:
    """Make room for something else that is about to be shown."""
    observer = _observer.get()
    if observer is not None:
        observer.hush(for_good=for_good)
