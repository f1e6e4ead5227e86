"""Runs of words that two texts have in common, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, starmap
from typing import NamedTuple

from planctl.text import matches

# A longest common subsequence takes (old words x new words) bits: 1e8 is 12 MB and 10 ms. A larger stretch is
# cut first, which keeps the work linear: 5 MB in one line take 8 s.
_MOST_CELLS = 100_000_000
_INDEXED_TEXT = 4000
"""Words of a text from which a short one is looked up in it by the places of its words: many points may be
held against the one that they were joined to."""
_FEW_WORDS = 400
"""Words of the longer text up to which Python itself is fast enough: it takes .5 ms, and importing rapidfuzz
8 ms. The longer text decides: 400 points cut out of one took twice the time when only the product did."""


class CommonRun(NamedTuple):
    """``size`` words that stand on both sides, from word ``old`` and word ``new`` on (0-based)."""

    old: int
    new: int
    size: int


def common(old: Sequence[str], new: Sequence[str]) -> list[CommonRun]:
    """Runs of words that both sequences have in the same order, as many words as can be had.

    Swapped sequences give the swapped runs. Stretches of more than some 10,000 words a side are cut at words
    that occur once on each side, so that the work stays within bounds; then it may find fewer.
    """
    if (len(new), new) < (len(old), old):
        return [CommonRun(a, b, n) for b, a, n in common(new, old)]
    if len(new) <= _FEW_WORDS:
        return list(starmap(CommonRun, matches(old, new)))
    if len(new) > _INDEXED_TEXT and len(old) ** 2 <= len(new):
        return _merged_runs(CommonRun(i, j, 1) for i, j in in_order(old, _places(new)))
    # Words that one side alone has change nothing but the time: one sentence may be held against a long text.
    ids = {word: k for k, word in enumerate(set(old).intersection(new))}
    before, after = ([k for k, word in enumerate(side) if word in ids] for side in (old, new))
    inner_runs = _runs([ids[old[k]] for k in before], [ids[new[k]] for k in after], 0, 0)
    return _merged_runs(chain.from_iterable(_spread(run, before, after) for run in inner_runs))


class _Kept(NamedTuple):
    """The text that was last looked up, and where each of its words stands."""

    text: Sequence[str]
    places: Mapping[str, Sequence[int]]


_last = [_Kept((), {})]


def _places(text: Sequence[str]) -> Mapping[str, Sequence[int]]:
    if _last[0].text is not text:
        places: dict[str, list[int]] = {}
        for k, word in enumerate(text):
            places.setdefault(word, []).append(k)
        _last[0] = _Kept(text, places)
    return _last[0].places


def in_order(words: Sequence[str], places: Mapping[str, Sequence[int]]) -> list[tuple[int, int]]:
    """As many words as another text has in the same order, each with its place in both (0-based).

    ``places`` tells where each word of the other text stands. Takes time by the square of how many ``words``
    there are, however long the other text is.
    """
    ends: list[int] = []  # the first place by which one, two and so on of them can have been met
    ways: list[_Way] = []
    for i, word in enumerate(words):
        spots = places.get(word, ())
        for k in range(len(ends), -1, -1) if spots else ():
            following = bisect_right(spots, ends[k - 1] if k else -1)
            if following < len(spots) and (k == len(ends) or spots[following] < ends[k]):
                ends[k : k + 1] = [spots[following]]
                ways[k : k + 1] = [_Way(i, spots[following], ways[k - 1] if k else None)]
    pairs = []
    way = ways[-1] if ways else None
    while way:
        pairs.append((way.old, way.new))
        way = way.before
    return pairs[::-1]


class _Way(NamedTuple):
    """A word met on both sides, and how the ones before it were."""

    old: int
    new: int
    before: _Way | None


def _spread(run: CommonRun, before: Sequence[int], after: Sequence[int]) -> Iterator[CommonRun]:
    """A run over some words of both sides as runs over all words, given the places of those that count."""
    old, new = before[run.old : run.old + run.size], after[run.new : run.new + run.size]
    if old[-1] - old[0] == new[-1] - new[0] == run.size - 1:
        yield CommonRun(old[0], new[0], run.size)
    else:
        yield from (CommonRun(i, j, 1) for i, j in zip(old, new, strict=True))


def overlaps(words: Sequence[str], candidates: Iterable[Sequence[str]]) -> list[int]:
    """How many words each of ``candidates`` has in common with ``words``, in the same order.

    As many as ``common`` finds, without saying where they stand; some ten times as fast.
    """
    from rapidfuzz.distance import LCSseq

    return [
        LCSseq.similarity(words, candidate)
        if len(words) * len(candidate) <= _MOST_CELLS
        else sum(run.size for run in common(words, candidate))
        for candidate in candidates
    ]


def _runs(old: list[int], new: list[int], at: int, by: int, *, parallel: bool = False) -> Iterator[CommonRun]:
    if len(old) * len(new) <= _MOST_CELLS:
        from rapidfuzz.distance import Indel

        for op in Indel.opcodes(old, new):
            if op.tag == "equal":
                yield CommonRun(at + op.src_start, by + op.dest_start, op.src_end - op.src_start)
        return
    a = b = 0
    cuts = _even_cuts(len(old), len(new)) if parallel else _cuts_at_landmarks(old, new)
    for i, j in [*cuts, (len(old), len(new))]:
        yield from _runs(old[a:i], new[b:j], at + a, by + b, parallel=True)
        a, b = i, j


def _cuts_at_landmarks(old: list[int], new: list[int]) -> list[tuple[int, int]]:
    """Places of words that occur once on each side, in the same order."""
    often, seldom = Counter(old), Counter(new)
    where = {word: j for j, word in enumerate(new) if often[word] == seldom[word] == 1}
    return _rising([(i, where[word]) for i, word in enumerate(old) if word in where])


def _even_cuts(old: int, new: int) -> list[tuple[int, int]]:
    """Places that cut two long stretches into as many equal parts as bring each under the limit."""
    parts = 2 + int((old * new / _MOST_CELLS) ** 0.5)
    return [(old * k // parts, new * k // parts) for k in range(1, parts)]


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence that rises on both sides (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for k, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        back.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        last[pile : pile + 1] = [k]
    rising: list[tuple[int, int]] = []
    k = last[-1] if last else -1
    while k >= 0:
        rising.append(pairs[k])
        k = back[k]
    return rising[::-1]


def _merged_runs(runs: Iterable[CommonRun]) -> list[CommonRun]:
    merged: list[CommonRun] = []
    for run in runs:
        if (
            merged
            and merged[-1].old + merged[-1].size == run.old
            and merged[-1].new + merged[-1].size == run.new
        ):
            merged[-1] = merged[-1]._replace(size=merged[-1].size + run.size)
        else:
            merged.append(run)
    return merged
