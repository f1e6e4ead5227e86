"""Kinds of change: what each is called, which are counted even where there are none, which have shapes.

One place: a new kind is a member of ``planctl.diff.Kind`` and, if it differs from the others, a line here.
"""

from __future__ import annotations

from planctl.diff import Change, Kind, Part

ALWAYS = frozenset((Kind.unchanged, Kind.edited, Kind.added, Kind.dropped))
"""Those that a summary counts even where there are none."""
SHAPES = frozenset((Kind.merged, Kind.split, Kind.recast))
"""Those of which a summary says how many became how many."""
ONE_SIDED = frozenset((Kind.added, Kind.dropped))
"""Those of points that stand on one side only."""
COPIED = {Kind.split: "copied", Kind.merged: "duplicates merged"}
"""What a kind is called where one text only stands several times on the other side."""
NAMES = tuple(kind.value for kind in Kind) + tuple(COPIED.values())
"""All of them, in the order in which a summary counts them."""


def name(change: Change | Part) -> str:
    """The kind in a word or two."""
    return COPIED.get(change.kind, "") if change.copied else change.kind.value
