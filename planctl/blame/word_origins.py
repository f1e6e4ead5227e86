"""The origins of a unit's words: in its parents, in its own lineage, or anywhere in the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush
from itertools import groupby

from planctl.blame.compounds import carried_words
from planctl.blame.ghosts import DroppedWords, gaps, left_out, merged
from planctl.blame.phrase_index import PhraseIndex
from planctl.blame.traced_words import Ghost, PhraseMatch, Return, TracedWords, WordOrigin
from planctl.text import content_word_count

SEED = 3
"""Words that must agree before the index of all phrases is asked; 2 to 5 score alike, and 2 costs more."""

_FEWEST_ANYWHERE = 4
"""Content words that a match must have to come from anywhere in the history; fewer are common phrases.

Tuned on logged typing, where the origin of every character is known: share of words credited rightly is .937
for 2, .974 for 3, .984 for 4, .987 for 5, .990 for 6. Retyped phrases cost the most there; in negotiated
texts a phrase of four such words is seldom chance, so the gain beyond 4 is not taken.
"""

_FEWEST_DROPPED = 2
"""The same for words that the unit's own lineage dropped or moved, unless they come back to their place; 1 to
3 score alike."""

Origins = list[WordOrigin | None]


@dataclass
class Sources:
    """What the words of a unit may come from.

    ``parents`` are the units that it was made from and ``ghosts`` what their lineage dropped before;
    ``phrases`` finds what stood anywhere in the ``ancestors`` (a set of versions as the bits of a number).
    ``back``: the parents are gone, so that what they carry over is put back.
    """

    version: int
    ancestors: int
    phrases: PhraseIndex
    parents: Sequence[TracedWords] = ()
    ghosts: Sequence[Ghost] = ()
    back: bool = False

    @cached_property
    def units(self) -> frozenset[tuple[int, int]]:
        """The units (version, unit) that first had any of the parents' words."""
        if len(self.parents) == 1:
            return self.parents[0].units
        return frozenset().union(*(parent.units for parent in self.parents))


@dataclass(slots=True)
class Tracing:
    """The words of a unit, as far as their origins are known (None: new ones)."""

    words: tuple[str, ...]
    origins: Origins
    returns: dict[int, Return] = field(default_factory=dict)

    def credit(
        self, run: PhraseMatch, back: Return | None = None, origins: Sequence[WordOrigin] | None = None
    ) -> None:
        """Give the words of a run that have no origin yet that of the run, as carried or put ``back``."""
        theirs = run.wording.returns
        for k, origin in enumerate(origins or run.origins, run.at):
            if self.origins[k] is None:
                self.origins[k] = origin
                since = back or theirs.get(run.start + k - run.at)
                if since:
                    self.returns[k] = since

    def traced(self, place: tuple[int, int]) -> TracedWords:
        """The same, new words having ``place`` (version, unit) as their origin."""
        filled = (
            WordOrigin(*place, k) if origin is None else origin for k, origin in enumerate(self.origins)
        )
        return TracedWords(self.words, tuple(filled), returns=self.returns, place=place)


def word_origins(words: tuple[str, ...], sources: Sources) -> Tracing:
    """Where a unit's words come from.

    What the parents carry over goes first, the longest stretch before shorter ones, the earlier bringer on
    ties. What is left may have stood elsewhere in them, may have been dropped from the same lineage, or
    stood anywhere in an ancestor.
    """
    tracing = Tracing(words, [None] * len(words))
    runs = [run for parent in sources.parents for run in carried_words(parent, words)]
    if len(sources.parents) > 1:  # runs of one parent do not overlap
        runs.sort(key=_longest_then_earliest)
    back = Return(sources.version) if sources.back else None
    for run in runs:
        tracing.credit(run, back)
    if None in tracing.origins:
        _find_dropped(tracing, sources, back)
        _find_anywhere(tracing, sources)
    return tracing


def _find_dropped(tracing: Tracing, sources: Sources, back: Return | None) -> None:
    """Credit words that only changed their place within the unit, or that its lineage had dropped."""
    moved = left_out(sources.parents, tracing.origins)
    wanted = {w for w, origin in zip(tracing.words, tracing.origins, strict=True) if origin is None}
    dropped = DroppedWords(merged((*sources.ghosts, *moved)), wanted)
    for gap in gaps(tracing.origins) if dropped else ():
        todo = [gap]
        while todo:
            begin, end = todo.pop()
            runs = [run for run in dropped.matches(tracing.words, begin, end) if _is_back(run, tracing)]
            if runs:
                best = min(runs, key=_longest_then_earliest)
                tracing.credit(best, _put_back(best, runs, sources.version) or back)
                todo += [(begin, best.at), (best.at + best.size, end)]


def _is_back(run: PhraseMatch, tracing: Tracing) -> bool:
    if content_word_count(run.words) >= _FEWEST_DROPPED:
        return True
    return run.ghost is not None and run.size == run.ghost.size and run.ghost.fits(run, tracing.origins)


def _put_back(best: PhraseMatch, runs: Iterable[PhraseMatch], version: int) -> Return | None:
    same = (run.ghost for run in runs if run.ghost and run.origins == best.origins)
    by = frozenset().union(*(ghost.dropped_by for ghost in same))
    return Return(version, tuple(sorted(by))) if by else None


def _find_anywhere(tracing: Tracing, sources: Sources) -> None:
    """Credit words that stood somewhere in an ancestor.

    The longest run that is no common phrase goes first, then shorter ones where there is room, the earlier
    one on ties. Of a run whose beginning or end is taken, what is left is looked through again.
    """
    words, back = tracing.words, Return(sources.version)
    waiting: list[tuple[tuple[int, WordOrigin, int, int], int, PhraseMatch]] = []

    def look(begin: int, end: int) -> None:
        for run in sources.phrases.matches(words, begin, end, sources.ancestors):
            if content_word_count(run.words) >= _FEWEST_ANYWHERE:
                heappush(waiting, (_longest_then_earliest(run), len(waiting), run))

    for gap in gaps(tracing.origins):
        if content_word_count(words[slice(*gap)]) >= _FEWEST_ANYWHERE:
            look(*gap)
    while waiting:
        run = heappop(waiting)[-1]
        free = gaps(tracing.origins[run.at : run.at + run.size])
        if free == [(0, run.size)]:
            tracing.credit(run, back, list(_without_scraps(run, sources)))
        else:
            for a, b in free:
                look(run.at + a, run.at + b)


def _without_scraps(run: PhraseMatch, sources: Sources) -> Iterator[WordOrigin]:
    """Origins of a run from anywhere. Scraps of it belong to the unit that first had them in this row, not to
    strangers (none of whose words the parents have) that happened to have such words before."""
    numbers = range(run.size)
    for place, group in groupby(numbers, key=lambda k: run.origins[k][:2]):
        members = list(group)
        is_scrap = content_word_count(run.words[k] for k in members) < _FEWEST_ANYWHERE
        for k in members:
            if is_scrap and run.wording.place and place not in sources.units:
                yield WordOrigin(*run.wording.place, run.start + k)
            else:
                yield run.origins[k]


def _longest_then_earliest(run: PhraseMatch) -> tuple[int, WordOrigin, int, int]:
    returns, stretch = run.wording.returns, range(run.start, run.start + run.size)
    back = (k for k in returns if k in stretch) if len(returns) < run.size else returns.keys() & stretch
    since = max((returns[k].version for k in back), default=-1)
    return (-run.size, min(run.origins), since, run.at)
