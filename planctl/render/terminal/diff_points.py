"""One change in full: what became of its provisions, word by word, in one column or in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.diff import Change, Comparison, Kind, Part
from planctl.redline import Segment
from planctl.render import diff_phrases as say
from planctl.render.diff_phrases import Shown
from planctl.render.diff_reasons import absences, asides, bases, reasons, rests_on
from planctl.render.lines import Line, Piece, beside, cells, passage, plain, spread, wrap
from planctl.render.plain import one_line

_OPEN = {"delete": "[-", "insert": "{+"}
_CLOSE = {"delete": "-]", "insert": "+}"}
_LOOK_ALIKES = ("[-", "-]", "{+", "+}")
_WIDEST_LABEL, _WIDE_ENOUGH = 16, 60
_BASIS = 11  # cells for what a point rests on: published, reported, inferred in one column
_NARROWEST_COLUMN = 24


class Look(NamedTuple):
    """How somebody wants to see the points."""

    width: int
    side_by_side: bool = False
    explain: bool = False

    @property
    def column(self) -> int:
        """Cells of one of two columns, 0 when they would be too narrow to read."""
        column = (self.width - 4 - 3) // 2
        return column if self.side_by_side and column >= _NARROWEST_COLUMN else 0


def point(shown: Shown, change: Change, look: Look) -> list[Line]:
    """Heading line, provisions, remarks."""
    rows = _heading(shown, change, look)
    rows += _retitled(change, look)
    rows += _parts(shown.comparison, change, look)
    return [*rows, *_remarks(shown, change, look)]


def _heading(shown: Shown, change: Change, look: Look) -> list[Line]:
    comparison = shown.comparison
    start: Line = (
        Piece("  "),
        Piece(say.labels(comparison, change), "strong"),
        Piece("  "),
        Piece(say.kinds(change)),
    )
    title = _title(comparison, change)
    basis = rests_on(shown, change)
    end = (Piece(say.likeness(change), "dim"), Piece(f"{basis:>{max(_BASIS, len(basis) + 2)}}"))
    if title and sum(cells(p.text) for p in (*start, *end)) + cells(title) + 6 <= look.width:
        start = (*start, Piece(f"  ({title})", "dim"))
    return spread(start, end, look.width)


def _title(comparison: Comparison, change: Change) -> str:
    """The heading of the point, where both sides have one point with one heading or only one side has any."""
    headings = {comparison.old.points[k].heading for k in change.old} | {
        comparison.new.points[k].heading for k in change.new
    }
    return one_line(headings.pop()) if len(headings) == 1 else ""


def _retitled(change: Change, look: Look) -> list[Line]:
    if not change.heading:
        return []
    old, new = change.heading
    pieces = [Piece("heading: ", "dim")]
    pieces += [*marked([Segment("delete", old)]), Piece(" ")] if old else []
    pieces += marked([Segment("insert", new)]) if new else []
    return wrap(pieces, look.width, "    ")


def _parts(comparison: Comparison, change: Change, look: Look) -> list[Line]:
    if len(change.parts) == 1:
        return _words(comparison, change.parts[0], "    ", look)
    rows: list[Line] = []
    labels = [say.part_labels(comparison, part) for part in change.parts]
    detailed = [
        k
        for k, part in enumerate(change.parts)
        if part.kind is not Kind.unchanged or say.part_remark(change, k)
    ]
    room = max((cells(labels[k]) for k in detailed if cells(labels[k]) <= _WIDEST_LABEL), default=0)
    for number in detailed:
        rows += _part(comparison, change, number, room, look)
    rest = set(range(len(labels))).difference(detailed)
    same = [labels[k] for k in sorted(rest)]
    if same:
        rows += wrap([Piece(f"unchanged: {', '.join(same)}", "dim")], look.width, "    ", "      ")
    return rows


def _part(comparison: Comparison, change: Change, number: int, room: int, look: Look) -> list[Line]:
    """A provision beside its label, or below it where the label is long or the space narrow."""
    part, remark = change.parts[number], say.part_remark(change, number)
    label = say.part_labels(comparison, part)
    words = _words(comparison, part, "      ", look) if part.kind is not Kind.unchanged else []
    indent = "    " + " " * (room + 2)
    if remark or cells(label) > room or look.column or look.width < _WIDE_ENOUGH:
        remarks = [Piece(f"  {remark}", "dim")] if remark else []
        return [*wrap([Piece(label), *remarks], look.width, "    "), *words]
    pieces = marked(say.tidy(part.redline.segments))
    return wrap(pieces, look.width, f"    {label}{' ' * (room - cells(label) + 2)}", indent)


def _words(comparison: Comparison, part: Part, indent: str, look: Look) -> list[Line]:
    return [
        row
        for label, segments in say.redlines(comparison, part)
        for row in _redlined(label, segments, indent, look, in_columns=bool(part.old and part.new))
    ]


def _redlined(
    label: str, segments: Sequence[Segment], indent: str, look: Look, *, in_columns: bool
) -> list[Line]:
    """A redline in one column or in two, a copy after its label."""
    if not any(segment.text for segment in segments):
        return []  # a heading alone
    start = [Piece(f"{label}: ", "dim")] if label else []
    if not look.column or not in_columns:
        return wrap([*start, *marked(say.tidy(segments))], look.width, indent)
    old = wrap(marked(say.one_side(segments, "insert")), look.column)
    new = wrap([*start, *marked(say.one_side(segments, "delete"))], look.column)
    return [(Piece(indent[:4]), *row) for row in beside(old, new, look.column)]


def marked(segments: Sequence[Segment]) -> list[Piece]:
    """Segments as pieces, changes between their marks."""
    pieces = []
    for segment in segments:
        if segment.kind == "keep":
            pieces.append(passage(segment.text))
        else:
            text = f"{_OPEN[segment.kind]}{segment.text}{_CLOSE[segment.kind]}"
            pieces.append(passage(text, segment.kind))
    return pieces


def _remarks(shown: Shown, change: Change, look: Look) -> list[Line]:
    """What the points rest on, what their notes say, and why they are linked where that is wanted."""
    remarks = absences(shown, change) + asides(shown, change) + bases(shown, change, everything=look.explain)
    remarks += reasons(shown, change) if look.explain else []
    rows = [row for text in remarks for row in wrap([plain(text, "dim")], look.width, "    ", "      ")]
    if any(mark in part.redline.old + part.redline.new for part in change.parts for mark in _LOOK_ALIKES):
        warning = "the text itself contains marks like [- -] or {+ +}; --format json tells them apart"
        rows += wrap([Piece(warning, "warn")], look.width, "    ")
    return rows
