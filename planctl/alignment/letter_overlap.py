"""How much of two texts stands in both in the same order, letter by letter: what a light edit leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planctl.alignment.grams import Pair

_FEW = 200_000
"""Cells (letters of one text times letters of the other, summed over the pairs) up to which Python takes a
fraction of a millisecond. Importing rapidfuzz takes 8, a 25th of ``planctl diff``."""

_MANY = 400_000_000
"""Cells of one pair from which its texts are cut short, 50 ms."""


def in_order(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> list[float]:
    """For each pair of units the letters that both have in the same order, over the mean length: 0 to 1.

    Of very long texts only the beginnings are compared. Sides swapped, the answer is the same.
    """
    texts = [_short(old[i], new[j]) for i, j in pairs]
    cells = sum(len(first) * len(second) for first, second in texts if first != second)
    ratio = _ratio if cells <= _FEW else _rapid()
    return [1.0 if first == second else ratio(first, second) for first, second in texts]


def _short(first: str, second: str) -> tuple[str, str]:
    if len(first) * len(second) <= _MANY:
        return first, second
    most = max(int(_MANY**0.5), _MANY // max(1, min(len(first), len(second))))
    return first[:most], second[:most]


def _rapid() -> Callable[[str, str], float]:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity


def _ratio(first: str, second: str) -> float:
    """What rapidfuzz's ``Indel.normalized_similarity`` says."""
    total = len(first) + len(second)
    head = _shared(first, second)
    first, second = first[head:], second[head:]
    tail = _shared(first[::-1], second[::-1])
    common = head + tail + _common(first[: len(first) - tail], second[: len(second) - tail])
    return 1 - (total - 2 * common) / total


def _shared(first: str, second: str) -> int:
    """Letters at the start of both."""
    least, most = 0, min(len(first), len(second))
    while least < most:
        middle = (least + most + 1) // 2
        if first[:middle] == second[:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _common(first: str, second: str) -> int:
    """Letters in the same order, by the bit-parallel way of Hyyrö (2004)."""
    places: dict[str, int] = {}
    for k, letter in enumerate(first):
        places[letter] = places.get(letter, 0) | 1 << k
    every = rows = (1 << len(first)) - 1
    for letter in second:
        met = rows & places.get(letter, 0)
        rows = ((rows + met) | (rows - met)) & every
    return len(first) - rows.bit_count()
