"""From which earlier words the words of one unit come: its parents', its own lineage's, anybody's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import heappop, heappush

from planctl.blame.phrase_index import Ghost, Origin, PhraseIndex, PhraseMatch, TracedWords, stretched
from planctl.redline import carried, content

SEED = 3
"""Words that must agree before the phrases of all units is asked; 2 to 5 score alike, and 2 costs more."""

_TELLING = 4
"""Content words that a run must have to come from anywhere in the history; fewer are common phrases.

Tuned on logged typing, where the origin of every character is known: share of words credited rightly is .937
for 2, .974 for 3, .984 for 4, .987 for 5, .990 for 6. Retyped phrases cost the most there; in negotiated
texts a phrase of four such words is seldom chance, so the gain beyond 4 is not taken.
"""

_TELLING_GHOST = 2
"""The same for words that the unit's own lineage dropped, unless they come back whole; 1 to 3 score alike."""

_GHOSTS = 64
"""Dropped stretches that a unit remembers, the last ones; the phrases of all units finds long ones anyway."""

_LONG = 1000
"""Words from which a unit is asked where it has some origins, not gone through: it may be split into many."""

Origins = list[Origin | None]


def word_origins(
    words: tuple[str, ...],
    parents: Sequence[TracedWords],
    ghosts: Sequence[Ghost],
    phrases: PhraseIndex,
    ancestors: int,
) -> Origins:
    """Origins of a unit's words, None for the new ones.

    What the units it was made from (``parents``) carry over goes first, the longest stretch before shorter
    ones, the earlier bringer on ties. What is left may have been dropped from the same lineage (``ghosts``),
    or stood anywhere in an ancestor (``phrases``).
    """
    origins: Origins = [None] * len(words)
    runs = [
        PhraseMatch(r.new, r.size, parent, r.old) for parent in parents for r in carried(parent.words, words)
    ]
    if len(parents) > 1:  # runs of one parent do not overlap
        runs.sort(key=_longest_then_earliest)
    for run in runs:
        _claim(run, origins)
    own = _Dropped(ghosts, {word for word, origin in zip(words, origins, strict=True) if origin is None})
    if own:
        for gap in gaps(origins):
            _fill_by_size(origins, gap, lambda a, b: own.matches(words, a, b))
    for gap in gaps(origins):
        if content(words[slice(*gap)]) >= _TELLING:
            _fill(origins, gap, lambda a, b: phrases.matches(words, a, b, ancestors))
    return origins


class _Dropped:
    """The first place among dropped_stretches stretches of each word that is wanted."""

    def __init__(self, ghosts: Iterable[Ghost], wanted: set[str]) -> None:
        self._first: dict[str, tuple[Ghost, int]] = {}
        for ghost in ghosts:
            for word, place in _few(ghost, wanted) if ghost.size <= _LONG else _many(ghost, wanted):
                self._first.setdefault(word, (ghost, place))

    def __bool__(self) -> bool:
        return bool(self._first)

    def matches(self, words: Sequence[str], begin: int, end: int) -> Iterator[PhraseMatch]:
        """Runs within words ``begin`` to ``end`` that were dropped_stretches, as long as they go."""
        done = begin
        for k in range(begin, end):
            if k >= done and words[k] in self._first:
                ghost, start = self._first[words[k]]
                run = stretched(PhraseMatch(k, 1, ghost.whole, start, ghost), words, begin, end)
                done = run.at + run.size
                yield run


def _few(ghost: Ghost, wanted: set[str]) -> Iterator[tuple[str, int]]:
    words = ghost.words
    if not wanted.isdisjoint(words):
        yield from ((word, k) for k, word in enumerate(words, ghost.begin) if word in wanted)


def _many(ghost: Ghost, wanted: set[str]) -> Iterator[tuple[str, int]]:
    for word in wanted:
        place = ghost.first(word)
        if place is not None:
            yield word, place


def gaps(origins: Iterable[Origin | None]) -> list[tuple[int, int]]:
    """Stretches of words without an origin, as (begin, end)."""
    found: list[tuple[int, int]] = []
    for k, origin in enumerate(origins):
        if origin is not None:
            continue
        if found and found[-1][1] == k:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return found


def dropped_stretches(
    parents: Sequence[TracedWords], origins: Iterable[Origin | None], ghosts: Sequence[Ghost]
) -> tuple[Ghost, ...]:
    """What the lineage no longer says: earlier ``ghosts``, then the parents' words that went now."""
    kept = set(origins)
    found = {(ghost.origin, ghost.size): ghost for ghost in ghosts}
    for parent in parents:
        for a, b in _left_out(parent, kept):
            found.setdefault((parent.origins[a], b - a), Ghost(parent, a, b))
    return tuple(found.values())[-_GHOSTS:]


def _left_out(parent: TracedWords, kept: Collection[Origin | None]) -> Iterator[tuple[int, int]]:
    """Stretches of a parent's words whose origins are not among the ``kept``, as (begin, end)."""
    if len(parent.words) <= _LONG:
        yield from gaps(origin if origin in kept else None for origin in parent.origins)
        return
    places = sorted({k for origin in kept if origin for k in parent.places.get(origin, ())})
    begin = 0
    for place in [*places, len(parent.words)]:
        if begin < place:
            yield begin, place
        begin = place + 1


def _longest_then_earliest(run: PhraseMatch) -> tuple[int, Origin, int]:
    return (-run.size, min(run.origins), run.at)


def _claim(run: PhraseMatch, origins: Origins) -> None:
    for k, origin in enumerate(run.origins, run.at):
        if origins[k] is None:
            origins[k] = origin


def _is_returned(run: PhraseMatch, gap: int) -> bool:
    whole = run.ghost.size if run.ghost else len(run.wording.words)
    return run.size in (gap, whole) or content(run.words) >= _TELLING_GHOST


def _fill_by_size(
    origins: Origins, gap: tuple[int, int], runs: Callable[[int, int], Iterable[PhraseMatch]]
) -> None:
    """Give a gap the longest run that was dropped and is back, then what is left of it on both sides.

    Whether a run counts depends on what is left. Few stretches are remembered, so few are found.
    """
    todo = [gap]
    while todo:
        begin, end = todo.pop()
        found = [run for run in runs(begin, end) if _is_returned(run, end - begin)]
        if found:
            best = min(found, key=_longest_then_earliest)
            _claim(best, origins)
            todo += [(begin, best.at), (best.at + best.size, end)]


def _fill(origins: Origins, gap: tuple[int, int], runs: Callable[[int, int], Iterable[PhraseMatch]]) -> None:
    """Give a gap the longest telling run, then shorter ones where there is room, the earlier one on ties.

    Of a run whose beginning or end is taken, what is left is looked through again.
    """
    waiting: list[tuple[tuple[int, Origin, int], int, PhraseMatch]] = []

    def look(begin: int, end: int) -> None:
        for run in runs(begin, end):
            if content(run.words) >= _TELLING:
                heappush(waiting, (_longest_then_earliest(run), len(waiting), run))

    look(*gap)
    while waiting:
        _, _, run = heappop(waiting)
        begin, end = run.at, run.at + run.size
        free = gaps(origins[begin:end])
        if free == [(0, run.size)]:
            _claim(run, origins)
        else:
            for a, b in free:
                look(begin + a, begin + b)
