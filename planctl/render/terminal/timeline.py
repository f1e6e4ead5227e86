"""``planctl timeline`` on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.blame.chronicle import Entry
from planctl.models import Plan
from planctl.render import timeline_phrases as say
from planctl.render.lines import Line, Piece, cells, edge, fitted, line, plain, spread, wrap
from planctl.render.plain import one_line

_DAY, _WHERE, _NARROW = 18, 12, 60


def timeline(plan: Plan, entries: Sequence[Entry], subject: str, width: int) -> list[Line]:
    """All entries by date. ``subject`` names what was asked for: a version, days, or nothing."""
    size = "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"
    start = [edge(one_line(plan.header.title), "strong"), plain(f"   {subject}", "strong")]
    rows = [
        *spread(start, [plain(size)], width),
        line(""),
    ]
    shown = list(say.rows(plan, entries))
    day = min(_DAY, max((cells(row.day) for row in shown), default=0))
    where = min(_WHERE, max((cells(row.where) for row in shown), default=0))
    for row in shown:
        rows += _row(row, day, where, width)
    if not shown:
        rows += fitted(line("  nothing in these days"), width)
    return [*rows, line(""), *wrap([plain(say.MEANING, "dim")], width, "", "  ")]


def _row(row: say.Row, day: int, where: int, width: int) -> list[Line]:
    marks = [Piece("  "), plain(row.marks, "warn")] if row.marks else []
    rests = [Piece("  "), plain(f"({row.rests_on})", "dim")] if row.rests_on else []
    pieces = [plain(row.what), *marks, *rests]
    if width < _NARROW:
        head = "  ".join(filter(None, (row.day, row.where)))
        return [*wrap([plain(head, "strong")], width, "  "), *wrap(pieces, width, "    ")]
    first = f"  {row.day}{_gap(row.day, day)}  {row.where}{_gap(row.where, where)}  "
    indent = " " * (day + where + 6)
    if cells(first) > cells(indent):
        return [*fitted(line(plain(first)), width), *wrap(pieces, width, indent)]
    return wrap(pieces, width, first, indent)


def _gap(text: str, width: int) -> str:
    return " " * max(0, width - cells(text))
