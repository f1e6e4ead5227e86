"""The origins of a unit's words: in its parents, in its own lineage, or anywhere in the history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from planctl.blame.phrase_index import Origin, PhraseIndex, PhraseMatch, TracedWords
from planctl.redline import carried, content

SEED = 3
"""Words that must agree before the index of all phrases is asked; 2 to 5 score alike, and 2 costs more."""

_FEWEST_ANYWHERE = 4
"""Content words that a match must have to come from anywhere in the history; fewer are common phrases.

Tuned on logged typing, where the origin of every character is known: share of words credited rightly is .937
for 2, .974 for 3, .984 for 4, .987 for 5, .990 for 6. Retyped phrases cost the most there; in negotiated
texts a phrase of four such words is seldom chance, so the gain beyond 4 is not taken.
"""

_FEWEST_DROPPED = 2
"""The same for words that the unit's own lineage dropped, unless they come back whole; 1 to 3 score alike."""

_GHOSTS = 64
"""Dropped stretches that a unit remembers, the last ones; the index of all phrases finds long ones anyway."""

Origins = list[Origin | None]


def word_origins(
    words: tuple[str, ...],
    parents: Sequence[TracedWords],
    ghosts: Sequence[TracedWords],
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
        _credit(run, origins)
    returning = _returning(
        ghosts, {word for word, origin in zip(words, origins, strict=True) if origin is None}
    )
    if returning:
        for gap in gaps(origins):
            _fill(origins, gap, lambda a, b: returning.matches(words, a, b, 1), _is_returned)
    for gap in gaps(origins):
        if content(words[slice(*gap)]) >= _FEWEST_ANYWHERE:
            _fill(origins, gap, lambda a, b: phrases.matches(words, a, b, ancestors), _is_no_common_phrase)
    return origins


def _returning(ghosts: Iterable[TracedWords], wanted: set[str]) -> PhraseIndex | None:
    """Index of the dropped stretches that have any of the wanted words."""
    index = None
    for ghost in ghosts:
        if not wanted.isdisjoint(ghost.words):
            index = index or PhraseIndex(seed=1)
            index.add(ghost, 0, 1)
    return index


def gaps(origins: Iterable[Origin | None]) -> list[tuple[int, int]]:
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


def dropped_stretches(
    parents: Sequence[TracedWords], origins: Iterable[Origin | None], ghosts: Sequence[TracedWords]
) -> tuple[TracedWords, ...]:
    """What the lineage no longer says: earlier ``ghosts``, then the parents' words that went now."""
    kept = set(origins)
    by_start = {(ghost.origins[0], len(ghost.words)): ghost for ghost in ghosts}
    for parent in parents:
        for a, b in gaps(origin if origin in kept else None for origin in parent.origins):
            by_start.setdefault(
                (parent.origins[a], b - a), TracedWords(parent.words[a:b], parent.origins[a:b])
            )
    return tuple(by_start.values())[-_GHOSTS:]


def _longest_then_earliest(run: PhraseMatch) -> tuple[int, Origin, int]:
    return (-run.size, min(run.origins), run.at)


def _credit(run: PhraseMatch, origins: Origins) -> None:
    for k, origin in enumerate(run.origins, run.at):
        if origins[k] is None:
            origins[k] = origin


def _is_returned(run: PhraseMatch, gap: int) -> bool:
    return run.size in (gap, len(run.wording.words)) or content(run.words) >= _FEWEST_DROPPED


def _is_no_common_phrase(run: PhraseMatch, _gap: int) -> bool:
    return content(run.words) >= _FEWEST_ANYWHERE


def _fill(
    origins: Origins,
    gap: tuple[int, int],
    runs: Callable[[int, int], Iterable[PhraseMatch]],
    counts: Callable[[PhraseMatch, int], bool],
) -> None:
    """Give a gap the longest run that counts, then what is left of it on both sides."""
    todo = [gap]
    while todo:
        begin, end = todo.pop()
        candidates = [run for run in runs(begin, end) if counts(run, end - begin)]
        if candidates:
            best = min(candidates, key=_longest_then_earliest)
            _credit(best, origins)
            todo += [(begin, best.at), (best.at + best.size, end)]
