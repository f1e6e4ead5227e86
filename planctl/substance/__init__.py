"""What a text commits its parties to: figures, dates, deadlines, obligations, negations, qualifiers.

``read`` finds these terms in one text, ``compare`` says how they differ between two. Similarity of
wording plays no part in what is reported; it only decides which of several figures are counterparts.
"""

from planctl.substance.comparing import compare
from planctl.substance.differences import Difference, Spot
from planctl.substance.reading import read
from planctl.substance.terms import Kind, Term

__all__ = ["Difference", "Kind", "Spot", "Term", "compare", "read"]
