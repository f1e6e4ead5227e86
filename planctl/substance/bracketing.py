"""Passages that stand in square brackets: put there, cleared, edited inside, filled, dropped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from planctl.substance.differences import Difference, Spot
from planctl.substance.flat import Flat, Opposed
from planctl.substance.partners import partners
from planctl.substance.tokens import BREAK

_BRACKET_SIGNS = re.compile(r"[\[\]［］]")
_OPENING = frozenset("[［")
_EDITORIAL = re.compile(
    r"[\[［]\s*(?:\.\.\.|…|sic!?)\s*[\]］]|(?<=[\w.,;:])[\[［]\d{1,3}[a-z]?[\]］]", re.IGNORECASE
)
_ATTRIBUTION = re.compile(r"[\[［][^\[\]:]{1,60}:")
_NOT_WORDS = re.compile(r"[\W_]+")
_MOST_PLACES = 100  # of a passage's rarest word; past so many nobody can say which of them was bracketed
_MOST_FILLED = 12  # words that may have filled an empty bracket
_KEPT = 0.5  # share of a passage's words from which it still stands on the other side
CLEARED, PUT, EDITED = "no longer bracketed", "now bracketed", "edited in brackets"
FILLED, LEFT_OPEN = "filled", "left open"


class Passage(NamedTuple):
    """A bracket: its words, and where it stands with its marks."""

    words: str
    start: int
    end: int


class WordRow:
    """The words of a text in a row, in which passages can be looked up.

    Searching the text for each passage takes the square of a text that is full of brackets: hours for 5 MB.
    """

    def __init__(self, words: str) -> None:
        """Take words parted by blanks."""
        self._words = words.split()
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            self._places.setdefault(word, []).append(place)

    def has(self, words: str) -> bool:
        """Whether the words of a passage stand in the text in a row."""
        return bool(self.found(words.split())) or words.split() == self._words

    def found(self, wanted: Sequence[str]) -> list[int]:
        """Where the words of a passage begin."""
        return [
            start for start in self.starts(wanted) if self._words[start : start + len(wanted)] == list(wanted)
        ]

    def starts(self, wanted: Sequence[str]) -> list[int]:
        """Where a passage may begin: places (0-based) before its rarest word."""
        occurrences = [(self._places.get(word, []), number) for number, word in enumerate(wanted)]
        places, number = min(occurrences, key=lambda each: len(each[0]), default=([], 0))
        return [place - number for place in places[:_MOST_PLACES] if place >= number]


class _PassageText:
    """A text with its passages."""

    def __init__(self, flat: Flat) -> None:
        self.flat, self.text = flat, flat.text
        passages = _passages(flat.text) if _BRACKET_SIGNS.search(flat.text) else []
        self.passages = {passage.words: passage for passage in reversed(passages) if passage.words}
        self.blanks = [passage for passage in passages if not passage.words]

    @cached_property
    def ends(self) -> list[tuple[int, int]]:
        """Where passages stand, in order."""
        return sorted((passage.start, passage.end) for passage in self.passages.values())

    @cached_property
    def _by_place(self) -> tuple[list[int], list[tuple[int, Passage]]]:
        """Where passages begin, in order, and the passages, each with its number among ``passages``."""
        ordered = sorted(enumerate(self.passages.values()), key=lambda each: each[1].start)
        return [passage.start for _, passage in ordered], ordered

    def inside(self, place: int) -> bool:
        """Whether a place of the text lies in a bracket."""
        k = bisect_left(self.ends, (place + 1, 0)) - 1
        return k >= 0 and self.ends[k][1] > place

    @cached_property
    def outer(self) -> WordRow:
        """The words outside brackets; a stop stands for each bracket."""
        parts, at = [], 0
        for start, end in self.ends:
            parts += [_words(self.text[at:start]), "\0"]
            at = end
        return WordRow(" ".join([*parts, _words(self.text[at:])]))

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts."""
        return [sentence.tokens[k].start for sentence, k in self.flat.places]

    def tokens(self, passage: Passage) -> list[int]:
        """The words of a passage, as places in the row of tokens."""
        return self.words(*(bisect_left(self.starts, place) for place in (passage.start, passage.end)))

    @cached_property
    def _words(self) -> list[int]:
        """The tokens that are words."""
        return [i for i in range(len(self.flat.places)) if _is_word(self.flat, i)]

    def count(self, first: int, last: int) -> int:
        """How many words tokens ``[first, last)`` have."""
        return bisect_left(self._words, last) - bisect_left(self._words, first)

    def words(self, first: int, last: int) -> list[int]:
        """Those of tokens ``[first, last)`` that are words."""
        return self._words[bisect_left(self._words, first) : bisect_left(self._words, last)]


def bracketed(opposed: Opposed) -> Iterator[Difference]:
    """Passages put in brackets, taken out of them, edited there, filled, or added and dropped with them."""
    sides = [_PassageText(flat) for flat in opposed.sides]
    if not any(side.passages or side.blanks for side in sides):
        return
    passages = [list(_own(sides, side)) for side in (0, 1)]
    still = [[passage for passage in passages[k] if not _stands_bare(sides, k, passage)] for k in (0, 1)]
    edited = _edited(opposed, sides, still)
    rows: list[Difference] = []
    for side in (0, 1):
        paired = {pair[side] for pair in edited}
        rows += (_became(opposed, sides, side, each) for each in passages[side] if each not in paired)
        rows += _blanks(opposed, sides, side)
    yield from dict.fromkeys(rows)
    for old, new in edited:
        yield _row(sides, old, new, EDITED)


def _own(sides: Sequence[_PassageText], side: int) -> Iterator[Passage]:
    """Passages that the other side does not have in brackets, word for word."""
    return (each for words, each in sides[side].passages.items() if words not in sides[1 - side].passages)


def _stands_bare(sides: Sequence[_PassageText], side: int, passage: Passage) -> bool:
    """Whether the words of a passage stand on the other side, outside brackets."""
    return sides[1 - side].outer.has(_own_words(sides[side].text, passage))


def _edited(
    opposed: Opposed, sides: Sequence[_PassageText], still: Sequence[Sequence[Passage]]
) -> list[tuple[Passage, Passage]]:
    """Passages of either side that are one another in other words."""
    if not all(still):
        return []
    tokens = [[sides[k].tokens(passage) for passage in still[k]] for k in (0, 1)]
    homes = [{i: n for n, places in enumerate(tokens[k]) for i in places} for k in (0, 1)]
    moved_to = opposed.moved_to[0]
    kept = Counter((n, homes[1][moved_to[i]]) for i, n in homes[0].items() if moved_to.get(i) in homes[1])
    for n, m in _whole(sides, still):
        kept[n, m] = max(kept[n, m], len(tokens[0][n]))  # all of a text in brackets is still all of it
    keys = [flat.keys for flat in opposed.sides]
    old, new = ([[keys[k][i] for i in places] for places in tokens[k]] for k in (0, 1))
    return [(still[0][i], still[1][j]) for i, j in partners(old, new, kept)]


def _whole(sides: Sequence[_PassageText], still: Sequence[Sequence[Passage]]) -> Iterator[tuple[int, int]]:
    """The passages that hold all of either text."""
    wholes = [
        [n for n, passage in enumerate(still[k]) if _text(sides[k].text, passage) == sides[k].text.strip()]
        for k in (0, 1)
    ]
    return zip(*wholes, strict=False)


def _row(
    sides: Sequence[_PassageText], old: Passage | None, new: Passage | None, change: str = ""
) -> Difference:
    return Difference(
        "bracket",
        _text(sides[0].text, old) if old else None,
        _text(sides[1].text, new) if new else None,
        change,
        Spot(old.start, old.end) if old else None,
        Spot(new.start, new.end) if new else None,
    )


def _became(opposed: Opposed, sides: Sequence[_PassageText], side: int, passage: Passage) -> Difference:
    """What became of a passage that is no other's edited form."""
    change = PUT if side else CLEARED
    if _stands_bare(sides, side, passage):
        return _one(sides, side, passage, change)
    here, there = sides[side], sides[1 - side]
    tokens = here.tokens(passage)
    kept = [opposed.moved_to[side][i] for i in tokens if i in opposed.moved_to[side]]
    outside = sum(not there.inside(there.starts[j]) for j in kept)
    is_kept = len(kept) >= _KEPT * len(tokens) and 2 * outside >= len(kept)
    return _one(sides, side, passage, change if is_kept else "")


def _one(sides: Sequence[_PassageText], side: int, passage: Passage, change: str) -> Difference:
    return _row(sides, passage, None, change) if side == 0 else _row(sides, None, passage, change)


def _blanks(opposed: Opposed, sides: Sequence[_PassageText], side: int) -> Iterator[Difference]:
    """Empty brackets that only this side has."""
    here, there = sides[side], sides[1 - side]
    fewer = len(there.blanks) < len(here.blanks)
    for passage in here.blanks:
        at = bisect_left(here.starts, passage.start)
        if at in opposed.moved_to[side]:
            continue
        filled = _in_its_place(opposed, sides, side, at)
        if filled:
            pair = (passage, filled) if side == 0 else (filled, passage)
            yield _row(sides, *pair, FILLED if side == 0 else LEFT_OPEN)
        elif fewer:
            yield _one(sides, side, passage, "")


def _in_its_place(opposed: Opposed, sides: Sequence[_PassageText], side: int, at: int) -> Passage | None:
    """The words of the other side that stand where an empty bracket stands, and nothing else stood."""
    here, there = sides[side], sides[1 - side]
    number = opposed.region_at(side, at)
    if number is None:
        return None
    region = opposed.regions[number]
    if here.count(*region[side]) or not 0 < there.count(*region[1 - side]) <= _MOST_FILLED:
        return None
    words = there.words(*region[1 - side])
    return Passage("", *there.flat.spot(words[0], words[-1] + 1))


def _is_word(flat: Flat, i: int) -> bool:
    return any(map(str.isalnum, flat.low(i)))


def _text(text: str, passage: Passage) -> str:
    return text[passage.start : passage.end].replace(BREAK, "\n")


def _own_words(text: str, passage: Passage) -> str:
    """The words without the name of the party that wants them."""
    label = _ATTRIBUTION.match(text, passage.start, passage.end)
    return _words(text[label.end() : passage.end]) if label else passage.words


def _words(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().casefold()


def _passages(text: str) -> list[Passage]:
    """The outermost brackets in order; an editor's marks and what does not close are left out."""
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for mark in _BRACKET_SIGNS.finditer(text):
        if mark.group() in _OPENING:
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, mark.end()))
    return [
        Passage(_words(text[start:end]), start, end)
        for start, end in closed
        if not _EDITORIAL.fullmatch(text, start, end)
    ]
