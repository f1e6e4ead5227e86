"""``planctl log`` on a terminal: the version graph, newest first, drawn as git draws its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat

from planctl.lineage.states import State
from planctl.models import Header
from planctl.render import phrases
from planctl.render.lines import Line, Piece, edge, fitted, line, plain, width_of, wrap
from planctl.render.plain import one_line

_NARROWEST = 20


def log(
    where: str, states: Sequence[State], header: Header, kept: Mapping[str, str], width: int
) -> list[Line]:
    """The version graph. ``states`` stand parents first; ``kept`` says how git has each version."""
    title = line(edge(one_line(header.title), "strong"), plain(f"   {one_line(where)}", "dim"))
    rows = [*fitted(title, width), line("")]
    lanes: list[str] = []
    for state in reversed(states):
        rows += _joined(lanes, state.version.version)
        rows += _drawn(lanes, state, _details(state, header, kept), width)
    return rows


def _joined(lanes: list[str], name: str) -> list[Line]:
    """Draw together the lanes that wait for one version."""
    rows = []
    while lanes.count(name) > 1:
        last = len(lanes) - 1 - lanes[::-1].index(name)
        rows.append(line(" ".join(repeat("|", last)) + "/" + " |" * (len(lanes) - last - 1)))
        del lanes[last]
    return rows


def _drawn(lanes: list[str], state: State, details: list[str], width: int) -> list[Line]:
    """What is shown of a version, with its star and the lanes beside it."""
    name = state.version.version
    if name not in lanes:
        lanes.append(name)
    lane = lanes.index(name)
    star = " ".join("*" if k == lane else "|" for k in range(len(lanes)))
    fork = _descend(lanes, lane, state)
    beside = " ".join(repeat("|", len(lanes)))
    room = max(map(len, (star, fork, beside))) + 2
    narrow = max(_NARROWEST, width - room)
    styles = chain(["strong"], repeat(""))
    body = [row for text in details if text for row in _fit(plain(text, next(styles)), narrow)]
    margins = chain([star, fork or beside], repeat(beside))
    drawn = [(Piece(next(margins).ljust(room)), *row) for row in body]
    return [*drawn, line(beside)]


def _fit(piece: Piece, width: int) -> list[Line]:
    """The piece on one line, blanks and all, or wrapped where it is too long for one."""
    return [line(piece)] if width_of([piece]) <= width else wrap([piece], width, "", "  ")


def _descend(lanes: list[str], lane: int, state: State) -> str:
    """Put a version's parents into its lane; returns the fork to draw, or nothing."""
    parents = [parent.version for parent in state.version.made_from]
    lanes[lane : lane + 1] = parents[:1]
    new = [parent for parent in parents[1:] if parent not in lanes]
    lanes[lane + 1 : lane + 1] = new
    return " ".join(repeat("|", lane + 1)) + "\\" * len(new) if new else ""


def _details(state: State, header: Header, kept: Mapping[str, str]) -> list[str]:
    version = state.version
    first = f"{version.version}  {phrases.date(version.date)}  {phrases.parties(version.tabled_by, header)}"
    parents = [p.version + (" (contested)" if p.contested else "") for p in version.made_from]
    descent = f"made from {', '.join(parents)}" if parents else ""
    claims = f"{phrases.counted(len(state.claims), 'claim')} about it" if state.claims else ""
    apart = phrases.tabled_apart(version, header)
    remarks = [descent, apart, claims, kept.get(version.version, "")]
    return [first, one_line(version.title), phrases.size(state), "; ".join(filter(None, remarks))]
