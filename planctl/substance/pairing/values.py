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
    measured = term.amount.dimension if term.amount else term.unit
    if term.kind == "ratio" or measured in {"share", "point"}:
        return "share"
    return measured or "count"


def equal(left: Term, right: Term) -> bool:
    """Whether two values mean the same amount, although written otherwise, or rounded."""
    if left.kind in {"deadline", "date"} or right.kind in {"deadline", "date"}:
        return left.value == right.value
    if left.amount is None or right.amount is None:
        return left.value == right.value
    if {left.kind, right.kind} <= {"percentage", "share", "ratio"} and left.kind != right.kind:
        plain = left.amount.is_plain and right.amount.is_plain
        same_sort = left.amount.dimension == right.amount.dimension
        return plain and same_sort and abs(left.amount.low - right.amount.low) < _ROUNDING
    return same(left.amount, right.amount) and not _conflict(left.per, right.per)


def _conflict(left: str, right: str) -> bool:
    return bool(left and right and left != right)


def nouns(left: Term, right: Term) -> int:
    """1 for the same noun, -1 for two different ones, 0 where one is not known."""
    if not left.nouns or not right.nouns:
        return 0
    return -1 if left.nouns.isdisjoint(right.nouns) else 1


def overlap(left: Iterable[str], right: Iterable[str]) -> float:
    """Shared part of two places: the mean of both shares of the smaller and the larger."""
    here, there = frozenset(left), frozenset(right)
    if not here or not there:
        return _UNKNOWN_PLACE
    both = len(here & there)
    return (both / min(len(here), len(there)) + both / max(len(here), len(there))) / 2


def _signs(old: Term, new: Term, noun: int) -> _PairSigns:
    beside = sum(a == b for a, b in zip(old.beside, new.beside, strict=True))
    place = overlap(old.place | old.nouns, new.place | new.nouns)
    return _PairSigns(equal(old, new), noun, place, beside, alike(old, new))


def _weight(old: Term, new: Term, signs: _PairSigns) -> float:
    return (
        _EQUAL * signs.equal
        + _NOUN * (signs.nouns > 0)
        + _PLACE * signs.place
        + _BESIDE * signs.beside
        + _CONTEXT * signs.context
        + _KIND * (old.kind == new.kind)
    )


def counterpart(old: Term, new: Term) -> float:
    """How likely two values are counterparts; 0 if nothing says so or the nouns conflict."""
    noun = nouns(old, new)
    if noun < 0:
        return 0
    signs = _signs(old, new, noun)
    near = signs.place >= _PLACE_ALONE and signs.place != _UNKNOWN_PLACE
    by_side = signs.beside == len(old.beside) or (signs.beside and signs.context >= _NEIGHBOUR_CLAUSE)
    if signs.equal or near or signs.nouns > 0 or by_side or signs.context >= 2 * _NEIGHBOUR_CLAUSE:
        return _weight(old, new, signs)
    return 0


def _renamed(vanished: Callable[[Term, int], bool]) -> Callable[[Term, Term], float]:
    """How likely one noun stands where another stood: both are nowhere else on the other side."""

    def score(old: Term, new: Term) -> float:
        noun = nouns(old, new)
        if noun >= 0 or not (vanished(old, 1) and vanished(new, 0)):
            return 0
        signs = _signs(old, new, noun)
        place = overlap(old.place, new.place)
        return _weight(old, new, signs) if place >= _NOUN_PLACE or signs.beside else 0

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
    for k, pair in enumerate(pairs):
        if k in used or overlap(pair.old.place, pair.new.place) > _SHIFT:
            continue
        for n, later in enumerate(pairs[k + 1 :], k + 1):
            if n not in used and not equal(pair.old, later.old) and _changed_places(pair, later):
                used |= {k, n}
                yield Pair(pair.old, later.new)
                yield Pair(later.old, pair.new)
                break


def _changed_places(first: Pair, second: Pair) -> bool:
    if (
        dimension(first.old) != dimension(second.old)
        or nouns(first.old, second.new) < 0
        or nouns(second.old, first.new) < 0
    ):
        return False
    stays = (overlap(pair.old.place, pair.new.place) for pair in (first, second))
    goes = (overlap(first.old.place, second.new.place), overlap(second.old.place, first.new.place))
    known = all(pair.old.place and pair.new.place for pair in (first, second))
    return known and all(there - here >= _SHIFT for there, here in zip(goes, stays, strict=True))
