"""Differing references as rows of substance."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.substance.differences import Difference, Spot
from planctl.substance.references.comparing import Changed, compare
from planctl.substance.references.own import NO_POINTS, Points


def rows(old: str, new: str, points: tuple[Points, Points] | None = None) -> Iterator[Difference]:
    """The references that differ between two wordings of a provision, in order of place; never raises.

    Texts that are equal differ where what a number stands for has changed: see ``compare``.
    """
    return map(row, compare(old, new, points or (NO_POINTS, NO_POINTS)))


def row(changed: Changed) -> Difference:
    """One reference that differs as a row."""
    old, new = changed.old, changed.new
    return Difference(
        kind="reference",
        old=old.text if old else None,
        new=new.text if new else None,
        change=changed.change,
        old_at=Spot(old.start, old.end) if old else None,
        new_at=Spot(new.start, new.end) if new else None,
    )
