"""Units that stand whole in one unit of the other text: points merged into it, or split from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planctl.alignment.grams import Pair, Texts
from planctl.text import is_content_word

LIKELY = 0.92
"""Least similarity of such a pair: of 104 in cases with links by others 96 are links there."""

_FEWEST = 4
"""Content words of a unit that stands whole elsewhere because it was put there; of fewer it may be chance."""

_RIVAL = 0.5
"""Share of a unit's runs of words that no other unit may have."""

_SELDOM = 64
"""Places of the rarest word at which a unit is looked for; if it has more, it repeats too much to tell."""


def absorbed(texts: Texts, pairs: Iterable[Pair]) -> set[Pair]:
    """Those ``pairs`` (old, new, 0-based) of which one unit stands whole, its words in a row, in the other.

    Neither a unit with a double nor one of which a third unit has much: which of them was put there, or
    where, cannot be told from that.
    """
    pairs = list(pairs)
    old, new = _Side(texts.old_words, texts.old_runs), _Side(texts.new_words, texts.new_runs)
    into_new = _whole_in(texts, pairs, old, new)
    into_old = _whole_in(texts, [(j, i) for i, j in pairs], new, old)
    return into_new | {(i, j) for j, i in into_old}


class _Side(NamedTuple):
    """The words of each unit of a text, in order, and its runs of one or two."""

    words: Sequence[Sequence[int]]
    runs: Sequence[set[int]]


def _whole_in(texts: Texts, pairs: Sequence[Pair], units: _Side, others: _Side) -> set[Pair]:
    """The pairs (unit, other) of which the unit stands whole in the other."""
    inside: dict[int, int] = {}
    having = Counter[int]()
    for unit, other in pairs:
        shared = len(units.runs[unit] & others.runs[other])
        having[unit] += shared > _RIVAL * len(units.runs[unit])
        if shared == len(units.runs[unit]) and len(units.words[unit]) < len(others.words[other]):
            inside[unit] = other
    doubles = Counter(tuple(units.words[unit]) for unit in inside)
    places: dict[int, dict[int, list[int]]] = {}
    whole = set()
    for unit, other in inside.items():
        wanted = units.words[unit]
        if having[unit] > 1 or doubles[tuple(wanted)] > 1 or not _says_enough(texts, wanted):
            continue
        if other not in places:
            places[other] = _places(others.words[other])
        if _stands(wanted, others.words[other], places[other]):
            whole.add((unit, other))
    return whole


def _says_enough(texts: Texts, words: Iterable[int]) -> bool:
    return sum(is_content_word(texts.vocabulary[word]) for word in words) >= _FEWEST


def _places(words: Sequence[int]) -> dict[int, list[int]]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    for k, word in enumerate(words):
        places[word].append(k)
    return places


def _stands(wanted: Sequence[int], words: Sequence[int], places: dict[int, list[int]]) -> bool:
    """Whether some words stand among others in a row."""
    rarest = min(range(len(wanted)), key=lambda k: len(places.get(wanted[k], ())))
    starts = [place - rarest for place in places.get(wanted[rarest], ()) if place >= rarest]
    return len(starts) <= _SELDOM and any(words[k : k + len(wanted)] == wanted for k in starts)
