"""How shares of a wording are shown: figures of the files, ranges where authorship is contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.blame.point_share import PartyPoints, PointShare
from planctl.blame.share import PartyShare, Range, Share, VersionShare
from planctl.models import Plan
from planctl.pages.phrases import counted, parties

SHARE_LEGEND = (
    "Ranges run from words all accounts give this party alone to words any account credits it with. Words "
    "tabled jointly are not divided."
)


POINTS_MEANING = (
    "Of restated texts points are counted, not words. By version: points of which a term first stood there; a"
    " point that has terms of several versions counts for each, so the rows may exceed the total; one that a"
    " later version restated without a new value counts for the older version alone. By party: alone: all its"
    " terms first stood in texts of that party alone; with others: in texts of several; contested: the origin"
    " of a term is disputed. A point counts for every party that some account gives it to, and once in the"
    " last row. Only by whole-version claims: the party did not table the term, and no claim about the point"
    " itself gives it to that party."
)


UNREAD_MEANING = " Not read: no word of the point was read for the plan, so nobody is credited with it."


def meaning(share: Share) -> str:
    """What the figures mean, and the claims they rest on."""
    text = POINTS_MEANING if share.counted else SHARE_LEGEND
    text += UNREAD_MEANING if share.counted and share.counted.unread else ""
    verb = "dispute an origin" if share.counted else "credit a party"
    return f"{text} Claims that {verb}: {', '.join(share.claims)}." if share.claims else text


def point_versions(points: PointShare, plan: Plan) -> list[list[str]]:
    """Rows: version, parties, points of which a term first stood in it, whether its origin is contested."""
    return [
        [
            name,
            parties(plan.by_id[name].tabled_by, plan.header),
            str(number),
            "origin contested" if plan.by_id[name].origin else "",
        ]
        for name, number in points.by_version
    ]


def point_parties(points: PointShare, plan: Plan) -> list[list[str]]:
    """Rows: party, points alone, with others, contested, all, remark; the last counts each point once."""
    rows = [
        [parties([row.party], plan.header), *map(str, _figures(row)), str(row.points), _of_whole(row)]
        for row in points.by_party
    ]
    if points.nobody:
        rows.append(["nobody named", "-", "-", "-", str(points.nobody), ""])
    if points.unread:
        rows.append(["not read", "-", "-", "-", str(points.unread), ""])
    figures = points.alone, points.jointly, points.contested, points.points
    return [*rows, ["all points", *map(str, figures), ""]]


def _figures(row: PartyPoints) -> tuple[int, int, int]:
    return row.alone, row.jointly, row.contested


def _of_whole(row: PartyPoints) -> str:
    """``5 only by whole-version claims``; nothing where each point has a text or claim of its own."""
    return f"{row.of_whole} only by whole-version claims" if row.of_whole else ""


def total(share: Share) -> str:
    """``669 words in 20 points``."""
    if share.counted:
        return counted(share.points, "point")
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


def _doubts(share: VersionShare, plan: Plan) -> Iterator[str]:
    """What is disputed: whether these words came down from the version, and who wrote it."""
    if share.words.least != share.words.most:
        yield "contested"
    if plan.by_id[share.version].origin:
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
    if share.counted:
        counts = {row.party: "/".join(map(str, _figures(row))) for row in share.counted.by_party}
        return [counts.get(party, "-") for party in wanted]
    rows = {row.party: _rounded(row.words, share.words) for row in share.by_party}
    return [rows.get(party, "-") for party in wanted]
