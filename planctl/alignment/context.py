"""Second look: a pair again, now that the likely links of the whole plan are known."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from planctl.alignment.evidence import Columns, lead
from planctl.alignment.grams import STEPS, Grams, Pair, Texts

_LIKELY = 0.5
"""A pair from this probability on counts as a partner that explains words."""

_ANCHOR = 0.8
"""A pair from this probability on tells where its neighbours should be."""

_REACH = 4
_FAR = 30.0
_NOWHERE = 99.0


def look_again(texts: Texts, pairs: Sequence[Pair], looked: Columns, chances: Sequence[float]) -> Columns:
    """Terms of the second look for ``pairs``, given those of the first and how probable (0 to 1) each is."""
    columns = {"chance": [math.log(chance / (1 - chance)) for chance in chances]}
    columns["chance_lead_least"], columns["chance_lead_most"] = lead(pairs, chances)
    columns |= _left_over(texts, pairs, looked, chances)
    off = _off_course(pairs, chances)
    columns["off_course"] = [math.log1p(min(_FAR, *steps)) for steps in off]
    columns["on_course"] = [1 / (1 + rows) + 1 / (1 + columns) for rows, columns in off]
    return columns


def _left_over(texts: Texts, pairs: Sequence[Pair], looked: Columns, chances: Sequence[float]) -> Columns:
    """What a pair shares that the likelier partners of its units do not share with them already.

    As a share of the unit, and of what the pair shares; most and least of the old and the new unit.
    A pair is contested if both of its units have likelier partners for some of its words.
    """
    rank = _ranked(texts, pairs, chances)
    old, new = (_residuals(texts.grams, pairs, looked, rank, side=side) for side in (0, 1))
    both = list(zip(old, new, strict=True))
    contested = [float(max(a[1], b[1]) < 1) for a, b in both]
    left_least = [min(a[0], b[0]) for a, b in both]
    return {
        "left_most": [max(a[0], b[0]) for a, b in both],
        "left_least": left_least,
        "fresh_most": [max(a[1], b[1]) for a, b in both],
        "fresh_least": [min(a[1], b[1]) for a, b in both],
        "left_proof_most": [max(a[2], b[2]) for a, b in both],
        "left_proof_least": [min(a[2], b[2]) for a, b in both],
        "contested": contested,
        "contested_left": [flag * left for flag, left in zip(contested, left_least, strict=True)],
    }


def _ranked(texts: Texts, pairs: Sequence[Pair], chances: Sequence[float]) -> list[tuple[int, bool]]:
    """Places of the pairs in the order of their chances (among equals, the less displaced first), and which
    are likely."""
    old, new = len(texts.old), len(texts.new)
    keys = [(-chance, abs(i * new - j * old), i + j) for (i, j), chance in zip(pairs, chances, strict=True)]
    return [(k, chances[k] >= _LIKELY) for k in sorted(range(len(pairs)), key=keys.__getitem__)]


def _residuals(
    grams: Grams, pairs: Sequence[Pair], looked: Columns, rank: list[tuple[int, bool]], *, side: int
) -> list[tuple[float, float, float]]:
    masses = (grams.mass_old, grams.mass_new)[side]
    explained: dict[int, set[int]] = {}
    found = [(0.0, 0.0, 0.0)] * len(pairs)
    for k, likely in rank:
        (i, j), unit = pairs[k], pairs[k][side]
        fresh = total = looked["mass"][k]
        proof = looked["proof"][k]
        if unit in explained:
            rest, ties = (grams.old[i] & grams.new[j]) - explained[unit], grams.ties[i].get(j, 0)
            fresh = grams.total(rest) + ties * grams.tie
            proof = math.log1p(sum(map(grams.proof.__getitem__, rest), ties * STEPS) / STEPS)
        if total:
            found[k] = fresh / masses[unit], fresh / total, proof
        if likely:
            explained.setdefault(unit, set()).update(grams.old[i] & grams.new[j])
    return found


def _off_course(pairs: Sequence[Pair], chances: Sequence[float]) -> list[tuple[float, float]]:
    """How many units each pair lies from where sure pairs nearby would put it, seen from either side."""
    forth: defaultdict[int, list[int]] = defaultdict(list)
    back: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), chance in zip(pairs, chances, strict=True):
        if chance >= _ANCHOR:
            forth[i].append(j)
            back[j].append(i)
    return [(_steps(forth, i, j), _steps(back, j, i)) for i, j in pairs]


def _steps(anchors: dict[int, list[int]], unit: int, mate: int) -> float:
    best = _NOWHERE
    for reach in range(1, _REACH + 1):
        if best <= (reach - 1) / 4:
            break
        for step in (-reach, reach):
            for anchor in anchors.get(unit + step, ()):
                best = min(best, abs(anchor - step - mate) + (reach - 1) / 4)
    return best
