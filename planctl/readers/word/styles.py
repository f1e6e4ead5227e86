"""What a paragraph's style says: its list, its indent, whether it is a heading or a line of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(r"(?:heading|titre|überschrift|título|заголовок)\s*(\d)", re.IGNORECASE)


def transitional(root: ET.Element) -> ET.Element:
    """The same tree in the names of the usual dialect; strict files use other namespaces."""
    if not root.tag.startswith(_STRICT):
        return root
    for element in root.iter():
        if element.tag.startswith(_STRICT):
            element.tag = W + element.tag[len(_STRICT) :]
        for key in [key for key in element.attrib if key.startswith(_STRICT)]:
            element.attrib[W + key[len(_STRICT) :]] = element.attrib.pop(key)
    return root


def on(element: ET.Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and on."""
    return element is not None and element.get(VAL, "1").lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """A whole number in an attribute; hostile ones count as the default."""
    try:
        value = int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default
    return value if abs(value) < 10**7 else default


@dataclass(slots=True)
class ParagraphStyle:
    """What a paragraph or a style says about numbering, indent and outline; None where it says nothing."""

    num_id: str | None = None
    level: int | None = None
    left: int | None = None
    first: int | None = None
    outline: int | None = None

    def over(self, under: ParagraphStyle) -> ParagraphStyle:
        """This, and where it says nothing, what is under it."""
        return ParagraphStyle(
            under.num_id if self.num_id is None else self.num_id,
            under.level if self.level is None else self.level,
            under.left if self.left is None else self.left,
            under.first if self.first is None else self.first,
            under.outline if self.outline is None else self.outline,
        )


def look(properties: ET.Element | None) -> ParagraphStyle:
    """What ``w:pPr`` says."""
    found = ParagraphStyle()
    if properties is None:
        return found
    numbering = properties.find(f"{W}numPr")
    if numbering is not None:
        num_id, level = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
        found.num_id = num_id.get(VAL) if num_id is not None else None
        found.level = whole(level.get(VAL)) if level is not None else None
    indent = properties.find(f"{W}ind")
    if indent is not None:
        left = indent.get(f"{W}left", indent.get(f"{W}start"))
        found.left = whole(left) if left else None
        if indent.get(f"{W}hanging"):
            found.first = -whole(indent.get(f"{W}hanging"))
        elif indent.get(f"{W}firstLine"):
            found.first = whole(indent.get(f"{W}firstLine"))
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        found.outline = whole(outline.get(VAL), 9)
    return found


@dataclass(slots=True)
class Style:
    """A paragraph style with what it inherits."""

    look: ParagraphStyle
    name: str = ""
    heading: int | None = None
    contents: bool = False
    bold: bool = False
    hidden: bool = False


class Styles:
    """The styles of a file by id."""

    def __init__(self, root: ET.Element | None) -> None:
        self._raw: dict[str, ET.Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for element in root.iterfind(f"{W}style") if root is not None else ():
            style_id = element.get(f"{W}styleId", "")
            self._raw.setdefault(style_id, element)
            if element.get(f"{W}type") == "paragraph" and on_attribute(element.get(f"{W}default")):
                self.default = style_id

    def __getitem__(self, style_id: str) -> Style:
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def _chain(self, style_id: str) -> Iterator[ET.Element]:
        seen: set[str] = set()
        while style_id in self._raw and style_id not in seen:
            seen.add(style_id)
            element = self._raw[style_id]
            yield element
            based = element.find(f"{W}basedOn")
            style_id = based.get(VAL, "") if based is not None else ""

    def _resolve(self, style_id: str) -> Style:
        found = Style(ParagraphStyle())
        for place, element in enumerate(self._chain(style_id)):
            own = look(element.find(f"{W}pPr"))
            found.look = found.look.over(own)
            name = element.find(f"{W}name")
            text = (name.get(VAL, "") if name is not None else "").lower()
            if not place:
                found.name = text
            heading = _HEADING.match(text)
            if heading and found.heading is None:
                found.heading = int(heading[1])
            if text == "title" and found.heading is None:
                found.heading = 0
            found.contents |= text.startswith(
                ("toc ", "table of contents", "contents heading", "toc heading")
            )
            found.bold |= on(element.find(f"{W}rPr/{W}b"))
            found.hidden |= on(element.find(f"{W}rPr/{W}vanish"))
        if found.heading is None and found.look.outline is not None and found.look.outline < 9:  # noqa: PLR2004 - body
            found.heading = found.look.outline + 1
        return found


def on_attribute(text: str | None) -> bool:
    """Whether an attribute that is a switch is on."""
    return text is not None and text.lower() not in _OFF
