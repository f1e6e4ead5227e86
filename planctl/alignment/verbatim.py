"""Units taken over whole: every word of one stands in a row in one unit of the other text, and nowhere else.

However many others were joined there, it is clear where such a unit went. Of 302 of them in revised essays,
law, standards and generated plans, 290 belong together, and nearly all others are essays' sentences that came
back inside another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from planctl.alignment.grams import Pair, Texts
from planctl.text import content_word_count

STANDS_WHOLE = 0.97
"""Least similarity of a unit and the only one that has all of it."""

_FEWEST_WORDS, _FEWEST_LETTERS = 4, 16
"""Content words and letters of a unit below which it may be a stock phrase."""


def taken_over(texts: Texts, pairs: Collection[Pair], equal: Iterable[Pair]) -> set[Pair]:
    """Those of ``pairs`` (0-based) of which one unit stands whole in the other and nowhere else in the texts.

    A unit that one of the ``equal`` pairs has is passed over: it stands there.
    """
    old, new = (_Places(words) for words in (texts.old_words, texts.new_words))
    same = [{pair[side] for pair in equal} for side in (0, 1)]
    return set(_whole(texts, pairs, (old, new), same[0])) | {
        (i, j) for j, i in _whole(texts, {(j, i) for i, j in pairs}, (new, old), same[1])
    }


def _whole(
    texts: Texts, pairs: Collection[Pair], sides: tuple[_Places, _Places], same: Collection[int]
) -> Iterator[Pair]:
    """Pairs of a unit and the one on the other side that has it whole, if no other has."""
    here, there = sides
    for unit, partners in _partners(pairs).items():
        words = here.units[unit]
        if unit in same or len(words) < _FEWEST_WORDS:
            continue
        hosts = [partner for partner in partners if there.within(words, partner)]
        if len(hosts) != 1 or not _says_enough([texts.vocabulary[word] for word in words]):
            continue
        if there.only(words, hosts[0]) and here.only(words, unit):
            yield unit, hosts[0]


def _partners(pairs: Collection[Pair]) -> dict[int, list[int]]:
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for unit, partner in pairs:
        partners[unit].append(partner)
    return partners


def _says_enough(words: Sequence[str]) -> bool:
    return content_word_count(words) >= _FEWEST_WORDS and sum(map(len, words)) >= _FEWEST_LETTERS


_SELDOM = 64
"""Units, and places in a unit, that are searched for a unit's rarest word; with a commoner one nothing is
sure."""


class _Places:
    """Where in the units of one text each word stands."""

    def __init__(self, units: Sequence[Sequence[int]]) -> None:
        self.units = units
        self._places: dict[int, dict[int, list[int]]] = {}

    @cached_property
    def _having(self) -> dict[int, list[int]]:
        """The units that have each word; asked for seldom, as few units stand whole in another."""
        having: defaultdict[int, list[int]] = defaultdict(list)
        for unit, words in enumerate(self.units):
            for word in dict.fromkeys(words):
                having[word].append(unit)
        return having

    def _in(self, unit: int) -> dict[int, list[int]]:
        """Where each word stands in a unit."""
        if unit not in self._places:
            places = self._places[unit] = {}
            for place, word in enumerate(self.units[unit]):
                places.setdefault(word, []).append(place)
        return self._places[unit]

    def within(self, words: Sequence[int], unit: int) -> bool:
        """Whether the words stand in a row in the unit."""
        host = self.units[unit]
        if len(host) < len(words):
            return False
        places = self._in(unit)
        if not all(word in places for word in words):
            return False
        k = min(range(len(words)), key=lambda k: len(places[words[k]]))
        starts = [place - k for place in places[words[k]]]
        return len(starts) <= _SELDOM and any(
            start >= 0 and host[start : start + len(words)] == words for start in starts
        )

    def only(self, words: Sequence[int], unit: int) -> bool:
        """Whether no unit but this one has the words in a row."""
        having = min((self._having[word] for word in words), key=len)
        return len(having) <= _SELDOM and not any(
            rival != unit and self.within(words, rival) for rival in having
        )
