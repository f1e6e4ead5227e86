"""First look: what the words of two units say for a link, against what they say for the rivals.

Every term is a column of numbers, one a pair. A term never depends on which side is called old.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from planctl.alignment.grams import Kind, Pair, Texts

Columns = dict[str, list[float]]

_ABSENT = 0.0, -1
_BESIDE = tuple(
    (side * rows, side * columns, 1 / (math.sqrt(max(rows, columns)) * (1 + 0.3 * abs(rows - columns))))
    for side in (-1, 1)
    for rows in (1, 2, 3)
    for columns in (1, 2, 3)
)
"""Steps to neighbouring pairs, old and new, and what a neighbour in that place counts."""


def look(texts: Texts, pairs: Sequence[Pair], equal: set[Pair]) -> Columns:
    """Terms of the first look for ``pairs``; ``equal`` are those paired because their texts are equal."""
    columns = _of_words(texts, pairs)
    closeness = columns["closeness"]
    columns["lead_least"], columns["lead_most"] = lead(pairs, closeness)
    proofs = lead(pairs, columns["proof"])
    columns["proof_lead_least"], columns["proof_lead_most"] = proofs
    columns["beside"] = _beside(pairs, closeness)
    units = len(texts.old) + len(texts.new)
    columns["climate"] = [_climate(pairs, closeness)] * len(pairs)
    columns["standstill"] = [2 * len(equal) / units] * len(pairs)
    return columns


def _of_words(texts: Texts, pairs: Sequence[Pair]) -> Columns:
    names = (
        "kept_most",
        "kept_least",
        "shared",
        "proof",
        "runs_most",
        "runs_least",
        "runs_shared",
        "runs_proof",
    )
    rows = [(*_shares(texts.words, pair), *_shares(texts.runs, pair)) for pair in pairs]
    columns = {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}
    columns["letters"] = [_cosine(texts.letters, pair) for pair in pairs]
    sizes = [sorted((texts.words.mass_old[i], texts.words.mass_new[j])) for i, j in pairs]
    columns["size_least"] = [math.log1p(least / 1024) for least, _ in sizes]
    columns["size_most"] = [math.log1p(most / 1024) for _, most in sizes]
    columns["closeness"] = [
        (2 * letters + most + least) / 4
        for letters, most, least in zip(
            columns["letters"], columns["kept_most"], columns["kept_least"], strict=True
        )
    ]
    return columns


def _shares(kind: Kind[int], pair: Pair) -> tuple[float, float, float, float]:
    """What the units keep of each other, most and least; how much that is; how far only they have it."""
    common = kind.old[pair[0]] & kind.new[pair[1]]
    mass = kind.total(common)
    kept = kind.kept(pair, mass)
    proof = sum(map(kind.proof.__getitem__, common))
    return max(kept), min(kept), math.log1p(mass / 1024), math.log1p(proof / 1024)


def _cosine(kind: Kind[str], pair: Pair) -> float:
    i, j = pair
    size = kind.mass_old[i] * kind.mass_new[j]
    return kind.total(kind.old[i] & kind.new[j]) / math.sqrt(size) if size else 0.0


def lead(pairs: Sequence[Pair], values: Sequence[float]) -> tuple[list[float], list[float]]:
    """How far each pair lies before the best rival with the same old or the same new unit: least and most."""
    gaps = []
    for side in (0, 1):
        best: dict[int, tuple[float, float]] = {}
        for pair, value in zip(pairs, values, strict=True):
            first, second = best.get(pair[side], (0.0, 0.0))
            if value > first:
                best[pair[side]] = value, first
            elif value > second:
                best[pair[side]] = first, value
        gaps.append(
            [
                _gap(value, *best.get(pair[side], (0.0, 0.0)))
                for pair, value in zip(pairs, values, strict=True)
            ]
        )
    return list(map(min, *gaps)), list(map(max, *gaps))


def _gap(value: float, first: float, second: float) -> float:
    return value - (second if value == first else first)


def _beside(pairs: Sequence[Pair], values: Sequence[float]) -> list[float]:
    """How close the best neighbouring pair is before a pair, and after it, summed."""
    at = dict(zip(pairs, values, strict=True))
    found = []
    for i, j in pairs:
        nearby = [weight * at.get((i + rows, j + columns), 0.0) for rows, columns, weight in _BESIDE]
        found.append(max(nearby[:9]) + max(nearby[9:]))
    return found


def _climate(pairs: Sequence[Pair], values: Sequence[float]) -> float:
    """Mean closeness of units that are each other's best: how freely the whole text was reworded."""
    least, _ = lead(pairs, values)
    best = sorted(value for value, gap in zip(values, least, strict=True) if gap > 0)
    return math.fsum(best) / len(best) if best else 0.0
