"""Segments of a redline, cut so that both texts can be read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from planctl.redline.carrying import carried
from planctl.redline.runs import CommonRun, common
from planctl.text import plain_word, word_spans, words

_SEGMENT_KINDS: tuple[Literal["keep", "delete", "insert"], ...] = ("keep", "delete", "insert")


class Segment(NamedTuple):
    """A stretch of text that both sides have (``keep``), or one side alone (``delete``, ``insert``)."""

    kind: Literal["keep", "delete", "insert"]
    text: str


class Redline(NamedTuple):
    """Segments between several old and several new texts, each side joined by ``separator``.

    ``order`` says in which order the old texts were joined (0-based indices), ``old`` and ``new`` are the
    joined texts: keep + delete gives ``old``, keep + insert gives ``new``.
    """

    segments: tuple[Segment, ...]
    order: tuple[int, ...]
    old: str
    new: str


def mark(old: str, new: str, *, runs: Sequence[CommonRun] | None = None) -> tuple[Segment, ...]:
    """The redline from ``old`` to ``new``: segments in reading order, deletion before insertion.

    keep + delete is ``old`` and keep + insert is ``new``, to the last space; no segment is empty, no two
    neighbours are of one kind. Sides swapped give the same segments with delete and insert swapped (and
    deletion first again). Small words that survive by chance amid a rewrite count as rewritten, so that whole
    phrases stand against each other. ``runs``, if known, are those of ``carried`` for the words of both.
    """
    if old == new:
        return (Segment("keep", old),) if old else ()
    before, after = word_spans(old), word_spans(new)
    if runs is None:
        runs = carried([plain_word(old[a:b]) for a, b in before], [plain_word(new[a:b]) for a, b in after])
    return _joined(_cut(old, new, before, after, runs))


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


_Places = list[tuple[int, int]]


def _cut(old: str, new: str, before: _Places, after: _Places, runs: Sequence[CommonRun]) -> Iterator[Segment]:
    """Segments of the texts for runs of word numbers; between kept words lies a change or a space."""
    i = j = 0
    for run in runs:
        for old_at, new_at, size in _of_equal_space(old, new, before, after, run):
            start, end = before[old_at][0], before[old_at + size - 1][1]
            first, last = after[new_at][0], after[new_at + size - 1][1]
            yield from _change(old[i:start], new[j:first])
            if old[start:end] == new[first:last]:
                yield Segment("keep", old[start:end])
            else:  # one word, in two formats
                yield Segment("delete", old[start:end])
                yield Segment("insert", new[first:last])
            i, j = end, last
    yield from _change(old[i:], new[j:])


def _of_equal_space(old: str, new: str, before: _Places, after: _Places, run: CommonRun) -> list[CommonRun]:
    """The run whole if the texts within it are the same to the last space, else word by word."""
    a, b = before[run.old][0], before[run.old + run.size - 1][1]
    c, d = after[run.new][0], after[run.new + run.size - 1][1]
    if old[a:b] == new[c:d]:
        return [run]
    return [CommonRun(run.old + k, run.new + k, 1) for k in range(run.size)]


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
    """Segments without empty ones, neighbours of one kind joined, between two kept ones deletion first."""
    joined: list[Segment] = []
    parts: dict[str, list[str]] = {"keep": [], "delete": [], "insert": []}
    for segment in segments:
        if not segment.text:
            continue
        if (segment.kind == "keep") != bool(parts["keep"]):
            joined += _flushed(parts)
        parts[segment.kind].append(segment.text)
    return (*joined, *_flushed(parts))


def _flushed(parts: dict[str, list[str]]) -> Iterator[Segment]:
    """What was gathered since the last change of sort, and nothing more to gather."""
    for kind in _SEGMENT_KINDS:
        if parts[kind]:
            yield Segment(kind, "".join(parts[kind]))
            parts[kind].clear()


def _order(olds: Sequence[str], new: list[str]) -> tuple[int, ...]:
    """Old texts by the middle of where their words stand in the new one; those without any stay behind."""

    def middle(k: int) -> tuple[float, int]:
        positions = sorted(run.new + n for run in common(words(olds[k]), new) for n in range(run.size))
        return (positions[(len(positions) - 1) // 2] if positions else float("inf"), k)

    return tuple(sorted(range(len(olds)), key=middle))
