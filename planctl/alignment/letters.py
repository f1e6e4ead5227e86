"""Short runs of letters, and how many of them two units have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import count, repeat
from typing import NamedTuple

_LETTERS = 4
"""Length of a run of letters; runs of 3 and 4 together were no better."""

_BITS = 4096
"""Runs that are a bit each of one number a unit: two numbers are compared ten times faster than two sets.
Some hundred points have fewer. Further runs are kept in sets, or the numbers would grow without bound."""


class _LetterSets(NamedTuple):
    """Of each unit the runs that are bits, those that are not (if any word has some), and how many it has."""

    bits: list[int]
    further: list[set[str]]
    sizes: list[int]


class Letters:
    """Runs of letters of old and new units, which are given as places of their words in a vocabulary."""

    def __init__(
        self, vocabulary: Sequence[str], old: Sequence[Sequence[int]], new: Sequence[Sequence[int]]
    ) -> None:
        runs = list(map(_runs, vocabulary))
        bits, further = [run_bits for run_bits, _ in runs], [rest for _, rest in runs]
        self._old, self._new = (_side(units, bits, further if any(further) else []) for units in (old, new))

    def likeness(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Runs in common of each old and new unit, over the geometric mean of what they have: 0 to 1."""
        old, new = self._old, self._new
        common = [(old.bits[i] & new.bits[j]).bit_count() for i, j in pairs]
        if old.further:
            rest = [len(old.further[i] & new.further[j]) for i, j in pairs]
            common = [runs + more for runs, more in zip(common, rest, strict=True)]
        return [
            runs / math.sqrt(old.sizes[i] * new.sizes[j]) if runs else 0.0
            for runs, (i, j) in zip(common, pairs, strict=True)
        ]


def _side(units: Sequence[Sequence[int]], bits: list[int], further: list[frozenset[str]]) -> _LetterSets:
    whole = []
    for unit in units:
        runs = 0
        for word in unit:
            runs |= bits[word]
        whole.append(runs)
    rest = [set[str]().union(*[further[word] for word in unit]) for unit in units] if further else []
    more = map(len, rest) if rest else repeat(0)
    return _LetterSets(
        whole, rest, [runs.bit_count() + extra for runs, extra in zip(whole, more, strict=False)]
    )


@lru_cache(maxsize=1 << 16)
def _runs(word: str) -> tuple[int, frozenset[str]]:
    """Runs of letters in a word, its start and end among them: as bits, and those that have none."""
    text = f" {word} "
    runs = dict.fromkeys(text[k : k + _LETTERS] for k in range(max(1, len(text) - _LETTERS + 1)))
    bits = {run: _bit(run) for run in runs}
    return sum(bits.values()), frozenset(run for run, bit in bits.items() if not bit)


_given: dict[str, int] = {}
_places = count()


def _bit(run: str) -> int:
    """The bit of a run, or 0 if all were given to runs that turned up before. No answer depends on which."""
    bit = _given.get(run, 0)
    if not bit and len(_given) < _BITS:
        bit = _given.setdefault(run, 1 << next(_places))
    return bit
