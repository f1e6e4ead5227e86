"""``planctl claims --format json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.blame.claims import Testimony
from planctl.exports.json_parts import sources, written
from planctl.models import Plan

SCHEMA = "planctl/claims/1"


def claims(plan: Plan, subject: str | None, testimonies: Sequence[Testimony], of: int) -> str:
    """One JSON object and a line feed; ``subject`` is what was asked for, None for the whole plan;
    ``of`` is how many claims bear on it, shown or not."""
    whole = {
        "schema": SCHEMA,
        "plan": plan.header.title,
        "subject": subject,
        "of": of,
        "claims": [as_json(testimony) for testimony in testimonies],
        "cited": sources(plan.header, (s for testimony in testimonies for s in testimony.claim.sources)),
    }
    return written(whole)


def as_json(testimony: Testimony) -> dict[str, Any]:
    """A claim, what it bears on here, and what it is at odds with."""
    claim = testimony.claim
    return {
        "id": claim.id,
        "earliest": claim.date.earliest.isoformat(),
        "latest": claim.date.latest.isoformat(),
        "by": claim.by,
        "party": claim.party,
        "says": claim.says,
        "about": list(claim.about),
        "bears_on": [str(ref) for ref in testimony.about],
        "credits": list(claim.credits),
        "against": list(testimony.against),
        "in_tension_with": list(testimony.beside),
        "denies": [str(ref) for ref in testimony.denies],
        "answered": testimony.answered,
        "sources": list(claim.sources),
        "note": claim.note,
    }
