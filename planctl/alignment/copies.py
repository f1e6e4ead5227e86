"""Copies that were edited: a text that stands beside its model with words put in or left out.

A point modelled on another has its own place, figure or party where the other has another. Among near-doubles
that have no link (generated plans full of twins), 95 in 100 belong together where nothing was replaced, 11
where something was.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import pairwise

from planctl.alignment.grams import Pair
from planctl.alignment.survey import Survey

_DOUBTED = 0.25
"""Probability from which on a pair may be a copy. Below, there is mostly a better model."""

_ALIKE = 0.75
"""Letters in the same order, over the mean length, from which on one text repeats the other."""

_LONG = 4_000_000
"""Words of one text times words of the other up to which they are compared, 20 ms."""


def copies(looked: Survey, chances: Sequence[float], linked: Collection[Pair]) -> Iterator[Pair]:
    """Pairs of a unit that none of the ``linked`` pairs has and of one that says the same, with words put
    in or left out but none replaced. ``looked`` is the second look, ``chances`` (0 to 1) are of its pairs."""
    old, new = {i for i, _ in linked}, {j for _, j in linked}
    for pair, chance, alike in zip(looked.pairs, chances, looked.columns["in_order"], strict=True):
        lonely = pair not in linked and (pair[0] not in old or pair[1] not in new)
        if lonely and chance >= _DOUBTED and alike >= _ALIKE:
            one, other = looked.texts.old_words[pair[0]], looked.texts.new_words[pair[1]]
            if len(one) * len(other) <= _LONG and nothing_replaced(one, other):
                yield pair


def nothing_replaced(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    """Whether one comes of the other by words put in and left out, never one in the place of another.

    Where words repeat, more than one way leads from one to the other; the first way from either side counts.
    """
    return _only_put_in_or_out(one, other) or _only_put_in_or_out(other, one)


def _only_put_in_or_out(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    from rapidfuzz.distance import Indel

    steps = pairwise(step.tag for step in Indel.opcodes(one, other))
    return not any("equal" not in tags for tags in steps)
