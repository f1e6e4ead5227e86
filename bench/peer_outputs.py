"""What other tools print about two texts, read as links between points: one reader a tool.

Texts are one point a paragraph with a blank line between, so that point k (0-based) is on line 2k + 1. A
tool that only marks words is credited with a pair of points when the characters that it keeps from one to
the other reach ``SHARE`` of the shorter point. No tool's code is used, only what it prints.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import product

Texts = Sequence[str]
Pair = tuple[int, int]
Named = tuple[str, tuple[int, ...], tuple[int, ...]]
SHARE = 0.4


@dataclass(frozen=True)
class Answer:
    """What a tool says, in points (0-based).

    ``named`` are relations that it calls by a name, with their old and new points (None: it names none);
    ``changed`` are old points whose words it shows as changed or gone.
    """

    links: frozenset[Pair]
    changed: frozenset[int]
    named: frozenset[Named] | None = None


def from_kept(kept: Counter[Pair], old: Texts, new: Texts) -> Answer:
    """Links by the share of characters kept; a point is unchanged when all of both sides is kept."""
    sizes = [[_size(text) for text in side] for side in (old, new)]
    links = {(i, j) for (i, j), n in kept.items() if n >= SHARE * min(sizes[0][i], sizes[1][j])}
    same = {i for (i, j), n in kept.items() if n == sizes[0][i] == sizes[1][j]}
    return Answer(frozenset(links), frozenset(range(len(old))) - same)


def _size(text: str) -> int:
    return sum(map(len, text.split()))


def from_segments(segments: Iterable[tuple[str, str]], old: Texts, new: Texts) -> Answer:
    """Marked words (keep, delete, insert) walked through both texts at once."""
    owners = [[k for k, text in enumerate(side) for _ in text.split()] for side in (old, new)]
    kept: Counter[Pair] = Counter()
    at = [0, 0]
    for kind, text in segments:
        for word in text.replace("\u00b6", " ").split():
            if kind == "keep":
                kept[owners[0][at[0]], owners[1][at[1]]] += len(word)
            at[0] += kind != "insert"
            at[1] += kind != "delete"
    assert at == [len(owners[0]), len(owners[1])], "the marked words are not those of the texts"
    return from_kept(kept, old, new)


def git(output: str, old: Texts, new: Texts) -> Answer:
    """``git diff --word-diff=porcelain`` with all lines as context."""
    if not output:
        return from_segments([("keep", " ".join(old))], old, new)
    kinds = {" ": "keep", "-": "delete", "+": "insert"}
    body = output.split("\n@@", 1)[1].split("\n")[1:]
    return from_segments([(kinds[line[0]], line[1:]) for line in body if line and line[0] in kinds], old, new)


def redlines(output: str, old: Texts, new: Texts) -> Answer:
    """``redlines json``: changes in order."""
    return from_segments(_redlines(json.loads(output)["changes"]), old, new)


def _redlines(changes: Iterable[dict[str, str]]) -> Iterator[tuple[str, str]]:
    for change in changes:
        if change["type"] == "replace":
            yield from (("delete", change["source_text"]), ("insert", change["test_text"]))
        else:
            yield {"equal": "keep"}.get(change["type"], change["type"]), change["text"]


def difflib_words(output: str, old: Texts, new: Texts) -> Answer:
    """Segments of ``bench/simple_peers.py``."""
    return from_segments(json.loads(output)["answer"], old, new)


def rapidfuzz_pairs(output: str, old: Texts, new: Texts, *, level: float) -> Answer:
    """Pairs of ``bench/simple_peers.py`` from a score on; a pair is unchanged when its texts are equal."""
    links = frozenset((i, j) for i, j, score in json.loads(output)["answer"] if score >= level)
    same = {i for i, j in links if old[i] == new[j]}
    return Answer(links, frozenset(range(len(old))) - same)


GOVERNDIFF = {"modified": "edited", "removed": "dropped", "moved": "unchanged", "format_only": "unchanged"}


def governdiff(output: str, old: Texts, new: Texts) -> Answer:
    """``governdiff diff --format json``: what it does not list stayed as it was, and is paired in order."""
    named: set[Named] = set()
    seen: tuple[set[int], set[int]] = (set(), set())
    for change in json.loads(output)["changes"]:
        olds, news = (
            tuple(sorted({block["line_start"] // 2 for block in change[f"{side}_blocks"]}))
            for side in ("old", "new")
        )
        seen[0].update(olds)
        seen[1].update(news)
        named.add((GOVERNDIFF.get(change["change_type"], change["change_type"]), olds, news))
    left = ([k for k in range(len(side)) if k not in own] for side, own in zip((old, new), seen, strict=True))
    named |= {("unchanged", (i,), (j,)) for i, j in zip(*left, strict=False)}
    return from_named(named)


def from_named(named: Iterable[Named]) -> Answer:
    """All old points of a relation are linked with all its new ones."""
    said = frozenset(named)
    links = frozenset(pair for _, olds, news in said for pair in product(olds, news))
    changed = frozenset(i for kind, olds, _ in said if kind != "unchanged" for i in olds)
    return Answer(links, changed, said)


PROSEDIFF = {"equal": "unchanged", "replace": "edited", "delete": "dropped", "insert": "added"}


@dataclass
class _Row:
    """A row of prosediff's report: kind, line labels, a number that pairs moved rows, text kept and moved."""

    kind: str
    pair: str
    labels: list[str] = field(default_factory=lambda: ["", ""])
    marked: bool = False
    kept: list[int] = field(default_factory=lambda: [0, 0])
    moved: list[Counter[str]] = field(default_factory=lambda: [Counter(), Counter()])


class _Report(HTMLParser):
    """Collects the rows: a table cell of class l or left is the old side, r or right the new one."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self._open: list[tuple[str, set[str], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = set(given.get("class", "").split())
        if tag == "tr":
            kind = next((c for c in classes if c in _KINDS), "")
            self.rows.append(_Row(kind, given.get("data-pair", "")))
        if tag in _NESTED:
            self._open.append((tag, classes, given.get("data-pair", "")))

    def handle_endtag(self, tag: str) -> None:
        while tag in _NESTED and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        classes = set().union(*(own for _, own, _ in self._open))
        side = 0 if classes & {"l", "left"} else 1 if classes & {"r", "right"} else None
        if not self.rows or side is None or classes & _ASIDE:
            return
        row = self.rows[-1]
        if "no" in classes:
            row.labels[side] += data.strip()
            return
        moves = [pair for _, own, pair in self._open if "moved" in own]
        size = _size(data.replace("\u00ad", ""))
        if moves:
            row.moved[side][moves[-1]] += size
        elif {tag for tag, *_ in self._open} & {"del", "ins"}:
            row.marked = True
        else:
            row.kept[side] += size


_KINDS = {"equal", "replace", "delete", "insert", "moved-out", "moved-in"}
_NESTED = {"td", "tr", "span", "del", "ins"}
_ASIDE = {"sign", "sr", "print-note", "pv-off"}


def _point(label: str) -> int:
    return int(label.partition(".")[0]) // 2


def prosediff(output: str, old: Texts, new: Texts) -> Answer:
    """prosediff's HTML report with all rows, paragraph by paragraph or sentence by sentence.

    Kept characters are those of rows drawn side by side, of moved rows, and of moved passages; when it goes
    by paragraphs, rows drawn side by side and moved rows are links as they stand, and have their names.
    """
    report = _Report()
    report.feed(output)
    rows = [row for row in report.rows if row.kind]
    credited, drawn = _credited(rows), _drawn(rows)
    answer = from_kept(credited, old, new)
    if any("." in label for row in rows for label in row.labels):
        return answer
    links = answer.links | {pair for _, olds, news in drawn for pair in product(olds, news)}
    changed = frozenset(i for kind, olds, _ in drawn if kind != "unchanged" for i in olds)
    return Answer(links, changed, frozenset(drawn))


def _credited(rows: Iterable[_Row]) -> Counter[Pair]:
    kept: Counter[Pair] = Counter()
    away: tuple[defaultdict[str, Counter[int]], ...] = (defaultdict(Counter), defaultdict(Counter))
    for row in rows:
        if row.kind in {"equal", "replace"}:
            kept[_point(row.labels[0]), _point(row.labels[1])] += min(row.kept)
        for side in (0, 1):
            if row.pair and row.labels[side]:
                away[side][f"row {row.pair}"][_point(row.labels[side])] += row.kept[side]
            for number, size in row.moved[side].items():
                away[side][number][_point(row.labels[side])] += size
    for number, olds in away[0].items():
        for (i, n), (j, m) in product(olds.items(), away[1][number].items()):
            kept[i, j] += min(n, m)
    return kept


def _drawn(rows: Iterable[_Row]) -> set[Named]:
    named: set[Named] = set()
    ends: defaultdict[str, dict[str, _Row]] = defaultdict(dict)
    for row in rows:
        points = tuple((_point(label),) if label else () for label in row.labels)
        if row.kind.startswith("moved"):
            ends[row.pair][row.kind] = row
        else:
            named.add((PROSEDIFF[row.kind], points[0], points[1]))
    for pair in ends.values():
        i, j = _point(pair["moved-out"].labels[0]), _point(pair["moved-in"].labels[1])
        edited = any(row.marked or any(row.moved) for row in pair.values())
        named.add(("edited" if edited else "unchanged", (i,), (j,)))
    return named


def numbered(texts: Texts) -> list[str]:
    """The texts, each with its number (from 1) put first."""
    return [f"{k}. {text}" for k, text in enumerate(texts, 1)]


def flat(texts: Texts) -> list[str]:
    """The texts, each on one line."""
    return [re.sub(r"\s+", " ", text).strip() for text in texts]
