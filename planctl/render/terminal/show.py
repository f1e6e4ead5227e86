"""``planctl show`` on a terminal: a version or a part of it as its file has it, with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from planctl.models import CLOSING, PREAMBLE, Header, Item, Point, Section, Unit, Version
from planctl.render import phrases
from planctl.render.lines import Line, Piece, edge, line, passage, plain, spread, wrap
from planctl.render.phrases import stopped
from planctl.render.plain import one_line

_INDENT = "  "
_DEEPEST = 8
"""Levels that are set in further than the one above; what lies deeper keeps its place under them."""


def show(header: Header, version: Version, units: Sequence[Unit], width: int) -> list[Line]:
    """Some units of a version in reading order, under a head that says whose words they are."""
    rows = _head(header, version, width)
    for around, group in groupby(units, key=_around):
        found = list(group)
        if around and not isinstance(found[0].written, Point):
            rows += [line(""), *wrap([edge(around, "strong")], width, "", _INDENT)]
        for unit in found:
            rows += _unit(header, version, unit, width)
    shown = {unit.point for unit in units}
    if any(phrases.MARKS[kind] for point, kind in version.point_evidence.items() if point in shown):
        rows += [line(""), line(plain(phrases.INFERRED_MARK, "dim"))]
    return rows


def _around(unit: Unit) -> str:
    """What paragraphs that belong to no point stand in: ``preamble``."""
    is_paragraph = unit.item is not None and unit.point.endswith((PREAMBLE, CLOSING))
    return one_line(unit.point) if is_paragraph else ""


def _head(header: Header, version: Version, width: int) -> list[Line]:
    title = one_line(version.title)
    start = [edge(one_line(header.title), "strong"), plain(f"   {version.version}   {title}", "strong")]
    rows = spread(start, [plain(phrases.counted(version.point_count, "point"))], width)
    tabled = f"tabled by {phrases.parties(version.tabled_by, header)}, {phrases.date(version.date)}"
    rows += wrap([plain(tabled)], width, _INDENT)
    for banner in (
        *phrases.banners([(version.version, version)]),
        *phrases.absences(version.version, version),
    ):
        rows += wrap([plain(banner, "warn")], width, "! ", "  ")
    if version.note:
        rows += wrap([passage(version.note, "dim")], width, _INDENT)
    return rows


def _unit(header: Header, version: Version, unit: Unit, width: int) -> list[Line]:
    if isinstance(unit.written, Section):
        return _section(unit, unit.written, width)
    if isinstance(unit.written, Point):
        return _point(header, version, unit, unit.written, width)
    return _item(unit, unit.written, width)


def _section(unit: Unit, section: Section, width: int) -> list[Line]:
    title = "  ".join(filter(None, [one_line(unit.path), one_line(section.heading) if section.label else ""]))
    rows = [line(""), *wrap([edge(title, "strong")], width, "", _INDENT)]
    return rows + _margin(section.note, None, width)


def _point(header: Header, version: Version, unit: Unit, point: Point, width: int) -> list[Line]:
    number = one_line(unit.path) + phrases.MARKS[version.point_evidence.get(unit.path, version.evidence)]
    start = [edge(number, "strong"), plain(f"  {one_line(point.heading)}", "strong")]
    rows = [
        line(""),
        *spread(start, [plain(phrases.status_and_evidence(version, unit.path, point), "dim")], width),
    ]
    if point.tabled_by is not None:
        rows += wrap([plain(f"tabled by {phrases.parties(point.tabled_by, header)}", "dim")], width, _INDENT)
    if point.unseen:
        rows += wrap([plain(phrases.UNSEEN, "warn")], width, _INDENT)
    return rows + _text(point.text, width) + _margin(point.note, point.sources, width)


def _item(unit: Unit, item: Item, width: int) -> list[Line]:
    """Its label as printed, its words below each other, set in by its depth."""
    depth = min(sum(isinstance(each.written, Item) for each in unit.line), _DEEPEST)
    before = _INDENT + "   " * (depth - 1)
    label = f"{before}{stopped(one_line(item.label or ''))} ".ljust(len(before) + 3)
    inner = before + "   "
    marks = [phrases.UNSEEN] if item.unseen else []
    marks += [f"Term: {one_line(item.term)}."] if item.term and item.label else []
    marks += [f"{item.evidence}."] if item.evidence else []
    rows = wrap([passage(item.text)], width, label, inner) or [line(plain(label.rstrip()))]
    return rows + _margin(" ".join([*marks, item.note]).strip(), item.sources, width, inner)


def _text(text: str, width: int) -> list[Line]:
    return wrap([passage(text)], width, _INDENT) if text else []


def _margin(note: str, sources: tuple[str, ...] | None, width: int, indent: str = _INDENT) -> list[Line]:
    """Note and sources below a text, as small print."""
    remark = " ".join(filter(None, [note.strip(), f"[{', '.join(sources)}]" if sources else ""]))
    return wrap([Piece("- ", "dim"), passage(remark, "dim")], width, indent, indent + "  ") if remark else []
