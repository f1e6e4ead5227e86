"""What a format delivers: its paragraphs in order, each with what the format says about it.

The readers of formats make these; ``structure`` turns them into a tree, by one rule for all formats.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from planctl.readers.draft import DraftNote, StrayText


@dataclass(slots=True)
class Paragraph:
    """One paragraph, or a line where the format knows no paragraphs."""

    text: str
    label: str = ""
    """The number that the format prints by itself (automatic numbering); empty where it is typed."""
    level: int | None = None
    """Depth in a list, from 0, where the format says it."""
    list_id: str = ""
    """Which list it belongs to."""
    indent: float | None = None
    """How far from the margin its text or label begins, in points; only differences matter."""
    heading: int | None = None
    """Level of a heading, from 1; 0 is the title of the whole text."""
    bold: bool = False
    page: int = 0
    cell: tuple[int, int, int] | None = None
    """Table, row and column, from 0, of a paragraph in a table."""
    authors: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    """Positions, in ``Source.notes``, of the notes that it calls."""


@dataclass(slots=True)
class FileContents:
    """Everything that a format found in a file."""

    paragraphs: list[Paragraph]
    title: str = ""
    notes: list[DraftNote] = field(default_factory=list)
    left_out: list[StrayText] = field(default_factory=list)
    not_placed: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    authors: tuple[str, ...] = ()
    raw: str = ""
    """All text of the file, taken without regard to its structure, to check that nothing is missing."""
    state: Literal["", "rejected", "accepted"] = ""
