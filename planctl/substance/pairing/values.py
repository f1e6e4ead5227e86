"""Counterparts of values.

In this order: an equal value of the same noun and holder is the same thing, wherever it stands; then what
counts the same noun or stands in the best-matching clause; then what stands in the same place, if neither
noun nor holder conflicts. What is left was dropped or added. Nothing else that a text holds changes a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.substance.differences import Difference, between, kind_of, unpaired
from planctl.substance.pairing.joining import Leftover, Pair, alike, join
from planctl.substance.terms import Term
from planctl.substance.values.amounts import growth, same

_ROUNDING = 0.01  # "33 %" is one third: percentages are rounded to whole ones
_SHARES = frozenset(("share",))
_EQUAL, _NOUN, _PLACE, _BESIDE, _CONTEXT, _KIND = 2.0, 1.0, 2.5, 0.4, 0.5, 0.2
"""How much each sign weighs that two values are counterparts; set by hand, in this order of trust."""
_UNKNOWN_PLACE = 0.3  # overlap taken where one of the places has no words
_PLACE_ALONE = 0.34  # overlap from which different values may be counterparts by their place alone
_NEIGHBOUR_CLAUSE = 0.25  # overlap of contexts that a neighbour in common needs
_SHIFT = 0.5  # how much better the other's place must fit before two values count as exchanged
_NOUN_PLACE = 0.5  # overlap from which one noun may stand where another stood
_MOST_EXCHANGED = 200  # pairs that are looked through for exchanges


class _PairSigns(NamedTuple):
    """What speaks for two values being counterparts."""

    equal: bool
    nouns: int  # 1 the same, 0 not known, -1 in conflict
    place: float
    beside: int
    context: float


def dimension(term: Term) -> str:
    """What a value is an amount of; shares and percentage points are of one family."""
    found = term.amount.dimension if term.amount else term.unit
    if term.kind == "ratio" or found in {"share", "point"}:
        return "share"
    return found or "count"


def equal(one: Term, other: Term) -> bool:
    """Whether two values mean the same amount, although written otherwise, or rounded."""
    if one.kind in {"deadline", "date"} or other.kind in {"deadline", "date"}:
        return one.value == other.value
    if one.amount is None or other.amount is None:
        return one.value == other.value
    if {one.kind, other.kind} <= {"percentage", "share", "ratio"} and one.kind != other.kind:
        plain = one.amount.is_plain and other.amount.is_plain
        same_sort = one.amount.dimension == other.amount.dimension
        return plain and same_sort and abs(one.amount.low - other.amount.low) < _ROUNDING
    return same(one.amount, other.amount) and not _conflict(one.per, other.per)


def _conflict(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def nouns(one: Term, other: Term) -> int:
    """1 for the same noun, -1 for two different ones, 0 where one is not known."""
    if not one.nouns or not other.nouns:
        return 0
    return -1 if one.nouns.isdisjoint(other.nouns) else 1


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Shared part of two places: the mean of both shares of the smaller and the larger."""
    here, there = frozenset(one), frozenset(other)
    if not here or not there:
        return _UNKNOWN_PLACE
    both = len(here & there)
    return (both / min(len(here), len(there)) + both / max(len(here), len(there))) / 2


def _signs(one: Term, other: Term, noun: int) -> _PairSigns:
    beside = sum(a == b for a, b in zip(one.beside, other.beside, strict=True))
    place = overlap(one.place | one.nouns, other.place | other.nouns)
    return _PairSigns(equal(one, other), noun, place, beside, alike(one, other))


def _weight(one: Term, other: Term, found: _PairSigns) -> float:
    return (
        _EQUAL * found.equal
        + _NOUN * (found.nouns > 0)
        + _PLACE * found.place
        + _BESIDE * found.beside
        + _CONTEXT * found.context
        + _KIND * (one.kind == other.kind)
    )


def counterpart(one: Term, other: Term) -> float:
    """How likely two values are counterparts; 0 if nothing says so or the nouns conflict."""
    noun = nouns(one, other)
    if noun < 0:
        return 0
    found = _signs(one, other, noun)
    near = found.place >= _PLACE_ALONE and found.place != _UNKNOWN_PLACE
    by_side = found.beside == len(one.beside) or (found.beside and found.context >= _NEIGHBOUR_CLAUSE)
    if found.equal or near or found.nouns > 0 or by_side or found.context >= 2 * _NEIGHBOUR_CLAUSE:
        return _weight(one, other, found)
    return 0


def _renamed(vanished: Callable[[Term, int], bool]) -> Callable[[Term, Term], float]:
    """How likely one noun stands where another stood: both are nowhere else on the other side."""

    def score(one: Term, other: Term) -> float:
        noun = nouns(one, other)
        if noun >= 0 or not (vanished(one, 1) and vanished(other, 0)):
            return 0
        found = _signs(one, other, noun)
        place = overlap(one.place, other.place)
        return _weight(one, other, found) if place >= _NOUN_PLACE or found.beside else 0

    return score


def value_differences(
    rest: Leftover, stems: Sequence[frozenset[str]], *, names_nouns: bool
) -> Iterator[Difference]:
    """Differences between the values of two texts; ``stems`` are all that either text has.

    ``names_nouns``: whether the language is known, so that one noun for another is reported.
    """

    def vanished(term: Term, side: int) -> bool:
        return stems[side].isdisjoint(term.nouns)

    pairs, rest = join(rest, dimension, counterpart)
    yield from _rows(pairs)
    renamed, rest = join(rest, dimension, _renamed(vanished)) if names_nouns else ([], rest)
    for old, new in renamed:
        yield between(kind_of(old, new), old, new, in_full=True)
    yield from unpaired(rest)


def _rows(pairs: Sequence[Pair]) -> Iterator[Difference]:
    unequal = [pair for pair in pairs if not equal(*pair)]
    crossed = _crossed([pair for pair in pairs if equal(*pair)][:_MOST_EXCHANGED])
    values = {(pair.old.value, pair.new.value) for pair in unequal}
    for old, new in unequal:
        swapped = old.value != new.value and (new.value, old.value) in values and old.kind != "deadline"
        change = "exchanged" if swapped else sized(old, new)
        yield between(kind_of(old, new), old, new, change, in_full=is_range(old) or is_range(new))
    for old, new in crossed:
        yield between(kind_of(old, new), old, new, "exchanged")


def is_range(term: Term) -> bool:
    """Whether a value has two ends."""
    return term.amount is not None and not term.amount.is_plain


def sized(old: Term, new: Term) -> str:
    """By how much a value grew; empty where that makes no sense."""
    if old.weak and new.weak and not (old.nouns or new.nouns):
        return ""
    if nouns(old, new) < 0 or _conflict(old.per, new.per) or bool(old.per) != bool(new.per):
        return ""
    return growth(old.amount, new.amount)


def _crossed(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Equal values that have changed places: each stands where the other stood."""
    used: set[int] = set()
    for k, one in enumerate(pairs):
        if k in used or overlap(one.old.place, one.new.place) > _SHIFT:
            continue
        for n, other in enumerate(pairs[k + 1 :], k + 1):
            if n not in used and not equal(one.old, other.old) and _changed_places(one, other):
                used |= {k, n}
                yield Pair(one.old, other.new)
                yield Pair(other.old, one.new)
                break


def _changed_places(one: Pair, other: Pair) -> bool:
    if (
        dimension(one.old) != dimension(other.old)
        or nouns(one.old, other.new) < 0
        or nouns(other.old, one.new) < 0
    ):
        return False
    stays = (overlap(pair.old.place, pair.new.place) for pair in (one, other))
    goes = (overlap(one.old.place, other.new.place), overlap(other.old.place, one.new.place))
    known = all(pair.old.place and pair.new.place for pair in (one, other))
    return known and all(there - here >= _SHIFT for there, here in zip(goes, stays, strict=True))
