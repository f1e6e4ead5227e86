"""The text of one paragraph in one state of the tracked changes, and who made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from xml.etree import ElementTree as ET

from planctl.readers.word.styles import VAL, W, on

State = Literal["", "rejected", "accepted"]
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NEW = frozenset({f"{W}ins", f"{W}moveTo"})
_OLD = frozenset({f"{W}del", f"{W}moveFrom"})
TRACKED = (
    _NEW | _OLD | {f"{W}pPrChange", f"{W}rPrChange", f"{W}numberingChange", f"{W}cellIns", f"{W}cellDel"}
)
_SIGN_ELEMENTS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}ptab": "\t",
}  # fmt: skip
_SILENT = frozenset(
    {f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}fldChar"}
)
_BOX = f"{W}txbxContent"


@dataclass(slots=True)
class Runs:
    """What the runs of a paragraph hold."""

    text: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of each footnote, endnote and comment that is called."""
    boxes: list[ET.Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    skipped: bool = False
    """Whether something was passed over that only the other state has."""


def omitted(tag: str, state: State) -> bool:
    """Whether a tracked element has no place in a state."""
    return (tag in _NEW and state == "rejected") or (tag in _OLD and state != "rejected")


def collect(paragraph: ET.Element, state: State) -> Runs:
    """The runs of a paragraph."""
    runs = Runs()
    _walk(paragraph, state, runs)
    return runs


def _walk(element: ET.Element, state: State, runs: Runs) -> None:
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            _run(child, runs)
        elif tag in _SILENT:
            continue
        elif tag in _NEW or tag in _OLD:
            author = child.get(f"{W}author", "")
            if author and author not in runs.authors:
                runs.authors.append(author)
            if omitted(tag, state):
                runs.skipped = True
            else:
                _walk(child, state, runs)
        elif tag == f"{MC}AlternateContent":
            _walk(_choice(child), state, runs)
        elif tag == f"{W}commentRangeStart":
            continue
        else:
            _walk(child, state, runs)


def _choice(element: ET.Element) -> ET.Element:
    """One of several ways in which the same thing is written."""
    return next(iter(element), element)


def _run(run: ET.Element, runs: Runs) -> None:
    properties = run.find(f"{W}rPr")
    hidden = properties is not None and on(properties.find(f"{W}vanish"))
    bold = properties is not None and on(properties.find(f"{W}b"))
    for child in run:
        text = _sign(child, runs)
        if text is None:
            _inner(child, runs)
        elif hidden:
            runs.hidden.append(text)
        elif text:
            runs.text.append(text)
            runs.bold.append(bold or not text.strip())


def _sign(child: ET.Element, runs: Runs) -> str | None:
    tag = child.tag
    if tag in {f"{W}t", f"{W}delText"}:
        return child.text or ""
    if tag in _SIGN_ELEMENTS:
        return _SIGN_ELEMENTS[tag]
    if tag == f"{W}softHyphen":
        return "\u00ad"
    if tag == f"{W}sym":
        return _symbol(child)
    for kind in ("footnote", "endnote", "comment"):
        if tag == f"{W}{kind}Reference":
            runs.notes.append((kind, child.get(f"{W}id", "")))
            return ""
    return "" if tag in _SILENT else None


def _symbol(child: ET.Element) -> str:
    try:
        code = int(child.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""  # noqa: PLR2004 - no surrogates


def _inner(child: ET.Element, runs: Runs) -> None:
    """Pictures and shapes in a run: only their text boxes hold words."""
    if child.tag == f"{MC}AlternateContent":
        child = _choice(child)
    runs.boxes.extend(child.iter(_BOX))


def raw(element: ET.Element, state: State) -> Iterator[str]:
    """All text below an element in a state, without regard to paragraphs and fields."""
    for child in element:
        if child.tag in {f"{W}t", f"{W}delText"}:
            yield child.text or ""
        elif (
            child.tag != f"{MC}Fallback" and not omitted(child.tag, state) and not _row_is_gone(child, state)
        ):
            yield from raw(child, state)


def _row_is_gone(element: ET.Element, state: State) -> bool:
    marks = element.find(f"{W}trPr") if element.tag == f"{W}tr" else None
    return marks is not None and any(omitted(mark.tag, state) for mark in marks)


def mark_is_gone(paragraph: ET.Element, state: State) -> bool:
    """Whether the end of the paragraph is not there in a state, so that the next one goes on in it."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return False
    return any(omitted(child.tag, state) for child in properties)


def mark_authors(paragraph: ET.Element) -> list[str]:
    """Who inserted or deleted the end of the paragraph, or changed its properties."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return []
    return [
        child.get(f"{W}author", "")
        for child in properties.iter()
        if child.tag in TRACKED and child.get(f"{W}author")
    ]


def properties_in(paragraph: ET.Element, state: State) -> ET.Element | None:
    """``w:pPr`` as it is in a state: before the tracked change of properties where changes are rejected."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None or state != "rejected":
        return properties
    before = properties.find(f"{W}pPrChange/{W}pPr")
    chosen = before if before is not None else properties
    numbering = chosen.find(f"{W}numPr")
    if numbering is not None and numbering.find(f"{W}ins") is not None:
        copy = ET.Element(chosen.tag, chosen.attrib)
        copy.extend(child for child in chosen if child is not numbering)
        return copy
    return chosen


def style_of(properties: ET.Element | None) -> str:
    """The id of the paragraph's style; empty for the default."""
    style = properties.find(f"{W}pStyle") if properties is not None else None
    return style.get(VAL, "") if style is not None else ""
