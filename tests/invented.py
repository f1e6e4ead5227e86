"""Invented plans for property tests: random words, random statements, random version graphs."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from hypothesis import strategies as st

from planctl.models import Header, Plan, Version

FIRST_DAY = dt.date(2025, 1, 1)
WORDS = re.findall(
    r"\S+",
    "the party shall withdraw heavy weapons from coastal zone within thirty days and pay compensation "
    "600,000 800,000 people in peacetime [open] may council monitors grain river",
)
texts = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)


def version(name: str, *points: Any, day: int = 0, made_from: Any = (), **more: Any) -> Version:
    """A version from points given as texts or as mappings; texts are numbered from 1."""
    units = [
        point if isinstance(point, dict) else {"number": str(number), "text": point}
        for number, point in enumerate(points, 1)
    ]
    said = {
        "version": name,
        "title": f"Draft {name}",
        "date": (FIRST_DAY + dt.timedelta(days=day)).isoformat(),
        "tabled_by": ("a",),
        "wording": "verbatim",
        "evidence": "published",
    }
    return Version.model_validate(said | {"made_from": made_from, "points": units} | more)


def plan(*versions: Version, **header: Any) -> Plan:
    """A plan around versions, with every party they name."""
    parties = sorted({party for v in versions for party in v.tabled_by} | set("abc"))
    said = {"title": "Invented", "parties": [{"id": p, "name": f"Party {p.upper()}"} for p in parties]}
    return Plan(name="invented", header=Header.model_validate(said | header), versions=versions)


@st.composite
def points(draw: st.DrawFn, earlier: tuple[Version, ...], size: int = 4) -> list[dict[str, Any]]:
    """Points that keep, change or repeat earlier wording, and sometimes say what they were made from."""
    pool = [p.text for v in earlier for p in v.provisions]
    labels = [label for v in earlier for p in v.provisions for label in (p.ref, f"{v.version}:{p.point}")]
    text = st.one_of(texts, *([st.sampled_from(pool)] * 2 if pool else []))
    statement = st.lists(st.sampled_from(labels), max_size=2, unique=True) if labels else st.just([])
    found = []
    for number in range(1, draw(st.integers(1, size)) + 1):
        letters = "abc"[: draw(st.sampled_from((0, 0, 0, 1, 3)))]
        items: list[dict[str, Any]] = [{"label": letter, "text": draw(text)} for letter in letters]
        point: dict[str, Any] = {"number": str(number), "text": draw(text), "items": items}
        for unit in (point, *items):
            if draw(st.integers(0, 4)) == 0:
                unit["made_from"] = draw(statement)
            if draw(st.integers(0, 7)) == 0:
                unit["not_from"] = draw(statement)
        found.append(point)
    return found


@st.composite
def plans(draw: st.DrawFn, most: int = 4) -> Plan:
    """A plan of up to ``most`` versions; each descends from any of those before it, perhaps contested."""
    found: tuple[Version, ...] = ()
    for number in range(draw(st.integers(2, most))):
        chosen = draw(st.lists(st.sampled_from(found), max_size=2, unique_by=id)) if found else []
        parents = [{"version": v.version, "contested": draw(st.booleans())} for v in chosen]
        parties = draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True))
        drawn = draw(points(found))
        day = draw(st.integers(0, 3)) + number
        found += (version(f"v{number}", *drawn, day=day, made_from=parents, tabled_by=parties),)
    return plan(*found)
