"""Are bare headings and definitions found wherever they moved?

    python -m bench.moved_marks [--plans 100]

Each plan has two parts with ordinary points, points that have a heading and no words of their own, and
definitions ("Term" means ...). In its revision everything stands in another order, anywhere in the two parts;
half of the definitions are reworded throughout but for the term; some headings and definitions are gone and
others are new. A plan is right when each heading and each definition that was kept is alone in one change
with its counterpart, and none that is gone or new has one.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bench.phrases import TOPICS
from bench.plans import revise
from planctl.diff import compare
from planctl.models import Version

NOUNS = "harbour pilot tariff quarry ferry lantern orchard customs granary signal bridge archive well".split()
SORTS = "charges rules survey council works board limits records fund notice duties inspection".split()
KEPT, GONE = 8, 3


class Entry(NamedTuple):
    """A point before it has a number: what it is known by, its heading, its words."""

    name: str
    heading: str
    text: str


def plan(seed: int) -> tuple[list[Entry], list[Entry]]:
    """The points of a plan and of its revision, each in its order."""
    rng = random.Random(seed)
    names = rng.sample([f"{noun} {sort}" for noun in NOUNS for sort in SORTS], 2 * (KEPT + 2 * GONE))
    headings, terms = names[: KEPT + 2 * GONE], names[KEPT + 2 * GONE :]
    topics = rng.sample(range(len(TOPICS)), len(terms))
    bare = [Entry(f"heading {name}", name.capitalize(), "") for name in headings]
    defined = [_definition(name, topic, 0) for name, topic in zip(terms, topics, strict=True)]
    again = [_definition(n, t, rng.randint(0, 1)) for n, t in zip(terms, topics, strict=True)]
    texts = [Entry("", "", text) for text in revise(seed).old]
    old = [*texts, *bare[: KEPT + GONE], *defined[: KEPT + GONE]]
    new = [*texts, *bare[:KEPT], *bare[-GONE:], *again[:KEPT], *again[-GONE:]]
    rng.shuffle(old)
    rng.shuffle(new)
    return old, new


def _definition(term: str, topic: int, wording: int) -> Entry:
    slots = {"a": "the council", "b": "the board", "c": "the court", "p": "northern", "n": "12", "d": "30"}
    clause = TOPICS[topic][0][wording].format(**slots)
    return Entry(f"term {term}", "", f'"{term.title()}" means that {clause[0].lower()}{clause[1:]}')


def version(name: str, entries: Sequence[Entry]) -> Version:
    """A version of two parts with these points."""
    half = len(entries) // 2
    parts = [
        {
            "label": label,
            "points": [
                {"number": f"{label[-1]}{k}", "heading": each.heading, "text": each.text}
                for k, each in enumerate(some, 1)
            ],
        }
        for label, some in (("Part A", entries[:half]), ("Part B", entries[half:]))
    ]
    return Version.model_validate(
        {
            "version": name,
            "title": name,
            "date": "2026-01-01",
            "tabled_by": ["a"],
            "wording": "verbatim",
            "evidence": "published",
            "sections": parts,
        }
    )


def wrong(seed: int) -> list[str]:
    """What was not found in one plan, or found where it is not."""
    old, new = plan(seed)
    found = compare(version("v1", old), version("v2", new))
    changes = [
        ({old[k].name for k in change.old}, {new[k].name for k in change.new}) for change in found.changes
    ]
    kept = {each.name for each in old} & {each.name for each in new} - {""}
    others = {each.name for each in (*old, *new)} - kept - {""}
    return [name for name in sorted(kept) if ({name}, {name}) not in changes] + [
        name for name in sorted(others) if ({name}, set()) not in changes and (set(), {name}) not in changes
    ]


def main() -> None:
    """Print in how many plans all were found, and what was not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=int, default=100)
    plans = parser.parse_args().plans
    missed = [wrong(seed) for seed in range(plans)]
    kinds = Counter(name.partition(" ")[0] for names in missed for name in names)
    print(f"right: {sum(not names for names in missed)} of {plans} plans (bar: 99 of 100)")
    print(f"wrong: {kinds['heading']} headings, {kinds['term']} definitions")
    for seed, names in enumerate(missed):
        if names:
            print(f"  plan {seed}: {', '.join(names)}")


if __name__ == "__main__":
    main()
