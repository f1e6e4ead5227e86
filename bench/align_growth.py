"""What alignment costs: as ratios to rapidfuzz on the same texts in one run, and how it grows.

    python -m bench.align_growth [--sizes 1000 2000 5000 10000]

Ratios: 28 to 19 points, generated and of the bundled plan, and that plan's provisions, against
``cdist(token_set_ratio)`` and a best assignment; 826 to 1,007 units against ``token_set_ratio`` taken
greedily. Growth: units of 15 to 60 invented words with natural frequencies, three in ten kept, five in ten
edited, two in ten new, all shuffled. Processor time; needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import resource
import time
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import cdist
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from bench.growth import bundled, sized
from planctl.alignment import align

VOCABULARY = 20_000
LEVEL = 60.0
Texts = Sequence[str]


def seconds(work: Callable[[], object], runs: int) -> float:
    """Least processor time of some runs, without garbage collection."""
    best = math.inf
    for _ in range(runs):
        gc.collect()
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def assignment(old: Texts, new: Texts) -> object:
    """One to one, by token_set_ratio."""
    return linear_sum_assignment(-cdist(old, new, scorer=token_set_ratio))


def greedy(old: Texts, new: Texts) -> list[tuple[int, int]]:
    """One to one, the most alike pair first, by token_set_ratio from a level on."""
    scores = cdist(old, new, scorer=token_set_ratio, score_cutoff=LEVEL)
    rows, columns = np.nonzero(scores)
    order = np.argsort(-scores[rows, columns], kind="stable")
    taken: tuple[set[int], set[int]] = (set(), set())
    links = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            links.append((i, j))
    return links


class Invented:
    """Texts of invented words whose frequencies fall as in a natural text."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        syllables = [a + b for a in "bcdfghklmnprstv" for b in "aeiou"]
        self.words = [
            "".join(self.rng.choices(syllables, k=self.rng.randint(1, 4))) for _ in range(VOCABULARY)
        ]
        self.often = [1 / rank for rank in range(1, VOCABULARY + 1)]

    def unit(self) -> list[str]:
        """A new unit."""
        return self.rng.choices(self.words, self.often, k=self.rng.randint(15, 60))

    def edited(self, unit: list[str]) -> list[str]:
        """The unit kept, edited, or another one instead."""
        chance = self.rng.random()
        if chance < 0.2:
            return self.unit()
        if chance < 0.5:
            return unit
        return [word if self.rng.random() < 0.85 else self.rng.choice(self.words) for word in unit]

    def revision(self, old: int, new: int) -> tuple[list[str], list[str]]:
        """Two texts with so many units."""
        before = [self.unit() for _ in range(old)]
        after = [self.edited(unit) for unit in before[:new]] + [self.unit() for _ in range(new - old)]
        self.rng.shuffle(after)
        return [" ".join(unit) for unit in before], [" ".join(unit) for unit in after]


def ratios() -> None:
    """Print the ratios to rapidfuzz."""
    _small("generated points", *sized(28, 19))
    _small("points of the bundled plan", *bundled(whole=True))
    _small("provisions of the bundled plan", *bundled(whole=False))
    old, new = Invented(1).revision(826, 1007)
    base, ours = seconds(lambda: greedy(old, new), 2), seconds(lambda: align(old, new), 2)
    print(f"826 -> 1,007: {ours:.2f} s, {ours / base:.2f} x token_set_ratio greedily (bar 0.5)")


def _small(name: str, old: Texts, new: Texts) -> None:
    base, ours = seconds(lambda: assignment(old, new), 25), seconds(lambda: align(old, new), 25)
    said = f"{len(old)} -> {len(new)} {name}: {ours * 1e3:.1f} ms, {ours / base:.2f} x"
    print(f"{said} cdist(token_set_ratio) and assignment (bar 2)")


def growth(sizes: Sequence[int]) -> None:
    """Print time, memory and the exponent between the smallest and the largest size."""
    taken = []
    for size in sizes:
        old, new = Invented(size).revision(size, size)
        taken.append(seconds(lambda old=old, new=new: align(old, new), 1))  # type: ignore[misc]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size} x {size}: {taken[-1]:.1f} s, {memory} MiB at most")
    if len(sizes) > 1:
        exponent = math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0])
        print(f"exponent {exponent:.2f} (bar 1.3)")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 5000, 10_000])
    options = parser.parse_args()
    ratios()
    growth(options.sizes)


if __name__ == "__main__":
    main()
