"""Where a labelled paragraph belongs: beside or below one of the units that are open.

Each place has a cost. What a format says (list levels, heading levels, indents) weighs with what the label
itself says: its style, and whether it comes next after a label that is there. The cheapest place wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planctl.readers.labels import LabelReading
from planctl.readers.nodes import Node
from planctl.readers.paragraphs import Paragraph

TOLERANCE = 5.0
"""Points by which two indents may differ and still be the same."""
DEEPEST = 16
"""Levels that a tree may have; a label that would go deeper stands beside the deepest."""
UNSURE = 2.4
"""What a place may cost for a label that may be something else, such as a year or initials."""

_WITHIN = -1.5
"""What it costs that the number of the parent begins the label, as 1 does 1.1."""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """One reading of a label in one place: below the first ``depth`` open units."""

    cost: float
    depth: int
    reading: LabelReading


@dataclass(frozen=True, slots=True)
class WeighedPlace:
    """A place that is weighed: what would stand above, and what is open beside it."""

    reading: LabelReading
    paragraph: Paragraph
    opened: Sequence[Node]
    depth: int
    parent: Node
    sibling: Node | None


def best(
    readings: Sequence[LabelReading],
    paragraph: Paragraph,
    chain: Sequence[Node],
    coming: Sequence[LabelReading],
) -> OpenPlace:
    """The cheapest place below ``chain``: the root, and the units that are open.

    ``coming`` are readings of the labels that come next.
    """
    root, opened = chain[0], chain[1:]
    places = []
    for reading in readings:
        for depth in range(min(len(opened), DEEPEST - 1) + 1):
            parent = opened[depth - 1] if depth else root
            sibling = opened[depth] if depth < len(opened) else None
            spot = WeighedPlace(reading, paragraph, opened, depth, parent, sibling)
            places.append(OpenPlace(_cost(spot, coming), depth, reading))
    return min(places, key=lambda place: (place.cost, -place.depth))


def _cost(spot: WeighedPlace, coming: Sequence[LabelReading]) -> float:
    reading, paragraph, parent, sibling = spot.reading, spot.paragraph, spot.parent, spot.sibling
    if _goes_on(reading, paragraph, sibling):
        return 0.5
    prefix = _by_prefix(reading, parent, sibling)
    cost = _by_order(spot) + _by_keyword(spot) + prefix + _by_ending(spot)
    if any(after.style == reading.style and after.follows(reading) == 0 for after in coming):
        cost -= 0.7
    automatic = _by_list(paragraph, parent, sibling)
    if automatic is not None:
        return min(cost, 1.5) + automatic
    return (
        cost
        + _by_other_list(paragraph, parent, sibling)
        + _by_heading(paragraph, parent, sibling, within=prefix <= _WITHIN)
        + _by_indent(paragraph, parent, sibling)
    )


def _goes_on(reading: LabelReading, paragraph: Paragraph, sibling: Node | None) -> bool:
    """Whether a typed number goes on where automatic ones stopped, or the other way round."""
    if (
        sibling is None
        or sibling.label is None
        or sibling.source is None
        or sibling.label.style == reading.style
    ):
        return False
    bare = sibling.label.keyword == "article" and reading.style in {"I", "1"}
    if (bool(sibling.source.label) == bool(paragraph.label) and not bare) or len(reading.values) != 1:
        return False
    if ("1" in reading.style) != ("1" in sibling.label.style) and not sibling.label.keyword:
        return False  # figures do not go on letters
    return reading.follows(sibling.label) == 0 and reading.style[-1:] != ")" and not reading.first


def _by_order(spot: WeighedPlace) -> float:
    reading, parent = spot.reading, spot.parent
    same = parent.last.get(reading.style)
    if same is not None and same.label is not None:
        gap = reading.follows(same.label)
        away = 0.0 if same is spot.sibling else 2.5
        if gap is None:
            return (3.5 if reading.first else 8.0) + away
        return (1.0 + min(gap, 8) * 0.3 if gap else 0.0) + away
    if parent.last:
        return 3.5 if reading.first else 6.0
    if reading.first:
        nested = parent.label is not None and parent.label.style == reading.style
        return 4.0 if nested else 1.0
    return 4.0 if spot.depth else 2.0


def _by_keyword(spot: WeighedPlace) -> float:
    reading, above, opened, depth = spot.reading, spot.parent.label, spot.opened, spot.depth
    if reading.keyword:
        if depth and above and (not above.keyword or above.style == reading.style):
            return 8.0
        if depth and above and above.keyword == "article" and reading.keyword == "article":
            return 2.0
        return 0.0
    if not depth and opened and opened[0].label and opened[0].label.keyword:
        return 3.0
    return 0.0


def _by_prefix(reading: LabelReading, parent: Node, sibling: Node | None) -> float:
    prefix = reading.values[:-1]
    if not prefix:
        return 0.0
    above = parent.label
    if above is not None and above.values[-len(prefix) :] == prefix and above.style[-1:] != ")":
        return _WITHIN
    if sibling is not None and sibling.label is not None and sibling.label.values[:-1] == prefix:
        return -1.0
    return 2.0 if above is not None else 0.5


def _by_ending(spot: WeighedPlace) -> float:
    opened = spot.opened
    if not opened or not opened[-1].ending.rstrip().endswith((":", "：", "—", "–")):
        return 0.0
    return -1.5 if spot.depth == len(opened) else 0.5


def _by_list(paragraph: Paragraph, parent: Node, sibling: Node | None) -> float | None:
    """What the list says that the paragraph belongs to; None when it says nothing here."""
    if paragraph.level is None or not paragraph.list_id:
        return None
    beside = sibling.source if sibling is not None else None
    above = parent.source
    if beside is not None and beside.list_id == paragraph.list_id and beside.level is not None:
        return -3.0 if beside.level == paragraph.level else 6.0
    if above is not None and above.list_id == paragraph.list_id and above.level is not None:
        return -2.0 if above.level < paragraph.level else 6.0
    return None


def _by_other_list(paragraph: Paragraph, parent: Node, sibling: Node | None) -> float:
    """Two lists at one level and one indent stand side by side."""
    if paragraph.level is None:
        return 0.0
    if sibling is not None and _alike(sibling.source, paragraph):
        return -2.0
    return 2.0 if _alike(parent.source, paragraph) else 0.0


def _alike(other: Paragraph | None, paragraph: Paragraph) -> bool:
    if other is None or other.level != paragraph.level or other.indent is None or paragraph.indent is None:
        return False
    return abs(other.indent - paragraph.indent) <= TOLERANCE


def _by_heading(paragraph: Paragraph, parent: Node, sibling: Node | None, *, within: bool) -> float:
    """What levels of headings say; nothing against a parent whose number begins the label (``within``)."""
    cost = 0.0
    beside = sibling.source if sibling is not None else None
    above = parent.source
    if beside is not None:
        if (beside.heading is None) != (paragraph.heading is None):
            cost += 2.5
        elif beside.heading is not None and paragraph.heading is not None:
            cost += -1.0 if beside.heading == paragraph.heading else 3.0
    if above is not None and paragraph.heading is not None:
        if within:
            return min(cost, 0.0)
        if above.heading is None:
            cost += 4.0
        else:
            cost += -1.0 if above.heading < paragraph.heading else 5.0
    return cost


def _by_indent(paragraph: Paragraph, parent: Node, sibling: Node | None) -> float:
    if paragraph.indent is None:
        return 0.0
    cost = 0.0
    beside = sibling.source if sibling is not None else None
    above = parent.source
    if beside is not None and beside.indent is not None and beside.page == paragraph.page:
        cost += 0.0 if abs(beside.indent - paragraph.indent) <= TOLERANCE else 2.5
    if above is not None and above.indent is not None and above.page == paragraph.page:
        deeper = paragraph.indent - above.indent
        cost += -0.3 if deeper > TOLERANCE else 0.3 if deeper >= -TOLERANCE else 2.0
    return cost
