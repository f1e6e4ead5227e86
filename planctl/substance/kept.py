"""Which words of a text stand in the other, in order, and what took the place of the rest.

Words that are unique on both sides are anchors, the longest increasing run of them is kept, and each anchor
grows over equal words on either side: a cost that grows with the length of the texts, not its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from planctl.substance.tokens import BREAK


class Region(NamedTuple):
    """Tokens ``old[first:last]`` with what stands in their place on the other side; either may be empty."""

    old: tuple[int, int]
    new: tuple[int, int]


def regions(old: Sequence[str], new: Sequence[str]) -> tuple[list[tuple[int, int]], list[Region]]:
    """Kept pairs of tokens, in order, and the regions between them that differ."""
    kept = _kept(old, new)
    gaps, before = [], (0, 0)
    for pair in (*kept, (len(old), len(new))):
        if pair != before:
            gaps.append(Region((before[0], pair[0]), (before[1], pair[1])))
        before = (pair[0] + 1, pair[1] + 1)
    return kept, gaps


def _kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    head = [(k, k) for k in range(start)]
    tail = [(len(old) - k, len(new) - k) for k in range(end, 0, -1)]
    inner = _grown(old, new, (start, len(old) - end), (start, len(new) - end))
    return [*head, *inner, *tail]


def _grown(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> list[tuple[int, int]]:
    """Anchors between the bounds, each grown over equal neighbours up to the next."""
    kept: list[tuple[int, int]] = []
    floor = (here[0], there[0])
    anchors = _increasing(_unique(old, new, here, there), old)
    for k, (i, j) in enumerate(anchors):
        if i < floor[0] or j < floor[1]:
            continue
        back = 0
        while i - back > floor[0] and j - back > floor[1] and old[i - back - 1] == new[j - back - 1]:
            back += 1
        ahead = 1
        limit = anchors[k + 1] if k + 1 < len(anchors) else (here[1], there[1])
        while i + ahead < limit[0] and j + ahead < limit[1] and old[i + ahead] == new[j + ahead]:
            ahead += 1
        kept += [(i + step, j + step) for step in range(-back, ahead)]
        floor = (i + ahead, j + ahead)
    return kept


def _unique(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> list[tuple[int, int]]:
    counts = Counter(old[slice(*here)]), Counter(new[slice(*there)])
    places = {word: j for j, word in enumerate(new[slice(*there)], there[0])}
    return [
        (i, places[word])
        for i, word in enumerate(old[slice(*here)], here[0])
        if counts[0][word] == counts[1][word] == 1 and word != BREAK
    ]


def _increasing(pairs: Sequence[tuple[int, int]], old: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides.

    Of several that are as long the one that stands earliest on both sides taken together, then by its words:
    the same one whichever side is old.
    """
    ends: list[int] = []
    levels: list[list[tuple[int, int]]] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        ends[at : at + 1] = [pair[1]]
        if at == len(levels):
            levels.append([])
        levels[at].append(pair)
    run: list[tuple[int, int]] = []
    for level in reversed(levels):
        fitting = [pair for pair in level if not run or (pair[0] < run[-1][0] and pair[1] < run[-1][1])]
        run.append(min(fitting, key=lambda pair: (sum(pair), old[pair[0]])))
    return run[::-1]
