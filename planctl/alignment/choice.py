"""The choice of links over the whole of two texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from planctl.alignment import candidate_table
from planctl.alignment.candidate_table import CandidateTable
from planctl.alignment.edited_copies import edited_copies
from planctl.alignment.grams import Pair
from planctl.alignment.links import Alignment, Link
from planctl.alignment.reasons import reasons
from planctl.alignment.weights import ALONE, FIRST_PASS, SECOND_PASS, THRESHOLD

if TYPE_CHECKING:
    from planctl.alignment.meaning import Meaning

_MUCH, _SOME, _POSSIBLE = 0.5, 0.2, 0.15
"""The part of a unit without a link that another has to keep to count as near it; less is enough where it
is so probable that the two belong together all the same."""

_FAR_AHEAD = 0.4
"""How much likelier the other links of both units must be for a pair to be none."""


def align(  # noqa: PLR0913 - the promised signature; all but the two texts are keywords
    old: Sequence[str],
    new: Sequence[str],
    *,
    stated: Collection[Pair] = (),
    forbidden: Collection[Pair] = (),
    closed_new: Collection[int] = (),
    threshold: float | None = None,
    meaning: Meaning | None = None,
) -> Alignment:
    """Link every old unit to the new units that came of it, each with the probability that it is right.

    ``old`` and ``new`` are texts in reading order. ``stated`` pairs (0-based) are linked whatever their
    words, ``forbidden`` ones never; the new units in ``closed_new`` get stated links only. ``threshold``
    is the similarity from which a pair is linked. Similarity is the probability (0 to 1) that the two
    belong together, 1 only if they are equal apart from format. Sides swapped, the answer is the same.
    Raises IndexError if a stated pair names a unit that is not there, TypeError for a text that is no
    sequence of units. ``meaning`` adds links between freely
    reworded units that words leave without a counterpart (``planctl.alignment.rewording``).

    Two passes: each pair is judged by its own words and its rivals, then again by what the likely links of
    the whole texts leave unexplained and where they put it. Method and figures: docs/alignment.md.
    """
    if isinstance(old, str) or isinstance(new, str):  # a string is a sequence of strings, too: its letters
        raise TypeError("align() takes two sequences of units, not two strings; write [text] for one unit")
    statements = set(stated)
    _check(statements, len(old), len(new))
    never, closed = set(forbidden) - statements, set(closed_new)

    def barred(pair: Pair) -> bool:
        return pair in never or pair[1] in closed

    table = candidate_table.build(old, new, statements, barred)
    rescored = candidate_table.rescore(table, table.chances(FIRST_PASS)) if table.pairs else table
    alignment = _alignment(rescored, statements, threshold)
    if meaning is None:
        return alignment
    from planctl.alignment import rewording

    return rewording.add(alignment, table, meaning, barred, threshold)


def _check(stated: set[Pair], old: int, new: int) -> None:
    for i, j in stated:
        if not (0 <= i < old and 0 <= j < new):
            raise IndexError(f"stated link ({i}, {j}) outside {old} old and {new} new units")


def _alignment(table: CandidateTable, stated: set[Pair], threshold: float | None) -> Alignment:
    chances = table.chances(SECOND_PASS) if table.pairs else []
    why = reasons(table, chances)
    chosen = choose(table, table.pinned(chances), threshold)
    unlinked = set(_nearest_unlinked(table, chances, chosen))

    def link(k: int) -> Link:
        i, j = table.pairs[k]
        equal = table.texts.old[i] == table.texts.new[j]
        chance = max(chances[k], table.least.get((i, j), 0.0))
        return Link(i, j, 1.0 if equal else chance, stated=(i, j) in stated, why=why(k))

    places = range(len(table.pairs))
    return Alignment(
        tuple(link(k) for k in places if table.pairs[k] in chosen),
        tuple(link(k) for k in places if k in unlinked),
    )


def _nearest_unlinked(table: CandidateTable, chances: Sequence[float], chosen: set[Pair]) -> Iterator[int]:
    """For each unit that no chosen pair has the likeliest of its pairs (by index) that is not improbable, or
    else the one that keeps most of it, if that is much."""
    for side, kept in enumerate(("kept_old", "kept_new")):
        linked = {pair[side] for pair in chosen}
        most: dict[int, tuple[float, float, int]] = {}
        for k, pair in enumerate(table.pairs):
            share = table.columns[kept][k]
            chance = chances[k] if share >= _SOME and chances[k] >= _POSSIBLE else 0.0
            if pair[side] not in linked and (chance or share >= _MUCH):
                most[pair[side]] = max(most.get(pair[side], (0.0, 0.0, 0)), (chance, share, -k))
        yield from (-k for _, _, k in most.values())


def choose(table: CandidateTable, chances: Sequence[float], threshold: float | None = None) -> set[Pair]:
    """The pairs of a rescored table that are links, given how probable (0 to 1) each pair is."""
    chosen = table.settled | _likely(table.pairs, chances, threshold)
    chosen -= set(_outdone(table.pairs, chances, chosen)) - table.settled
    if table.pairs and threshold is None:
        chosen.update(list(edited_copies(table, chances, chosen)))
    return chosen


def _outdone(pairs: Sequence[Pair], chances: Sequence[float], chosen: Collection[Pair]) -> Iterator[Pair]:
    """Chosen pairs both of whose units have a far likelier one: two that traded places are no recast."""
    best: defaultdict[tuple[int, int], float] = defaultdict(float)
    linked = [(pair, chance) for pair, chance in zip(pairs, chances, strict=True) if pair in chosen]
    for (i, j), chance in linked:
        best[0, i], best[1, j] = max(best[0, i], chance), max(best[1, j], chance)
    yield from ((i, j) for (i, j), chance in linked if min(best[0, i], best[1, j]) - chance >= _FAR_AHEAD)


def _likely(pairs: Sequence[Pair], chances: Sequence[float], threshold: float | None) -> set[Pair]:
    """Pairs from the threshold on; if none is asked for, less is enough where neither unit has any better."""
    best: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (i, j), chance in zip(pairs, chances, strict=True):
        best[0, i], best[1, j] = max(best[0, i], chance), max(best[1, j], chance)
    wanted = THRESHOLD if threshold is None else threshold
    alone = ALONE if threshold is None else threshold
    return {
        (i, j)
        for (i, j), chance in zip(pairs, chances, strict=True)
        if chance >= wanted or (chance >= alone and chance == best[0, i] == best[1, j])
    }
