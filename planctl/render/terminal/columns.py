"""Columns of wrapped text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from planctl.render.lines import Line, Piece, pad, plain, wrap


def columns(cells: Sequence[Sequence[Piece | str]], widths: Sequence[int], indent: str = "  ") -> list[Line]:
    """One row of a table: each cell wrapped to its width, two blanks between them.

    A cell is a sequence of pieces, or of texts of which each begins a line. A column of no width is left out.
    """
    blocks = [_block(cell, width) for cell, width in zip(cells, widths, strict=True) if width]
    widths = [width for width in widths if width]
    rows: list[Line] = []
    for parts in zip_longest(*blocks, fillvalue=()):
        row: list[Piece] = [Piece(indent)]
        for part, width in zip(parts[:-1], widths, strict=False):
            row += [*pad(part, width), Piece("  ")]
        rows.append((*row, *parts[-1]))
    return rows


def _block(cell: Sequence[Piece | str], width: int) -> list[Line]:
    pieces = [piece for piece in cell if isinstance(piece, Piece)]
    rows = wrap(pieces, width) if pieces else []
    for text in cell:
        if isinstance(text, str):
            rows += wrap([plain(text)], width, "", " ")
    return rows
