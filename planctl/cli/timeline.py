"""``planctl timeline``: versions, events and claims by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import AsFormat, Format, PlanName, Plans

if TYPE_CHECKING:
    from planctl.models import When


def timeline(
    *,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Only from this day on: 2025-11-20, 2025-11."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Only up to this day, it included.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about", metavar="VERSION", help="Only this version and its ancestors, and what is about them."
        ),
    ] = None,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not use a pager.")] = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: AsFormat = Format.text,
) -> None:
    """Show versions, events and claims by date, and which of them are contested.

    A claim that says otherwise stands behind an x; claims in tension with each other can both be true.
    """
    from planctl.blame.chronicle import chronicle
    from planctl.cli.source import open_workspace
    from planctl.render import console

    earliest, latest = _days("--from", since), _days("--to", until)
    workspace = open_workspace(plans)
    found = workspace.find(about, plan) if about else None
    whole = (found.folder if found else workspace.folder(plan)).plan
    name = found.version.version if found else None
    entries = chronicle(
        whole,
        about=name,
        earliest=earliest.earliest if earliest else None,
        latest=latest.latest if latest else None,
    )
    asked = (name, since and f"from {since}", until and f"to {until}")
    subject = "  ".join(filter(None, asked))
    if form is Format.json:
        from planctl.render.json_timeline import timeline as as_json

        console.write(as_json(whole, entries, name), pager=not no_pager)
    elif form is Format.markdown:
        from planctl.render.markdown_timeline import timeline as as_markdown

        console.write(as_markdown(whole, entries, subject), pager=not no_pager)
    else:
        from planctl.render.terminal.timeline import timeline as as_lines

        console.show(as_lines(whole, entries, subject, console.width()), pager=not no_pager)


def _days(option: str, text: str | None) -> When | None:
    """The days that an option means. Raises ``BadReference``."""
    from planctl.errors import BadReference
    from planctl.models import When

    try:
        return None if text is None else When.of(text)
    except ValueError as error:
        raise BadReference(f"{option}: {error}", "Write a day, a month or a year.") from None
