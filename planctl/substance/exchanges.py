"""Terms that stand on both sides but have changed places: 300 guards here, 50 there, and the reverse.

Only an exact exchange is reported: two places whose other words are the same on both sides, and whose values
have been swapped; or a denial that left one place for another which had none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from planctl.substance.differences import Difference, between, kind_of
from planctl.substance.pairing import Pair
from planctl.substance.terms import Term


def swapped(same: Iterable[Pair]) -> Iterator[Difference]:
    """Differences between terms that were paired because their values are equal."""
    waiting: dict[tuple[frozenset[str], frozenset[str]], Pair] = {}
    for pair in same:
        here, there = pair.old.place, pair.new.place
        if here == there or not here or not there:
            continue
        earlier = waiting.pop((there, here), None)
        if earlier is None or earlier.old.value == pair.old.value:
            waiting[here, there] = pair
        else:
            yield from (_row(earlier.old, pair.new), _row(pair.old, earlier.new))


def _row(old: Term, new: Term) -> Difference:
    return between(kind_of(old, new), old, new, "exchanged")


def whole_place(term: Term) -> frozenset[str]:
    """The words of the term's place, with the one that it governs."""
    return term.place | {term.unit}


def moved(same: Iterable[Pair], places: Sequence[Collection[frozenset[str]]]) -> Iterator[Difference]:
    """Denials that moved; ``places`` are the words of those of either text that nothing is denied in."""
    for old, new in same:
        here, there = whole_place(old), whole_place(new)
        if here != there and there in places[0] and here in places[1]:
            yield between("negation", old, None)
            yield between("negation", None, new)
