"""Names that git or a disk cannot hold, and those that Windows keeps for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[1-9])(?:\..*)?", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Whether Windows keeps the name for a device, so that no file there can have it."""
    return bool(_DEVICE.fullmatch(name))


def unfit_name(name: str) -> str:
    """Why no plan or version can have that id, which names files, folders and tags; empty when it may."""
    if name.endswith((".", ".lock")) or ".." in name:
        return 'git takes no tag whose name ends in "." or ".lock" or holds ".."'
    return ""


def unfit_names(names: Iterable[str], taken: str) -> dict[str, str]:
    """Why some of these ids of versions must be others, by id: see ``unfit_name``, or two files are one.

    Many disks take capitals and small letters for the same. ``taken`` is an id that the plan itself uses.
    """
    seen = {taken.lower(): taken}
    reasons: dict[str, str] = {}
    for name in dict.fromkeys(names):
        first = seen.setdefault(name.lower(), name)
        if name == taken or first != name:
            reasons[name] = f"on many disks {name}.yaml and {first}.yaml are the same file"
        elif why := unfit_name(name):
            reasons[name] = why
    return reasons
