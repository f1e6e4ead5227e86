"""``planctl share --format csv``: one row per version and party, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from planctl.blame.share import Range, Share
from planctl.models import Plan
from planctl.render.phrases import parties
from planctl.render.plain import one_line, powerless

_HEAD = (
    "plan", "of_version", "by", "id", "name", "recorded_words", "joint_words", "words_least", "words_most",
    "words_total", "points_least", "points_most", "points_total",
)  # fmt: skip
_LIVE = re.compile(
    r"""(^|[;|\t])(?=[\s"'\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b])|^(?=\s*::)"""
)
"""What a spreadsheet reads as a formula, or a log as an order, where a cell or line begins.

A reader that parts cells at semicolons or tabs sees other cells than the comma makes. Signs of full, half and
small width count as the plain ones, and some readers skip blanks and quotation marks.
"""


def share(plan: Plan, shares: Iterable[Share]) -> str:
    """A table with a head. A cell that a spreadsheet would compute has an apostrophe before it."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(_HEAD)
    for each in shares:
        for by, id_, name, recorded, jointly, words, points in _rows(plan, each):
            figures = (recorded, jointly, *words, each.words, *points, each.points)
            writer.writerow([*map(inert, (plan.header.title, each.version, by, id_, name)), *figures])
    return page.getvalue()


def _rows(plan: Plan, shares: Share) -> Iterator[tuple[str, str, str, int, int, Range, Range]]:
    for v in shares.by_version:
        joint = v.recorded if len(v.parties) > 1 else 0
        yield "version", v.version, parties(v.parties, plan.header), v.recorded, joint, v.words, v.points
    for p in shares.by_party:
        yield "party", p.party, parties([p.party], plan.header), p.alone, p.jointly, p.words, p.points


def inert(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would compute."""
    return _LIVE.sub(r"\1'", powerless(one_line(cell)))
