"""Where each unit of a version stands in its tree, and what it is called there.

A unit is known by its path: ``2.1.a.iv``, ``Annex I/3``, ``preamble._1``. A child whose label repeats its
parent's (``1.1`` in ``1``) adds to the path only what it adds to the label.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

from planctl.models.texts import Item, Point, Section

Location: TypeAlias = tuple[int | str, ...]

PREAMBLE, CLOSING, HEADING = "preamble", "closing", "heading"
"""What paragraphs before and after the points are called, and the heading of a section."""
_KEYWORD = re.compile(r"[^\W\d_]{2,}\s+(?=\S)")


class Unit(NamedTuple):
    """A section, point, item or paragraph where it stands.

    ``location`` leads to it in the file, ``above`` is what it is part of, ``point`` the path of the point (or
    of the preamble, or the closing) that it belongs to, ``item`` its path within that.
    """

    location: Location
    written: Section | Point | Item
    path: str
    point: str
    item: str | None
    above: Unit | None

    @property
    def label(self) -> str:
        """The label as printed; empty for a paragraph and for a section that has only a heading."""
        return (self.written.number if isinstance(self.written, Point) else self.written.label) or ""

    @property
    def line(self) -> Iterator[Unit]:
        """The unit itself and all that it is part of, the nearest first."""
        unit: Unit | None = self
        while unit is not None:
            yield unit
            unit = unit.above


class Tree(NamedTuple):
    """The parts of a version as its file has them."""

    preamble: tuple[Item, ...]
    points: tuple[Point, ...]
    sections: tuple[Section, ...]
    closing: tuple[Item, ...]

    @property
    def is_flat(self) -> bool:
        """Whether it is a list of points with lettered items, whose paths are their labels."""
        return not (self.preamble or self.sections or self.closing) and all(
            item.label is not None and not item.items and "." not in item.label
            for point in self.points
            for item in point.items
        )

    def walk(self) -> Iterator[Unit]:
        """Every section, point, item and paragraph in reading order."""
        yield from _paragraphs(self.preamble, PREAMBLE, (PREAMBLE,), None)
        yield from _points(self.points, "", (), None)
        yield from _sections(self.sections, "", (), None)
        yield from _paragraphs(self.closing, CLOSING, (CLOSING,), None)


def _sections(
    sections: Iterable[Section], path: str, location: Location, above: Unit | None
) -> Iterator[Unit]:
    for k, section in enumerate(sections):
        here: Location = (*location, "sections", k)
        own_path = f"{path}{section.label or section.heading}"
        unit = Unit(here, section, own_path, "", None, above)
        yield unit
        yield from _paragraphs(section.preamble, f"{own_path}/{PREAMBLE}", (*here, PREAMBLE), unit)
        yield from _points(section.points, f"{own_path}/", here, unit)
        yield from _sections(section.sections, f"{own_path}/", here, unit)


def _points(points: Iterable[Point], path: str, location: Location, above: Unit | None) -> Iterator[Unit]:
    for k, point in enumerate(points):
        here: Location = (*location, "points", k)
        own_path = f"{path}{point.number}"
        unit = Unit(here, point, own_path, own_path, None, above)
        yield unit
        yield from _items(point.items, own_path, (*here, "items"), unit, point.number)


def _paragraphs(items: Iterable[Item], path: str, location: Location, above: Unit | None) -> Iterator[Unit]:
    return _items(items, path, location, above, "")


def _items(
    items: Iterable[Item], point: str, location: Location, above: Unit | None, number: str
) -> Iterator[Unit]:
    """``number`` is what the items' point is called where it stands: ``3``, not ``Annex I/3``."""
    unnamed = 0
    inside = above.item if above else None
    for k, item in enumerate(items):
        here: Location = (*location, k)
        label = item.label or item.term
        if not label:
            unnamed += 1
            label = f"_{unnamed}"
        elif "." in label:
            label = added(label, above.label if above else "", f"{number}.{inside}" if inside else number)
        within = f"{inside}.{label}" if inside else label
        unit = Unit(here, item, f"{point}.{within}", point, within, above)
        yield unit
        yield from _items(item.items, point, (*here, "items"), unit, number)


def added(label: str, *parents: str) -> str:
    """What a label adds to its parent's: ``1`` of ``1.1`` in ``1``; all of it if it does not repeat that."""
    bare = _bare(label)
    for known in parents:
        start = f"{_bare(known, keyword=False)}."
        if len(start) < len(bare) and len(start) > 1 and bare.startswith(start):
            return bare[len(start) :]
    return label


def _bare(label: str, *, keyword: bool = True) -> str:
    """A label without brackets, blanks and a stop at its end; without a word before it unless wanted."""
    shown = label if keyword else _KEYWORD.sub("", label)
    return re.sub(r"[\s()\[\]]+", "", shown).rstrip(".:")


def alike(label: str, *, keyword: bool = True) -> str:
    """A label as it is compared: ``4 bis`` with any blank, ``２`` and ``2``, ``(A)`` and ``a`` are equal."""
    return _bare(unicodedata.normalize("NFKC", label), keyword=keyword).casefold()


class Finder:
    """The units of a version by what people call them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = tuple(units)

    def paths(self, asked: str) -> tuple[str, ...]:
        """The paths of what bears a name: as it is printed, else but for keyword, brackets, stop, blanks."""
        for known, wanted in self._forms(asked):
            if wanted and wanted in known:
                return known[wanted]
        return ()

    def _forms(self, asked: str) -> Iterator[tuple[Mapping[str, tuple[str, ...]], str]]:
        yield self._printed, asked
        yield self._alike, _each(asked, keyword=True)
        yield self._bare, _each(asked, keyword=False)

    @cached_property
    def _printed(self) -> Mapping[str, tuple[str, ...]]:
        return self._index(lambda name: name)

    @cached_property
    def _alike(self) -> Mapping[str, tuple[str, ...]]:
        return self._index(lambda name: _each(name, keyword=True))

    @cached_property
    def _bare(self) -> Mapping[str, tuple[str, ...]]:
        return self._index(lambda name: _each(name, keyword=False))

    def _index(self, form: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
        by_name: dict[str, dict[str, None]] = {}
        for unit in self._units:
            for name in _names(unit):
                by_name.setdefault(form(name), {})[unit.path] = None
        return {name: tuple(paths) for name, paths in by_name.items()}


def _names(unit: Unit) -> Iterator[str]:
    """What a unit may be called: its path, and the path without the sections around it, outermost first."""
    yield unit.path
    sections = [each for each in unit.line if isinstance(each.written, Section) and each is not unit]
    for section in reversed(sections):
        yield unit.path[len(section.path) + 1 :]


def _each(name: str, *, keyword: bool) -> str:
    return "/".join(alike(part, keyword=keyword) for part in name.split("/"))
