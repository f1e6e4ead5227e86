"""How much planctl.substance sees: recall and false alarms on the labelled pairs beside this file.

Run ``python -m bench.substance``: figures for the pairs that were tuned on and those held out, then every
pair that is judged wrongly. ``--markdown`` prints the tables of docs/substance.md, ``--misses tuned`` only
the wrong ones of one part.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planctl.substance import compare

PAIRS = Path(__file__).with_name("substance_pairs.txt")
TUNED, HELD_OUT, UNSEEN = "tuned on", "held out", "not seen"
CANNOT = """## What it cannot see

A reader would call these differences; planctl says what stands in the last column."""
NAMES = ("Northland", "Southland", "Eastmark", "Lakeland", "Union")


class Pair(NamedTuple):
    """Two wordings and the kinds of difference between them; no kinds when the change is harmless."""

    section: str
    kinds: frozenset[str]
    old: str
    new: str
    part: str


class Judged(NamedTuple):
    """A pair with the kinds of difference that were found."""

    pair: Pair
    found: frozenset[str]
    summaries: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """Something missed, or something reported in a harmless pair."""
        return bool(self.pair.kinds - self.found) or bool(self.found - self.pair.kinds)


class Score(NamedTuple):
    """Counts over a set of pairs."""

    expected: int
    seen: int
    harmless: int
    alarms: int
    changed: int
    extra: int

    @property
    def recall(self) -> float:
        """Share of the expected differences that were found."""
        return self.seen / self.expected if self.expected else 1.0

    @property
    def false_alarms(self) -> float:
        """Share of harmless pairs in which something was reported."""
        return self.alarms / self.harmless if self.harmless else 0.0


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The labelled pairs, in the order of the file."""
    return list(_pairs(path.read_text(encoding="utf-8").splitlines()))


def _pairs(lines: Iterable[str]) -> Iterator[Pair]:
    section, part = "", ""
    for line in lines:
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif line.startswith("# part: "):
            part = line.removeprefix("# part: ").partition(".")[0]
        elif line and not line.startswith("#"):
            kinds, old, new = (part.strip().replace("\\n", "\n") for part in line.split(" | "))
            named = frozenset() if kinds == "none" else frozenset(kinds.split(","))
            yield Pair(section, named, old, new, part)


def judge(pair: Pair) -> Judged:
    """Compare the two wordings."""
    found = compare(pair.old, pair.new, NAMES)
    return Judged(pair, frozenset(d.kind for d in found), tuple(f"{d.kind}: {d.summary}" for d in found))


def score(judged: Sequence[Judged]) -> Score:
    """Recall counts expected kinds, false alarms harmless pairs, extra further kinds in changed pairs."""
    harmless = [one for one in judged if not one.pair.kinds]
    changed = [one for one in judged if one.pair.kinds]
    return Score(
        expected=sum(len(_wanted(one)) for one in changed),
        seen=sum(len(_wanted(one) & _equated(one.found)) for one in changed),
        harmless=len(harmless),
        alarms=sum(bool(one.found) for one in harmless),
        changed=len(changed),
        extra=sum(bool(_equated(one.found) - _wanted(one)) for one in changed),
    )


def _wanted(one: Judged) -> frozenset[str]:
    return _equated(one.pair.kinds)


def _equated(kinds: Iterable[str]) -> frozenset[str]:
    """Percentages, shares and ratios are one thing written three ways; so are durations and deadlines."""
    same = {"share": "percentage", "ratio": "percentage", "duration": "deadline"}
    return frozenset(same.get(kind, kind) for kind in kinds)


def by_kind(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """For each kind, how many were expected and how many of these were found."""
    expected: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in judged:
        expected.update(_wanted(one))
        seen.update(_wanted(one) & _equated(one.found))
    return {kind: (expected[kind], seen[kind]) for kind in sorted(expected)}


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    parts = {part: [one for one in judged if one.pair.part == part] for part in (TUNED, HELD_OUT)}
    parts["all"] = list(judged)
    yield "| pairs | changed | recall | harmless | false alarms | changed pairs with a further kind |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, part in parts.items():
        s = score(part)
        yield f"| {name} | {s.changed} | {s.recall:.3f} | {s.harmless} | {s.false_alarms:.3f} | {s.extra} |"


def _kinds(judged: Sequence[Judged]) -> Iterator[str]:
    yield "| kind | expected | found |"
    yield "|---|---:|---:|"
    for kind, (expected, seen) in by_kind(judged).items():
        yield f"| {kind} | {expected} | {seen} |"


def unseen(judged: Iterable[Judged]) -> Iterator[str]:
    """The table of what planctl does not see."""
    yield "| what | old | new | planctl says |"
    yield "|---|---|---|---|"
    for one in judged:
        if one.pair.part == UNSEEN:
            said = "; ".join(one.summaries) or "nothing"
            yield f"| {one.pair.section} | {one.pair.old} | {one.pair.new} | {said} |"


def _misses(judged: Iterable[Judged]) -> Iterator[str]:
    for one in judged:
        if _equated(one.found) != _wanted(one):
            yield f"{','.join(sorted(one.pair.kinds)) or 'none'}: {one.pair.old} -> {one.pair.new}"
            yield f"    found: {'; '.join(one.summaries) or 'nothing'}"


def _under(words: str) -> list[str]:
    return ["", words, ""]


def report(judged: Sequence[Judged]) -> list[str]:
    """The tables of docs/substance.md."""
    scored = [one for one in judged if one.pair.part != UNSEEN]
    return [*_table(scored), *_under("By kind:"), *_kinds(scored), *_under(CANNOT), *unseen(judged)]


def main() -> None:
    """Print the tables and what is judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="only the tables")
    parser.add_argument("--misses", choices=("tuned", "all"), default="all")
    options = parser.parse_args()
    judged = [judge(pair) for pair in read_pairs()]
    lines = report(judged)
    if not options.markdown:
        part = (TUNED,) if options.misses == "tuned" else (TUNED, HELD_OUT)
        lines += ["", *_misses(one for one in judged if one.pair.part in part)]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
