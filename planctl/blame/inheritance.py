"""From which earlier words the words of one unit come: its parents', its own lineage's, anybody's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from planctl.blame.memory import Ghost, Memory, Origin, Run, Wording
from planctl.redline import carried, content

SEED = 3
"""Words that must agree before the memory of all units is asked; 2 to 5 score alike, and 2 costs more."""

_TELLING = 4
"""Content words that a run must have to come from anywhere in the history; fewer are common phrases.

Tuned on logged typing, where the origin of every character is known: share of words credited rightly is .937
for 2, .974 for 3, .984 for 4, .987 for 5, .990 for 6. Retyped phrases cost the most there; in negotiated
texts a phrase of four such words is seldom chance, so the gain beyond 4 is not taken.
"""

_TELLING_GHOST = 2
"""The same for words that the unit's own lineage dropped, unless they come back whole; 1 to 3 score alike."""

_GHOSTS = 64
"""Dropped stretches that a unit remembers, the last ones; the memory of all units finds long ones anyway."""

_LONG = 1000
"""Words from which a unit is asked where it has some origins, not gone through: it may be split into many."""

Origins = list[Origin | None]


def inherited(
    words: tuple[str, ...],
    parents: Sequence[Wording],
    ghosts: Sequence[Ghost],
    memory: Memory,
    ancestors: int,
) -> Origins:
    """Origins of a unit's words, None for the new ones.

    What the units it was made from (``parents``) carry over goes first, the longest stretch before shorter
    ones, the earlier bringer on ties. What is left may have been dropped from the same lineage (``ghosts``),
    or stood anywhere in an ancestor (``memory``).
    """
    origins: Origins = [None] * len(words)
    runs = [Run(r.new, r.size, parent, r.old) for parent in parents for r in carried(parent.words, words)]
    if len(parents) > 1:  # runs of one parent do not overlap
        runs.sort(key=_longest_then_earliest)
    for run in runs:
        _claim(run, origins)
    own = _returning(ghosts, {word for word, origin in zip(words, origins, strict=True) if origin is None})
    if own:
        for gap in gaps(origins):
            _fill(origins, gap, lambda a, b: own.runs(words, a, b, 1), _is_returned)
    for gap in gaps(origins):
        if content(words[slice(*gap)]) >= _TELLING:
            _fill(origins, gap, lambda a, b: memory.runs(words, a, b, ancestors), _is_telling)
    return origins


def _returning(ghosts: Iterable[Ghost], wanted: set[str]) -> Memory | None:
    """Memory of the dropped stretches that have any of the wanted words."""
    own = None
    for ghost in ghosts:
        if not wanted.isdisjoint(ghost.words):
            own = own or Memory(seed=1)
            own.keep(ghost.wording(), 0, 1)
    return own


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


def dropped(
    parents: Sequence[Wording], origins: Iterable[Origin | None], ghosts: Sequence[Ghost]
) -> tuple[Ghost, ...]:
    """What the lineage no longer says: earlier ``ghosts``, then the parents' words that went now."""
    kept = set(origins)
    found = {(ghost.origin, ghost.size): ghost for ghost in ghosts}
    for parent in parents:
        for a, b in _left_out(parent, kept):
            found.setdefault((parent.origins[a], b - a), Ghost(parent, a, b))
    return tuple(found.values())[-_GHOSTS:]


def _left_out(parent: Wording, kept: Collection[Origin | None]) -> Iterator[tuple[int, int]]:
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


def _longest_then_earliest(run: Run) -> tuple[int, Origin, int]:
    return (-run.size, min(run.origins), run.at)


def _claim(run: Run, origins: Origins) -> None:
    for k, origin in enumerate(run.origins, run.at):
        if origins[k] is None:
            origins[k] = origin


def _is_returned(run: Run, gap: int) -> bool:
    return run.size in (gap, len(run.wording.words)) or content(run.words) >= _TELLING_GHOST


def _is_telling(run: Run, _gap: int) -> bool:
    return content(run.words) >= _TELLING


def _fill(
    origins: Origins,
    gap: tuple[int, int],
    runs: Callable[[int, int], Iterable[Run]],
    counts: Callable[[Run, int], bool],
) -> None:
    """Give a gap the longest run that counts, then what is left of it on both sides."""
    todo = [gap]
    while todo:
        begin, end = todo.pop()
        found = [run for run in runs(begin, end) if counts(run, end - begin)]
        if found:
            best = min(found, key=_longest_then_earliest)
            _claim(best, origins)
            todo += [(begin, best.at), (best.at + best.size, end)]
