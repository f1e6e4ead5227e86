"""OpenDocument text (.odt): list numbers as LibreOffice prints them, tracked changes; no library needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from xml.etree import ElementTree as ET

from planctl.errors import PlanctlError
from planctl.readers.draft import DraftNote, StrayText
from planctl.readers.lines import split_lines
from planctl.readers.odt_styles import DC, OFFICE, STYLE, TABLE, TEXT, Numbering, OdtStyles
from planctl.readers.paragraphs import FileContents, Paragraph
from planctl.readers.word.parts import Parts

State = Literal["", "rejected", "accepted"]
_BLOCKS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_CONTENTS = frozenset(
    f"{TEXT}{kind}"
    for kind in ("table-of-content", "alphabetical-index", "illustration-index", "table-index")
)
_SILENT = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}sequence-decls",
        f"{OFFICE}forms",
        f"{TEXT}note-citation",
        f"{OFFICE}annotation-end",
    }
)
_STEP = 18.0
"""Points of one list level."""


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of an .odt file: one source, or two (rejected, accepted) when it has tracked changes.

    Raises PlanctlError for what is no such file, or a hostile or damaged one.
    """
    file = _OdtFile(Parts(data, name, ".odt"))
    states: tuple[State, ...] = ("rejected", "accepted") if file.changes else ("",)
    return [_OdtPass(file, state).source() for state in states]


@dataclass(slots=True)
class _Change:
    author: str
    deletion: ET.Element | None


class _OdtFile:
    def __init__(self, parts: Parts) -> None:
        if "content.xml" not in parts:
            raise PlanctlError(
                f"{parts.name} is not a .odt file: it has no content.xml", "Save it again as .odt."
            )
        content = parts.xml("content.xml")
        styles = parts.xml("styles.xml") if "styles.xml" in parts else None
        text = content.find(f"{OFFICE}body/{OFFICE}text")
        if text is None:
            raise PlanctlError(f"{parts.name} is not a text document", "Save it as a text document (.odt).")
        self.text = text
        self.styles = OdtStyles([root for root in (styles, content) if root is not None])
        self.changes: dict[str, _Change] = {}
        for region in text.iter(f"{TEXT}changed-region"):
            key = region.get(f"{TEXT}id", "") or region.get("{http://www.w3.org/XML/1998/namespace}id", "")
            author = region.find(f".//{DC}creator")
            self.changes[key] = _Change(
                author.text or "" if author is not None else "", region.find(f"{TEXT}deletion")
            )
        self.furniture = _furniture(styles)


def _furniture(styles: ET.Element | None) -> list[StrayText]:
    found: dict[str, int] = {}
    for kind in ("header", "footer", "header-first", "footer-first", "header-left", "footer-left"):
        for element in styles.iter(f"{STYLE}{kind}") if styles is not None else ():
            for block in element.iter():
                if block.tag in _BLOCKS:
                    words = " ".join("".join(block.itertext()).split())
                    if words:
                        found[words] = found.get(words, 0) + 1
    return [StrayText(text, "page header or footer", times, "styles.xml") for text, times in found.items()]


@dataclass(slots=True)
class _OdtItem:
    """A list item; its first paragraph carries the number."""

    style: str
    level: int
    key: str
    start: int | None
    counted: bool = False


@dataclass(slots=True)
class _Place:
    """What stands round a paragraph."""

    item: _OdtItem | None = None
    level: int = 0
    style: str = ""
    key: str = ""
    cell: tuple[int, int, int] | None = None


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    element: ET.Element
    place: _Place
    text: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)


class _OdtPass:
    def __init__(self, file: _OdtFile, state: State) -> None:
        self.file, self.state = file, state
        self.numbering = Numbering(file.styles)
        self.paragraphs: list[Paragraph] = []
        self.left_out = list(file.furniture)
        self.not_placed: list[str] = []
        self.notes: list[DraftNote] = []
        self.authors: list[str] = []
        self.open: _Open | None = None
        self.inserted: set[str] = set()
        self.called: list[int] = []
        self.tables = 0
        self.lists = 0

    def source(self) -> FileContents:
        """Everything in the file."""
        self._blocks(self.file.text, _Place())
        self._finish()
        return FileContents(
            self.paragraphs,
            notes=self.notes,
            left_out=self.left_out,
            not_placed=self.not_placed,
            authors=tuple(dict.fromkeys(each.author for each in self.file.changes.values() if each.author)),
            raw="" if self.state == "rejected" else "".join(_raw(self.file.text)),
            state=self.state,
        )

    @property
    def _skipping(self) -> bool:
        return self.state == "rejected" and bool(self.inserted)

    def _blocks(self, parent: ET.Element, place: _Place, *, spliced: bool = False) -> None:
        """Walk blocks. ``spliced`` ones go on in the paragraph that is open, and leave theirs open."""
        for child in parent:
            tag = child.tag
            if tag in _BLOCKS:
                self._block(child, place, spliced=spliced)
            elif tag == f"{TEXT}list":
                self._list(child, place, spliced=spliced)
            elif tag == f"{TABLE}table":
                self._table(child)
            elif tag in _CONTENTS:
                self._contents(child)
            elif tag in {f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"}:
                self._change(child, place)
            elif tag not in _SILENT and tag != f"{OFFICE}change-info":
                self._blocks(child, place, spliced=spliced)

    def _block(self, element: ET.Element, place: _Place, *, spliced: bool) -> None:
        if self.open is None:
            self.open = _Open(element, place)
        elif not "".join(self.open.text).strip():
            self.open.element, self.open.place = element, place
        self._inline(element, place)
        if not spliced and not self._skipping:
            self._finish()

    def _list(self, element: ET.Element, place: _Place, *, spliced: bool) -> None:
        level = place.level + 1
        style = element.get(f"{TEXT}style-name") or place.style
        if level == 1:
            self.lists += 1
            key = self.numbering.begin(element, style, self.lists)
        else:
            key = place.key
        for child in element:
            if child.tag not in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                continue
            start = child.get(f"{TEXT}start-value")
            value = int(start) if start and start.isdecimal() and len(start) < 6 else None  # noqa: PLR2004
            item = _OdtItem(style, level, key, value, counted=child.tag.endswith("header"))
            self._blocks(child, _Place(item, level, style, key, place.cell), spliced=spliced)

    def _table(self, element: ET.Element) -> None:
        self._finish()
        self.tables += 1
        number = self.tables
        for row, each in enumerate(element.iter(f"{TABLE}table-row")):
            for column, cell in enumerate(each.iterfind(f"{TABLE}table-cell")):
                self._blocks(cell, _Place(cell=(number, row, column)))
                self._finish()

    def _contents(self, element: ET.Element) -> None:
        for block in element.iter():
            if block.tag in _BLOCKS:
                words = " ".join("".join(block.itertext()).split())
                if words:
                    self.left_out.append(StrayText(words, "contents"))

    def _inline(self, element: ET.Element, place: _Place) -> None:
        self._say(element.text)
        for child in element:
            self._child(child, place)
            self._say(child.tail)

    def _child(self, child: ET.Element, place: _Place) -> None:
        tag = child.tag
        if tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            self._say(" " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, 200))  # noqa: PLR2004
        elif tag == f"{TEXT}tab":
            self._say("\t")
        elif tag == f"{TEXT}line-break":
            self._say("\n")
        elif tag in {f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"}:
            self._change(child, place)
        elif tag == f"{TEXT}note":
            self._note(child)
        elif tag == f"{OFFICE}annotation":
            self._comment(child)
        elif tag.endswith(("}frame", "}custom-shape")):
            self.not_placed += _texts(child)
        elif tag not in _SILENT:
            self._inline(child, place)

    def _say(self, text: str | None) -> None:
        if text and self.open is not None and not self._skipping:
            self.open.text.append(text.replace("\n", " ") if text != "\n" else text)

    def _change(self, element: ET.Element, place: _Place) -> None:
        key = element.get(f"{TEXT}change-id", "")
        change = self.file.changes.get(key)
        if change is None:
            return
        if self.open is not None and change.author:
            self.open.authors.append(change.author)
        if element.tag.endswith("change-start"):
            self.inserted.add(key)
        elif element.tag.endswith("change-end"):
            self.inserted.discard(key)
        elif change.deletion is not None and self.state == "rejected":
            self._splice(change.deletion, place)

    def _splice(self, deletion: ET.Element, place: _Place) -> None:
        """Put deleted words back where they stood; paragraphs that were deleted end where they ended."""
        blocks = [child for child in deletion if child.tag != f"{OFFICE}change-info"]
        for number, block in enumerate(blocks):
            if number:
                self._finish()
            holder = ET.Element("part")
            holder.append(block)
            self._blocks(holder, place, spliced=number + 1 == len(blocks) or block.tag in _BLOCKS)

    def _note(self, element: ET.Element) -> None:
        self.called.append(len(self.notes))
        mark = element.find(f"{TEXT}note-citation")
        kind = element.get(f"{TEXT}note-class", "footnote")
        text = "\n".join(_texts(element.find(f"{TEXT}note-body")))
        self.notes.append(
            DraftNote(
                text,
                "endnote" if kind == "endnote" else "footnote",
                (mark.text or "") if mark is not None else "",
            )
        )

    def _comment(self, element: ET.Element) -> None:
        self.called.append(len(self.notes))
        author = element.find(f"{DC}creator")
        self.notes.append(
            DraftNote(
                "\n".join(_texts(element)), "comment", "", (author.text or "") if author is not None else ""
            )
        )

    def _finish(self) -> None:
        done, self.open = self.open, None
        if done is None:
            return
        text = "".join(done.text).strip(" \n")
        if not text.strip():
            return
        style = done.element.get(f"{TEXT}style-name", "")
        heading = self._heading(done.element, style)
        goes_on = done.place.item is not None and done.place.item.counted
        label, level, key = self._label(done, style, heading)
        paragraph = Paragraph(
            text,
            label=label,
            level=level - 1 if label else None,
            list_id=key if label else "",
            indent=max(0, done.place.level) * _STEP + self.file.styles.margin(style) + goes_on * _STEP / 2,
            heading=heading,
            cell=done.place.cell,
            authors=tuple(dict.fromkeys(done.authors)),
            notes=tuple(self.called),
        )
        self.called.clear()
        self.paragraphs.extend(split_lines(paragraph))

    def _heading(self, element: ET.Element, style: str) -> int | None:
        if element.tag == f"{TEXT}h":
            level = element.get(f"{TEXT}outline-level", "1")
            return int(level) if level.isdecimal() and len(level) < 3 else 1  # noqa: PLR2004
        return 0 if self.file.styles.is_title(style) else None

    def _label(self, done: _Open, style: str, heading: int | None) -> tuple[str, int, str]:
        item = done.place.item
        if item is not None:
            if item.counted:
                return "", 0, ""
            item.counted = True
            name = item.style or self.file.styles.list_of(style)
            return self.numbering.label(item.key, name, item.level, item.start), item.level, name or item.key
        if heading and done.element.tag == f"{TEXT}h":
            return self.numbering.label("outline", "outline", heading, None), heading, "outline"
        return "", 0, ""


def _raw(element: ET.Element, *, inside: bool = False) -> Iterator[str]:
    """All text in blocks, without regard to lists; what was deleted is not in it."""
    for child in element:
        if child.tag == f"{TEXT}tracked-changes":
            continue
        within = inside or child.tag in _BLOCKS
        if within and child.tag not in {f"{DC}creator", f"{DC}date"}:
            yield child.text or ""
        yield from _raw(child, inside=within)
        if inside:
            yield child.tail or ""


def _texts(element: ET.Element | None) -> list[str]:
    """The texts of the blocks below an element."""
    if element is None:
        return []
    texts = (" ".join("".join(block.itertext()).split()) for block in element.iter() if block.tag in _BLOCKS)
    return [text for text in texts if text]
