"""The page of ``planctl timeline``: versions, events and claims by date."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.blame.chronicle import TimelineEntry
from planctl.models import Plan
from planctl.page import Column, Inline, Legend, Page, Remark, StyledRun, Table, Title
from planctl.pages import timeline_phrases as say

_COLUMNS = (
    Column("date", "label"),
    Column("place or id"),
    Column("what"),
)


def page(plan: Plan, entries: Sequence[TimelineEntry], subject: str) -> Page:
    """All entries by date. ``subject`` names what was asked for: a version, days, or nothing."""
    size = "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"
    rows = [(row.day, row.where, _what(row)) for row in say.rows(plan, entries)]
    body = Table(_COLUMNS, tuple(rows)) if rows else Remark("nothing in these days")
    return Page(Title(plan.header.title, subject, figure=size), (body, Legend((say.TIMELINE_LEGEND,))))


def _what(row: say.TimelineRow) -> Inline:
    """What happened or was said, what says otherwise, who reports it, and the keeper's note."""
    marks = [StyledRun(f" {row.marks}", "warn")] if row.marks else []
    rests = [StyledRun(f" ({row.rests_on})", "dim")] if row.rests_on else []
    return (row.what, *marks, *rests, *((" ", row.note) if row.note.text else ()))
