"""The version graph of a plan as a git history, and back.

Each version becomes a commit: authored by the parties that tabled it, dated when they did, with the versions
it was made from as parents. The same files give the same ids on any machine, so an id can be cited.
"""

from planctl.record.history import (
    HEADER_FILE,
    READABLE_FILE,
    History,
    RecordedVersion,
    branch_of,
    make_history,
    tag_of,
)
from planctl.record.reading import Mismatch, read_back, recorded_plans, verify
from planctl.record.standing import SUPERSEDED, RecordState, Standing, standings
from planctl.record.writing import Outcome, write

__all__ = [
    "HEADER_FILE",
    "READABLE_FILE",
    "SUPERSEDED",
    "History",
    "Mismatch",
    "Outcome",
    "RecordState",
    "RecordedVersion",
    "Standing",
    "branch_of",
    "make_history",
    "read_back",
    "recorded_plans",
    "standings",
    "tag_of",
    "verify",
    "write",
]
