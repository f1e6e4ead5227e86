"""How shares of a wording are shown: figures of the files, ranges where authorship is contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.blame.share import PartyShare, Range, Share, VersionShare
from planctl.models import Plan
from planctl.pages.phrases import counted, parties

MEANING = (
    "Ranges run from words all accounts give this party alone to words any account credits it with. Words "
    "tabled jointly are not divided."
)


def total(share: Share) -> str:
    """``669 words in 20 points``."""
    return f"{counted(share.words, 'word')} in {counted(share.points, 'point')}"


def ranged(bounds: Range) -> str:
    """``12``, or ``0-12``."""
    return f"{bounds.least}" if bounds.least == bounds.most else f"{bounds.least}-{bounds.most}"


def rounded(part: int, whole: int) -> str:
    """``33``, a share in per cent; 0 and 100 are kept for none and all."""
    if not whole:
        return "-"
    if 0 < part * 200 < whole:
        return "<1"
    percent = round(100 * part / whole)
    return ">99" if percent == 100 and part < whole else f"{percent}"  # noqa: PLR2004 - per cent


def percents(bounds: Range, whole: int) -> str:
    """``33 %``, or ``0-33 %``."""
    return f"{_rounded(bounds, whole)} %" if whole else "-"


def _rounded(bounds: Range, whole: int) -> str:
    """``33``, or ``0-33``; below one per cent no range is shown."""
    least, most = rounded(bounds.least, whole), rounded(bounds.most, whole)
    return most if least == most or 0 < bounds.most * 200 < whole else f"{least}-{most}"


def by_version(share: Share, plan: Plan) -> list[list[str]]:
    """Rows of the table by version: version, parties, words, share, points, remark."""
    return [_version(row, share, plan) for row in share.by_version]


def _version(row: VersionShare, share: Share, plan: Plan) -> list[str]:
    return [
        row.version,
        parties(row.parties, plan.header),
        ranged(row.words),
        percents(row.words, share.words),
        ranged(row.points),
        ", ".join(_doubts(row, plan)),
    ]


def _doubts(found: VersionShare, plan: Plan) -> Iterator[str]:
    """What is disputed: whether these words came down from the version, and who wrote it."""
    if found.words.least != found.words.most:
        yield "contested"
    if plan.by_id[found.version].origin:
        yield "origin contested"


def by_party(share: Share, plan: Plan) -> list[list[str]]:
    """Rows of the table by party: party, words alone, words jointly, range, share, points."""
    return [_party(row, share, plan) for row in share.by_party]


def _party(row: PartyShare, share: Share, plan: Plan) -> list[str]:
    return [
        parties([row.party], plan.header),
        str(row.alone),
        str(row.jointly),
        ranged(row.words),
        percents(row.words, share.words),
        ranged(row.points),
    ]


def of_parties(share: Share, wanted: Iterable[str]) -> list[str]:
    """Each party's range in per cent of one version's words, ``-`` for none."""
    rows = {row.party: _rounded(row.words, share.words) for row in share.by_party}
    return [rows.get(party, "-") for party in wanted]
