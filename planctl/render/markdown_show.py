"""``planctl show --format markdown``."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.models import Header, Item, Point, Version
from planctl.render import phrases
from planctl.render.markdown_text import inert


def show(header: Header, version: Version, points: Sequence[Point]) -> str:
    """The version's head and the points asked for."""
    tabled = f"{inert(phrases.parties(version.tabled_by, header))}, {phrases.date(version.date)}"
    lines = [f"# {inert(header.title)}: {inert(version.version)}, {inert(version.title)}", "", tabled, ""]
    for banner in phrases.banners([(version.version, version)]):
        lines += [f"> **{inert(banner)}**", ""]
    for point in points:
        lines += _point(version, point)
    return "\n".join(lines).rstrip() + "\n"


def _point(version: Version, point: Point) -> list[str]:
    mark = phrases.MARKS[version.point_evidence[point.number]]
    status = phrases.status_and_evidence(version, point)
    lines = [
        f"## {inert(point.number + mark)} {inert(point.heading)}".rstrip(),
        "",
        f"*{status}*",
        "",
    ]
    if point.text:
        lines += [inert(point.text), ""]
    lines += _margin(point)
    for item in point.items:
        lines += [f"- **{inert(item.label)}.** {inert(item.text)}"]
        lines += [f"  {small}" for small in _margin(item) if small]
    return [*lines, ""]


def _margin(unit: Point | Item) -> list[str]:
    sources = f"[{', '.join(unit.sources)}]" if unit.sources else ""
    remark = " ".join(filter(None, [unit.note, sources]))
    return [f"<small>{inert(remark)}</small>", ""] if remark else []
