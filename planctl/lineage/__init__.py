"""Which provision came from which: between two versions (``pair``), and back through the whole graph.

``descent`` and ``tracing`` walk the graph; they are imported from their files: a diff has no use for them.
"""

from planctl.lineage.order import Lookup, are_related, comes_before, descends, names
from planctl.lineage.pairing import Pairing, pair
from planctl.lineage.statements import refs
from planctl.lineage.through import paired_through

__all__ = [
    "Lookup",
    "Pairing",
    "are_related",
    "comes_before",
    "descends",
    "names",
    "pair",
    "paired_through",
    "refs",
]
