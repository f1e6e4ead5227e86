"""How the references of two texts differ, by what they name and not by its number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from planctl.substance.references.counterparts import Near, Pair, around, paired
from planctl.substance.references.exchanged import exchanged, places
from planctl.substance.references.finding import Reference, find
from planctl.substance.references.numbers import Path
from planctl.substance.references.own import NO_POINTS, OwnPoints, PathTarget, Points, Target, taken
from planctl.substance.references.series import Member

STALE = "no longer the same point"
GONE = "no such point any more"
EXCHANGED = "exchanged"
_SEVERAL = "no longer the same points"
_NEAR = 0.25  # share of the words around two references from which one may stand in the other's place
_SAME_PLACE = 0.5  # the same for references of different names: Article 3 -> Section 3


class Changed(NamedTuple):
    """A reference that differs: another in its place, none, or the same one that now names something else.

    ``change`` is empty, or says that what the unchanged words name has changed, or that two references
    changed places. ``now`` are the labels that the points named in the old text have in the new one; empty
    if they have none there.
    """

    old: Reference | None
    new: Reference | None
    change: str = ""
    now: tuple[str, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether what the words name has changed though they have not."""
        return self.change not in {"", EXCHANGED}


class _One(NamedTuple):
    """One number of a reference: as it is printed, and where it leads in its text."""

    path: Path
    printed: Hashable
    place: PathTarget | None
    target: Target
    inner: bool

    @property
    def named(self) -> Hashable:
        """What it names, the same in both texts; None if that is not sure."""
        return (
            (self.place.name, self.place.rest)
            if self.place and self.place.name and self.place.exists
            else None
        )

    @property
    def is_sure(self) -> bool:
        """Whether it surely names an own point, and what became of that is sure."""
        return self.target == "own" and self.named is not None and self.place is not None and self.place.sure


class _Numbers:
    """Numbers that stand together, to be asked for what they name."""

    def __init__(self, numbers: Iterable[_One], doubtful: Iterable[_One] = ()) -> None:
        self.all, self.doubtful = tuple(numbers), tuple(doubtful)
        self.names = {number.named for number in self.all if number.named}
        self.printed = {number.printed for number in self.all}
        self._perhaps = {number.named for number in self.doubtful if number.named}
        self._unsure = {number.printed for number in (*self.all, *self.doubtful) if not number.is_sure}
        self._anyhow = self.printed.union(number.printed for number in self.doubtful)

    @property
    def perhaps(self) -> set[Hashable]:
        """The doubtful ones, as they are printed."""
        return {number.printed for number in self.doubtful}

    @property
    def meant(self) -> set[Hashable]:
        """What they name, as far as that is known, else as they are printed."""
        return {number.named or number.printed for number in self.all}

    @property
    def keys(self) -> set[Hashable]:
        """All by which a counterpart is known."""
        return self.names | self.printed

    def has(self, number: _One) -> bool:
        """Whether one of them, sure or doubtful, names what a number of the other text names; printed alike,
        where that is not sure."""
        known = number.named in self.names or number.named in self._perhaps
        return known or number.printed in (self._unsure if number.is_sure else self._anyhow)


class _References(NamedTuple):
    """The references of one text: their numbers, and the words around each."""

    found: Sequence[Reference]
    points: OwnPoints
    numbers: Sequence[_Numbers]
    words: Sequence[frozenset[str]]

    @classmethod
    def of(cls, references: Sequence[Reference], points: OwnPoints, text: str) -> _References:
        return cls(
            references,
            points,
            [_numbers(each, points) for each in references],
            [around(text, each) for each in references],
        )


def compare(
    old: str, new: str, points: tuple[Points, Points] = (NO_POINTS, NO_POINTS)
) -> tuple[Changed, ...]:
    """The references that differ between two wordings of a provision, in order of place; never raises.

    ``points`` say for either text which of its own points a number stands for. A reference that follows the
    renumbering of what it names is no difference; one that kept its number while the point behind it changed,
    or while the new text has no such point, is.
    """
    references = [tuple(each for each in find(text) if each.sort != "mark") for text in (old, new)]
    if not any(references):
        return ()
    own_points = taken(points, references)
    sides = (
        _References.of(references[0], own_points[0], old),
        _References.of(references[1], own_points[1], new),
    )
    return tuple(sorted(_changed(*sides, (old, new)), key=_by_place))


def _by_place(changed: Changed) -> tuple[int, int]:
    starts = [each.start for each in (changed.old, changed.new) if each]
    return min(starts), max(starts)


def _numbers(reference: Reference, points: OwnPoints) -> _Numbers:
    sure, doubtful = (_ones(reference, of, points) for of in (reference.members, reference.doubtful))
    return _Numbers(sure, doubtful)


def _ones(reference: Reference, members: Iterable[Member], points: OwnPoints) -> Iterator[_One]:
    target = points.target(reference)
    for member in members:
        for n, path in enumerate(member.paths):
            place = None if target == "other" else points.place(reference, path)
            printed = (reference.sort, reference.keyword, path, reference.act)
            yield _One(path, printed, place, target, 0 < n < len(member.paths) - 1)


def _changed(old: _References, new: _References, texts: tuple[str, str]) -> Iterator[Changed]:
    words = (old.words, new.words)
    same = paired(range(len(old.found)), range(len(new.found)), words, _related(old, new))
    rest = _without(same, (range(len(old.found)), range(len(new.found))))
    spare = _all(old, rest[0]), _all(new, rest[1])
    changed = {pair: tuple(_between(old, new, pair, spare)) for pair in same}
    yield from chain.from_iterable(changed.values())
    unchanged = [pair for pair, rows in changed.items() if not rows]
    for first, second in _exchanged(old, new, unchanged, texts):
        yield Changed(old.found[first[0]], new.found[second[1]], EXCHANGED)
        yield Changed(old.found[second[0]], new.found[first[1]], EXCHANGED)
    for alike in (True, False):
        if not alike and len(rest[0]) != len(rest[1]):
            break  # of several nobody can say which became a reference of another sort
        replaced = paired(*rest, words, _replaces(old, new, alike=alike))
        yield from (Changed(old.found[k], new.found[n]) for k, n in replaced)
        rest = _without(replaced, rest)
    yield from (Changed(old.found[k], None) for k in _only_there(old, rest[0], new))
    yield from (Changed(None, new.found[n]) for n in _only_there(new, rest[1], old))


def _exchanged(
    old: _References, new: _References, same: Sequence[Pair], texts: tuple[str, str]
) -> Iterator[tuple[Pair, Pair]]:
    if len(same) <= 1:
        return iter(())
    sides = zip((old, new), texts, strict=True)
    olds, news = (places(text, side.found, (each.meant for each in side.numbers)) for side, text in sides)
    return exchanged(same, olds, news)


def _related(old: _References, new: _References) -> Near:
    keys = [[each.keys for each in side.numbers] for side in (old, new)]
    return lambda k, n, _: not keys[0][k].isdisjoint(keys[1][n])


def _replaces(old: _References, new: _References, *, alike: bool) -> Near:
    """Which may stand in whose place: first of the same keyword (``alike``), then of another."""

    def may(k: int, n: int, near: float) -> bool:
        earlier, later = old.found[k], new.found[n]
        same = earlier.keyword == later.keyword
        return earlier.sort == later.sort and same == alike and near >= (_NEAR if same else _SAME_PLACE)

    return may


def _without(
    pairs: Sequence[Pair], sides: tuple[Sequence[int], Sequence[int]]
) -> tuple[list[int], list[int]]:
    """What of both sides is in none of the pairs."""
    olds, news = {k for k, _ in pairs}, {n for _, n in pairs}
    return [k for k in sides[0] if k not in olds], [n for n in sides[1] if n not in news]


def _all(side: _References, places: Iterable[int]) -> _Numbers:
    """The numbers of several references."""
    groups = [side.numbers[k] for k in places]
    doubtful = (number for numbers in groups for number in numbers.doubtful)
    return _Numbers((number for numbers in groups for number in numbers.all), doubtful)


def _only_there(side: _References, places: Iterable[int], opposite: _References) -> Iterator[int]:
    """The references that name nothing that the other text names anywhere."""
    everywhere = _all(opposite, range(len(opposite.numbers)))
    return (k for k in places if not any(map(everywhere.has, side.numbers[k].all)))


def _between(
    old: _References, new: _References, pair: Pair, spare: tuple[_Numbers, _Numbers]
) -> Iterator[Changed]:
    """What differs between two references of which one stands where the other stood.

    ``spare`` are the numbers of those without a counterpart: "points 3 and 4" may be "point 3 and point 4"
    now.
    """
    olds, news = old.numbers[pair[0]], new.numbers[pair[1]]
    earlier, later = old.found[pair[0]], new.found[pair[1]]
    if olds.names == news.names and all(each.named for each in (*olds.all, *news.all)):
        return
    stale = list(_stale(olds, news))
    if stale:
        yield Changed(earlier, later, _said(later, [number for _, number in stale]), _now(olds, stale, new))
        return
    if olds.perhaps != news.perhaps:
        return
    gone = any(not (each.inner or news.has(each) or spare[1].has(each)) for each in olds.all)
    come = any(not (each.inner or olds.has(each) or spare[0].has(each)) for each in news.all)
    if (gone or come) and _plain(earlier) != _plain(later):
        yield Changed(earlier, later)


def _now(olds: _Numbers, stale: Sequence[tuple[_One, _One]], new: _References) -> tuple[str, ...]:
    """The new labels of what a stale reference named; of a range all of it, of a list what is stale in it."""
    is_range = any(number.inner for number in olds.all) or len(stale) == len(olds.all)
    of = olds.all if is_range else [number for number, _ in stale]
    names = dict.fromkeys(number.place.name for number in of if number.place and number.place.name)
    return tuple(dict.fromkeys(label for name in names for label in new.points.called(name)))


def _stale(olds: _Numbers, news: _Numbers) -> Iterator[tuple[_One, _One]]:
    """The numbers that both sides print while what they name has changed, or is gone."""
    by_number = {each.printed: each for each in news.all}
    for old in olds.all:
        new = by_number.get(old.printed)
        if new is None or not _is_stale(old, new):
            continue
        moved_on = old.named in news.names or (new.named and new.named in olds.names)
        if olds.printed == news.printed or not moved_on:
            yield old, new


def _is_stale(old: _One, new: _One) -> bool:
    if not (old.target == new.target == "own" and old.place and new.place and old.place.exists):
        return False
    if not new.place.exists:
        return True
    return old.is_sure and new.is_sure and old.named != new.named


def _said(reference: Reference, stale: Sequence[_One]) -> str:
    """What has changed, with those members of a list that it is about."""
    gone = all(number.place is not None and not number.place.exists for number in stale)
    words = GONE if gone else STALE if len(stale) == 1 else _SEVERAL
    paths = {number.path for number in stale}
    about = [member for member in reference.members if paths.intersection(member.paths)]
    if len(about) == len(reference.members):
        return words
    return f"{', '.join(_printed(reference, member.start, member.end) for member in about)} {words}"


def _printed(reference: Reference, start: int, end: int) -> str:
    return " ".join(reference.text[start - reference.start : end - reference.start].split())


def _plain(reference: Reference) -> str:
    return " ".join(reference.text.split()).lower()
