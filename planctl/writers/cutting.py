"""Runs that may be cut: what is left of them, and what is said of the rest."""

from __future__ import annotations

from planctl.page import StyledRun
from planctl.plain import one_line, shorten

GIST = 70
"""Characters of an opening where there is room, but the whole stands further down on the page."""
_TELLING_LENGTH = 12
"""Characters by which a figure is known again in a shortened text."""


def cut(run: StyledRun, most: int) -> str:
    """The text on one line, or its opening with the figures in the rest, and with what prints the whole."""
    line = one_line(run.text)
    most = max(run.least or 0, most)
    if run.least is None or len(line) <= most:
        return line
    short = shorten(line, most)
    kept = [figure for figure in run.keeps if figure.strip('"')[:_TELLING_LENGTH] not in short]
    figures = f" ({', '.join(kept)})" if kept else ""
    return f"{short}{figures}{f' (in full: {run.whole})' if run.whole else ''}"


def opening(run: StyledRun) -> str:
    """The text where there is room: cut only if it stands whole further down on the page."""
    return run.text if run.least is None or run.whole else cut(run, GIST)
