"""The tree of a version as a list of points, each with all below it in one list of items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from planctl.models.texts import Item, Point, Section
from planctl.models.tree import HEADING, Unit


def flat_points(units: Iterable[Unit]) -> tuple[Point, ...]:
    """The points of a tree in reading order, known by their paths.

    A preamble, a closing and the heading of a section are points of their own, so that every word is in one.
    An item that has only further items gives its place to them; they inherit what it says of evidence,
    sources and ancestry. Its note, as that of a section, goes with what comes next.
    """
    points: dict[str, tuple[Point, list[Item]]] = {}
    notes: list[str] = []
    for unit in units:
        written = unit.written
        if isinstance(written, Section):
            notes += [written.note] if written.note else []
            if written.heading:
                name = f"{unit.path}/{HEADING}"
                heading = Point.model_construct(number=name, text=written.heading)
                points.setdefault(name, (_noted(heading, notes), []))
        elif isinstance(written, Point):
            points.setdefault(unit.path, (_noted(written, notes), []))
        elif written.text or not written.items:
            root = Point.model_construct(number=unit.point)
            listed = points.setdefault(unit.point, (root, []))[1]
            listed.append(_noted(_item(unit, written), notes))
        else:
            notes += [written.note] if written.note else []
    return tuple(_point(name, point, items) for name, (point, items) in points.items())


_Noted = TypeVar("_Noted", Point, Item)


def _noted(unit: _Noted, notes: list[str]) -> _Noted:
    """The unit with the notes that wait for one, before its own."""
    if not notes:
        return unit
    joined = " ".join(filter(None, [*notes, unit.note]))
    notes.clear()
    return unit.model_copy(update={"note": joined})


def _point(path: str, point: Point, items: list[Item]) -> Point:
    if path == point.number and tuple(items) == point.items:
        return point
    return point.model_copy(update={"number": path, "items": tuple(items)})


def _item(unit: Unit, written: Item) -> Item:
    line = [each.written for each in unit.line if isinstance(each.written, Item)]
    if written.label == unit.item and not written.items and len(line) == 1:
        return written
    return Item.model_construct(
        label=unit.item,
        term=written.term,
        text=written.text,
        unseen=any(each.unseen for each in line),
        evidence=next((each.evidence for each in line if each.evidence is not None), None),
        sources=next((each.sources for each in line if each.sources is not None), None),
        note=written.note,
        made_from=next((each.made_from for each in line if each.made_from is not None), None),
        not_from=tuple(dict.fromkeys(ref for each in line for ref in each.not_from)),
    )
