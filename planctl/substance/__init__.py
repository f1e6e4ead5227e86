"""What a text commits its parties to: figures, dates, deadlines, obligations, negations, qualifiers.

``read`` finds these terms in one text, ``compare`` says how they differ between two. Similarity of
wording plays no part in what is reported; it only decides which of several figures are counterparts.
Texts that are read as one are joined by ``BREAK``, so that no term begins in one and ends in the next.

The names are imported when first asked for: ``planctl validate`` needs only ``substance.references``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planctl.substance.comparing import compare
    from planctl.substance.differences import Difference, Spot, Spots
    from planctl.substance.parties import Parties
    from planctl.substance.reading import knows, read
    from planctl.substance.recognition import of_version as language_of
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

_PLACES = {
    "BREAK": ("tokens", "BREAK"),
    "Difference": ("differences", "Difference"),
    "Kind": ("terms", "Kind"),
    "Parties": ("parties", "Parties"),
    "Spot": ("differences", "Spot"),
    "Spots": ("differences", "Spots"),
    "Term": ("terms", "Term"),
    "compare": ("comparing", "compare"),
    "knows": ("reading", "knows"),
    "language_of": ("recognition", "of_version"),
    "read": ("reading", "read"),
}
"""Module and name behind each public name."""


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, inner = _PLACES[name]
    globals()[name] = getattr(import_module(f"{__name__}.{module}"), inner)
    return globals()[name]
