"""Units through the versions: each with its words' origins, where its lineage began and who changed it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from planctl.alignment import normalise
from planctl.blame.inheritance import SEED, Origins, dropped, inherited
from planctl.blame.links import linked
from planctl.blame.memory import Memory, Origin, Wording
from planctl.redline import content, places

_RETURNED = 0.5
"""Share of a unit's words that must come from one place that is gone, for that place to be its ancestor.

Tuned on essays and logged typing: .3 to .7 score alike; never taking such an ancestor costs .007 of units in
the typing logs. A place that still stands was copied from, and is no ancestor (.02 better than if it were).
"""

_NAMESAKES = 8
"""Gone units of the same text that are looked at, the last ones."""

Links = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A unit as it stands in a version, shared by all versions that leave it untouched.

    ``bare`` is the text without format; ``roots`` are the units (version, unit) where its lineage began,
    ``hands`` the versions that brought or changed it, ``ghosts`` what its lineage dropped on the way.
    """

    text: str
    bare: str
    wording: Wording
    roots: frozenset[tuple[int, int]]
    hands: frozenset[int]
    ghosts: tuple[Wording, ...]


class Chronicle:
    """Takes versions one after the other, parents before children, and knows all their units."""

    def __init__(self) -> None:
        self.versions: list[list[Unit]] = []
        self._ancestors: list[int] = []
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
        version = len(self.versions)
        self._ancestors.append(1 << version)
        for parent in parents:
            self._ancestors[version] |= self._ancestors[parent]
        bare = [normalise(text) for text in texts]
        before = self._befores(bare, parents, links, closed)
        units = {
            j: self._carried((version, j), text, bare[j], before[j])
            for j, text in enumerate(texts)
            if before[j]
        }
        if len(units) < len(texts):
            standing = {origin for unit in units.values() for origin in unit.wording.origins}
            for j in sorted(set(range(len(texts))) - set(units)):
                units[j] = self._unlinked((version, j), texts[j], bare[j], standing, j in closed)
        self.versions.append([units[j] for j in range(len(texts))])
        self._keep(version, parents)

    def _befores(
        self,
        bare: Sequence[str],
        parents: Sequence[int],
        links: Sequence[Links | None],
        closed: Collection[int],
    ) -> list[list[Unit]]:
        """For every unit, the parents' units that it was made from."""
        before: list[list[Unit]] = [[] for _ in bare]
        for parent, given in zip(parents, links, strict=True):
            old = self.versions[parent]
            pairs = given
            if pairs is None:
                pairs = [(i, j) for i, j in linked([u.bare for u in old], bare) if j not in closed]
            for i, j in pairs:
                before[j].append(old[i])
        return [list(dict.fromkeys(units)) for units in before]

    def _carried(self, place: tuple[int, int], text: str, bare: str, before: Sequence[Unit]) -> Unit:
        """A unit made from others; if one of them reads the same, nobody changed it."""
        if len(before) == 1 and before[0].text == text:
            return before[0]
        same = min((u for u in before if u.bare == bare), key=lambda u: max(u.hands), default=None)
        words = _words(text)
        parents = [u.wording for u in before]
        ghosts = tuple(dict.fromkeys(ghost for u in before for ghost in u.ghosts))
        if same:
            origins = _reread(words, same.wording)
        else:
            origins = inherited(words, parents, ghosts, self._memory, self._ancestors[place[0]])
        return Unit(
            text=text,
            bare=bare,
            wording=_wording(place, words, origins),
            roots=frozenset().union(*(u.roots for u in before)),
            hands=same.hands if same else frozenset({place[0]}).union(*(u.hands for u in before)),
            ghosts=dropped(parents, origins, ghosts),
        )

    def _unlinked(
        self, place: tuple[int, int], text: str, bare: str, standing: set[Origin], closed: bool
    ) -> Unit:
        """A unit that no parent has: new, or back from an older version, or moved out of another unit."""
        version = place[0]
        back = None if closed else self._gone(version, bare, standing)
        words = _words(text)
        if back:
            origins = _reread(words, back.wording)
        else:
            origins = inherited(words, (), (), self._memory, self._ancestors[version])
        if not back and not closed:
            back = self._source(origins, standing)
        if back:
            standing.update(origin for origin in origins if origin)
        return Unit(
            text=text,
            bare=bare,
            wording=_wording(place, words, origins),
            roots=back.roots if back else frozenset({place}),
            hands=back.hands | {version} if back else frozenset({version}),
            ghosts=back.ghosts if back else (),
        )

    def _gone(self, version: int, bare: str, standing: set[Origin]) -> Unit | None:
        """The last unit of an ancestor that had this very text, if it is gone."""
        if not content(_words(bare)):
            return None
        for kept, unit in islice(reversed(self._by_text.get(bare, ())), _NAMESAKES):
            if self._ancestors[version] >> kept & 1 and standing.isdisjoint(unit.wording.origins):
                return unit
        return None

    def _source(self, origins: Origins, standing: set[Origin]) -> Unit | None:
        """The unit that first had most of these words, if they stand nowhere else now."""
        back = Counter((o.version, o.unit) for o in origins if o and o not in standing)
        if sum(back.values()) < _RETURNED * len(origins) or not back:
            return None
        version, unit = min(back, key=lambda at: (-back[at], at))
        return self.versions[version][unit]

    def _keep(self, version: int, parents: Sequence[int]) -> None:
        known = {unit for parent in parents for unit in self.versions[parent]}
        for unit in self.versions[version]:
            if unit not in known:
                self._memory.keep(unit.wording, version, self._ancestors[version])
                self._by_text[unit.bare].append((version, unit))


@lru_cache(maxsize=65536)
def _bare_word(word: str) -> str:
    return normalise(word)


def word_places(text: str) -> list[tuple[int, int]]:
    """Places of the words that have an origin each: all but those of unseen characters alone."""
    return [(a, b) for a, b in places(text) if _bare_word(text[a:b])]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for a, b in places(text) if (word := _bare_word(text[a:b])))


def _wording(place: tuple[int, int], words: tuple[str, ...], origins: Origins) -> Wording:
    return Wording(words, tuple(o or Origin(*place, k) for k, o in enumerate(origins)))


def _reread(words: tuple[str, ...], wording: Wording) -> Origins:
    """Origins for the same letters cut into words in another way: of the word that has the first letter."""
    starts = [0, *accumulate(len(word) for word in wording.words)][: len(wording.words)]
    letters = [0, *accumulate(len(word) for word in words)][: len(words)]
    return [wording.origins[bisect_right(starts, letter) - 1] for letter in letters]
