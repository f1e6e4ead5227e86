"""Words of a page as pieces of lines: made inert, and cut where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.page import Inline, Style, StyledRun, runs
from planctl.writers.cutting import cut
from planctl.writers.lines import StyledText, passage, plain


def pieces(words: Inline, room: int = 0, style: Style = "") -> list[StyledText]:
    """Words as pieces; a run that may be cut gets what the others leave of ``room``, or its least."""
    own = runs(words)
    others = sum(len(run.text) for run in own if run.least is None)
    return [_piece(run, room - others, style) for run in own if run.text]


def _piece(run: StyledRun, room: int, style: Style) -> StyledText:
    kind = run.style or style
    if run.least is None:
        return passage(run.text, kind) if run.lined else plain(run.text, kind)
    return plain(cut(run, room), kind)


def joined(groups: Iterable[list[StyledText]], gap: str) -> list[StyledText]:
    """Groups of pieces in a row with a gap between them; empty ones are left out."""
    found: list[StyledText] = []
    for group in groups:
        if any(piece.text for piece in group):
            found += [StyledText(gap), *group] if found else group
    return found
