"""Units through the versions: each with its words' origins, where its lineage began and who changed it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice

from planctl.blame.ghosts import left_out, merged
from planctl.blame.phrase_index import PhraseIndex
from planctl.blame.traced_words import Ghost, Return, TracedWords, WordOrigin
from planctl.blame.unit_links import link_units
from planctl.blame.unit_text import UnitText, UnitTextReader
from planctl.blame.word_origins import SEED, Origins, Sources, word_origins
from planctl.text import content_word_count

_RETURNED = 0.5
"""Share of a unit's words that must come from one place that is gone, for that place to be its ancestor.

Tuned on essays and logged typing: .3 to .7 score alike; never taking such an ancestor costs .007 of units in
the typing logs. A place that still stands was copied from, and is no ancestor (.02 better than if it were).
"""

_FEWEST_NAMESAKE = 2
"""Content words of a text that came back as a whole; of fewer, such as "(repealed)", one is not the other."""

_NAMESAKES = 8
"""How many gone units of the same text are compared, the last ones."""

Links = Sequence[tuple[int, int]]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class UnitState:
    """A unit as it stands in a version, shared by all versions that leave it untouched.

    ``roots`` are the units (version, unit) where its lineage began, ``hands`` the versions that brought or
    changed it, ``ghosts`` what its lineage dropped on the way.
    """

    unit_text: UnitText
    wording: TracedWords
    roots: frozenset[Place]
    hands: frozenset[int]
    ghosts: tuple[Ghost, ...]


@dataclass(slots=True)
class _AddedVersion:
    """The version being taken in: its number, its ancestors as bits, and what bars a unit from ancestors.

    ``settled`` are the roots of parents' units whose links are known: who is not linked to them did not come
    of them. ``linked`` are the units that have an ancestor.
    """

    version: int
    ancestors: int
    closed: Collection[int]
    settled: frozenset[Place]
    linked: list[UnitState] = field(default_factory=list)
    _linked_origins: set[WordOrigin] = field(default_factory=set)

    def linked_origins(self) -> set[WordOrigin]:
        """Origins of all words that linked units have. Few versions need them."""
        while self.linked:
            self._linked_origins.update(self.linked.pop().wording.origins)
        return self._linked_origins


class UnitHistory:
    """Takes versions one after the other, parents before children, and knows all their units."""

    def __init__(self) -> None:
        self.versions: list[list[UnitState]] = []
        self._ancestors: list[int] = []
        self._reader = UnitTextReader()
        self._phrases = PhraseIndex(SEED)
        self._by_text: defaultdict[str, list[tuple[int, UnitState]]] = defaultdict(list)

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
        added = self._begin(parents, links, closed)
        unit_texts = self._reader.read(texts)
        before = self._linked_ancestors(unit_texts, parents, links, closed)
        units = {j: self._carried(added, j, unit_texts[j], olds) for j, olds in enumerate(before) if olds}
        added.linked += units.values()
        for j, unit_text in enumerate(unit_texts):
            if not before[j]:
                units[j] = self._unlinked(added, j, unit_text)
        self.versions.append([units[j] for j in range(len(texts))])
        self._keep(added, parents)

    def _begin(
        self, parents: Sequence[int], links: Sequence[Links | None], closed: Collection[int]
    ) -> _AddedVersion:
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
        return _AddedVersion(version, self._ancestors[version], closed, settled)

    def _linked_ancestors(
        self,
        unit_texts: Sequence[UnitText],
        parents: Sequence[int],
        links: Sequence[Links | None],
        closed: Collection[int],
    ) -> list[list[UnitState]]:
        """For every unit, the parents' units that it was made from."""
        before: list[list[UnitState]] = [[] for _ in unit_texts]
        for parent, given in zip(parents, links, strict=True):
            old = self.versions[parent]
            pairs = given
            if pairs is None:
                computed = link_units([unit.unit_text for unit in old], unit_texts)
                pairs = [(i, j) for i, j in computed if j not in closed]
            for i, j in pairs:
                before[j].append(old[i])
        return [units if len(units) < 2 else list(dict.fromkeys(units)) for units in before]  # noqa: PLR2004

    def _carried(
        self,
        added: _AddedVersion,
        j: int,
        unit_text: UnitText,
        before: Sequence[UnitState],
        *,
        back: bool = False,
    ) -> UnitState:
        """A unit made from others; nobody changed it if one reads the same. ``back``: they were gone."""
        if len(before) == 1 and before[0].unit_text is unit_text and not back:
            return before[0]
        alike = (unit for unit in before if unit.unit_text.bare == unit_text.bare)
        same = min(alike, key=lambda u: max(u.hands), default=None)
        parents = [u.wording for u in before]
        if same:
            wording = _reread(unit_text.words, same.wording)
            if back:
                put_back = Return(added.version)
                wording = replace(wording, returns=dict.fromkeys(range(len(wording.words)), put_back))
        else:
            ghosts = [ghost for u in before for ghost in u.ghosts]
            sources = Sources(added.version, added.ancestors, self._phrases, parents, ghosts, back)
            wording = word_origins(unit_text.words, sources).traced((added.version, j))
        gone = [
            ghost._replace(dropped_by=frozenset({added.version}))
            for ghost in left_out(parents, wording.origins)
        ]
        return UnitState(
            unit_text=unit_text,
            wording=wording,
            roots=frozenset().union(*(u.roots for u in before)),
            hands=same.hands if same else frozenset({added.version}).union(*(u.hands for u in before)),
            ghosts=merged((*(ghost for u in before for ghost in u.ghosts), *gone)),
        )

    def _unlinked(self, added: _AddedVersion, j: int, unit_text: UnitText) -> UnitState:
        """A unit that no parent has: new, or back from an older version, or moved out of another unit."""
        tracing = word_origins(unit_text.words, Sources(added.version, added.ancestors, self._phrases))
        source = None
        if j not in added.closed:
            source = self._gone(added, unit_text) or self._source(added, tracing.origins)
        if source:
            unit = self._carried(added, j, unit_text, [source], back=True)
            added.linked.append(unit)
            return replace(unit, hands=unit.hands | {added.version})
        return UnitState(
            unit_text=unit_text,
            wording=tracing.traced((added.version, j)),
            roots=frozenset({(added.version, j)}),
            hands=frozenset({added.version}),
            ghosts=(),
        )

    def _gone(self, added: _AddedVersion, unit_text: UnitText) -> UnitState | None:
        """The last unit of an ancestor that had this very text, if it is gone."""
        namesakes = self._by_text.get(unit_text.bare, ())
        if not namesakes or content_word_count(unit_text.words) < _FEWEST_NAMESAKE:
            return None
        for kept, unit in islice(reversed(namesakes), _NAMESAKES):
            stands = unit.roots & added.settled or not added.linked_origins().isdisjoint(unit.wording.origins)
            if added.ancestors >> kept & 1 and not stands:
                return unit
        return None

    def _source(self, added: _AddedVersion, origins: Origins) -> UnitState | None:
        """The unit that first had most of these words, if they stand nowhere else now."""
        known_origins = [o for o in origins if o]
        if len(known_origins) < _RETURNED * len(origins):
            return None
        linked_origins = added.linked_origins()
        back = Counter((o.version, o.unit) for o in known_origins if o not in linked_origins)
        if sum(back.values()) < _RETURNED * len(origins) or not back:
            return None
        version, k = min(back, key=lambda place: (-back[place], place))
        unit = self.versions[version][k]
        return None if unit.roots & added.settled else unit

    def _keep(self, added: _AddedVersion, parents: Sequence[int]) -> None:
        known = {unit for parent in parents for unit in self.versions[parent]}
        for unit in self.versions[added.version]:
            if unit not in known:
                self._phrases.add_new_phrases(unit.wording, added.version, added.ancestors)
                self._by_text[unit.unit_text.bare].append((added.version, unit))


def _reread(words: tuple[str, ...], wording: TracedWords) -> TracedWords:
    """The same letters, cut into words in another way or not; a word has the origin of its first letter."""
    if words == wording.words:
        return wording
    starts = [0, *accumulate(len(word) for word in wording.words)][: len(wording.words)]
    letters = [0, *accumulate(len(word) for word in words)][: len(words)]
    places = [bisect_right(starts, letter) - 1 for letter in letters]
    returns = {k: wording.returns[place] for k, place in enumerate(places) if place in wording.returns}
    return TracedWords(words, tuple(wording.origins[k] for k in places), recut=True, returns=returns)
