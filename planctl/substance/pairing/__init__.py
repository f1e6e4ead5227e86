"""Which terms of two texts are the same, and which are counterparts with different values."""

from planctl.substance.pairing.joining import (
    Leftover,
    Pair,
    alike,
    always,
    in_place,
    join,
    matched,
    one_group,
    strong,
)

__all__ = ["Leftover", "Pair", "alike", "always", "in_place", "join", "matched", "one_group", "strong"]
