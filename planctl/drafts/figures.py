"""A version that was read from a draft, in figures: what a person looks at before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planctl.models import Item, Point, Section, Unit, Version
from planctl.text import word_count


class Figures(NamedTuple):
    """How much there is of what. ``levels`` are the labels at each depth, points first, in reading order."""

    sections: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]
    paragraphs: int
    words: int
    notes: int

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self.levels[0]) if self.levels else 0


def figures(version: Version) -> Figures:
    """The figures of a version. Words leave labels and notes out."""
    levels: list[list[str]] = []
    paragraphs = notes = words = 0
    for unit in version.units:
        written = unit.written
        notes += bool(written.note)
        words += sum(map(word_count, _texts(written)))
        if isinstance(written, Section):
            continue
        if not unit.label:
            paragraphs += bool(written.text)
            continue
        depth = _depth(unit.line)
        levels += [[] for _ in range(depth - len(levels))]
        levels[depth - 1].append(unit.label)
    sections = [unit.path for unit in version.units if isinstance(unit.written, Section)]
    return Figures(tuple(sections), tuple(map(tuple, levels)), paragraphs, words, notes)


def _depth(line: Iterable[Unit]) -> int:
    """1 for a point; items in a paragraph of a preamble or a closing begin with 2, as those of points do."""
    units = [each for each in line if each.label and not isinstance(each.written, Section)]
    return len(units) + (not isinstance(units[-1].written, Point))


def _texts(unit: Section | Point | Item) -> tuple[str, ...]:
    if isinstance(unit, Item):
        return (unit.text,)
    return (unit.heading,) if isinstance(unit, Section) else (unit.heading, unit.text)
