"""``planctl share`` on a terminal: how much of a wording each version and each party brought."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.blame.share import Share
from planctl.models import Plan, Version
from planctl.render import phrases
from planctl.render import share_phrases as say
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
    for sentence in phrases.banners([(version.version, version)]):
        rows += wrap([plain(sentence, "warn")], width, "! ", "  ")
    rows += [line("")] if rows[-1] != line("") else []
    return [*rows, *tables(shares, plan, width), line("")]


def history(plan: Plan, shares: Sequence[Share], width: int) -> list[Line]:
    """What each version owed to each party when it was tabled, from the least to the most."""
    of_each = [each.counted.by_party if each.counted else each.by_party for each in shares]
    parties = list(dict.fromkeys(row.party for rows in of_each for row in rows))
    is_counted = any(each.counted for each in shares)
    head = (
        ["version", "points", *parties] if is_counted else ["version", "words", *(f"{p} %" for p in parties)]
    )
    sizes = [each.points if is_counted else each.words for each in shares]
    rows = [
        [each.version, str(size), *say.of_parties(each, parties)]
        for each, size in zip(shares, sizes, strict=True)
    ]
    figures = "alone/with others/contested; " if is_counted else ""
    named = figures + ", ".join(f"{party}: {phrases.parties([party], plan.header)}" for party in parties)
    return [
        line(Piece("THROUGH THE HISTORY", "strong")),
        *_aligned(head, rows, (0,), width),
        *wrap([plain(named, "dim")], width, "  "),
        line(""),
    ]


def tables(shares: Share, plan: Plan, width: int) -> list[Line]:
    """Shares by version and by party, with what the ranges mean."""
    rows: list[Line] = []
    for number, (title, head, cells_) in enumerate(say.tables(shares, plan)):
        rest = [line("")] if number else []
        size = "" if number else f"   {say.total(shares)}"
        texts = [k for k, name in enumerate(head) if name in _TEXTS]
        rows += [
            *rest,
            line(Piece(title.upper(), "strong"), Piece(size)),
            *_aligned(head, cells_, texts, width),
        ]
    return [*rows, line(""), *wrap([plain(say.meaning(shares), "dim")], width, "  ")]


_TEXTS = frozenset(("version", "tabled by", "party", ""))
"""Columns of words, not of figures."""


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
