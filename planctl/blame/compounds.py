"""What one wording carries over to another, a compound being the same in one word and in several."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Sequence
from itertools import islice
from operator import add

from planctl.blame.traced_words import PhraseMatch, TracedWords
from planctl.redline import carried

_LARGE_UNIT = 1000
"""Words from which a parent is asked for its neighbours: many units may be made from it."""

_Words = frozenset[str] | KeysView[str]
_Groups = list[tuple[int, int]]
"""Places of words that are read as one: first word, and how many."""


def carried_words(parent: TracedWords, words: tuple[str, ...]) -> Iterator[PhraseMatch]:
    """Runs of words that a text shares with its parent, ``ceasefire`` being ``cease fire``."""
    mine = frozenset(words)
    olds, news = _parts_of(parent, mine), _groups(words, mine, parent.places_of_words.keys())
    if olds is None and news is None:
        yield from (PhraseMatch(r.new, r.size, parent, r.old) for r in carried(parent.words, words))
        return
    before, after = olds or _single(parent.words), news or _single(words)
    for run in carried(_read(parent.words, before), _read(words, after)):
        for k in range(run.size):
            (old, old_size), (new, new_size) = before[run.old + k], after[run.new + k]
            for step in range(new_size):
                yield PhraseMatch(new + step, 1, parent, old + min(step, old_size - 1))


def _parts_of(parent: TracedWords, words: frozenset[str]) -> _Groups | None:
    """The parent's words in groups; a long one is asked for its neighbours, not gone through."""
    if len(parent.words) > _LARGE_UNIT and parent.joined_neighbours.isdisjoint(words):
        return None
    return _groups(parent.words, parent.places_of_words.keys(), words)


def _single(words: Sequence[str]) -> _Groups:
    return [(k, 1) for k in range(len(words))]


def _read(words: Sequence[str], groups: _Groups) -> list[str]:
    return ["".join(words[k : k + size]) for k, size in groups]


def _groups(words: Sequence[str], same_side: _Words, other_side: _Words) -> _Groups | None:
    """The words with neighbours joined that are one word on the ``other_side``, none on the ``same_side``.

    None if there are none.
    """
    if other_side.isdisjoint(map(add, words, islice(words, 1, None))):
        return None
    groups: _Groups = []
    k = 0
    while k < len(words):
        pair = "".join(words[k : k + 2])
        joined = (
            k + 1 < len(words) and pair in other_side and pair not in same_side and words[k][-1:].isalpha()
        )
        groups.append((k, 2 if joined else 1))
        k += groups[-1][1]
    return groups if len(groups) < len(words) else None
