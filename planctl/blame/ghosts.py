"""Words that a unit's lineage dropped on the way, with the place that they stood in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planctl.blame.phrase_index import Origin, PhraseMatch, TracedWords

_GHOSTS = 64
"""Dropped stretches that a unit remembers, the last ones; the index of all phrases finds long ones anyway."""


class Ghost(NamedTuple):
    """A dropped stretch and the words that stood on each side of it (None: the text began or ended there).

    ``dropped_by`` are the versions that left it out; none if it stands in a parent of the unit and only its
    place is in question.
    """

    wording: TracedWords
    before: Origin | None
    after: Origin | None
    dropped_by: frozenset[int] = frozenset()

    def fits(self, run: PhraseMatch, origins: Sequence[Origin | None]) -> bool:
        """Whether a run of all its words comes back to a place that it had on either side."""
        end = run.at + run.size
        before = origins[run.at - 1] if run.at else None
        after = origins[end] if end < len(origins) else None
        return self.is_dropped and (
            (before == self.before and (before is not None or not run.at))
            or (after == self.after and (after is not None or end == len(origins)))
        )

    @property
    def is_dropped(self) -> bool:
        """Whether a version left it out."""
        return bool(self.dropped_by)


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


def left_out(parents: Sequence[TracedWords], origins: Iterable[Origin | None]) -> list[Ghost]:
    """The parents' words that have none of these ``origins``."""
    kept = set(origins)
    found = []
    for parent in parents:
        theirs = parent.origins
        for a, b in gaps(origin if origin in kept else None for origin in theirs):
            before, after = theirs[a - 1] if a else None, theirs[b] if b < len(theirs) else None
            found.append(Ghost(parent.part(a, b), before, after))
    return found


def merged(ghosts: Iterable[Ghost]) -> tuple[Ghost, ...]:
    """Each stretch once, with all versions that dropped it; no more than a unit remembers."""
    by_start: dict[tuple[Origin, int], Ghost] = {}
    for ghost in ghosts:
        key = ghost.wording.origins[0], len(ghost.wording.words)
        known = by_start.get(key)
        if known is None or not known.is_dropped:
            by_start[key] = ghost
        elif ghost.is_dropped:
            by_start[key] = known._replace(dropped_by=known.dropped_by | ghost.dropped_by)
    return tuple(by_start.values())[-_GHOSTS:]
