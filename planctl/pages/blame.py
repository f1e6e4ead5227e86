"""The page of ``planctl blame``: whose words, which hands they went through, who disputes that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.blame.points import PointBlame, ProvisionBlame
from planctl.blame.shown import Shown
from planctl.page import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    Legend,
    Lines,
    Page,
    Paragraph,
    Run,
    Table,
    Title,
    Trust,
)
from planctl.pages import blame_phrases as say
from planctl.pages import term_phrases as terms
from planctl.pages.blame_phrases import Row
from planctl.pages.claim_phrases import NOBODY_PREFERRED
from planctl.pages.claims import disputes
from planctl.pages.phrases import INFERRED_MARK, MARKS, date, parties
from planctl.pages.share import tables
from planctl.pages.sources import sources

_FIRST = "first in a text tabled by"
_WORDING = Column("", "label"), Column("wording"), Column(_FIRST), Column("where")
_TERMS = Column("", "label"), Column("term"), Column(_FIRST), Column("where")
_POINTS_OF_TERMS = (
    Column("", "label"),
    Column("point"),
    Column("first in"),
    Column("values from"),
    Column("origin"),
)
_POINTS = (
    Column("", "label"),
    Column("point"),
    Column("introduced"),
    Column("edited"),
    Column("words from"),
)


def page(shown: Shown, *, addresses: bool = False) -> Page:
    """A point, an item or a whole version; ``addresses`` adds the sources of what is shown."""
    body = _version(shown) if shown.unit is None else _points(shown)
    has_claims = bool(shown.disputes) and shown.unit is not None
    claims = [Heading("Claims"), *disputes(shown.plan, shown.disputes)] if has_claims else []
    named = sources(shown.header, _named(shown)) if addresses else ()
    legend = _legend_of_version(shown) if shown.unit is None else _legend(shown)
    notes = [Legend(tuple(legend))] if legend else []
    return Page(_title(shown), (*_head(shown), *body, *claims, *named, *notes))


def _title(shown: Shown) -> Title:
    if shown.unit is None:
        return Title(shown.header.title, shown.name)
    (blamed,) = shown.blame.points
    version = shown.blame.version
    evidence = "" if version.is_loose else version.point_evidence[blamed.point.number].value
    return Title(shown.header.title, shown.name, blamed.point.heading, evidence)


def _head(shown: Shown) -> Iterator[Block]:
    version = shown.blame.version
    yield Paragraph(f"{version.title}: {parties(version.tabled_by, shown.header)}, {date(version.date)}")
    if sentences := say.trust(shown):
        yield Trust(tuple(sentences))


def _points(shown: Shown) -> Iterator[Block]:
    for blamed in shown.blame.points:
        wording = [(provision, row) for provision in blamed.provisions for row in say.rows(provision)]
        if shown.blame.is_restated:
            yield Table(_TERMS, _terms(shown, blamed))
        else:
            yield Table(_WORDING, _rows(shown, blamed, wording)) if wording else Paragraph("no wording")
        hands = [] if shown.blame.is_restated else say.hands(shown, blamed)
        facts = [Fact(label, ((text,),)) for label, text in hands]
        facts.append(Fact("line", _line(shown, blamed)))
        recorded = shown.recorded.get(blamed.point.number)
        facts += [Fact("recorded", ((say.recorded(recorded),),))] if recorded else []
        yield Facts(tuple(facts))


def _terms(shown: Shown, blamed: PointBlame) -> tuple[tuple[str | Run | Lines, ...], ...]:
    """A row for each provision, and one for each value in it that changed on its way."""
    lettered = len(blamed.provisions) > 1 or blamed.provisions[0].provision.item is not None
    lettered = lettered or any(map(terms.needs_label, blamed.provisions))
    rows: list[tuple[str | Run | Lines, ...]] = []
    for provision in blamed.provisions:
        label = provision.provision.label + MARKS[provision.provision.evidence] if lettered else ""
        if not provision.terms:
            rows.append((label, terms.UNREAD, "", ""))
        for term in provision.terms:
            stood = Lines(tuple(terms.stood(shown, term)))
            rows.append((label, terms.text(blamed, provision, term), terms.whose(shown, term), stood))
            label = ""
    return tuple(rows)


def _rows(
    shown: Shown, blamed: PointBlame, wording: Sequence[tuple[ProvisionBlame, Row]]
) -> tuple[tuple[str | Run | Lines, ...], ...]:
    """The wording stretch by stretch; items are labelled where there is more than the lead text."""
    lettered = len(blamed.provisions) > 1 or blamed.provisions[0].provision.item is not None
    rows: list[tuple[str | Run | Lines, ...]] = []
    before = None
    for provision, row in wording:
        label = provision.provision.label + MARKS[provision.provision.evidence]
        rows.append(
            (
                label if lettered and provision is not before else "",
                Run(row.text, "warn" if row.stretch.contested else "", lined=True),
                say.whose(shown, row.stretch),
                Lines(tuple(say.stood(shown, provision, row.stretch))),
            )
        )
        before = provision
    return tuple(rows)


def _line(shown: Shown, blamed: PointBlame) -> tuple[tuple[str, ...], ...]:
    """The point's ancestors, step by step: child, arrow, parents."""
    steps = [
        (child, "<-" if child else "", f"{parents} ({remark})")
        for child, parents, remark in say.line(shown, blamed)
    ]
    return tuple(steps) or (("no ancestor found",),)


def _legend(shown: Shown) -> list[str]:
    notes = []
    if any(point.line for point in shown.blame.points):
        notes.append(f".86: {say.SIMILARITY}")
    if any(edge.contested for edge in shown.blame.graph.edges):
        notes.append(say.CONTESTED)
    places = shown.blame.places
    graph = shown.blame.graph
    if any(MARKS[graph.by_id[v].provisions[k].evidence] for v, indices in places.items() for k in indices):
        notes.append(INFERRED_MARK)
    return [*notes, *([NOBODY_PREFERRED] if shown.disputes else [])]


def _version(shown: Shown) -> Iterator[Block]:
    """A table of all points, and the shares of versions and parties."""
    rows = [
        (
            point.point.number + MARKS[shown.blame.version.point_evidence[point.point.number]],
            point.point.heading,
            *_columns(shown, point),
        )
        for point in shown.blame.points
    ]
    yield Heading("Points")
    yield Table(_POINTS_OF_TERMS if shown.blame.is_restated else _POINTS, tuple(rows))
    yield from tables(shown.share, shown.plan)


def _columns(shown: Shown, point: PointBlame) -> tuple[str, str, str]:
    if shown.blame.is_restated:
        return terms.first_in(shown, point), terms.values_from(point), terms.origin(point)
    return _introduced(shown, point), say.edited(point) or "-", say.shares(point)


def _introduced(shown: Shown, point: PointBlame) -> str:
    is_new = [ref for ref in point.introduced if ref.version == shown.blame.version.version]
    return "new here" if is_new else say.origins(shown, point)


def _legend_of_version(shown: Shown) -> list[str]:
    is_doubtful = any(p.doubtful for p in shown.blame.points) and not shown.blame.is_restated
    notes = ["?: only through contested descent"] if is_doubtful else []
    if any(MARKS[kind] for kind in shown.blame.version.point_evidence.values()):
        notes.append(INFERRED_MARK)
    name, what = shown.blame.version.version, "terms" if shown.blame.is_restated else "words"
    notes.append(f"planctl blame {name}:POINT shows where the {what} come from and who disputes that")
    return [*notes, *([f"planctl claims {name} lists who says what about it"] if shown.disputes else [])]


def _named(shown: Shown) -> Iterator[str]:
    """The sources of what the page shows."""
    for point in shown.blame.points:
        yield from (source for each in point.provisions for source in each.provision.sources)
        origins = (s.origin for each in point.provisions for s in each.stretches)
        yield from (source for unit in origins for source in shown.blame.graph.provision(unit).sources)
    for dispute in shown.disputes:
        yield from (source for testimony in dispute.testimonies for source in testimony.claim.sources)
