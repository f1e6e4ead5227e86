"""``planctl log``: the version graph."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

FORMATS = (*PROSE, JSON, CSV)


def log(
    *,
    events: Annotated[bool, typer.Option("--events", help="Also show events about each version.")] = False,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show the versions of a plan: their dates, parties and parents."""
    from planctl.cli.recorded import kept_by_git
    from planctl.cli.source import open_workspace
    from planctl.lineage.states import states
    from planctl.pages import log as pages

    workspace = open_workspace(plans, plan)
    folder = workspace.folder(plan)
    history = states(folder.plan)
    kept = {} if workspace.bundled else kept_by_git(folder)

    def data() -> str:
        from planctl.exports import csv_tables, json_log

        write = csv_tables.log if form == CSV else json_log.log
        return write(folder.header, history, kept)

    put(
        form,
        lambda: pages.page(folder.where, history, folder.header, kept, events=events),
        data,
        pager=not no_pager,
    )
