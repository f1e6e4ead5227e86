"""Plans whose every point was said anew in other words, with the right answer; harsher than ``bench.plans``.

    python -m bench.reworded [--plans 40] [--fit]

prints how well links are found in them, and in the plans of ``bench.plans``, by words alone and with
meaning as well (the extra ``semantic``). ``--fit`` fits the weights of ``planctl.alignment.rewording``, and
tries them on one half of the topics, fitted on the other (needs scikit-learn).
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from bench.plans import Relation, Revision, revise
from planctl.alignment import align
from planctl.alignment.grams import Pair
from planctl.alignment.meaning import Meaning
from planctl.alignment.rewording import LEVEL, WEIGHTS, Bond, bind, candidates
from planctl.text import normalise

Clause = tuple[str, str]
Topic = tuple[Clause, Clause]

_SHAPES = (("merged", 2), ("merged", 2), ("merged", 3), ("dropped", 1), ("dropped", 1), ("dropped", 1))
_POINTS = 25
SHARES = (0.0, 0.15, 0.3, 0.5)
"""Of clauses that keep their words, in the plans measured."""


@cache
def topics() -> tuple[Topic, ...]:
    """All topics of ``reworded.txt``, two clauses each, in both wordings."""
    text = Path(__file__).with_name("reworded.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if " => " in line and not line.startswith("#")]
    clauses = [(first.strip(), second.strip()) for first, second in (line.split(" => ") for line in lines)]
    return tuple(zip(clauses[::2], clauses[1::2], strict=True))


def reword(seed: int, *, kept: float = 0.0, among: Collection[int] | None = None) -> Revision:
    """A plan of 21 to 25 points and the same in other words: merged, split, moved, dropped, added.

    The same seed gives the same two plans. ``kept`` is the share (0 to 1) of clauses that keep their words.
    ``among`` are the topics (0-based) to choose from; default all.
    """
    rng = random.Random(f"{seed} {kept}")
    pool = sorted(range(len(topics())) if among is None else among)
    rng.shuffle(pool)
    added, used = pool[:3], pool[3 : 3 + _POINTS]
    old = [" ".join(_said(topic, lambda: 0)) for topic in used]
    steps = list(_steps(rng, used, kept))
    steps += [("added", (), (" ".join(_said(topic, lambda: rng.randint(0, 1))),)) for topic in added]
    return _placed(rng, old, steps)


Step = tuple[str, tuple[int, ...], tuple[str, ...]]


def _short(topic: int) -> bool:
    """Every fourth topic has one clause only, unless it is split."""
    return topic % 4 == 0


def _said(topic: int, wording: Callable[[], int]) -> list[str]:
    return [clause[wording()] for clause in topics()[topic][: 1 if _short(topic) else 2]]


def _steps(rng: random.Random, used: list[int], kept: float) -> Iterable[Step]:
    def other() -> int:
        return int(rng.random() >= kept)

    whole = [k for k, topic in enumerate(used) if not _short(topic)]
    splits = rng.sample(whole, 2)
    left = [k for k in range(len(used)) if k not in splits]
    rng.shuffle(left)
    for k in splits:
        yield "split", (k,), tuple(_said(used[k], other))
    for kind, size in _SHAPES:
        own, left = left[:size], left[size:]
        texts = [" ".join(_said(used[k], other)) for k in own]
        if kind == "merged":
            yield kind, tuple(own), (" ".join(texts),)
        else:
            yield kind, tuple(own), ()
    for k in left:
        yield "edited", (k,), (" ".join(_said(used[k], other)),)


def _placed(rng: random.Random, old: list[str], steps: list[Step]) -> Revision:
    """New texts about where their old points stood; one in six anywhere."""
    keyed = []
    for number, (_, olds, texts) in enumerate(steps):
        anywhere = not olds or rng.random() < 1 / 6
        at = rng.uniform(0, len(old)) if anywhere else float(olds[0])
        keyed += [(at, number, part, text) for part, text in enumerate(texts)]
    keyed.sort()
    places: dict[int, list[int]] = {}
    for place, (_, number, _, _) in enumerate(keyed):
        places.setdefault(number, []).append(place)
    relations = [Relation(kind, olds, tuple(places.get(n, ()))) for n, (kind, olds, _) in enumerate(steps)]
    return Revision(old, [text for *_, text in keyed], tuple(relations))


def _figures(found: Counter[str]) -> str:
    hits = found["hits"]
    f1, precision, recall = (
        2 * hits / max(1, found["found"] + found["right"]),
        hits / max(1, found["found"]),
        hits / max(1, found["right"]),
    )
    return f"{f1:.3f} {precision:.3f} {recall:.3f}"


def _scored(links: set[Pair], right: set[Pair]) -> Counter[str]:
    return Counter(hits=len(links & right), found=len(links), right=len(right))


def measure(plans: int, meaning: Meaning) -> None:
    """Print F1, precision and recall of links, by words alone and with meaning."""
    kinds: dict[str, Callable[[int], Revision]] = {
        f"other words, {kept:.0%} of clauses kept": partial(reword, kept=kept) for kept in SHARES
    }
    kinds |= {"bench.plans, reworded": partial(revise, reworded=True), "bench.plans, plain": revise}
    print(f"{'':36} by words            with meaning")
    for kind, make in kinds.items():
        words, both = Counter[str](), Counter[str]()
        for seed in range(plans):
            plan = make(seed)
            for total, found in (
                (words, align(plan.old, plan.new)),
                (both, align(plan.old, plan.new, meaning=meaning)),
            ):
                total.update(_scored({(k.old, k.new) for k in found.links}, plan.links))
        print(f"{kind:36} {_figures(words)}   {_figures(both)}")


@dataclass(frozen=True)
class _Case:
    """A plan in other words: links by words, and what meaning could add."""

    right: set[Pair]
    links: set[Pair]
    bonds: dict[Pair, Bond]


def _case(plan: Revision, meaning: Meaning) -> _Case:
    found = align(plan.old, plan.new)
    links = {(k.old, k.new) for k in found.links}
    bonds = bind([*map(normalise, plan.old)], [*map(normalise, plan.new)], meaning)
    return _Case(plan.links, links, candidates(found, (set(), set()), bonds, everything=True))


def fit(plans: int, meaning: Meaning) -> None:
    """Print how weights do that were fitted on the other half of the topics, and weights for all."""
    order = random.Random(5).sample(range(len(topics())), len(topics()))
    halves = [
        [_case(reword(seed, kept=kept, among=half), meaning) for seed in range(plans) for kept in SHARES]
        for half in (order[::2], order[1::2])
    ]
    total, judged = Counter[str](), list[tuple[float, bool]]()
    for train, test in (halves, halves[::-1]):
        weights = _fitted(train)
        for case in test:
            chances = {pair: _chance(bond, weights) for pair, bond in case.bonds.items()}
            found = {pair for pair, chance in chances.items() if chance >= LEVEL}
            total.update(_scored(case.links | found, case.right))
            judged += [(chances[pair], pair in case.right) for pair in found]
    print("F1, precision, recall on topics not fitted on:", _figures(total))
    print(f"calibration error of links found: {_error(judged):.3f}")
    print("WEIGHTS =", {name: round(weight, 2) for name, weight in _fitted(halves[0] + halves[1]).items()})


def _fitted(cases: list[_Case]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    names = [name for name in WEIGHTS if name]
    pairs = [(bond, pair in case.right) for case in cases for pair, bond in case.bonds.items()]
    scale = StandardScaler()
    terms = scale.fit_transform([[getattr(bond, name) for name in names] for bond, _ in pairs])
    model = LogisticRegression(max_iter=3000).fit(terms, [truth for _, truth in pairs])
    slopes = [float(a / b) for a, b in zip(model.coef_[0], scale.scale_, strict=True)]
    constant = float(model.intercept_[0]) - sum(
        a * float(b) for a, b in zip(slopes, scale.mean_, strict=True)
    )
    return {"": constant} | dict(zip(names, slopes, strict=True))


def _chance(bond: Bond, weights: dict[str, float]) -> float:
    total = weights[""] + sum(getattr(bond, name) * weight for name, weight in weights.items() if name)
    return 1 / (1 + math.exp(-total))


def _error(judged: list[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, truth in judged:
        bins.setdefault(min(9, int(chance * 10)), []).append((chance, truth))
    return sum(abs(sum(c for c, _ in own) - sum(t for _, t in own)) for own in bins.values()) / len(judged)


def main() -> None:
    """Print the tables, or new weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=int, default=40)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    (fit if options.fit else measure)(options.plans, Meaning())


if __name__ == "__main__":
    main()
