"""A PDF -> its lines with their places on the page. Nothing but this module knows the PDF library."""

from __future__ import annotations

import ctypes
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from planctl.errors import MissingExtra, PlanctlError

if TYPE_CHECKING:
    import pypdfium2

PAGE_LIMIT = 3000
"""Pages of the longest document."""
CHARACTER_LIMIT = 10_000_000
"""Characters of the longest document."""


_TIGHT, _APART = 0.04, 0.15
"""Gaps in sizes of the print: what neighbours in a word do not exceed, and what divides two words."""


@dataclass(slots=True)
class PdfLine:
    """One line. Places are in points; ``top`` and ``bottom`` count from the top of the page downwards."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float = 0.0
    """Height of its font, which is the same for all its signs."""

    @property
    def height(self) -> float:
        """Height of its signs."""
        return self.bottom - self.top


def read(data: bytes, name: str) -> list[PdfLine]:
    """The lines of a PDF in reading order.

    Raises PlanctlError for one that is damaged, locked, without a text layer or too long; MissingExtra when
    pypdfium2 is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtra(f"{name}: to read PDF, pip install 'peace-planctl[pdf]'") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, str(error)) from None
    with document:
        if len(document) > PAGE_LIMIT:
            raise PlanctlError(f"{name} has more than {PAGE_LIMIT:,} pages and was not read", "Divide it.")
        try:
            lines = list(_lines(document, name))
        except pypdfium2.PdfiumError as error:
            raise _refused(name, str(error)) from None
        if not lines:
            raise PlanctlError(
                f"{name} has no text layer: every page is a picture, as a scanner makes them",
                "Run ocrmypdf on it, check the text, and give that file.",
            )
    return lines


def _refused(name: str, why: str) -> PlanctlError:
    if "password" in why.lower():
        return PlanctlError(f"{name} is encrypted with a password", "Save it without a password.")
    return PlanctlError(f"{name} is no PDF, or it is damaged or truncated", "Get the file again.")


def _lines(document: pypdfium2.PdfDocument, name: str) -> Iterator[PdfLine]:
    count = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        count += text_page.count_chars()
        if count > CHARACTER_LIMIT:
            raise PlanctlError(
                f"{name} has more than {CHARACTER_LIMIT:,} characters and was not read", "Divide it."
            )
        yield from _in_place(list(_joined(_page_lines(text_page, number, page.get_height()))))
        text_page.close()
        page.close()


def _in_place(lines: list[PdfLine]) -> list[PdfLine]:
    """The lines of a page; those at its foot that the file has before all others stand last.

    Many programs write headers and footers of a page before its text, or its header after it.
    """
    lowest = list(accumulate((line.bottom for line in reversed(lines)), max))[::-1]
    highest = list(accumulate((line.top for line in lines), min))
    for place in range(1, len(lines)):
        if highest[place - 1] >= lowest[place]:
            return _lifted(lines[place:] + lines[:place])
    return _lifted(lines)


def _lifted(lines: list[PdfLine]) -> list[PdfLine]:
    """The lines of a page; those that the file has after the text but that stand above it, before it.

    A title that was drawn last is the case. A column that begins again at the top is no case: its lines stand
    beside the others, not above them.
    """
    place = 1
    while place < len(lines):
        end = _run_above(lines, place)
        bottom = max((line.bottom for line in lines[place:end]), default=0.0)
        start = next((k for k, line in enumerate(lines[:place]) if line.top >= bottom), place)
        below = lines[start:place]
        if end > place and all(line.top >= bottom for line in below) and _above(lines[place], below):
            lines = [*lines[:start], *lines[place:end], *below, *lines[end:]]
        place = max(end, place + 1)
    return lines


def _run_above(lines: Sequence[PdfLine], place: int) -> int:
    """Where the lines end that follow each other from ``place`` on, all above the line before them."""
    end, floor, roof = place, lines[place - 1].top, 0.0
    while end < len(lines) and roof <= lines[end].top and lines[end].bottom <= floor:
        roof, end = lines[end].bottom, end + 1
    return end


def _above(line: PdfLine, others: Sequence[PdfLine]) -> bool:
    """Whether a line stands above most of the others, not beside them in a column of its own."""
    return sum(min(line.right, each.right) > max(line.left, each.left) for each in others) * 2 > len(others)


def _page_lines(text_page: pypdfium2.PdfTextPage, number: int, height: float) -> Iterator[PdfLine]:
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    boxes: list[tuple[float, float, float, float]] = []
    sizes: list[float] = []
    loose = raw.FS_RECTF()
    signs: list[str] = []
    spans: list[tuple[float, float] | None] = []

    def line() -> Iterator[PdfLine]:
        text = "".join(_spaced(signs, spans, sizes)).strip(" \u00a0\t")
        if text and boxes:
            yield PdfLine(
                text,
                number,
                min(box[0] for box in boxes),
                max(box[1] for box in boxes),
                height - statistics.median(box[3] for box in boxes),
                height - statistics.median(box[2] for box in boxes),
                statistics.median(sizes),
            )
        boxes.clear()
        sizes.clear()
        signs.clear()
        spans.clear()

    for place in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, place)
        if code in {10, 13}:
            yield from line()
            continue
        sign = _sign(code)
        signs.append(sign)
        spans.append(None)
        if not sign.isspace():
            raw.FPDFText_GetCharBox(text_page, place, left, right, bottom, top)
            if right.value > left.value:
                boxes.append((left.value, right.value, bottom.value, top.value))
                raw.FPDFText_GetLooseCharBox(text_page, place, loose)
                sizes.append(loose.top - loose.bottom)
                spans[-1] = loose.left, loose.right
    yield from line()


def _spaced(
    signs: Sequence[str], spans: Sequence[tuple[float, float] | None], sizes: Sequence[float]
) -> Iterator[str]:
    """The signs of a line with a blank where two words stand apart and the file has none between them.

    The gap is as wide as a narrow blank, and the other signs of the line have none: spaced letters stay
    one word.
    """
    gaps = [after[0] - before[1] if before and after else 0.0 for before, after in pairwise(spans)]
    known = [gap for gap, (before, after) in zip(gaps, pairwise(spans), strict=True) if before and after]
    size = statistics.median(sizes) if sizes else 0.0
    is_even = bool(known) and statistics.median(known) < _TIGHT * size
    for place, sign in enumerate(signs):
        if place and is_even and gaps[place - 1] > _APART * size:
            yield " "
        yield sign


def _sign(code: int) -> str:
    if code in {0x02, 0xFFFE}:
        return "\ufffe"
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:  # noqa: PLR2004 - no character
        return " " if code == 9 else ""  # noqa: PLR2004 - a tab
    return chr(code)


def _joined(lines: Iterator[PdfLine]) -> Iterator[PdfLine]:
    """Pieces that stand in one line, such as a number and the heading beside it, as one."""
    before: PdfLine | None = None
    for line in lines:
        if before is not None and _beside(before, line):
            text = f"{before.text} {line.text}"
            before = PdfLine(
                text,
                line.page,
                before.left,
                line.right,
                min(before.top, line.top),
                max(before.bottom, line.bottom),
                max(before.size, line.size),
            )
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _beside(before: PdfLine, line: PdfLine) -> bool:
    overlap = min(before.bottom, line.bottom) - max(before.top, line.top)
    return overlap > 0.5 * min(before.height, line.height) and line.left >= before.right - 1
