"""How attribution grows with versions, units and changes.

    python -m bench.attribution [--share 0.05]

Histories are made up: units of 40 words, of which a share is reworded, moved or replaced from one version to
the next. A figure is processor time; "over linear times log" is the growth from the row before, divided by
what n log n allows.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from itertools import product

from planctl.blame import attribute

WORDS = [
    "".join(parts)
    for parts in product(
        ("ba", "ko", "ri", "mu", "te", "lo"), ("n", "rt", "ss", "v"), ("or", "ing", "a", "ion", "es")
    )
]


def history(versions: int, units: int, share: float, seed: int = 1) -> list[list[str]]:
    """A chain of versions; each changes a share of the units of the one before."""
    chance = random.Random(seed)
    texts = [_unit(chance) for _ in range(units)]
    chain = [list(texts)]
    for _ in range(versions - 1):
        for _ in range(max(1, int(units * share))):
            _change(texts, chance)
        chain.append(list(texts))
    return chain


def _unit(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(40)) + "."


def _change(texts: list[str], chance: random.Random) -> None:
    at, act = chance.randrange(len(texts)), chance.random()
    if act < 0.7:
        words = texts[at].split(" ")
        start = chance.randrange(len(words))
        words[start : start + 3] = chance.choices(WORDS, k=3)
        texts[at] = " ".join(words)
    elif act < 0.8:
        texts[at] = _unit(chance)
    else:
        texts.insert(chance.randrange(len(texts)), texts.pop(at))


def seconds(chain: list[list[str]]) -> float:
    """Processor time to attribute every unit of the last version, the better of two runs."""
    times = []
    for _ in range(2):
        began = time.process_time()
        attribute(chain)
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--share", type=float, default=0.05, help="of the units that a version changes")
    share = parser.parse_args().share
    for title, sizes in (
        ("versions", [(50, 100), (100, 100), (200, 100), (400, 100)]),
        ("units", [(200, 50), (200, 100), (200, 200), (200, 400)]),
    ):
        print(f"{title:10} {'versions':>9} {'units':>6} {'seconds':>8}   over linear times log")
        before = 0.0
        for versions, units in sizes:
            used = seconds(history(versions, units, share))
            size = versions if title == "versions" else units
            allowed = 2 * math.log(size) / math.log(size / 2)
            growth = f"{used / before / allowed:10.2f}   bar 1.2" if before else ""
            print(f"{'':10} {versions:9} {units:6} {used:8.2f}   {growth}")
            before = used


if __name__ == "__main__":
    main()
