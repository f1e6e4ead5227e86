"""A page as Markdown: for an issue, a wiki or a report. Nothing in it is live."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from planctl.page import (
    Bar,
    Cell,
    Entry,
    Facts,
    Graph,
    Heading,
    Inline,
    LabelledText,
    Legend,
    Lines,
    LinkReasons,
    Listing,
    Page,
    PairedRedlines,
    Prose,
    RedlineBlock,
    Redlines,
    Remark,
    Remarks,
    Strand,
    Table,
    Tally,
    Title,
    Trust,
    one_side,
    runs,
    tidy,
)
from planctl.redline import Segment
from planctl.writers.cutting import opening
from planctl.writers.markdown_text import inert
from planctl.writers.markdown_text import table as as_table

_TAGS = {"delete": "del", "insert": "ins"}


def markdown(page: Page) -> str:
    """The page as text that GitHub and others show as it is meant."""
    rows = _title(page.title)
    for block in page.blocks:
        rows += _WRITTEN[type(block)](block)
    kept = [row for row, before in zip(rows, ["", *rows], strict=False) if row or before]
    return "\n".join(kept).rstrip() + "\n"


def _title(title: Title) -> list[str]:
    about = ", ".join(filter(None, [title.subject, title.about]))
    head = f"# {inert(title.plan)}{f': {inert(about)}' if about else ''}"
    return [head, "", *([f"**{inert(title.figure)}**", ""] if title.figure else [])]


def _words(words: Inline) -> str:
    """Words on one line, neighbours joined: an address must not be put together from harmless parts."""
    text = "".join(map(opening, runs(words)))
    return inert(text)


def _trust(block: Trust) -> list[str]:
    rows = [line for words in block.sentences for line in (f"> **{_words(words)}**", ">")]
    return [*rows[:-1], ""]


def _heading(block: Heading) -> list[str]:
    return ["", f"## {inert(block.text)}{f' ({inert(block.aside)})' if block.aside else ''}", ""]


def _paragraph(block: Remark) -> list[str]:
    return [_words(block.words), ""]


def _entries(block: Tally | Listing) -> list[str]:
    return [", ".join(map(inert, block.entries)), ""]


def _entry(block: Entry) -> list[str]:
    words = _words(block.words)
    head = f"{inert(block.label)}: {words}" if block.depth else f"{inert(block.label)} {words}"
    aside = f" ({inert(block.aside)})" if block.aside else ""
    margin = ", ".join(filter(None, map(_words, block.margin)))
    return ["", f"##{'#' * block.depth} {head.strip()}{aside}", "", *([margin, ""] if margin else [])]


def _table(block: Table) -> list[str]:
    heads = [inert(column.title) for column in block.columns]
    return ["", *as_table(heads, [list(map(_cell, row)) for row in block.rows])]


def _cell(cell: Cell) -> str:
    if isinstance(cell, Lines):
        return "<br>".join(filter(None, map(_words, cell.rows)))
    if not isinstance(cell, Bar):
        return _words(cell)
    if cell.removed + cell.added:
        return " ".join(filter(None, cell.figures))
    signs = [("-", cell.removed_signs), ("+", cell.added_signs)]
    written = [f"{mark} {inert(' '.join(listed))}" for mark, listed in signs if listed]
    return f"signs: {' '.join(written)}" if written else ""


def _facts(block: Facts) -> list[str]:
    rows = []
    for fact in block.facts:
        shown = [inert(" ".join(filter(None, row))) for row in fact.rows]
        rows.append(f"- **{inert(fact.label)}**: {'; '.join(shown)}")
    return ["", *rows, ""]


def _redlines(block: Redlines) -> list[str]:
    return [line for row in block.rows for line in (f"> {_redline(row)}", "")]


def _redline(row: RedlineBlock) -> str:
    label = f"**{inert(row.label)}**" if row.label else ""
    remark = f"_{inert(row.remark)}_" if row.remark else ""
    words = "<br>".join(_strand(strand, tidy(strand.segments)) for strand in row.strands)
    return " ".join(filter(None, [label, remark, words]))


def _strand(strand: Strand, segments: Sequence[Segment]) -> str:
    label = f"{inert(strand.label)}: " if strand.label else ""
    return label + "".join(map(_segment, _joined(segments))).strip()


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """Neighbours of one kind as one: an address must not be put together from harmless parts."""
    same = groupby(segments, key=lambda segment: segment.kind)
    return [Segment(kind, "".join(segment.text for segment in run)) for kind, run in same]


def _segment(segment: Segment) -> str:
    tag = _TAGS.get(segment.kind)
    lines = segment.text.split("\n")
    if tag is None:
        return "<br>".join(map(_spaced, lines)) if segment.text.strip() else " "
    return "<br>".join(f"<{tag}>{inert(text)}</{tag}>" for text in lines if text.strip())


def _spaced(text: str) -> str:
    """Inert text that keeps one blank at either end where there was white space."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{inert(text)}{after}"


def _paired(block: PairedRedlines) -> list[str]:
    """The versions beside each other; what stands on one side only has an empty cell on the other."""
    return as_table(["", *map(inert, block.names)], [_cells(row) for row in block.rows])


def _cells(row: RedlineBlock) -> list[str]:
    label = " ".join(filter(None, [inert(row.label), f"_{inert(row.remark)}_" if row.remark else ""]))
    if row.unmarked:
        return ["<br>".join(filter(None, [label, *(_strand(s, s.segments) for s in row.strands)])), "", ""]
    return [
        label,
        "<br>".join(_side(strand, "insert", "") for strand in row.strands),
        "<br>".join(_side(strand, "delete", strand.label) for strand in row.strands),
    ]


def _side(strand: Strand, without: str, label: str) -> str:
    return _strand(Strand(label, ()), one_side(strand.segments, without))


def _remarks(block: Remarks | LinkReasons) -> list[str]:
    return ["", *(f"- {_words(words)}" for words in block.rows), ""]


def _prose(block: Prose) -> list[str]:
    return [_breaking(block.text), ""]


def _breaking(text: str) -> str:
    return "<br>".join(inert(line) for line in text.split("\n") if line.strip())


def _item(block: LabelledText) -> list[str]:
    before = "  " * (block.depth - 1)
    label = f"**{inert(block.label)}** " if block.label else ""
    rows = [f"{before}- {label}{_breaking(block.text)}".rstrip()]
    return [*rows, *(f"{before}  - {_words(words)}" for words in block.remarks)]


def _graph(block: Graph) -> list[str]:
    heads = [inert(title) for line in block.titles for title in line]
    rows = [[_words(cell) for line in node.lines for cell in line] for node in block.nodes]
    if block.below:
        heads.append(inert(block.below))
        rows = [[*row, _cell(Lines(node.below))] for row, node in zip(rows, block.nodes, strict=True)]
    return as_table(heads, rows)


def _legend(block: Legend) -> list[str]:
    rows = [f"- {_words(words)}" for words in block.notes]
    if block.redlines:
        old, new = map(inert, block.redlines)
        rows.insert(0, f"- <del>words</del> only in {old}, <ins>words</ins> only in {new}")
    return ["", *rows, ""]


_WRITTEN: dict[type, Callable[[Any], list[str]]] = {
    Trust: _trust,
    Heading: _heading,
    Remark: _paragraph,
    Tally: _entries,
    Listing: _entries,
    Entry: _entry,
    Table: _table,
    Facts: _facts,
    Redlines: _redlines,
    PairedRedlines: _paired,
    Remarks: _remarks,
    LinkReasons: _remarks,
    Prose: _prose,
    LabelledText: _item,
    Graph: _graph,
    Legend: _legend,
}
