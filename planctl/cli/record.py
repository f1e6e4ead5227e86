"""``planctl record``: the version graph as a git history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import PlanName, Plans
from planctl.cli.output import JSON, TEXT, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.record import Outcome, Standing
    from planctl.workspace import Folder, Workspace

FORMATS = (TEXT, JSON)


def record(
    plans: Plans = None,
    plan: PlanName = None,
    every: Annotated[bool, typer.Option("--all", help="Record every plan in the folder.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be recorded, without recording it.")
    ] = False,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Record a plan's versions as git commits on branch planctl/PLAN, tagged PLAN/VERSION.

    One commit per version, authored by the parties that tabled it and dated when they did. The same files
    give the same commit ids on any machine. Your work tree, index and HEAD are not touched. If there are
    several plans, name one with --plan or record them all with --all.
    """
    from planctl import record as room
    from planctl.cli.recorded import history_of, repository_of
    from planctl.cli.source import open_workspace

    folders = _meant(open_workspace(plans), plan, every=every)
    histories = [history_of(folder) for folder in folders]

    def report(outcome: Outcome) -> None:
        _report(outcome, form, dry_run=dry_run, several=len(folders) > 1)

    for folder, history in zip(folders, histories, strict=True):
        with repository_of(folder) as repository:
            room.write(repository, history, dry_run=dry_run, report=report)


def _meant(workspace: Workspace, plan: str | None, *, every: bool) -> list[Folder]:
    """The plans to record: never the default, which is a reader's choice."""
    from planctl.errors import BadReference, Refused

    if workspace.bundled:
        raise Refused(
            "the bundled example cannot be recorded", "Copy it: planctl init --example ukraine-2025"
        )
    if every and plan is not None:
        raise BadReference("--plan and --all exclude each other", "Use one of them.")
    if every:
        return list(workspace.folders.values())
    if plan is None and len(workspace.folders) > 1:
        what = f"{workspace.where} holds several plans: {', '.join(workspace.folders)}"
        raise BadReference(what, "Choose one with --plan NAME, or record them with --all.")
    return [workspace.folder(plan)]


def _report(outcome: Outcome, form: str, *, dry_run: bool, several: bool) -> None:
    from planctl.writers import console
    from planctl.writers.lines import edge, line, plain

    # No pager: it would stay open while the refs are locked.
    if form == JSON:
        console.write(_json(outcome, dry_run=dry_run), pager=False)
        return
    title = [line(edge(outcome.plan, "strong"))] if several else []
    rows = [line(plain(row)) for row in _lines(outcome, dry_run=dry_run)]
    console.show([*title, *rows, *([line("")] if several else [])], pager=False)


def _lines(outcome: Outcome, *, dry_run: bool) -> Iterator[str]:
    width = max((len(each.version) for each in outcome.standings), default=0)
    for each in outcome.standings:
        yield f"  {each.version:{width}}  {_status(each, dry_run=dry_run)}"
    if not outcome.updates:
        yield f"Nothing to record: branch {_short(outcome.branch)} is up to date."
        return
    verb = "would be" if dry_run else "is"
    yield f"Branch {_short(outcome.branch)} {verb} at {outcome.newest}."
    if outcome.renamed:
        is_called = "would be called" if dry_run else "is called"
        yield f"It was {_short(outcome.renamed)}; it {is_called} {_short(outcome.branch)} from now on."
    if outcome.superseded:
        number = len(outcome.superseded)
        kept = "would stay" if dry_run else "stays"
        refs = f"{number} ref{'s' * (number > 1)}"
        yield f"The previous history {kept} reachable under refs/planctl/superseded/{outcome.plan}/ ({refs})."


def _status(each: Standing, *, dry_run: bool) -> str:
    from planctl.cli.recorded import SHORT

    new, old = (name[:SHORT] if name else "" for name in (each.commit, each.recorded))
    would = "would be " if dry_run else ""
    if each.state == "recorded":
        return f"{new}  unchanged"
    if each.state == "not recorded":
        return f"{new}  {would}recorded"
    if each.state == "gone":
        return f"{'':{SHORT}}  tag {would}removed: its file is gone (was {old})"
    return f"{new}  {would}recorded again: {each.reason} (was {old})"


def _short(branch: str) -> str:
    return branch.removeprefix("refs/heads/")


def _json(outcome: Outcome, *, dry_run: bool) -> str:
    import json

    whole = {
        "schema": "planctl/record/1",
        "plan": outcome.plan,
        "branch": outcome.branch,
        "renamed": outcome.renamed,
        "dry_run": dry_run,
        "written": outcome.written,
        "versions": [
            {
                "version": each.version,
                "state": each.state,
                "commit": each.commit,
                "before": each.recorded,
                "changed": list(each.why),
            }
            for each in outcome.standings
        ],
        "refs": [{"ref": each.ref, "old": each.old, "new": each.new} for each in outcome.updates],
        "superseded": list(outcome.superseded),
    }
    return json.dumps(whole, indent=2) + "\n"
