"""What can become of some units: read off how many there are on each side, and of why one side has none.

Annotations are not postponed here: Python would compile each field of the named tuples at start-up.
"""

from enum import Enum
from typing import NamedTuple

from planctl.models import Evidence, LeftOut


class Kind(Enum):
    """What became of some old units.

    A unit without a counterpart is ``added`` or ``dropped`` where the files support that much; ``only in``
    one of the versions where the older one was asked for as the new side; ``unseen`` where it was not read
    what became of it, and else simply without a counterpart.
    """

    unchanged = "unchanged"
    edited = "edited"
    merged = "merged"
    split = "split"
    recast = "recast"
    added = "added"
    dropped = "dropped"
    only = "only in"
    unseen = "unseen"
    no_counterpart = "no counterpart"


SURE = frozenset((Kind.added, Kind.dropped, Kind.only))
"""Kinds of a unit on one side only that say that the other version does not have it."""

UNKNOWN = frozenset((Kind.unseen, Kind.no_counterpart))
"""Kinds that claim nothing."""


class Basis(Enum):
    """What an absence rests on.

    ``left_out``: the later version is said to leave it out. ``full_text``: all of the other text is known,
    and one was made from the other, or both are loose files. ``record``: both are states of one file.
    ``said``: the later version's file says that no source decides it. ``unread``: the unit, or its
    counterpart, was not read for the plan. ``inferred``: the text is nothing but an inference. ``none``:
    nothing says what became of it.
    """

    left_out = "left out"
    full_text = "full text"
    record = "record"
    said = "unseen"
    unread = "unread"
    inferred = "inferred"
    none = "none"


class Absence(NamedTuple):
    """Why units have no counterpart, or none that was read, and what kind of change that makes.

    ``version`` is the one whose file decides: the later of the two. ``holder`` is the one that has the units,
    empty where both have. ``named`` are the references by which it
    names the units, or the units that were not read. ``left_out`` is its statement, if it makes one;
    ``evidence`` and ``sources`` are what the absence rests on.
    """

    kind: Kind
    basis: Basis
    version: str
    holder: str = ""
    named: tuple[str, ...] = ()
    left_out: LeftOut | None = None
    evidence: Evidence | None = None
    sources: tuple[str, ...] = ()


def kind_of(old: int, new: int, *, equal: bool) -> Kind:
    """The kind of a change of ``old`` old and ``new`` new units; ``equal`` when the words did not change.

    Of units on one side only no more can be told from their number than that they have no counterpart.
    """
    if not (old and new):
        return Kind.no_counterpart
    if old == new == 1:
        return Kind.unchanged if equal else Kind.edited
    if new == 1:
        return Kind.merged
    return Kind.split if old == 1 else Kind.recast
