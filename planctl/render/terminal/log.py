"""``planctl log`` on a terminal: the version graph, newest first, drawn as git draws its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat

from planctl.lineage.history import State
from planctl.models import Header
from planctl.render import phrases
from planctl.render.lines import Line, Piece, line, plain, wrap

_NARROWEST = 20


def log(
    where: str, states: Sequence[State], header: Header, kept: Mapping[str, str], width: int
) -> list[Line]:
    """The version graph. ``states`` stand parents first; ``kept`` says how git has each version."""
    rows: list[Line] = [line(plain(header.title, "strong"), plain(f"   {where}", "dim")), line("")]
    lanes: list[str] = []
    for state in reversed(states):
        rows += _joined(lanes, state.version.version)
        rows += _drawn(lanes, state, _told(state, header, kept), width)
    return rows


def _joined(lanes: list[str], name: str) -> list[Line]:
    """Draw together the lanes that wait for one version."""
    rows = []
    while lanes.count(name) > 1:
        last = len(lanes) - 1 - lanes[::-1].index(name)
        rows.append(line(" ".join(repeat("|", last)) + "/" + " |" * (len(lanes) - last - 1)))
        del lanes[last]
    return rows


def _drawn(lanes: list[str], state: State, told: list[Piece], width: int) -> list[Line]:
    """What is told of a version, with its star and the lanes beside it."""
    name = state.version.version
    if name not in lanes:
        lanes.append(name)
    here = lanes.index(name)
    star = " ".join("*" if k == here else "|" for k in range(len(lanes)))
    fork = _descend(lanes, here, state)
    beside = " ".join(repeat("|", len(lanes)))
    room = max(map(len, (star, fork, beside))) + 2
    body = [row for piece in told for row in wrap([piece], max(_NARROWEST, width - room), "", "  ")]
    margins = chain([star, fork or beside], repeat(beside))
    drawn = [(Piece(next(margins).ljust(room)), *row) for row in body]
    return [*drawn, line(beside)]


def _descend(lanes: list[str], here: int, state: State) -> str:
    """Put a version's parents into its lane; returns the fork to draw, or nothing."""
    first, *others = [parent.version for parent in state.parents] or [None]
    lanes[here : here + 1] = [first] if first else []
    new = [parent for parent in others if parent and parent not in lanes]
    lanes[here + 1 : here + 1] = new
    return " ".join(repeat("|", here + 1)) + "\\" * len(new) if new else ""


def _told(state: State, header: Header, kept: Mapping[str, str]) -> list[Piece]:
    version = state.version
    title = f"{version.version}  {phrases.date(version.date)}  {phrases.parties(version.tabled_by, header)}"
    size = f"{phrases.counted(state.points, 'point')}, {phrases.counted(state.words, 'word')}"
    rests = ", ".join(f"{number} {kind}" for kind, number in sorted(state.evidence.items()))
    facts = [version.title, size, f"{version.wording}, {rests}"]
    if state.claims:
        facts.append(phrases.counted(len(state.claims), "claim") + " about it")
    parents = [p.version + (" (contested)" if p.contested else "") for p in state.parents]
    descent = f"made from {', '.join(parents)}" if parents else "made from no version on file"
    git = kept.get(version.version, "")
    rest = "; ".join(filter(None, [descent, git]))
    return [plain(title, "strong"), plain("; ".join(facts)), plain(rest, "dim")]
