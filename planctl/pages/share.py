"""The page of ``planctl share``: how much of a wording each version and each party brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.blame.point_share import PointShare
from planctl.blame.share import Share
from planctl.models import Plan, Version
from planctl.page import Block, Column, Heading, Page, Remark, StyledRun, Table, Title, Trust
from planctl.pages import phrases
from planctl.pages import share_phrases as say

_VERSIONS = (
    Column("version", "label"),
    Column("tabled by"),
    Column("words", "figure"),
    Column("share", "figure"),
    Column("points", "figure"),
    Column("remark"),
)
_POINT_VERSIONS = (
    Column("version", "label"),
    Column("tabled by"),
    Column("points", "figure"),
    Column("remark"),
)
_POINT_PARTIES = (
    Column("party"),
    Column("alone", "figure"),
    Column("with others", "figure"),
    Column("contested", "figure"),
    Column("all", "figure"),
    Column("remark"),
)
_PARTIES = (
    Column("party"),
    Column("alone", "figure"),
    Column("jointly", "figure"),
    Column("least-most", "figure"),
    Column("share", "figure"),
    Column("points", "figure"),
)


def page(plan: Plan, version: Version, shares: Sequence[Share]) -> Page:
    """The shares of one version; where there are several, the last is its own and the others its history."""
    share = shares[-1]
    title = Title(plan.header.title, version.version, figure=say.total(share))
    tabled = f"{version.title}: {phrases.parties(version.tabled_by, plan.header)}"
    blocks: list[Block] = [Remark(f"{tabled}, {phrases.date(version.date)}")]
    sentences = trust(version)
    blocks += [Trust(tuple(sentences))] if sentences else []
    blocks += tables(share, plan)
    return Page(title, (*blocks, *(_history(plan, shares) if len(shares) > 1 else ())))


def trust(version: Version) -> list[str]:
    """How far to trust the shares."""
    return phrases.banners([(version.version, version)])


def tables(shares: Share, plan: Plan) -> Iterator[Block]:
    """Shares by version and by party, with what the ranges mean."""
    if shares.counted:
        yield from _points(shares.counted, shares, plan)
        return
    yield Heading("Words by version", say.total(shares))
    yield Table(_VERSIONS, tuple(tuple(row) for row in say.by_version(shares, plan)))
    yield Heading("Words by party")
    yield Table(_PARTIES, tuple(tuple(row) for row in say.by_party(shares, plan)))
    yield Remark(StyledRun(say.meaning(shares), "dim"))


def _points(counted: PointShare, shares: Share, plan: Plan) -> Iterator[Block]:
    """Points of restated texts by version and by party."""
    yield Heading("Points by version", say.total(shares))
    yield Table(_POINT_VERSIONS, tuple(tuple(row) for row in say.point_versions(counted, plan)))
    yield Heading("Points by party")
    yield Table(_POINT_PARTIES, tuple(tuple(row) for row in say.point_parties(counted, plan)))
    yield Remark(StyledRun(say.meaning(shares), "dim"))


def _history(plan: Plan, shares: Sequence[Share]) -> Iterator[Block]:
    """What each version owed to each party when it was tabled, from the least to the most."""
    of_each = [each.counted.by_party if each.counted else each.by_party for each in shares]
    parties = list(dict.fromkeys(row.party for rows in of_each for row in rows))
    is_counted = any(each.counted for each in shares)
    names = ("points", *parties) if is_counted else ("words", *(f"{party} %" for party in parties))
    shown = [Column("version", "label"), *(Column(name, "figure") for name in names)]
    sizes = [each.points if is_counted else each.words for each in shares]
    rows = [
        (each.version, str(size), *say.of_parties(each, parties))
        for each, size in zip(shares, sizes, strict=True)
    ]
    yield Heading("Through the history")
    yield Table(tuple(shown), tuple(rows))
    figures = "alone/with others/contested; " if is_counted else ""
    named = figures + ", ".join(f"{party}: {phrases.parties([party], plan.header)}" for party in parties)
    yield Remark(StyledRun(named, "dim"))
