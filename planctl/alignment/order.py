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
    cells = sum(len(one) * len(other) for one, other in texts if one != other)
    ratio = _ratio if cells <= _FEW else _rapid()
    return [1.0 if one == other else ratio(one, other) for one, other in texts]


def _short(one: str, other: str) -> tuple[str, str]:
    if len(one) * len(other) <= _MANY:
        return one, other
    most = max(int(_MANY**0.5), _MANY // max(1, min(len(one), len(other))))
    return one[:most], other[:most]


def _rapid() -> Callable[[str, str], float]:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity


def _ratio(one: str, other: str) -> float:
    """What rapidfuzz's ``Indel.normalized_similarity`` says."""
    total = len(one) + len(other)
    head = _shared(one, other)
    one, other = one[head:], other[head:]
    tail = _shared(one[::-1], other[::-1])
    common = head + tail + _common(one[: len(one) - tail], other[: len(other) - tail])
    return 1 - (total - 2 * common) / total


def _shared(one: str, other: str) -> int:
    """Letters at the start of both."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[:middle] == other[:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _common(one: str, other: str) -> int:
    """Letters in the same order, by the bit-parallel way of Hyyrö (2004)."""
    places: dict[str, int] = {}
    for k, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << k
    every = rows = (1 << len(one)) - 1
    for letter in other:
        met = rows & places.get(letter, 0)
        rows = ((rows + met) | (rows - met)) & every
    return len(one) - rows.bit_count()
