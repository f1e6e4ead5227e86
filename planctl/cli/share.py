"""``planctl share``: how much of the wording each version and party brought."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli import complete
from planctl.cli.choices import listed, offered, only
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

FORMATS = (*PROSE, JSON, CSV)
BY = ("party", "part")
"""Whom to count for themselves."""


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
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="WHOM",
            callback=only("--by", BY),
            autocompletion=offered(BY),
            help=f"Count each whole party, or each part of one: {listed(BY)}.",
        ),
    ] = BY[0],
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show how much of the wording comes from each version and party.

    Words are traced back through the whole history. Where claims or contested descent leave their origin
    open, a range is shown. Of restated texts points are counted instead: of one party alone, of several,
    and those whose origin is contested.
    """
    from planctl.blame import assign, divide
    from planctl.blame import share as shares
    from planctl.cli.source import open_workspace
    from planctl.pages import share as pages

    workspace = open_workspace(plans, plan, version)
    folder = workspace.find(version, plan).folder if version else workspace.folder(plan)
    wanted = workspace.find(version, plan).version if version else folder.newest
    whole = folder.plan
    name = wanted.version
    parts = by == BY[1]
    if history:
        all_shares = shares.share_history(whole, name, parts=parts)
    else:
        all_shares = (divide(whole, assign(whole, name), parts=parts),)

    def data() -> str:
        from planctl.exports import csv_tables, json_share

        write = csv_tables.share if form == CSV else json_share.share
        return write(whole, all_shares, trust=pages.trust(wanted))

    put(form, lambda: pages.page(whole, wanted, all_shares), data, pager=not no_pager)
