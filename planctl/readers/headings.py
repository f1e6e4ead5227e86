"""What paragraphs without a label of a point are: titles, headings of sections and units, closing words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from planctl.readers.labels import LabelReading
from planctl.readers.nodes import Node, SectionNode
from planctl.readers.paragraphs import Paragraph
from planctl.readers.placing import TOLERANCE

if TYPE_CHECKING:
    from planctl.readers.structure import LabelledParagraph

_LONGEST_HEADING = 160
"""Characters of the longest heading."""
_WORDS = 12
"""Words of the longest heading that nothing but its look tells apart."""
_ENDS = (".", ";", ",", ":", "।", "؛", "،", "。", "；")
_NOTE_MARK = re.compile(r"\(\d{1,2}\)")
_CLOSES = re.compile(
    r"(?:done (?:at|in|on)|in witness whereof|in faith whereof|signed (?:at|in|on|by|this)|"
    r"for (?:the )?\w+[^.]{0,60}:|"
    r"fait (?:à|en|le)\b|en foi de quoi|pour (?:la|le|les|l')\b[^.]{0,60}:|"
    r"geschehen (?:zu|in)|zu urkund dessen|"
    r"hecho en|en fe de lo cual|feito em|fatto a\b|вчинено|учинено|совершено|в удостоверение|на посвідчення|"
    r"sporządzono|حرر في|נעשה ב)",
    re.IGNORECASE,
)


def dividing_sections(read: Sequence[LabelledParagraph]) -> bool:
    """Whether ``Section 1`` divides the text, because articles stand in it, or is a point like an article."""
    kinds = [
        item.readings[0].keyword
        for item in read
        if item.readings and item.readings[0].keyword in {"article", "section"}
    ]
    inside = sum(1 for kind, after in pairwise(kinds) if (kind, after) == ("section", "article"))
    return inside * 2 > kinds.count("section")


def is_division(read: LabelledParagraph, opened: Sequence[Node], *, divides: bool) -> bool:
    """Whether a paragraph heads a part, a chapter or an annex, and does not stand inside an open unit."""
    if not read.readings:
        return False
    kind = read.readings[0].keyword
    if kind not in {"division", "annex"} and not (kind == "section" and divides):
        return False
    if not outside(read.paragraph, opened):
        return False
    return len(read.rest) <= _LONGEST_HEADING and (
        read.paragraph.heading is not None or not read.rest.endswith((".", ";"))
    )


def outside(paragraph: Paragraph, opened: Sequence[Node]) -> bool:
    """Whether a heading is at least as high as the headings of all open units; so is one without a level."""
    level = paragraph.heading
    return level is None or all(
        node.source is None or node.source.heading is None or node.source.heading >= level for node in opened
    )


def is_title(read: Sequence[LabelledParagraph]) -> bool:
    """Whether the first paragraph is the title of the whole text."""
    first = read[0]
    if first.readings or len(first.rest) > _LONGEST_HEADING or first.paragraph.cell:
        return False
    level = first.paragraph.heading
    if level is not None:
        same = sum(
            1 for item in read if item.paragraph.heading is not None and item.paragraph.heading <= level
        )
        return same == 1 or level == 0
    return len(read) > 1 and looks_like_heading(first.rest)


def is_labelled(read: LabelledParagraph) -> bool:
    """Whether what looks like a label can be nothing else, such as the initials of who signed."""
    return any(label.sure for label in read.readings)


def closing(read: Sequence[LabelledParagraph]) -> int:
    """Where the closing words of the text begin; its length if there are none.

    Nothing with a label comes after them but notes whose marks, ``(1)``, stand in the text before.
    """
    start = len(read)
    while start and (not is_labelled(read[start - 1]) or _NOTE_MARK.fullmatch(_printed(read[start - 1]))):
        start -= 1
    for place in range(start, len(read)):
        if closes(read[place]) and not is_labelled(read[place]):
            return place if _are_notes(read[:place], read[place:]) else len(read)
    return len(read)


def _printed(read: LabelledParagraph) -> str:
    return read.readings[0].printed.strip()


def _are_notes(before: Sequence[LabelledParagraph], after: Sequence[LabelledParagraph]) -> bool:
    """Whether all labels after the closing words are marks of notes that the text before calls."""
    own = [_printed(item) for item in after if is_labelled(item)]
    if not own:
        return True
    called = {mark for item in before for mark in _NOTE_MARK.findall(item.rest)}
    return own[0] == "(1)" and called.issuperset(own)


def closes(read: LabelledParagraph) -> bool:
    """Whether the closing words of the text begin here."""
    return bool(_CLOSES.match(read.rest))


def looks_like_heading(text: str) -> bool:
    """Whether a line can be a heading, by its look alone."""
    words = text.split()
    if not words or len(words) > _WORDS or len(text) > _LONGEST_HEADING or text.rstrip().endswith(_ENDS):
        return False
    begin = text.lstrip("«“\"'[(")[:1]
    return (begin.isalpha() and begin.lower() == begin.upper()) or begin.isupper()


def kind(paragraph: Paragraph) -> str:
    """What distinguishes a heading without a keyword from others."""
    return f"heading {paragraph.heading}" if paragraph.heading is not None else "line"


def depth(opened: Sequence[SectionNode], section: SectionNode, *, annex: bool) -> int:
    """Below how many of the open sections a new one belongs."""
    if annex and section.level is None:
        return 0
    for place, other in enumerate(opened):
        if other.kind == section.kind:
            return place
        if section.level is not None and other.level is not None and other.level >= section.level:
            return place
        if other.kind == "line":
            return place
    return len(opened)


def wants_heading(section: SectionNode, read: Sequence[LabelledParagraph], place: int) -> bool:
    """Whether a paragraph is the heading of a section whose label stood alone just before."""
    if (
        section.heading
        or section.preamble
        or section.points.children
        or section.sections
        or not section.label
    ):
        return False
    item = read[place]
    return item.paragraph.heading is not None or looks_like_heading(item.rest)


def is_unit_heading(read: Sequence[LabelledParagraph], place: int) -> bool:
    """Whether a paragraph after a label that stands alone is its heading: it looks so, and more comes."""
    item = read[place]
    if item.paragraph.heading is not None:
        return True
    if place + 1 >= len(read) or item.paragraph.cell:
        return False
    after = read[place + 1]
    if after.readings and after.readings[0].keyword:
        return False
    return looks_like_heading(item.rest)


def is_run_on(read: Sequence[LabelledParagraph], place: int) -> bool:
    """Whether the words beside a label are a heading: they look so, and a text without a label comes next."""
    item = read[place]
    if item.paragraph.cell or place + 1 >= len(read) or not looks_like_heading(item.rest):
        return False
    after = read[place + 1]
    return not after.readings and after.paragraph.heading is None and not looks_like_heading(after.rest)


def is_soft(read: Sequence[LabelledParagraph], place: int, root: Node) -> bool:
    """Whether a line is the heading of a section, though the format does not say so."""
    item = read[place]
    if item.paragraph.cell or place + 1 >= len(read) or not looks_like_heading(item.rest):
        return False
    after = read[place + 1].readings
    if read[place + 1].paragraph.level:
        return False
    if place and not read[place - 1].rest.rstrip().endswith((*_ENDS, "]", ")", "!", "?", "»", "”")):
        return False
    if item.rest.isupper() and any(reading.first for reading in after):
        return True
    return any(_at_root(reading, root) for reading in after)


def _at_root(reading: LabelReading, root: Node) -> bool:
    before = root.last.get(reading.style)
    if before is None or before.label is None:
        return (not root.last and reading.first) or reading.keyword == "article"
    return reading.first or reading.follows(before.label) == 0


def owner(opened: Sequence[Node], paragraph: Paragraph) -> int:
    """Which of the open units a paragraph without a label belongs to."""
    inner = len(opened) - 1
    source = opened[inner].source
    if paragraph.indent is not None and source is not None and source.indent is not None:
        for place in range(inner, -1, -1):
            above = opened[place].source
            if above is not None and above.indent is not None and paragraph.indent > above.indent + TOLERANCE:
                return place
        return 0
    label = opened[inner].label
    if label is not None and label.style.strip("()").strip(".°")[:1].isalpha() and not label.keyword:
        return 0 if inner <= 1 else inner - 1
    return inner
