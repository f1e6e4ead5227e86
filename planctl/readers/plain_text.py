"""Plain text: blank lines, indents and labels make the paragraphs."""

from __future__ import annotations

from itertools import groupby, pairwise

from planctl.readers.encoding import clean, decode
from planctl.readers.lines import Line, group
from planctl.readers.paragraphs import FileContents, Paragraph

_WIDEST = 110
"""Characters of a line that was wrapped by a width; longer ones are paragraphs."""
_NARROWEST = 40
"""Characters of the longest line below which nobody wraps a text."""
_COLUMN = 6.0
"""Points of one column."""
_SHORT_LINE = 0.62
"""Share of the width below which a line ended because its paragraph did."""


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of a plain text. Raises PlanctlError for an encoding that is not certain."""
    text = clean(decode(data, name))
    return [FileContents(paragraphs(text), raw=text)]


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text."""
    lines = [
        line.expandtabs(8).rstrip() if line.lstrip() != line else line.rstrip()
        for line in text.replace("\f", "\n\n").split("\n")
    ]
    full = [line for line in lines if line.strip()]
    width = max((len(line) for line in full), default=0)
    wrapped = _NARROWEST <= width <= _WIDEST and _looks_wrapped(lines, width)
    if not wrapped:
        return [Paragraph(line.strip(), indent=_indent(line)) for line in full]
    out: list[Paragraph] = []
    for blank, block in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            out.extend(
                group(
                    [Line(line.strip(), _indent(line), len(line) < width * _SHORT_LINE) for line in block],
                    wrapped=True,
                )
            )
    return out


def _looks_wrapped(lines: list[str], width: int) -> bool:
    """Whether lines end where the next word would not have fitted."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = sum(1 for line, after in pairs if len(line) + 1 + len(after.split()[0]) > width * 0.9)
    return bool(pairs) and full * 2 > len(pairs)


def _indent(line: str) -> float:
    return (len(line) - len(line.lstrip())) * _COLUMN
