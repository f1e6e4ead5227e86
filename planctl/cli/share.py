"""``planctl share``: how much of the wording each version and party brought."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli import complete
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

FORMATS = (*PROSE, JSON, CSV)


def share(
    version: Annotated[
        str | None,
        typer.Argument(
            metavar="VERSION",
            help="The version, such as v20. Default: the newest.",
            autocompletion=complete.versions,
        ),
    ] = None,
    *,
    history: Annotated[
        bool, typer.Option("--history", help="Also show the shares in every version on the way to it.")
    ] = False,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show how much of the wording comes from each version and party.

    Words are traced back through the whole history. Where claims or contested descent leave their origin
    open, a range is shown.
    """
    from planctl.blame import assign, divide
    from planctl.blame import share as shares
    from planctl.cli.source import open_workspace
    from planctl.pages import share as pages
    from planctl.progress import step

    workspace = open_workspace(plans, plan, version)
    folder = workspace.find(version, plan).folder if version else workspace.folder(plan)
    wanted = workspace.find(version, plan).version if version else folder.newest
    whole = folder.plan
    name = wanted.version
    step("tracing words")
    all_shares = shares.share_history(whole, name) if history else (divide(whole, assign(whole, name)),)

    def data() -> str:
        from planctl.exports import csv_tables, json_share

        if form == CSV:
            return csv_tables.share(whole, all_shares)
        return json_share.share(whole, all_shares, trust=pages.trust(wanted))

    put(form, lambda: pages.page(whole, wanted, all_shares), data, pager=not no_pager)
