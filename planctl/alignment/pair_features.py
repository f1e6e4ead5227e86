"""First pass: what the words of two units say for a link, against what they say for its rivals.

Every feature is a column with one number per pair. None depends on which side is called old.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from operator import add

from planctl.alignment.grams import WEIGHT_STEPS, Grams, Pair, Texts

Columns = dict[str, list[float]]

_BENDS = (0.3, 0.5, 0.75)
"""Where the worth of a little more closeness may change."""

_NEARLY_ALL = 0.75
"""Share of a unit's words from which on it counts as taken over whole."""

_NEIGHBOUR_WEIGHTS = ((1, 1, 1.0), (2, 2, 0.7), (3, 3, 0.6), (1, 2, 0.55), (2, 1, 0.55))
"""Steps to a neighbouring pair, old and new, and what a neighbour in that place counts."""


_PLACES_APART = 100
"""Places between units that stand apart."""

_REVISED, _SMALL_TEXT = 0.8, 20
"""Climate (mean closeness of units that are each other's nearest and not equal) below which a text counts as
reworded, and how many such units say as much as that presumption. Equal units say nothing: how freely a few
points were reworded does not depend on how many others stand beside them."""

_ADJOINING = ((0, 1), (0, -1), (1, 0), (-1, 0))
"""Steps from a pair to those of one of its units with a neighbour of the other."""


def pair_features(texts: Texts, pairs: Sequence[Pair]) -> Columns:
    """Features of the first pass for ``pairs``."""
    columns = _of_words(texts, pairs)
    closeness = columns["closeness"]
    for level in _BENDS:
        columns[f"above_{level}"] = [value - level if value > level else 0.0 for value in closeness]
    least, most = lead(pairs, closeness)
    columns["lead_least"], columns["lead_most"] = least, most
    columns["first_for_both"] = [1.0 if gap > 0 else 0.0 for gap in least]
    columns["first_for_one"] = [1.0 if gap > 0 else 0.0 for gap in most]
    explains_old = _leads([i for i, _ in pairs], columns["kept_old"])
    explains_new = _leads([j for _, j in pairs], columns["kept_new"])
    columns["explains_least"] = list(map(min, explains_old, explains_new))
    columns["explains_most"] = list(map(max, explains_old, explains_new))
    columns["whole"] = [kept - _NEARLY_ALL if kept > _NEARLY_ALL else 0.0 for kept in columns["kept_most"]]
    stand = _places(texts, pairs)
    columns["old_place"], columns["new_place"] = [i for i, _ in stand], [j for _, j in stand]
    columns["beside"] = beside(stand, closeness)
    changed = [gap if texts.old[i] != texts.new[j] else 0.0 for gap, (i, j) in zip(least, pairs, strict=True)]
    total, nearest = climate(closeness, changed)
    reworded = max(0.0, _REVISED - (total + _REVISED * _SMALL_TEXT) / (nearest + _SMALL_TEXT))
    columns["reworded"] = [reworded] * len(pairs)
    return columns


def _of_words(texts: Texts, pairs: Sequence[Pair]) -> Columns:
    """What the units keep of each other, most and least; how much that is; how far only they have it; letters
    in common; sizes; and how close they are, all in all."""
    names = (
        *("kept_old", "kept_new", "kept_most", "kept_least", "mass", "shared", "proof"),
        *("letters", "size_least", "size_most", "closeness"),
    )
    likeness = texts.letters.likeness(pairs)
    rows = [_pair(texts.grams, i, j, letters) for (i, j), letters in zip(pairs, likeness, strict=True)]
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def _pair(grams: Grams, i: int, j: int, letters: float) -> tuple[float, ...]:
    common, ties = grams.old[i] & grams.new[j], grams.ties[i].get(j, 0)
    mass = sum(map(grams.weight.__getitem__, common), ties * grams.tie)
    proof = sum(map(grams.proof.__getitem__, common), ties * WEIGHT_STEPS)
    old_mass, new_mass = grams.mass_old[i], grams.mass_new[j]
    kept_old, kept_new = (mass / old_mass if old_mass else 0.0), (mass / new_mass if new_mass else 0.0)
    most, least = (kept_old, kept_new) if kept_old > kept_new else (kept_new, kept_old)
    small, large = grams.size_old[i], grams.size_new[j]
    if small > large:
        small, large = large, small
    closeness = (2 * letters + most + least) / 4
    masses = mass, math.log1p(mass / WEIGHT_STEPS), math.log1p(proof / WEIGHT_STEPS)
    return kept_old, kept_new, most, least, *masses, letters, small, large, closeness


def lead(pairs: Sequence[Pair], values: Sequence[float]) -> tuple[list[float], list[float]]:
    """How far each pair lies before the best rival with the same old or the same new unit: least and most."""
    old, new = _leads([i for i, _ in pairs], values), _leads([j for _, j in pairs], values)
    return list(map(min, old, new)), list(map(max, old, new))


def _leads(units: Sequence[int], values: Sequence[float]) -> list[float]:
    """How far each value (0 or more) lies before the best of the others with the same unit."""
    first = [0.0] * (max(units, default=0) + 1)
    second = first.copy()
    for unit, value in zip(units, values, strict=True):
        if value > first[unit]:
            first[unit], second[unit] = value, first[unit]
        elif value > second[unit]:
            second[unit] = value
    return [
        value - (second[unit] if value == first[unit] else first[unit])
        for unit, value in zip(units, values, strict=True)
    ]


def beside(pairs: Sequence[Pair], values: Sequence[float]) -> list[float]:
    """How close the best neighbouring pair is before a pair, and after it, summed."""
    width = max((j for _, j in pairs), default=0) + 4
    place = {i * width + j: k for k, (i, j) in enumerate(pairs)}
    before, after = [0.0] * len(pairs), [0.0] * len(pairs)
    for rows, columns, weight in _NEIGHBOUR_WEIGHTS:
        step = rows * width + columns
        for key in place.keys() & {key + step for key in place}:
            earlier, later = place[key - step], place[key]
            after[earlier] = max(after[earlier], weight * values[later])
            before[later] = max(before[later], weight * values[earlier])
    return list(map(add, before, after))


def adjoining(pairs: Sequence[Pair], values: Sequence[float]) -> list[float]:
    """The best value of a pair that one unit makes with a neighbour of the other: a merge or a split."""
    value = dict(zip(pairs, values, strict=True))
    return [max(value.get((i + a, j + b), 0.0) for a, b in _ADJOINING) for i, j in pairs]


def places(columns: Columns) -> list[Pair]:
    """Where each pair stands, by the places of its units (``_places``)."""
    return [(int(i), int(j)) for i, j in zip(columns["old_place"], columns["new_place"], strict=True)]


def _places(texts: Texts, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs by their places among the units that came into question for one that changed.

    Equal units that only such others may be taken for stand apart: they are beside nothing and between
    nothing, so that they change no more for the rest than if they were not there.
    """
    near = _changed(texts, pairs)
    old = {i: k for k, i in enumerate(sorted({i for i, _ in near}))}
    new = {j: k for k, j in enumerate(sorted({j for _, j in near}))}
    apart = count(max(len(old), len(new)) + _PLACES_APART, _PLACES_APART)
    return [(old[i], new[j]) if i in old else (place := next(apart), place) for i, j in pairs]


def _changed(texts: Texts, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that hang together, over any number of steps, with a unit that has no equal counterpart."""
    equal = [pair for pair in pairs if texts.old[pair[0]] == texts.new[pair[1]]]
    same_old, same_new = {i for i, _ in equal}, {j for _, j in equal}
    of_old: defaultdict[int, list[int]] = defaultdict(list)
    of_new: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        of_old[i].append(j)
        of_new[j].append(i)
    olds = {i for i in of_old if i not in same_old}
    news = {j for j in of_new if j not in same_new}
    fresh_old, fresh_new = set(olds), set(news)
    while fresh_old or fresh_new:
        reached_new = {j for i in fresh_old for j in of_old[i]} - news
        reached_old = {i for j in fresh_new for i in of_new[j]} - olds
        olds |= reached_old
        news |= reached_new
        fresh_old, fresh_new = reached_old, reached_new
    return [pair for pair in pairs if pair[0] in olds]


def climate(values: Sequence[float], leads: Sequence[float]) -> tuple[float, int]:
    """Summed closeness of the units that are each other's best, and how many pairs they are."""
    best = [value for value, gap in zip(values, leads, strict=True) if gap > 0]
    return math.fsum(best), len(best)
