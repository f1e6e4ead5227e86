"""Write the tables of docs/alignment.md, each between ``<!-- table: NAME -->`` and ``<!-- end -->``.

    python -m bench.tables --peers /tmp/peers [--write] [--only NAME] [--plans 5]

Without ``--write`` they are only printed. How to make the folder of other tools: see ``bench.peers``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench import growth, peers
from bench.peers import KINDS, PEERS, Score

PAGE = peers.ROOT / "docs" / "alignment.md"
NAMED = ("unchanged", "edited", "merged", "split", "recast", "dropped", "added")


def table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> list[str]:
    """A Markdown table; columns after the first stand right."""
    rules = ["---", *(["---:"] * (len(head) - 1))]
    return [f"| {' | '.join(cells)} |" for cells in (head, rules, *rows)]


def quality(folder: Path, plans: int) -> list[str]:
    """Precision, recall and F1 of links on each kind of plans."""

    def rows() -> Iterator[list[str]]:
        for name, scores in peers.quality(folder, plans):
            yield [name, *(_figures(scores[kind]) if scores else "not run" for kind in KINDS)]

    return table(["P / R / **F1** of links", *KINDS], rows())


def _figures(score: Score) -> str:
    precision, recall, f1 = score.figures
    return f"{precision:.2f} / {recall:.2f} / **{f1:.3f}**"


def relations(folder: Path, plans: int) -> list[str]:
    """Relations that a tool names with exactly their members, by kind; only tools that name any."""
    tools = [replace(peer, settings=peer.settings[:1]) for peer in PEERS if peer.names]

    def rows() -> Iterator[list[str]]:
        for name, scores in peers.quality(folder, plans, ("plain", "reworded"), tools):
            if not scores:
                yield [name, *["not run"] * (len(NAMED) + 1)]
            for kind, score in (scores or {}).items():
                yield [f"{name}, {kind}", *_named(score)]

    return table(["named rightly", *NAMED, "all"], rows())


def _named(score: Score) -> Iterator[str]:
    for kind in NAMED:
        yield f"{score.named[kind]} of {score.there[kind]}"
    yield f"{score.named.total() / max(1, score.there.total()):.0%}"


def renumbering(folder: Path, _plans: int) -> list[str]:
    """Points shown as changed when one is put first and the others only count up."""
    rows = (
        [name, "not run" if count is None else f"{count} of {points}"]
        for name, count, points in peers.renumbered(folder)
    )
    return table(["", "untouched points shown as changed"], rows)


def time(folder: Path, _plans: int) -> list[str]:
    """The bars of time and memory."""
    rows = (
        [bar.what, bar.planctl, bar.other, bar.figure, f"at most {bar.bar}", "yes" if bar.held else "no"]
        for bar in growth.bars(folder)
    )
    return table(["", "planctl", "other", "came to", "bar", "held"], rows)


def sizes(folder: Path, _plans: int) -> list[str]:
    """Whole processes as the plan grows."""

    def rows() -> Iterator[list[str]]:
        ours: growth.Times = []
        for name, times in growth.growth(folder, growth.SIZES, 1):
            ours = ours or times
            yield [name, *(_ratio(used, own) for used, own in zip(times, ours, strict=True))]

    return table(["whole process", *(f"{old:,} -> {new:,} points" for old, new in growth.SIZES)], rows())


def _ratio(used: growth.Used | None, own: growth.Used | None) -> str:
    if used is None:
        return "not run"
    over = "" if used.finished else "over "
    return f"{used} ({over}{used.seconds / own.seconds:.2f} x)" if own else str(used)


def reading(_folder: Path, _plans: int) -> list[str]:
    """How each tool's output is turned into links."""
    return [f"- {peer.name}: {peer.how}." for peer in PEERS]


TABLES: dict[str, Callable[[Path, int], list[str]]] = {
    "reading": reading,
    "quality": quality,
    "relations": relations,
    "renumbering": renumbering,
    "time": time,
    "sizes": sizes,
}


def put(page: str, name: str, lines: Sequence[str]) -> str:
    """The page with a table in its place. Raises ``KeyError`` if it has no place for it."""
    place = re.compile(rf"(<!-- table: {re.escape(name)} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not place.search(page):
        raise KeyError(name)
    body = "\n".join(["", *lines, "", ""])
    return place.sub(lambda found: f"{found[1]}{body}{found[2]}", page, count=1)


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--plans", type=int, default=5)
    parser.add_argument("--only", choices=TABLES, action="append")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for name in options.only or TABLES:
        lines = TABLES[name](options.peers, options.plans)
        print(f"\n{name}\n", *lines, sep="\n", flush=True)
        if options.write:
            PAGE.write_text(put(PAGE.read_text("utf-8"), name, lines), encoding="utf-8")


if __name__ == "__main__":
    main()
