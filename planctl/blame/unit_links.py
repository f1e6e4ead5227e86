"""Which unit of a parent became which unit of a version: equal texts first, then what is plain from the
words they have in common, and alignment for the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from planctl.alignment import align
from planctl.blame.unit_text import UnitText
from planctl.redline import overlaps
from planctl.text import pair_equal

_AROUND = 1
"""Equal units on each side of a changed one that alignment sees as its surroundings.

On essays in drafts, 1 to 5 and all of them score alike; without any, .01 of units get a wrong ancestor.
"""

_ANCESTOR_SIMILARITY = 0.65
"""Similarity from which a unit counts as an ancestor: more than alignment asks of a counterpart.

One wrong link anywhere on the way makes a unit too old, while a missing one is often made good by the words
themselves. On essays in drafts the share of right ancestors is .932 for .35, .933 for .45, .936 for .65;
on logged typing it is the same throughout.
"""

_SAME, _RIVAL, _UNRELATED = 0.8, 0.5, 0.25
"""Shares of content words, common to two units in the same order, that decide without alignment.

Two units that have ``_SAME`` of the longer one in common, with nobody else near who has ``_RIVAL`` of the
shorter one, belong together, and so do two that have ``_RIVAL`` of it and nobody else near at all;
units that have no more than ``_UNRELATED`` of the shorter one do not. All else is doubtful. In drafts of
essays, standards, logged typing and consolidated law 3 of 932 links count as apart. Right ancestors in
essays: .942 so, .934 by alignment alone, .932 to .938 for .6 to .9, .4 to .7 and
.15 to .3; in typing the same.
"""

_FEWEST_WORDS = 4
"""Content words that a unit needs for them to decide; of fewer, one in common is too much or too little."""

_MOST_WORK, _LEAST_WORK = 200_000_000, 64
"""Words of one side times words of the other, a unit counting for 64 at least, up to which changed units are
held against each other one by one (.1 s). Beyond, alignment with its index of rare words is faster."""

Pair = tuple[int, int]


class Overlap(NamedTuple):
    """Content words that two units have in common, in the same order, and how many each has, fewer first."""

    common: int
    fewer: int
    more: int


def link_units(old: Sequence[UnitText], new: Sequence[UnitText]) -> list[Pair]:
    """Links (old unit, new unit) between the texts of a parent and those of a version.

    Equal texts are paired one to one; only what is left is compared, so that a version costs as much as it
    changed.
    """
    pairs = pair_equal([unit.bare for unit in old], [unit.bare for unit in new])
    rest_old = _others(len(old), {i for i, _ in pairs})
    rest_new = _others(len(new), {j for _, j in pairs})
    if not rest_old or not rest_new:
        return pairs
    if _work(old, rest_old) * _work(new, rest_new) > _MOST_WORK:
        return pairs + _aligned(old, new, pairs, set(rest_old), set(rest_new))
    near = _near(old, new, rest_old, rest_new)
    plain = _plain(near)
    done_old, done_new = {i for i, _ in plain}, {j for _, j in plain}
    doubtful = [(i, j) for i, j in near if i not in done_old and j not in done_new]
    pairs += plain
    return pairs + _aligned(old, new, pairs, {i for i, _ in doubtful}, {j for _, j in doubtful})


def _others(count: int, taken: Collection[int]) -> list[int]:
    return [k for k in range(count) if k not in taken]


def _work(units: Sequence[UnitText], some: Iterable[int]) -> int:
    return sum(max(_LEAST_WORK, len(units[k].content_words)) for k in some)


def _near(
    old: Sequence[UnitText], new: Sequence[UnitText], rest_old: Sequence[int], rest_new: Sequence[int]
) -> dict[Pair, Overlap]:
    """Units that may belong together."""
    near: dict[Pair, Overlap] = {}
    theirs = [new[j].content_words for j in rest_new]
    for i in rest_old:
        mine = old[i].content_words
        size = len(mine)
        for j, their_words, common in zip(rest_new, theirs, overlaps(mine, theirs), strict=True):
            fewer, more = (size, len(their_words)) if size < len(their_words) else (len(their_words), size)
            if common > _UNRELATED * fewer:
                near[i, j] = Overlap(common, fewer, more)
    return near


def _plain(near: Mapping[Pair, Overlap]) -> list[Pair]:
    """Pairs that keep nearly all of each other and of which nobody else has much."""
    strong = [pair for pair, (common, fewer, _) in near.items() if common >= _RIVAL * fewer]
    olds, news = Counter(i for i, _ in strong), Counter(j for _, j in strong)
    all_olds, all_news = Counter(i for i, _ in near), Counter(j for _, j in near)

    def is_same(i: int, j: int) -> bool:
        least = _RIVAL if all_olds[i] == all_news[j] == 1 else _SAME
        return near[i, j].fewer >= _FEWEST_WORDS and near[i, j].common >= least * near[i, j].more

    return [(i, j) for i, j in strong if olds[i] == news[j] == 1 and is_same(i, j)]


def _aligned(
    old: Sequence[UnitText],
    new: Sequence[UnitText],
    known: Collection[Pair],
    rest_old: set[int],
    rest_new: set[int],
) -> list[Pair]:
    """What alignment makes of doubtful units among those around them whose links are known."""
    if not rest_old:
        return []
    near_old, near_new = _around(rest_old), _around(rest_new)
    seen = [(i, j) for i, j in known if i in near_old or j in near_new]
    some_old = sorted(rest_old.union(i for i, _ in seen))
    some_new = sorted(rest_new.union(j for _, j in seen))
    alignment = align(
        [old[i].bare for i in some_old], [new[j].bare for j in some_new], threshold=_ANCESTOR_SIMILARITY
    )
    links = ((some_old[link.old], some_new[link.new]) for link in alignment.links)
    return [(i, j) for i, j in links if i in rest_old and j in rest_new]


def _around(units: Iterable[int]) -> set[int]:
    return {unit + step for unit in units for step in range(-_AROUND, _AROUND + 1)}
