"""What a command writes: its table of formats, the option that names one, and the way out.

Annotations are not postponed here: typer would compile each of them more than once.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer
from typer.models import OptionInfo

from planctl.cli.choices import listed, offered, only

if TYPE_CHECKING:
    from planctl.page import Page

TEXT, MARKDOWN, HTML, JSON, CSV, GITHUB = "text", "markdown", "html", "json", "csv", "github"
PROSE = (TEXT, MARKDOWN, HTML)
"""What any page can be written as."""


def one_of(formats: Sequence[str]) -> OptionInfo:
    """The option ``--format`` of a command that writes these."""
    option: OptionInfo = typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Output format: {listed(formats)}.",
        callback=only("--format", formats, "It writes"),
        autocompletion=offered(formats),
    )
    return option


def put(form: str, page: Callable[[], "Page"], data: Callable[[], str], *, pager: bool = True) -> None:
    """Write an answer: as a page for people, or as data, each made only if it is what was asked for."""
    from planctl.writers import console

    if form == TEXT:
        from planctl.writers import terminal

        console.show(terminal.lines(page(), console.width()), pager=pager)
    elif form == MARKDOWN:
        from planctl.writers.markdown import markdown

        console.write(markdown(page()), pager=pager)
    elif form == HTML:
        from planctl.writers.html import html

        console.write(html(page()), pager=pager)
    else:
        console.write(data(), pager=pager)
