"""What all JSON answers share: how a version is described, and how the text is written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from planctl.models import Evidence, Header, LeftOut, Parent, PlanHeading, Version, When
from planctl.plain import inert_json


def written(whole: dict[str, Any]) -> str:
    """One JSON object and a line feed; the same values give the same bytes."""
    return inert_json(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def when(date: When) -> dict[str, str | None]:
    """The days between which a date lies; equal for a single day, null where nothing is known of it."""
    if not date.is_known:
        return {"earliest": None, "latest": None}
    return {"earliest": date.earliest.isoformat(), "latest": date.latest.isoformat()}


def version(of: Version) -> dict[str, Any]:
    """A version without its points."""
    count = of.evidence_counts
    return {
        "version": of.version,
        "title": of.title,
        **when(of.date),
        "tabled_by": list(of.tabled_by),
        "made_from": [parent(each) for each in of.made_from],
        "wording": of.wording.value,
        "language": of.language or None,
        "complete": of.complete,
        "origin": of.origin.value if of.origin else None,
        "left_out": [left_out(of, each) for each in of.left_out],
        "unseen": list(of.unseen),
        "points": of.point_count,
        "evidence": None if of.is_loose else {kind.value: count[kind] for kind in Evidence},
        "sources": list(of.sources),
        "note": of.note,
    }


def evidence(kind: Evidence, *of: Version) -> str | None:
    """What texts of some versions rest on; null where all of them stand in files of no plan."""
    return None if all(version.is_loose for version in of) else kind.value


def left_out(version: Version, of: LeftOut) -> dict[str, Any]:
    """What a version is said not to have."""
    evidence = (of.evidence or version.evidence).value
    return {"refs": list(of.refs), "evidence": evidence, "sources": list(of.sources), "note": of.note}


def parent(of: Parent) -> dict[str, Any]:
    """A parent of a version; ``contested`` when somebody disputes the descent."""
    return {"version": of.version, "contested": of.contested, "sources": list(of.sources), "note": of.note}


def sources(header: PlanHeading, named: Iterable[str]) -> list[dict[str, Any]]:
    """Those of the named sources that the plan describes, with their addresses."""
    wanted = set(named)
    known = header.sources if isinstance(header, Header) else ()
    return [
        {
            "id": source.id,
            "publisher": source.publisher,
            "title": source.title,
            "date": when(source.date) if source.date else None,
            "url": source.url,
            "tied_to": source.tied_to,
        }
        for source in known
        if source.id in wanted
    ]
