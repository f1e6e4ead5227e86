"""``planctl claims``: who said what about a version or a point, and who says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import complete
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from planctl.blame.claims import Testimony
    from planctl.models import Plan
    from planctl.workspace import Located, Workspace


FORMATS = (*PROSE, JSON, CSV)


def claims(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="VERSION|POINT|CLAIM",
            help="v28, v28:6, 6, C12. Default: all claims.",
            autocompletion=complete.claims,
        ),
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

    For a version: claims about it or about anything in it. For a point: claims about it and about what it
    comes from, as planctl blame lists them. For a claim: itself, and those it is at odds with.
    """
    from planctl.cli.source import open_workspace
    from planctl.pages import claims as pages

    workspace = open_workspace(plans, plan, what)
    located = None if what is None or _is_claim(workspace, what, plan) else _located(workspace, what, plan)
    whole = (located.folder if located else workspace.folder(plan)).plan
    near, far = _bearing(whole, what, located)
    wanted = tuple(t for t in near if not (unanswered and t.answered))
    subject = _name(located) or what or ""
    elsewhere = _elsewhere(located, far)

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


def _located(workspace: Workspace, what: str, plan: str | None) -> Located:
    """The version or point meant. What is neither, nor a claim, is refused as all three."""
    from planctl.errors import UnknownName

    try:
        return workspace.locate(what, plan)
    except UnknownName as unknown:
        if unknown.kind != "version" or unknown.name != what:
            raise
        folder = workspace.folder(plan)
        known = [*folder.ids, *(claim.id for claim in folder.header.claims)]
        cure = "planctl log shows the versions, planctl claims all claims."
        raise UnknownName("version, point or claim", what, folder.where, known, cure) from None


def _is_claim(workspace: Workspace, what: str, plan: str | None) -> bool:
    """Whether a word names a claim: no version is called so, and a claim of the plan is."""
    from planctl.errors import PlanctlError

    if any(what in folder.ids for folder in workspace.folders.values()):
        return False
    try:
        return any(claim.id == what for claim in workspace.folder(plan).header.claims)
    except PlanctlError:
        return False


def _bearing(
    whole: Plan, what: str | None, located: Located | None
) -> tuple[tuple[Testimony, ...], tuple[Testimony, ...]]:
    """The claims asked for, and for a point those about whole versions that bear on it.

    For a claim: itself, and those it contradicts or is in tension with. For a point: what
    ``planctl blame`` lists.
    """
    from planctl.blame import assign
    from planctl.blame.claims import by_date, disputes, timeline

    if located is None:
        everything = timeline(whole)
        return tuple(t for t in everything if what in {None, t.claim.id, *t.against, *t.beside}), ()
    if located.unit is None:
        return timeline(whole, {located.version.version: None}), ()
    contested = disputes(whole, assign(whole, located.version.version, located.provisions).places)
    near = by_date(t for dispute in contested if not dispute.on_whole_version for t in dispute.testimonies)
    far = by_date(t for dispute in contested if dispute.on_whole_version for t in dispute.testimonies)
    return near, far


def _name(located: Located | None) -> str:
    if located is None:
        return ""
    return ":".join(filter(None, (located.version.version, located.unit)))


def _elsewhere(located: Located | None, more: tuple[Testimony, ...]) -> str:
    if located is None or not more:
        return ""
    versions = dict.fromkeys(ref.version or "" for testimony in more for ref in testimony.about)
    commands = ", ".join(f"planctl claims {version}" for version in versions)
    return f"{len(more)} more about {', '.join(versions)} as a whole: {commands}"
