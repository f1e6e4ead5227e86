"""Copies that were edited: a text that stands beside its model with words put in or left out.

A point modelled on another has its own place, figure or party where the other has another. Among near-doubles
that have no link (generated plans full of twins), 95 in 100 belong together where nothing was replaced, 11
where something was.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import pairwise

from planctl.alignment.candidate_table import CandidateTable
from planctl.alignment.grams import Pair

_DOUBTED = 0.25
"""Probability from which on a pair may be a copy. Below, there is mostly a better model."""

_ALIKE = 0.75
"""Letters in the same order, over the mean length, from which on one text repeats the other."""

_COMPARED_CELLS = 4_000_000
"""Words of one text times words of the other up to which they are compared, 20 ms."""


def edited_copies(
    table: CandidateTable, chances: Sequence[float], linked: Collection[Pair]
) -> Iterator[Pair]:
    """Pairs of a unit that none of the ``linked`` pairs has and of one that says the same, with words put
    in or left out but none replaced. ``table`` is the rescored one, ``chances`` (0 to 1) are of its pairs."""
    old, new = {i for i, _ in linked}, {j for _, j in linked}
    for pair, chance, alike in zip(table.pairs, chances, table.columns["in_order"], strict=True):
        unlinked = pair not in linked and (pair[0] not in old or pair[1] not in new)
        if unlinked and chance >= _DOUBTED and alike >= _ALIKE:
            old_words, new_words = table.texts.old_words[pair[0]], table.texts.new_words[pair[1]]
            if len(old_words) * len(new_words) <= _COMPARED_CELLS and nothing_replaced(old_words, new_words):
                yield pair


def nothing_replaced(first: Sequence[Hashable], second: Sequence[Hashable]) -> bool:
    """Whether one comes of the other by words put in and left out, never one in the place of another.

    Where words repeat, more than one way leads from one to the other; the first way from either side counts.
    """
    return _only_put_in_or_out(first, second) or _only_put_in_or_out(second, first)


def _only_put_in_or_out(first: Sequence[Hashable], second: Sequence[Hashable]) -> bool:
    from rapidfuzz.distance import Indel

    steps = pairwise(step.tag for step in Indel.opcodes(first, second))
    return not any("equal" not in tags for tags in steps)
