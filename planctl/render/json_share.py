"""``planctl share --format json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.blame.share import Range, Share
from planctl.models import Plan
from planctl.render.json_parts import written

SCHEMA = "planctl/share/1"


def share(plan: Plan, found: Sequence[Share]) -> str:
    """One JSON object and a line feed; the last share is the one asked for, the others are its history."""
    whole = {"schema": SCHEMA, "plan": plan.header.title, **as_json(found[-1])}
    if len(found) > 1:
        whole["history"] = [as_json(each) for each in found]
    return written(whole)


def as_json(found: Share) -> dict[str, Any]:
    """Shares as JSON has them; figures count words, or points."""
    return {
        "version": found.version,
        "words": found.words,
        "points": found.points,
        "claims": list(found.claims),
        "by_version": [
            {
                "version": row.version,
                "tabled_by": list(row.parties),
                "recorded": row.recorded,
                "words": _range(row.words),
                "points": _range(row.points),
            }
            for row in found.by_version
        ],
        "by_party": [
            {
                "party": row.party,
                "alone": row.alone,
                "jointly": row.jointly,
                "words": _range(row.words),
                "points": _range(row.points),
            }
            for row in found.by_party
        ],
    }


def _range(found: Range) -> dict[str, int]:
    return {"least": found.least, "most": found.most}
