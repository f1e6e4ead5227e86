"""Names of provisions in a row of substance."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.models import Version
from planctl.pages.phrases import in_words

OPENING = "opening words"
"""How the lead text of a point with items is named."""


def labels_of(
    version: Version, provisions: Sequence[int], name: str = "", *, several: bool = False
) -> list[str]:
    """Labels of provisions (0-based); the lead text of a point that has items must not pass for the point.

    ``name`` is put before the first; ``several``: there are leads of other points that it could be.
    """
    units = [version.provisions[k] for k in provisions]
    several = several or len({unit.point for unit in units}) > 1
    leads = [unit.point for unit in units if unit.item is None and len(version.find(unit.point)) > 1]
    items = [unit.label for unit in units if unit.item is not None or len(version.find(unit.point)) == 1]
    if not leads:
        return [f"{name}{items[0]}", *items[1:]]
    points = f" of {name}{in_words(leads)}" if name or several else ""
    return [f"{OPENING}{points}", *items]
