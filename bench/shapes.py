"""Plans of one shape and any size, for ``bench.doubling``: small to write down, and hard on some algorithm.

Every shape is a function from a size to the files of a plan folder. Version ``v1`` is the old text, the last
file the new one. All is invented here, and the same size gives the same files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.broken_files import BROKEN
from bench.plan_files import Files, Shape, header, items, many, pair, points, version
from bench.substance_shapes import SUBSTANCE

UNITS = Path(__file__).with_name("shapes.txt")
ENDS = " This is not so after 5 days."


def _appended(text: Callable[[int], str]) -> Shape:
    return lambda n: pair(points([text(n)]), points([text(n) + ENDS]))


def _thinned(text: Callable[[int], str]) -> Shape:
    """Every third word of the new text is another one."""

    def shape(n: int) -> Files:
        words = text(n).split(" ")
        return pair(
            points([" ".join(words)]), points([" ".join(w + "s" * (k % 3 == 1) for k, w in enumerate(words))])
        )

    return shape


def _doubled(text: Callable[[int], str]) -> Shape:
    """The new text is the old one and a half, which leaves each repeated word many places to line up with."""
    return lambda n: pair(points([text(n)]), points(["New. " + text(n + n // 2)]))


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda n: unit * n


def _distinct(form: str) -> Callable[[int], str]:
    return lambda n: "".join(form.format(w=word, n=k + 1) for k, word in enumerate(many(n)))


def _units(kind: str) -> dict[str, str]:
    """Units of text of one kind, by name."""
    rows = (
        line.split(" | ", 2) for line in UNITS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    )
    return {name: json.loads(unit) for own, name, unit in rows if own == kind}


def _texts() -> Iterator[tuple[str, Callable[[int], str]]]:
    yield from ((f"text, {name}", _repeated(unit)) for name, unit in _units("text").items())
    yield from ((f"numbers, {name}", _repeated(f"1{joint}")) for name, joint in _units("joint").items())
    yield from ((f"distinct, {name}", _distinct(form)) for name, form in _units("distinct").items())
    yield "nested brackets", lambda n: "[" * n + "a" + "]" * n
    yield "nested brackets with words", lambda n: "[a " * n + " b]" * n
    yield "nested parentheses", lambda n: "(a " * n + " b)" * n
    yield "blanks inside", lambda n: "a" + " " * n + "b"
    yield "line feeds inside", lambda n: "a" + "\n" * n + "b"
    yield "word then stop", lambda n: "a" * n + "."
    yield "number then word", lambda n: "1" * n + " days"


LONG = "The parties shall cease fire at once in sector"


def _alike(n: int) -> Files:
    return pair(points([f"{LONG}."] * n), points(["The parties shall cease fire in sector."] * n))


def _clauses(n: int, seed: int = 2) -> list[str]:
    words = iter(many(n * 8, seed))
    return [" ".join(next(words) for _ in range(8)) + "." for _ in range(n)]


def _edited(texts: Sequence[str]) -> list[str]:
    return [f"{text} More {k}." for k, text in enumerate(texts)]


def _shuffled(texts: Sequence[str]) -> list[str]:
    return random.Random(3).sample(texts, len(texts))


def _joined(texts: Sequence[str]) -> str:
    return " ".join(texts)


def _by_twos(texts: Sequence[str]) -> list[str]:
    return [_joined(texts[k : k + 2]) for k in range(0, len(texts), 2)]


def _with(rest: Callable[[int], str], text: str = "North and South agree.") -> Callable[[int], str]:
    return lambda n: "".join(f"  - number: {k}\n    text: {text}\n{rest(k)}" for k in range(1, n + 1))


def _stated(n: int) -> Files:
    refs = ", ".join(f'"v1:{k}"' for k in range(1, n + 1))
    new = f"  - number: 1\n    text: All of it.\n    made_from: [{refs}]\n"
    return pair(points(_clauses(n)), new)


def _stated_all(n: int) -> Files:
    new = _with(lambda k: f'    made_from: ["v1:{k}"]\n')(n)
    return pair(points(_clauses(n)), new)


def _denied(n: int) -> Files:
    return pair(points(_clauses(n)), _with(lambda k: f'    not_from: ["v1:{k}"]\n')(n))


STRUCTURES: dict[str, Shape] = {
    "points alike": _alike,
    "points alike, dropped": lambda n: pair(points([f"{LONG}."] * n), points(_clauses(n))),
    "points alike, fewer": lambda n: pair(
        points([f"{LONG}."] * n), points([f"{LONG}."] * (n // 2) + ["Other."])
    ),
    "points alike, more": lambda n: pair(points([f"{LONG}."]), points([f"{LONG}."] * n)),
    "points alike, unchanged": lambda n: pair(
        points([f"{LONG}."] * n), points([f"{LONG}."] * n + ["One more."])
    ),
    "points of a number": lambda n: pair(
        points([f"{LONG} {k}." for k in range(n)]), points([f"{LONG} {k + 1}." for k in range(n)])
    ),
    "points of one word": lambda n: pair(points(many(n)), points(_shuffled(many(n)))),
    "points of the same word": lambda n: pair(points(["Yes"] * n), points(["No"] * n)),
    "points of a bracket": lambda n: pair(points(["[ ]"] * n), points(["[x]"] * n)),
    "points of two texts": lambda n: pair(
        points(["Yes it is.", "No."] * (n // 2)), points(["No.", "Yes it was."] * (n // 2))
    ),
    "points unlike": lambda n: pair(points(_clauses(n)), points(_edited(_clauses(n)))),
    "points replaced": lambda n: pair(points(_clauses(n)), points(_clauses(n, 5))),
    "points moved": lambda n: pair(points(_clauses(n)), points(_edited(_shuffled(_clauses(n))))),
    "points reversed": lambda n: pair(points(_clauses(n)), points(_clauses(n)[::-1])),
    "points merged": lambda n: pair(points(_clauses(n)), points([_joined(_clauses(n))])),
    "points split": lambda n: pair(points([_joined(_clauses(n))]), points(_clauses(n))),
    "points merged by twos": lambda n: pair(points(_clauses(2 * n)), points(_by_twos(_clauses(2 * n)))),
    "points copied": lambda n: pair(points(_clauses(1)), points(_clauses(1) * n)),
    "points of a shared sentence": lambda n: pair(
        points([f"{own} {LONG}." for own in _clauses(n)]),
        points([f"{own} {LONG}." for own in _clauses(n, 5)]),
    ),
    "points in Chinese": lambda n: pair(points(["双方应立即停火。"] * n), points(["双方应停火。"] * n)),
    "items alike": lambda n: pair(items([f"{LONG}."] * n), items(["The parties shall cease fire."] * n)),
    "items unlike": lambda n: pair(items(_clauses(n)), items(_edited(_shuffled(_clauses(n))))),
    "items to points": lambda n: pair(items(_clauses(n)), points(_clauses(n))),
    "items to one": lambda n: pair(items(_clauses(n)), points([_joined(_clauses(n))])),
    "brackets rewritten": lambda n: pair(points(["[a][b]" * n]), points(["[a/b] " * n])),
    "headings": lambda n: pair(
        _with(lambda _: "    heading: Fire\n")(n), _with(lambda k: f"    heading: Fire {k}\n")(n)
    ),
    "notes": lambda n: pair(
        _with(lambda _: "    note: A note.\n")(n), _with(lambda k: f"    note: Note {k}.\n")(n)
    ),
    "statuses": lambda n: pair(
        _with(lambda _: "    status: open\n")(n), _with(lambda _: "    status: agreed\n")(n)
    ),
    "evidence": lambda n: pair(
        _with(lambda _: "    evidence: reported\n")(n),
        _with(lambda _: "    evidence: inferred\n    note: N.\n")(n),
    ),
    "stated from all": _stated,
    "stated one by one": _stated_all,
    "stated of one": lambda n: pair(points(_clauses(1)), _with(lambda _: '    made_from: ["v1:1"]\n')(n)),
    "denied": _denied,
    "nothing stated": lambda n: pair(points(_clauses(n)), _with(lambda _: "    made_from: []\n")(n)),
}


def _plan(parties: str, rest: str = "") -> str:
    press = "sources:\n  - id: press\n    publisher: Press\n"
    own = "  - id: south\n    name: South\n  - id: north\n    name: North\n"
    return f"title: A long plan\nparties:\n{own}{rest}{parties}{press}"


def _parties(n: int) -> Files:
    names = [name.title() for name in many(n, 7)]
    pairs = list(zip(names, names[1:] + names[:1], strict=True))
    files = pair(
        points([f"{one} gives it to {other}." for one, other in pairs]),
        points([f"{other} gives it to {one}." for one, other in pairs]),
    )
    said = "".join(f"  - id: p{k}\n    name: {name}\n" for k, name in enumerate(names))
    return {**files, "plan.yaml": _plan(said)}


def _aliases(n: int) -> Files:
    said = "".join(f"      - {name.title()}\n" for name in many(n, 7))
    files = pair(points(many(n, 7)), points([f"{word} gone" for word in many(n, 7)]))
    return {**files, "plan.yaml": _plan("", f"    names:\n{said}")}


def _tabled(n: int) -> Files:
    parties = "".join(f"  - id: p{k}\n    name: P{k}\n" for k in range(n))
    both = "tabled_by: [" + ", ".join(f"p{k}" for k in range(n)) + "]"
    files = pair(points(_clauses(3)), points(_edited(_clauses(3))))
    said = {name: text.replace("tabled_by: [north]", both) for name, text in files.items()}
    return {name: text.replace("tabled_by: [south]", both) for name, text in said.items()} | {
        "plan.yaml": _plan(parties)
    }


def _sources(n: int) -> Files:
    more = "".join(f"  - id: s{k}\n    publisher: Press {k}\n    date: 2025-11-20\n" for k in range(n))
    listed = "sources: [press, " + ", ".join(f"s{k}" for k in range(n)) + "]"
    files = pair(points(_clauses(20)), points(_edited(_clauses(20))), more)
    return {name: text.replace("sources: [press]", listed) for name, text in files.items()}


def _each_source(n: int) -> Files:
    more = "".join(f"  - id: s{k}\n    publisher: Press {k}\n" for k in range(1, n + 1))
    return pair(
        _with(lambda k: f"    sources: [s{k}]\n")(n),
        _with(lambda k: f"    sources: [s{k}]\n", "Other.")(n),
        more,
    )


def _claims(about: Callable[[int], str], rest: Callable[[int], str] = lambda _: "", count: int = 0) -> Shape:
    def shape(n: int) -> Files:
        said = "".join(
            f"  - id: C{k}\n    date: 2025-11-20\n    by: Somebody\n    party: north\n    says: It is so.\n"
            f'    about: ["{about(k)}"]\n    sources: [press]\n{rest(k)}'
            for k in range(1, n + 1)
        )
        texts = _clauses(count or n)
        return pair(points(texts), points(_edited(texts)), f"claims:\n{said}")

    return shape


HEADERS: dict[str, Shape] = {
    "parties": _parties,
    "names of a party": _aliases,
    "tabled by many": _tabled,
    "sources": _sources,
    "a source each": _each_source,
    "claims about a version": _claims(lambda _: "v2", count=3),
    "claims about a point": _claims(lambda _: "v2:1", count=3),
    "claims about each point": _claims(lambda k: f"v2:{k}"),
    "claims with authors": _claims(
        lambda _: "v1", lambda k: f"    credits: [{'north' if k % 2 else 'south'}]\n", 3
    ),
    "claims against the last": _claims(
        lambda _: "v2", lambda k: f"    contradicts: [C{k - 1}]\n" * (k > 1), 3
    ),
    "claims against one": _claims(lambda _: "v2", lambda k: "    contradicts: [C1]\n" * (k > 1), 3),
    "claims against points": _claims(lambda _: "v2", lambda k: f'    contradicts: ["v2:{k}"]\n'),
    "a claim about all": lambda n: pair(
        points(_clauses(n)),
        points(_edited(_clauses(n))),
        "claims:\n  - id: C1\n    date: 2025-11-20\n    by: S\n    says: So.\n    sources: [press]\n"
        "    about: [" + ", ".join(f'"v2:{k}"' for k in range(1, n + 1)) + "]\n",
    ),
}


def _graph(
    parents: Callable[[int], Sequence[int]], text: Callable[[int], Sequence[str]], mark: str = ""
) -> Shape:
    def shape(n: int) -> Files:
        files = {"plan.yaml": header()}
        for k in range(1, n + 1):
            edges = (f"{{version: v{p}, contested: true}}" if mark else f"v{p}" for p in parents(k))
            files[f"v{k}.yaml"] = version(k, points(text(k)), ", ".join(edges))
        return files

    return shape


def _drift(k: int) -> list[str]:
    """Two points whose words change a little from version to version."""
    words = many(60, 11)
    fresh = many(400, 12)
    return [
        " ".join(fresh[k % 400] if j == k % 30 else w for j, w in enumerate(half))
        for half in (words[:30], words[30:])
    ]


def _back(k: int) -> list[str]:
    words = many(20, 13)
    return [" ".join(words if k % 2 else words[:10]), "Other words stand here."]


def _line(k: int) -> list[int]:
    return [k - 1] if k > 1 else []


def _grown(n: int, k: int) -> list[str]:
    return [_joined(many(max(1, 2000 * k // n), 3))]


def _two_lines(n: int, k: int) -> list[int]:
    """Odd versions in one line, even ones in another, and both in the last."""
    return [n - 1, n - 2] if k == n else [k - 2] if k > 2 else []


def _both(k: int) -> list[int]:
    return [parent for parent in (k - 1, k - 2) if parent > 0]


def _returned(n: int) -> Files:
    """Points that were dropped stand again in one, with new words between them."""
    back = " ".join(f"{clause} {word}" for clause, word in zip(_clauses(n), many(n, 21), strict=True))
    texts = (_clauses(n), ["Nothing is said."], [back])
    return {"plan.yaml": header()} | {
        f"v{k}.yaml": version(k, points(own), f"v{k - 1}" * (k > 1)) for k, own in enumerate(texts, 1)
    }


def _split_twice(n: int) -> Files:
    """A point is split into many, and each of those is edited."""
    texts = ([_joined(_clauses(n))], _clauses(n), _edited(_clauses(n)))
    return {"plan.yaml": header()} | {
        f"v{k}.yaml": version(k, points(own), f"v{k - 1}" * (k > 1)) for k, own in enumerate(texts, 1)
    }


def _noted(n: int) -> Files:
    """A note names every point that was left out."""
    note = "note: " + " ".join(f"It leaves out v1:{k}." for k in range(1, n + 1)) + "\n"
    files = pair(points(_clauses(n)), points(_clauses(1, 9)))
    return {**files, "v2.yaml": version(2, points(_clauses(1, 9)), "v1", note)}


VERSIONS: dict[str, Shape] = {
    "versions of words that come back": _returned,
    "versions of a point split": _split_twice,
    "a note on what is left out": _noted,
    "versions in a chain": _graph(_line, _drift),
    "versions in a chain, equal": _graph(_line, lambda _: ["It is so.", "It is not."]),
    "versions in a chain, words come back": _graph(_line, _back),
    "versions in a chain, growing": lambda n: _graph(_line, partial(_grown, n))(n),
    "versions in a chain, contested": _graph(_line, _drift, "contested"),
    "versions in a star": _graph(lambda k: [1] if k > 1 else [], _drift),
    "versions in diamonds": _graph(_both, _drift),
    "versions in diamonds, contested": _graph(_both, _drift, "contested"),
    "versions alone": _graph(lambda _: [], _drift),
    "versions merged": lambda n: _graph(lambda k: range(1, n) if k == n else [], _drift)(n),
    "versions in two lines": lambda n: _graph(partial(_two_lines, n), _drift)(n),
}


def _all_texts() -> Iterator[tuple[str, Shape]]:
    for name, text in _texts():
        yield name, _appended(text)
        yield f"{name}; third words changed", _thinned(text)
        yield f"{name}; half as much again", _doubled(text)


_TEXTS = dict(_all_texts())
SHAPES: dict[str, Shape] = {**_TEXTS, **STRUCTURES, **HEADERS, **SUBSTANCE, **VERSIONS, **BROKEN}
"""Every shape by name."""


def is_text(shape: str) -> bool:
    """Whether a shape is one point of one text."""
    return shape in _TEXTS
