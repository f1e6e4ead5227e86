"""Lines made of styled pieces: wrapping, padding and columns, in terminal cells.

A style is a word (``insert``, ``delete``, ``dim``, ``strong``, ``warn``); ``console`` alone knows its colour.
Text out of a file enters by ``plain``, a text of several lines by ``passage`` and ``wrap``, and is inert from
then on. ``finished`` looks at every line once more before it leaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.plain import flat, powerless, safe, safe_again

_UNBROKEN = re.compile(r"\n|\S+")
_BLANKS = re.compile(r"[^\S\n]+")


_ORDER = "::"
"""What begins a workflow command of GitHub, after any blanks."""
_OUR_MARKS = ("!", "*", "|", "/", "\\", "#", ">", "-", "+", "planctl:")
"""What begins a line of ours or of git's: a banner, lanes of the version graph, a diff's signs, a message."""
_FIRST_OF_UNEVEN_WIDTH = "\u0300"
"""Below it every sign that ``safe`` lets through takes one cell; from it on accents take none."""


class StyledText(NamedTuple):
    """A stretch of one style. Its text is safe and, within a line, holds no line feed."""

    text: str
    style: str = ""


Line = tuple[StyledText, ...]


def plain(text: str, style: str = "") -> StyledText:
    """A piece from any text, made safe; a line feed in it becomes a blank."""
    return StyledText(powerless(flat(text)), style)


def passage(text: str, style: str = "") -> StyledText:
    """A piece from a text whose line feeds are to be seen: for ``wrap``, which begins lines there."""
    return StyledText(powerless(safe(text)), style)


def edge(text: str, style: str = "") -> StyledText:
    """``plain`` text for the left edge: with a backslash where it would pass for a mark of ours."""
    return plain(f"\\{text}" if text.lstrip().startswith(_OUR_MARKS) else text, style)


def line(*parts: str | StyledText) -> Line:
    """A line of our own words (``str``) and of pieces."""
    return tuple(part if isinstance(part, StyledText) else StyledText(part) for part in parts)


def text_of(lines: Iterable[Line]) -> str:
    """The lines without styles, each ended by a line feed; no line ends in blanks."""
    return "".join("".join(piece.text for piece in finished(row)).rstrip() + "\n" for row in lines)


def finished(row: Line) -> Line:
    """The line as it may leave: one line, whoever made its pieces, and nobody's order to a log's reader."""
    text = "".join(piece.text for piece in row)
    if (again := safe_again(text)) != text:
        row, text = tuple(StyledText(safe_again(piece.text), piece.style) for piece in row), again
    if (again := powerless(text)) != text:  # the order was put together from two pieces
        row, text = (StyledText(again),), again
    return _disarmed(row) if text.lstrip().startswith(_ORDER) else row


def _disarmed(row: Line) -> Line:
    """A backslash in the place of the last blank before the text, or before all of it."""
    text = "".join(piece.text for piece in row)
    indent = len(text) - len(text.lstrip())
    rest = next(_sliced(row, [(indent, len(text))]))
    return (StyledText(" " * (indent - 1) + "\\"), *rest)


def cells(text: str) -> int:
    """How many columns a terminal needs for a text without line feeds."""
    if text.isascii() or max(text) < _FIRST_OF_UNEVEN_WIDTH:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def width_of(row: Sequence[StyledText]) -> int:
    """How many columns a line takes."""
    return sum(cells(piece.text) for piece in row)


def wrap(
    pieces: Iterable[StyledText], width: int, indent: str = "", hanging: str | None = None
) -> list[Line]:
    """Pieces filled into lines of at most ``width`` cells, broken between words and at line feeds.

    ``indent`` opens the first line, ``hanging`` (or ``indent`` again) the others. A word that is wider than
    a line is cut. White space where a line breaks is dropped, other stretches of it become one blank.
    """
    later = indent if hanging is None else hanging
    room = max(1, width - max(cells(indent), cells(later)))
    narrowed = [StyledText(_narrowed(piece.text), piece.style) for piece in pieces]
    spans = _filled("".join(piece.text for piece in narrowed), room)
    rows = _sliced(narrowed, spans)
    return [_opened(row, indent if k == 0 else later) for k, row in enumerate(rows)]


def _opened(row: list[StyledText], indent: str) -> Line:
    return (StyledText(indent), *row) if indent else tuple(row)


def _narrowed(text: str) -> str:
    return text if text.isascii() and "  " not in text else _BLANKS.sub(" ", text)


_Span = tuple[int, int]


def _filled(text: str, room: int) -> list[_Span]:
    """Where each line begins and ends in the text; an empty span is an empty line."""
    sized: Callable[[str], int] = len if text.isascii() else cells
    spans: list[_Span] = []
    start = end = -1  # of the line being filled; start is -1 when it holds nothing
    for match in _UNBROKEN.finditer(text):
        first, last = match.span()
        if text[first] == "\n":
            spans.append((start, end) if start >= 0 else (first, first))
            start = -1
        elif start >= 0 and sized(text[start:last]) <= room:
            end = last
        else:
            if start >= 0:
                spans.append((start, end))
            *whole, (start, end) = _cut(text, first, last, room, sized)
            spans += whole
    if start >= 0:
        spans.append((start, end))
    elif not spans or text.endswith("\n"):
        spans.append((0, 0))
    return spans


def _cut(text: str, first: int, last: int, room: int, sized: Callable[[str], int]) -> list[_Span]:
    """A word as one span; one that is wider than a line as several."""
    if sized is len:
        return [(at, min(at + room, last)) for at in range(first, last, room)]
    if sized(text[first:last]) <= room:
        return [(first, last)]
    pieces = []
    begin, used = first, 0
    for at in range(first, last):
        wide = sized(text[at])
        if at > begin and used + wide > room:
            pieces.append((begin, at))
            begin, used = at, 0
        used += wide
    return [*pieces, (begin, last)]


def _sliced(pieces: Sequence[StyledText], spans: Iterable[_Span]) -> Iterator[list[StyledText]]:
    """The pieces of each span of their joined texts."""
    at = number = 0  # where the piece of that number begins
    for begin, end in spans:
        row: list[StyledText] = []
        start = begin
        while start < end:
            text, style = pieces[number]
            if at + len(text) <= start:
                at, number = at + len(text), number + 1
                continue
            row.append(StyledText(text[start - at : end - at], style))
            start += len(row[-1].text)
        yield row


def spread(start: Sequence[StyledText], end: Sequence[StyledText], width: int) -> list[Line]:
    """One line with ``end`` at the right edge; more lines when they do not fit beside each other."""
    gap = width - width_of(start) - width_of(end)
    if not end:
        return fitted(start, width)
    if gap >= 2:  # noqa: PLR2004 - two blanks keep the columns apart
        return [(*start, StyledText(" " * gap), *end)]
    *first, last = fitted(end, width)
    return [*fitted(start, width), *first, (StyledText(" " * max(0, width - width_of(last))), *last)]


def fitted(row: Sequence[StyledText], width: int) -> list[Line]:
    """The line as it is, or wrapped with its own indent where it is too wide."""
    if width_of(row) <= width:
        return [tuple(row)]
    text = "".join(piece.text for piece in row)
    indent = " " * min(len(text) - len(text.lstrip(" ")), width // 2)
    return wrap(row, width, indent, indent + "  ")


def pad(row: Sequence[StyledText], width: int) -> Line:
    """The line filled with blanks to ``width`` cells."""
    return (*row, StyledText(" " * max(0, width - width_of(row))))


def beside(left: Sequence[Line], right: Sequence[Line], width: int, rule: str = " | ") -> list[Line]:
    """Two blocks beside each other, the first padded to ``width`` cells."""
    height = max(len(left), len(right))
    empty: Line = ()
    return [
        (
            *pad(left[k] if k < len(left) else empty, width),
            StyledText(rule, "dim"),
            *(right[k] if k < len(right) else empty),
        )
        for k in range(height)
    ]
