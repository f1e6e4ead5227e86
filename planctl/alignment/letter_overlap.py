"""How much of two texts stands in both in the same order, letter by letter: what a light edit leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planctl.alignment.grams import Pair
from planctl.text import common_size

_PYTHON_CELLS = 200_000
"""Cells (letters of one text times letters of the other, summed over the pairs) up to which Python takes a
fraction of a millisecond. Importing rapidfuzz takes 8, a 25th of ``planctl diff``."""

_LARGEST_PAIR = 400_000_000
"""Cells of one pair from which its texts are cut short, 50 ms."""


_MUCH_LONGER = 16
"""How many times as long as the other a text must be for all letters of that to stand in it, most likely: a
point against the one that it was merged into. Then no two texts need be held against each other."""


def in_order(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> list[float]:
    """For each pair of units the letters that both have in the same order, over the mean length: 0 to 1.

    Of very long texts only the beginnings are compared. Sides swapped, the answer is the same.
    """
    texts = [_short(old[i], new[j]) for i, j in pairs]
    known = [1.0 if first == second else _contained(first, second) for first, second in texts]
    cells = sum(len(a) * len(b) for (a, b), answer in zip(texts, known, strict=True) if answer is None)
    ratio = _ratio if cells <= _PYTHON_CELLS else _rapid()
    return [ratio(*both) if answer is None else answer for both, answer in zip(texts, known, strict=True)]


def _contained(first: str, second: str) -> float | None:
    """The answer where a far longer text has all letters of the other in order, or lacks them altogether."""
    short, long = (first, second) if len(first) < len(second) else (second, first)
    if len(short) * _MUCH_LONGER > len(long):
        return None
    at = common = 0
    for letter in short:
        index = long.find(letter, at)
        if index >= 0:
            at, common = index + 1, common + 1
        elif letter in long:
            return None
    total = len(first) + len(second)
    return 1 - (total - 2 * common) / total


def _short(first: str, second: str) -> tuple[str, str]:
    if len(first) * len(second) <= _LARGEST_PAIR:
        return first, second
    most = max(int(_LARGEST_PAIR**0.5), _LARGEST_PAIR // max(1, min(len(first), len(second))))
    return first[:most], second[:most]


def _rapid() -> Callable[[str, str], float]:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity


def _ratio(first: str, second: str) -> float:
    """What rapidfuzz's ``Indel.normalized_similarity`` says."""
    total = len(first) + len(second)
    return 1 - (total - 2 * common_size(first, second)) / total
