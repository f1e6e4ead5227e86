"""``planctl log --format markdown``: a table of the versions, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planctl.lineage.states import State
from planctl.models import Evidence, Header
from planctl.render import phrases
from planctl.render.markdown_text import inert, table
from planctl.render.timeline_phrases import event

_HEAD = [
    *(
        "version",
        "date",
        "tabled by",
        "title",
        "made from",
        "points",
        "words",
        "wording",
        "evidence",
        "claims",
    ),
    "in git",
]


def log(header: Header, states: Sequence[State], kept: Mapping[str, str], *, events: bool = False) -> str:
    """One row a version. ``kept`` says how git has each version; ``events``: those about each, below."""
    rows = [_row(state, header, kept.get(state.version.version, "")) for state in reversed(states)]
    below = [line for state in reversed(states) for line in _events(state)] if events else []
    return "\n".join([f"# {inert(header.title)}: versions", "", *table(_HEAD, rows), *below])


def _events(state: State) -> list[str]:
    if not state.events:
        return []
    rows = [f"- {inert(f'{phrases.date(each.date)}: {event(each)}')}" for each in state.events]
    return [f"## Events about {inert(state.version.version)}", "", *rows, ""]


def _row(state: State, header: Header, kept: str) -> list[str]:
    version = state.version
    parents = [p.version + (" (contested)" if p.contested else "") for p in version.made_from]
    return [
        inert(version.version),
        phrases.date(version.date),
        inert(phrases.parties(version.tabled_by, header)),
        inert(version.title),
        inert(", ".join(parents)),
        str(state.points),
        "-" if state.words is None else str(state.words),
        version.wording.value,
        ", ".join(f"{state.evidence[kind]} {kind}" for kind in Evidence if state.evidence[kind]),
        str(len(state.claims)),
        inert(kept),
    ]
