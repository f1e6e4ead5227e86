"""``planctl share``: how much of the wording each version and party brought."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.options import PlanName, Plans


class ShareFormat(StrEnum):
    """How to write shares."""

    text = "text"
    json = "json"
    csv = "csv"


def share(
    version: Annotated[
        str | None, typer.Argument(metavar="VERSION", help="The version, such as v20. Default: the newest.")
    ] = None,
    *,
    history: Annotated[
        bool, typer.Option("--history", help="Also show the shares in every version on the way to it.")
    ] = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[ShareFormat, typer.Option("--format", help="Output format.")] = ShareFormat.text,
) -> None:
    """Show how much of the wording comes from each version and party.

    Words are traced back through the whole history. Where claims or contested descent leave their origin
    open, a range is shown.
    """
    from planctl.blame import assign, divide
    from planctl.blame import share as shares
    from planctl.cli.source import open_workspace
    from planctl.progress import step
    from planctl.render import console

    workspace = open_workspace(plans)
    folder = workspace.find(version, plan).folder if version else workspace.folder(plan)
    wanted = workspace.find(version, plan).version if version else folder.newest
    whole = folder.plan
    name = wanted.version
    step("tracing words")
    all_shares = shares.share_history(whole, name) if history else (divide(whole, assign(whole, name)),)
    if form is ShareFormat.json:
        from planctl.render.json_share import share as as_json

        console.write(as_json(whole, all_shares))
    elif form is ShareFormat.csv:
        from planctl.render.csv_share import share as as_csv

        console.write(as_csv(whole, all_shares))
    else:
        from planctl.render.terminal import share as screen

        lines = screen.share(whole, wanted, all_shares[-1], console.width())
        lines += screen.history(whole, all_shares, console.width()) if history else []
        console.show(lines)
