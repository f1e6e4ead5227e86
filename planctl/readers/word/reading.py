"""A Word file -> its paragraphs, once for each state of its tracked changes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from planctl.errors import PlanctlError
from planctl.readers.draft import DraftNote, StrayText
from planctl.readers.lines import split_lines
from planctl.readers.paragraphs import FileContents, Paragraph
from planctl.readers.word import runs
from planctl.readers.word.lists import Lists
from planctl.readers.word.parts import Parts
from planctl.readers.word.runs import State
from planctl.readers.word.styles import ParagraphStyle, Styles, W, look, transitional

_TWIPS = 20.0
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACROS = "vbaProject"


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of a Word file: one source, or two (rejected, accepted) when it has tracked changes.

    Raises PlanctlError for what is no Word file, or a hostile or damaged one.
    """
    file = _WordFile(Parts(data, name, ".docx"))
    states: tuple[State, ...] = ("rejected", "accepted") if file.tracked else ("",)
    return [_WordPass(file, state).source() for state in states]


@dataclass(slots=True)
class _Pending:
    """A paragraph that is not at its end yet, because its mark is gone."""

    text: str
    element: ET.Element | None
    authors: list[str]


class _WordFile:
    """The parts that hold text, parsed once."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.main = self._main()
        folder = posixpath.dirname(self.main)
        self.document = transitional(parts.xml(self.main))
        body = self.document.find(f"{W}body")
        if body is None:
            raise PlanctlError(f"{parts.name} is not a Word file: it has no text", "Save it again as .docx.")
        self.body = body
        self.styles = Styles(self._optional(f"{folder}/styles.xml"))
        self.lists = Lists(self._optional(f"{folder}/numbering.xml"))
        self.notes = {
            kind: self._notes(f"{folder}/{kind}s.xml", kind) for kind in ("footnote", "endnote", "comment")
        }
        self.furniture = self._furniture(folder)
        self.tracked = any(
            element.tag in runs.TRACKED and element.tag != f"{W}rPrChange" for element in self.document.iter()
        )
        self.macros = any(_MACROS in part for part in parts.sizes)

    def _main(self) -> str:
        parts = self.parts
        if "_rels/.rels" in parts:
            for relation in parts.xml("_rels/.rels").iter(_RELATIONS):
                target = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                if relation.get("Type", "").endswith("/officeDocument") and target in parts:
                    return target
        if "word/document.xml" in parts:
            return "word/document.xml"
        raise PlanctlError(
            f"{parts.name} is not a Word file (.docx)", "Give the file the ending of what it is."
        )

    def _optional(self, part: str) -> ET.Element | None:
        return transitional(self.parts.xml(part)) if part in self.parts else None

    def _notes(self, part: str, kind: str) -> dict[str, ET.Element]:
        root = self._optional(part)
        if root is None:
            return {}
        return {
            element.get(f"{W}id", ""): element
            for element in root.iterfind(f"{W}{kind}")
            if element.get(f"{W}type", "normal") == "normal"
        }

    def _furniture(self, folder: str) -> list[StrayText]:
        found: dict[str, StrayText] = {}
        for part in sorted(self.parts.sizes):
            base = posixpath.basename(part)
            if (
                posixpath.dirname(part) == folder
                and base.startswith(("header", "footer"))
                and base.endswith(".xml")
            ):
                root = self._optional(part)
                for element in root.iter(f"{W}p") if root is not None else ():
                    text = " ".join("".join(runs.collect(element, "").text).split())
                    if text:
                        before = found.get(text)
                        times = before.times + 1 if before else 1
                        found[text] = StrayText(
                            text, "page header or footer", times, before.where if before else base
                        )
        return list(found.values())


class _WordPass:
    """One pass over the body in one state."""

    def __init__(self, file: _WordFile, state: State) -> None:
        self.file, self.state = file, state
        self.paragraphs: list[Paragraph] = []
        self.left_out = list(file.furniture)
        self.not_placed: list[str] = []
        self.notes: list[DraftNote] = []
        self.authors: list[str] = []
        self.called: list[int] = []
        self.table = 0
        self.pending: _Pending | None = None
        file.lists.restart()

    def source(self) -> FileContents:
        """Everything in the file."""
        self._blocks(self.file.body, None)
        self._end_pending()
        warnings = ["The file holds macros; they were not run."] if self.file.macros else []
        return FileContents(
            self.paragraphs,
            notes=self.notes,
            left_out=self.left_out,
            not_placed=self.not_placed,
            warnings=warnings,
            authors=tuple(dict.fromkeys(self.authors)),
            raw="".join(runs.raw(self.file.body, self.state)),
            state=self.state,
        )

    def _blocks(self, parent: ET.Element, cell: tuple[int, int, int] | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child, cell)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag == f"{W}sdt":
                for content in child.iterfind(f"{W}sdtContent"):
                    self._blocks(content, cell)
            elif tag == f"{runs.MC}AlternateContent":
                self._blocks(next(iter(child), child), cell)
            elif tag in runs.TRACKED:
                if not runs.omitted(tag, self.state):
                    self._blocks(child, cell)
            elif tag not in {f"{W}sectPr", f"{W}tcPr", f"{W}trPr", f"{W}tblPr"}:
                self._blocks(child, cell)

    def _table(self, table: ET.Element) -> None:
        self._end_pending()
        self.table += 1
        number = self.table
        for row, element in enumerate(_inside(table, f"{W}tr")):
            marks = element.find(f"{W}trPr")
            tracked = [mark for mark in marks if mark.tag in runs.TRACKED] if marks is not None else []
            self.authors += [mark.get(f"{W}author", "") for mark in tracked if mark.get(f"{W}author")]
            if any(runs.omitted(mark.tag, self.state) for mark in tracked):
                continue
            for column, cell in enumerate(_inside(element, f"{W}tc")):
                self._blocks(cell, (number, row, column))
                self._end_pending()

    def _paragraph(self, element: ET.Element, cell: tuple[int, int, int] | None) -> None:
        found = runs.collect(element, self.state)
        authors = [*found.authors, *runs.mark_authors(element)]
        gone = runs.mark_is_gone(element, self.state)
        self.authors += authors
        self._asides(found)
        text = "".join(found.text)
        if self.pending is not None:
            before = self.pending
            if before.text.strip() or not text.strip():
                element = before.element if before.element is not None else element
            text, authors = before.text + text, [*before.authors, *authors]
            self.pending = None
        if gone:
            self.pending = _Pending(text, element, authors)
        else:
            self._finished(element, text, authors, found, cell)

    def _end_pending(self) -> None:
        if self.pending is not None:
            pending, self.pending = self.pending, None
            if pending.text.strip() and pending.element is not None:
                self._finished(pending.element, pending.text, pending.authors, runs.Runs(), None)

    def _finished(
        self,
        element: ET.Element,
        text: str,
        authors: list[str],
        found: runs.Runs,
        cell: tuple[int, int, int] | None,
    ) -> None:
        properties = runs.properties_in(element, self.state)
        style = self.file.styles[runs.style_of(properties) or self.file.styles.default]
        own = look(properties)
        label, whole = self._number(own, style.look, runs.style_of(properties) or self.file.styles.default)
        if not text.strip() and (not label or found.skipped):
            return
        if style.contents:
            self.left_out.append(StrayText(" ".join(text.split()), "contents"))
            return
        left, first = whole.left or 0, whole.first or 0
        paragraph = Paragraph(
            text=text.strip(" \n"),
            label=label,
            level=whole.level if label else None,
            list_id=self.file.lists.abstract(whole.num_id) if label and whole.num_id else "",
            indent=(left + min(first, 0)) / _TWIPS,
            heading=style.heading if own.outline is None else own.outline + 1 if own.outline < 9 else None,  # noqa: PLR2004
            bold=bool(found.bold) and all(found.bold),
            cell=cell,
            authors=tuple(dict.fromkeys(authors)),
            notes=tuple(self.called),
        )
        self.called.clear()
        self.paragraphs.extend(split_lines(paragraph))

    def _number(
        self, own: ParagraphStyle, style: ParagraphStyle, style_id: str
    ) -> tuple[str, ParagraphStyle]:
        """The printed label, and the look of the paragraph with what its list says."""
        whole = own.over(style)
        num_id = whole.num_id
        if not num_id or num_id == "0":
            return "", whole
        if own.level is None and own.num_id is None:
            bound = self.file.lists.level_of_style(num_id, style_id)
            whole = replace(whole, level=bound if bound is not None else whole.level)
        place = whole.level or 0
        level = self.file.lists.level(num_id, place)
        label = self.file.lists.label(num_id, place)
        if level is not None:
            whole = replace(whole, level=place).over(level.look)
            whole = replace(
                whole,
                left=own.left if own.left is not None else _first(level.look.left, style.left),
                first=0 if level.blank else _first(own.first, level.look.first, style.first),
            )
        return label, whole

    def _asides(self, found: runs.Runs) -> None:
        for text in found.hidden:
            if text.strip():
                self.left_out.append(StrayText(text.strip(), "hidden text"))
        for kind, note_id in found.notes:
            note = self.file.notes.get(kind, {}).get(note_id)
            if note is not None:
                self.called.append(len(self.notes))
                self._note(kind, note)
        for box in found.boxes:
            for element in box.iter(f"{W}p"):
                text = " ".join("".join(runs.collect(element, self.state).text).split())
                if text:
                    self.not_placed.append(text)

    def _note(self, kind: str, element: ET.Element) -> None:
        texts = [
            " ".join("".join(runs.collect(each, self.state).text).split()) for each in element.iter(f"{W}p")
        ]
        text = "\n".join(text for text in texts if text)
        author = element.get(f"{W}author", "")
        mark = element.get(f"{W}id", "")
        match kind:
            case "comment":
                self.notes.append(DraftNote(text, "comment", mark, author))
            case "endnote":
                self.notes.append(DraftNote(text, "endnote", mark))
            case _:
                self.notes.append(DraftNote(text, "footnote", mark))


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _inside(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Rows of a table or cells of a row, also those in content controls, but not those of tables inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml"}:
            yield from _inside(child, tag)
