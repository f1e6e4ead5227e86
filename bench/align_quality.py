"""How well alignment finds links and names relations in generated plans, plain and freely reworded.

    python -m bench.align_quality [--plans 200] [--renumbered 10000]

A relation counts as named when the units that the links hold together are exactly the relation's. A plan
counts when all its relations of one kind are named. Renumbered plans have the same texts, wrapped anew and
with other quotes and spaces, some units put elsewhere: every link must be one to one and between equals.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.plans import Revision, renumber, revise
from planctl.alignment import Alignment, align

Group = tuple[frozenset[int], frozenset[int]]
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


def groups(links: Iterable[tuple[int, int]]) -> set[Group]:
    """Old and new units that links hold together."""
    mates: defaultdict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for i, j in links:
        mates[0, i].add((1, j))
        mates[1, j].add((0, i))
    found, seen = set(), set[tuple[int, int]]()
    for start in mates:
        if start not in seen:
            group = _reach(start, mates)
            seen |= group
            found.add((frozenset(k for s, k in group if not s), frozenset(k for s, k in group if s)))
    return found


def _reach(
    start: tuple[int, int], mates: dict[tuple[int, int], set[tuple[int, int]]]
) -> set[tuple[int, int]]:
    reached, todo = {start}, [start]
    while todo:
        for mate in mates[todo.pop()] - reached:
            reached.add(mate)
            todo.append(mate)
    return reached


def measure(plans: Iterable[Revision]) -> Tally:
    """Align every plan and count."""
    tally = Tally(Counter(), Counter(), Counter(), Counter(), [])
    for plan in plans:
        found = align(plan.old, plan.new)
        pairs, right = {(link.old, link.new) for link in found.links}, plan.links
        tally.links.update(found=len(pairs), right=len(right), hit=len(pairs & right))
        tally.chances.extend((link.similarity, (link.old, link.new) in right) for link in found.links)
        _names(plan, pairs, tally)
    return tally


def _names(plan: Revision, pairs: set[tuple[int, int]], tally: Tally) -> None:
    held = groups(pairs)
    linked = {i for i, _ in pairs}, {j for _, j in pairs}
    wrong = set()
    for relation in plan.relations:
        old, new = frozenset(relation.old), frozenset(relation.new)
        alone = not (old & linked[0]) and not (new & linked[1])
        right = ((old, new) in held) if old and new else alone
        tally.relations[right] += 1
        if not right:
            wrong.add(relation.kind)
    kinds = {relation.kind for relation in plan.relations}
    tally.kinds.update(kinds)
    tally.named.update(kinds - wrong)


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
