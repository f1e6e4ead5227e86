"""Plans of many points whose texts hold figures, duties, lists, brackets, names and references.

For ``bench.doubling``: one value or reference a point, and many in each of few points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.plan_files import Files, Shape, header, items, many, pair, points

_Text = Callable[[int, str], str]
_IN_A_POINT = 40
"""Values in each of few points."""


def _one_each(old: _Text, new: _Text) -> Shape:
    """Points of one value."""

    def shape(n: int) -> Files:
        words = list(enumerate(many(n), 1))
        return pair(points([old(k, w) for k, w in words]), points([new(k, w) for k, w in words]))

    return shape


def _many_each(old: _Text, new: _Text) -> Shape:
    """Points of many values."""

    def shape(n: int) -> Files:
        words = list(enumerate(many(n), 1))
        rows = [words[k : k + _IN_A_POINT] for k in range(0, n, _IN_A_POINT)]
        return pair(points(_joined(rows, old)), points(_joined(rows, new)))

    return shape


def _items(old: _Text, new: _Text) -> Shape:
    """One point whose items have a value each."""

    def shape(n: int) -> Files:
        words = list(enumerate(many(n), 1))
        return pair(items([old(k, w) for k, w in words]), items([new(k, w) for k, w in words]))

    return shape


def _in_one(old: _Text, new: _Text) -> Shape:
    """A first point with all the values, and as many other points."""

    def shape(n: int) -> Files:
        words = list(enumerate(many(n), 1))
        rest = [f"The {word} stay." for _, word in words]
        return pair(points([*_joined([words], old), *rest]), points([*_joined([words], new), *rest]))

    return shape


def _joined(rows: Sequence[Sequence[tuple[int, str]]], text: _Text) -> list[str]:
    return [" ".join(text(k, word) for k, word in row) for row in rows]


_CHANGES: dict[str, tuple[_Text, _Text]] = {
    "figures": (lambda k, w: f"The {w} send {k} guards.", lambda k, w: f"The {w} send {k + 7} guards."),
    "dates": (
        lambda k, w: f"The {w} leave by 1 May {k + 1000}.",
        lambda k, w: f"The {w} leave by 2 May {k}.",
    ),
    "deadlines": (
        lambda k, w: f"The {w} leave within {k} days of signature.",
        lambda k, w: f"The {w} leave within {k + 1} days of signature.",
    ),
    "duties": (lambda _, w: f"The {w} shall {w}s.", lambda _, w: f"The {w} may {w}s."),
    "denials": (lambda _, w: f"The {w} shall {w}s.", lambda _, w: f"The {w} shall not {w}s."),
    "lists": (lambda _, w: f"They send {w}, grain and oil.", lambda _, w: f"They send {w}s, grain and oil."),
    "brackets": (lambda _, w: f"They send [{w}] grain.", lambda _, w: f"They send {w} [grain]."),
    "references": (lambda k, w: f"The {w} obey point {k}.", lambda k, w: f"The {w} obey point {k + 1}."),
    "references to what is not there": (
        lambda k, w: f"The {w} obey point {k}00.",
        lambda k, w: f"All {w} obey point {k}00.",
    ),
    "references to ranges": (
        lambda k, w: f"The {w} obey points {k} to {k + 60}.",
        lambda k, w: f"The {w} obey points {k} to {k + 61}.",
    ),
    "parties": (lambda _, w: f"North gives {w} to South.", lambda _, w: f"South gives {w} to North."),
}


def _stale(n: int) -> Files:
    """A new first point moves all numbers on by one, and what refers to them stays."""
    texts = [f"The {word} obey point {n - k}." for k, word in enumerate(many(n))]
    return pair(points(texts), points(["Trees grow.", *texts]))


def _followed(n: int) -> Files:
    """The same, and the references follow."""
    olds = [f"The {word} obey point {n - k}." for k, word in enumerate(many(n))]
    news = [f"The {word} obey point {n - k + 1}." for k, word in enumerate(many(n))]
    return pair(points(olds), points(["Trees grow.", *news]))


def _gone(n: int) -> Files:
    """Half of the points go, and what refers to them stays."""
    texts = [f"The {word} obey point {n - k}." for k, word in enumerate(many(n))]
    return pair(points(texts), points(texts[: n // 2 + 1]))


def _stale_items(n: int) -> Files:
    """The same with items of one point."""
    texts = [f"The {word} obey item i{n - k} of point 1." for k, word in enumerate(many(n))]
    return pair(items(texts), items(["Trees grow.", *texts]))


def _named(n: int) -> Files:
    """One point names as many parties as there are."""
    names = [name.title() for name in many(n, 7)]
    said = "".join(f"  - id: p{k}\n    name: {name}\n" for k, name in enumerate(names))
    files = pair(
        points([f"{', '.join(names[:-1])} and {names[-1]} meet."]),
        points([f"{', '.join(names[1:])} and {names[0]} may meet."]),
    )
    return {**files, "plan.yaml": header().replace("sources:", f"{said}sources:")}


SUBSTANCE: dict[str, Shape] = {
    **{f"points with {name}": _one_each(*texts) for name, texts in _CHANGES.items()},
    **{f"points with many {name}": _many_each(*texts) for name, texts in _CHANGES.items()},
    **{f"one point with {name}": _in_one(*texts) for name, texts in _CHANGES.items()},
    **{f"items with {name}": _items(*texts) for name, texts in _CHANGES.items()},
    "references stale": _stale,
    "references followed": _followed,
    "references gone": _gone,
    "references to items stale": _stale_items,
    "one point naming all parties": _named,
}
