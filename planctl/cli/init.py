"""``planctl init``: a new plan folder, or a copy of the example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from planctl.cli.messages import remark
from planctl.cli.new_plan import check_name, place
from planctl.cli.options import Plans


def init(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Name of the new plan: letters, digits, dashes.")
    ] = None,
    example: Annotated[
        str | None, typer.Option("--example", metavar="PLAN", help="Copy this example, such as ukraine-2025.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the new plan.")] = None,
    plans: Plans = None,
) -> None:
    """Create a plan folder; nothing is ever overwritten."""
    import datetime as dt
    from functools import partial

    from planctl import disk
    from planctl.errors import BadReference
    from planctl.plain import one_line
    from planctl.workspace import bundled, creation
    from planctl.writers import console
    from planctl.writers.lines import edge, line

    chosen = name or example
    if chosen is None:
        raise BadReference(
            "the new plan needs a name", "planctl init my-plan, or planctl init --example ukraine-2025."
        )
    check_name(chosen)
    folder = place(plans) / chosen
    if example is not None:
        files = creation.example_files(bundled(), example)
    else:
        today = dt.datetime.now(tz=dt.UTC).date().isoformat()
        files = creation.new_files(chosen if title is None else title, today)
        _check_title(files)
    listed = [line(edge(one_line(str(folder / file)))) for file in files]
    disk.put_folder(folder, files, partial(console.show, listed, pager=False))
    remark(f"created {folder}; check it with planctl validate {folder}")


def _check_title(files: Mapping[str, bytes]) -> None:
    """Raise BadReference for a title that planctl validate would find a mistake in."""
    from planctl import checks, planfile
    from planctl.errors import BadReference

    read = [planfile.read(data, name) for name, data in files.items() if name.endswith(".yaml")]
    for problem in checks.find(read):
        if problem.severity == "error":
            raise BadReference(f"invalid --title: {problem.message}", problem.cure)
