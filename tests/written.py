"""Answers as the commands write them, for tests that have the values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planctl.blame.share import Share
from planctl.blame.shown import BlameAnswer as Blamed
from planctl.diff import DiffAnswer
from planctl.exports import json_blame as blame_export
from planctl.exports import json_diff as diff_export
from planctl.lineage.states import State
from planctl.models import Header, Plan, Unit, Version
from planctl.page import Page, bare
from planctl.pages import blame as blame_page
from planctl.pages import blame_phrases, diff_phrases
from planctl.pages import diff as diff_page
from planctl.pages import log as log_page
from planctl.pages import share as share_page
from planctl.pages import show as show_page
from planctl.writers import terminal
from planctl.writers.lines import Line
from planctl.writers.markdown import markdown


def drawn(page: Page, width: int) -> list[Line]:
    """A page on a terminal."""
    return terminal.lines(page, width)


def screen(shown: DiffAnswer, width: int, **look: bool) -> list[Line]:
    """``planctl diff`` on a terminal."""
    return drawn(diff_page.page(shown, diff_page.DiffOptions(**look)), width)


def stat(shown: DiffAnswer, width: int) -> list[Line]:
    """``planctl diff --stat`` on a terminal."""
    return screen(shown, width, stat=True)


def markdown_diff(shown: DiffAnswer, **look: bool) -> str:
    """``planctl diff --format markdown``."""
    return markdown(diff_page.page(shown, diff_page.DiffOptions(**look, addresses=True)))


def json_diff(shown: DiffAnswer) -> str:
    """``planctl diff --format json``."""
    said: dict[str, Any] = {
        "trust": [bare(words) for words in diff_phrases.trust(shown)],
        "surviving": diff_phrases.survival(shown),
        "showing": diff_phrases.showing(shown),
    }
    return diff_export.diff(shown, **said)


def blame_screen(shown: Blamed, width: int) -> list[Line]:
    """``planctl blame`` on a terminal."""
    return drawn(blame_page.page(shown), width)


def markdown_blame(shown: Blamed) -> str:
    """``planctl blame --format markdown``."""
    return markdown(blame_page.page(shown, addresses=True))


def json_blame(shown: Blamed) -> str:
    """``planctl blame --format json``."""
    return blame_export.blame(shown, trust=[bare(words) for words in blame_phrases.trust(shown)])


def share_screen(plan: Plan, version: Version, shares: Share, width: int) -> list[Line]:
    """``planctl share`` on a terminal."""
    return drawn(share_page.page(plan, version, [shares]), width)


def show_screen(header: Header, version: Version, units: Sequence[Unit], width: int) -> list[Line]:
    """``planctl show`` on a terminal."""
    return drawn(show_page.page(header, version, units), width)


def log_screen(
    where: str, states: Sequence[State], header: Header, kept: Mapping[str, str], width: int
) -> list[Line]:
    """``planctl log`` on a terminal."""
    return drawn(log_page.page(where, states, header, kept), width)
