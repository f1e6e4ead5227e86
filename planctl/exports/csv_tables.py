"""``--format csv``: one row per point, claim, version or share, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planctl.blame.claims import Testimony
from planctl.blame.points import PointBlame
from planctl.blame.share import Share
from planctl.blame.shown import BlameAnswer as Blamed
from planctl.diff import Change, DiffAnswer
from planctl.lineage.states import State
from planctl.models import Evidence, Header, Plan, PlanHeading, Version, weakest
from planctl.plain import one_line, powerless

_LIVE = re.compile(
    r"""(^|[;|\t])(?=[\s"'\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b])|^(?=\s*::)"""
)
"""What a spreadsheet reads as a formula, or a log as an order, where a cell or line begins.

A reader that parts cells at semicolons or tabs sees other cells than the comma makes. Signs of full, half and
small width count as the plain ones, and some readers skip blanks and quotation marks.
"""


def inert(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would compute."""
    return _LIVE.sub(r"\1'", powerless(one_line(cell)))


def _table(head: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return page.getvalue()


def _listed(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(values))


_DIFF = (
    "plan", "old_version", "new_version", "kind", "old", "new", "moved", "renumbered", "absence", "evidence",
    "evidence_old", "evidence_new", "reports_disagree", "likelihood", "stated", "doubtful", "substance",
    "old_text", "new_text", "parties", "sources", "addresses", "shown", "changes", "trust",
)  # fmt: skip


def diff(shown: DiffAnswer, substance: Sequence[str], trust: Sequence[str]) -> str:
    """One row per change. ``substance`` says for each what it does, ``trust`` how far to trust all of it."""
    size = len(shown.changes), len(shown.comparison.changes), " ".join(trust)
    rows = zip(shown.changes, substance, strict=True)
    return _table(_DIFF, ([*_change(shown, change, words), *size] for change, words in rows))


def _change(shown: DiffAnswer, change: Change, substance: str) -> list[str | int | float]:
    comparison = shown.comparison
    old, new = comparison.old, comparison.new
    computed = [link.similarity for link in change.links if not link.stated]
    provisions = [old.provisions[k] for part in change.parts for k in part.old]
    provisions += [new.provisions[k] for part in change.parts for k in part.new]
    absence = change.absence
    named = [*(absence.sources if absence else ()), *(s for p in provisions for s in p.sources)]
    return [
        shown.header.title,
        shown.old,
        shown.new,
        change.kind.value,
        _listed(old.points[k].number for k in change.old),
        _listed(new.points[k].number for k in change.new),
        int(change.moved),
        int(change.renumbered),
        absence.basis.value if absence else "",
        change.evidence.value if shown.is_known else "",
        "" if old.is_loose else change.evidence_old.value,
        "" if new.is_loose else change.evidence_new.value,
        int(change.disagreement),
        round(min(computed), 4) if computed else "",
        int(any(link.stated for link in change.links)),
        int(bool(change.doubtful)),
        substance,
        _text(old, change.old),
        _text(new, change.new),
        _listed(party for p in provisions for party in p.tabled_by),
        _listed(named),
        _addresses(shown.header, named),
    ]


def _text(version: Version, points: Iterable[int]) -> str:
    places = (k for point in points for k in version.find(version.points[point].number))
    return " ".join(filter(None, (version.provisions[k].text for k in places)))


def _addresses(header: PlanHeading, named: Iterable[str]) -> str:
    known = {source.id: source.url for source in header.sources} if isinstance(header, Header) else {}
    return " ".join(filter(None, (known.get(source, "") for source in dict.fromkeys(named))))


_BLAME = (
    "plan", "version", "label", "text", "first_version", "origin", "tabled_by", "evidence",
    "origin_evidence", "last", "restated", "contested", "otherwise", "disputed_by", "sources", "addresses",
    "trust",
)  # fmt: skip


def blame(shown: Blamed, trust: Sequence[str]) -> str:
    """One row per stretch of wording; of restated texts one per term."""
    trusted = " ".join(trust)
    rows = _terms if shown.blame.is_restated else _stretches
    return _table(_BLAME, ([*row, trusted] for point in shown.blame.points for row in rows(shown, point)))


def _terms(shown: Blamed, point: PointBlame) -> Iterator[list[str | int]]:
    for blamed in point.provisions:
        for term in blamed.terms:
            origins = [shown.blame.graph.provision(holder.unit) for holder in term.first]
            named = [*blamed.provision.sources, *(source for each in origins for source in each.sources)]
            contests = [holder.contest for holder in term.first if holder.contest]
            yield [
                shown.header.title,
                shown.blame.version.version,
                blamed.provision.label,
                term.text,
                _listed(each.version for each in origins),
                _listed(each.ref for each in origins),
                _listed(party for holder in term.first for party in holder.parties),
                blamed.provision.evidence.value,
                weakest(each.evidence for each in origins).value,
                term.last,
                _listed(term.restated),
                int(term.is_contested),
                term.otherwise.unit.version if term.otherwise else "",
                _listed(claim for contest in contests for claim in contest.claims),
                _listed(named),
                _addresses(shown.header, named),
            ]


def _stretches(shown: Blamed, point: PointBlame) -> Iterator[list[str | int]]:
    for blamed in point.provisions:
        for stretch in blamed.stretches:
            origin = shown.blame.graph.provision(stretch.origin)
            named = [*blamed.provision.sources, *origin.sources]
            yield [
                shown.header.title,
                shown.blame.version.version,
                blamed.provision.label,
                stretch.text,
                stretch.version,
                origin.ref,
                _listed(stretch.parties),
                blamed.provision.evidence.value,
                origin.evidence.value,
                stretch.last,
                "",
                int(stretch.contested),
                stretch.otherwise,
                _listed(shown.disputed(stretch)),
                _listed(named),
                _addresses(shown.header, named),
            ]


_CLAIMS = (
    "plan", "subject", "id", "earliest", "latest", "by", "party", "says", "about", "credits", "against",
    "denies", "in_tension_with", "note", "sources", "addresses", "shown", "claims",
)  # fmt: skip


def claims(plan: Plan, subject: str, testimonies: Sequence[Testimony], of: int) -> str:
    """One row per claim; ``of`` is how many bear on the subject, shown or not."""
    size = len(testimonies), of
    return _table(_CLAIMS, ([*_claim(plan, subject, each), *size] for each in testimonies))


def _claim(plan: Plan, subject: str, testimony: Testimony) -> list[str]:
    claim = testimony.claim
    return [
        plan.header.title,
        subject,
        claim.id,
        claim.date.earliest.isoformat(),
        claim.date.latest.isoformat(),
        claim.by,
        claim.party or "",
        claim.says,
        _listed(claim.about),
        _listed(claim.credits),
        _listed(testimony.against),
        _listed(map(str, testimony.denies)),
        _listed(testimony.beside),
        claim.note,
        _listed(claim.sources),
        _addresses(plan.header, claim.sources),
    ]


_LOG = (
    "plan", "version", "title", "earliest", "latest", "tabled_by", "made_from", "contested_parents",
    "wording", "points", "words", "published", "reported", "inferred", "claims", "sources", "addresses",
    "recorded",
)  # fmt: skip


def log(header: Header, states: Sequence[State], kept: Mapping[str, str]) -> str:
    """One row per version, parents before children."""
    return _table(_LOG, (_state(header, state, kept.get(state.version.version, "")) for state in states))


def _state(header: Header, state: State, kept: str) -> list[str | int]:
    version = state.version
    return [
        header.title,
        version.version,
        version.title,
        version.date.earliest.isoformat(),
        version.date.latest.isoformat(),
        _listed(version.tabled_by),
        _listed(parent.version for parent in version.made_from),
        _listed(parent.version for parent in version.made_from if parent.contested),
        version.wording.value,
        state.points,
        "" if state.words is None else state.words,
        *(state.evidence[kind] for kind in Evidence),
        len(state.claims),
        _listed(version.sources),
        _addresses(header, version.sources),
        kept,
    ]


_SHARE_COLUMNS = (
    "plan", "of_version", "by", "id", "name", "recorded_words", "joint_words", "words_least", "words_most",
    "words_total", "points_least", "points_most", "points_total",
    "points_alone", "points_with_others", "points_contested", "points_of_whole_versions", "trust",
)  # fmt: skip


_NO_POINTS = ("",) * 4
"""Columns that only points of restated texts have."""


def share(plan: Plan, shares: Iterable[Share], *, trust: Sequence[str]) -> str:
    """One row per version and party; of restated texts, whose words are not counted, a last one for all.

    ``trust`` says how far to trust all of it.
    """
    rows = ((each, row) for each in shares for row in (_counted(plan, each) or _worded(plan, each)))
    sentences = " ".join(trust)
    return _table(_SHARE_COLUMNS, ([plan.header.title, each.version, *row, sentences] for each, row in rows))


def _worded(plan: Plan, each: Share) -> list[list[str | int]]:
    rows: list[list[str | int]] = []
    for v in each.by_version:
        joint = v.recorded if len(v.parties) > 1 else 0
        figures = (v.recorded, joint, *v.words, each.words, *v.points, each.points)
        rows.append(["version", v.version, _names(plan, v.parties), *figures, *_NO_POINTS])
    for p in each.by_party:
        figures = (p.alone, p.jointly, *p.words, each.words, *p.points, each.points)
        rows.append(["party", p.party, _names(plan, [p.party]), *figures, *_NO_POINTS])
    return rows


def _counted(plan: Plan, each: Share) -> list[list[str | int]]:
    """Points of restated texts: words have no figures, and the last row counts each point once."""
    counted = each.counted
    if counted is None:
        return []
    blank: list[str | int] = [""] * 5
    rows: list[list[str | int]] = [
        ["version", name, _names(plan, plan.by_id[name].tabled_by), *blank, "", number, counted.points]
        for name, number in counted.by_version
    ]
    rows = [[*row, *_NO_POINTS] for row in rows]
    for row in counted.by_party:
        points = row.alone, row.jointly, row.contested, row.of_whole
        of = (row.alone, row.points, counted.points, *points)
        rows.append(["party", row.party, _names(plan, [row.party]), *blank, *of])
    whole = counted.alone, counted.jointly, counted.contested
    return [*rows, ["all", "", "", *blank, *(counted.points,) * 3, *whole, ""]]


def _names(plan: Plan, parties: Iterable[str]) -> str:
    return ", ".join(plan.header.names.get(party, party) for party in parties) or "nobody named"
