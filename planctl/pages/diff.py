"""The page of ``planctl diff``: how far to trust it, the answer in one look, substance, then the points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.diff import Change, DiffAnswer
from planctl.models import Evidence
from planctl.page import (
    Bar,
    Block,
    Cell,
    Column,
    Heading,
    Inline,
    Legend,
    Listing,
    Page,
    Remark,
    StyledRun,
    Table,
    Tally,
    Title,
    Trust,
    bare,
)
from planctl.pages import diff_phrases as say
from planctl.pages.diff_absence import listed
from planctl.pages.diff_points import point
from planctl.pages.diff_reasons import rests_on
from planctl.pages.diff_substance import substance, throughout
from planctl.pages.phrases import date, parties
from planctl.pages.sources import sources
from planctl.pages.twins import apart

_VERSIONS = (
    Column("version", "label"),
    Column("title"),
    Column("tabled by"),
    Column("date"),
    Column("wording"),
)
_STAT = (
    Column("point", "label"),
    Column("change"),
    Column("match", "figure"),
    Column("words removed and added"),
    Column("rests on", "margin"),
)
_TERMS = (
    Column("point", "label"),
    Column("change"),
    Column("match", "figure"),
    Column("without a reported change", "figure"),
    Column("rests on", "margin"),
)
_SUBSTANCE = Column("point", "label"), Column("in substance"), Column("rests on", "margin")


class DiffOptions(NamedTuple):
    """How somebody wants to see a comparison: ``addresses`` adds the sources of its points."""

    stat: bool = False
    side_by_side: bool = False
    explain: bool = False
    addresses: bool = False


DEFAULT_OPTIONS = DiffOptions()
"""Everything as it comes."""


def page(shown: DiffAnswer, look: DiffOptions = DEFAULT_OPTIONS) -> Page:
    """The whole page."""
    title = Title(shown.header.title, f"{shown.old} -> {shown.new}", figure=say.points(shown))
    body = [_stat(shown)] if look.stat else [*_substance(shown), *points(shown, look)]
    named = sources(shown.header, _named(shown)) if look.addresses else []
    return Page(title, (*_head(shown), *body, *named, *_legend(shown, look)))


def _head(shown: DiffAnswer) -> Iterator[Block]:
    rows = [
        (name, v.title, parties(v.tabled_by, shown.header), date(v.date), v.wording.value)
        for name, v in shown.sides
    ]
    yield Table(_VERSIONS, tuple(rows), plain=True)
    if sentences := say.trust(shown):
        yield Trust(tuple(sentences))
    yield Tally(tuple(say.counts(shown)))
    remarks = (say.outside_points(shown), say.survival(shown))
    yield from (Remark(f"{remark}.") for remark in remarks if remark)


def redline(shown: DiffAnswer) -> Page:
    """The points block by itself, for git, which has said already which file it is about."""
    title = Title(shown.header.title, f"{shown.old} -> {shown.new}")
    trust = [Trust(tuple(sentences))] if (sentences := say.trust(shown)) else []
    legend = Legend(tuple(say.legend(shown)), (shown.old, shown.new))
    return Page(title, (*trust, *points(shown, DEFAULT_OPTIONS), legend))


def in_substance(shown: DiffAnswer) -> list[str]:
    """What each change does in substance, whole: what the rows of the page show."""
    twins = apart(shown.comparison.old, shown.comparison.new)
    return [bare(substance(shown, change, twins)) for change in shown.changes]


def _substance(shown: DiffAnswer) -> Iterator[Block]:
    twins = apart(shown.comparison.old, shown.comparison.new)
    rows: list[tuple[Cell, ...]] = [(label, text, "") for label, text in throughout(shown)]
    rows += [
        (say.labels(shown.comparison, change), words, _basis(shown, change))
        for change in shown.changes
        if (words := substance(shown, change, twins))
    ]
    yield Heading("Substance")
    yield Table(_SUBSTANCE, tuple(rows), plain=True) if rows else Remark("no words changed")


def _basis(shown: DiffAnswer, change: Change, *, brief: bool = False) -> StyledRun:
    text = rests_on(shown, change, brief=brief)
    return StyledRun(text, "warn" if change.evidence is Evidence.inferred else "")


def points(shown: DiffAnswer, look: DiffOptions) -> Iterator[Block]:
    """The points block: what became of each point, word by word."""
    detailed = [change for change in shown.changes if not say.is_brief(change)]
    brief = [change for change in shown.changes if say.is_brief(change)]
    if detailed:
        yield Heading("Points")
        for change in detailed:
            yield from point(shown, change, side_by_side=look.side_by_side, explain=look.explain)
    for title, same in listed(brief):
        yield Heading(title)
        yield Listing(tuple(_unchanged(shown, change) for change in same))
    if not shown.changes:
        yield Remark("No point matches these filters.")


def _unchanged(shown: DiffAnswer, change: Change) -> str:
    return say.labels(shown.comparison, change) + (" (format only)" if change.format_only else "")


def _stat(shown: DiffAnswer) -> Table:
    is_restated = shown.comparison.is_restated
    rows: list[tuple[Cell, ...]] = [
        (
            say.labels(shown.comparison, change),
            say.kinds(change),
            say.brief_likeness(change),
            say.terms(change) if is_restated else Bar(*say.word_balance(change), *say.sign_balance(change)),
            _basis(shown, change, brief=True),
        )
        for change in shown.changes
    ]
    return Table(_TERMS if is_restated else _STAT, tuple(rows))


def _legend(shown: DiffAnswer, look: DiffOptions) -> Iterator[Block]:
    notes: list[Inline] = [*say.legend(shown)]
    if look.stat:
        notes.append(say.TERM_COUNT_LEGEND if shown.comparison.is_restated else say.WORD_COUNT_LEGEND)
    if showing := say.showing(shown):
        notes.append(showing)
    marked = not look.stat and any(not say.is_brief(change) for change in shown.changes)
    if notes or marked:
        yield Legend(tuple(notes), (shown.old, shown.new) if marked else None)


def _named(shown: DiffAnswer) -> Sequence[str]:
    """The sources of what the page shows."""
    sides = [
        (shown.comparison.old, [k for change in shown.changes for part in change.parts for k in part.old])
    ]
    sides += [
        (shown.comparison.new, [k for change in shown.changes for part in change.parts for k in part.new])
    ]
    named = [source for _, version in shown.sides for source in version.sources]
    named += [source for version, places in sides for k in places for source in version.provisions[k].sources]
    named += [
        source for _, version in shown.sides for left_out in version.left_out for source in left_out.sources
    ]
    return list(dict.fromkeys(named))
