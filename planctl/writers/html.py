"""A page as one HTML file that needs nothing else: no script, no font, no request.

Jinja2 escapes everything that the template does not say itself; what cannot be seen is written as its code
before that. The template is ``page.html.jinja``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from planctl.page import Bar, Inline, Page, StyledRun, Table, one_side, runs, tidy
from planctl.plain import flat, one_line, powerless_html, safe
from planctl.redline import Segment
from planctl.writers.cutting import opening

_WEB = ("https://", "http://")
"""What an address begins with that becomes a link; any other stays text."""


def html(page: Page) -> str:
    """The page as a document for a browser, light and dark, and for paper."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"row": _row, "pieces": _pieces, "link": _link}
    environment.globals |= {"kind": _kind, "whole": _whole, "side": _side, "longest": _longest}
    source = Path(__file__).with_name("page.html.jinja").read_text(encoding="utf-8")
    return powerless_html(environment.from_string(source).render(page=page))


def _kind(value: object) -> str:
    return type(value).__name__


def _row(text: str) -> str:
    return one_line(text)


def _pieces(words: Inline) -> list[tuple[str, str]]:
    """Styles and texts of words; line feeds stay where they are to be seen."""
    return [(run.style, _text(run)) for run in runs(words) if run.text]


def _text(run: StyledRun) -> str:
    return safe(run.text) if run.lined else flat(opening(run))


def _link(address: str) -> str:
    """An address that may be followed, else nothing."""
    return address if address.lower().startswith(_WEB) and address == _row(address) else ""


def _whole(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    return [(kind, safe(text)) for kind, text in tidy(segments)]


def _side(segments: Sequence[Segment], without: str) -> list[tuple[str, str]]:
    return [(kind, safe(text)) for kind, text in one_side(segments, without)]


def _longest(table: Table) -> int:
    """The words of the longest bar of a table, at least one."""
    return max(
        [1, *(cell.removed + cell.added for row in table.rows for cell in row if isinstance(cell, Bar))]
    )
