"""The version graph as a list of states: what each version is, and how much of it there is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import NamedTuple

from planctl.models import Claim, Event, Evidence, Plan, Ref, Version
from planctl.text import word_count


class State(NamedTuple):
    """One version of a plan in figures; ``words`` leaves punctuation marks out, None where they are restated.

    ``evidence`` counts points by what they rest on, a point counting as its weakest provision;
    ``claims`` and ``events`` are those about the version or a unit of it, events by date.
    """

    version: Version
    points: int
    provisions: int
    words: int | None
    evidence: Counter[Evidence]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]


def states(plan: Plan) -> tuple[State, ...]:
    """Every version of a plan in figures, parents before children."""
    return tuple(_state(plan, version) for version in plan.versions)


def _state(plan: Plan, version: Version) -> State:
    return State(
        version=version,
        points=version.point_count,
        provisions=len(version.provisions),
        words=None if version.is_restated else sum(word_count(p.text) for p in version.provisions),
        evidence=version.evidence_counts,
        claims=tuple(c for c in plan.header.claims if _is_about(c, version)),
        events=tuple(sorted((e for e in plan.header.events if _is_about(e, version)), key=_day)),
    )


def _is_about(subject: Claim | Event, version: Version) -> bool:
    return any(ref.version == version.version for ref in Ref.among(subject.about))


def _day(event: Event) -> tuple[dt.date, dt.date]:
    return event.date.earliest, event.date.latest
