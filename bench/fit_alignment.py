"""Fit the weights of alignment's two looks on cases with known links, and cross-validate them by case.

    python -m bench.fit_alignment FOLDER [--generated 60]

FOLDER holds ``align_*.jsonl``: one case a line with ``case``, ``left`` and ``right`` (texts in order),
``gold`` (0-based links) and, if the answer is silent somewhere, ``ignore``, ``ignore_left``,
``ignore_right``. Plans of ``bench.plans`` are added: plain, freely reworded, partly so, and crowded
ones, in which most points have twins. A source weighs as the square root of its links. Prints scores of the
links found by weights that were fitted without the case (cases on the same text stay together), calibration,
and the weights fitted on all. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from bench.plans import Revision, revise
from planctl.alignment import candidate_table
from planctl.alignment.choice import choose
from planctl.alignment.grams import Pair
from planctl.alignment.weights import FIRST_PASS, SECOND_PASS, THRESHOLD

FOLDS = 5
SHARE = {"reworded": 0.5, "crowded": 0.15, "mixed": 0.6}
"""What a source weighs beside the others. At 1 for freely reworded plans the essays lose 0.001 of F1, at 0.15
those plans lose 0.005 and their calibration 0.01."""

_SAID_ANEW = (0.1, 0.25, 0.4)
"""Shares of what is kept that a mixed plan says in other words."""


@dataclass
class Case:
    """A case with its candidate table after the first pass and after the second."""

    group: str
    source: str
    gold: set[Pair]
    silent: Any
    sizes: tuple[int, int]
    first: candidate_table.CandidateTable
    chances: list[float] = field(default_factory=list)
    second: candidate_table.CandidateTable | None = None
    final: list[float] = field(default_factory=list)


def read(folder: Path, generated: int) -> list[Case]:
    """All cases of a folder, and as many generated plans of either kind."""
    cases: list[Case] = []
    for path in sorted(folder.glob("align_*.jsonl")):
        lines = path.read_text("utf-8").splitlines()
        cases += [_case(json.loads(line), path.stem) for line in lines]
    for seed, source, plan in _plans(generated):
        raw = {"case": f"plan:{seed}", "left": plan.old, "right": plan.new, "gold": sorted(plan.links)}
        cases.append(_case(raw, source))
    return cases


def _plans(count: int) -> Iterator[tuple[int, str, Revision]]:
    """Seed, source, plan: in a crowded one most points have twins, a mixed one is partly reworded."""
    for seed in range(100_000, 100_000 + max(3, count)):
        yield seed, "plain", revise(seed)
        yield seed, "reworded", revise(seed, reworded=True)
        yield seed, "mixed", _mixed(seed, _SAID_ANEW[seed % 3])
        if seed % 3 == 0:
            yield seed, "crowded", revise(seed, scale=4)


def _mixed(seed: int, share: float) -> Revision:
    """A plain plan in which some of what came of old points is worded as in the freely reworded one."""
    rng = random.Random(seed)
    plain, free = revise(seed), revise(seed, reworded=True)
    worded = {(relation.kind, relation.old): relation.new for relation in free.relations if relation.old}
    new = list(plain.new)
    for relation in plain.relations:
        others = worded.get((relation.kind, relation.old), ())
        if len(others) == len(relation.new) and rng.random() < share:
            for place, other in zip(relation.new, others, strict=True):
                new[place] = free.new[other]
    return replace(plain, new=new)


def _case(raw: dict[str, Any], source: str) -> Case:
    gold = {(i, j) for i, j in raw["gold"]}
    in_gold = {i for i, _ in gold}, {j for _, j in gold}
    pairs = {(i, j) for i, j in raw.get("ignore", ())}
    left = set(raw.get("ignore_left", ())) - in_gold[0]
    right = set(raw.get("ignore_right", ())) - in_gold[1]

    def silent(pair: Pair) -> bool:
        return pair not in gold and (pair in pairs or pair[0] in left or pair[1] in right)

    table = candidate_table.build(raw["left"], raw["right"], (), lambda _pair: False)
    group = raw["case"].split(":", 1)[1].removeprefix("en:").split(":")[0]
    return Case(group, source, gold, silent, (len(raw["left"]), len(raw["right"])), table)


def _matrix(table: candidate_table.CandidateTable, names: Sequence[str]) -> Any:
    return np.array([table.columns[name] for name in names]).T.reshape(-1, len(names))


def _fit(
    cases: list[Case], tables: list[candidate_table.CandidateTable], names: Sequence[str], strength: float
) -> dict[str, float]:
    links = Counter[str]()
    for case in cases:
        links[case.source] += len(case.gold)
    terms, answers, weights = [], [], []
    for case, table in zip(cases, tables, strict=True):
        spoken = [
            k for k, pair in enumerate(table.pairs) if not case.silent(pair) and pair not in table.settled
        ]
        terms.append(_matrix(table, names)[spoken])
        answers += [table.pairs[k] in case.gold for k in spoken]
        weights += [SHARE.get(case.source, 1) * (1000 / links[case.source]) ** 0.5] * len(spoken)
    scale = StandardScaler().fit(np.concatenate(terms))
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(scale.transform(np.concatenate(terms)), answers, sample_weight=weights)
    slopes = model.coef_[0] / scale.scale_
    constant = model.intercept_[0] - float(np.dot(slopes, scale.mean_))
    return {"": constant} | dict(zip(names, map(float, slopes), strict=True))


def cross_validate(cases: list[Case], names: tuple[Sequence[str], Sequence[str]], strength: float) -> None:
    """Give each case the chances of weights that were fitted on other cases, for both looks."""
    folds = list(GroupKFold(n_splits=FOLDS).split(cases, groups=[case.group for case in cases]))
    for train, test in folds:
        weights = _fit([cases[k] for k in train], [cases[k].first for k in train], names[0], strength)
        for k in test:
            cases[k].chances = cases[k].first.chances(weights)
    for case in cases:
        case.second = candidate_table.rescore(case.first, case.chances)
    for train, test in folds:
        table = [case.second for case in cases if case.second]
        weights = _fit([cases[k] for k in train], [table[k] for k in train], names[1], strength)
        for k in test:
            cases[k].final = table[k].pinned(table[k].chances(weights))


def score(cases: list[Case], threshold: float | None) -> dict[str, list[float]]:
    """For each source: precision, recall, F1 of links; F1 of those in merges and splits; of units without."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        assert case.second
        found = choose(case.second, case.final, threshold)
        counts[case.source] += _counts(case, found)
    return {
        source: [
            c["hit"] / max(1, c["found"]),
            c["hit"] / max(1, c["gold"]),
            *(
                2 * c[kind + "hit"] / max(1, c[kind + "found"] + c[kind + "gold"])
                for kind in ("", "many_", "none_")
            ),
        ]
        for source, c in counts.items()
    }


def _counts(case: Case, found: set[Pair]) -> Counter[str]:
    found = {pair for pair in found if not case.silent(pair)}
    many_found, many_gold = _many(found), _many(case.gold)
    c = Counter(hit=len(found & case.gold), found=len(found), gold=len(case.gold))
    c["many_hit"] = (len(many_gold & found) + len(many_found & case.gold)) / 2  # type: ignore[assignment]
    c["many_found"], c["many_gold"] = len(many_found), len(many_gold)
    for side in (0, 1):
        none_found = set(range(case.sizes[side])) - {pair[side] for pair in found}
        none_gold = set(range(case.sizes[side])) - {pair[side] for pair in case.gold}
        c["none_hit"] += len(none_found & none_gold)
        c["none_found"] += len(none_found)
        c["none_gold"] += len(none_gold)
    return c


def _many(links: set[Pair]) -> set[Pair]:
    rows, columns = Counter(i for i, _ in links), Counter(j for _, j in links)
    return {(i, j) for i, j in links if rows[i] > 1 or columns[j] > 1}


def calibration(cases: list[Case], level: float) -> float:
    """Expected calibration error of the chances from ``level`` on, ten bins, every source alike."""
    errors = []
    for source in sorted({case.source for case in cases}):
        chances, truths = [], []
        for case in cases:
            if case.source == source and case.second:
                for pair, chance in zip(case.second.pairs, case.final, strict=True):
                    if chance >= level and not case.silent(pair):
                        chances.append(chance)
                        truths.append(pair in case.gold)
        errors.append(_error(np.array(chances), np.array(truths)))
    print("calibration error by source:", " ".join(f"{error:.3f}" for error in errors))
    return float(np.mean(errors))


def _error(chances: Any, truths: Any) -> float:
    bins = np.minimum((chances * 10).astype(int), 9)
    return float(
        sum((bins == b).mean() * abs(chances[bins == b].mean() - truths[bins == b].mean()) for b in set(bins))
    )


def main() -> None:
    """Print scores, calibration and weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--generated", type=int, default=60)
    parser.add_argument("--strength", type=float, default=1.0)
    options = parser.parse_args()
    cases = read(options.folder, options.generated)
    names = [name for name in FIRST_PASS if name], [name for name in SECOND_PASS if name]
    cross_validate(cases, names, options.strength)
    print(f"{'source':16} {'P':>6} {'R':>6} {'F1':>6} {'many':>6} {'none':>6}")
    for threshold in (None, THRESHOLD - 0.05, THRESHOLD, THRESHOLD + 0.05):
        print("as planctl does" if threshold is None else f"threshold {threshold:.2f}")
        for source, figures in score(cases, threshold).items():
            print(f"{source:20}", " ".join(f"{figure:.4f}" for figure in figures))
    print("mean", calibration(cases, 0.05), calibration(cases, THRESHOLD))
    first = _fit(cases, [case.first for case in cases], names[0], options.strength)
    for case in cases:
        case.second = candidate_table.rescore(case.first, case.first.chances(first))
    second = _fit(cases, [case.second for case in cases if case.second], names[1], options.strength)
    for name, weights in (("FIRST_PASS", first), ("SECOND_PASS", second)):
        print(f"{name} = {{")
        for term, weight in weights.items():
            print(f'    "{term}": {weight:.3f},')
        print("}")


if __name__ == "__main__":
    main()
