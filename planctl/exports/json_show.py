"""``planctl show --format json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.exports.json_parts import sources, version, written
from planctl.models import Header, Item, Point, Version

_InForce = dict[str, tuple[str | None, list[str]]]
"""Evidence and sources of each unit; no evidence for a file of no plan."""
SCHEMA = "planctl/show/1"


def show(header: Header, of: Version, points: Sequence[Point], *, trust: Sequence[str]) -> str:
    """One JSON object: the version and the points asked for, with evidence and sources in force."""
    wanted = {point.number for point in points}
    named = [*of.sources, *(s for p in of.provisions if p.point in wanted for s in p.sources)]
    in_force = {p.label: (None if of.is_loose else p.evidence.value, list(p.sources)) for p in of.provisions}
    return written(
        {
            "schema": SCHEMA,
            "plan": header.title,
            **version(of),
            "trust": list(trust),
            "shown": [_point(point, of, in_force) for point in points],
            "cited": sources(header, named),
        }
    )


def _point(point: Point, of: Version, in_force: _InForce) -> dict[str, Any]:
    return {
        "number": point.number,
        "passage": point.number in of.passages,
        "heading": point.heading,
        "status": point.status.value if point.status else None,
        "evidence": None if of.is_loose else of.point_evidence[point.number].value,
        **_unit(point, in_force.get(point.number)),
        "tabled_by": list(of.tabled_by_of(point)),
        "items": [_item(item, in_force[f"{point.number}.{item.label}"]) for item in point.items],
    }


def _item(item: Item, rests: tuple[str | None, list[str]]) -> dict[str, Any]:
    return {"label": item.label, "evidence": rests[0], **_unit(item, rests)}


def _unit(unit: Point | Item, rests: tuple[str | None, list[str]] | None) -> dict[str, Any]:
    """``sources`` of a point without lead text are those it states, if any."""
    return {
        "term": unit.term or None,
        "unseen": unit.unseen,
        "text": unit.text,
        "sources": rests[1] if rests else list(unit.sources or ()),
        "note": unit.note,
        "made_from": None if unit.made_from is None else list(unit.made_from),
        "not_from": list(unit.not_from),
    }
