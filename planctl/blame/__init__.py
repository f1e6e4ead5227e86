"""Which version brought each stretch of a wording."""

from planctl.blame.attribution import Attribution, Span, attribute, attribute_all
from planctl.blame.claims import Dispute, Testimony, disputes, timeline
from planctl.blame.points import Blame, PointBlame, ProvisionBlame, assign
from planctl.blame.share import Share, divide
from planctl.blame.stretches import Stretch

__all__ = [
    "Attribution",
    "Blame",
    "Dispute",
    "PointBlame",
    "ProvisionBlame",
    "Share",
    "Span",
    "Stretch",
    "Testimony",
    "assign",
    "attribute",
    "attribute_all",
    "disputes",
    "divide",
    "timeline",
]
