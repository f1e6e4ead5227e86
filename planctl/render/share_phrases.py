"""How shares of a wording are told: figures of the files, ranges where authorship is contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.blame.share import PartyShare, Range, Share, VersionShare
from planctl.models import Plan
from planctl.render.phrases import counted, parties

MEANING = (
    "A range runs from what record and every claim leave to a party alone to what the record or any claim "
    "credits it with. What several parties tabled together is not divided."
)


def total(share: Share) -> str:
    """``669 words in 20 points``."""
    return f"{counted(share.words, 'word')} in {counted(share.points, 'point')}"


def ranged(found: Range) -> str:
    """``12``, or ``0-12``."""
    return f"{found.least}" if found.least == found.most else f"{found.least}-{found.most}"


def percent(part: int, whole: int) -> str:
    """``33 %``; a share that is not nothing is never shown as 0, nor one that is not all as 100."""
    if not whole:
        return "-"
    if 0 < part * 200 < whole:
        return "<1 %"
    rounded = round(100 * part / whole)
    return ">99 %" if rounded == 100 and part < whole else f"{rounded} %"  # noqa: PLR2004 - per cent


def percents(found: Range, whole: int) -> str:
    """``33 %``, or ``0-33 %``."""
    least, most = percent(found.least, whole), percent(found.most, whole)
    if most.startswith("<"):
        return most
    return least if least == most else f"{least.removesuffix(' %')}-{most}"


def by_version(share: Share, plan: Plan) -> list[list[str]]:
    """Rows of the table by version: version, parties, words, share, points, remark."""
    return [_version(found, share, plan) for found in share.by_version]


def _version(found: VersionShare, share: Share, plan: Plan) -> list[str]:
    return [
        found.version,
        parties(found.parties, plan.header),
        ranged(found.words),
        percents(found.words, share.words),
        ranged(found.points),
        ", ".join(_doubts(found, plan)),
    ]


def _doubts(found: VersionShare, plan: Plan) -> Iterator[str]:
    """What is disputed: whether these words came down from the version, and who wrote it."""
    if found.words.least != found.words.most:
        yield "contested"
    if plan.by_id[found.version].origin:
        yield "origin contested"


def by_party(share: Share, plan: Plan) -> list[list[str]]:
    """Rows of the table by party: party, words alone, words jointly, range, share, points."""
    return [_party(found, share, plan) for found in share.by_party]


def _party(found: PartyShare, share: Share, plan: Plan) -> list[str]:
    return [
        parties([found.party], plan.header),
        str(found.alone),
        str(found.jointly),
        ranged(found.words),
        percents(found.words, share.words),
        ranged(found.points),
    ]


def of_parties(share: Share, wanted: Iterable[str]) -> list[str]:
    """Each party's range in per cent of one version's words, ``-`` for none."""
    rows = {row.party: percents(row.words, share.words) for row in share.by_party}
    return [rows.get(party, "-").removesuffix(" %") for party in wanted]


VERSION_HEAD = ["version", "tabled by", "words", "share", "points", ""]
PARTY_HEAD = ["party", "alone", "jointly", "least-most", "share", "points"]
