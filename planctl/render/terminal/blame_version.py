"""``planctl blame VERSION`` on a terminal: where each point comes from, and how the wording is shared."""

from __future__ import annotations

from planctl.blame.points import PointBlame
from planctl.render import blame_phrases as say
from planctl.render.blame_phrases import Shown
from planctl.render.lines import Line, Piece, cells, line, plain, wrap
from planctl.render.phrases import INFERRED_MARK, MARKS
from planctl.render.plain import one_line, shorten
from planctl.render.terminal.blame import head
from planctl.render.terminal.columns import columns
from planctl.render.terminal.share import tables

_NARROW = 72
_LABEL, _HEADING, _INTRODUCED, _EDITED, _SHARES = 12, 12, 18, 12, 24


def version(shown: Shown, width: int) -> list[Line]:
    """A table of all points, and the shares of versions and parties."""
    rows = [*head(shown, width), line(Piece("POINTS", "strong"))]
    rows += _stacked(shown, width) if width < _NARROW else _table(shown, width)
    rows += [line(""), *tables(shown.share, shown.plan, width), line("")]
    return [*rows, *_legend(shown, width)]


def _table(shown: Shown, width: int) -> list[Line]:
    table = [
        (
            _label(shown, point),
            one_line(point.point.heading),
            _introduced(shown, point),
            say.edited(point) or "-",
            say.shares(point),
        )
        for point in shown.blame.points
    ]
    titles = ("", "point", "introduced", "edited", "words from")
    wide = [max(cells(row[k]) for row in (titles, *table)) for k in range(len(titles))]
    wide[0] = min(wide[0], _LABEL)
    wide[2:4] = (min(wide[2], _INTRODUCED), min(wide[3], _EDITED))
    room = width - 2 - 2 * len(wide) - wide[0] - wide[2] - wide[3]
    wide[4] = min(wide[4], max(_SHARES, room - wide[1]))
    wide[1] = min(wide[1], max(_HEADING, room - wide[4]))
    rows = columns([[Piece(title, "dim")] for title in titles], wide)
    for label, heading, *others in table:
        cut = plain(shorten(heading, wide[1]))
        rows += columns([[plain(label, "strong")], [cut], *([plain(text)] for text in others)], wide)
    return rows


def _stacked(shown: Shown, width: int) -> list[Line]:
    rows: list[Line] = []
    for point in shown.blame.points:
        start = f"  {_label(shown, point)}  "
        rows += wrap([plain(one_line(point.point.heading), "strong")], width, start, " " * cells(start))
        history = f"introduced {_introduced(shown, point)}; edited {say.edited(point) or 'by nobody since'}"
        for text in (history, f"words from {say.shares(point)}"):
            rows += wrap([plain(text)], width, " " * cells(start), " " * (cells(start) + 2))
    return rows


def _label(shown: Shown, point: PointBlame) -> str:
    return one_line(point.point.number) + MARKS[shown.blame.version.point_evidence[point.point.number]]


def _introduced(shown: Shown, point: PointBlame) -> str:
    is_new = [ref for ref in point.introduced if ref.version == shown.blame.version.version]
    return "new here" if is_new else say.origins(shown, point)


def _legend(shown: Shown, width: int) -> list[Line]:
    notes = ["?: only through contested descent"] if any(p.doubtful for p in shown.blame.points) else []
    if any(MARKS[kind] for kind in shown.blame.version.point_evidence.values()):
        notes.append(INFERRED_MARK)
    name = shown.blame.version.version
    notes.append(f"planctl blame {name}:POINT shows where the words come from and who disputes that")
    return [row for note in notes for row in wrap([plain(note, "dim")], width, "", "  ")]
