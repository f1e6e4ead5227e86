"""What a number counts: the noun after it, with the words that qualify it."""

from __future__ import annotations

from typing import NamedTuple

from planctl.substance.drafts import Sentence

_TO_NOUN = 4  # words between a number and its noun: "800,000 active military personnel"
_PAIR = 2  # words that are taken together where nothing tells the noun


class Counted(NamedTuple):
    """The stems of the words that name what is counted, the stem of the noun itself, and where they end."""

    stems: frozenset[str]
    head: str
    last: int


def noun(sentence: Sentence, i: int) -> Counted:
    """The noun at token ``i``; no stems if none follows."""
    units = sentence.language.units
    j = i + (sentence.low(i) == "-")
    if sentence.low(j) in units.of and units.head_first:
        j += 1
    run = _run(sentence, j)
    if not run:
        return Counted(frozenset(), "", i)
    known = next((k for k in run if sentence.low(k) in units.nouns), None)
    if known is not None:
        name = units.nouns[sentence.low(known)]
        return Counted(frozenset((name,)), name, known + 1)
    head = _head(sentence, run)
    words = [k for k in run if k <= head] if not units.head_first else run[:_PAIR]
    return Counted(frozenset(map(sentence.stem, words)), sentence.stem(head), head + 1)


def _run(sentence: Sentence, i: int) -> list[int]:
    """The words that carry meaning from token ``i`` on, without a break."""
    places = []
    for j in range(i, i + _TO_NOUN):
        if not sentence.is_content(j) or sentence.sort(j) == "name" or sentence.taken_at(j):
            break
        places.append(j)
    return places


def _head(sentence: Sentence, run: list[int]) -> int:
    units = sentence.language.units
    if units.head_first:
        capital = [k for k in run if sentence.tokens[k].capital]
        return capital[0] if units.capital_nouns and capital else run[0]
    plural = [
        k
        for k in run
        if sentence.low(k).endswith(units.plurals) and not sentence.low(k).endswith(units.no_plurals)
    ]
    if plural:
        return plural[0]
    return run[-1] if len(run) <= _PAIR else run[0]
