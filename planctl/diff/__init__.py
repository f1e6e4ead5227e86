"""Two versions -> what became of every point, named from the shape of the links."""

from planctl.diff.basis import Absence, Basis, Doubt, absences, basis, doubts, known_evidence
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
from planctl.diff.shown import Shown

__all__ = [
    "KINDS",
    "Absence",
    "Basis",
    "Change",
    "Comparison",
    "Copy",
    "Doubt",
    "Kind",
    "Note",
    "Part",
    "Shown",
    "Substitution",
    "Summary",
    "absences",
    "basis",
    "compare",
    "doubts",
    "has_near_rival",
    "known_evidence",
    "select",
]
