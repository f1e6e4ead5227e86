"""``planctl share`` on a terminal: how much of a wording each version and each party brought."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.blame.share import Share
from planctl.models import Plan, Version
from planctl.render import phrases
from planctl.render import share_phrases as say
from planctl.render.blame_phrases import filled_in
from planctl.render.lines import Line, Piece, cells, edge, line, plain, spread, wrap
from planctl.render.plain import one_line, shorten

_FIRST = 26
"""Widest first columns; what is longer is cut, as the tables are read down."""


def share(plan: Plan, version: Version, shares: Share, width: int) -> list[Line]:
    """The shares of one version."""
    start = [edge(one_line(plan.header.title), "strong"), plain(f"   {version.version}", "strong")]
    rows = spread(start, [plain(say.total(shares))], width)
    tabled = f"{one_line(version.title)}: {phrases.parties(version.tabled_by, plan.header)}"
    rows += [*wrap([plain(f"{tabled}, {phrases.date(version.date)}")], width, "  "), line("")]
    for sentence in [*phrases.banners([(version.version, version)]), *filled_in(version)]:
        rows += wrap([plain(sentence, "warn")], width, "! ", "  ")
    rows += [line("")] if rows[-1] != line("") else []
    return [*rows, *tables(shares, plan, width), line("")]


def history(plan: Plan, shares: Sequence[Share], width: int) -> list[Line]:
    """What each version owed to each party when it was tabled, from the least to the most."""
    parties = list(dict.fromkeys(row.party for each in shares for row in each.by_party))
    head = ["version", "words", *(f"{party} %" for party in parties)]
    rows = [[each.version, str(each.words), *say.of_parties(each, parties)] for each in shares]
    named = ", ".join(f"{party}: {phrases.parties([party], plan.header)}" for party in parties)
    return [
        line(Piece("THROUGH THE HISTORY", "strong")),
        *_aligned(head, rows, (0,), width),
        *wrap([plain(named, "dim")], width, "  "),
        line(""),
    ]


def tables(shares: Share, plan: Plan, width: int) -> list[Line]:
    """Shares by version and by party, with what the ranges mean."""
    rows = [line(Piece("WORDS BY VERSION", "strong"), Piece(f"   {say.total(shares)}"))]
    rows += _aligned(say.VERSION_HEAD, say.by_version(shares, plan), (0, 1, 5), width)
    rows += [line(""), line(Piece("WORDS BY PARTY", "strong"))]
    rows += _aligned(say.PARTY_HEAD, say.by_party(shares, plan), (0,), width)
    meaning = say.MEANING
    if shares.claims:
        meaning += f" Claims that credit a party: {', '.join(shares.claims)}."
    return [*rows, line(""), *wrap([plain(meaning, "dim")], width, "  ")]


def _aligned(
    head: Sequence[str], rows: Sequence[Sequence[str]], texts: Sequence[int], width: int
) -> list[Line]:
    """A table: words to the left, figures to the right. The widest words are cut to the room there is."""
    table = [list(head), *(list(row) for row in rows)]
    wide = [max(cells(row[k]) for row in table) for k in range(len(head))]
    over = sum(wide) + 2 * len(wide) - width
    longest = max(texts, key=wide.__getitem__)
    wide[longest] = max(12, wide[longest] - max(0, over))
    shown = []
    for number, row in enumerate(table):
        parts = []
        for k, cell in enumerate(row):
            text = shorten(cell, wide[k])
            gap = " " * (wide[k] - cells(text))
            parts.append(text + gap if k in texts else gap + text)
        shown.append(line(Piece("  " + "  ".join(parts), "" if number else "dim")))
    return shown
