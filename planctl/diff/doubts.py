"""Why a computed link is doubtful. Every output says it; that all say the same, it is a value."""

from enum import Enum

from planctl.alignment import WEAK, Link, has_near_rival
from planctl.diff.changes import Change


class Doubt(Enum):
    """Why a computed link is doubtful."""

    weak = "weak"
    rival = "rival"


def doubts(change: Change, link: Link) -> tuple[Doubt, ...]:
    """Why a link of a change is doubtful; nothing for one that is not."""
    if (link.old, link.new) not in change.doubtful:
        return ()
    linked = {(each.old, each.new) for each in change.links}
    reasons = [Doubt.weak] if link.similarity < WEAK else []
    return (*reasons, *([Doubt.rival] if has_near_rival(link, linked) or not reasons else []))
