"""Every wording that ever stood in a version, found again by a few words of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planctl.blame.traced_words import PhraseMatch, TracedWords, WordOrigin, stretched

_CROWD = 8
"""Places of the same few words from which they are looked up by their versions."""


@dataclass(slots=True)
class _Crowd:
    """The same few words in many versions that do not descend from each other: one place in each.

    ``versions`` are the versions as the bits of a number.
    """

    versions: int
    places: dict[int, int]


class PhraseIndex:
    """Finds runs of at least ``seed`` words in all wordings kept so far.

    ``ancestors`` is a set of versions as the bits of a number. A few words that stood in an ancestor
    already are not kept again, so that what is found is their first place, and the index grows with what
    is new alone.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._waiting: list[tuple[TracedWords, int, int, Iterable[int]]] = []
        self._kept: list[tuple[int, TracedWords]] = []
        self._begins: list[int] = []
        self._count = 0
        # Words are numbered through all wordings: the garbage collector walks no tuples of numbers.
        self._places: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._crowds: dict[tuple[str, ...], _Crowd] = {}

    def add(self, wording: TracedWords, version: int, ancestors: int) -> None:
        """Index what ``version`` says, unless one of its ``ancestors`` said it. Cheap until asked."""
        self._waiting.append((wording, version, ancestors, range(len(wording.words) - self._seed + 1)))

    def add_new_phrases(self, wording: TracedWords, version: int, ancestors: int) -> None:
        """The same for a wording whose words of older origin were all kept where they stood first."""
        if wording.recut:
            self.add(wording, version, ancestors)
        else:
            self._waiting.append((wording, version, ancestors, _seams(wording.origins, version, self._seed)))

    def matches(self, words: Sequence[str], begin: int, end: int, ancestors: int) -> Iterator[PhraseMatch]:
        """Runs within words ``begin`` to ``end`` that stood in one of ``ancestors``, as long as they go."""
        self._catch_up()
        done = begin
        for k in range(begin, end - self._seed + 1):
            if k + self._seed <= done:
                continue  # inside a longer run; what goes on beyond its end is found there, going back
            for place in self._of(tuple(words[k : k + self._seed]), ancestors):
                _, wording, start = self._at(place)
                run = stretched(PhraseMatch(k, self._seed, wording, start), words, begin, end)
                done = max(done, run.at + run.size)
                yield run

    def _at(self, place: int) -> tuple[int, TracedWords, int]:
        """Version and wording of a place, and which word of the wording it is."""
        number = bisect_right(self._begins, place) - 1
        return *self._kept[number], place - self._begins[number]

    def _of(self, seed: tuple[str, ...], ancestors: int) -> Iterator[int]:
        """The places where ancestors said a few words, in the order in which they were kept."""
        crowd = self._crowds.get(seed)
        if crowd is None:
            known = self._places.get(seed, ())
            yield from (place for place in known if ancestors >> self._at(place)[0] & 1)
            return
        waiting = crowd.versions & ancestors
        while waiting:
            lowest = waiting & -waiting
            yield crowd.places[lowest.bit_length() - 1]
            waiting ^= lowest

    def _remember(self, seed: tuple[str, ...], version: int, place: int) -> None:
        crowd = self._crowds.get(seed)
        if crowd is None:
            known = self._places[seed] = (*self._places.get(seed, ()), place)
            if len(known) > _CROWD:
                latest = {self._at(each)[0]: each for each in known}
                self._crowds[seed] = _Crowd(sum(1 << each for each in latest), latest)
        else:
            crowd.versions |= 1 << version
            crowd.places[version] = place

    def _catch_up(self) -> None:
        size = self._seed
        for wording, version, ancestors, starts in self._waiting:
            words, begin = wording.words, self._count
            self._kept.append((version, wording))
            self._begins.append(begin)
            self._count += len(words)
            for k in starts:
                seed = words[k : k + size]
                if next(self._of(seed, ancestors), None) is None:
                    self._remember(seed, version, begin + k)
        self._waiting.clear()


def _seams(origins: Sequence[WordOrigin], version: int, size: int) -> Iterator[int]:
    """Where words in a row begin that did not stand so at their origin: new ones, or old ones rejoined."""
    since, before = 0, (-1, -1, -1)
    for k, (brought, unit, word) in enumerate(origins):
        if word != before[2] + 1 or unit != before[1] or brought != before[0]:
            since = k
        before = origins[k]
        start = k - size + 1
        if start >= 0 and (start < since or brought == version):
            yield start
