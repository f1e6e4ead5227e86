"""Words that a unit's lineage dropped on the way, and where they come back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from planctl.blame.traced_words import Ghost, PhraseMatch, TracedWords, WordOrigin, stretched

_GHOSTS = 64
"""Dropped stretches that a unit remembers, the last ones; the index of all phrases finds long ones anyway."""

_LARGE_UNIT = 1000
"""Words from which a unit is asked where it has some origins, not gone through: it may be split into many."""


def gaps(origins: Iterable[WordOrigin | None]) -> list[tuple[int, int]]:
    """Stretches of words without an origin, as (begin, end)."""
    stretches: list[tuple[int, int]] = []
    for k, origin in enumerate(origins):
        if origin is not None:
            continue
        if stretches and stretches[-1][1] == k:
            stretches[-1] = (stretches[-1][0], k + 1)
        else:
            stretches.append((k, k + 1))
    return stretches


def left_out(parents: Sequence[TracedWords], origins: Iterable[WordOrigin | None]) -> list[Ghost]:
    """The parents' words that have none of these ``origins``."""
    kept = set(origins)
    return [Ghost(parent, a, b) for parent in parents for a, b in _without(parent, kept)]


def _without(parent: TracedWords, kept: Collection[WordOrigin | None]) -> Iterator[tuple[int, int]]:
    """Stretches of a parent's words whose origins are not among the ``kept``, as (begin, end)."""
    if len(parent.words) <= _LARGE_UNIT:
        yield from gaps(origin if origin in kept else None for origin in parent.origins)
        return
    places = sorted({k for origin in kept if origin for k in parent.places.get(origin, ())})
    begin = 0
    for place in [*places, len(parent.words)]:
        if begin < place:
            yield begin, place
        begin = place + 1


def merged(ghosts: Iterable[Ghost]) -> tuple[Ghost, ...]:
    """Each stretch once, with all versions that dropped it; no more than a unit remembers."""
    by_start: dict[tuple[WordOrigin, int], Ghost] = {}
    for ghost in ghosts:
        key = ghost.origin, ghost.size
        known = by_start.get(key)
        if known is None or not known.is_dropped:
            by_start[key] = ghost
        elif ghost.is_dropped:
            by_start[key] = known._replace(dropped_by=known.dropped_by | ghost.dropped_by)
    return tuple(by_start.values())[-_GHOSTS:]


class DroppedWords:
    """The first place among dropped stretches of each word that is wanted."""

    def __init__(self, ghosts: Iterable[Ghost], wanted: Collection[str]) -> None:
        self._first: dict[str, tuple[Ghost, int]] = {}
        for ghost in ghosts:
            for word, place in _few(ghost, wanted) if ghost.size <= _LARGE_UNIT else _many(ghost, wanted):
                self._first.setdefault(word, (ghost, place))

    def __bool__(self) -> bool:
        return bool(self._first)

    def matches(self, words: Sequence[str], begin: int, end: int) -> Iterator[PhraseMatch]:
        """Runs within words ``begin`` to ``end`` that were dropped, as long as they go."""
        done = begin
        for k in range(begin, end):
            if k >= done and words[k] in self._first:
                ghost, start = self._first[words[k]]
                run = stretched(PhraseMatch(k, 1, ghost.whole, start, ghost), words, begin, end)
                done = run.at + run.size
                yield run


def _few(ghost: Ghost, wanted: Collection[str]) -> Iterator[tuple[str, int]]:
    return ((word, k) for k, word in enumerate(ghost.words, ghost.begin) if word in wanted)


def _many(ghost: Ghost, wanted: Iterable[str]) -> Iterator[tuple[str, int]]:
    for word in wanted:
        place = ghost.first(word)
        if place is not None:
            yield word, place
