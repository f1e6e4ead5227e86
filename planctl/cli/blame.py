"""``planctl blame``: who brought each stretch of a point's wording, and who disputes that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import complete
from planctl.cli.messages import remark
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planctl.blame.shown import BlameAnswer, LastCommit
    from planctl.store import Commit
    from planctl.workspace import Located

FORMATS = (*PROSE, JSON, CSV)


What = Annotated[
    str,
    typer.Argument(
        metavar="POINT|VERSION",
        help="7, point-7, v28:7, v28:10.b, or a version: v28.",
        autocompletion=complete.points,
    ),
]
PointArgument = Annotated[
    str | None,
    typer.Argument(metavar="POINT", help="A point of that version: 7, 10.b.", autocompletion=complete.labels),
]
Git = Annotated[bool, typer.Option("--git/--no-git", help="Show which commit recorded each point.")]


def blame(
    what: What,
    point: PointArgument = None,
    *,
    git: Git = True,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show which version and parties each stretch of wording comes from, and who disputes that.

    A bare point means the newest version.
    """
    from planctl.cli.source import open_workspace
    from planctl.pages import blame as pages

    located = open_workspace(plans, plan, what).locate(what if point is None else f"{what}:{point}", plan)
    shown = _shown(located, git=git)
    put(
        form,
        lambda: pages.page(shown, addresses=form != TEXT),
        lambda: _data(shown, form),
        pager=not no_pager,
    )


def _shown(located: Located, *, git: bool) -> BlameAnswer:
    """Whose the wording asked for is, who disputes that and, with ``git``, which commits recorded it."""
    from planctl.blame import claims, points, share
    from planctl.blame.shown import BlameAnswer
    from planctl.progress import step

    whole = located.folder.plan
    step("tracing words")
    blamed = points.assign(whole, located.version.version, located.provisions)
    return BlameAnswer(
        plan=whole,
        blame=blamed,
        unit=located.unit,
        disputes=claims.disputes(whole, blamed.places),
        share=share.divide(whole, blamed),
        recorded=_recorded(located) if git else {},
        state="" if located.folder.path else located.asked.partition("@")[2].partition(":")[0],
    )


def _data(shown: BlameAnswer, form: str) -> str:
    from planctl.exports import csv_tables, json_blame
    from planctl.page import bare
    from planctl.pages.blame_phrases import trust

    write = csv_tables.blame if form == CSV else json_blame.blame
    return write(shown, trust=[bare(words) for words in trust(shown)])


def _recorded(located: Located) -> dict[str, LastCommit]:
    """For each point asked for, the commit that last touched its lines; nothing outside git."""
    from planctl import store
    from planctl.errors import BadRevision

    folder, file = located.folder, f"{located.version.version}.yaml"
    if folder.path is None:
        return {}
    try:
        repository = store.open_at(folder.path)
        if repository is None:
            return {}
        with repository:
            path = repository.inside(folder.path / file)
            lines = repository.blame_lines(path, now=folder.data(file))
    except BadRevision as error:
        remark(f"cannot show which commit recorded it: {error.what}")
        return {}
    starts = folder.point_lines(located.version.version)
    wanted = {point.number for point in located.points}
    commits = {
        point.number: _last(range(*_lines(starts, point.number, len(lines))), lines, folder.place(file))
        for point in located.version.points
        if point.number in wanted
    }
    return {point: recorded for point, recorded in commits.items() if recorded is not None}


def _lines(starts: Mapping[str, int], point: str, last: int) -> tuple[int, int]:
    """Lines of a point in its file: from its own first to the next one's."""
    start = starts[point]
    return start, min((line for line in starts.values() if line > start), default=last + 1)


def _last(lines: range, commits: Mapping[int, Commit | None], path: str) -> LastCommit | None:
    """The newest commit among some lines; none in it if one of them is not committed yet.

    None when there are several and one has no time that could be compared.
    """
    from planctl.blame.shown import LastCommit

    line_commits = [commits.get(number) for number in lines]
    known = {commit.id: commit for commit in line_commits if commit is not None}
    if not known or None in line_commits:
        return LastCommit(path, lines.start, lines.stop - 1, None, "", None, "")
    by_time = {(each.committed, each.id): each for each in known.values() if each.committed is not None}
    if len(known) > 1 and len(by_time) < len(known):
        return None
    newest = by_time[max(by_time)] if by_time else next(iter(known.values()))
    return LastCommit(
        path, lines.start, lines.stop - 1, newest.id, newest.author, newest.authored, newest.subject
    )
