"""Which pairs are worth a look: units with equal texts, and units that share rare words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from planctl.alignment.grams import Kind, Pair

_MATES = 5
"""Partners that each unit proposes. With 15 the links found over the fitting cases are the same to 0.002."""

_VISITS = 256
_VISITS_PER_GRAM = 4
"""Index entries that a unit may look up, rarest grams first. It bounds the cost for texts that repeat."""

_CROWD = 4096
"""Pairs of equal texts that are weighed one by one; a larger crowd is paired in order."""


def propose(kind: Kind[int]) -> set[Pair]:
    """For each unit on either side the few units of the other with which it shares most, by weight."""
    old, new = len(kind.old), len(kind.new)
    ahead = _mates(
        kind.old, kind.new, kind.weight, (kind.mass_old, kind.mass_new), lambda i, j: abs(i * new - j * old)
    )
    back = _mates(
        kind.new, kind.old, kind.weight, (kind.mass_new, kind.mass_old), lambda j, i: abs(i * new - j * old)
    )
    return {*ahead, *((i, j) for j, i in back)}


def _mates(
    units: Sequence[set[int]],
    others: Sequence[set[int]],
    weight: dict[int, int],
    mass: tuple[list[int], list[int]],
    apart: Callable[[int, int], int],
) -> Iterable[Pair]:
    index: defaultdict[int, list[int]] = defaultdict(list)
    for k, other in enumerate(others):
        for gram in other:
            index[gram].append(k)
    for unit, grams in enumerate(units):
        shared = _shared(grams, index, weight)
        own, theirs = mass[0][unit], mass[1]
        ranked = sorted(
            (-total / max(1, min(own, theirs[k])) - total / max(1, own, theirs[k]), apart(unit, k), k)
            for k, total in shared.items()
        )
        for _, _, k in ranked[:_MATES]:
            yield unit, k


def _shared(grams: set[int], index: dict[int, list[int]], weight: dict[int, int]) -> dict[int, int]:
    """Weight shared with each unit of the other side, looked up rarest grams first until the visits are used up."""
    left = _VISITS + _VISITS_PER_GRAM * len(grams)
    shared: defaultdict[int, int] = defaultdict(int)
    for size, gram in sorted((len(index[gram]), gram) for gram in grams if gram in index):
        left -= size
        if left < 0:
            break
        for k in index[gram]:
            shared[k] += weight[gram]
    return shared


def equals(old: Sequence[str], new: Sequence[str], barred: Callable[[Pair], bool]) -> set[Pair]:
    """Units whose texts are equal, paired one to one.

    Where a text stands several times, the same neighbours decide, then the place in the order.
    """
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((old, new)):
        for k, text in enumerate(texts):
            places[text][side].append(k)
    pairs: set[Pair] = set()
    for rows, columns in places.values():
        straight = list(zip(rows, columns, strict=False))
        if len(rows) == len(columns) and not any(map(barred, straight)):
            pairs.update(straight)
        elif len(rows) * len(columns) > _CROWD:
            pairs.update(pair for pair in straight if not barred(pair))
        else:
            pairs.update(_nearest(rows, columns, old, new, barred))
    return pairs


def _nearest(
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
