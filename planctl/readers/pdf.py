"""PDF: lines on pages -> paragraphs, by gaps, indents, labels and where lines end."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence

from planctl.readers import furniture, pdf_lines
from planctl.readers.lines import Line, Vocabulary, begins, join
from planctl.readers.paragraphs import Paragraph, Source
from planctl.readers.pdf_lines import PdfLine

_GAP = 1.35
"""How many usual line distances divide paragraphs."""
_SHORT = 0.8
"""Share of the width of the text below which a line ended because its paragraph did."""
_SAME = 3.0
_FINISHED = re.compile(r"[.;:!?…][\"'”»)\]]*\d{0,2}$")


def read(data: bytes, name: str) -> list[Source]:
    """The paragraphs of a PDF. Raises PlanctlError as ``pdf_lines.read`` does."""
    lines, left_out = furniture.without(pdf_lines.read(data, name))
    return [Source(list(_paragraphs(lines)), left_out=left_out)]


def _paragraphs(lines: Sequence[PdfLine]) -> Iterator[Paragraph]:
    if not lines:
        return
    words = Vocabulary([line.text for line in lines])
    usual = furniture.leading(lines)
    right = statistics.quantiles([line.right for line in lines], n=10)[-1] if len(lines) > 1 else lines[0].right
    left = min(line.left for line in lines)
    current: list[PdfLine] = []
    texts: list[Line] = []
    for line in lines:
        text = Line(line.text, line.left, line.right < left + (right - left) * _SHORT)
        if current and _divided(current, texts, line, text, usual):
            yield _paragraph(current, texts, words)
            current, texts = [], []
        current.append(line)
        texts.append(text)
    yield _paragraph(current, texts, words)


def _paragraph(lines: Sequence[PdfLine], texts: Sequence[Line], words: Vocabulary) -> Paragraph:
    text = " ".join(join(texts, words).replace("\ufffe", "-").split())
    return Paragraph(text, indent=lines[0].left, page=0)


def _divided(
    current: Sequence[PdfLine], texts: Sequence[Line], line: PdfLine, text: Line, usual: float
) -> bool:
    before = current[-1]
    labelled = begins(text, texts, wrapped=True)
    if line.page != before.page:
        return labelled or (_ended(texts[-1]) and not text.text[:1].islower())
    distance = line.bottom - before.bottom
    if distance < 0:
        return labelled or _ended(texts[-1])
    if distance > usual * _GAP:
        return True
    if labelled:
        return True
    if len(current) > 1 and line.left > current[-1].left + _SAME and _ended(texts[-1]):
        return True
    return _ended(texts[-1]) and texts[-1].short and not text.text[:1].islower()


def _ended(line: Line) -> bool:
    return bool(_FINISHED.search(line.text))
