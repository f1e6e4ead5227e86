"""Tables in columns as wide as there is room for, or one cell below the other where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from planctl.page import Bar, Cell, Column, Inline, Lines, Style, Table, bare
from planctl.plain import one_line
from planctl.writers.lines import Line, StyledText, cells, fitted, line, pad, plain, spread, width_of, wrap
from planctl.writers.terminal.bars import Bars
from planctl.writers.terminal.words import pieces

_LONGEST_LABEL = 14
_NARROWEST = 10
"""Cells of a column of words; where one would be narrower, cells stand below each other."""
_LONGEST_WORD = 20
"""Cells of a word that is kept whole."""
_COLUMN_GAP = "  "
_ROW = ("label", "text", "margin")


def table(block: Table, width: int, indent: str) -> list[Line]:
    """The table as it reads best at this width."""
    if tuple(column.kind for column in block.columns) == _ROW:
        return _margined(block, width, indent[:2])
    return [row for group in _Columns(block, width, indent[:2]).drawn() for row in group]


def _margined(block: Table, width: int, indent: str) -> list[Line]:
    """Label, words, and at the right edge of the last line what they rest on."""
    labels = [one_line(_text(row[0])) for row in block.rows]
    room = min(_LONGEST_LABEL, max(map(cells, labels), default=0))
    inner = indent + " " * room + _COLUMN_GAP
    rows = [] if block.plain else _titles(block, width, room, indent)
    for label, (_, words, margin) in zip(labels, block.rows, strict=True):
        end = _pieces(margin)
        text = _pieces(words, width - len(inner) - width_of(end) - len(_COLUMN_GAP))
        if cells(label) > room:
            rows += fitted(line(f"{indent}{label}"), width)
            body = wrap(text, width, inner)
        else:
            body = wrap(text, width, f"{indent}{label}{' ' * (room - cells(label))}{_COLUMN_GAP}", inner)
        rows += [*body[:-1], *spread(body[-1], end, width)]
    return rows


def _titles(block: Table, width: int, room: int, indent: str) -> list[Line]:
    label, words, margin = (plain(column.title, "dim") for column in block.columns)
    return spread([StyledText(indent), *pad([label], room), StyledText(_COLUMN_GAP), words], [margin], width)


def _pieces(cell: Cell, room: int = 0) -> list[StyledText]:
    return [] if isinstance(cell, Bar | Lines) else pieces(cell, room)


def _text(cell: Cell) -> str:
    return "" if isinstance(cell, Bar | Lines) else bare(cell)


def _words(cell: Cell) -> list[str]:
    rows = cell.rows if isinstance(cell, Lines) else () if isinstance(cell, Bar) else (cell,)
    return [word for words in rows for word in one_line(bare(words)).split()]


class _Columns:
    """A table whose columns are as wide as what is in them, the widest narrowed until all fit."""

    def __init__(self, block: Table, width: int, indent: str) -> None:
        self._block, self._width, self._indent = block, width, indent
        self._addressed = block.columns[-1].kind == "address"
        self._columns = block.columns[:-1] if self._addressed else block.columns
        self._rows = [row[: len(self._columns)] for row in block.rows]
        self._bars = Bars([cell for row in self._rows for cell in row if isinstance(cell, Bar)])
        self._widths = self._fitting()

    def drawn(self) -> list[list[Line]]:
        """Each row as lines, the titles first."""
        titles = [[line(plain(column.title, "dim"))] for column in self._columns]
        groups = [] if self._block.plain else [self._beside(titles) if self._widths else self._above()]
        for row, whole in zip(self._rows, self._block.rows, strict=True):
            groups.append(self._row(row) if self._widths else self._below(row))
            address = _text(whole[-1]) if self._addressed else ""
            if address:
                groups.append(
                    [(StyledText(f"{self._indent}{_COLUMN_GAP}"), plain(address))]
                )  # whole, to be copied
        return groups

    def _fitting(self) -> list[int]:
        """Widths of the columns; none where some would be too narrow to read."""
        widths = [self._natural(k) for k in range(len(self._columns))]
        least = [self._least(k, wide) for k, wide in enumerate(widths)]
        shown = sum(1 for wide in widths if wide)
        over = sum(widths) - (self._width - len(self._indent) - len(_COLUMN_GAP) * max(0, shown - 1))
        while over > 0:
            wide = max(range(len(widths)), key=lambda k: widths[k] - least[k] and widths[k])
            narrower = [w for k, w in enumerate(widths) if k != wide and w < widths[wide]]
            target = max([least[wide], widths[wide] - over, min(max(narrower, default=0), widths[wide] - 1)])
            if target >= widths[wide]:
                return []
            over -= widths[wide] - target
            widths[wide] = target
        return widths

    def _natural(self, k: int) -> int:
        """What the widest cell of a column takes; a column without any text is left out."""
        widest = max((self._size(row[k]) for row in self._rows), default=0)
        title = 0 if self._block.plain else cells(self._columns[k].title)
        widest = max(widest, title) if widest or title else 0
        if self._columns[k].kind != "label":
            return widest
        longest = max((cells(word) for row in self._rows for word in _words(row[k])), default=0)
        return min(widest, max(_LONGEST_LABEL, longest))  # an id is to be copied: none is broken in two

    def _size(self, cell: Cell) -> int:
        if isinstance(cell, Bar):
            return self._bars.widest
        rows, hanging = (cell.rows, 1) if isinstance(cell, Lines) else ((cell,), 0)
        return max((cells(one_line(bare(words))) + hanging for words in rows), default=0)

    def _longest_word(self, cell: Cell) -> int:
        return max((cells(word) + 1 for word in _words(cell)), default=0)

    def _least(self, k: int, natural: int) -> int:
        if any(isinstance(row[k], Bar) for row in self._rows):
            return min(natural, max(self._bars.narrowest, cells(self._columns[k].title)))
        if self._columns[k].kind in {"figure", "label"}:
            return natural
        if self._columns[k].kind == "margin":
            return min(natural, _LONGEST_WORD)
        longest = max((self._longest_word(row[k]) for row in self._rows), default=0)
        return min(natural, max(_NARROWEST, min(longest, _LONGEST_WORD)))

    def _row(self, row: Sequence[Cell]) -> list[Line]:
        return self._beside(
            [
                self._cell(cell, column, width)
                for cell, column, width in zip(row, self._columns, self._widths, strict=True)
            ]
        )

    def _cell(self, cell: Cell, column: Column, width: int) -> list[Line]:
        if isinstance(cell, Bar):
            return [self._bars.draw(cell, width)]
        style: Style = "strong" if column.kind == "label" else ""
        rows: tuple[Inline, ...] = cell.rows if isinstance(cell, Lines) else (cell,)
        hanging, room = " " if isinstance(cell, Lines) else "", max(1, width)
        lines = [line for words in rows for line in wrap(pieces(words, room, style), room, "", hanging)]
        if column.kind in {"figure", "margin"}:
            return [(StyledText(" " * max(0, width - width_of(row))), *row) for row in lines]
        return lines

    def _beside(self, blocks: Sequence[Sequence[Line]]) -> list[Line]:
        kept = [(block, width) for block, width in zip(blocks, self._widths, strict=True) if width]
        rows: list[Line] = []
        for parts in zip_longest(*(block for block, _ in kept), fillvalue=()):
            row: list[StyledText] = [StyledText(self._indent)]
            for part, (_, width) in zip(parts[:-1], kept, strict=False):
                row += [*pad(part, width), StyledText(_COLUMN_GAP)]
            rows.append((*row, *parts[-1]))
        return rows

    def _above(self) -> list[Line]:
        """The titles of the two columns whose cells stand without them."""
        return wrap(
            [plain(", ".join(column.title for column in self._columns[:2]), "dim")], self._width, self._indent
        )

    def _below(self, row: Sequence[Cell]) -> list[Line]:
        """The first cell beside the second, the others below them with their titles."""
        label, *cells_ = row
        start = f"{self._indent}{one_line(_text(label))}{_COLUMN_GAP}" if _text(label) else self._indent
        inner = " " * min(cells(start), self._width // 4)
        rows: list[Line] = []
        if cells(start) > self._width // 2:
            rows = wrap([plain(_text(label))], self._width, self._indent)
        for cell, column in zip(cells_, self._columns[1:], strict=True):
            text = self._whole(cell)
            if text:
                title = "" if self._block.plain or column is self._columns[1] else f"{column.title} "
                rows += wrap([StyledText(title, "dim"), *text], self._width, inner if rows else start, inner)
        return rows or wrap([plain(_text(label))], self._width, self._indent)

    def _whole(self, cell: Cell) -> list[StyledText]:
        if isinstance(cell, Bar):
            return [piece for piece in self._bars.draw(cell, self._bars.narrowest) if piece.text.strip()]
        rows = cell.rows if isinstance(cell, Lines) else (cell,)
        row: list[StyledText] = []
        for words in rows:
            row += [StyledText("; "), *pieces(words)] if row and bare(words) else pieces(words)
        return row
