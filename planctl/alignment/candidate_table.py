"""The candidate pairs of two texts, with the features that speak for and against each of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import compress
from operator import mul
from typing import NamedTuple

from planctl.alignment import definitions, verbatim
from planctl.alignment.candidates import equals, propose
from planctl.alignment.grams import Pair, Texts
from planctl.alignment.pair_features import Columns, pair_features
from planctl.alignment.second_pass import second_pass_features
from planctl.text import normalise

_CERTAIN = 0.9995
"""Chance of pairs that need no judging (equal texts, stated links), and the most that any pair gets."""

_HOPELESS = 0.01
"""Pairs below this chance are left out of the second pass."""


class CandidateTable(NamedTuple):
    """Pairs (0-based) in order with their features, one column each.

    ``settled`` pairs need no judging; ``least`` has the least similarity (0 to 1) of those among them that
    are neither equal nor stated.
    """

    texts: Texts
    pairs: list[Pair]
    settled: set[Pair]
    least: dict[Pair, float]
    columns: Columns

    def chances(self, weights: Mapping[str, float]) -> list[float]:
        """Probability of each pair (0 to 1) by a weighted sum of features; the empty name is the constant."""
        names = [name for name in weights if name]
        counts = [weights[name] for name in names]
        rows = zip(*(self.columns[name] for name in names), strict=True)
        sums = [weights[""] + sum(map(mul, counts, row)) for row in rows]
        return [min(_CERTAIN, max(1 - _CERTAIN, 1 / (1 + math.exp(-max(-30.0, total))))) for total in sums]

    def pinned(self, chances: Sequence[float]) -> list[float]:
        """The same chances, but settled pairs are sure."""
        return [_CERTAIN if pair in self.settled else c for pair, c in zip(self.pairs, chances, strict=True)]


def build(
    old: Sequence[str], new: Sequence[str], stated: Collection[Pair], barred: Callable[[Pair], bool]
) -> CandidateTable:
    """All candidate pairs, ``stated`` ones included, ``barred`` ones not, with features of the first pass."""
    texts = Texts([normalise(text) for text in old], [normalise(text) for text in new])
    equal = equals(texts.old, texts.new, barred)
    same_term = {pair for pair in definitions.same_term(texts.old, texts.new) if not barred(pair)} - equal
    defined_old, defined_new = {i for i, _ in same_term}, {j for _, j in same_term}

    def ruled_out(pair: Pair) -> bool:
        if pair[0] in defined_old and pair[1] in defined_new:
            return True
        olds, news = texts.old[pair[0]], texts.new[pair[1]]
        return barred(pair) or olds == news or definitions.of_another(olds, news)

    proposed = {pair for pair in propose(texts.grams) if not ruled_out(pair)}
    whole = verbatim.taken_over(texts, proposed, equal)
    least = dict.fromkeys(same_term, definitions.SAME_DEFINITION) | dict.fromkeys(
        whole, verbatim.STANDS_WHOLE
    )
    settled = equal | least.keys() | set(stated)
    pairs = sorted(proposed | settled)
    return CandidateTable(texts, pairs, settled, least, pair_features(texts, pairs) if pairs else {})


def rescore(table: CandidateTable, chances: Sequence[float]) -> CandidateTable:
    """The pairs that still have a chance, with features that take likely rivals and partners into account."""
    chances = table.pinned(chances)
    kept = [chance >= _HOPELESS for chance in chances]
    pairs = list(compress(table.pairs, kept))
    columns = {name: list(compress(column, kept)) for name, column in table.columns.items()}
    again = second_pass_features(table.texts, pairs, columns, list(compress(chances, kept)))
    return CandidateTable(table.texts, pairs, table.settled, table.least, columns | again)
