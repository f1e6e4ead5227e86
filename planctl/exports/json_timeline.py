"""``planctl timeline --format json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.blame.chronicle import TimelineEntry
from planctl.exports.json_claims import as_json as claim_json
from planctl.exports.json_parts import version, when, written
from planctl.models import Event, Plan, Version

SCHEMA = "planctl/timeline/1"


def timeline(plan: Plan, entries: Sequence[TimelineEntry], about: str | None) -> str:
    """One JSON object and a line feed; ``about`` is the version asked for, None for the whole plan."""
    whole = {
        "schema": SCHEMA,
        "plan": plan.header.title,
        "about": about,
        "entries": [_entry(entry) for entry in entries],
    }
    return written(whole)


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    """A version, an event or a claim, under the key that says which; the other two are null."""
    subject = entry.subject
    return {
        **when(entry.date),
        "contested": entry.contested,
        "version": version(subject) if isinstance(subject, Version) else None,
        "event": event(subject) if isinstance(subject, Event) else None,
        "claim": None if isinstance(subject, Version | Event) else claim_json(subject),
    }


def event(of: Event) -> dict[str, Any]:
    """An event as its file has it."""
    return {
        "id": of.id,
        **when(of.date),
        "place": of.place,
        "who": list(of.who),
        "what": of.what,
        "about": list(of.about),
        "sources": list(of.sources),
        "disputed": of.disputed,
        "note": of.note,
    }
