"""Which pairs are worth a look: units with equal texts, and units that share rare words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import product, repeat

from planctl.alignment.grams import Grams, Pair
from planctl.text import group_equal, parts
from planctl.text.equal import pair_repeated

_MATES = 8
"""Partners that each unit proposes. With 4, merges and splits are found with an F1 that is 0.006 less."""

_VISITS, _FEWEST_VISITS = 100, 50_000
"""Pairs of units, for each unit of both texts, that the index may lead to, rarest grams first, and how many
it may anyway. It bounds time and memory for texts that repeat; a plan of 100 points never gets there."""

_COMMON = 400
"""A gram that would lead to more pairs of units than these leads nowhere."""

_PRUNE = 24
"""Proposals for one unit that are kept before the best are picked."""

_FEWEST_OF_COPY = 4
"""Words that a text needs so that a second one like it is a copy, not just the same phrase once more."""


def propose(grams: Grams) -> set[Pair]:
    """For each unit on either side the few units of the other with which it shares most, by weight."""
    index = _index(grams)
    sizes = len(grams.old), len(grams.new)
    worth_old = [1 / mass if mass else 0.0 for mass in grams.mass_old]
    worth_new = [1 / mass if mass else 0.0 for mass in grams.mass_new]
    by_new: list[dict[int, float]] = [{} for _ in grams.new]
    least = [0.0] * len(grams.new)
    pairs: set[Pair] = set()
    for i, unit in enumerate(grams.old):
        shared = defaultdict(int, {j: count * grams.tie for j, count in grams.ties[i].items()})
        for gram in unit & index.keys():
            weight = grams.weight[gram]
            for j in index[gram]:
                shared[j] += weight
        near = {j: total * (worth_old[i] + worth_new[j]) for j, total in shared.items()}
        pairs.update(zip(repeat(i), _best(near, i, sizes)))
        for j, closeness in near.items():
            if closeness >= least[j]:
                rivals = by_new[j]
                rivals[i] = closeness
                if len(rivals) > _PRUNE:
                    by_new[j] = {k: rivals[k] for k in _best(rivals, j, sizes[::-1])}
                    least[j] = min(by_new[j].values())
    for j, rivals in enumerate(by_new):
        pairs.update(zip(_best(rivals, j, sizes[::-1]), repeat(j)))
    return pairs


def _best(closeness: dict[int, float], unit: int, sizes: tuple[int, int]) -> Collection[int]:
    """The closest other units; of equally close ones the least displaced, then the first."""
    if len(closeness) <= _MATES:
        return closeness
    least = sorted(closeness.values())[-_MATES]
    best = [partner for partner, value in closeness.items() if value >= least]
    if len(best) > _MATES:
        own_count, other_count = sizes
        best.sort(
            key=lambda partner: (-closeness[partner], abs(unit * other_count - partner * own_count), partner)
        )
    return best[:_MATES]


def _index(grams: Grams) -> dict[int, list[int]]:
    """The new units that have a gram, for the rarest grams that both texts have, as far as the visits go."""
    units = len(grams.old) + len(grams.new)
    tied = sum(sum(row.values()) for row in grams.ties)
    budget = max(_FEWEST_VISITS, _VISITS * units - tied)
    most = min(_dearest(grams.visits, budget), _COMMON)
    index: dict[int, list[int]] = {gram: [] for gram, visits in grams.visits.items() if visits <= most}
    for j, unit in enumerate(grams.new):
        for gram in unit & index.keys():
            index[gram].append(j)
    return index


def _dearest(cost: dict[int, int], budget: int) -> int:
    """The most that a gram may cost so that all the grams up to it stay within the budget."""
    most = 0
    for visits, count in sorted(Counter(cost.values()).items()):
        budget -= visits * count
        if budget < 0:
            break
        most = visits
    return most


def equals(old: Sequence[str], new: Sequence[str], barred: Callable[[Pair], bool]) -> set[Pair]:
    """Units whose texts are equal, paired one to one, or one to all if it was copied or copies became one.

    Where a text stands several times on both sides, or is too short to tell that it was copied, the same
    neighbours decide, then the place in the order.
    """
    pairs: set[Pair] = set()
    for rows, columns in group_equal(old, new):
        alone = len(rows) != len(columns) and min(len(rows), len(columns)) == 1
        if alone and len(parts(old[rows[0]])) >= _FEWEST_OF_COPY:
            pairs.update(pair for pair in product(rows, columns) if not barred(pair))
        else:
            pairs.update(pair_repeated((rows, columns), old, new, barred))
    return pairs
