"""A text's words in a row, across its sentences, and how two texts' words stand against each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from planctl.substance.differences import Spot
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
        return [s.stem(k) if s.sort(k) == "word" else s.low(k) for s, k in self.places]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words that carry meaning by themselves."""
        return frozenset(stem for sentence in self.reading.sentences for stem in sentence.stems())

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
        one, other = self.places[first], self.places[last - 1]
        return Spot(one[0].tokens[one[1]].start, other[0].tokens[other[1]].end)

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

    def changed(self, side: int) -> set[int]:
        """The tokens of a side that the other does not keep."""
        return {i for region in self.regions for i in range(*region[side])}


def spans(region: Region) -> Sequence[tuple[int, int]]:
    """Both sides of a region."""
    return (region.old, region.new)
