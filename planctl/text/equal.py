"""Units of two versions whose texts are equal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

Pair = tuple[int, int]

_CROWD = 4096
"""Pairs of equal texts that are weighed one by one; a larger crowd is paired in order."""


def group_equal(old: Sequence[str], new: Sequence[str]) -> list[tuple[list[int], list[int]]]:
    """For each text that both sides have, where it stands in ``old`` and in ``new`` (0-based)."""
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((old, new)):
        for k, text in enumerate(texts):
            places[text][side].append(k)
    return [(olds, news) for olds, news in places.values() if olds and news]


def pair_equal(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Equal texts, paired one to one: unique ones wherever they stand, others by their neighbours."""
    at_old = {text: i for i, text in enumerate(old)}
    at_new = {text: j for j, text in enumerate(new)}
    if len(at_old) == len(old) and len(at_new) == len(new):
        return [(i, at_new[text]) for text, i in at_old.items() if text in at_new]
    groups = group_equal(old, new)
    return sorted(pair for group in groups for pair in pair_repeated(group, old, new))


def pair_repeated(
    group: tuple[list[int], list[int]],
    old: Sequence[str],
    new: Sequence[str],
    barred: Callable[[Pair], bool] = lambda _pair: False,
) -> Iterator[Pair]:
    """Pair the places of one text one to one: by equal neighbours, then by place in the order.

    Places that are as many on both sides are paired in order; so is a large crowd. Sides swapped, the answer
    is the same.
    """
    olds, news = group
    straight = list(zip(olds, news, strict=False))
    if len(olds) == len(news) and not any(map(barred, straight)):
        yield from straight
    elif len(olds) * len(news) > _CROWD:
        yield from (pair for pair in straight if not barred(pair))
    else:
        pairs = [pair for i in olds for j in news if not barred(pair := (i, j))]
        yield from _by_neighbours(pairs, group, old, new)


def _by_neighbours(
    pairs: list[Pair], group: tuple[list[int], list[int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[Pair]:
    nth_old, nth_new = ({unit: k for k, unit in enumerate(units)} for units in group)

    def rank(pair: Pair) -> tuple[int, int, int, int]:
        i, j = pair
        beside = sum(
            0 <= i + step < len(old) and 0 <= j + step < len(new) and old[i + step] == new[j + step]
            for step in (-2, -1, 1, 2)
        )
        return -beside, abs(nth_old[i] - nth_new[j]), i + j, i

    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for i, j in sorted(pairs, key=rank):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j
