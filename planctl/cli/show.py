"""``planctl show``: a version or a point as its file has it."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli import complete
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import JSON, PROSE, TEXT, one_of, put

FORMATS = (*PROSE, JSON)


def show(
    what: Annotated[
        str,
        typer.Argument(metavar="VERSION", help="v28, or v28:6, or v28:10.b.", autocompletion=complete.points),
    ],
    point: Annotated[
        str | None,
        typer.Argument(metavar="POINT", help="6, point-6 or 10.b.", autocompletion=complete.labels),
    ] = None,
    *,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Print a version, a point or an item, and what it rests on."""
    from planctl.cli.drafts import said_of
    from planctl.cli.source import open_workspace
    from planctl.pages import show as pages

    located = open_workspace(plans, plan, what).locate(what if point is None else f"{what}:{point}", plan)
    version, header = located.version, located.folder.header
    remarks = said_of(located.folder)

    def data() -> str:
        from planctl.exports.json_show import show as as_json

        return as_json(header, version, located.points, trust=[*remarks, *pages.trust(version)])

    put(form, lambda: pages.page(header, version, located.units, remarks), data, pager=not no_pager)
