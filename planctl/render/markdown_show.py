"""``planctl show --format markdown``."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.models import Header, Item, Point, Section, Unit, Version
from planctl.render import phrases
from planctl.render.markdown_text import inert
from planctl.render.phrases import stopped


def show(header: Header, version: Version, units: Sequence[Unit]) -> str:
    """The version's head and the units asked for."""
    tabled = f"{inert(phrases.parties(version.tabled_by, header))}, {phrases.date(version.date)}"
    lines = [f"# {inert(header.title)}: {inert(version.version)}, {inert(version.title)}", "", tabled, ""]
    for banner in (
        *phrases.banners([(version.version, version)]),
        *phrases.absences(version.version, version),
    ):
        lines += [f"> **{inert(banner)}**", ""]
    for unit in units:
        lines += _unit(header, version, unit)
    kept = [row for row, before in zip(lines, ["", *lines], strict=False) if row or before]
    return "\n".join(kept).rstrip() + "\n"


def _unit(header: Header, version: Version, unit: Unit) -> list[str]:
    if isinstance(unit.written, Section):
        title = unit.written.heading if unit.written.label else ""
        return ["", f"## {inert(unit.path)} {inert(title)}".rstrip(), "", *_margin(unit.written.note, None)]
    if isinstance(unit.written, Point):
        return _point(header, version, unit, unit.written)
    return _item(unit, unit.written)


def _point(header: Header, version: Version, unit: Unit, point: Point) -> list[str]:
    mark = phrases.MARKS[version.point_evidence.get(unit.path, version.evidence)]
    status = phrases.status_and_evidence(version, unit.path, point)
    lines = ["", f"## {inert(unit.path + mark)} {inert(point.heading)}".rstrip(), "", f"*{status}*", ""]
    if point.tabled_by is not None:
        lines += [f"*tabled by {inert(phrases.parties(point.tabled_by, header))}*", ""]
    lines += [f"*{phrases.UNSEEN}*", ""] if point.unseen else []
    if point.text:
        lines += [inert(point.text), ""]
    return lines + _margin(point.note, point.sources)


def _item(unit: Unit, item: Item) -> list[str]:
    depth = sum(isinstance(each.written, Item) for each in unit.line)
    before = "  " * (depth - 1)
    label = f"**{inert(stopped(item.label))}** " if item.label else ""
    told = " ".join(filter(None, [phrases.UNSEEN if item.unseen else "", item.note]))
    rows = [f"{before}- {label}{inert(item.text)}".rstrip()]
    return rows + [f"{before}  {small}" for small in _margin(told, item.sources) if small]


def _margin(note: str, named: tuple[str, ...] | None) -> list[str]:
    sources = f"[{', '.join(named)}]" if named else ""
    remark = " ".join(filter(None, [note, sources]))
    return [f"<small>{inert(remark)}</small>", ""] if remark else []
