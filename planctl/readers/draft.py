"""A draft as it arrived: a tree of what the file says, without date, party or evidence.

Labels stand as they were printed. A unit without a label is a paragraph of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Why = Literal[
    "page header or footer",
    "page number",
    "line number",
    "contents",
    "front matter",
    "hidden text",
    "repeated mark",
]


@dataclass(frozen=True, slots=True)
class DraftUnit:
    """A point, an item of any depth, or a paragraph (``label`` is empty)."""

    label: str = ""
    heading: str = ""
    text: str = ""
    items: tuple[DraftUnit, ...] = ()
    authors: tuple[str, ...] = ()
    """Who changed it, by tracked changes, in the order of their changes."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column, from 0, where it stands in a table; the cells of a row follow each other."""

    def walk(self) -> Iterator[DraftUnit]:
        """The unit and all below it, in the order of the file."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A part, chapter or annex. Its points stand before its sections."""

    label: str = ""
    heading: str = ""
    preamble: tuple[DraftUnit, ...] = ()
    points: tuple[DraftUnit, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    authors: tuple[str, ...] = ()

    def walk(self) -> Iterator[DraftUnit]:
        """Every unit of the section, in the order of the file."""
        for unit in (*self.preamble, *self.points):
            yield from unit.walk()
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A footnote or a comment; ``at`` is the label path of the unit that it belongs to, if known."""

    text: str
    kind: Literal["footnote", "endnote", "comment"]
    mark: str = ""
    author: str = ""
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrayText:
    """Words that are no part of the draft: how often they stand in the file, and where first."""

    text: str
    why: Why
    times: int = 1
    where: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one file says; a file with tracked changes gives two (``state``)."""

    name: str = ""
    title: str = ""
    preamble: tuple[DraftUnit, ...] = ()
    points: tuple[DraftUnit, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    closing: tuple[DraftUnit, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    left_out: tuple[StrayText, ...] = ()
    not_placed: tuple[str, ...] = ()
    """Text that belongs to the draft but whose place in it is unknown, such as a text box."""
    warnings: tuple[str, ...] = ()
    state: Literal["", "rejected", "accepted"] = ""
    """All tracked changes rejected, or accepted; empty when the file has none."""
    authors: tuple[str, ...] = field(default=())
    """Who made tracked changes in the file, in the order of the file."""

    def units(self) -> Iterator[DraftUnit]:
        """Every unit, in the order of the file."""
        for unit in (*self.preamble, *self.points):
            yield from unit.walk()
        for section in self.sections:
            yield from section.walk()
        for unit in self.closing:
            yield from unit.walk()

    def labelled(self) -> Iterator[tuple[tuple[str, ...], DraftUnit]]:
        """Every unit that has a label, with the labels from the point down to it."""
        for unit in self.points:
            yield from _labelled(unit, ())
        pending = list(reversed(self.sections))
        while pending:
            section = pending.pop()
            for unit in section.points:
                yield from _labelled(unit, ())
            pending.extend(reversed(section.sections))


def _labelled(unit: DraftUnit, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], DraftUnit]]:
    path = (*above, unit.label) if unit.label else above
    if unit.label:
        yield path, unit
    for item in unit.items:
        yield from _labelled(item, path)
