"""The page of ``planctl share``: how much of a wording each version and each party brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.blame.share import Share
from planctl.models import Plan, Version
from planctl.page import Block, Column, Heading, Page, Paragraph, Run, Table, Title, Trust
from planctl.pages import phrases
from planctl.pages import share_phrases as say
from planctl.pages.blame_phrases import filled_in

_VERSIONS = (
    Column("version", "label"),
    Column("tabled by"),
    Column("words", "figure"),
    Column("share", "figure"),
    Column("points", "figure"),
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
    own = shares[-1]
    title = Title(plan.header.title, version.version, figure=say.total(own))
    tabled = f"{version.title}: {phrases.parties(version.tabled_by, plan.header)}"
    blocks: list[Block] = [Paragraph(f"{tabled}, {phrases.date(version.date)}")]
    sentences = trust(version)
    blocks += [Trust(tuple(sentences))] if sentences else []
    blocks += tables(own, plan)
    return Page(title, (*blocks, *(_history(plan, shares) if len(shares) > 1 else ())))


def trust(version: Version) -> list[str]:
    """How far to trust the shares."""
    return [*phrases.banners([(version.version, version)]), *filled_in(version)]


def tables(shares: Share, plan: Plan) -> Iterator[Block]:
    """Shares by version and by party, with what the ranges mean."""
    yield Heading("Words by version", say.total(shares))
    yield Table(_VERSIONS, tuple(tuple(row) for row in say.by_version(shares, plan)))
    yield Heading("Words by party")
    yield Table(_PARTIES, tuple(tuple(row) for row in say.by_party(shares, plan)))
    claims = f" Claims that credit a party: {', '.join(shares.claims)}." if shares.claims else ""
    yield Paragraph(Run(say.MEANING + claims, "dim"))


def _history(plan: Plan, shares: Sequence[Share]) -> Iterator[Block]:
    """What each version owed to each party when it was tabled, from the least to the most."""
    parties = list(dict.fromkeys(row.party for each in shares for row in each.by_party))
    shown = [
        Column("version", "label"),
        *(Column(name, "figure") for name in ("words", *(f"{p} %" for p in parties))),
    ]
    rows = [(each.version, str(each.words), *say.of_parties(each, parties)) for each in shares]
    yield Heading("Through the history")
    yield Table(tuple(shown), tuple(rows))
    named = ", ".join(f"{party}: {phrases.parties([party], plan.header)}" for party in parties)
    yield Paragraph(Run(named, "dim"))
