"""``planctl verify``: the record equals the files."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.options import PlanName, Plans
from planctl.cli.output import JSON, TEXT, one_of

FORMATS = (TEXT, JSON)


def verify(plans: Plans = None, plan: PlanName = None, form: Annotated[str, one_of(FORMATS)] = TEXT) -> None:
    """Check that the recorded history matches a plan's files, byte for byte.

    Exits with 1 if it does not.
    """
    import json

    from planctl import record
    from planctl.cli.recorded import SHORT, history_of, repository_of
    from planctl.cli.source import open_workspace
    from planctl.pages.phrases import counted
    from planctl.writers import console
    from planctl.writers.lines import line, plain

    folder = open_workspace(plans, plan).folder(plan)
    history = history_of(folder)
    with repository_of(folder) as repository:
        mismatches = record.verify(repository, history)
    commits = {step.version: step.commit for step in history.steps}
    if form == JSON:
        whole = {
            "schema": "planctl/verify/1",
            "plan": history.plan,
            "branch": history.branch,
            "equal": not mismatches,
            "commits": commits,
            "differences": [{"version": each.version, "what": each.what} for each in mismatches],
        }
        console.write(json.dumps(whole, indent=2) + "\n")
    elif mismatches:
        console.show([line(plain(f"  {each.version or history.plan}  {each.what}")) for each in mismatches])
    else:
        tip = commits[history.newest][:SHORT]
        size = counted(len(commits), "version")
        summary = f"{history.plan}: the record matches the files: {size}, {tip}"
        console.show([line(plain(summary))])
    if mismatches:
        raise typer.Exit(1)
