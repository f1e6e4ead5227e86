"""What one wording carries over to another, a compound being the same in one word and in several."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from planctl.blame.phrase_index import PhraseMatch, TracedWords
from planctl.redline import carried

_Groups = list[tuple[int, int]]
"""Places of words that are read as one: first word, and how many."""


def carried_words(parent: TracedWords, words: tuple[str, ...]) -> Iterator[PhraseMatch]:
    """Runs of words that a text shares with its parent, ``ceasefire`` being ``cease fire``."""
    olds, news = _groups(parent.words, words), _groups(words, parent.words)
    if olds is None and news is None:
        yield from (PhraseMatch(r.new, r.size, parent, r.old) for r in carried(parent.words, words))
        return
    before, after = olds or _single(parent.words), news or _single(words)
    for run in carried(_read(parent.words, before), _read(words, after)):
        for k in range(run.size):
            (old, old_size), (new, new_size) = before[run.old + k], after[run.new + k]
            for step in range(new_size):
                yield PhraseMatch(new + step, 1, parent, old + min(step, old_size - 1))


def _single(words: Sequence[str]) -> _Groups:
    return [(k, 1) for k in range(len(words))]


def _read(words: Sequence[str], groups: _Groups) -> list[str]:
    return ["".join(words[k : k + size]) for k, size in groups]


def _groups(words: Sequence[str], others: Collection[str]) -> _Groups | None:
    """The words with neighbours joined that are one word among the others; None if there are none."""
    own = set(words)
    single = {word for word in others if word not in own}
    if not single:
        return None
    groups: _Groups = []
    k = 0
    while k < len(words):
        joined = k + 1 < len(words) and words[k][-1:].isalpha() and words[k] + words[k + 1] in single
        groups.append((k, 2 if joined else 1))
        k += groups[-1][1]
    return groups if len(groups) < len(words) else None
