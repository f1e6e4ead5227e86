"""Which provision came from which: between two versions, and back through the whole version graph."""

from planctl.lineage.pairing import Pairing, pair

__all__ = ["Pairing", "pair"]
