"""The sources that a page names, with their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.models import Header, PlanHeading
from planctl.page import Block, Column, StyledRun, Table
from planctl.page import Heading as Head
from planctl.pages.phrases import date, parties

_COLUMNS = Column("source", "label"), Column("published by"), Column("date"), Column("address", "address")


def sources(header: PlanHeading, named: Iterable[str]) -> Iterator[Block]:
    """A table of those of the named sources that the plan describes, in the plan's order."""
    wanted = set(named)
    known = header.sources if isinstance(header, Header) else ()
    rows = tuple(
        (
            source.id,
            publisher(source.publisher, source.tied_to, header)
            + (f": {source.title}" if source.title else ""),
            date(source.date) if source.date else "",
            StyledRun(source.url, "address"),
        )
        for source in known
        if source.id in wanted
    )
    if rows:
        yield Head("Sources")
        yield Table(_COLUMNS, rows, plain=True)


def publisher(name: str, tied_to: str | None, header: PlanHeading) -> str:
    """A publisher, with the name of the party that it is tied to."""
    return f"{name} (tied to {parties([tied_to], header)})" if tied_to else name
