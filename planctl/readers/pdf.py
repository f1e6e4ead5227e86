"""PDF: lines on pages -> paragraphs, by gaps, indents, labels and where lines end."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planctl.readers import furniture, headings, labels, pdf_lines
from planctl.readers.draft import DraftNote
from planctl.readers.lines import Line, Vocabulary, begins, join
from planctl.readers.paragraphs import FileContents, Paragraph
from planctl.readers.pdf_lines import PdfLine

_PARAGRAPH_GAP = 1.35
"""How many usual line distances divide paragraphs."""
_SHORT_LINE = 0.8
"""Share of the width of the text below which a line ended because its paragraph did."""
_LARGE, _SMALL = 1.12, 0.92
"""Times the size of the text from which a line is a heading, and below which it is a footnote."""
_OTHER_SIZE = 0.1
_RANK = 1000
"""Headings in larger print are higher: their level is this less their size."""
_MARK = re.compile(r"\s*(?:\d{1,3}|[*†‡]{1,3}|[a-z])[.)]?\s*(?=\S)")
_CENTRED = 60.0
"""Points by which a line in the middle begins further right than the text below it."""
_SAME = 3.0
_FINISHED = re.compile(r"[.;:!?…][\"'”»)\]]*\d{0,2}$")


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of a PDF. Raises PlanctlError as ``pdf_lines.read`` does."""
    lines: Sequence[PdfLine] = pdf_lines.read(data, name)
    raw = "".join(line.text for line in lines)
    lines, left_out = furniture.without(lines)
    body = statistics.median(line.size for line in lines) if lines else 0.0
    lines, notes = _footnotes(lines, body)
    return [FileContents(list(_paragraphs(lines, body)), notes=notes, left_out=left_out, raw=raw)]


def _footnotes(lines: Sequence[PdfLine], body: float) -> tuple[list[PdfLine], list[DraftNote]]:
    """Take away the small print at the foot of each page that begins with the mark of a note."""
    out: list[PdfLine] = []
    notes: list[DraftNote] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        foot = len(page)
        while foot and page[foot - 1].size < body * _SMALL:
            foot -= 1
        while foot < len(page) and not _MARK.match(page[foot].text):
            foot += 1
        out.extend(page[:foot])
        for line in page[foot:]:
            mark = _MARK.match(line.text)
            if mark:
                notes.append(DraftNote(line.text[mark.end() :].strip(), "footnote", mark[0].strip()))
            else:
                notes[-1] = replace(notes[-1], text=f"{notes[-1].text} {line.text}")
    return out, notes


def _paragraphs(lines: Sequence[PdfLine], body: float) -> Iterator[Paragraph]:
    if not lines:
        return
    words = Vocabulary([line.text for line in lines])
    usual = furniture.leading(lines)
    right = (
        statistics.quantiles([line.right for line in lines], n=10)[-1] if len(lines) > 1 else lines[0].right
    )
    left = min(line.left for line in lines)
    current: list[PdfLine] = []
    texts: list[Line] = []
    for line in lines:
        text = Line(line.text, line.left, line.right < left + (right - left) * _SHORT_LINE)
        if current and _divided(current, texts, line, text, usual):
            yield _paragraph(current, texts, words, body)
            current, texts = [], []
        current.append(line)
        texts.append(text)
    yield _paragraph(current, texts, words, body)


def _paragraph(lines: Sequence[PdfLine], texts: Sequence[Line], words: Vocabulary, body: float) -> Paragraph:
    text = " ".join(join(texts, words).replace("\ufffe", "-").split())
    large = lines[0].size > body * _LARGE and headings.looks_like_heading(text) and labels.find(text) is None
    return Paragraph(text, indent=lines[0].left, heading=_RANK - round(lines[0].size) if large else None)


def _divided(
    current: Sequence[PdfLine], texts: Sequence[Line], line: PdfLine, text: Line, usual: float
) -> bool:
    before = current[-1]
    if abs(line.size - before.size) > before.size * _OTHER_SIZE or begins(text, texts, wrapped=True):
        return True
    distance = line.bottom - before.bottom
    if line.page != before.page or distance < 0:
        return _ended(texts[-1]) and (line.page == before.page or not text.text[:1].islower())
    if distance > usual * _PARAGRAPH_GAP or (
        len(current) == 1 and texts[0].short and before.left - line.left > _CENTRED
    ):
        return True
    indented = len(current) > 1 and line.left > before.left + _SAME
    return _ended(texts[-1]) and (indented or (texts[-1].short and not text.text[:1].islower()))


def _ended(line: Line) -> bool:
    return bool(_FINISHED.search(line.text))
