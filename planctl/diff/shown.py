"""A comparison as somebody asked for it.

Annotations are not postponed here: Python would compile each field of the named tuple at start-up.
"""

from typing import NamedTuple

from planctl.diff.changes import Change, Comparison
from planctl.models import PlanHeading, Version


class DiffAnswer(NamedTuple):
    """A comparison, the plan's header, the versions' names as they were typed, and the changes wanted.

    ``remarks`` are what is to be known of files of no plan, before anything else.
    """

    comparison: Comparison
    header: PlanHeading
    old: str
    new: str
    changes: tuple[Change, ...]
    remarks: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[tuple[str, Version], tuple[str, Version]]:
        """Both versions with their names as shown."""
        return (self.old, self.comparison.old), (self.new, self.comparison.new)

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what the texts rest on: not of two files of no plan."""
        return not all(version.is_loose for _, version in self.sides)

    @property
    def is_partial(self) -> bool:
        """Whether some changes are left out."""
        return len(self.changes) < len(self.comparison.changes)
