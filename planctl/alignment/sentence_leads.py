"""By how much each candidate leads its rivals in single sentences of a unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import repeat

from planctl.alignment.grams import Pair, Texts

_MANY_RIVALS = 64
"""Rivals from which those that have nothing of a sentence are passed over."""


def sentence_leads(
    texts: Texts, pairs: Sequence[Pair], kept: Sequence[float], side: int
) -> tuple[list[float], list[float]]:
    """What each pair's other unit has of single sentences of its unit on one side (0 old, 1 new).

    The most by which it lies ahead of its rivals in one sentence, and the share of the unit that it has in
    all sentences in which it is ahead (both 0 to 1). ``kept`` is the share of the unit that each pair keeps:
    that of the only sentence where a unit has but one, and both figures where there is no rival.
    """
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    for k, pair in enumerate(pairs):
        rivals[pair[side]].append(k)
    sentences = (texts.old_sentences, texts.new_sentences)[side]
    ahead, held = list(kept), list(kept)
    for unit, places in rivals.items():
        if len(places) == 1:
            continue
        partners = [pairs[k][1 - side] for k in places]
        whole = [(1.0, range(len(places)), [kept[k] for k in places])]
        for k in places:
            ahead[k] = held[k] = 0.0
        for size, some, shares in (
            _shares(texts, unit_sentences, partners, 1 - side)
            if len(unit_sentences := sentences[unit]) > 1
            else whole
        ):
            if not (best := max(shares, default=0.0)):
                continue
            leader = shares.index(best)
            del shares[leader]
            if gap := best - max(shares, default=0.0):
                k = places[some[leader]]
                ahead[k] = max(ahead[k], gap)
                held[k] += size * best
    return ahead, held


def _shares(
    texts: Texts, sentences: Sequence[Sequence[int]], partners: Sequence[int], side: int
) -> Iterator[tuple[float, Sequence[int], list[float]]]:
    """How much of its unit each sentence is, and the share of it that units on the other side have.

    Units are given by their places (0-based) among ``partners``; those that are not given have nothing of it.
    Words that only one or two units have weigh alike.
    """
    weight, rare = texts.grams.weight.get, repeat(texts.grams.tie)
    runs = list(map(texts.runs, sentences))
    masses = [sum(map(weight, run, rare)) for run in runs]
    units = [(texts.old_runs, texts.new_runs)[side][partner] for partner in partners]
    total = sum(masses)
    having = _having(units) if len(units) > _MANY_RIVALS else None
    for run, mass in zip(runs, masses, strict=True):
        if mass:
            some = range(len(units)) if having is None else _any(having, run, len(units))
            yield mass / total, some, [sum(map(weight, run & units[k], rare)) / mass for k in some]


def _having(units: Sequence[Collection[int]]) -> Mapping[int, Sequence[int]]:
    """Which of the units have each run of words."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for k, unit in enumerate(units):
        for code in unit:
            holders[code].append(k)
    return holders


def _any(having: Mapping[int, Sequence[int]], run: Collection[int], count: int) -> Sequence[int]:
    """Which of ``count`` units have anything of a sentence; all, if that is sooner done."""
    lists = [having[code] for code in run if code in having]
    return range(count) if sum(map(len, lists)) > count else sorted(set().union(*lists))
