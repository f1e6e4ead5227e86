"""PyYAML, imported without the patterns that it compiles for things planctl does not ask of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class _Uncompiled:
    """A pattern that is compiled when something is first asked of it."""

    def __init__(self, *pattern_and_flags: Any) -> None:
        self._written = pattern_and_flags

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(*self._written), name)


@contextmanager
def _patterns_put_off() -> Iterator[None]:
    """Its Python reader's and its typing of values, of which the C parser's events need neither.

    They take 6 ms of the 240 of ``planctl diff``. Nothing is put off where other threads run.
    """
    threading = sys.modules.get("threading")
    if threading and threading.active_count() > 1:
        yield
        return
    compile_now = re.compile
    re.compile = _Uncompiled  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_now


with _patterns_put_off():
    import yaml

__all__ = ["yaml"]
