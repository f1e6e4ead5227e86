"""Invented trees: versions with a preamble, sections within sections, items within items, a closing."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from planctl.models import Plan, Version
from tests import invented

_LETTERS = ("a", "b", "c", "(d)", "iv")


@st.composite
def items(draw: st.DrawFn, depth: int = 3) -> list[dict[str, Any]]:
    """Items and paragraphs without a label, some with items of their own."""
    found: list[dict[str, Any]] = []
    labels = draw(st.lists(st.sampled_from((*_LETTERS, None)), max_size=3))
    for label in dict.fromkeys(labels):
        unit: dict[str, Any] = {"text": draw(invented.texts)}
        if label:
            unit["label"] = label
        if depth and draw(st.integers(0, 2)) == 0:
            unit["items"] = draw(items(depth - 1))
        found.append(unit)
    return found


@st.composite
def points(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Points that count up from 1, some with a heading, a text and items, some with one of them."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        unit: dict[str, Any] = {"number": str(number), "text": draw(invented.texts), "items": draw(items())}
        if draw(st.booleans()):
            unit["heading"] = f"Heading {number}"
        found.append(unit)
    return found


@st.composite
def sections(draw: st.DrawFn, depth: int = 2) -> list[dict[str, Any]]:
    """Chapters, each with a label or a heading, with points that begin with 1 again, or with sections."""
    found = []
    for number in range(1, draw(st.integers(0, 2)) + 1):
        unit: dict[str, Any] = {"label": f"Chapter {number}", "points": draw(points())}
        if draw(st.booleans()):
            unit |= {"heading": f"Of matter {number}", "preamble": draw(items(1))}
        if depth and draw(st.integers(0, 2)) == 0:
            unit |= {"sections": draw(sections(depth - 1))}
        found.append(unit)
    return found


@st.composite
def versions(draw: st.DrawFn, name: str = "v", made_from: tuple[str, ...] = ()) -> Version:
    """A version whose text is a tree."""
    return invented.version(
        name,
        *draw(points()),
        day=len(made_from),
        made_from=made_from,
        preamble=draw(items(1)),
        sections=draw(sections()),
        closing=draw(items(1)),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Two versions whose texts are trees, the second made from the first, which keeps some of its parts."""
    old = draw(versions("v0"))
    new = draw(versions("v1", ("v0",)))
    if draw(st.booleans()):
        kept = {"sections": tuple(reversed(old.sections)), "preamble": old.preamble}
        new = new.model_copy(update=kept)
    return invented.plan(old, new)
