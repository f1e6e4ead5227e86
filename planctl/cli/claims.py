"""``planctl claims``: who said what about a version or a point, and who says otherwise."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import PlanName, Plans

if TYPE_CHECKING:
    from planctl.workspace import Located


class ClaimsFormat(StrEnum):
    """How to write claims."""

    text = "text"
    json = "json"


def claims(
    what: Annotated[
        str | None, typer.Argument(metavar="VERSION|POINT", help="v28, v28:6, 6. Default: all claims.")
    ] = None,
    *,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help="Only claims that nobody contradicts.")
    ] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not use a pager.")] = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[ClaimsFormat, typer.Option("--format", help="Output format.")] = ClaimsFormat.text,
) -> None:
    """Show who said what about a version or a point, by date, and who contradicts it.

    For a version: claims about it or about anything in it. For a point: claims about that point.
    """
    from planctl.blame.claims import timeline
    from planctl.cli.source import open_workspace
    from planctl.render import console

    workspace = open_workspace(plans)
    located = workspace.locate(what, plan) if what else None
    whole = (located.folder if located else workspace.folder(plan)).plan
    testimonies = timeline(whole, _places(located))
    near = tuple(t for t in testimonies if located is None or located.unit is None or not t.on_whole_version)
    wanted = tuple(t for t in near if not (unanswered and t.answered))
    subject = _name(located)
    if form is ClaimsFormat.json:
        from planctl.render.json_claims import claims as as_json

        console.write(as_json(whole, subject or None, wanted), pager=not no_pager)
    else:
        from planctl.render.terminal.claims import claims as as_lines

        heading = f"{subject}   not contradicted" if unanswered else subject
        lines = as_lines(
            whole, wanted, heading, _elsewhere(located, len(testimonies) - len(near)), console.width()
        )
        console.show(lines, pager=not no_pager)


def _places(located: Located | None) -> dict[str, frozenset[int] | None] | None:
    if located is None:
        return None
    return {located.version.version: None if located.unit is None else frozenset(located.provisions)}


def _name(located: Located | None) -> str:
    if located is None:
        return ""
    return ":".join(filter(None, (located.version.version, located.unit)))


def _elsewhere(located: Located | None, more: int) -> str:
    if located is None or not more:
        return ""
    version = located.version.version
    return f"{more} more about {version} as a whole: planctl claims {version}"
