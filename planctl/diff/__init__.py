"""Two versions -> what became of every point, named from the shape of the links."""

from planctl.diff.as_read import NOT_KNOWN
from planctl.diff.changes import (
    Change,
    Comparison,
    Copy,
    Fates,
    Note,
    Part,
    Substitution,
    Summary,
)
from planctl.diff.compare import compare
from planctl.diff.doubts import Doubt, doubts
from planctl.diff.kinds import SURE, UNKNOWN, Absence, Basis, Kind
from planctl.diff.selection import KINDS, select
from planctl.diff.shown import Shown

__all__ = [
    "KINDS",
    "NOT_KNOWN",
    "SURE",
    "UNKNOWN",
    "Absence",
    "Basis",
    "Change",
    "Comparison",
    "Copy",
    "Doubt",
    "Fates",
    "Kind",
    "Note",
    "Part",
    "Shown",
    "Substitution",
    "Summary",
    "compare",
    "doubts",
    "select",
]
