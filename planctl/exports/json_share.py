"""``planctl share --format json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.blame.point_share import PointShare
from planctl.blame.share import Range, Share
from planctl.exports.json_parts import written
from planctl.models import Plan

SCHEMA = "planctl/share/1"


def share(plan: Plan, shares: Sequence[Share], *, trust: Sequence[str]) -> str:
    """One JSON object and a line feed; the last share is the one asked for, the others are its history."""
    whole = {"schema": SCHEMA, "plan": plan.header.title, "trust": list(trust), **as_json(shares[-1])}
    if len(shares) > 1:
        whole["history"] = [as_json(each) for each in shares]
    return written(whole)


def as_json(shares: Share) -> dict[str, Any]:
    """Shares as JSON has them; figures count words, or points."""
    return {
        "version": shares.version,
        "words": None if shares.counted else shares.words,
        "points": shares.points,
        "claims": list(shares.claims),
        "terms": _counted(shares.counted) if shares.counted else None,
        "by_version": [
            {
                "version": row.version,
                "tabled_by": list(row.parties),
                "recorded": row.recorded,
                "words": _range(row.words),
                "points": _range(row.points),
            }
            for row in shares.by_version
        ],
        "by_party": [
            {
                "party": row.party,
                "alone": row.alone,
                "jointly": row.jointly,
                "words": _range(row.words),
                "points": _range(row.points),
            }
            for row in shares.by_party
        ],
    }


def _counted(points: PointShare) -> dict[str, Any]:
    """Points of restated texts: ``alone``, ``with_others``, ``contested``, ``nobody`` and ``unread`` add up.

    Rows of ``by_version`` and ``by_party`` overlap: a point counts in each that it belongs to.
    """
    return {
        "points": points.points,
        "alone": points.alone,
        "with_others": points.jointly,
        "contested": points.contested,
        "nobody": points.nobody,
        "unread": points.unread,
        "by_version": [{"version": version, "points": number} for version, number in points.by_version],
        "by_party": [
            {
                "party": row.party,
                "alone": row.alone,
                "with_others": row.jointly,
                "contested": row.contested,
                "of_whole_versions": row.of_whole,
            }
            for row in points.by_party
        ],
    }


def _range(bounds: Range) -> dict[str, int]:
    return {"least": bounds.least, "most": bounds.most}
