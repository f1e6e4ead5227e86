"""Which old unit became which new one: two lists of texts -> links with similarity."""

from planctl.alignment.choice import align
from planctl.alignment.links import WEAK, Alignment, Link, Reasons, doubtful, has_near_rival

__all__ = ["WEAK", "Alignment", "Link", "Reasons", "align", "doubtful", "has_near_rival"]
