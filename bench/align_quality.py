"""How well alignment finds links and names relations in generated plans, plain and freely reworded.

    python -m bench.align_quality [--plans 200] [--renumbered 10000]

A relation counts as named when ``planctl diff`` tells of exactly its units in one change. A plan counts when
all its relations of one kind are named. Renumbered plans have the same texts, wrapped anew and
with other quotes and spaces, some units put elsewhere: every link must be one to one and between equals.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.plans import Revision, renumber, revise, version
from planctl.alignment import Alignment, align
from planctl.diff import compare

BARS = {"plain": 0.99, "reworded": 0.88}
BINS = 10


class Tally(NamedTuple):
    """Counts over many plans: links, plans with a kind of relation and where all of it was named, relations
    named or not, and links' similarity with whether they are right."""

    links: Counter[str]
    kinds: Counter[str]
    named: Counter[str]
    relations: Counter[bool]
    chances: list[tuple[float, bool]]


def measure(plans: Iterable[Revision]) -> Tally:
    """Align every plan and count."""
    tally = Tally(Counter(), Counter(), Counter(), Counter(), [])
    for plan in plans:
        found = align(plan.old, plan.new)
        pairs, right = {(link.old, link.new) for link in found.links}, plan.links
        tally.links.update(found=len(pairs), right=len(right), hit=len(pairs & right))
        tally.chances.extend((link.similarity, (link.old, link.new) in right) for link in found.links)
        _names(plan, tally)
    return tally


def _names(plan: Revision, tally: Tally) -> None:
    changes = compare(version("old", plan.old), version("new", plan.new)).changes
    told = {(change.old, change.new) for change in changes}
    right = {relation: (tuple(sorted(relation.old)), relation.new) in told for relation in plan.relations}
    tally.relations.update(right.values())
    kinds = {relation.kind for relation in right}
    tally.kinds.update(kinds)
    tally.named.update(kinds - {relation.kind for relation, named in right.items() if not named})


def calibration(chances: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far similarity lies from the share of right links, by tenths."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in chances:
        bins[min(BINS - 1, int(chance * BINS))].append((chance, right))
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(chances)


def false_changes(plans: int) -> int:
    """Links between units that only moved or were set anew, and units left without one: all are false."""
    wrong = 0
    for seed in range(plans):
        rng = random.Random(seed)
        old = list(dict.fromkeys(revise(seed % 500, reworded=bool(seed % 2)).old))[: rng.randint(5, 30)]
        order = sorted(range(len(old)), key=lambda k: k + rng.choice((0, 0, 0, 9)))
        found = align(old, renumber([old[k] for k in order], rng))
        wrong += _astray(found, order)
    return wrong


def _astray(found: Alignment, order: list[int]) -> int:
    right = {(i, j, 1.0) for j, i in enumerate(order)}
    return len(right ^ {(link.old, link.new, link.similarity) for link in found.links})


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--renumbered", type=int, default=10_000)
    options = parser.parse_args()
    for name, bar in BARS.items():
        tally = measure(revise(seed, reworded=name == "reworded") for seed in range(options.plans))
        hit, found, right = (tally.links[key] for key in ("hit", "found", "right"))
        print(
            f"{name}: P {hit / found:.3f}, R {hit / right:.3f},",
            f"F1 {2 * hit / (found + right):.3f} (bar {bar})",
        )
        print(f"  relations named: {tally.relations[True]} of {tally.relations.total()}")
        for kind, plans in sorted(tally.kinds.items()):
            print(f"  {kind:18} all named in {tally.named[kind] / plans:6.1%} of {plans} plans")
        print(f"  calibration error {calibration(tally.chances):.3f} (bar 0.05)")
    print(f"false changes in {options.renumbered} renumbered plans: {false_changes(options.renumbered)}")


if __name__ == "__main__":
    main()
