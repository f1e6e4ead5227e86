"""Which old unit became which new one: two lists of texts -> links with similarity."""

from planctl.alignment.choice import align
from planctl.alignment.links import Alignment, Link, Reasons

__all__ = ["Alignment", "Link", "Reasons", "align"]
