"""``planctl share``: how much of the wording each version and party brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import complete
from planctl.cli.choices import listed, offered, only
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.blame.share import Share
    from planctl.models import Plan

FORMATS = (*PROSE, JSON, CSV)
BY = ("party", "part")
"""Whom to count for themselves."""


Version = Annotated[
    str | None,
    typer.Argument(
        metavar="VERSION",
        help="The version, such as v20. Default: the newest.",
        autocompletion=complete.versions,
    ),
]
History = Annotated[
    bool, typer.Option("--history", help="Also show the shares in every version that led to it.")
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="WHOM",
        callback=only("--by", BY),
        autocompletion=offered(BY),
        help=f"Count each whole party, or each part of one: {listed(BY)}.",
    ),
]


def share(
    version: Version = None,
    *,
    history: History = False,
    by: By = BY[0],
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show how much of the wording comes from each version and party.

    Words are traced back through the whole history. Where claims or contested descent leave their origin
    open, a range is shown. In restated texts points are counted instead: those of one party alone, of
    several, and of contested origin.
    """
    from planctl.cli.source import open_workspace
    from planctl.pages import share as pages

    workspace = open_workspace(plans, plan, version)
    folder = workspace.find(version, plan).folder if version else workspace.folder(plan)
    wanted = workspace.find(version, plan).version if version else folder.newest
    whole = folder.plan
    shares = _shares(whole, wanted.version, history=history, parts=by == BY[1])

    def data() -> str:
        from planctl.exports import csv_tables, json_share

        write = csv_tables.share if form == CSV else json_share.share
        return write(whole, shares, trust=pages.trust(wanted))

    put(form, lambda: pages.page(whole, wanted, shares), data, pager=not no_pager)


def _shares(plan: Plan, version: str, *, history: bool, parts: bool) -> Sequence[Share]:
    """The shares in a version; with ``history`` also in every version on the way to it."""
    from planctl.blame import assign, divide
    from planctl.blame.share import share_history
    from planctl.progress import step

    step("tracing words")
    if history:
        return share_history(plan, version, parts=parts)
    return (divide(plan, assign(plan, version), parts=parts),)
