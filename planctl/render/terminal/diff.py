"""The screen of ``planctl diff``: how far to trust it, the answer in one look, substance, then the points."""

from __future__ import annotations

from planctl.diff import Change
from planctl.models import Evidence
from planctl.render import diff_phrases as say
from planctl.render.diff_phrases import Shown
from planctl.render.diff_reasons import rests_on
from planctl.render.diff_substance import substance, throughout
from planctl.render.lines import Line, Piece, cells, edge, fitted, line, plain, spread, wrap
from planctl.render.phrases import counted, date, parties
from planctl.render.plain import one_line
from planctl.render.terminal.diff_points import Look, point
from planctl.render.twins import apart

_EVIDENCE_STYLE = {Evidence.published: "", Evidence.reported: "", Evidence.inferred: "warn"}
_WIDEST_LABEL = 14


def diff(shown: Shown, width: int, *, side_by_side: bool = False, explain: bool = False) -> list[Line]:
    """The whole screen at ``width`` cells."""
    look = Look(width, side_by_side=side_by_side, explain=explain)
    rows = [*head(shown, width), *_substance(shown, width), *_points(shown, look)]
    return [*rows, *_legend(shown, width)]


def head(shown: Shown, width: int) -> list[Line]:
    """Names, banners, the summary: what every look at a comparison opens with."""
    rows = [*_title(shown, width), *_versions(shown, width), ()]
    for sentence in say.trust(shown):
        rows += wrap([plain(sentence, "warn")], width, "! ", "  ")
    rows += [()] if rows[-1] else []
    return [*rows, *_summary(shown, width), ()]


def _title(shown: Shown, width: int) -> list[Line]:
    names = (
        edge(one_line(shown.header.title), "strong"),
        Piece("   "),
        plain(f"{shown.old} -> {shown.new}", "strong"),
    )
    if sum(cells(piece.text) for piece in names) > width:
        return [*wrap(names, width, "", "  "), *spread((), (Piece(say.points(shown)),), width)]
    return spread(names, (Piece(say.points(shown)),), width)


def _versions(shown: Shown, width: int) -> list[Line]:
    """A table of both versions; where it is too wide, parties and date go to a line of their own."""
    cellsets = [
        (one_line(name), one_line(v.title), parties(v.tabled_by, shown.header), date(v.date))
        for name, v in shown.sides
    ]
    wide = [max(cells(row[k]) for row in cellsets) for k in range(4)]
    rows: list[Line] = []
    for name, title, by, day in cellsets:
        first = f"  {name}{_gap(name, wide[0])}  "
        if sum(wide) + 8 <= width:
            rows.append(line(f"{first}{title}{_gap(title, wide[1])}  {by}{_gap(by, wide[2])}  {day}"))
        else:
            rows += wrap([Piece(title)], width, first, " " * cells(first))
            rows += wrap([Piece(f"{by}, {day}", "dim")], width, " " * cells(first))
    return rows


def _gap(text: str, width: int) -> str:
    return " " * max(0, width - cells(text))


def _summary(shown: Shown, width: int) -> list[Line]:
    rows = _packed(say.counts(shown), width, "  ", "   ")
    remarks = (say.outside_points(shown), say.survival(shown))
    return [*rows, *(row for remark in remarks if remark for row in wrap([Piece(remark)], width, "  "))]


def _packed(entries: list[str], width: int, indent: str, gap: str) -> list[Line]:
    """Entries in a row, broken only between them."""
    rows: list[str] = []
    for entry in entries:
        if rows and cells(rows[-1]) + len(gap) + cells(entry) <= width:
            rows[-1] += gap + entry
        else:
            rows.append(indent + entry)
    return [part for row in rows for part in fitted(line(row), width)]


def _substance(shown: Shown, width: int) -> list[Line]:
    twins = apart(shown.comparison.old, shown.comparison.new)
    effective = [change for change in shown.changes if substance(shown, change, twins)]
    labels = [say.labels(shown.comparison, change) for change in effective]
    everywhere = throughout(shown)
    wide = min(_WIDEST_LABEL, max(map(cells, (*labels, *(label for label, _ in everywhere))), default=0))
    rows = [row for label, text in everywhere for row in _row(label, wide, text, Piece(""), width)]
    for change, label in zip(effective, labels, strict=True):
        basis = _basis(shown, change)
        rows += _row(
            label, wide, substance(shown, change, twins, width - wide - cells(basis.text) - 6), basis, width
        )
    return [line(Piece("SUBSTANCE", "strong")), *(rows or fitted(line("  no words changed"), width)), ()]


def _basis(shown: Shown, change: Change) -> Piece:
    return Piece(rests_on(shown, change), _EVIDENCE_STYLE[change.evidence])


def _row(label: str, room: int, text: str, basis: Piece, width: int) -> list[Line]:
    """Label, words, and at the right edge of the last line what they rest on."""
    indent = " " * (room + 4)
    if cells(label) > room:
        rows = [*fitted(line(f"  {label}"), width), *wrap([Piece(text)], width, indent)]
    else:
        rows = wrap([Piece(text)], width, f"  {label}{_gap(label, room)}  ", indent)
    return [*rows[:-1], *spread(rows[-1], (basis,), width)]


def _points(shown: Shown, look: Look) -> list[Line]:
    detailed = [change for change in shown.changes if not say.is_brief(change)]
    brief = [change for change in shown.changes if say.is_brief(change)]
    rows: list[Line] = []
    if detailed:
        rows.append(line(Piece("POINTS", "strong")))
        for change in detailed:
            rows += [*point(shown, change, look), ()]
    if brief:
        rows += [line(Piece("UNCHANGED", "strong")), *_unchanged(shown, brief, look.width), ()]
    if not rows:
        rows = [*fitted(line("No point matches these filters."), look.width), ()]
    return rows


def _unchanged(shown: Shown, changes: list[Change], width: int) -> list[Line]:
    entries = []
    for change in changes:
        remark = " (format only)" if change.format_only else ""
        entries.append(say.labels(shown.comparison, change) + remark)
    return _packed(
        [f"{entry}{',' if k < len(entries) - 1 else ''}" for k, entry in enumerate(entries)], width, "  ", " "
    )


def _legend(shown: Shown, width: int) -> list[Line]:
    notes = say.legend(shown)
    if any(not say.is_brief(change) for change in shown.changes):
        notes.insert(0, say.MARKED.format(old=shown.old, new=shown.new))
    if shown.is_partial:
        total = len(shown.comparison.changes)
        notes.append(f"Showing {len(shown.changes)} of {counted(total, 'change')}; the summary covers all.")
    return [row for note in notes for row in wrap([plain(note, "dim")], width, "", "  ")]
