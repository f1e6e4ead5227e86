"""Kinds of change: what each is called, which are counted even where there are none, which have shapes.

One place: a new kind is a member of ``planctl.diff.Kind`` and, if it differs from the others, a line here.
"""

from __future__ import annotations

from planctl.diff import Change, Kind, Part

ALWAYS = (Kind.unchanged, Kind.edited)
"""Those that a summary counts even where there are none."""
SHAPES = frozenset((Kind.merged, Kind.split, Kind.recast))
"""Those of which a summary says how many became how many."""
COPIED = {Kind.split: "copied", Kind.merged: "duplicates merged"}
"""What a kind is called where one text only stands several times on the other side."""


def name(change: Change | Part) -> str:
    """The kind in a word or two: ``edited``, ``only in v28``, ``dropped in part``."""
    if isinstance(change, Change) and change.is_partial:
        return f"{_named(change.partly or change.kind, change)} in part"
    return COPIED.get(change.kind, "") if change.copied else _named(change.kind, change)


def _named(kind: Kind, change: Change | Part) -> str:
    return f"only in {change.absence.holder}" if kind is Kind.only and change.absence else kind.value


def rank(change: Change) -> tuple[int, bool]:
    """Sorts changes in the order in which a summary counts them."""
    return list(Kind).index(change.kind), change.copied
