"""The files of plans that ``bench.doubling`` measures, as YAML."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence

Files = Mapping[str, str]
Shape = Callable[[int], Files]

_DAYS = 28


def said(text: str) -> str:
    """A text as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


def header(rest: str = "") -> str:
    """A ``plan.yaml`` with two parties and a source."""
    parties = "parties:\n  - id: north\n    name: North\n  - id: south\n    name: South\n"
    return f"title: A long plan\n{parties}sources:\n  - id: press\n    publisher: Press\n{rest}"


def version(number: int, points: str, made_from: str = "", rest: str = "") -> str:
    """A version file with these points, as YAML."""
    month, day = divmod(number, _DAYS)
    year, month = divmod(month, 12)
    head = f"version: v{number}\ntitle: Draft {number}\ndate: {2000 + year}-{month + 1:02}-{day + 1:02}\n"
    party = "north" if number % 2 else "south"
    return (
        f"{head}tabled_by: [{party}]\nmade_from: [{made_from}]\nwording: verbatim\nevidence: published\n"
        f"sources: [press]\n{rest}points:\n{points}"
    )


def points(texts: Sequence[str]) -> str:
    """Points numbered from 1, as YAML."""
    return "".join(f"  - number: {n}\n    text: {said(text)}\n" for n, text in enumerate(texts, 1))


def items(texts: Sequence[str]) -> str:
    """One point with these items, as YAML."""
    body = "".join(f"      - label: i{n}\n        text: {said(text)}\n" for n, text in enumerate(texts, 1))
    return f"  - number: 1\n    text: The parties agree.\n    items:\n{body}"


def pair(old: str, new: str, rest: str = "") -> Files:
    """A plan of two versions, given their points as YAML."""
    return {"plan.yaml": header(rest), "v1.yaml": version(1, old), "v2.yaml": version(2, new, "v1")}


def many(count: int, seed: int = 1) -> list[str]:
    """So many invented words, of which few are alike."""
    rng = random.Random(seed)
    return ["".join(rng.choices("bdfklmnprst", k=3) + rng.choices("aeiou", k=3)) for _ in range(count)]
