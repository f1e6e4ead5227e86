"""``planctl claims``: who said what about a version or a point, and who says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from planctl.workspace import Located


FORMATS = (*PROSE, JSON, CSV)


def claims(
    what: Annotated[
        str | None, typer.Argument(metavar="VERSION|POINT", help="v28, v28:6, 6. Default: all claims.")
    ] = None,
    *,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help="Only claims that nobody contradicts.")
    ] = False,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show who said what about a version or a point, by date, and who contradicts it.

    For a version: claims about it or about anything in it. For a point: claims about that point.
    """
    from planctl.blame.claims import timeline
    from planctl.cli.source import open_workspace
    from planctl.pages import claims as pages

    workspace = open_workspace(plans)
    located = workspace.locate(what, plan) if what else None
    whole = (located.folder if located else workspace.folder(plan)).plan
    testimonies = timeline(whole, _places(located))
    near = tuple(t for t in testimonies if located is None or located.unit is None or not t.on_whole_version)
    wanted = tuple(t for t in near if not (unanswered and t.answered))
    subject = _name(located)
    elsewhere = _elsewhere(located, len(testimonies) - len(near))

    def data() -> str:
        from planctl.exports import csv_tables, json_claims

        if form == CSV:
            return csv_tables.claims(whole, subject, wanted, len(near))
        return json_claims.claims(whole, subject or None, wanted, len(near))

    only = "not contradicted" if unanswered else ""
    showing = f"Showing {len(wanted)} of {len(near)} claims." if len(wanted) < len(near) else ""
    notes = " ".join(filter(None, [showing, elsewhere]))
    put(
        form,
        lambda: pages.page(whole, wanted, subject, only=only, elsewhere=notes),
        data,
        pager=not no_pager,
    )


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
