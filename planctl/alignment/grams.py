"""Short runs of words: how rare they are in both texts, and what two units share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, count, pairwise

from planctl.alignment.letters import Letters
from planctl.text import join_short, parts, sentences, stem

Pair = tuple[int, int]

_SHORT_SENTENCE = 25
"""Letters below which a sentence is joined to the one before: labels, abbreviations. From 12 to 40 links are
found with the same F1 to 0.001. Clauses, up to each comma or semicolon, are worse by 0.002 or more."""

_RARITY = 300
"""Units that have a word, over which its rarity is reckoned, however many units there are: points that share
nothing with others change nothing for them. Over the fitting cases 90, 300 and 1,000 score alike to 0.003 in
F1, and as well as the number of units in each case."""

_LEAST_RARITY = 0.3
"""What is left of the rarity of a word that stands everywhere."""

WEIGHT_STEPS = 1024
"""Weights are whole numbers, so that sums do not depend on the order of their terms and mirror exactly."""


class Grams:
    """Short runs of words over both texts.

    A gram's ``weight`` is the square of its rarity (the logarithm of how few units have it), so that
    sentences which many points share count for little: unsquared, links in plans full of near-twins are found
    with an F1 of 0.93, not 0.95, and others no better. Its ``proof`` is one over ``visits``, the number of
    pairs of an old and a new unit that both have it: for the only two with a gram it proves much.

    Most shared grams stand in one unit of either text. These ties are only counted: ``ties`` has for each old
    unit how many it has with which new one. Each weighs ``tie`` and proves all that a gram can
    (``WEIGHT_STEPS``). ``old`` and ``new`` are the grams of each unit that several units of a text have.
    """

    def __init__(self, old: Sequence[set[int]], new: Sequence[set[int]]) -> None:
        (seen_old, again_old), (seen_new, again_new) = _seen(old), _seen(new)
        often = again_old | again_new
        self.old, self.new = [unit & often for unit in old], [unit & often for unit in new]
        # Plain dictionaries: a look-up in a counter takes several times as long.
        in_old: dict[int, int] = dict(Counter(chain.from_iterable(self.old)))
        in_new: dict[int, int] = dict(Counter(chain.from_iterable(self.new)))
        level = _levels(len(old) + len(new) + 1)
        self.weight = {gram: level[in_old.get(gram, 0) + in_new.get(gram, 0)] for gram in often}
        self.visits = {gram: in_old[gram] * in_new[gram] for gram in in_old.keys() & in_new.keys()}
        self.proof = {gram: WEIGHT_STEPS // visits for gram, visits in self.visits.items()}
        self.tie = level[2]
        self.ties = _ties(old, new, (seen_old & seen_new) - often)
        tied_old, tied_new = [sum(row.values()) for row in self.ties], [0] * len(new)
        for row in self.ties:
            for j, ties in row.items():
                tied_new[j] += ties
        self.mass_old = self._masses(old, self.old, tied_old, level[1])
        self.mass_new = self._masses(new, self.new, tied_new, level[1])
        self.size_old = [math.log1p(mass / WEIGHT_STEPS) for mass in self.mass_old]
        self.size_new = [math.log1p(mass / WEIGHT_STEPS) for mass in self.mass_new]

    def _masses(
        self, units: Sequence[set[int]], often: Sequence[set[int]], tied: Sequence[int], lone: int
    ) -> list[int]:
        return [
            self.total(common) + ties * self.tie + (len(unit) - len(common) - ties) * lone
            for unit, common, ties in zip(units, often, tied, strict=True)
        ]

    def total(self, often: set[int]) -> int:
        """Summed weight of some grams that are no ties."""
        return sum(map(self.weight.__getitem__, often))

    def kept(self, pair: Pair, mass: float) -> tuple[float, float]:
        """Shares (0 to 1) of the old and of the new unit's weight that ``mass`` is."""
        old, new = self.mass_old[pair[0]], self.mass_new[pair[1]]
        return (mass / old if old else 0.0), (mass / new if new else 0.0)


def _seen(units: Sequence[set[int]]) -> tuple[set[int], set[int]]:
    """All grams of a text, and those in several units."""
    seen, again = set[int](), set[int]()
    for unit in units:
        again |= seen & unit
        seen |= unit
    return seen, again


def _ties(old: Sequence[set[int]], new: Sequence[set[int]], ones: set[int]) -> list[dict[int, int]]:
    """For each old unit the new ones with which it has any of the ``ones``, and how many."""
    owner = {gram: i for i, unit in enumerate(old) for gram in unit & ones}
    ties: list[dict[int, int]] = [{} for _ in old]
    for j, unit in enumerate(new):
        for i, shared in Counter(map(owner.__getitem__, unit & ones)).items():
            ties[i][j] = shared
    return ties


@lru_cache(maxsize=16)
def _levels(units: int) -> Sequence[int]:
    """What a gram weighs, by the number of units that have it."""
    rarities = (max(_LEAST_RARITY, math.log(_RARITY / k)) for k in range(1, units + 2))
    return [0, *(round(WEIGHT_STEPS * rarity**2) for rarity in rarities)]


class Texts:
    """Both texts in normal form: words by unit and sentence, runs of one or two cut words, of letters."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = old, new
        number: defaultdict[str, int] = defaultdict(count().__next__)
        sentences_by_unit = [
            [
                list(map(number.__getitem__, parts(sentence)))
                for sentence in join_short(sentences(text), _SHORT_SENTENCE)
            ]
            for text in (*old, *new)
        ]
        units = [list(chain.from_iterable(unit_sentences)) for unit_sentences in sentences_by_unit]
        self.vocabulary = list(number)
        stems: defaultdict[str, int] = defaultdict(count(1).__next__)
        self.codes = [stems[stem(word)] for word in self.vocabulary]
        self.old_words, self.new_words = units[: len(old)], units[len(old) :]
        self._base = len(stems) + 1
        runs = list(map(self.runs, units))
        self.old_runs, self.new_runs = runs[: len(old)], runs[len(old) :]
        self.old_sentences, self.new_sentences = sentences_by_unit[: len(old)], sentences_by_unit[len(old) :]
        self.grams = Grams(self.old_runs, self.new_runs)
        self.letters = Letters(self.vocabulary, self.old_words, self.new_words)

    def runs(self, word_ids: Sequence[int]) -> set[int]:
        """Single stems and runs of two in some words (numbers in the vocabulary), each as one number."""
        stems = [self.codes[word] for word in word_ids]
        return {*stems, *[a * self._base + b for a, b in pairwise(stems)]}
