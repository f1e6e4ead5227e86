"""``planctl show`` on a terminal: a version or a point as its file has it, with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.models import Header, Point, Version
from planctl.render import phrases
from planctl.render.lines import Line, Piece, edge, line, passage, plain, spread, wrap
from planctl.render.plain import one_line

_ITEM_INDENT = "     "
_TEXT_INDENT = "  "


def show(header: Header, version: Version, points: Sequence[Point], width: int) -> list[Line]:
    """Some points of a version, whole or cut to one item, under a head that says whose words they are."""
    rows = _head(header, version, width)
    for point in points:
        rows += [line(""), *_point(version, point, width)]
    if any(phrases.MARKS[version.point_evidence[point.number]] for point in points):
        rows += [line(""), line(plain(phrases.INFERRED_MARK, "dim"))]
    return rows


def _head(header: Header, version: Version, width: int) -> list[Line]:
    title = one_line(version.title)
    start = [edge(one_line(header.title), "strong"), plain(f"   {version.version}   {title}", "strong")]
    rows = spread(start, [plain(phrases.counted(len(version.points), "point"))], width)
    tabled = f"tabled by {phrases.parties(version.tabled_by, header)}, {phrases.date(version.date)}"
    rows += wrap([plain(tabled)], width, _TEXT_INDENT)
    for banner in phrases.banners([(version.version, version)]):
        rows += wrap([plain(banner, "warn")], width, "! ", "  ")
    if version.note:
        rows += wrap([passage(version.note, "dim")], width, _TEXT_INDENT)
    return rows


def _point(version: Version, point: Point, width: int) -> list[Line]:
    number = one_line(point.number) + phrases.MARKS[version.point_evidence[point.number]]
    start = [edge(number, "strong"), plain(f"  {one_line(point.heading)}", "strong")]
    rows = spread(start, [plain(phrases.status_and_evidence(version, point), "dim")], width)
    rows += _text(point.text, width) + _margin(point.note, point.sources, width)
    for item in point.items:
        label = f"{_TEXT_INDENT}{one_line(item.label)}. ".ljust(5)
        rows += wrap([passage(item.text)], width, label, _ITEM_INDENT)
        mark = f"{item.evidence}. " if item.evidence else ""
        rows += _margin(mark + item.note, item.sources, width, _ITEM_INDENT)
    return rows


def _text(text: str, width: int) -> list[Line]:
    return wrap([passage(text)], width, _TEXT_INDENT) if text else []


def _margin(note: str, sources: tuple[str, ...] | None, width: int, indent: str = _TEXT_INDENT) -> list[Line]:
    """Note and sources below a text, as small print."""
    remark = " ".join(filter(None, [note.strip(), f"[{', '.join(sources)}]" if sources else ""]))
    return wrap([Piece("- ", "dim"), passage(remark, "dim")], width, indent, indent + "  ") if remark else []
