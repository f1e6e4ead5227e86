"""What links carry: words kept between two provisions, and between two points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from planctl import redline
from planctl.alignment import Link
from planctl.diff.grouping import Flow, Pair
from planctl.models import Version
from planctl.redline import Segment


class Side(NamedTuple):
    """A version with the point (index) that each provision belongs to, and each point's provisions."""

    version: Version
    owner: tuple[int, ...]
    owned: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, version: Version) -> Side:
        """The side that a version is."""
        owned: list[tuple[int, ...]] = []
        first = 0
        for point in version.points:
            last = first + len(point.items) + (1 if point.text or not point.items else 0)
            owned.append(tuple(range(first, last)))
            first = last
        owner = tuple(k for k, own in enumerate(owned) for _ in own)
        return cls(version, owner, tuple(owned))

    def texts(self, provisions: Sequence[int]) -> list[str]:
        """Texts of some provisions."""
        return [self.version.provisions[k].text for k in provisions]

    def whole(self, points: Sequence[int]) -> list[str]:
        """Texts of all provisions of some points."""
        return [text for k in points for text in self.texts(self.owned[k])]


Sides = tuple[Side, Side]


def marked(links: Iterable[Link], sides: Sides) -> dict[Pair, tuple[Segment, ...]]:
    """The redline between the two texts of each link."""
    old, new = (side.version.provisions for side in sides)
    return {(k.old, k.new): redline.mark(old[k.old].text, new[k.new].text) for k in links}


def carried_words(lines: Mapping[Pair, tuple[Segment, ...]]) -> dict[Pair, int]:
    """Words that each link keeps, by the redlines of ``marked``.

    Punctuation counts here: without it recast points are told in 55 freely reworded plans of 100, not in 82.
    """
    return {
        pair: sum(len(redline.words(segment.text)) for segment in segments if segment.kind == "keep")
        for pair, segments in lines.items()
    }


def between_provisions(links: Iterable[Link], carried: Mapping[Pair, int]) -> dict[Pair, Flow]:
    """What each link carries."""
    return {(k.old, k.new): Flow(carried[k.old, k.new], k.similarity, k.stated) for k in links}


def between_points(links: Iterable[Link], carried: Mapping[Pair, int], sides: Sides) -> dict[Pair, Flow]:
    """What is carried between every two points that any of the links joins."""
    flows: defaultdict[Pair, Flow] = defaultdict(Flow)
    for link in links:
        pair = sides[0].owner[link.old], sides[1].owner[link.new]
        words, similarity, stated = flows[pair]
        own = carried[link.old, link.new]
        flows[pair] = Flow(words + own, similarity + link.similarity, stated or link.stated)
    return flows
