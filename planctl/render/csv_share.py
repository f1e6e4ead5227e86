"""``planctl share --format csv``: one row a version and a party, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from planctl.blame.share import Range, Share
from planctl.models import Plan
from planctl.render.phrases import parties
from planctl.render.plain import one_line

_HEAD = (
    "plan", "of_version", "by", "id", "name", "recorded_words", "joint_words", "words_least", "words_most",
    "words_total", "points_least", "points_most", "points_total",
)  # fmt: skip
_LIVE = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula, where it stands first."""


def share(plan: Plan, found: Iterable[Share]) -> str:
    """A table with a head. A cell that a spreadsheet would compute has an apostrophe before it."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(_HEAD)
    for each in found:
        for by, id_, name, recorded, jointly, words, points in _rows(plan, each):
            figures = (recorded, jointly, *words, each.words, *points, each.points)
            writer.writerow([*map(inert, (plan.header.title, each.version, by, id_, name)), *figures])
    return page.getvalue()


def _rows(plan: Plan, found: Share) -> Iterator[tuple[str, str, str, int, int, Range, Range]]:
    for v in found.by_version:
        joint = v.recorded if len(v.parties) > 1 else 0
        yield "version", v.version, parties(v.parties, plan.header), v.recorded, joint, v.words, v.points
    for p in found.by_party:
        yield "party", p.party, parties([p.party], plan.header), p.alone, p.jointly, p.words, p.points


def inert(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would compute."""
    text = one_line(cell)
    return f"'{text}" if cell.lstrip().startswith(_LIVE) or text.startswith(_LIVE) else text
