"""``planctl diff --stat``: one line per point, words removed and added as figures and as a bar."""

from __future__ import annotations

from planctl.diff import Change
from planctl.render import diff_phrases as say
from planctl.render.diff_phrases import Shown
from planctl.render.lines import Line, Piece, cells, fitted, line, plain, wrap
from planctl.render.terminal.diff import head

_LONGEST_BAR = 40
_BESIDE_THE_BAR = 4


def stat(shown: Shown, width: int) -> list[Line]:
    """The table at ``width`` cells, under the same head as the full screen."""
    rows = head(shown, width)
    table = [_cells(shown, change) for change in shown.changes]
    wide = [max((cells(row[k]) for row in table), default=0) for k in range(5)]
    wide[0] = min(wide[0], max(8, width // 3))
    room = min(_LONGEST_BAR, width - sum(wide) - 2 * len(wide) - _BESIDE_THE_BAR)
    most = max((sum(say.word_balance(change)) for change in shown.changes), default=0)
    for change, row in zip(shown.changes, table, strict=True):
        rows += _row(row, wide, _bar(change, most, room), width)
    notes = [*say.legend(shown), "words: - only in the old text, + only in the new one"]
    return [*rows, (), *(row for note in notes for row in wrap([plain(note, "dim")], width, "", "  "))]


def _cells(shown: Shown, change: Change) -> tuple[str, str, str, str, str]:
    deleted, inserted = say.word_balance(change)
    likeness = say.brief_likeness(change)
    return (
        say.labels(shown.comparison, change),
        say.kinds(change),
        likeness,
        f"-{deleted}" if deleted else "",
        f"+{inserted}" if inserted else "",
    )


def _row(row: tuple[str, ...], wide: list[int], bar: tuple[Piece, ...], width: int) -> list[Line]:
    """Label and kind to the left, figures to the right; a label too long for its column has its own line."""
    label, kind, likeness, deleted, inserted = row
    figures = (
        Piece(f"  {kind:<{wide[1]}}  {likeness:>{wide[2]}}  "),
        Piece(f"{deleted:>{wide[3]}}", "delete"),
        Piece("  "),
        Piece(f"{inserted:>{wide[4]}}", "insert"),
        Piece("  "),
        *bar,
    )
    if cells(label) > wide[0]:
        return [*fitted(line(f"  {label}"), width), *fitted((Piece(" " * (wide[0] + 2)), *figures), width)]
    return fitted((Piece("  " + label + " " * (wide[0] - cells(label))), *figures), width)


def _bar(change: Change, most: int, room: int) -> tuple[Piece, ...]:
    deleted, inserted = say.word_balance(change)
    if not deleted + inserted:
        return _signs(change)
    if room <= 0:
        return ()
    scale = min(1.0, room / most)
    return Piece("-" * _length(deleted, scale), "delete"), Piece("+" * _length(inserted, scale), "insert")


def _signs(change: Change) -> tuple[Piece, ...]:
    """Where no word changed, the signs that did: what is in brackets now is not agreed."""
    deleted, inserted = say.sign_balance(change)
    if change.equal or not deleted + inserted:
        return ()
    return plain("signs:"), *_side(deleted, "-", "delete"), *_side(inserted, "+", "insert")


def _side(signs: str, mark: str, style: str) -> tuple[Piece, ...]:
    return (plain(" "), plain(f"{mark} {' '.join(signs)}", style)) if signs else ()


def _length(words: int, scale: float) -> int:
    return max(1, int(words * scale)) if words else 0
