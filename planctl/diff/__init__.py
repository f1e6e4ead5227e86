"""Two versions -> what became of every point, named from the shape of the links."""

from planctl.diff.as_read import NOT_KNOWN
from planctl.diff.changes import (
    Change,
    Comparison,
    Copy,
    Fates,
    Part,
    Substitution,
    Summary,
    UnitNote,
)
from planctl.diff.compare import compare
from planctl.diff.doubts import Doubt, doubts
from planctl.diff.kinds import SURE, UNKNOWN, Absence, Basis, Kind
from planctl.diff.selection import WANTED_KINDS, select
from planctl.diff.shown import DiffAnswer

__all__ = [
    "NOT_KNOWN",
    "SURE",
    "UNKNOWN",
    "WANTED_KINDS",
    "Absence",
    "Basis",
    "Change",
    "Comparison",
    "Copy",
    "DiffAnswer",
    "Doubt",
    "Fates",
    "Kind",
    "Part",
    "Substitution",
    "Summary",
    "UnitNote",
    "compare",
    "doubts",
    "select",
]
