"""Invented plans and their revisions with the right answer: seeded, every relation, every trap we know.

Traps: twins (one text with another place or figure, kept, dropped or told apart by order alone), decoys
(added points with a kept one's parties and closing sentence), sentences that many points share, figures
alone changed, roles swapped.

Every answer can be known from the texts: twins differ by a word that no edit takes away, and a decoy's
closing sentence stands in a point that was kept.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bench.phrases import BOILERPLATE, PARTIES, PLACES, TOPICS
from planctl.models import Version

ADVERBS = ("in peacetime", "without exception", "where possible", "for a transitional period", "at all times")
SUBJECTS = 30
TWINS = 5
OBLIGATIONS = (("shall", "should"), ("may", "must"), ("will", "can"), ("are", "will be"), ("is", "has to be"))


@dataclass(frozen=True)
class Relation:
    """What became of what: a kind, the old units and the new ones (0-based). All of them are linked."""

    kind: str
    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True)
class Revision:
    """An old plan, a new one, and the relations between them, in which every unit stands once."""

    old: list[str]
    new: list[str]
    relations: tuple[Relation, ...]

    @property
    def links(self) -> set[tuple[int, int]]:
        """Every old unit (0-based) with every new one that came of it."""
        return {pair for relation in self.relations for pair in product(relation.old, relation.new)}


@dataclass(frozen=True)
class Point:
    """A point before it is put into words: clauses of topics, with what fills their slots."""

    clauses: tuple[tuple[int, int], ...]
    slots: dict[str, str]
    tail: str = ""

    def text(self, wording: int = 0) -> str:
        """The point in its plain (0) or free (1) wording."""
        said = [TOPICS[topic][clause][wording].format(**self.slots) for topic, clause in self.clauses]
        return " ".join([*said, self.tail]).strip()


Words = str
Step = tuple[str, tuple[int, ...], list[Words]]
"""A relation under way: its kind, the old units, the new texts."""


def revise(seed: int, *, reworded: bool = False, scale: int = 1) -> Revision:
    """A plan of about 37 points (times ``scale``) and its revision. The same seed gives the same."""
    rng = random.Random(seed)
    old_points: list[Point] = []
    steps: list[Step] = []
    for _ in range(scale):
        block = _plan(rng)
        steps += _steps(rng, block, len(old_points), int(reworded))
        old_points += block
    new, relations = _placed(rng, steps)
    return Revision([point.text() for point in old_points], new, relations)


def version(name: str, texts: Sequence[str]) -> Version:
    """A version with these points, numbered from 1."""
    said = {
        "version": name,
        "title": name,
        "date": "2025-01-01",
        "tabled_by": ("a",),
        "wording": "verbatim",
        "evidence": "published",
        "points": [{"number": str(number), "text": text} for number, text in enumerate(texts, 1)],
    }
    return Version.model_validate(said)


def renumber(texts: Sequence[str], rng: random.Random) -> list[str]:
    """The same texts in another format: wrapped anew, with other quotes, dashes and spaces."""
    width = rng.randint(3, 9)
    return [_wrapped(text.replace("'", "\u2019").replace(" - ", " \u2013 "), width) for text in texts]


def _wrapped(text: str, width: int) -> str:
    words = text.split(" ")
    return "\r\n".join("\u00a0".join(words[k : k + width]) for k in range(0, len(words), width))


def _plan(rng: random.Random) -> list[Point]:
    topics = rng.sample(range(len(TOPICS)), SUBJECTS)
    points = [Point(((t, 0), (t, 1)), _slots(rng), _tail(rng)) for t in topics]
    twins = [_twin(rng, points[k]) for k in range(TWINS)]
    same = [points[TWINS], replace(points[TWINS])]
    return [*points, *twins, *same]


def _slots(rng: random.Random) -> dict[str, str]:
    a, b, c = rng.sample(PARTIES, 3)
    figures = {"n": str(rng.randint(3, 95)), "d": str(rng.randint(10, 180))}
    return {"a": a, "b": b, "c": c, "p": rng.choice(PLACES)} | figures


def _twin(rng: random.Random, point: Point) -> Point:
    """The same about another place, figure and party; where a topic speaks of none of them, another third."""
    place = rng.choice([p for p in PLACES if p != point.slots["p"]])
    figure = str(int(point.slots["n"]) + rng.randint(1, 40))
    party = rng.choice([p for p in PARTIES if p not in point.slots.values()])
    twin = replace(point, slots=point.slots | {"p": place, "n": figure, "a": party})
    if twin.text() == point.text():
        return replace(point, slots=point.slots | {"b": party, "c": party})
    return twin


def _tail(rng: random.Random) -> str:
    return rng.choice(BOILERPLATE) if rng.random() < 0.3 else ""


def _steps(rng: random.Random, plan: list[Point], start: int, wording: int) -> list[Step]:
    """What becomes of every point of a plan whose first point is unit ``start``."""
    order = list(range(len(plan)))
    twins, same, rest = (
        order[SUBJECTS : SUBJECTS + TWINS],
        order[SUBJECTS + TWINS :],
        order[TWINS + 1 : SUBJECTS],
    )
    rng.shuffle(rest)
    take = iter(rest)

    def some(count: int) -> list[int]:
        return [next(take) for _ in range(count)]

    steps: list[tuple[str, list[int], list[Words]]] = []
    for kind, count, change in _ONE_TO_ONE:
        steps += [(kind, [k], [change(rng, plan[k], wording)]) for k in some(count)]
    for size in (2, 2, 3):
        group = some(size)
        steps.append(("merged", group, [" ".join(replace(plan[k], tail="").text(wording) for k in group)]))
    (single,) = some(1)
    steps.append(("split", [single], _parts(plan[single], wording)))
    (copied,) = some(1)
    steps.append(
        ("copied", [copied], [_unchanged(rng, plan[copied], wording), _edited(rng, plan[copied], wording)])
    )
    pair = some(2)
    steps.append(("recast", pair, _recut(plan[pair[0]], plan[pair[1]], wording)))
    steps += _of_twins(rng, plan, twins, same, wording)
    steps += [("dropped", [k], []) for k in take]
    kept = [plan[olds[0]] for kind, olds, _ in steps if kind in _KEPT]
    steps += [("added", [], [_added(rng, plan, near)]) for near in (None, _decoyed(rng, kept))]
    return [(kind, tuple(start + k for k in olds), texts) for kind, olds, texts in steps]


def _of_twins(
    rng: random.Random, plan: list[Point], twins: list[int], same: list[int], wording: int
) -> list[tuple[str, list[int], list[Words]]]:
    """Twins kept on both sides, dropped on one, copied; and one text that stands in the plan three times."""
    steps: list[tuple[str, list[int], list[Words]]] = []
    for number, twin in enumerate(twins):
        kept = (number, twin) if number < 3 else (rng.choice((number, twin)),)
        telling = _telling(plan[number], plan[twin], wording)
        steps += [("edited", [k], [_edited(rng, plan[k], wording, telling)]) for k in kept]
        steps += [("dropped", [k], []) for k in (number, twin) if k not in kept]
    text = plan[TWINS].text()
    return [*steps, *(("unchanged", [k], [text]) for k in (TWINS, *same))]


def _telling(one: Point, other: Point, wording: int) -> frozenset[Words]:
    """The words that tell two points apart."""
    return frozenset(one.text(wording).split(" ")) ^ frozenset(other.text(wording).split(" "))


def _unchanged(_rng: random.Random, point: Point, wording: int) -> Words:
    return point.text(wording)


def _edited(
    rng: random.Random, point: Point, wording: int, telling: Collection[Words] = frozenset()
) -> Words:
    """An adverb more and perhaps a word less, but none of the ``telling`` ones."""
    words = point.text(wording).split(" ")
    at = rng.randint(1, len(words) - 1)
    words.insert(at, rng.choice(ADVERBS))
    if rng.random() < 0.5:
        at = rng.randrange(len(words))
        words[at : at + 1] = [words[at]] if words[at] in telling else []
    return " ".join(words)


def _obligation(rng: random.Random, point: Point, wording: int) -> Words:
    text = point.text(wording)
    for before, after in OBLIGATIONS:
        if f" {before} " in text:
            return text.replace(f" {before} ", f" {after} ", 1)
    return _edited(rng, point, wording)


def _figures(rng: random.Random, point: Point, wording: int) -> Words:
    other = {key: str(int(point.slots[key]) + rng.randint(1, 60)) for key in ("n", "d")}
    changed = replace(point, slots=point.slots | other).text(wording)
    return changed if changed != point.text(wording) else _edited(rng, point, wording)


def _swapped(rng: random.Random, point: Point, wording: int) -> Words:
    a, b, c = (point.slots[key] for key in "abc")
    changed = replace(point, slots=point.slots | {"a": b, "b": c, "c": a}).text(wording)
    return changed if changed != point.text(wording) else _edited(rng, point, wording)


_ONE_TO_ONE: tuple[tuple[str, int, Callable[[random.Random, Point, int], Words]], ...] = (
    ("unchanged", 2, _unchanged),
    ("moved", 2, _unchanged),
    ("moved and edited", 1, _edited),
    ("edited", 2, _edited),
    ("edited", 1, _obligation),
    ("edited", 1, _figures),
    ("edited", 1, _swapped),
)


_KEPT = {kind for kind, _, _ in _ONE_TO_ONE}


def _parts(point: Point, wording: int) -> list[Words]:
    return [replace(point, clauses=(clause,), tail="").text(wording) for clause in point.clauses]


def _recut(one: Point, two: Point, wording: int) -> list[Words]:
    first, second = _parts(one, wording), _parts(two, wording)
    return [f"{first[0]} {second[1]}", f"{second[0]} {first[1]}"]


def _decoyed(rng: random.Random, kept: list[Point]) -> Point:
    """A kept point that a decoy is like, with a closing sentence if any has one (which stays there too)."""
    return rng.choice([point for point in kept if point.tail] or kept)


def _added(rng: random.Random, plan: list[Point], near: Point | None) -> Words:
    """A subject that no old point has; a decoy has parties, figures and closing sentence of one ``near``."""
    unused = sorted(set(range(len(TOPICS))) - {topic for point in plan for topic, _ in point.clauses})
    topic = rng.choice(unused)
    slots, tail = (near.slots, near.tail) if near else (_slots(rng), "")
    return Point(((topic, 0), (topic, 1)), slots, tail).text()


def _placed(rng: random.Random, steps: list[Step]) -> tuple[list[Words], tuple[Relation, ...]]:
    """New texts in the order of the old points they came of, except what moved or is new."""
    keyed = []
    for number, (kind, olds, texts) in enumerate(steps):
        for part, text in enumerate(texts):
            free = kind.startswith("moved") or not olds
            at = rng.uniform(0, len(steps)) if free else olds[min(part, len(olds) - 1)]
            keyed.append((at, number, part, text))
    keyed.sort()
    places: dict[int, list[int]] = {}
    for place, (_, number, _, _) in enumerate(keyed):
        places.setdefault(number, []).append(place)
    relations = tuple(
        Relation(kind, olds, tuple(places.get(n, ()))) for n, (kind, olds, _) in enumerate(steps)
    )
    return [re.sub(r"\s+", " ", text) for *_, text in keyed], relations
