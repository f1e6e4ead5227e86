"""A graph of versions, the newest first, drawn as git draws its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

from planctl.page import Graph, GraphNode, Style, bare
from planctl.writers.lines import Line, StyledText, line, width_of, wrap
from planctl.writers.terminal.words import joined, pieces

_NARROWEST = 20


def graph(block: Graph, width: int, indent: str) -> list[Line]:  # noqa: ARG001 - the lanes are its margin
    """Lanes with a star for each version, and beside it what is said of it."""
    lanes: list[str] = []
    rows: list[Line] = []
    for node in block.nodes:
        rows += [*_joined(lanes, node.name), *_drawn(lanes, node, width)]
    return rows


def _joined(lanes: list[str], name: str) -> list[Line]:
    """Draw together the lanes that wait for one version."""
    rows = []
    while lanes.count(name) > 1:
        last = len(lanes) - 1 - lanes[::-1].index(name)
        rows.append(line(" ".join(repeat("|", last)) + "/" + " |" * (len(lanes) - last - 1)))
        del lanes[last]
    return rows


def _drawn(lanes: list[str], node: GraphNode, width: int) -> list[Line]:
    """What is said of a version, with its star and the lanes beside it."""
    if node.name not in lanes:
        lanes.append(node.name)
    lane = lanes.index(node.name)
    star = " ".join("*" if k == lane else "|" for k in range(len(lanes)))
    fork = _descend(lanes, lane, node)
    beside = " ".join(repeat("|", len(lanes)))
    room = max(map(len, (star, fork, beside))) + 2
    narrow = max(_NARROWEST, width - room)
    styles: Iterator[Style] = chain(("strong",), repeat(""))
    lines = (*node.lines, *((words,) for words in node.below))
    groups = (joined([pieces(cell) for cell in cells if bare(cell)], "  ") for cells in lines)
    body = [row for group in groups if group for row in _fit(_styled(group, next(styles)), narrow)]
    margins = chain([star, fork or beside], repeat(beside))
    drawn = [(StyledText(next(margins).ljust(room)), *row) for row in body]
    return [*drawn, line(beside)]


def _styled(group: list[StyledText], style: Style) -> list[StyledText]:
    return [StyledText(piece.text, piece.style or style) for piece in group]


def _fit(group: list[StyledText], width: int) -> list[Line]:
    """The pieces on one line, blanks and all, or wrapped where they are too long for one."""
    return [tuple(group)] if width_of(group) <= width else wrap(group, width, "", "  ")


def _descend(lanes: list[str], lane: int, node: GraphNode) -> str:
    """Put a version's parents into its lane; returns the fork to draw, or nothing."""
    lanes[lane : lane + 1] = node.parents[:1]
    new = [parent for parent in node.parents[1:] if parent not in lanes]
    lanes[lane + 1 : lane + 1] = new
    return " ".join(repeat("|", lane + 1)) + "\\" * len(new) if new else ""
