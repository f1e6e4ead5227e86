"""What moved: the pairs outside the longest run that keeps its order.

A plan whose first point is dropped has every number shifted, yet nothing moved. So order is judged among
the pairs themselves: the heaviest set of them that rises on both sides stayed, the rest moved. Where two such
sets are equally heavy (two neighbours of one length trade places) only what all of them share has stayed, so
that the answer is the same from both sides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

Pair = tuple[int, int]


def pairs_out_of_order(weights: Mapping[Pair, int], counting: Collection[Pair]) -> set[Pair]:
    """Pairs (old, new place) that left the order of the others. ``weights`` are words, 0 or more.

    A run is worth first how many of its pairs are ``counting``, then its weight; two pairs that share a
    place keep their order.
    """
    pairs = sorted(weights)
    scale = 1 + len(pairs) + sum(weights.values())
    worth = [1 + weights[pair] + (scale if pair in counting else 0) for pair in pairs]
    up = _best(pairs, worth)
    down = _best([(-o, -n) for o, n in reversed(pairs)], worth[::-1])[::-1]
    most = max(up, default=0)
    on_a_best_run = [k for k in range(len(pairs)) if up[k] + down[k] - worth[k] == most]
    stayed = _on_every_run([(up[k] - worth[k], up[k], k) for k in on_a_best_run])
    return {pair for k, pair in enumerate(pairs) if k not in stayed}


def _best(pairs: Sequence[Pair], worth: Sequence[int]) -> list[int]:
    """For each pair, in sorted order, the worth of the heaviest run that ends there (maxima in a tree)."""
    places = {n: k + 1 for k, n in enumerate(sorted({n for _, n in pairs}))}
    tree = [0] * (len(places) + 1)
    totals = []
    for (_, n), pair_worth in zip(pairs, worth, strict=True):
        best, k = 0, places[n]
        while k:
            best, k = max(best, tree[k]), k & (k - 1)
        totals.append(best + pair_worth)
        k = places[n]
        while k < len(tree):
            tree[k], k = max(tree[k], best + pair_worth), k + (k & -k)
    return totals


def _on_every_run(spans: list[tuple[int, int, int]]) -> set[int]:
    """Each best run fills 0 to the top without gaps, so what overlaps nothing is on all of them."""
    spans.sort()
    alone = set()
    reached = 0
    for k, (start, end, pair) in enumerate(spans):
        following = spans[k + 1][0] if k + 1 < len(spans) else end
        if start >= reached and following >= end:
            alone.add(pair)
        reached = max(reached, end)
    return alone
