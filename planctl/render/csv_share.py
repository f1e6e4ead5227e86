"""``planctl share --format csv``: one row a version and a party, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from planctl.blame.share import Share
from planctl.models import Plan
from planctl.render.phrases import parties
from planctl.render.plain import one_line

_HEAD = (
    "plan", "of_version", "by", "id", "name", "recorded_words", "joint_words", "words_least", "words_most",
    "words_total", "points_least", "points_most", "points_total",
)  # fmt: skip
_LIVE = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula, where it stands first."""


def share(plan: Plan, found: Share) -> str:
    """A table with a head. A cell that a spreadsheet would compute has an apostrophe before it."""
    rows = [
        ("version", row.version, parties(row.parties, plan.header), row.recorded,
         row.recorded if len(row.parties) > 1 else 0, row.words, row.points)
        for row in found.by_version
    ]  # fmt: skip
    rows += [
        ("party", row.party, parties([row.party], plan.header), row.alone, row.jointly, row.words, row.points)
        for row in found.by_party
    ]
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(_HEAD)
    for by, id_, name, recorded, jointly, words, points in rows:
        figures = (recorded, jointly, *words, found.words, *points, found.points)
        writer.writerow([*map(inert, (plan.header.title, found.version, by, id_, name)), *figures])
    return page.getvalue()


def inert(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would compute."""
    text = one_line(cell)
    return f"'{text}" if cell.lstrip().startswith(_LIVE) or text.startswith(_LIVE) else text
