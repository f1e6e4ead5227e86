"""The origins of a unit's words: in its parents, in its own lineage, or anywhere in the history."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from planctl.blame.compounds import carried_words
from planctl.blame.ghosts import Ghost, gaps, left_out, merged
from planctl.blame.phrase_index import Origin, PhraseIndex, PhraseMatch, Return, TracedWords
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

Origins = list[Origin | None]


@dataclass(slots=True)
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


@dataclass(slots=True)
class Tracing:
    """The words of a unit, as far as their origins are known (None: new ones)."""

    words: tuple[str, ...]
    origins: Origins
    returns: dict[int, Return] = field(default_factory=dict)

    def credit(
        self, run: PhraseMatch, back: Return | None = None, origins: Sequence[Origin] | None = None
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
        filled = (Origin(*place, k) if origin is None else origin for k, origin in enumerate(self.origins))
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
    ghosts = merged((*sources.ghosts, *moved))
    known = {ghost.wording: ghost for ghost in ghosts if not wanted.isdisjoint(ghost.wording.words)}
    if not known:
        return
    index = PhraseIndex(seed=1)
    for wording in known:
        index.add(wording, 0, 1)

    def is_back(run: PhraseMatch, _gap: int) -> bool:
        if content_word_count(run.words) >= _FEWEST_DROPPED:
            return True
        return run.size == len(run.wording.words) and known[run.wording].fits(run, tracing.origins)

    def credit(run: PhraseMatch, rivals: Iterable[PhraseMatch]) -> None:
        by = {v for r in rivals if r.origins == run.origins for v in known[r.wording].dropped_by}
        tracing.credit(run, Return(sources.version, tuple(sorted(by))) if by else back)

    for gap in gaps(tracing.origins):
        _fill(gap, lambda a, b: index.matches(tracing.words, a, b, 1), is_back, credit)


def _find_anywhere(tracing: Tracing, sources: Sources) -> None:
    """Credit words that stood somewhere in an ancestor."""
    words = tracing.words

    def is_no_common_phrase(run: PhraseMatch, _gap: int) -> bool:
        return content_word_count(run.words) >= _FEWEST_ANYWHERE

    own = {origin[:2] for parent in sources.parents for origin in parent.origins}

    def credit(run: PhraseMatch, _rivals: Iterable[PhraseMatch]) -> None:
        tracing.credit(run, Return(sources.version), list(_without_scraps(run, own)))

    def matches(begin: int, end: int) -> Iterator[PhraseMatch]:
        return sources.phrases.matches(words, begin, end, sources.ancestors)

    for gap in gaps(tracing.origins):
        if content_word_count(words[slice(*gap)]) >= _FEWEST_ANYWHERE:
            _fill(gap, matches, is_no_common_phrase, credit)


def _without_scraps(run: PhraseMatch, own: Collection[tuple[int, int]]) -> Iterator[Origin]:
    """Origins of a run from anywhere. Scraps of it belong to the unit that first had them in this row, not to
    strangers (none of their ``own``) that happened to have such words before."""
    numbers = range(run.size)
    for place, group in groupby(numbers, key=lambda k: run.origins[k][:2]):
        members = list(group)
        is_scrap = content_word_count(run.words[k] for k in members) < _FEWEST_ANYWHERE
        for k in members:
            if is_scrap and run.wording.place and place not in own:
                yield Origin(*run.wording.place, run.start + k)
            else:
                yield run.origins[k]


def _longest_then_earliest(run: PhraseMatch) -> tuple[int, Origin, int, int]:
    since = [run.wording.returns[k].version for k in run.wording.returns if 0 <= k - run.start < run.size]
    return (-run.size, min(run.origins), max(since, default=-1), run.at)


def _fill(
    gap: tuple[int, int],
    runs: Callable[[int, int], Iterable[PhraseMatch]],
    counts: Callable[[PhraseMatch, int], bool],
    credit: Callable[[PhraseMatch, Iterable[PhraseMatch]], None],
) -> None:
    """Give a gap the longest run that counts, then what is left of it on both sides."""
    todo = [gap]
    while todo:
        begin, end = todo.pop()
        candidates = [run for run in runs(begin, end) if counts(run, end - begin)]
        if candidates:
            best = min(candidates, key=_longest_then_earliest)
            credit(best, candidates)
            todo += [(begin, best.at), (best.at + best.size, end)]
