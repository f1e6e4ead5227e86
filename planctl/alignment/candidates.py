"""Which pairs are worth a look: units with equal texts, and units that share rare words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import product, repeat

from planctl.alignment.grams import Grams, Pair
from planctl.alignment.text import words

_MATES = 4
"""Partners that each unit proposes. With 15 the links found over the fitting cases are the same to 0.002."""

_VISITS = 100
"""Pairs of units, for each unit of both texts, that the index may lead to, rarest grams first. It bounds
time and memory for texts that repeat; a plan of some hundred points never gets there."""

_COMMON = 4
_FEW_PAIRS = 64
"""A gram that would lead to more than one in 4 of all pairs, and to more than 64, leads nowhere."""

_PRUNE = 24
"""Proposals for one unit that are kept before the best are picked."""

_TELLING = 4
"""Words that a text needs so that a second one like it is a copy, not just the same phrase once more."""

_CROWD = 4096
"""Pairs of equal texts that are weighed one by one; a larger crowd is paired in order."""


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
    old, new = len(grams.old), len(grams.new)
    tied = sum(sum(row.values()) for row in grams.ties)
    budget = max(0, _VISITS * (old + new) - tied)
    most = min(_dearest(grams.visits, budget), max(_FEW_PAIRS, old * new // _COMMON))
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
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((old, new)):
        for k, text in enumerate(texts):
            places[text][side].append(k)
    pairs: set[Pair] = set()
    for rows, columns in places.values():
        if not (rows and columns):
            continue
        straight = list(zip(rows, columns, strict=False))
        if len(rows) == len(columns) and not any(map(barred, straight)):
            pairs.update(straight)
        elif min(len(rows), len(columns)) == 1 and len(words(old[rows[0]])) >= _TELLING:
            pairs.update(pair for pair in product(rows, columns) if not barred(pair))
        elif len(rows) * len(columns) > _CROWD:
            pairs.update(pair for pair in straight if not barred(pair))
        else:
            pairs.update(_by_neighbours(rows, columns, old, new, barred))
    return pairs


def _by_neighbours(
    rows: list[int],
    columns: list[int],
    old: Sequence[str],
    new: Sequence[str],
    barred: Callable[[Pair], bool],
) -> Iterable[Pair]:
    def rank(pair: Pair) -> tuple[int, int, int, int]:
        i, j = pair
        beside = sum(
            0 <= i + step < len(old) and 0 <= j + step < len(new) and old[i + step] == new[j + step]
            for step in (-2, -1, 1, 2)
        )
        return -beside, abs(i * len(new) - j * len(old)), i + j, i

    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for i, j in sorted(((i, j) for i in rows for j in columns if not barred((i, j))), key=rank):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j
