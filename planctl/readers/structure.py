"""A flat list of paragraphs -> a tree. One rule for all formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from planctl.readers import accounting, contents, headings, labels, nodes, placing
from planctl.readers.draft import Draft, DraftNote
from planctl.readers.labels import LabelReading
from planctl.readers.nodes import Node, SectionNode
from planctl.readers.paragraphs import FileContents, Paragraph

_LIST_GOES_ON = 6
"""Paragraphs in which a list that began beside a label must go on."""
_AHEAD = 40
"""Labels that are looked at ahead, to tell the letter i from the numeral."""


@dataclass(frozen=True, slots=True)
class LabelledParagraph:
    """A paragraph with the readings of its label, and its text without a typed label."""

    paragraph: Paragraph
    readings: tuple[LabelReading, ...]
    rest: str


def build(source: FileContents, name: str = "") -> Draft:
    """The tree of a file."""
    return _StructureBuilder(source, name).draft()


def read(paragraph: Paragraph) -> LabelledParagraph:
    """The label of a paragraph, printed by the format or typed."""
    text = paragraph.text.strip()
    if paragraph.label:
        known = labels.parse(paragraph.label)
        if not known and any(sign.isalnum() for sign in paragraph.label):
            style = f"{paragraph.list_id}/{paragraph.level}"
            known = (LabelReading(paragraph.label, style, (0,)),)
        return LabelledParagraph(paragraph, known, text)
    found = labels.find(text)
    return (
        LabelledParagraph(paragraph, found.readings, found.rest.strip())
        if found
        else LabelledParagraph(paragraph, (), text)
    )


class _StructureBuilder:
    def __init__(self, source: FileContents, name: str) -> None:
        self.source, self.name = source, name
        self.title = source.title
        paragraphs, left_out = contents.without(source.paragraphs)
        source.left_out += left_out
        self.read = [read(paragraph) for paragraph in paragraphs if paragraph.text.strip() or paragraph.label]
        self.places = {id(read.paragraph): place for place, read in enumerate(self.read)}
        self.divides = headings.dividing_sections(self.read)
        self.top = SectionNode()
        self.sections: list[SectionNode] = []
        self.opened: list[Node] = []
        self.closing: list[Node] = []
        self.paths: dict[int, tuple[str, ...]] = {}

    def draft(self) -> Draft:
        start = 0
        if not self.title and self.read and headings.is_title(self.read):
            self.title, start = self.read[0].rest, 1
        end = headings.closing(self.read)
        for place in range(start, end):
            self._feed(place)
        for read in self.read[end:]:
            self._close(read)
        return self._finish()

    def _close(self, read: LabelledParagraph) -> None:
        """Closing words, and the notes that stand below them."""
        if headings.is_labelled(read):
            mark = read.readings[0].printed.strip("()[]. ")
            self.source.notes.append(DraftNote(read.rest, "footnote", mark))
        else:
            self.closing.append(
                _paragraph(LabelledParagraph(read.paragraph, (), read.paragraph.text.strip()))
            )

    def _finish(self) -> Draft:
        draft = self._tree()
        return replace(draft, warnings=draft.warnings + accounting.warning(self.source.raw, draft))

    def _tree(self) -> Draft:
        source = self.source
        return Draft(
            name=self.name,
            title=self.title,
            preamble=nodes.units(self.top.preamble),
            points=nodes.units(self.top.points.children),
            sections=tuple(nodes.section(section) for section in self.top.sections),
            closing=nodes.units(self.closing),
            notes=tuple(source.notes),
            left_out=tuple(source.left_out),
            not_placed=tuple(source.not_placed),
            warnings=tuple(source.warnings),
            state=source.state,
            authors=source.authors,
        )

    @property
    def section(self) -> SectionNode:
        return self.sections[-1] if self.sections else self.top

    def _feed(self, place: int) -> None:
        read = self.read[place]
        if headings.is_division(read, self.opened, divides=self.divides):
            self._open_section(read, read.readings[0])
        elif not read.readings:
            self._unlabelled(place)
        else:
            self._labelled(place)
        if read.paragraph.notes:
            self._place_notes(read.paragraph.notes)

    def _place_notes(self, notes: Sequence[int]) -> None:
        path = tuple(node.label.printed.strip() for node in self.opened if node.label)
        for number in notes:
            self.source.notes[number] = replace(self.source.notes[number], at=path)

    def _labelled(self, place: int) -> None:
        read = self.read[place]
        coming = tuple(self._coming(place))
        found = placing.best(read.readings, read.paragraph, [self.section.points, *self.opened], coming)
        if not read.paragraph.label and self._doubtful(found.reading) and not self._credible(found, coming):
            self.read[place] = LabelledParagraph(read.paragraph, (), read.paragraph.text.strip())
            self._unlabelled(place)
            return
        node = Node(
            found.reading, text=read.rest, source=read.paragraph, authors=list(read.paragraph.authors)
        )
        if read.paragraph.heading is not None or headings.is_run_on(self.read, place):
            node.heading, node.text = node.text, ""
        del self.opened[found.depth :]
        self._take_in()
        (self.opened[-1] if self.opened else self.section.points).add(node)
        self.opened.append(node)
        self._second(node, place)

    def _take_in(self) -> None:
        """Paragraphs that went to a unit further up stand within the innermost open one: it goes on now."""
        line = [self.section.points, *self.opened]
        taken: list[Node] = []
        for above, node in pairwise(line):
            later = list(takewhile(lambda child, node=node: child is not node, reversed(above.children)))  # type: ignore[misc]
            if later:
                del above.children[-len(later) :]
                taken += reversed(later)
        taken.sort(key=lambda node: self.places.get(id(node.source), 0))
        for node in taken:
            line[-1].add(node)

    def _second(self, node: Node, place: int) -> None:
        """A second label in the same line, ``1. (a) ...``, when the next paragraph goes on with ``(b)``."""
        found = labels.find(node.text) if node.text else None
        after = next((read for read in self.read[place + 1 : place + _LIST_GOES_ON] if read.readings), None)
        if found is None or after is None or not found.rest.strip():
            return
        for reading in found.readings:
            if reading.first and any(
                other.style == reading.style and other.follows(reading) == 0 for other in after.readings
            ):
                inner = Node(reading, text=found.rest.strip(), source=node.source, authors=node.authors)
                node.text = ""
                node.add(inner)
                self.opened.append(inner)
                return

    @staticmethod
    def _doubtful(reading: LabelReading) -> bool:
        """Whether a typed label needs a neighbour to be believed."""
        return not reading.sure or not (
            reading.keyword or reading.first or reading.style[:2].strip("([")[:1] == "1"
        )

    def _credible(self, found: placing.OpenPlace, coming: Sequence[LabelReading]) -> bool:
        parent = self.opened[found.depth - 1] if found.depth else self.section.points
        before = parent.last.get(found.reading.style)
        if (
            before is not None
            and before.label is not None
            and found.reading.follows(before.label) is not None
        ):
            return found.reading.sure or found.cost <= placing.UNSURE
        follows = any(
            after.style == found.reading.style and after.follows(found.reading) == 0 for after in coming
        )
        if found.reading.sure:
            return follows
        open_one = self.opened[found.depth].label if found.depth < len(self.opened) else None
        goes_on = open_one is not None and found.reading.follows(open_one) == 0
        return (found.reading.first or goes_on) and follows and found.cost <= placing.UNSURE

    def _coming(self, place: int) -> list[LabelReading]:
        after = (read.readings for read in islice(self.read, place + 1, place + 4 * _AHEAD) if read.readings)
        return [label for readings in islice(after, _AHEAD) for label in readings]

    def _open_section(self, read: LabelledParagraph, label: LabelReading | None) -> None:
        kind = label.style if label else headings.kind(read.paragraph)
        level = read.paragraph.heading
        section = SectionNode(
            label.printed.strip() if label else "",
            read.rest,
            kind,
            level,
            authors=list(read.paragraph.authors),
        )
        del self.sections[
            headings.depth(self.sections, section, annex=bool(label and label.keyword == "annex")) :
        ]
        self.section.sections.append(section)
        self.sections.append(section)
        self.opened.clear()

    def _unlabelled(self, place: int) -> None:
        read = self.read[place]
        inner = self.opened[-1] if self.opened else None
        if inner is None and self.sections and headings.wants_heading(self.section, self.read, place):
            self.section.heading = read.rest
            self.section.authors += read.paragraph.authors
        elif inner is not None and not inner.text and not inner.children and self._continues(inner, place):
            inner.authors += read.paragraph.authors
        elif self._is_heading(place):
            self._open_section(read, None)
        elif inner is None:
            self.section.preamble.append(_paragraph(read))
        else:
            self._append(read)

    def _continues(self, inner: Node, place: int) -> bool:
        """Whether the paragraph is the heading or the text of a unit whose label stood alone."""
        read = self.read[place]
        if not inner.heading and headings.is_unit_heading(self.read, place):
            inner.heading = read.rest
            return True
        if read.paragraph.heading is None:
            inner.text = read.rest
            return True
        return False

    def _is_heading(self, place: int) -> bool:
        read = self.read[place]
        level = read.paragraph.heading
        if level is None:
            return headings.is_soft(self.read, place, self.section.points)
        return headings.outside(read.paragraph, self.opened)

    def _append(self, read: LabelledParagraph) -> None:
        self.opened[headings.owner(self.opened, read.paragraph)].add(_paragraph(read))


def _paragraph(read: LabelledParagraph) -> Node:
    node = Node(text=read.rest, source=read.paragraph, authors=list(read.paragraph.authors))
    if read.paragraph.label and any(sign.isalnum() for sign in read.paragraph.label):
        node.text = f"{read.paragraph.label} {node.text}"
    return node
