"""What happened when: versions, events and claims of a plan in the order of their dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from planctl.blame.claims import Testimony, timeline
from planctl.lineage.descent import descent
from planctl.models import Event, Plan, Ref, Version, When

Subject: TypeAlias = Version | Event | Testimony


class TimelineEntry(NamedTuple):
    """A version, an event or a claim, and when that was.

    ``contested``: the origin of the version, or its descent, is disputed; the event is; or a claim or a text
    says otherwise.
    """

    date: When
    subject: Subject
    contested: bool


def chronicle(
    plan: Plan,
    *,
    about: str | None = None,
    earliest: dt.date | None = None,
    latest: dt.date | None = None,
) -> tuple[TimelineEntry, ...]:
    """Versions, events and claims by date; on one day events stand before versions, and claims last.

    ``about`` narrows it to a version: itself and its ancestors, and what is about one of them.
    ``earliest`` and ``latest`` leave out what was certainly before or after. Raises ``UnknownName`` for a
    version that the plan does not have.
    """
    names = {v.version for v in descent(plan, about).versions} if about else None
    entries = [
        TimelineEntry(entry.date, entry.subject, entry.contested)
        for entry in (*_events(plan), *_versions(plan), *_claims(plan))
        if names is None or names.intersection(_about(entry.subject))
    ]
    return tuple(sorted(_within(entries, earliest, latest), key=_order))


def _events(plan: Plan) -> Iterator[TimelineEntry]:
    return (TimelineEntry(event.date, event, event.disputed) for event in plan.header.events)


def _versions(plan: Plan) -> Iterator[TimelineEntry]:
    for version in plan.versions:
        is_contested = version.origin is not None or any(p.contested for p in version.made_from)
        yield TimelineEntry(version.date, version, is_contested)


def _claims(plan: Plan) -> Iterator[TimelineEntry]:
    return (TimelineEntry(each.claim.date, each, each.answered) for each in timeline(plan))


def _about(subject: Subject) -> set[str]:
    if isinstance(subject, Version):
        return {subject.version}
    return _named(subject.about if isinstance(subject, Event) else subject.claim.about)


def _named(refs: Iterable[str]) -> set[str]:
    return {str(ref.version) for ref in Ref.among(refs)}


def _within(
    entries: Sequence[TimelineEntry], earliest: dt.date | None, latest: dt.date | None
) -> Iterator[TimelineEntry]:
    for entry in entries:
        is_before = earliest is not None and entry.date.latest < earliest
        is_after = latest is not None and entry.date.earliest > latest
        if not (is_before or is_after):
            yield entry


def _order(entry: TimelineEntry) -> tuple[dt.date, dt.date, int]:
    rank = 0 if isinstance(entry.subject, Event) else 1 if isinstance(entry.subject, Version) else 2
    return entry.date.earliest, entry.date.latest, rank
