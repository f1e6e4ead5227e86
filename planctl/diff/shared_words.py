"""Words that links keep: between two provisions, and between two points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from planctl import redline
from planctl.alignment import Link
from planctl.diff.grouping import Pair, SharedWords
from planctl.models import Version
from planctl.redline import CommonRun
from planctl.text import plain_word
from planctl.text import words as words_of


class Side(NamedTuple):
    """A version with the point (index) that each provision belongs to, each point's provisions, and each
    provision's words, apart from format."""

    version: Version
    owner: tuple[int, ...]
    owned: tuple[tuple[int, ...], ...]
    words: tuple[list[str], ...]

    @classmethod
    def of(cls, version: Version) -> Side:
        """The side that a version is."""
        owned: list[tuple[int, ...]] = []
        first = 0
        for point in version.points:
            last = first + len(point.items) + (1 if point.text or not point.items else 0)
            owned.append(tuple(range(first, last)))
            first = last
        owner = tuple(k for k, provisions in enumerate(owned) for _ in provisions)
        words = tuple([plain_word(word) for word in words_of(each.text)] for each in version.provisions)
        return cls(version, owner, tuple(owned), words)

    def texts(self, provisions: Sequence[int]) -> list[str]:
        """Texts of some provisions."""
        return [self.version.provisions[k].text for k in provisions]

    def whole(self, points: Sequence[int]) -> list[str]:
        """Texts of all provisions of some points."""
        return [text for k in points for text in self.texts(self.owned[k])]


Sides = tuple[Side, Side]


KeptRuns = Mapping[Pair, Sequence[CommonRun]]


def kept_runs(links: Iterable[Link], sides: Sides) -> KeptRuns:
    """The runs of words that each link keeps, as places in the words of its two provisions."""
    return {(k.old, k.new): redline.carried(sides[0].words[k.old], sides[1].words[k.new]) for k in links}


def kept_word_counts(kept: KeptRuns) -> dict[Pair, int]:
    """How many words each link keeps.

    Punctuation counts here: without it recast points are recognised in 55 of 100 freely reworded plans, not
    in 82.
    """
    return {pair: sum(run.size for run in runs) for pair, runs in kept.items()}


def shared_by_provisions(links: Iterable[Link], carried: Mapping[Pair, int]) -> dict[Pair, SharedWords]:
    """What each link carries."""
    return {(k.old, k.new): SharedWords(carried[k.old, k.new], k.similarity, k.stated) for k in links}


def shared_by_points(
    links: Iterable[Link], carried: Mapping[Pair, int], sides: Sides
) -> dict[Pair, SharedWords]:
    """What is carried between every two points that any of the links joins."""
    shared: defaultdict[Pair, SharedWords] = defaultdict(SharedWords)
    for link in links:
        pair = sides[0].owner[link.old], sides[1].owner[link.new]
        words, similarity, stated = shared[pair]
        word_count = carried[link.old, link.new]
        shared[pair] = SharedWords(words + word_count, similarity + link.similarity, stated or link.stated)
    return shared
