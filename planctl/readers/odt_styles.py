"""The styles and list numbers of an OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from planctl.readers.word.formats import number

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, FO = (
    f"{_BASE}{name}:1.0}}" for name in ("office", "text", "table", "style", "xsl-fo-compatible")
)
DC = "{http://purl.org/dc/elements/1.1/}"
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_OTHER = {"а, б": "russianLower", "А, Б": "russianUpper", "א": "hebrew2", "أ": "arabicAlpha"}
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|px)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "px": 0.75}
_PLACE = re.compile(r"%(\d{1,2})%")
_LEVELS = 10
_CHAIN = 30
"""Styles that may be based on each other."""


@dataclass(slots=True)
class OdtLevel:
    """One level of a list style."""

    form: str
    prefix: str
    suffix: str
    start: int
    shown: int
    pattern: str


class OdtStyles:
    """The paragraph and list styles of a file."""

    def __init__(self, roots: Sequence[ET.Element]) -> None:
        self._paragraphs: dict[str, ET.Element] = {}
        self.lists: dict[str, dict[int, OdtLevel]] = {}
        for root in roots:
            for element in root.iter(f"{STYLE}style"):
                if element.get(f"{STYLE}family") == "paragraph":
                    self._paragraphs[element.get(f"{STYLE}name", "")] = element
            for element in root.iter(f"{TEXT}list-style"):
                self.lists[element.get(f"{STYLE}name", "")] = _levels(element)
            for element in root.iter(f"{TEXT}outline-style"):
                self.lists["outline"] = _levels(element)

    def _chain(self, name: str) -> list[ET.Element]:
        out: list[ET.Element] = []
        while name in self._paragraphs and len(out) < _CHAIN:
            out.append(self._paragraphs[name])
            name = out[-1].get(f"{STYLE}parent-style-name", "")
        return out

    def list_of(self, name: str) -> str:
        """The list style that a paragraph style is bound to."""
        return next(
            (found for each in self._chain(name) if (found := each.get(f"{STYLE}list-style-name"))), ""
        )

    def is_title(self, name: str) -> bool:
        """Whether a paragraph style is that of the title."""
        return any(each.get(f"{STYLE}name") == "Title" for each in self._chain(name))

    def margin(self, name: str) -> float:
        """The left margin of a paragraph style in points, hanging first line included."""
        for each in self._chain(name):
            properties = each.find(f"{STYLE}paragraph-properties")
            left = properties.get(f"{FO}margin-left") if properties is not None else None
            if properties is not None and left is not None:
                return _points(left) + min(0.0, _points(properties.get(f"{FO}text-indent", "")))
        return 0.0


def _points(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    try:
        return float(match[1]) * _POINTS[match[2]] if match else 0.0
    except ValueError:
        return 0.0


def _levels(element: ET.Element) -> dict[int, OdtLevel]:
    out: dict[int, OdtLevel] = {}
    for child in element:
        level = child.get(f"{TEXT}level", "")
        if not level.isdecimal() or len(level) > 2:  # noqa: PLR2004
            continue
        form = child.get(f"{STYLE}num-format")
        if child.tag.endswith("bullet") or form is None:
            form = ""
        known = _FORMATS.get(form) or next(
            (kind for sign, kind in _OTHER.items() if form.startswith(sign)), "decimal"
        )
        pattern = next((value for key, value in child.attrib.items() if key.endswith("}num-list-format")), "")
        out[int(level)] = OdtLevel(
            known,
            child.get(f"{STYLE}num-prefix", ""),
            child.get(f"{STYLE}num-suffix", ""),
            _whole(child.get(f"{TEXT}start-value"), 1),
            _whole(child.get(f"{TEXT}display-levels"), 1),
            pattern if known != "none" else "",
        )
    return out


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else default  # noqa: PLR2004


class Numbering:
    """Counts list items, and prints their numbers."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._last: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def begin(self, element: ET.Element, style: str, number_of_list: int) -> str:
        """Which counter a list counts in: its own, or that of the list that it continues."""
        own = element.get("{http://www.w3.org/XML/1998/namespace}id") or f"list {number_of_list}"
        continued = element.get(f"{TEXT}continue-list", "")
        key = own
        if continued in self._keys:
            key = self._keys[continued]
        elif element.get(f"{TEXT}continue-numbering") == "true" and style in self._last:
            key = self._last[style]
        self._last[style] = self._keys[own] = key
        return key

    def label(self, key: str, style: str, level: int, start: int | None) -> str:
        """Count one item, and give the number printed before it; empty for a bullet."""
        levels = self._styles.lists.get(style, {})
        own = levels.get(level)
        if own is None or not 0 < level <= _LEVELS:
            return ""
        counts = self._counts.setdefault(key, [None] * (_LEVELS + 1))
        before = counts[level]
        counts[level] = start if start is not None else own.start if before is None else before + 1
        for above in range(1, level):
            if counts[above] is None:
                counts[above] = levels[above].start if above in levels else 1
        counts[level + 1 :] = [None] * (_LEVELS - level)
        return _printed(levels, own, level, counts)


def _printed(levels: dict[int, OdtLevel], own: OdtLevel, level: int, counts: list[int | None]) -> str:
    def sign(place: int) -> str:
        other = levels.get(place)
        return number(counts[place] or 0, other.form) if other and 0 < place <= level else ""

    if own.form == "none":
        return ""
    if own.pattern:
        return _PLACE.sub(lambda match: sign(int(match[1])), own.pattern).strip()
    shown = [sign(place) for place in range(max(1, level - own.shown + 1), level + 1)]
    return (own.prefix + ".".join(part for part in shown if part) + own.suffix).strip()
