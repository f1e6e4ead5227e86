"""Which provision came from which: between two versions, and back through the whole version graph."""

from planctl.lineage.descent import Descent, Edge, Unit, descent
from planctl.lineage.pairing import Pairing, pair
from planctl.lineage.statements import refs
from planctl.lineage.tracing import Lineage, Step, trace

__all__ = ["Descent", "Edge", "Lineage", "Pairing", "Step", "Unit", "descent", "pair", "refs", "trace"]
