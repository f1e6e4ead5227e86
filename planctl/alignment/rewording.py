"""Links by meaning, between units that words left without a counterpart: for freely reworded texts.

Two sentences belong together if each is the other's nearest in meaning, ahead of all other units. Links
that words have found stay as they are, and keep a claim on their sentences: what is added are counterparts
of units without any, and what else was merged into a linked unit or split from it. docs/meaning.md has
figures.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planctl.alignment.candidate_table import CandidateTable
from planctl.alignment.grams import Pair, Texts
from planctl.alignment.letter_overlap import in_order
from planctl.alignment.links import Alignment, Link
from planctl.alignment.meaning import VECTOR_LENGTH, Meaning
from planctl.alignment.pair_features import climate, pair_features
from planctl.alignment.reasons import reasons
from planctl.text import clauses, join_short

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS: dict[str, float] = {"": -16.0, "whole": 19.8, "gap": 21.7, "bound": 9.5}
"""What each term counts, by logistic regression: ``python -m bench.reworded --fit``. On topics that were not
fitted on, F1 is 0.97 and the error of calibration 0.01."""

LEVEL = 0.5
"""From this probability on a pair is a link. F1 changes by less than 0.005 between 0.4 and 0.6."""

_HIGHEST_CHANCE = 0.9995
"""No link by meaning is surer than this, as no link by words is; 1 is kept for equal texts."""

_CLEAR = 0.1
"""Gap from which two sentences surely belong together; 0.05 and 0.15 do as well."""

_REWORDED = 0.56
"""Climate (mean closeness in words of units that are each other's nearest) below which a text was reworded
all through. Generated plans in other words have 0.1 to 0.55, edited ones 0.9, recast law 0.45 and up."""

_COVERED, _COVERED_IF_REWORDED = 0.2, 0.055
_GRACE = 8
"""Meaning speaks if this share of the units left over, counting eight more, has a clear counterpart. Of 105
revised essays, laws and standards none comes up to it; plans in other words have 0.06 to 0.2 where words find
nearly all links, and 0.2 to 0.6 where they do not."""

_SHORT_SENTENCE = 12
"""Letters below which a sentence is joined to the one before: list labels, abbreviations."""
_LONG_SENTENCE = 1000
"""Letters after which a text without full stops is cut."""

_BLOCK_SIZE = 512
"""Sentences compared with all others at a time; bounds memory."""


@dataclass(frozen=True)
class Bond:
    """What ties an old unit to a new one: cosine of their wholes and of the nearest sentences (-1 to 1).

    ``gap`` is the most by which two of their sentences are nearest to each other ahead of all other units;
    ``bound`` the share of letters in such sentences (0 to 1), of the unit that has more of them. ``clear``:
    two of them were clearly ahead while all sentences were still to be had.
    """

    whole: float
    nearest: float
    gap: float
    bound: float
    clear: bool

    @property
    def chance(self) -> float:
        """Probability that the two belong together, 0 to 1."""
        total = WEIGHTS[""] + sum(getattr(self, name) * weight for name, weight in WEIGHTS.items() if name)
        return min(_HIGHEST_CHANCE, 1 / (1 + math.exp(-total)))


def add(
    alignment: Alignment,
    table: CandidateTable,
    meaning: Meaning,
    barred: Callable[[Pair], bool],
    threshold: float | None = None,
) -> Alignment:
    """The same links, and those by meaning that nothing bars; ``table`` is what words say of the texts.

    Nothing is added to a revised text, where what is left over was dropped or is new: units without a
    counterpart must often have found one in meaning. Where a text was reworded all through, two units that
    are linked elsewhere may be linked with each other as well. Raises ``UnknownLanguage`` for a text in a
    language that the encoder lacks.
    """
    texts, free = table.texts, _free(alignment, table.texts, barred)
    if not (free[0] or free[1]) or not (texts.old and texts.new):
        return alignment
    meaning.check(texts.old, "the old text")
    meaning.check(texts.new, "the new text")
    reworded = is_reworded(table)
    bonds = candidates(alignment, free, bind(texts.old, texts.new, meaning), everything=reworded)
    bonds = {pair: bond for pair, bond in bonds.items() if not barred(pair)}
    if not bonds or coverage(bonds, free) < (_COVERED_IF_REWORDED if reworded else _COVERED):
        return alignment
    new = _links(bonds, texts, LEVEL if threshold is None else threshold)
    return alignment.joined(new)


Free = tuple[set[int], set[int]]
"""Units of the old and of the new text that have no link but may have one."""


def _free(alignment: Alignment, texts: Texts, barred: Callable[[Pair], bool]) -> Free:
    linked_old, linked_new = {link.old for link in alignment.links}, {link.new for link in alignment.links}
    old, new = range(len(texts.old)), range(len(texts.new))
    return (
        {i for i in old if i not in linked_old},
        {j for j in new if j not in linked_new and not all(barred((i, j)) for i in old)},
    )


def is_reworded(table: CandidateTable) -> bool:
    """Whether words say that the whole text was reworded."""
    total, pairs = (
        climate(table.columns["closeness"], table.columns["lead_least"]) if table.pairs else (0.0, 0)
    )
    return total < _REWORDED * pairs or not pairs


def candidates(
    alignment: Alignment, free: Free, bonds: dict[Pair, Bond], *, everything: bool
) -> dict[Pair, Bond]:
    """Bonds that are no links yet, in order: all of them, or those of units that are free."""
    linked = {(link.old, link.new) for link in alignment.links}
    return {
        (i, j): bond
        for (i, j), bond in sorted(bonds.items(), key=lambda entry: entry[0])
        if (i, j) not in linked and (everything or i in free[0] or j in free[1])
    }


def coverage(bonds: dict[Pair, Bond], free: Free) -> float:
    """Share (0 to 1) of the free units, counting some more, that have a clear counterpart in meaning."""
    clear = [pair for pair, bond in bonds.items() if bond.clear]
    matched = sum(len({pair[side] for pair in clear} & free[side]) for side in (0, 1))
    return matched / (len(free[0]) + len(free[1]) + _GRACE)


def _links(bonds: dict[Pair, Bond], texts: Texts, threshold: float) -> list[Link]:
    """Links for the likely ones, with the same reasons as others have, and how near they come in meaning."""
    pairs = list(bonds)
    chances = [bonds[pair].chance for pair in pairs]
    columns = pair_features(texts, pairs) | {"in_order": in_order(texts.old, texts.new, pairs)}
    why = reasons(CandidateTable(texts, pairs, set(), {}, columns), chances)
    return [
        Link(i, j, chance, stated=False, why=why(k)._replace(meaning=bonds[i, j].nearest))
        for k, ((i, j), chance) in enumerate(zip(pairs, chances, strict=True))
        if chance >= threshold
    ]


def bind(old: Sequence[str], new: Sequence[str], meaning: Meaning) -> dict[Pair, Bond]:
    """Pairs (0-based) with sentences that are nearest to each other, ahead of all other units.

    Two rounds: the second is among the sentences that the first has not tied clearly.
    """
    old_side, new_side = _SentenceVectors.of(old, meaning), _SentenceVectors.of(new, meaning)
    if not (old_side.sentences and new_side.sentences):
        return {}
    ties = _ties(old_side, new_side)
    clear = {pair for pair, (_, gap) in ties.items() if gap >= _CLEAR}
    again = _ties(old_side.without([s for s, _ in clear]), new_side.without([t for _, t in clear]))
    by_units: dict[Pair, list[Pair]] = {}
    for s, t in sorted(ties | again):
        by_units.setdefault((old_side.owner[s], new_side.owner[t]), []).append((s, t))
    all_ties = ties | again
    return {
        pair: Bond(
            whole=_cosine(old_side.whole(pair[0]), new_side.whole(pair[1])),
            nearest=max(all_ties[tie][0] for tie in tied),
            gap=max(all_ties[tie][1] for tie in tied),
            bound=max(old_side.share({s for s, _ in tied}), new_side.share({t for _, t in tied})),
            clear=not clear.isdisjoint(tied),
        )
        for pair, tied in by_units.items()
    }


@dataclass(frozen=True)
class _SentenceVectors:
    """Sentences of one text with the unit (0-based) that owns each, and their vectors."""

    sentences: list[str]
    owner: list[int]
    vectors: NDArray[np.float32]

    @classmethod
    def of(cls, units: Sequence[str], meaning: Meaning) -> _SentenceVectors:
        split = [encoded_stretches(unit) for unit in units]
        owner = [k for k, unit_sentences in enumerate(split) for _ in unit_sentences]
        flat = [sentence for unit_sentences in split for sentence in unit_sentences]
        return cls(flat, owner, meaning.vectors(flat))

    def of_unit(self, unit: int) -> slice:
        return slice(bisect_left(self.owner, unit), bisect_right(self.owner, unit))

    def whole(self, unit: int) -> NDArray[np.int64]:
        """Sum of a unit's vectors."""
        total: NDArray[np.int64] = self.vectors[self.of_unit(unit)].astype("int64").sum(axis=0)
        return total

    def without(self, taken: Sequence[int]) -> _SentenceVectors:
        """The same, but some sentences are like nothing."""
        vectors = self.vectors.copy()
        vectors[list(taken)] = 0
        return replace(self, vectors=vectors)

    def share(self, chosen: Collection[int]) -> float:
        """Share (0 to 1) of their unit's letters that some sentences of it have."""
        unit_sentences = self.sentences[self.of_unit(self.owner[min(chosen)])]
        return sum(len(self.sentences[k]) for k in chosen) / sum(map(len, unit_sentences))


def _ties(old_side: _SentenceVectors, new_side: _SentenceVectors) -> dict[Pair, tuple[float, float]]:
    """Sentences that are nearest to each other: their cosine, and how far all other units are behind."""
    forth, back = _nearest_sentences(old_side, new_side), _nearest_sentences(new_side, old_side)
    return {
        (s, t): (cosine, least)
        for s, (t, cosine, gap) in enumerate(forth)
        if back[t][0] == s and (least := min(gap, back[t][2])) > 0
    }


def _nearest_sentences(
    side: _SentenceVectors, other_side: _SentenceVectors
) -> list[tuple[int, float, float]]:
    """For each sentence the nearest on the other side, its cosine, and how far the next unit is behind."""
    import numpy as np

    nearest: list[tuple[int, float, float]] = []
    owner = np.array(other_side.owner)
    for start in range(0, len(side.sentences), _BLOCK_SIZE):
        likeness = side.vectors[start : start + _BLOCK_SIZE] @ other_side.vectors.T / VECTOR_LENGTH**2
        best = likeness.argmax(axis=1)
        top = likeness.max(axis=1)
        likeness[owner[None, :] == owner[best][:, None]] = 0.0
        gaps = top - np.maximum(likeness.max(axis=1), 0.0)
        nearest += zip(best.tolist(), top.tolist(), gaps.tolist(), strict=True)
    return nearest


def _cosine(first: NDArray[np.int64], second: NDArray[np.int64]) -> float:
    size = int(first @ first) * int(second @ second)
    return int(first @ second) / math.sqrt(size) if size else 0.0


def encoded_stretches(text: str) -> list[str]:
    """The clauses of a normal form; short ones go with the one before, very long ones are cut."""
    joined = join_short(clauses(text), _SHORT_SENTENCE)
    return [
        stretch[k : k + _LONG_SENTENCE] for stretch in joined for k in range(0, len(stretch), _LONG_SENTENCE)
    ]
