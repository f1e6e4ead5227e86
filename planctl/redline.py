"""Which words of a text were kept, deleted and inserted on the way to another text.

The two word sequences are compared by their longest common subsequence (bit-parallel, by rapidfuzz).
White space takes no part in that: aligning blanks with blanks tears phrases apart. It is put back when
the segments are cut, so that both texts can be read from the segments to the last space.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # scripts without blanks: each sign is a word
_MARKS = (  # accents and vowel signs that Python's \w leaves out; a word goes on through them
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e3a\u0e47-\u0e4e"
    "\u200c\u200d"
)
_RUN = rf"[^\W{_SINGLE}]+(?:[{_MARKS}]+[^\W{_SINGLE}]*)*"
_WORD = re.compile(
    rf"\d+[ \u00a0](?:bis|ter|quater|quinquies|sexies)\b"
    rf"|[$€£¥₴₽§]?{_RUN}(?:(?:(?<=\d)[.,:/](?=\d)|[-‐‑'’](?=\w)){_RUN})*%?"
    r"|\S"
)

# Words that bind others together. One that survived by chance amid a rewrite tells a reader nothing.
_BINDERS = frozenset(
    _WORD.findall(
        "a an and any are as at be been between both but by for from had has have he her his if in "
        "into is it its of on or she so such that the their them then there these they this those "
        "to under up upon was we were when where which while who will with within would"
    )
)
# How many changed words a kept word must stand against before it is read as part of the rewrite around it.
# Chosen by reading redlines of rewritten sentences and points: names and verbs that were kept stay visible
# unless whole sentences change around them, and so do "not", "shall" and the like.
_BINDER_WEIGHT, _CONTENT_WEIGHT, _HEAVIEST_ISLAND = 1, 3, 9
# A longest common subsequence takes (old words x new words) bits: 1e8 is 12 MB and 10 ms. A larger stretch is
# cut first, which keeps the work linear: 5 MB in one line take 8 s.
_MOST_CELLS = 100_000_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that both sides have (``keep``), or one side alone (``delete``, ``insert``)."""

    kind: Literal["keep", "delete", "insert"]
    text: str


@dataclass(frozen=True, slots=True)
class Redline:
    """Segments between several old and several new texts, each side joined by ``separator``.

    ``order`` says in which order the old texts were joined (0-based indices), ``old`` and ``new`` are the
    joined texts: keep + delete gives ``old``, keep + insert gives ``new``.
    """

    segments: tuple[Segment, ...]
    order: tuple[int, ...]
    old: str
    new: str


class Run(NamedTuple):
    """``size`` words that stand on both sides, from word ``old`` and word ``new`` on (0-based)."""

    old: int
    new: int
    size: int


def places(text: str) -> list[tuple[int, int]]:
    """Start and end of every word of a text, in order. What lies between is white space only."""
    return [match.span() for match in _WORD.finditer(text)]


def words(text: str) -> list[str]:
    """The words of a text, in order, without the white space around them.

    ``600,000``, ``50:50``, ``US-led``, ``party's``, ``$100``, ``50%`` and ``4 bis`` are one word each (the
    last is the only kind with a blank inside); other punctuation marks and brackets are words of their own.
    """
    return _WORD.findall(text)


def mark(old: str, new: str) -> tuple[Segment, ...]:
    """The redline from ``old`` to ``new``: segments in reading order, deletion before insertion.

    keep + delete is ``old`` and keep + insert is ``new``, to the last space; no segment is empty, no two
    neighbours are of one kind. Sides swapped give the same segments with delete and insert swapped (and
    deletion first again). Small words that survive by chance amid a rewrite count as rewritten, so that whole
    phrases stand against each other.
    """
    if old == new:
        return (Segment("keep", old),) if old else ()
    before, after = places(old), places(new)
    old_words = [old[a:b] for a, b in before]
    new_words = [new[a:b] for a, b in after]
    return _joined(_cut(old, new, before, after, carried(old_words, new_words)))


def mark_units(olds: Sequence[str], news: Sequence[str], separator: str = "\n") -> Redline:
    """One redline for a merged, split or recast unit: the old texts against the new ones.

    New texts are joined as they stand. Old texts are joined in the order in which their words turn up in the
    new text, so that each stretch can be kept from the text that has it.
    """
    new = separator.join(news)
    order = _order(olds, words(new)) if len(olds) > 1 else tuple(range(len(olds)))
    old = separator.join(olds[k] for k in order)
    return Redline(mark(old, new), order, old, new)


def kept(segments: Iterable[Segment]) -> float:
    """Share of the old side's words that were kept, 0 to 1; 1 when the old side has no words."""
    count = Counter[str]()
    for segment in segments:
        count[segment.kind] += len(words(segment.text))
    old = count["keep"] + count["delete"]
    return count["keep"] / old if old else 1.0


def carried(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Runs of words that a reader would call kept: ``common`` but for what survives a rewrite by chance.

    Swapped sequences give the swapped runs.
    """
    runs = common(old, new)
    stack = [Run(0, 0, 0)]
    for run in [*runs, Run(len(old), len(new), 0)]:
        while len(stack) > 1 and _is_island(stack[-2], stack[-1], run, old):
            stack.pop()
        stack.append(run)
    return [run for run in stack if run.size]


def content(some: Iterable[str]) -> int:
    """How many of some words say something by themselves: not a sign, and not one that only binds others."""
    return sum(any(c.isalnum() for c in word) and word.lower() not in _BINDERS for word in some)


def common(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Runs of words that both sequences have in the same order, as many words as can be had.

    Swapped sequences give the swapped runs. Stretches of more than some 10,000 words a side are cut at words
    that occur once on each side, so that the work stays within bounds; then it may find fewer.
    """
    if (len(new), new) < (len(old), old):
        return [Run(a, b, n) for b, a, n in common(new, old)]
    ids: dict[str, int] = {}
    first = [ids.setdefault(word, len(ids)) for word in old]
    second = [ids.setdefault(word, len(ids)) for word in new]
    return _merged_runs(_runs(first, second, 0, 0))


def _runs(old: list[int], new: list[int], at: int, by: int, *, parallel: bool = False) -> Iterator[Run]:
    if len(old) * len(new) <= _MOST_CELLS:
        for op in Indel.opcodes(old, new):
            if op.tag == "equal":
                yield Run(at + op.src_start, by + op.dest_start, op.src_end - op.src_start)
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
    found: list[tuple[int, int]] = []
    k = last[-1] if last else -1
    while k >= 0:
        found.append(pairs[k])
        k = back[k]
    return found[::-1]


def _merged_runs(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
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


def _is_island(before: Run, run: Run, after: Run, old: Sequence[str]) -> bool:
    if run.size > _HEAVIEST_ISLAND:
        return False
    left = (run.old - before.old - before.size, run.new - before.new - before.size)
    right = (after.old - run.old - run.size, after.new - run.new - run.size)
    telling = content(old[run.old : run.old + run.size])
    weight = telling * _CONTENT_WEIGHT + (run.size - telling) * _BINDER_WEIGHT
    changed = min(left[0] + right[0], left[1] + right[1])
    return weight <= _HEAVIEST_ISLAND and 2 * weight < changed and weight <= min(max(left), max(right))


_Places = list[tuple[int, int]]


def _cut(old: str, new: str, before: _Places, after: _Places, runs: list[Run]) -> Iterator[Segment]:
    """Segments of the texts for runs of word numbers; between kept words lies a change or a space."""
    i = j = 0
    for run in runs:
        for old_at, new_at, size in _of_equal_space(old, new, before, after, run):
            start, end = before[old_at][0], before[old_at + size - 1][1]
            yield from _change(old[i:start], new[j : after[new_at][0]])
            yield Segment("keep", old[start:end])
            i, j = end, after[new_at + size - 1][1]
    yield from _change(old[i:], new[j:])


def _of_equal_space(old: str, new: str, before: _Places, after: _Places, run: Run) -> list[Run]:
    """The run whole if the white space within it is the same on both sides, else word by word."""
    a, b = before[run.old][0], before[run.old + run.size - 1][1]
    c, d = after[run.new][0], after[run.new + run.size - 1][1]
    if old[a:b] == new[c:d]:
        return [run]
    return [Run(run.old + k, run.new + k, 1) for k in range(run.size)]


def _change(old: str, new: str) -> Iterator[Segment]:
    """What stands between two kept words on each side, white space that both have kept outside."""
    if old == new:
        yield Segment("keep", old)
        return
    head = _shared(_space(old), _space(new))
    old, new = old[len(head) :], new[len(head) :]
    tail = _shared(_space(old[::-1]), _space(new[::-1]))[::-1]
    rest = len(tail)
    yield Segment("keep", head)
    yield Segment("delete", old[: len(old) - rest])
    yield Segment("insert", new[: len(new) - rest])
    yield Segment("keep", tail)


def _space(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _shared(first: str, second: str) -> str:
    size = 0
    while size < min(len(first), len(second)) and first[size] == second[size]:
        size += 1
    return first[:size]


def _joined(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Segments without empty ones, neighbours of one kind joined."""
    kinds: list[Literal["keep", "delete", "insert"]] = []
    texts: list[list[str]] = []
    for segment in segments:
        if not segment.text:
            continue
        if kinds and kinds[-1] == segment.kind:
            texts[-1].append(segment.text)
        else:
            kinds.append(segment.kind)
            texts.append([segment.text])
    return tuple(Segment(kind, "".join(parts)) for kind, parts in zip(kinds, texts, strict=True))


def _order(olds: Sequence[str], new: list[str]) -> tuple[int, ...]:
    """Old texts by the middle of where their words stand in the new one; those without any stay behind."""

    def middle(k: int) -> tuple[float, int]:
        found = [run.new + n for run in common(words(olds[k]), new) for n in range(run.size)]
        return (median_low(found) if found else float("inf"), k)

    return tuple(sorted(range(len(olds)), key=middle))
