"""Ids that names of files and people suggest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from pathlib import PurePath

from planctl.models import LONGEST_ID, is_device, unfit_name

_UNFIT = re.compile(r"[^A-Za-z0-9_.+]+")
_MONTH, _DAY = "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_DATE = re.compile(rf"(?<!\d)((?:19|20)\d\d)(?:[-_. ]?{_MONTH}[-_. ]?{_DAY}|[-_.]{_MONTH})(?!\d)", re.ASCII)
_ROOM = 20
"""Letters kept for what makes an id unlike others."""


def id_of(name: str, taken: Container[str] = (), otherwise: str = "draft") -> str:
    """An id made of a name, none of those ``taken``: ``first-draft`` of ``First draft.docx``."""
    stem = PurePath(name).stem if "." in name else name
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    made = _UNFIT.sub("-", plain).strip("-_.+")[: LONGEST_ID - _ROOM].rstrip("-_.+").lower() or otherwise
    made = f"{made}-1" if unfit_name(made) or is_device(made) else made
    free, number = made, 1
    while free in taken:
        number += 1
        free = f"{made}-{number}"
    return free


def date_in(name: str) -> str:
    """The one day or month that a file's name holds, as ``2025-11-20`` or ``2025-11``; else empty."""
    dates = {"-".join(filter(None, match.groups())) for match in _DATE.finditer(PurePath(name).stem)}
    return dates.pop() if len(dates) == 1 else ""
