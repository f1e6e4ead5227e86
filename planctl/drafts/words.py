"""Words and labels of a draft as a plan file can hold them: nothing but what it refuses is taken away."""

from __future__ import annotations

import re
import unicodedata

from planctl.models import CLOSING, HEADING, PREAMBLE, added
from planctl.planfile import without_refused

_LONGEST_LABEL = 40
_NO_LABEL = re.compile(rf"_\d+|{PREAMBLE}|{CLOSING}|{HEADING}")
"""What paths call units that have no label."""


def clean(text: str) -> str:
    """The text without the characters that no plan file may hold."""
    return without_refused(text).strip()


def on_one_line(text: str) -> str:
    """The same on one line, for headings and labels."""
    return " ".join(clean(text).split())


def fits(label: str) -> bool:
    """Whether a label, on one line, can be the label of a unit."""
    return bool(label) and len(label) <= _LONGEST_LABEL and not _NO_LABEL.fullmatch(label)


def joined(*parts: str) -> str:
    """Parts of one paragraph: on one line after a full stop or the like, else each on its own."""
    filled = [part for part in parts if part]
    text = "".join(f"{part}{' ' if part[-1] in '.:;,)?!' else chr(10)}" for part in filled[:-1])
    return text + filled[-1] if filled else ""


def key(label: str, *parents: str) -> str:
    """What two labels beside each other must not share: how they were typed is no difference."""
    full = added(label, *parents) if "." in label else label
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", full))
