"""A PDF -> its lines with their places on the page. Nothing but this module knows the PDF library."""

from __future__ import annotations

import ctypes
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planctl.errors import MissingExtra, PlanctlError

if TYPE_CHECKING:
    import pypdfium2

PAGE_LIMIT = 3000
"""Pages of the longest document."""
CHARACTER_LIMIT = 10_000_000
"""Characters of the longest document."""


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
        raise MissingExtra(
            "PDF is read with an optional library that is not installed", "pip install 'peace-planctl[pdf]'"
        ) from None
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
                f"{name} has no text layer: its {len(document)} pages are pictures, as a scanner makes them",
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
        yield from _joined(_page_lines(text_page, number, page.get_height()))
        text_page.close()
        page.close()


def _page_lines(text_page: pypdfium2.PdfTextPage, number: int, height: float) -> Iterator[PdfLine]:
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    boxes: list[tuple[float, float, float, float]] = []
    sizes: list[float] = []
    loose = raw.FS_RECTF()
    signs: list[str] = []

    def line() -> Iterator[PdfLine]:
        text = "".join(signs).strip(" \u00a0\t")
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

    for place in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, place)
        if code in {10, 13}:
            yield from line()
            continue
        sign = _sign(code)
        signs.append(sign)
        if not sign.isspace():
            raw.FPDFText_GetCharBox(text_page, place, left, right, bottom, top)
            if right.value > left.value:
                boxes.append((left.value, right.value, bottom.value, top.value))
                raw.FPDFText_GetLooseCharBox(text_page, place, loose)
                sizes.append(loose.top - loose.bottom)
    yield from line()


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
