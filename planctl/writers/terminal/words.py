"""Words of a page as pieces of lines: made inert, and cut where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.page import Inline, Style, StyledRun, runs
from planctl.writers.cutting import cut
from planctl.writers.lines import StyledText, passage, plain


def pieces(words: Inline, room: int = 0, style: Style = "") -> list[StyledText]:
    """Words as pieces; a run that may be cut gets what the others leave of ``room``, or its least."""
    parts = runs(words)
    fixed = sum(len(run.text) for run in parts if run.least is None)
    return [_piece(run, room - fixed, style) for run in parts if run.text]


def _piece(run: StyledRun, room: int, style: Style) -> StyledText:
    kind = run.style or style
    if run.least is None:
        return passage(run.text, kind) if run.lined else plain(run.text, kind)
    return plain(cut(run, room), kind)


def joined(groups: Iterable[list[StyledText]], gap: str) -> list[StyledText]:
    """Groups of pieces in a row with a gap between them; empty ones are left out."""
    row: list[StyledText] = []
    for group in groups:
        if any(piece.text for piece in group):
            row += [StyledText(gap), *group] if row else group
    return row
