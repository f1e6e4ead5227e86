"""Which reference of one text stands where which of the other stood, by the words around and by order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from planctl.substance.references.finding import Reference
from planctl.substance.references.places import WORD
from planctl.substance.references.words import low

Pair = tuple[int, int]
Near = Callable[[int, int, float], bool]

_CONTEXT_LETTERS = 60  # characters on either side
_STEM = 6  # letters: enough to tell words apart, few enough to join apply and applies
_COMMON_WORD = 2  # letters of words that are everywhere
_IN_ORDER_FROM = 3_000  # pairs beyond which references are taken in order, to keep the cost linear


def around(text: str, reference: Reference) -> frozenset[str]:
    """The stems of the words around a reference, each with the side on which it stands."""
    sides = (
        ("<", text[max(0, reference.start - _CONTEXT_LETTERS) : reference.start]),
        (">", text[reference.end : reference.end + _CONTEXT_LETTERS]),
    )
    return frozenset(
        side + low(match[0])[:_STEM]
        for side, part in sides
        for match in WORD.finditer(part)
        if len(match[0]) > _COMMON_WORD
    )


def paired(
    olds: Sequence[int], news: Sequence[int], words: Sequence[Sequence[frozenset[str]]], may: Near
) -> list[Pair]:
    """Counterparts among references (indices), the best pair first; ``may`` says of two, given how much of
    the words around them is the same (0 to 1), whether they can be counterparts.

    Of equal rivals those win that stand at like places of both texts. Mirrored if ``may`` is.
    """
    scored = sorted(
        (-value, abs(k - n), k + n, k, n)
        for k, n in _candidates(olds, news)
        if may(k, n, value := _overlap(words[0][k], words[1][n]))
    )
    chosen: list[Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, k, n in scored:
        if k not in taken[0] and n not in taken[1]:
            chosen.append((k, n))
            taken[0].add(k)
            taken[1].add(n)
    return sorted(chosen)


def _candidates(olds: Sequence[int], news: Sequence[int]) -> Iterator[Pair]:
    if len(olds) * len(news) > _IN_ORDER_FROM:
        return zip(olds, news, strict=False)
    return product(olds, news)


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """How much two sets of words have in common; two empty ones have all."""
    least = min(len(left), len(right))
    return len(left & right) / least if least else float(not left and not right)
