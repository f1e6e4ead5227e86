"""Words with their origins, those that are gone, and runs of them that stand in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import add
from typing import NamedTuple, TypeVar


class WordOrigin(NamedTuple):
    """Where a word stood first: version and unit (0-based), and which word of the unit it was."""

    version: int
    unit: int
    word: int


class Return(NamedTuple):
    """That a word stands where it does since ``version``, later than it first stood anywhere.

    ``dropped_by`` are the versions that had left it out; none if it came from elsewhere.
    """

    version: int
    dropped_by: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class TracedWords:
    """The words of a text without their format, and the origin of each.

    ``recut`` if the words are cut otherwise than at their origins, though their letters are the same.
    ``returns`` are the words, by their number, that do not stand here since their origin. ``place`` is the
    unit (version, unit) that has them, if it has them first.
    """

    words: tuple[str, ...]
    origins: tuple[WordOrigin, ...]
    recut: bool = False
    returns: Mapping[int, Return] = field(default_factory=dict)
    place: tuple[int, int] | None = None

    @cached_property
    def places(self) -> dict[WordOrigin, list[int]]:
        """Where the words of each origin stand."""
        return _places(self.origins)

    @cached_property
    def places_of_words(self) -> dict[str, list[int]]:
        """Where each word stands."""
        return _places(self.words)

    @cached_property
    def units(self) -> frozenset[tuple[int, int]]:
        """The units (version, unit) that first had any of them."""
        return frozenset((version, unit) for version, unit, _ in self.origins)

    @cached_property
    def joined_neighbours(self) -> frozenset[str]:
        """Every two neighbouring words, written as one."""
        return frozenset(map(add, self.words, self.words[1:]))


_Item = TypeVar("_Item")


def _places(items: Iterable[_Item]) -> dict[_Item, list[int]]:
    places: dict[_Item, list[int]] = {}
    for k, item in enumerate(items):
        places.setdefault(item, []).append(k)
    return places


class Ghost(NamedTuple):
    """Words ``begin`` to ``end`` of a wording, which are gone. They may be most of a long text.

    ``dropped_by`` are the versions that left them out; none if they stand in a parent of the unit and only
    their place is in question.
    """

    whole: TracedWords
    begin: int
    end: int
    dropped_by: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many words."""
        return self.end - self.begin

    @property
    def origin(self) -> WordOrigin:
        """The origin of the first of them."""
        return self.whole.origins[self.begin]

    @property
    def words(self) -> tuple[str, ...]:
        """The words themselves."""
        return self.whole.words[self.begin : self.end]

    @property
    def is_dropped(self) -> bool:
        """Whether a version left them out."""
        return bool(self.dropped_by)

    def first(self, word: str) -> int | None:
        """Where in the whole wording the first of them stands that is ``word``."""
        places = self.whole.places_of_words.get(word, ())
        k = bisect_left(places, self.begin)
        return places[k] if k < len(places) and places[k] < self.end else None

    def fits(self, run: PhraseMatch, origins: Sequence[WordOrigin | None]) -> bool:
        """Whether a run of all these words comes back to a place that they had on either side.

        ``origins`` are those of the words of the text in which the run stands, as far as they are known.
        """
        end, theirs = run.at + run.size, self.whole.origins
        before = origins[run.at - 1] if run.at else None
        after = origins[end] if end < len(origins) else None
        was_before = theirs[self.begin - 1] if self.begin else None
        was_after = theirs[self.end] if self.end < len(theirs) else None
        return self.is_dropped and (
            (before == was_before and (before is not None or not run.at))
            or (after == was_after and (after is not None or end == len(origins)))
        )


class PhraseMatch(NamedTuple):
    """``size`` words from word ``at`` of a text on, which ``wording`` has from its word ``start`` on.

    ``ghost``: the words that were dropped among which it was found; None if it was found elsewhere.
    """

    at: int
    size: int
    wording: TracedWords
    start: int
    ghost: Ghost | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words themselves."""
        return self.wording.words[self.start : self.start + self.size]

    @property
    def origins(self) -> tuple[WordOrigin, ...]:
        """Their origins."""
        return self.wording.origins[self.start : self.start + self.size]


def stretched(run: PhraseMatch, words: Sequence[str], begin: int, end: int) -> PhraseMatch:
    """A run made as long as it goes within words ``begin`` to ``end``, and within its ghost if it has one."""
    theirs = run.wording.words
    first, last = run.ghost[1:3] if run.ghost else (0, len(theirs))
    at, start = run.at, run.start
    while at > begin and start > first and theirs[start - 1] == words[at - 1]:
        at, start = at - 1, start - 1
    stop = run.at + run.size
    while stop < end and start + stop - at < last and theirs[start + stop - at] == words[stop]:
        stop += 1
    return run._replace(at=at, size=stop - at, start=start)
