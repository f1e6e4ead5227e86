"""``planctl show``: a version or a point as its file has it."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.options import AsFormat, Format, PlanName, Plans


def show(
    what: Annotated[str, typer.Argument(metavar="VERSION", help="v28, or v28:6, or v28:10.b.")],
    point: Annotated[str | None, typer.Argument(metavar="POINT", help="6, point-6 or 10.b.")] = None,
    plans: Plans = None,
    plan: PlanName = None,
    form: AsFormat = Format.text,
) -> None:
    """Print a version, a point or an item, and what it rests on."""
    from planctl.cli.source import open_workspace
    from planctl.render import console

    located = open_workspace(plans).locate(what if point is None else f"{what}:{point}", plan)
    version, header = located.version, located.folder.header
    if form is Format.json:
        from planctl.render.json_show import show as as_json

        console.write(as_json(header, version, located.points))
    elif form is Format.markdown:
        from planctl.render.markdown_show import show as as_markdown

        console.write(as_markdown(header, version, located.units))
    else:
        from planctl.render.terminal.show import show as as_lines

        console.show(as_lines(header, version, located.units, console.width()))
