"""A text's words in a row, across its sentences, and how two texts' words stand against each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from planctl.substance.differences import Spot, Spots
from planctl.substance.drafts import Sentence
from planctl.substance.kept import Region, regions
from planctl.substance.reading import Reading


class Flat:
    """All tokens of a text in a row. No tuple: it looks things up once."""

    def __init__(self, reading: Reading) -> None:
        """Take a text that has been read."""
        self.reading, self.text, self.language = reading, reading.text, reading.language
        self.places = [(s, k) for s in reading.sentences for k in range(len(s.tokens))]

    @cached_property
    def keys(self) -> list[str]:
        """What each token is compared by: the stem of a word, the sign of a mark."""
        stem = self.language.stem
        tokens = (token for sentence in self.reading.sentences for token in sentence.tokens)
        return [stem(token.low) if token.sort == "word" else token.low for token in tokens]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words that carry meaning by themselves."""
        return frozenset(stem for sentence in self.reading.sentences for stem in sentence.stems())

    @cached_property
    def parties(self) -> Spots:
        """Where parties are named."""
        terms = self.reading.terms
        return Spots([Spot(term.start, term.end) for term in terms if term.kind == "party"])

    @cached_property
    def determiners(self) -> Counter[str]:
        """How often the text has a determiner of each group."""
        groups = self.language.qualifiers.determiners
        lows = (token.low for sentence in self.reading.sentences for token in sentence.tokens)
        return Counter(groups[low] for low in lows if low in groups)

    @cached_property
    def opposites(self) -> frozenset[tuple[str, str]]:
        """The families and groups of all opposites that the text has."""
        return frozenset((family, group) for family, group, _ in self.opposites_in(0, len(self.places)))

    def opposites_in(self, first: int, last: int) -> list[tuple[str, str, tuple[int, int]]]:
        """The words of closed families in tokens ``[first, last)``: family, group, place."""
        opposites, i = [], first
        while i < last:
            sentence, k = self.sentence(i)
            phrase = (
                None if sentence.taken_at(k) else self.language.qualifiers.opposites.at(sentence.tokens, k)
            )
            if phrase:
                family, _, group = phrase.meaning.partition(" / ")
                opposites.append((family, group, (i, i + phrase.last - k)))
                i += phrase.last - k
            else:
                i += 1
        return opposites

    def low(self, i: int) -> str:
        """The lower-case word at ``i``; empty outside the text."""
        return self.places[i][0].low(self.places[i][1]) if 0 <= i < len(self.places) else ""

    def sentence(self, i: int) -> tuple[Sentence, int]:
        """The sentence that holds token ``i``, and its place there."""
        return self.places[i]

    def is_content(self, i: int) -> bool:
        """Whether token ``i`` carries meaning by itself."""
        return 0 <= i < len(self.places) and self.places[i][0].is_content(self.places[i][1])

    def is_taken(self, i: int) -> bool:
        """Whether token ``i`` belongs to a value or another term."""
        sentence, k = self.places[i]
        return sentence.taken_at(k)

    def spot(self, first: int, last: int) -> Spot:
        """Where tokens ``[first, last)`` stand in the text."""
        (head, i), (tail, k) = self.places[first], self.places[last - 1]
        return Spot(head.tokens[i].start, tail.tokens[k].end)

    def words(self, first: int, last: int) -> str:
        """Tokens ``[first, last)`` as they stand in the text."""
        return self.text[slice(*self.spot(first, last))] if last > first else ""


class Opposed:
    """Two texts in a row, the pairs of tokens that both keep, and the regions that differ."""

    def __init__(self, old: Reading, new: Reading) -> None:
        """Take both texts as they were read."""
        self.sides = (Flat(old), Flat(new))
        self.kept, self.regions = regions(self.sides[0].keys, self.sides[1].keys)

    @cached_property
    def moved_to(self) -> tuple[dict[int, int], dict[int, int]]:
        """For either side, which token of the other a kept token is."""
        return dict(self.kept), {j: i for i, j in self.kept}

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """Where the regions begin on either side."""
        return [region.old[0] for region in self.regions], [region.new[0] for region in self.regions]

    def region_at(self, side: int, i: int) -> int | None:
        """Which region (its index) token ``i`` of a side stands in."""
        k = bisect_right(self._starts[side], i) - 1
        return k if k >= 0 and i < self.regions[k][side][1] else None

    @cached_property
    def _content(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """For either side, how many content words, and kept ones among them, stand before each token."""
        return self._counted(0), self._counted(1)

    def _counted(self, side: int) -> list[tuple[int, int]]:
        flat, moved_to = self.sides[side], self.moved_to[side]
        counts = [(0, 0)]
        for i in range(len(flat.places)):
            count, kept = counts[-1]
            counts.append((count + 1, kept + (i in moved_to)) if flat.is_content(i) else (count, kept))
        return counts

    def content(self, side: int, first: int, last: int) -> tuple[int, int]:
        """How many content words tokens ``[first, last)`` have, and how many the other side keeps."""
        (count, kept), (until, kept_until) = self._content[side][first], self._content[side][last]
        return until - count, kept_until - kept

    def changed(self, side: int) -> set[int]:
        """The tokens of a side that the other does not keep."""
        return {i for region in self.regions for i in range(*region[side])}


def spans(region: Region) -> Sequence[tuple[int, int]]:
    """Both sides of a region."""
    return (region.old, region.new)
