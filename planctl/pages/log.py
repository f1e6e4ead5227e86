"""The page of ``planctl log``: the version graph, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planctl.lineage.states import State
from planctl.models import Event, Header
from planctl.page import Graph, GraphNode, Inline, Page, StyledRun, Title
from planctl.pages import phrases
from planctl.pages.timeline_phrases import DISPUTED, event, event_note

_TITLES = ("version", "date", "tabled by"), ("title",), ("text",), ("made from, claims, record",)


def page(
    where: str, states: Sequence[State], header: Header, kept: Mapping[str, str], *, events: bool = False
) -> Page:
    """The version graph. ``states`` stand parents first; ``kept`` says how git has each version.

    ``events``: those about each version stand below it.
    """
    nodes = [
        _node(state, header, kept.get(state.version.version, ""), state.events if events else ())
        for state in reversed(states)
    ]
    return Page(Title(header.title, about=where), (Graph(_TITLES, tuple(nodes), "events" if events else ""),))


def _event(of: Event) -> tuple[str | StyledRun, ...]:
    """The day and what happened, whether that is disputed, and the keeper's note."""
    note = event_note(of)
    line: tuple[str | StyledRun, ...] = (f"{phrases.date(of.date)}: {event(of)}",)
    line += (" ", StyledRun(DISPUTED, "warn")) if of.disputed else ()
    return (*line, " ", note) if note.text else line


def _node(state: State, header: Header, kept: str, events: Sequence[Event]) -> GraphNode:
    version = state.version
    first = version.version, phrases.date(version.date), phrases.parties(version.tabled_by, header)
    parents = [p.version + (" (contested)" if p.contested else "") for p in version.made_from]
    descent = f"made from {', '.join(parents)}" if parents else ""
    claims = f"{phrases.counted(len(state.claims), 'claim')} about it" if state.claims else ""
    remarks = [descent, phrases.tabled_apart(version, header), claims, kept]
    rows: list[tuple[Inline, ...]] = [
        first,
        (version.title,),
        (phrases.size(state),),
        ("; ".join(filter(None, remarks)),),
    ]
    parents_of = tuple(parent.version for parent in version.made_from)
    return GraphNode(version.version, parents_of, tuple(rows), tuple(map(_event, events)))
