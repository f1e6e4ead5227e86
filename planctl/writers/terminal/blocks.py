"""Blocks of a page one below the other: which stand apart, and how each is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planctl.page import (
    Block,
    Entry,
    Facts,
    Graph,
    Heading,
    LabelledText,
    Legend,
    LinkReasons,
    Listing,
    Page,
    PairedRedlines,
    Prose,
    Redlines,
    Remark,
    Remarks,
    Table,
    Tally,
    Title,
    Trust,
)
from planctl.plain import one_line
from planctl.writers.lines import (
    Line,
    StyledText,
    cells,
    edge,
    fitted,
    line,
    passage,
    plain,
    spread,
    width_of,
    wrap,
)
from planctl.writers.terminal.graph import graph
from planctl.writers.terminal.redlines import in_columns, redlines
from planctl.writers.terminal.tables import table
from planctl.writers.terminal.words import joined, pieces

_SET_APART = (Trust, Heading, Tally, Facts, Graph, Legend)
"""What stands apart from what comes before it."""
_BASIS = 11
"""Cells for what a point rests on: published, reported, inferred in one column."""
_ITEM, _DEEPEST_SET_IN = 3, 8
"""Cells by which an item is set in, and levels that are; what lies deeper keeps its place under them."""
_COLUMN_GAP = "  "
_LABELS = 14
"""Cells for the labels of facts."""


def lines(page: Page, width: int) -> list[Line]:
    """The page at ``width`` cells. Only a narrow label or a word wider than a line is ever cut."""
    rows = _title(page.title, width)
    before: Block | Title = page.title
    indent = "  "
    for block in page.blocks:
        if _is_apart(before, block):
            rows.append(())
        if isinstance(block, Entry):
            indent = "  " + "  " * block.depth
        rows += _DRAWN[type(block)](block, width, indent)
        before = block
    return rows


def _is_apart(before: Block | Title, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if isinstance(before, Heading):
        return False
    if isinstance(block, Entry):
        return not block.joined
    if isinstance(block, Table):
        return not isinstance(before, Title | Entry)
    if isinstance(block, Remark):
        return isinstance(before, Table | Listing | Facts)
    return isinstance(block, _SET_APART)


def _title(title: Title, width: int) -> list[Line]:
    start = [edge(one_line(title.plan), "strong")]
    start += [plain(f"   {one_line(title.subject)}", "strong")] if title.subject else []
    start += [plain(f"   {one_line(title.about)}")] if title.about else []
    end = [plain(title.figure)] if title.figure else []
    if width_of(start) > width:
        return [*wrap(start, width, "", "  "), *(spread([], end, width) if end else [])]
    return spread(start, end, width)


def _trust(block: Trust, width: int, indent: str) -> list[Line]:
    return [
        row for words in block.sentences for row in wrap(pieces(words, style="warn"), width, "! ", indent[:2])
    ]


def _heading(block: Heading, width: int, indent: str) -> list[Line]:
    start = edge(one_line(block.text).upper(), "strong")
    return _fit([start, *([plain(f"   {block.aside}")] if block.aside else [])], width, indent[:2])


def _fit(row: list[StyledText], width: int, hanging: str) -> list[Line]:
    """On one line, blanks and all, or wrapped."""
    return [tuple(row)] if width_of(row) <= width else wrap(row, width, "", hanging)


def _paragraph(block: Remark, width: int, indent: str) -> list[Line]:
    return wrap(pieces(block.words), width, indent[:2])


def _figures(block: Tally, width: int, indent: str) -> list[Line]:
    return _packed(list(block.entries), width, indent[:2], "   ")


def _listing(block: Listing, width: int, indent: str) -> list[Line]:
    *earlier, last = block.entries
    return _packed([*(f"{entry}," for entry in earlier), last], width, indent[:2], " ")


def _packed(entries: list[str], width: int, indent: str, gap: str) -> list[Line]:
    """Entries in a row, broken only between them."""
    rows: list[str] = []
    for entry in map(one_line, entries):
        if rows and cells(rows[-1]) + len(gap) + cells(entry) <= width:
            rows[-1] += gap + entry
        else:
            rows.append(indent + entry)
    return [part for row in rows for part in fitted(line(row), width)]


def _entry(block: Entry, width: int, indent: str) -> list[Line]:
    """Label and words to the left, what it rests on at the right edge."""
    before = indent[2:]
    label = plain(block.label, "strong") if before else edge(one_line(block.label), "strong")
    aside = [plain(f"({block.aside})", "dim")] if block.aside else []
    start = joined([[label], pieces(block.words), aside], _COLUMN_GAP)
    margin = [pieces(words) for words in block.margin]
    if len(margin) > 1:
        gap = _BASIS - width_of(margin[-1])
        margin[-1] = [StyledText(" " * max(0, gap - 2)), *margin[-1]]
    end = joined(margin, _COLUMN_GAP)
    if width_of(start) + len(before) > width:
        first = f"{before}{label.text}{_COLUMN_GAP if label.text else ''}"
        rest = joined([pieces(block.words), aside], _COLUMN_GAP)
        if cells(first) > width // 2:
            rows = [*wrap([label], width, before, indent), *(wrap(rest, width, indent) if rest else [])]
        else:
            rows = wrap(rest, width, first, indent + _COLUMN_GAP)
        return [*rows[:-1], *spread(rows[-1], end, width)]
    return spread([StyledText(before), *start] if before else start, end, width)


def _facts(block: Facts, width: int, indent: str) -> list[Line]:
    rows: list[Line] = []
    for fact in block.facts:
        wide = [max(cells(one_line(row[k])) for row in fact.rows) for k in range(len(fact.rows[0]) - 1)]
        start = indent[:2] + one_line(fact.label)
        for row in fact.rows:
            named = start.ljust(_LABELS)
            for cell, room in zip(row[:-1], wide, strict=True):
                named += f"{one_line(cell)}{' ' * (room - cells(one_line(cell)))} "
            rows += wrap([plain(row[-1])], width, named, " " * cells(named))
            start = ""
    return rows


def _remarks(block: Remarks | LinkReasons, width: int, indent: str) -> list[Line]:
    return [
        row for words in block.rows for row in wrap(pieces(words, style="dim"), width, indent, f"{indent}  ")
    ]


def _prose(block: Prose, width: int, indent: str) -> list[Line]:
    return wrap([passage(block.text)], width, indent + "  " * block.depth)


def _item(block: LabelledText, width: int, indent: str) -> list[Line]:
    """Its label as printed, its words below each other, set in by its depth."""
    before = indent + " " * (_ITEM * (min(block.depth, _DEEPEST_SET_IN) - 1))
    label = f"{before}{one_line(block.label)} ".ljust(len(before) + _ITEM)
    inner = before + " " * _ITEM
    rows = wrap([passage(block.text)], width, label, inner) or [line(plain(label.rstrip()))]
    for words in block.remarks:
        rows += wrap(pieces(words, style="dim"), width, inner, f"{inner}  ")
    return rows


def _legend(block: Legend, width: int, indent: str) -> list[Line]:
    notes = [pieces(words, style="dim") for words in block.notes]
    if block.redlines:
        old, new = block.redlines
        marks = [plain(f"[-words-] only in {one_line(old)}   ", "dim")]
        notes.insert(0, [*marks, plain(f"{{+words+}} only in {one_line(new)}", "dim")])
    return [row for note in notes for row in wrap(note, width, "", indent[:2])]


_DRAWN: dict[type, Callable[[Any, int, str], list[Line]]] = {
    Trust: _trust,
    Heading: _heading,
    Remark: _paragraph,
    Tally: _figures,
    Listing: _listing,
    Entry: _entry,
    Table: table,
    Facts: _facts,
    Redlines: redlines,
    PairedRedlines: in_columns,
    Remarks: _remarks,
    LinkReasons: _remarks,
    Prose: _prose,
    LabelledText: _item,
    Graph: graph,
    Legend: _legend,
}
