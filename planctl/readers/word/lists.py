"""The printed number of each paragraph of a list, counted as Word counts.

A counter belongs to an abstract list, so that lists which share one go on counting; an override that gives
a start begins anew once. A level restarts when a level above it was used since, unless ``w:lvlRestart`` says
otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from planctl.readers.word.formats import number
from planctl.readers.word.styles import VAL, ParagraphStyle, W, look, on, whole

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_RESTART_ALWAYS = -1


@dataclass(slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = _RESTART_ALWAYS
    """Levels from 1 that restart this one; 0 means none does, -1 that every level above does."""
    look: ParagraphStyle = field(default_factory=ParagraphStyle)
    blank: bool = False
    """Whether it prints nothing, so that its words begin where those of a numbered level do."""


@dataclass(slots=True)
class _Num:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


def _level(element: ET.Element) -> Level:
    def value(tag: str, default: str = "") -> str:
        child = element.find(f"{W}{tag}")
        return child.get(VAL, default) if child is not None else default

    form = value("numFmt", "decimal")
    restart = element.find(f"{W}lvlRestart")
    return Level(
        start=whole(value("start", "0")),
        form=form,
        text=value("lvlText") if form not in {"bullet", "none"} or "%" in value("lvlText") else "",
        legal=on(element.find(f"{W}isLgl")),
        restart=whole(restart.get(VAL)) if restart is not None else _RESTART_ALWAYS,
        look=look(element.find(f"{W}pPr")),
        blank=form in {"bullet", "none"} and not value("lvlText").strip(),
    )


class Lists:
    """The lists of a file; ``label`` is called for each paragraph in order, once."""

    def __init__(self, root: ET.Element | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._nums: dict[str, _Num] = {}
        self._styled: dict[str, tuple[str, int]] = {}
        links: dict[str, str] = {}
        owners: dict[str, str] = {}
        if root is None:
            root = ET.Element("none")
        for element in root.iterfind(f"{W}abstractNum"):
            self._abstract(element, links, owners)
        for element in root.iterfind(f"{W}num"):
            self._num(element)
        for abstract, style in links.items():
            if style in owners and not self._abstracts[abstract]:
                self._abstracts[abstract] = self._abstracts[owners[style]]
        self.restart()

    def restart(self) -> None:
        """Forget all counts, to number the text a second time."""
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def _abstract(self, element: ET.Element, links: dict[str, str], owners: dict[str, str]) -> None:
        abstract = element.get(f"{W}abstractNumId", "")
        levels: dict[int, Level] = {}
        for child in element.iterfind(f"{W}lvl"):
            place = whole(child.get(f"{W}ilvl"))
            levels[place] = _level(child)
            style = child.find(f"{W}pStyle")
            if style is not None:
                self._styled.setdefault(f"{abstract}/{style.get(VAL, '')}", (abstract, place))
        self._abstracts[abstract] = levels
        link, owner = element.find(f"{W}numStyleLink"), element.find(f"{W}styleLink")
        if link is not None:
            links[abstract] = link.get(VAL, "")
        if owner is not None:
            owners[owner.get(VAL, "")] = abstract

    def _num(self, element: ET.Element) -> None:
        abstract = element.find(f"{W}abstractNumId")
        num = _Num(abstract.get(VAL, "") if abstract is not None else "")
        for override in element.iterfind(f"{W}lvlOverride"):
            place = whole(override.get(f"{W}ilvl"))
            start, level = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
            if start is not None:
                num.starts[place] = whole(start.get(VAL))
            if level is not None:
                num.levels[place] = _level(level)
        self._nums[element.get(f"{W}numId", "")] = num

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level that a list binds to a paragraph style."""
        num = self._nums.get(num_id)
        found = self._styled.get(f"{num.abstract}/{style}") if num else None
        return found[1] if found else None

    def level(self, num_id: str, place: int) -> Level | None:
        """A level of a list, with what the list overrides."""
        num = self._nums.get(num_id)
        if num is None:
            return None
        return num.levels.get(place) or self._abstracts.get(num.abstract, {}).get(place)

    def abstract(self, num_id: str) -> str:
        """Which abstract list a list counts in."""
        return self._nums[num_id].abstract if num_id in self._nums else num_id

    def label(self, num_id: str, place: int) -> str:
        """Count one paragraph, and give the number that Word prints before it; empty for a bullet."""
        num = self._nums.get(num_id)
        level = self.level(num_id, place)
        if num is None or level is None or not 0 <= place < _LEVELS:
            return ""
        counts = self._counts.setdefault(num.abstract, [None] * _LEVELS)
        self._count(num_id, num, place, level, counts)
        return self._print(num_id, place, level, counts)

    def _count(self, num_id: str, num: _Num, place: int, level: Level, counts: list[int | None]) -> None:
        fresh = (num_id, place) not in self._begun
        if fresh and place in num.starts:
            counts[place] = num.starts[place]
        else:
            before = counts[place]
            counts[place] = level.start if before is None else before + 1
        self._begun.add((num_id, place))
        for above in range(place):
            if counts[above] is None:
                higher = self.level(num_id, above)
                counts[above] = num.starts.get(above, higher.start if higher else 1)
        for below in range(place + 1, _LEVELS):
            lower = self.level(num_id, below)
            if lower is None or lower.restart == _RESTART_ALWAYS or (lower.restart and place < lower.restart):
                counts[below] = None
                if below in num.starts:
                    self._begun.discard((num_id, below))

    def _print(self, num_id: str, place: int, level: Level, counts: list[int | None]) -> str:
        def sign(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self.level(num_id, at)
            count = counts[at]
            if other is None or count is None or at > place:
                return ""
            form = "decimal" if level.legal and other.form not in {"decimalZero", "none"} else other.form
            return number(count, form)

        return _PLACE.sub(sign, level.text).strip()
