"""Two versions -> what became of every point, named from the shape of the links."""

from planctl.diff.changes import (
    Change,
    Comparison,
    Copy,
    Kind,
    Note,
    Part,
    Substitution,
    Summary,
    has_near_rival,
)
from planctl.diff.compare import compare
from planctl.diff.selection import KINDS, select

__all__ = [
    "KINDS",
    "Change",
    "Comparison",
    "Copy",
    "Kind",
    "Note",
    "Part",
    "Substitution",
    "Summary",
    "compare",
    "has_near_rival",
    "select",
]
