"""Which passages in brackets are one another in other words: by their words first, then by their place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

_ALIKE = 0.5  # share of both passages' words from which one is the other, wherever it stands
_MOST_HOLDING = 50  # passages that hold a word; past so many it tells none of them

Pair = tuple[int, int]


def partners(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], kept: Mapping[Pair, int]
) -> list[Pair]:
    """Pairs of an old and a new passage, as indices; the same pairs, turned, if the sides are swapped.

    ``old`` and ``new`` hold the words of each passage, ``kept`` how many words of an old passage the redline
    keeps within a new one. Pairs are made from the most alike on, each passage in one. What then is left
    alone joins the passage that holds half of its words: one that was cut in two, or joined to another.
    """
    pairs: list[Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for pair in _ranked(old, new, kept):
        if pair[0] not in taken[0] and pair[1] not in taken[1]:
            pairs.append(pair)
            taken[0].add(pair[0])
            taken[1].add(pair[1])
    return [*pairs, *_joined((old, new), kept, taken)]


def _ranked(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], kept: Mapping[Pair, int]
) -> Iterator[Pair]:
    """Pairs that may be made, the most alike first."""
    shared = _shared(old, new)
    scores: list[tuple[float, int, int, Pair]] = []
    for pair in shared.keys() | kept.keys():
        sizes = len(old[pair[0]]), len(new[pair[1]])
        alike = 2 * shared.get(pair, 0) / sum(sizes)
        here = kept.get(pair, 0)
        if alike >= _ALIKE or here >= _ALIKE * min(sizes):
            scores.append((-alike, -here, sum(pair), pair))
    return (pair for *_, pair in sorted(scores))


def _shared(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> dict[Pair, int]:
    """How many words every two passages share."""
    homes = _homes(old), _homes(new)
    shared: defaultdict[Pair, int] = defaultdict(int)
    for word in homes[0].keys() & homes[1].keys():
        if max(len(side[word]) for side in homes) <= _MOST_HOLDING:
            for i, old_count in homes[0][word]:
                for j, new_count in homes[1][word]:
                    shared[i, j] += min(old_count, new_count)
    return shared


def _homes(passages: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, int]]]:
    """For each word the passages that hold it, and how often each does."""
    homes: dict[str, list[tuple[int, int]]] = {}
    for place, words in enumerate(passages):
        for word, count in Counter(words).items():
            homes.setdefault(word, []).append((place, count))
    return homes


def _joined(
    sides: tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]],
    kept: Mapping[Pair, int],
    taken: tuple[set[int], set[int]],
) -> Iterator[Pair]:
    for pair, here in sorted(kept.items()):
        for side, passages in enumerate(sides):
            if pair[side] not in taken[side] and 2 * here >= len(passages[pair[side]]) > 0:
                yield pair
                break
