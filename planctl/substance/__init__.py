"""What a text commits its parties to: figures, dates, deadlines, obligations, negations, qualifiers.

``read`` finds these terms in one text, ``compare`` says how they differ between two. Similarity of
wording plays no part in what is reported; it only decides which of several figures are counterparts.
Texts that are read as one are joined by ``BREAK``, so that no term begins in one and ends in the next.
"""

from planctl.substance.comparing import compare
from planctl.substance.differences import Difference, Spot, Spots
from planctl.substance.languages import of_version as language_of
from planctl.substance.parties import Parties
from planctl.substance.reading import knows, read
from planctl.substance.terms import Kind, Term
from planctl.substance.tokens import BREAK

__all__ = [
    "BREAK",
    "Difference",
    "Kind",
    "Parties",
    "Spot",
    "Spots",
    "Term",
    "compare",
    "knows",
    "language_of",
    "read",
]
