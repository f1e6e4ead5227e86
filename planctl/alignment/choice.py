"""The choice of links over the whole plan."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from planctl.alignment.links import Alignment, Link
from planctl.alignment.text import normalise, stem, words

_THRESHOLD = 0.5
_POSTINGS = 64
"""A gram in more units than this brings no candidates: it tells nobody apart, and its pairs grow with the square."""

Pair = tuple[int, int]


def align(
    old: Sequence[str],
    new: Sequence[str],
    *,
    stated: Collection[Pair] = (),
    forbidden: Collection[Pair] = (),
    closed_new: Collection[int] = (),
    threshold: float | None = None,
) -> Alignment:
    """Link every old unit to the new units that came of it.

    ``old`` and ``new`` are texts in reading order. ``stated`` pairs (0-based) are linked whatever their
    words, ``forbidden`` ones never; the new units in ``closed_new`` get stated links only. ``threshold``
    is the similarity (0 to 1) from which a pair is linked. The answer does not depend on which side is
    called old. Raises IndexError if a stated pair names a unit that is not there.
    """
    old_texts, new_texts = [normalise(t) for t in old], [normalise(t) for t in new]
    scores = _scores(old_texts, new_texts)
    barred = set(forbidden) | set(stated)
    shut = set(closed_new)
    level = _THRESHOLD if threshold is None else threshold
    kept = {
        pair: score
        for pair, score in _chosen(scores, len(old), len(new)).items()
        if score >= level and pair not in barred and pair[1] not in shut
    }
    links = [Link(i, j, score, stated=False, why=None) for (i, j), score in kept.items()]
    links += [_stated(i, j, old_texts, new_texts) for i, j in set(stated)]
    return Alignment(tuple(sorted(links, key=lambda link: (link.old, link.new))))


def _stated(i: int, j: int, old: list[str], new: list[str]) -> Link:
    return Link(i, j, ratio(old[i], new[j]) / 100, stated=True, why=None)


def _grams(text: str) -> set[str]:
    stems = [stem(word) for word in words(text)]
    return {*stems, *(f"{a} {b}" for a, b in pairwise(stems))}


def _scores(old: list[str], new: list[str]) -> dict[Pair, float]:
    grams_old, grams_new = [_grams(t) for t in old], [_grams(t) for t in new]
    where: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, units in enumerate((grams_old, grams_new)):
        for k, grams in enumerate(units):
            for gram in grams:
                where[gram][side].append(k)
    count = len(old) + len(new) + 1
    weight = {g: math.log(count / (len(a) + len(b))) for g, (a, b) in where.items()}
    shared: defaultdict[Pair, float] = defaultdict(float)
    for gram, (a, b) in sorted(where.items()):
        if len(a) <= _POSTINGS and len(b) <= _POSTINGS:
            for i in a:
                for j in b:
                    shared[i, j] += weight[gram]
    mass_old = [sum(sorted(weight[g] for g in grams)) for grams in grams_old]
    mass_new = [sum(sorted(weight[g] for g in grams)) for grams in grams_new]
    scores = {}
    for (i, j), mass in shared.items():
        smaller, larger = sorted((mass_old[i], mass_new[j]))
        scores[i, j] = min(1.0, 0.7 * mass / (smaller or 1) + 0.3 * mass / (larger or 1)) if smaller else 0.0
    for (i, j), score in scores.items():
        if score > 0.2:
            scores[i, j] = 1.0 if old[i] == new[j] else 0.8 * score + 0.2 * ratio(old[i], new[j]) / 100
    return scores | _equal(old, new)


def _equal(old: list[str], new: list[str]) -> dict[Pair, float]:
    """Units whose texts are equal, paired in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(new):
        places[text].append(j)
    seen: defaultdict[str, int] = defaultdict(int)
    pairs = {}
    for i, text in enumerate(old):
        if seen[text] < len(places[text]):
            pairs[i, places[text][seen[text]]] = 1.0
        seen[text] += 1
    return pairs


def _chosen(scores: dict[Pair, float], rows: int, columns: int) -> dict[Pair, float]:
    best_row, best_column = [0.0] * rows, [0.0] * columns
    for (i, j), score in scores.items():
        best_row[i], best_column[j] = max(best_row[i], score), max(best_column[j], score)
    chosen: dict[Pair, float] = {}
    ranked = sorted(scores.items(), key=lambda at: (-at[1], abs(at[0][0] - at[0][1]), sum(at[0]), at[0]))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for (i, j), score in ranked:
        rivals = max(best_row[i] if i in taken_old else 0, best_column[j] if j in taken_new else 0)
        if i in taken_old and j in taken_new:
            continue
        if score >= 0.75 * rivals and not (rivals and score == 1.0):
            chosen[i, j] = score
            taken_old.add(i)
            taken_new.add(j)
    return chosen
