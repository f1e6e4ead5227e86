"""The page of ``planctl timeline``: versions, events and claims by date."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.blame.chronicle import Entry
from planctl.models import Plan
from planctl.page import Column, Legend, Page, Paragraph, Run, Table, Title, Words
from planctl.pages import timeline_phrases as say

_COLUMNS = (
    Column("date", "label"),
    Column("place or id"),
    Column("what"),
)


def page(plan: Plan, entries: Sequence[Entry], subject: str) -> Page:
    """All entries by date. ``subject`` names what was asked for: a version, days, or nothing."""
    size = "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"
    rows = [(row.day, row.where, _what(row)) for row in say.rows(plan, entries)]
    body = Table(_COLUMNS, tuple(rows)) if rows else Paragraph("nothing in these days")
    return Page(Title(plan.header.title, subject, figure=size), (body, Legend((say.MEANING,))))


def _what(row: say.Row) -> Words:
    """What happened or was said, what says otherwise, who reports it, and the keeper's note."""
    marks = [Run(f" {row.marks}", "warn")] if row.marks else []
    rests = [Run(f" ({row.rests_on})", "dim")] if row.rests_on else []
    return (row.what, *marks, *rests, *((" ", row.note) if row.note.text else ()))
