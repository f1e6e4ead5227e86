"""Random pages with hostile text, and what of them has to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import strategies as st

from planctl.page import (
    Bar,
    Block,
    Column,
    Entry,
    Fact,
    Facts,
    Figures,
    Graph,
    Heading,
    Item,
    Legend,
    Lines,
    Listing,
    Node,
    Page,
    PairedRedlines,
    Paragraph,
    Prose,
    Reasons,
    Redline,
    Redlines,
    Remarks,
    Run,
    Strand,
    Style,
    Table,
    Title,
    Trust,
    tidy,
)
from planctl.redline import Segment
from tests.hostile import ATTACKS

LIVE = "[/red]\x1b\u202e\u200f|`<&\t\r=@\"'>{%\\"
TEXTS = st.sampled_from(sorted(ATTACKS.values())) | st.text(
    st.characters(codec="utf-8") | st.sampled_from(LIVE), max_size=24
)
TOLD = TEXTS.filter(lambda text: bool(text.strip()))
STYLES: st.SearchStrategy[Style] = st.sampled_from(("", "strong", "dim", "warn", "address"))
RUNS = st.tuples(TOLD, STYLES, st.booleans()).map(lambda run: Run(run[0], run[1], lined=run[2]))
WORDS = TOLD | RUNS | st.lists(TOLD | RUNS, min_size=1, max_size=3).map(tuple)
BARS = st.builds(Bar, st.integers(0, 200), st.integers(0, 200), st.just("["), st.just("]"))


def several(of: st.SearchStrategy[Any], least: int = 1, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of some."""
    return st.lists(of, min_size=least, max_size=most).map(tuple)


KINDS = (
    ("label", "text", "margin"),
    ("label", "text", "text"),
    ("label", "text", "figure", "text", "margin"),
    ("label", "text", "address"),
    ("text", "figure"),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables as pages make them: any columns, bars in one of them."""
    kinds: tuple[Any, ...] = draw(st.sampled_from(KINDS))
    bar = draw(st.booleans()) and kinds != KINDS[0]
    columns = tuple(Column(draw(TOLD), kind) for kind in kinds)
    cell = {"address": TOLD.map(lambda text: Run(text, "address")), "label": TOLD, "margin": WORDS}
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        cells: list[Any] = [draw(cell.get(kind, WORDS)) for kind in kinds]
        if bar:
            cells[1] = draw(BARS)
        elif kinds != KINDS[0]:
            cells[1] = draw(WORDS | several(WORDS).map(Lines))
        rows.append(tuple(cells))
    return Table(columns, tuple(rows), plain=draw(st.booleans()))


SEGMENTS = several(st.builds(Segment, st.sampled_from(["keep", "delete", "insert"]), TOLD))
REDLINES = st.builds(Redline, TOLD, TEXTS, several(st.builds(Strand, TEXTS, SEGMENTS)), st.booleans())
NODES = st.lists(st.lists(WORDS, min_size=1, max_size=2).map(tuple), min_size=4, max_size=4).map(tuple)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Versions, each made from some that follow."""
    names = [f"v{k}" for k in range(draw(st.integers(1, 4)))]
    nodes = [
        Node(
            name,
            tuple(draw(st.sets(st.sampled_from(names[k + 1 :])))) if names[k + 1 :] else (),
            draw(NODES),
            draw(several(WORDS)),
        )
        for k, name in enumerate(names)
    ]
    return Graph((("version", "date"), ("title",), ("text",), ("remarks",)), tuple(nodes), "events")


FACTS = several(st.builds(Fact, TOLD, several(st.tuples(TOLD, TOLD, TOLD))))
MADE: dict[type, st.SearchStrategy[Any]] = {
    Trust: st.builds(Trust, several(WORDS)),
    Heading: st.builds(Heading, TOLD, TEXTS),
    Paragraph: st.builds(Paragraph, WORDS),
    Figures: st.builds(Figures, several(TOLD)),
    Listing: st.builds(Listing, several(TOLD)),
    Entry: st.builds(Entry, TOLD, WORDS, TEXTS, several(WORDS, 0, 2), st.integers(0, 1), st.booleans()),
    Table: tables(),
    Facts: st.builds(Facts, FACTS),
    Redlines: st.builds(Redlines, several(REDLINES)),
    PairedRedlines: st.builds(PairedRedlines, st.tuples(TOLD, TOLD), several(REDLINES)),
    Remarks: st.builds(Remarks, several(WORDS)),
    Reasons: st.builds(Reasons, several(WORDS)),
    Prose: st.builds(Prose, TOLD, st.integers(0, 2)),
    Item: st.builds(Item, TEXTS, TOLD, st.integers(1, 12), several(WORDS, 0, 2)),
    Graph: graphs(),
    Legend: st.builds(Legend, several(WORDS), st.none() | st.tuples(TOLD, TOLD)),
}
"""A strategy for each kind of block there is."""
assert set(MADE) == set(get_args(Block))

PAGES = st.builds(Page, st.builds(Title, TOLD, TEXTS, TEXTS, TEXTS), several(st.one_of(*MADE.values()), 0, 5))


def told(value: object) -> Iterator[str]:
    """Every text of a page, or of a part of it, that a reader has to see in any format.

    Titles of columns that can be read without them, of a graph's cells, and the names above two columns
    need not be seen where a format has no place for them.
    """
    match value:
        case Run():
            yield value.text
        case Bar():
            yield from value.figures
        case Strand():
            yield value.label
            yield from (segment.text for segment in tidy(value.segments))
        case Table():
            yield from () if value.plain else (c.title for c in value.columns if c.kind != "address")
            yield from (text for row in value.rows for cell in row for text in told(cell))
        case Column():
            yield value.title
        case Node():
            yield from (text for row in value.lines for cell in row for text in told(cell))
            yield from (text for words in value.below for text in told(words))
        case Graph():
            yield from (text for node in value.nodes for text in told(node))
        case PairedRedlines():
            yield from told(value.rows)
        case _:
            yield from _of_any(value)


def _of_any(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            yield from (text for part in value for text in told(part))
