"""The encoder behind ``--semantic``, with a word on standard error when it has much to read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from planctl.cli.messages import remark

if TYPE_CHECKING:
    from planctl.alignment.meaning import Meaning

_PATIENCE = 3.0
"""Seconds that pass between two words about progress; plans of ordinary size are done before the first."""


def encoder(*, wanted: bool) -> Meaning | None:
    """The encoder if it is wanted. Raises ``MissingExtra`` if it is not installed."""
    if not wanted:
        return None
    from planctl.alignment.meaning import Meaning

    return Meaning(_Progress().report)


class _Progress:
    """Says how far the reading of sentences has come, every few seconds."""

    def __init__(self) -> None:
        self._reported: float | None = None

    def report(self, done: int, of: int) -> None:
        now = time.monotonic()
        if self._reported is None:
            self._reported = now
        elif now - self._reported >= _PATIENCE:
            self._reported = now
            remark(f"{done:,} of {of:,} sentences encoded")
