"""Units through the versions: each with its words' origins, where its lineage began and who changed it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice

from planctl.blame.inheritance import SEED, Origins, dropped, inherited
from planctl.blame.links import linked
from planctl.blame.memory import Ghost, Memory, Origin, Wording
from planctl.blame.reading import Reader, Reading
from planctl.redline import content

_RETURNED = 0.5
"""Share of a unit's words that must come from one place that is gone, for that place to be its ancestor.

Tuned on essays and logged typing: .3 to .7 score alike; never taking such an ancestor costs .007 of units in
the typing logs. A place that still stands was copied from, and is no ancestor (.02 better than if it were).
"""

_NAMESAKES = 8
"""Gone units of the same text that are looked at, the last ones."""

Links = Sequence[tuple[int, int]]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A unit as it stands in a version, shared by all versions that leave it untouched.

    ``roots`` are the units (version, unit) where its lineage began, ``hands`` the versions that brought or
    changed it, ``ghosts`` what its lineage dropped on the way.
    """

    reading: Reading
    wording: Wording
    roots: frozenset[Place]
    hands: frozenset[int]
    ghosts: tuple[Ghost, ...]


@dataclass(slots=True)
class _Coming:
    """The version being taken in: its number, its ancestors as bits, and what bars a unit from ancestors.

    ``settled`` are the roots of parents' units whose links are known: who is not linked to them did not come
    of them. ``linked`` are the units that have an ancestor.
    """

    version: int
    ancestors: int
    closed: Collection[int]
    settled: frozenset[Place]
    linked: list[Unit] = field(default_factory=list)
    _standing: set[Origin] = field(default_factory=set)

    def standing(self) -> set[Origin]:
        """Origins of all words that linked units have. Few versions need them."""
        while self.linked:
            self._standing.update(self.linked.pop().wording.origins)
        return self._standing


class Chronicle:
    """Takes versions one after the other, parents before children, and knows all their units."""

    def __init__(self) -> None:
        self.versions: list[list[Unit]] = []
        self._ancestors: list[int] = []
        self._reader = Reader()
        self._memory = Memory(SEED)
        self._by_text: defaultdict[str, list[tuple[int, Unit]]] = defaultdict(list)

    def add(
        self,
        texts: Sequence[str],
        parents: Sequence[int],
        links: Sequence[Links | None],
        closed: Collection[int] = (),
    ) -> None:
        """Take in the next version: its texts, its parents, and links to each of them (None: find them).

        The units in ``closed`` get no ancestor but by given links; their words still have their origins.
        """
        coming = self._coming(parents, links, closed)
        readings = self._reader.read(texts)
        before = self._befores(readings, parents, links, closed)
        units = {j: self._carried(coming, j, readings[j], olds) for j, olds in enumerate(before) if olds}
        coming.linked += units.values()
        for j, reading in enumerate(readings):
            if not before[j]:
                units[j] = self._unlinked(coming, j, reading)
        self.versions.append([units[j] for j in range(len(texts))])
        self._keep(coming, parents)

    def _coming(
        self, parents: Sequence[int], links: Sequence[Links | None], closed: Collection[int]
    ) -> _Coming:
        version = len(self.versions)
        self._ancestors.append(1 << version)
        for parent in parents:
            self._ancestors[version] |= self._ancestors[parent]
        settled = frozenset(
            root
            for parent, given in zip(parents, links, strict=True)
            if given is not None
            for unit in self.versions[parent]
            for root in unit.roots
        )
        return _Coming(version, self._ancestors[version], closed, settled)

    def _befores(
        self,
        readings: Sequence[Reading],
        parents: Sequence[int],
        links: Sequence[Links | None],
        closed: Collection[int],
    ) -> list[list[Unit]]:
        """For every unit, the parents' units that it was made from."""
        before: list[list[Unit]] = [[] for _ in readings]
        for parent, given in zip(parents, links, strict=True):
            old = self.versions[parent]
            pairs = given
            if pairs is None:
                found = linked([unit.reading for unit in old], readings)
                pairs = [(i, j) for i, j in found if j not in closed]
            for i, j in pairs:
                before[j].append(old[i])
        return [units if len(units) < 2 else list(dict.fromkeys(units)) for units in before]  # noqa: PLR2004

    def _carried(self, coming: _Coming, j: int, reading: Reading, before: Sequence[Unit]) -> Unit:
        """A unit made from others; if one of them reads the same, nobody changed it."""
        if len(before) == 1 and before[0].reading is reading:
            return before[0]
        alike = (unit for unit in before if unit.reading.bare == reading.bare)
        same = min(alike, key=lambda u: max(u.hands), default=None)
        parents = [u.wording for u in before]
        ghosts = tuple(dict.fromkeys(ghost for u in before for ghost in u.ghosts))
        if same:
            wording = _reread(reading.words, same.wording)
        else:
            origins = inherited(reading.words, parents, ghosts, self._memory, coming.ancestors)
            wording = _wording((coming.version, j), reading.words, origins)
        return Unit(
            reading=reading,
            wording=wording,
            roots=frozenset().union(*(u.roots for u in before)),
            hands=same.hands if same else frozenset({coming.version}).union(*(u.hands for u in before)),
            ghosts=dropped(parents, wording.origins, ghosts),
        )

    def _unlinked(self, coming: _Coming, j: int, reading: Reading) -> Unit:
        """A unit that no parent has: new, or back from an older version, or moved out of another unit."""
        origins = inherited(reading.words, (), (), self._memory, coming.ancestors)
        back = None
        if j not in coming.closed:
            back = self._gone(coming, reading) or self._source(coming, origins)
        if back:
            unit = self._carried(coming, j, reading, [back])
            coming.linked.append(unit)
            return replace(unit, hands=unit.hands | {coming.version})
        return Unit(
            reading=reading,
            wording=_wording((coming.version, j), reading.words, origins),
            roots=frozenset({(coming.version, j)}),
            hands=frozenset({coming.version}),
            ghosts=(),
        )

    def _gone(self, coming: _Coming, reading: Reading) -> Unit | None:
        """The last unit of an ancestor that had this very text, if it is gone."""
        namesakes = self._by_text.get(reading.bare, ())
        if not namesakes or not content(reading.words):
            return None
        for kept, unit in islice(reversed(namesakes), _NAMESAKES):
            stands = unit.roots & coming.settled or not coming.standing().isdisjoint(unit.wording.origins)
            if coming.ancestors >> kept & 1 and not stands:
                return unit
        return None

    def _source(self, coming: _Coming, origins: Origins) -> Unit | None:
        """The unit that first had most of these words, if they stand nowhere else now."""
        found = [o for o in origins if o]
        if len(found) < _RETURNED * len(origins):
            return None
        standing = coming.standing()
        back = Counter((o.version, o.unit) for o in found if o not in standing)
        if sum(back.values()) < _RETURNED * len(origins) or not back:
            return None
        version, k = min(back, key=lambda place: (-back[place], place))
        unit = self.versions[version][k]
        return None if unit.roots & coming.settled else unit

    def _keep(self, coming: _Coming, parents: Sequence[int]) -> None:
        known = {unit for parent in parents for unit in self.versions[parent]}
        for unit in self.versions[coming.version]:
            if unit not in known:
                self._memory.keep_new(unit.wording, coming.version, coming.ancestors)
                self._by_text[unit.reading.bare].append((coming.version, unit))


def _wording(place: Place, words: tuple[str, ...], origins: Origins) -> Wording:
    own = (Origin(*place, k) if origin is None else origin for k, origin in enumerate(origins))
    return Wording(words, tuple(own))


def _reread(words: tuple[str, ...], wording: Wording) -> Wording:
    """The same letters, cut into words in another way or not; a word has the origin of its first letter."""
    if words == wording.words:
        return wording
    starts = [0, *accumulate(len(word) for word in wording.words)][: len(wording.words)]
    letters = [0, *accumulate(len(word) for word in words)][: len(words)]
    origins = (wording.origins[bisect_right(starts, letter) - 1] for letter in letters)
    return Wording(words, tuple(origins), recut=True)
