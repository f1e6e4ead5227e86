"""Two versions -> what became of every point, named from the shape of the links."""

from planctl.diff.changes import NEAR, Change, Comparison, Kind, Note, Part, Summary, doubtful
from planctl.diff.compare import compare
from planctl.diff.selection import KINDS, select

__all__ = [
    "KINDS",
    "NEAR",
    "Change",
    "Comparison",
    "Kind",
    "Note",
    "Part",
    "Summary",
    "compare",
    "doubtful",
    "select",
]
