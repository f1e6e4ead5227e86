"""``planctl blame POINT`` on a terminal: whose words, which hands it went through, who disputes that."""

from __future__ import annotations

from planctl.blame.points import PointBlame, ProvisionBlame
from planctl.render import blame_phrases as say
from planctl.render.blame_phrases import Row, Shown
from planctl.render.claim_phrases import NOBODY_PREFERRED
from planctl.render.lines import Line, Piece, cells, edge, line, passage, plain, spread, wrap
from planctl.render.phrases import INFERRED_MARK, MARKS, date, parties
from planctl.render.plain import one_line
from planctl.render.terminal.claims import disputes
from planctl.render.terminal.columns import columns

_NARROW = 72
"""Below this width the columns of the wording stand below each other."""
_ORIGIN, _PARTIES, _WORDING = 28, 18, 72
_WIDE = 88
_LONGEST_LABEL = 12
"""A longer label is wrapped: it may not take the room of the wording."""
_LABELS = 11
_TITLES = ("", "wording", "tabled by", "first appears in")


def point(shown: Shown, width: int) -> list[Line]:
    """One point, or one item of it."""
    rows = head(shown, width)
    for blamed in shown.blame.points:
        rows += [*_wording(shown, blamed, width), line(""), *_hands(shown, blamed, width), line("")]
    if shown.disputes:
        rows += [line(Piece("CLAIMS", "strong")), *disputes(shown.plan, shown.disputes, width)]
    return [*rows, *_legend(shown, width)]


def head(shown: Shown, width: int) -> list[Line]:
    """What is blamed, whose it is, and how far to trust the answer."""
    version = shown.blame.version
    start = [edge(one_line(shown.header.title), "strong"), plain(f"   {shown.name}", "strong")]
    end: list[Piece] = []
    if shown.unit is not None:
        (blamed,) = shown.blame.points
        start.append(plain(f"   {one_line(blamed.point.heading)}"))
        end = [Piece(version.point_evidence[blamed.point.number].value)]
    tabled = f"{one_line(version.title)}: {parties(version.tabled_by, shown.header)}, {date(version.date)}"
    whole = sum(cells(piece.text) for piece in start)
    fits = whole <= width
    rows = spread(start, end, width) if fits else [*wrap(start, width, "", "  "), *spread([], end, width)]
    rows += [*wrap([plain(tabled)], width, "  "), line("")]
    for sentence in say.trust(shown):
        rows += wrap([plain(sentence, "warn")], width, "! ", "  ")
    return [*rows, line("")] if rows[-1] else rows


def _wording(shown: Shown, blamed: PointBlame, width: int) -> list[Line]:
    wording = [(provision, row) for provision in blamed.provisions for row in say.rows(provision)]
    if not wording:
        return [line("  no wording")]
    if width < _NARROW:
        return [row for provision, part in wording for row in _stacked(shown, provision, part, width)]
    lettered = len(blamed.provisions) > 1 or blamed.provisions[0].provision.item is not None
    labels = max(cells(one_line(provision.provision.label)) for provision in blamed.provisions) + 1
    widths = _widths(width, min(labels, _LONGEST_LABEL) if lettered else 0)
    rows = columns([[Piece(title, "dim")] for title in _TITLES], widths)
    before = None
    for provision, part in wording:
        label = provision.provision.label + MARKS[provision.provision.evidence]
        first = plain(label if lettered and provision is not before else "", "strong")
        rows += columns([[first], *_cells(shown, provision, part)], widths)
        before = provision
    return rows


def _widths(width: int, label: int) -> tuple[int, int, int, int]:
    """Widths of label, wording, parties and origin; a wide screen goes to the last two as well."""
    spare = max(0, width - _WIDE)
    parties, origin = _PARTIES + min(14, spare // 3), _ORIGIN + min(9, spare // 3)
    return label, min(_WORDING, width - 8 - label - parties - origin), parties, origin


def _cells(shown: Shown, provision: ProvisionBlame, row: Row) -> list[list[Piece | str]]:
    first, *more = say.stood(shown, provision, row.stretch)
    return [[_text(row)], [plain(say.brought_by(shown, row.stretch.origin))], [first, *more]]


def _text(row: Row) -> Piece:
    return passage(row.text, "warn" if row.stretch.contested else "")


def _stacked(shown: Shown, provision: ProvisionBlame, row: Row, width: int) -> list[Line]:
    label = one_line(provision.provision.item or "")
    rows = wrap([_text(row)], width, f"  {label}. " if label else "  ", "  ")
    first, *more = say.stood(shown, provision, row.stretch)
    for text in (f"{say.brought_by(shown, row.stretch.origin)}, {first}", *more):
        rows += wrap([plain(text, "dim")], width, "      ", "        ")
    return rows


def _hands(shown: Shown, blamed: PointBlame, width: int) -> list[Line]:
    rows: list[Line] = []
    for label, text in say.hands(shown, blamed):
        rows += wrap([plain(text)], width, f"  {label}".ljust(_LABELS + 3), " " * (_LABELS + 3))
    rows += _line(shown, blamed, width)
    recorded = shown.recorded.get(blamed.point.number)
    if recorded:
        text = say.recorded(recorded)
        rows += wrap([plain(text)], width, "  recorded".ljust(_LABELS + 3), " " * (_LABELS + 3))
    return rows


def _line(shown: Shown, blamed: PointBlame, width: int) -> list[Line]:
    steps = [(one_line(child), parents, remark) for child, parents, remark in say.line(shown, blamed)]
    if not steps:
        return [line("  line".ljust(_LABELS + 3) + "no ancestor found")]
    room = max(cells(child) for child, _, _ in steps)
    rows: list[Line] = []
    for number, (child, parents, remark) in enumerate(steps):
        arrow = "<-" if child else "  "
        start = ("  line" if not number else "").ljust(
            _LABELS + 3
        ) + f"{child}{' ' * (room - cells(child))} {arrow} "
        rows += wrap([plain(f"{parents} ({remark})")], width, start, " " * cells(start))
    return rows


def _legend(shown: Shown, width: int) -> list[Line]:
    notes = []
    if any(point.line for point in shown.blame.points):
        notes.append(f".86: {say.SIMILARITY}")
    if any(edge.contested for edge in shown.blame.graph.edges):
        notes.append(say.CONTESTED)
    places = shown.blame.places
    graph = shown.blame.graph
    if any(MARKS[graph.by_id[v].provisions[k].evidence] for v, indices in places.items() for k in indices):
        notes.append(INFERRED_MARK)
    if shown.disputes:
        notes.append(NOBODY_PREFERRED)
    return [row for note in notes for row in wrap([plain(note, "dim")], width, "", "  ")]
