"""``planctl log``: the version graph."""

from __future__ import annotations

from planctl.cli.options import AsFormat, Format, PlanName, Plans


def log(plans: Plans = None, plan: PlanName = None, form: AsFormat = Format.text) -> None:
    """Show the versions of a plan: their dates, parties and parents."""
    from planctl.cli.recorded import kept_by_git
    from planctl.cli.source import open_workspace
    from planctl.lineage.states import states
    from planctl.render import console

    workspace = open_workspace(plans)
    folder = workspace.folder(plan)
    history = states(folder.plan)
    kept = {} if workspace.bundled else kept_by_git(folder)
    if form is Format.json:
        from planctl.render.json_log import log as as_json

        console.write(as_json(folder.header, history, kept))
    elif form is Format.markdown:
        from planctl.render.markdown_log import log as as_markdown

        console.write(as_markdown(folder.header, history, kept))
    else:
        from planctl.render.terminal.log import log as as_lines

        console.show(as_lines(folder.where, history, folder.header, kept, console.width()))
