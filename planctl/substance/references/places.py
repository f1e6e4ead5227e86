"""What stands at a place of a text: blanks and words."""

from __future__ import annotations

import re

from planctl.substance.references.numbers import BLANK
from planctl.substance.references.words import low

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|\xad|-(?=[^\W\d_]))*+")
_BLANKS = re.compile(rf"{BLANK}{{0,8}}")


def gap(text: str, at: int) -> int:
    """Where the next sign stands that is no blank."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def word_at(text: str, at: int) -> tuple[str, int]:
    """The word at a place in its looked-up form, and its end; empty if there is none."""
    match = WORD.match(text, at)
    return (low(match[0]), match.end()) if match else ("", at)
