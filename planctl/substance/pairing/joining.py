"""Which terms of two texts are the same, and which are counterparts with different values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from planctl.substance.terms import Term

_SAME_CLAUSE = 0.5  # overlap from which two terms stand in the same clause
_IN_ORDER_FROM = (
    3_000  # candidate pairs beyond which counterparts are taken in order, to keep the cost linear
)


class Pair(NamedTuple):
    """Two terms that are counterparts."""

    old: Term
    new: Term


class Leftover(NamedTuple):
    """Terms without a partner, in order."""

    old: list[Term]
    new: list[Term]


def alike(left: Term, right: Term) -> float:
    """How much the words around two terms overlap, 0 to 1 (overlap coefficient)."""
    least = min(len(left.context), len(right.context))
    return len(left.context & right.context) / least if least else 0.0


def always(old: Term, new: Term) -> float:
    """A score for terms that are counterparts wherever they stand."""
    return 1 + alike(old, new) + (old.place == new.place)


def in_place(old: Term, new: Term) -> float:
    """A score for terms that are counterparts only among much the same words."""
    near = alike(old, new)
    return near if near >= _SAME_CLAUSE else 0


def strong(rest: Leftover) -> Leftover:
    """Without the words that are too common to be reported by themselves."""
    return Leftover(*([term for term in side if not term.weak] for side in rest))


def one_group(_: Term) -> str:
    """The key for terms that may all be counterparts of each other."""
    return ""


def join(
    rest: Leftover, key: Callable[[Term], Hashable], score: Callable[[Term, Term], float]
) -> tuple[list[Pair], Leftover]:
    """Pair terms with equal keys, best score first; pairs that score 0 or less are refused.

    Mirrored: ties between rivals go to the pair that stands earliest on both sides taken together, so
    swapping the sides swaps the pairs.
    """
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side in (0, 1):
        for i, term in enumerate(rest[side]):
            groups[key(term)][side].append(i)
    pairs: list[tuple[int, int]] = []
    for olds, news in groups.values():
        if olds and news:
            pairs += matched(rest, olds, news, score)
    used = {i for i, _ in pairs}, {j for _, j in pairs}
    left = ([term for i, term in enumerate(rest[side]) if i not in used[side]] for side in (0, 1))
    return [Pair(rest.old[i], rest.new[j]) for i, j in sorted(pairs)], Leftover(*left)


def matched(
    rest: Leftover, olds: Sequence[int], news: Sequence[int], score: Callable[[Term, Term], float]
) -> list[tuple[int, int]]:
    """Places of terms that belong together, best score first."""
    if len(olds) * len(news) > _IN_ORDER_FROM:
        return [(i, j) for i, j in zip(olds, news, strict=False) if score(rest.old[i], rest.new[j]) > 0]
    scored = [
        (-value, x + y, i, j)
        for x, i in enumerate(olds)
        for y, j in enumerate(news)
        if (value := score(rest.old[i], rest.new[j])) > 0
    ]
    chosen: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(scored):
        if i not in taken[0] and j not in taken[1]:
            chosen.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return chosen
