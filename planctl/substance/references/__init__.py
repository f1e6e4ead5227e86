"""References: what a text points to, its own points and those of other texts.

``find`` reads the references of a text: each with its whole printed name, its numbers (lists and ranges
spelled out), and what the text says of where they belong. ``spans`` gives the stretches in which no number
is a quantity. ``compare`` says which references differ between two wordings; with ``OwnPoints`` it goes by
the point that a reference names: one that follows a renumbering is no difference, one that stayed behind is.
Words of all languages are read at once, so that no language need be recognised.
"""

from planctl.substance.references.comparing import GONE, STALE, Changed, compare
from planctl.substance.references.finding import Reference, find
from planctl.substance.references.own import (
    NO_POINTS,
    SEVERAL,
    OwnLabel,
    OwnPoints,
    Points,
    Target,
    keywords_of,
    label_of,
)
from planctl.substance.references.rows import row, rows

__all__ = [
    "GONE",
    "NO_POINTS",
    "SEVERAL",
    "STALE",
    "Changed",
    "OwnLabel",
    "OwnPoints",
    "Points",
    "Reference",
    "Target",
    "compare",
    "find",
    "keywords_of",
    "label_of",
    "row",
    "rows",
    "spans",
]


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the references of a text stand, with all else in which a number is no quantity: addresses,
    numbers of houses. In order, 0-based, half-open, without overlap."""
    return tuple((each.start, each.end) for each in find(text))
