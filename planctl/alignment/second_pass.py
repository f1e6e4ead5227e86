"""Second pass: each pair is judged again, now that the likely links of the whole plan are known."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import mul

from planctl.alignment.grams import WEIGHT_STEPS, Grams, Pair, Texts
from planctl.alignment.letter_overlap import in_order
from planctl.alignment.pair_features import Columns, adjoining, beside, places
from planctl.alignment.sentence_leads import sentence_leads

_LIKELY = 0.05
"""A pair from this probability on explains words, as far as it is likely. At 0.5 fewer merges are found."""

_ANCHOR = 0.8
"""A pair from this probability on shows where its neighbours should be."""

_REACH = 4
_FARTHEST_NEIGHBOUR = 30.0
_NOWHERE = math.inf

_FAR_AHEAD = 0.4
"""Where two units are each other's nearest, for one of them by this much, their places say nothing."""


def second_pass_features(
    texts: Texts, pairs: Sequence[Pair], first_columns: Columns, chances: Sequence[float]
) -> Columns:
    """Features of the second pass, given those of the first and the probability (0 to 1) of each pair."""
    columns = {"chance": [math.log(chance / (1 - chance)) for chance in chances]}
    stand = places(first_columns)
    rank = _ranked(stand, chances)
    old, new = (_fresh(texts.grams, pairs, first_columns, rank, side=side) for side in (0, 1))
    columns["fresh_least"], columns["fresh_most"] = list(map(min, old, new)), list(map(max, old, new))
    columns |= _sentence_features(texts, pairs, first_columns)
    columns["in_order"] = in_order(texts.old, texts.new, pairs)
    clear = [
        first > 0 and lead >= _FAR_AHEAD
        for first, lead in zip(first_columns["first_for_both"], first_columns["lead_most"], strict=True)
    ]
    columns["off_course"] = [
        0.0 if ahead and steps < _NOWHERE else math.log1p(min(_FARTHEST_NEIGHBOUR, steps))
        for ahead, steps in zip(clear, _off_course(stand, chances), strict=True)
    ]
    columns["between"] = beside(stand, chances)
    columns["adjoining"] = adjoining(stand, chances)
    return columns


def _sentence_features(texts: Texts, pairs: Sequence[Pair], first_columns: Columns) -> Columns:
    """In which sentences a pair lies ahead of its rivals, most and least of the old and the new unit.

    One sentence says more about a text that was reworded all through, hence the features for those alone.
    """
    ahead_old, held_old = sentence_leads(texts, pairs, first_columns["kept_old"], 0)
    ahead_new, held_new = sentence_leads(texts, pairs, first_columns["kept_new"], 1)
    least, most = list(map(min, ahead_old, ahead_new)), list(map(max, ahead_old, ahead_new))
    reworded = first_columns["reworded"]
    return {
        "ahead_least": least,
        "ahead_most": most,
        "held_most": list(map(max, held_old, held_new)),
        "reworded_ahead_least": list(map(mul, reworded, least)),
        "reworded_ahead_most": list(map(mul, reworded, most)),
    }


def _ranked(stand: Sequence[Pair], chances: Sequence[float]) -> list[tuple[int, int]]:
    """Places of the pairs in the order of their chances (among equals, the less displaced first), and how
    likely each is in steps of ``WEIGHT_STEPS``, none if hardly at all."""
    old, new = (1 + max((place[side] for place in stand), default=0) for side in (0, 1))
    keys = [(-chance, abs(i * new - j * old), i + j) for (i, j), chance in zip(stand, chances, strict=True)]
    steps = [round(chance * WEIGHT_STEPS) if chance >= _LIKELY else 0 for chance in chances]
    return [(k, steps[k]) for k in sorted(range(len(keys)), key=keys.__getitem__)]


def _fresh(
    grams: Grams, pairs: Sequence[Pair], first_columns: Columns, rank: list[tuple[int, int]], *, side: int
) -> list[float]:
    """The share (0 to 1) of what a pair has in common that likelier partners of its unit on a side leave.

    A partner takes of the common grams as much as it is likely. What was taken is counted in steps of
    ``WEIGHT_STEPS``: sums of whole numbers mirror exactly.
    """
    taken: dict[int, dict[int, int]] = {}
    fresh = [float(mass > 0) for mass in first_columns["mass"]]
    rivals = Counter(pair[side] for pair in pairs)
    for k, steps in rank:
        (i, j), unit = pairs[k], pairs[k][side]
        gone = taken.setdefault(unit, {})
        rivals[unit] -= 1
        leaves = steps if rivals[unit] else 0
        if not (fresh[k] and (gone or leaves)):
            continue
        common = grams.old[i] & grams.new[j]
        lost = sum([grams.weight[gram] * gone[gram] for gram in common & gone.keys()]) / WEIGHT_STEPS
        fresh[k] -= lost / first_columns["mass"][k]
        if leaves:
            _take(gone, common, leaves)
    return fresh


def _take(gone: dict[int, int], grams: set[int], steps: int) -> None:
    """Take ``steps`` of what is left of each gram."""
    for gram in grams:
        gone[gram] = (
            WEIGHT_STEPS - (WEIGHT_STEPS - gone.get(gram, 0)) * (WEIGHT_STEPS - steps) // WEIGHT_STEPS
        )


def _off_course(pairs: Sequence[Pair], chances: Sequence[float]) -> list[float]:
    """How many units each pair lies from where sure pairs nearby would put it, by the nearer side."""
    forth: defaultdict[int, list[int]] = defaultdict(list)
    back: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), chance in zip(pairs, chances, strict=True):
        if chance >= _ANCHOR:
            forth[i].append(j)
            back[j].append(i)
    return [min(_steps(forth, i, j), _steps(back, j, i)) for i, j in pairs]


def _steps(anchors: dict[int, list[int]], unit: int, mate: int) -> float:
    best = _NOWHERE
    for reach in range(1, _REACH + 1):
        if best <= (reach - 1) / 4:
            break
        for step in (-reach, reach):
            for anchor in anchors.get(unit + step, ()):
                best = min(best, abs(anchor - step - mate) + (reach - 1) / 4)
    return best
