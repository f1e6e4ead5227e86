"""A timeline in the words of every output: one row for each version, event and claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planctl.blame.chronicle import Entry
from planctl.blame.claims import Testimony
from planctl.models import Event, Header, Plan, Version
from planctl.page import Run
from planctl.pages import claim_phrases
from planctl.pages.phrases import date, parties

MEANING = (
    "x: claims or texts that say otherwise; in tension: both can be true, and yet do not go well together."
    " None is preferred."
)

DISPUTED = "disputed"
"""Said of an event whose accounts differ."""
_NOTE = 70
"""Characters of a note that are shown where there is no room for all of it."""
_ALL_EVENTS = "planctl timeline --format markdown"


class Row(NamedTuple):
    """One entry: its day, empty where it is that of the row before; where; what; marks; who reports it.

    ``note`` is what its keeper says of it; empty if nothing.
    """

    day: str
    where: str
    what: str
    marks: str
    rests_on: str
    note: Run


def rows(plan: Plan, entries: Iterable[Entry]) -> Iterator[Row]:
    """The rows in order."""
    before = ""
    for entry in entries:
        day = date(entry.date)
        yield _row(plan, entry, "" if day == before else day)
        before = day


def _row(plan: Plan, entry: Entry, day: str) -> Row:
    subject = entry.subject
    if isinstance(subject, Version):
        return Row(day, subject.version, _version(subject, plan.header), "", "", Run(""))
    if isinstance(subject, Event):
        disputed = DISPUTED if subject.disputed else ""
        return Row(
            day, subject.place, event(subject), disputed, _of_event(subject, plan), event_note(subject)
        )
    marks = filter(None, (claim_phrases.against(subject), claim_phrases.tension(subject)))
    reported = claim_phrases.reported(subject, plan)
    note = _note(subject.claim.note, f"planctl claims {subject.claim.id}")
    return Row(day, subject.claim.id, _claim(subject), "; ".join(marks), reported, note)


def _version(version: Version, header: Header) -> str:
    contested = [parent.version for parent in version.made_from if parent.contested]
    remarks = [
        f"{version.title} ({parties(version.tabled_by, header)})",
        "origin contested" if version.origin else "",
        f"that it was made from {', '.join(contested)} is contested" if contested else "",
    ]
    return "; ".join(filter(None, remarks))


def event(of: Event) -> str:
    """``Rubio and Yermak meet (EV8)``."""
    return f"{of.what} ({of.id})"


def event_note(of: Event) -> Run:
    """What the keeper of the file says of an event, which may be cut; empty if nothing."""
    return _note(of.note, _ALL_EVENTS)


def _note(text: str, whole: str) -> Run:
    return Run(f"note: {text}" if text else "", "dim", _NOTE if text else None, whole)


def _of_event(of: Event, plan: Plan) -> str:
    who = parties(of.who, plan.header) if of.who else ""
    named = [source.publisher for id_ in of.sources if (source := plan.sources.get(id_))]
    return "; ".join(filter(None, (who, ", ".join(dict.fromkeys(named)))))


def _claim(testimony: Testimony) -> str:
    return f"{testimony.claim.by}: {testimony.claim.says}"
