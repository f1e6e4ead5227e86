"""The page of ``planctl show``: a version or a part of it as its file has it, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planctl.models import CLOSING, PREAMBLE, Header, Point, Section, Unit, Version
from planctl.models import Item as Part
from planctl.page import (
    Block,
    Entry,
    Heading,
    Inline,
    LabelledText,
    Legend,
    Page,
    Prose,
    Remark,
    Remarks,
    StyledRun,
    Title,
    Trust,
)
from planctl.pages import phrases
from planctl.pages.sources import sources


def page(header: Header, version: Version, units: Sequence[Unit], remarks: Sequence[str] = ()) -> Page:
    """Some units of a version in reading order, under a head that says whose words they are.

    ``remarks`` are what is to be known first: of a file of no plan, what was left out of it.
    """
    title = Title(header.title, version.version, version.title, phrases.counted(version.point_count, "point"))
    body = [block for group in _grouped(units) for block in _group(header, version, group)]
    shown = {unit.point for unit in units}
    marked = any(phrases.MARKS[kind] for point, kind in version.point_evidence.items() if point in shown)
    legend = [Legend((phrases.INFERRED_MARK,))] if marked else []
    whole = len(units) == len(version.units)
    named = sources(header, _named(version, units, whole=whole))
    return Page(title, (*_head(header, version, remarks, whole=whole), *body, *named, *legend))


def _grouped(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    return (list(group) for _, group in groupby(units, key=_around))


def _around(unit: Unit) -> str:
    """What paragraphs that belong to no point stand in: ``preamble``."""
    is_paragraph = unit.item is not None and unit.point.endswith((PREAMBLE, CLOSING))
    return unit.point if is_paragraph else ""


def _head(header: Header, version: Version, remarks: Sequence[str], *, whole: bool) -> Iterator[Block]:
    tabled = f"tabled by {phrases.parties(version.tabled_by, header)}, {phrases.date(version.date)}"
    yield Remark(tabled)
    if sentences := [*remarks, *trust(version)]:
        yield Trust(tuple(sentences))
    if version.note:
        yield Remark((StyledRun("note: ", "dim"), StyledRun(version.note, "dim", lined=True)))
    if version.sources and whole:
        yield Remark(StyledRun(f"sources: {', '.join(version.sources)}", "dim"))


def trust(version: Version) -> list[str]:
    """How far to trust a version."""
    named = version.version, version
    return [*phrases.banners([named]), *phrases.absences(*named)]


def _named(version: Version, units: Sequence[Unit], *, whole: bool) -> Iterator[str]:
    """The sources that the page names."""
    yield from version.sources if whole else ()
    yield from (source for left_out in version.left_out for source in left_out.sources)
    for unit in units:
        if not isinstance(unit.written, Section):
            yield from unit.written.sources or ()


def _group(header: Header, version: Version, units: Sequence[Unit]) -> Iterator[Block]:
    around = _around(units[0])
    if around and not isinstance(units[0].written, Point):
        yield Heading(around)
    for unit in units:
        yield from _unit(header, version, unit)


def _unit(header: Header, version: Version, unit: Unit) -> Iterator[Block]:
    if isinstance(unit.written, Section):
        yield Entry(
            unit.path, StyledRun(unit.written.heading if unit.written.label else "", "strong"), depth=0
        )
        yield from _remarks(_margin(unit.written.note, None))
    elif isinstance(unit.written, Point):
        yield from _point(header, version, unit, unit.written)
    else:
        yield _item(unit, unit.written)


def _point(header: Header, version: Version, unit: Unit, point: Point) -> Iterator[Block]:
    number = unit.path + phrases.MARKS[version.point_evidence.get(unit.path, version.evidence)]
    rests = StyledRun(phrases.status_and_evidence(version, unit.path, point), "dim")
    yield Entry(number, StyledRun(point.heading, "strong"), margin=(rests,), depth=0)
    before: list[Inline] = []
    if point.tabled_by is not None:
        before.append(f"tabled by {phrases.parties(point.tabled_by, header)}")
    if point.unseen:
        before.append(StyledRun(phrases.NOT_READ, "warn"))
    yield from _remarks(before)
    if point.text:
        yield Prose(point.text)
    yield from _remarks(_margin(point.note, point.sources))


def _item(unit: Unit, item: Part) -> LabelledText:
    """Its label as printed, its words, and what is said of it."""
    depth = sum(isinstance(each.written, Part) for each in unit.line)
    marks: list[Inline] = [StyledRun(phrases.NOT_READ, "warn")] if item.unseen else []
    marks += [f"term: {item.term}"] if item.term and item.label else []
    marks += [item.evidence.value] if item.evidence else []
    label = phrases.stopped(item.label or "")
    return LabelledText(label, item.text, depth, (*marks, *_margin(item.note, item.sources)))


def _margin(note: str, named: tuple[str, ...] | None) -> list[Inline]:
    """Note and sources, each behind its name."""
    rows: list[Inline] = [("note: ", StyledRun(note, lined=True))] if note.strip() else []
    return [*rows, *([f"sources: {', '.join(named)}"] if named else [])]


def _remarks(rows: list[Inline]) -> Iterator[Block]:
    if rows:
        yield Remarks(tuple(rows))
