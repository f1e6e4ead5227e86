"""Names that not every disk or git can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[1-9])(?:\..*)?", re.IGNORECASE)


def unfit_name(name: str) -> str:
    """Why no plan or version should have that id, which names files, folders and tags; empty when it may."""
    if _DEVICE.fullmatch(name):
        return "Windows keeps that name for a device"
    if name.endswith((".", ".lock")) or ".." in name:
        return 'git takes no tag whose name ends in "." or ".lock" or holds ".."'
    return ""


def unfit_names(names: Iterable[str], taken: str) -> dict[str, str]:
    """Why some of these ids of versions should be others, by id: see ``unfit_name``, or two files are one.

    Many disks take capitals and small letters for the same. ``taken`` is an id that the plan itself uses.
    """
    seen = {taken.lower(): taken}
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        other = seen.setdefault(name.lower(), name)
        if name == taken or other != name:
            found[name] = f"on many disks {name}.yaml and {other}.yaml are the same file"
        elif why := unfit_name(name):
            found[name] = why
    return found
