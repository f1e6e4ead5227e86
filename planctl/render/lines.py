"""Lines made of styled pieces: wrapping, padding and columns, in terminal cells.

A style is a word (``insert``, ``delete``, ``dim``, ``strong``, ``warn``); ``console`` alone knows its colour.
Text out of a file enters by ``plain`` and is inert from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.render.plain import safe

_RUN = re.compile(r"\n|[^\S\n]+|\S+")


class Piece(NamedTuple):
    """A stretch of one style. Its text is safe and, within a line, holds no line feed."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def plain(text: str, style: str = "") -> Piece:
    """A piece from any text, made safe."""
    return Piece(safe(text), style)


def line(*parts: str | Piece) -> Line:
    """A line of our own words (``str``) and of pieces."""
    return tuple(part if isinstance(part, Piece) else Piece(part) for part in parts)


def text_of(lines: Iterable[Line]) -> str:
    """The lines without styles, each ended by a line feed; no line ends in blanks."""
    return "".join("".join(piece.text for piece in row).rstrip() + "\n" for row in lines)


def cells(text: str) -> int:
    """How many columns a terminal needs for a text without line feeds."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def width_of(row: Sequence[Piece]) -> int:
    """How many columns a line takes."""
    return sum(cells(piece.text) for piece in row)


def wrap(pieces: Iterable[Piece], width: int, indent: str = "", hanging: str | None = None) -> list[Line]:
    """Pieces filled into lines of at most ``width`` cells, broken between words and at line feeds.

    ``indent`` opens the first line, ``hanging`` (or ``indent`` again) the others. A word that is wider than
    a line is cut. White space where a line breaks is dropped.
    """
    later = indent if hanging is None else hanging
    room = max(1, width - max(cells(indent), cells(later)))
    rows = _filled(_words(pieces), room)
    return [_opened(row, indent if k == 0 else later) for k, row in enumerate(rows)]


def _opened(row: list[Piece], indent: str) -> Line:
    return (Piece(indent), *row) if indent else tuple(row)


_Word = list[Piece]


def _words(pieces: Iterable[Piece]) -> Iterator[_Word]:
    """Words of neighbouring pieces glued together, each stretch of blanks and each line feed on its own."""
    word: _Word = []
    for piece in pieces:
        for run in _RUN.findall(piece.text):
            if not run.isspace():
                word.append(Piece(run, piece.style))
                continue
            if word:
                yield word
                word = []
            yield [Piece(run, piece.style)]
    if word:
        yield word


def _filled(words: Iterable[_Word], room: int) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    used, gap = 0, Piece("")
    for word in words:
        first = word[0]
        if first.text == "\n":
            rows.append([])
            used, gap = 0, Piece("")
        elif first.text.isspace():
            gap = Piece(" ", first.style)
        else:
            for part, size in _cut(word, room):
                lead = cells(gap.text) if used else 0
                if used and used + lead + size > room:
                    rows.append([])
                    used = lead = 0
                if lead:
                    _add(rows[-1], gap)
                for piece in part:
                    _add(rows[-1], piece)
                used, gap = used + lead + size, Piece("")
    return rows


def _add(row: list[Piece], piece: Piece) -> None:
    if row and row[-1].style == piece.style:
        row[-1] = Piece(row[-1].text + piece.text, piece.style)
    else:
        row.append(piece)


def _cut(word: _Word, room: int) -> Iterator[tuple[_Word, int]]:
    """The word with its width; a word wider than a line in as many parts as it takes."""
    size = width_of(word)
    if size <= room:
        yield word, size
        return
    part: _Word = []
    used = 0
    for piece in word:
        for char in piece.text:
            wide = cells(char)
            if part and used + wide > room:
                yield part, used
                part, used = [], 0
            _add(part, Piece(char, piece.style))
            used += wide
    yield part, used


def spread(start: Sequence[Piece], end: Sequence[Piece], width: int) -> list[Line]:
    """One line with ``end`` at the right edge; two lines when they do not fit beside each other."""
    gap = width - width_of(start) - width_of(end)
    if not end:
        return [tuple(start)]
    if gap >= 2:  # noqa: PLR2004 - two blanks keep the columns apart
        return [(*start, Piece(" " * gap), *end)]
    return [tuple(start), (Piece(" " * max(0, width - width_of(end))), *end)]


def pad(row: Sequence[Piece], width: int) -> Line:
    """The line filled with blanks to ``width`` cells."""
    return (*row, Piece(" " * max(0, width - width_of(row))))


def beside(left: Sequence[Line], right: Sequence[Line], width: int, rule: str = " | ") -> list[Line]:
    """Two blocks beside each other, the first padded to ``width`` cells."""
    height = max(len(left), len(right))
    empty: Line = ()
    return [
        (
            *pad(left[k] if k < len(left) else empty, width),
            Piece(rule, "dim"),
            *(right[k] if k < len(right) else empty),
        )
        for k in range(height)
    ]
