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
    from planctl.substance.differences import Difference, Spot
    from planctl.substance.reading import knows, read
    from planctl.substance.terms import Kind, Term
    from planctl.substance.tokens import BREAK

__all__ = ["BREAK", "Difference", "Kind", "Spot", "Term", "compare", "knows", "read"]

_MODULES = {
    "BREAK": "tokens",
    "Difference": "differences",
    "Kind": "terms",
    "Spot": "differences",
    "Term": "terms",
    "compare": "comparing",
    "knows": "reading",
    "read": "reading",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
