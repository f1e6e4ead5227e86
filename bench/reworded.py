"""Plans whose every point was said anew in other words, with the right answer; harsher than ``bench.plans``.

    python -m bench.reworded [--plans 40]

prints how well links are found in them, and in the reworded plans of ``bench.plans``, by words alone and
with meaning. ``reworded.txt`` holds the clauses in both wordings.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable
from functools import cache
from pathlib import Path

from bench.plans import Relation, Revision

Clause = tuple[str, str]
Topic = tuple[Clause, Clause]

_SHAPES = (("merged", 2), ("merged", 2), ("merged", 3), ("dropped", 1), ("dropped", 1), ("dropped", 1))
_POINTS = 25


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
