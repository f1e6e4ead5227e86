"""Redlines with marks that need no colour, in one column or in two."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.page import PairedRedlines, RedlineBlock, Redlines, Strand, one_side, tidy
from planctl.plain import one_line
from planctl.redline import Segment
from planctl.writers.lines import Line, StyledText, beside, cells, passage, plain, wrap

_MARK_OPENS = {"delete": "[-", "insert": "{+"}
_MARK_CLOSES = {"delete": "-]", "insert": "+}"}
_LOOK_ALIKES = ("[-", "-]", "{+", "+}")
_WIDEST_LABEL, _WIDE_ENOUGH = 16, 60
_NARROWEST_COLUMN = 24


def redlines(block: Redlines, width: int, indent: str) -> list[Line]:
    """One below the other, each beside its label, or below it where that is long or the space narrow."""
    labels = [cells(one_line(row.label)) for row in block.rows if row.label]
    room = max((wide for wide in labels if wide <= _WIDEST_LABEL), default=0)
    rows = [line for row in block.rows for line in _redline(row, room, width, indent)]
    return [*rows, *_warning(block.rows, width, indent)]


def _redline(row: RedlineBlock, room: int, width: int, indent: str) -> list[Line]:
    label = one_line(row.label)
    if not label and not row.remark:
        return _strands(row.strands, width, indent)
    if (
        row.remark
        or cells(label) > room
        or width < _WIDE_ENOUGH
        or len(row.strands) != 1
        or row.strands[0].label
    ):
        return [*_head(row, width, indent), *_strands(row.strands, width, indent + "  ")]
    start = f"{indent}{label}{' ' * (room - cells(label) + 2)}"
    return wrap(marked(tidy(row.strands[0].segments)), width, start, indent + " " * (room + 2))


def _head(row: RedlineBlock, width: int, indent: str) -> list[Line]:
    remark = [plain(f" {row.remark}", "dim")] if row.remark else []
    return wrap([plain(row.label), *remark], width, indent)


def _strands(strands: Sequence[Strand], width: int, indent: str) -> list[Line]:
    return [
        line
        for strand in strands
        for line in wrap([*_named(strand), *marked(tidy(strand.segments))], width, indent)
    ]


def _named(strand: Strand) -> list[StyledText]:
    return [plain(f"{strand.label}: ", "dim")] if strand.label else []


def in_columns(block: PairedRedlines, width: int, indent: str) -> list[Line]:
    """In two columns under the versions' names; in one where two would be too narrow to read."""
    column = (width - len(indent) - 3) // 2
    if column < _NARROWEST_COLUMN:
        return redlines(Redlines(block.rows), width, indent)
    rows: list[Line] = []
    if any(row.paired and row.strands for row in block.rows):
        heads = [wrap([plain(name, "dim")], column) for name in block.names]
        rows += [(StyledText(indent), *row) for row in beside(heads[0], heads[1], column)]
    for row in block.rows:
        rows += _head(row, width, indent) if row.label or row.remark else []
        deeper = indent + ("  " if row.label or row.remark else "")
        for strand in row.strands:
            rows += _paired(strand, column, indent) if row.paired else _strands([strand], width, deeper)
    return [*rows, *_warning(block.rows, width, indent)]


def _paired(strand: Strand, column: int, indent: str) -> list[Line]:
    old = wrap(marked(one_side(strand.segments, "insert")), column)
    new = wrap([*_named(strand), *marked(one_side(strand.segments, "delete"))], column)
    return [(StyledText(indent), *row) for row in beside(old, new, column)]


def marked(segments: Sequence[Segment]) -> list[StyledText]:
    """Segments as pieces, changes between their marks."""
    pieces = []
    for segment in segments:
        if segment.kind == "keep":
            pieces.append(passage(segment.text))
        else:
            text = f"{_MARK_OPENS[segment.kind]}{segment.text}{_MARK_CLOSES[segment.kind]}"
            pieces.append(passage(text, segment.kind))
    return pieces


def _warning(rows: Sequence[RedlineBlock], width: int, indent: str) -> list[Line]:
    texts = ("".join(s.text for s in strand.segments) for row in rows for strand in row.strands)
    if not any(mark in text for text in texts for mark in _LOOK_ALIKES):
        return []
    words = "the text itself contains marks like [- -] or {+ +}; --format json tells them apart"
    return wrap([StyledText(words, "warn")], width, indent)
