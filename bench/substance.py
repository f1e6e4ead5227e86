"""Are the rows of planctl.substance true, and how much do they find?

    python -m bench.substance                # figures of all sets
    python -m bench.substance --misses       # and every pair that is judged wrongly
    python -m bench.substance --speed 10000  # processor time of so many pairs of about 40 words

``substance_truth.txt`` says for each pair what a row must say and what would be untrue; its figures of the
first run stand in docs/substance.md. ``substance_pairs.txt`` only says which kinds of rows a pair has: rules
were tuned on them, and they are kept so that nothing that was once read is lost.

Speed is measured on English sentences of both files, drawn at random: texts full of values, and so a hard
case.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planctl.substance import compare, language_of

PAIRS = Path(__file__).with_name("substance_pairs.txt")
TRUTH = Path(__file__).with_name("substance_truth.txt")
TUNED, HELD_OUT, UNSEEN = "tuned on", "held out", "not seen"
NAMES = ("Northland", "Southland", "Eastmark", "Lakeland", "Union")


class Claim(NamedTuple):
    """Two wordings, what a true row must say (regular expressions) and what would be untrue."""

    section: str
    old: str
    new: str
    must: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def harmless(self) -> bool:
        """Whether nothing differs in substance."""
        return not self.must


class Verdict(NamedTuple):
    """The rows of a pair, which of the things that must be said are not, and the rows that are untrue."""

    claim: Claim
    rows: tuple[str, ...]
    missed: tuple[str, ...]
    untrue: tuple[str, ...]


def read_claims(path: Path = TRUTH) -> Iterator[Claim]:
    """The pairs of a file of claims, in order."""
    section = ""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("# ")]
        signs: dict[str, list[str]] = {sign: [] for sign in ("- ", "+ ", "= ", "! ")}
        for line in lines:
            if line.startswith("## "):
                section = line.removeprefix("## ")
            elif line:
                signs[line[:2]].append(line[2:])
        if signs["- "]:
            (old,), (new,) = signs["- "], signs["+ "]
            yield Claim(section, old, new, tuple(signs["= "]), tuple(signs["! "]))


def verdict(claim: Claim) -> Verdict:
    """Compare the two wordings."""
    rows = tuple(f"{d.kind} | {d.summary}" for d in compare(claim.old, claim.new, NAMES))
    missed = (p for p in claim.must if not any(re.search(p, row, re.IGNORECASE) for row in rows))
    untrue = (row for row in rows if any(re.search(p, row, re.IGNORECASE) for p in claim.false))
    return Verdict(claim, rows, tuple(missed), tuple(untrue))


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


class Score(NamedTuple):
    """Counts over a set of pairs."""

    expected: int
    seen: int
    harmless: int
    alarms: int

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
    """Recall counts expected kinds, false alarms harmless pairs."""
    harmless = [one for one in judged if not one.pair.kinds]
    changed = [one for one in judged if one.pair.kinds]
    return Score(
        expected=sum(len(_equated(one.pair.kinds)) for one in changed),
        seen=sum(len(_equated(one.pair.kinds) & _equated(one.found)) for one in changed),
        harmless=len(harmless),
        alarms=sum(bool(one.found) for one in harmless),
    )


def _equated(kinds: Iterable[str]) -> frozenset[str]:
    """Percentages, shares and ratios are one thing written three ways; so are lengths of time."""
    same = {"share": "percentage", "ratio": "percentage", "duration": "deadline", "frequency": "deadline"}
    return frozenset(same.get(kind, kind) for kind in kinds)


def truth(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Recall, untrue rows and alarms, by section and together."""
    sections = {each.claim.section: None for each in verdicts}
    yield "| pairs | must be said | said | untrue | alarms |"
    yield "|---|---:|---:|---:|---:|"
    for name in (*sections, "all"):
        own = [each for each in verdicts if name in {each.claim.section, "all"}]
        must = sum(len(each.claim.must) for each in own)
        said = must - sum(len(each.missed) for each in own)
        quiet = [each for each in own if each.claim.harmless]
        alarms = sum(bool(each.rows) for each in quiet)
        untrue = sum(bool(each.untrue) for each in own)
        yield f"| {name} ({len(own)}) | {must} | {said} | {untrue} | {alarms} of {len(quiet)} |"


def _wrong(verdicts: Iterable[Verdict]) -> Iterator[str]:
    for claim, rows, missed, untrue in verdicts:
        if missed or untrue or (claim.harmless and rows):
            yield from (f"- {claim.old}", f"+ {claim.new}", *(f"    says   {row}" for row in rows))
            yield from (f"    missed {pattern}" for pattern in missed)
            yield from (f"    untrue {row}" for row in untrue)


def _misses(judged: Iterable[Judged]) -> Iterator[str]:
    for one in judged:
        if _equated(one.found) != _equated(one.pair.kinds):
            yield f"{','.join(sorted(one.pair.kinds)) or 'none'}: {one.pair.old} -> {one.pair.new}"
            yield f"    found: {'; '.join(one.summaries) or 'nothing'}"


_HALF_A_SENTENCE = 6  # words


def drawn(pairs: int, words: int = 40, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Pairs of texts of about so many words, each of several sentences of which every other one differs.

    Each sentence has a word of its own, so that none is read twice but on the two sides of its pair.
    """
    rng = random.Random(seed)
    known = [(each.old, each.new) for each in read_claims()] + [(each.old, each.new) for each in read_pairs()]
    sentences = [pair for pair in known if language_of(pair) in {"en", None} and " ".join(pair).isascii()]
    for _ in range(pairs):
        old: list[str] = []
        new: list[str] = []
        while sum(len(each.split()) for each in old) < words - _HALF_A_SENTENCE:
            word = "".join(rng.choices("abdegiklmnoprstuv", k=8))
            one, other = (f"{text[:-1]} of {word}{text[-1:]}" for text in rng.choice(sentences))
            old.append(one)
            new.append(other if len(old) % 2 else one)
        yield " ".join(old), " ".join(new)


def speed(pairs: int) -> str:
    """Processor time of so many pairs, and how long their texts are."""
    texts = list(drawn(pairs))
    began = time.process_time()
    rows = sum(len(compare(old, new, NAMES, language="en")) for old, new in texts)
    used = time.process_time() - began
    size = sum(len(text.split()) for pair in texts for text in pair) / (2 * len(texts))
    return f"{pairs:,} pairs of {size:.0f} words: {used:.1f} s of processor time, {rows:,} rows"


def main() -> None:
    """Print the figures, and what is judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list every pair that is judged wrongly")
    parser.add_argument(
        "--speed", type=int, metavar="PAIRS", help="measure the time of so many pairs instead"
    )
    options = parser.parse_args()
    if options.speed:
        print(speed(options.speed))
        return
    verdicts = [verdict(claim) for claim in read_claims()]
    judged = [judge(pair) for pair in read_pairs() if pair.part != UNSEEN]
    kept = score(judged)
    print("\n".join(truth(verdicts)))
    print(f"kept pairs: recall {kept.recall:.3f}, alarms {kept.alarms} of {kept.harmless}")
    if options.misses:
        print("\n".join([*_wrong(verdicts), *_misses(judged)]))


if __name__ == "__main__":
    main()
