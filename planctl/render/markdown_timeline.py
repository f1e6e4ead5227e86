"""``planctl timeline --format markdown``: a table; nothing in it is live."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.blame.chronicle import Entry
from planctl.models import Plan
from planctl.render import timeline_phrases as say
from planctl.render.markdown_text import inert, table

_HEAD = ["date", "where", "what", "contested", "who, and who reports it"]


def timeline(plan: Plan, entries: Sequence[Entry], subject: str) -> str:
    """The whole page."""
    title = f"# {inert(plan.header.title)}: timeline{f' of {inert(subject)}' if subject else ''}"
    rows = [[inert(cell) for cell in row] for row in say.rows(plan, entries)]
    return "\n".join([title, "", *table(_HEAD, rows), say.MEANING, ""])
