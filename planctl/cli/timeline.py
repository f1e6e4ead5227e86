"""``planctl timeline``: versions, events and claims by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from planctl.models import When

FORMATS = (*PROSE, JSON)


def timeline(
    *,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Start with this day or month: 2025-11-20, 2025-11."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="End with this day or month.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about", metavar="VERSION", help="Only this version, its ancestors, and what concerns them."
        ),
    ] = None,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show versions, events and claims by date, and which of them are contested.

    Claims that say otherwise follow an x; claims in tension with each other can both be true. Long notes
    are cut short at the terminal; Markdown, HTML and JSON show them whole.
    """
    from planctl.blame.chronicle import chronicle
    from planctl.cli.source import open_workspace
    from planctl.exports import json_timeline
    from planctl.pages import timeline as pages

    earliest, latest = _days("--from", since), _days("--to", until)
    workspace = open_workspace(plans, plan, about)
    named = workspace.find(about, plan) if about else None
    whole = (named.folder if named else workspace.folder(plan)).plan
    name = named.version.version if named else None
    entries = chronicle(
        whole,
        about=name,
        earliest=earliest.earliest if earliest else None,
        latest=latest.latest if latest else None,
    )
    asked = (name, since and f"from {since}", until and f"to {until}")
    subject = "  ".join(filter(None, asked))
    put(
        form,
        lambda: pages.page(whole, entries, subject),
        lambda: json_timeline.timeline(whole, entries, name),
        pager=not no_pager,
    )


def _days(option: str, text: str | None) -> When | None:
    """The days that an option means. Raises ``BadReference``."""
    from planctl.errors import BadReference
    from planctl.models import When

    try:
        return None if text is None else When.of(text)
    except ValueError as error:
        raise BadReference(f"{option}: {error}", "Write a day, a month or a year.") from None
