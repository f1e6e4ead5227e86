"""Lines -> paragraphs: where lines are wrapped by a width, and where a label begins a new paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planctl.readers import labels
from planctl.readers.labels import LabelReading
from planctl.readers.paragraphs import Paragraph

_FINISHED = re.compile(
    r"(?:[.;:!?。；：…,]|(?:[;,.] (?:and|or|et|ou|und|oder|та|і|або|и|или|y|o)))[\"'”»)\]]*\d{0,2}$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]$")
_SOFT = "\u00ad\ufffe\x02"
"""Signs that stand only where a word was broken: a soft hyphen, and what PDF readers put for one."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BACK = 30
"""Lines that are looked back to find a list inside a paragraph."""
_OFTEN = 0.03
"""Share of lines that end in a hyphen above which the text was hyphenated by a machine."""


@dataclass(slots=True)
class Line:
    """One line, and how far it is from the margin, in points."""

    text: str
    indent: float | None = None
    short: bool = False
    """Whether it ends well before the right margin, so that the next word would have fitted in it."""


def split_lines(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph with line breaks in it -> one for each line that begins with a label, or only itself."""
    if "\n" not in paragraph.text:
        return [paragraph]
    lines = [Line(text.strip()) for text in paragraph.text.split("\n") if text.strip()]
    out = list(group(lines, wrapped=False))
    first = replace(paragraph, text=out[0].text if out else "")
    rest = [
        replace(item, indent=paragraph.indent, cell=paragraph.cell, authors=paragraph.authors)
        for item in out[1:]
    ]
    return [first, *rest]


def group(lines: Sequence[Line], *, wrapped: bool, words: Vocabulary | None = None) -> Iterator[Paragraph]:
    """The paragraphs of lines that no blank line divides."""
    current: list[Line] = []
    for line in lines:
        if current and begins(line, current, wrapped=wrapped):
            yield Paragraph(join(current, words), indent=current[0].indent)
            current = []
        current.append(line)
    if current:
        yield Paragraph(join(current, words), indent=current[0].indent)


def begins(line: Line, current: Sequence[Line], *, wrapped: bool) -> bool:
    """Whether a line begins a paragraph of its own, by its label."""
    found = labels.find(line.text)
    if found is None:
        return False
    reading = found.readings[0]
    before = current[-1]
    if reading.keyword:
        return bool(_FINISHED.search(before.text)) or before.short or not wrapped
    if not wrapped or not reading.sure or not found.rest.strip():
        return reading.sure and not wrapped
    own = labels.find(current[0].text)
    if own and any(
        each.style == other.style and each.follows(other) == 0
        for each in found.readings
        for other in own.readings
    ):
        return True
    if _inline_before(found.readings, current):
        return False
    return bool(_FINISHED.search(before.text)) or before.short


def _inline_before(readings: Sequence[LabelReading], current: Sequence[Line]) -> bool:
    """Whether a label goes on a list inside the paragraph: ``... (a) this; or`` / ``(b) that``."""
    own = labels.find(current[0].text)
    begin = [own.rest if own else current[0].text] if len(current) <= _BACK else []
    body = " ".join([*begin, *(line.text for line in current[1:][-_BACK:])])
    for match in re.finditer(r"(?<=\s)\(?[^\W_]{1,4}[.)](?=\s)", body):
        inner = labels.parse(match[0])
        if any(
            reading.style == other.style and reading.follows(other) == 0
            for reading in readings
            for other in inner
        ):
            return True
    return False


def join(lines: Sequence[Line], words: Vocabulary | None = None) -> str:
    """One text of wrapped lines; a word that was broken at the end of a line is whole again."""
    pieces: list[str] = []
    for line in lines:
        piece = line.text.strip()
        before = pieces[-1] if pieces else ""
        broken = _BROKEN.search(before[-2:])
        if broken and (broken[0] in _SOFT or (words is not None and words.breaks_in(before, piece))):
            pieces[-1] = before[:-1]
        elif pieces and not (broken and piece[:1].islower()):
            pieces.append(" ")
        pieces.append(piece)
    return "".join(pieces)


class Vocabulary:
    """The words of a text, which show whether a hyphen at the end of a line belongs to the word."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = frozenset(word for line in lines for word in _WORD.findall(line.casefold()))
        broken = sum(1 for line in lines if line.rstrip().endswith(("-", "\u2010")))
        self._hyphenates = broken > len(lines) * _OFTEN

    def breaks_in(self, before: str, after: str) -> bool:
        """Whether the word that ends one line and begins the next is one word without a hyphen."""
        head, tail = _WORD.findall(before.casefold()), _WORD.match(after.casefold())
        if not head or tail is None or not after[:1].islower():
            return False
        first = head[-1].rstrip("-\u2010")
        if f"{first}-{tail[0]}" in self._words:
            return False
        return first + tail[0] in self._words or self._hyphenates
