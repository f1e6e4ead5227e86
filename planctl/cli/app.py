"""The command line: its commands, and the one place that speaks errors."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from planctl.cli.init import init
from planctl.cli.log import log
from planctl.cli.show import show
from planctl.errors import PlanctlError

_COMMANDS = {
    "show": show,
    "log": log,
    "init": init,
}
"""In the order in which help lists them."""

app = typer.Typer(
    name="planctl",
    help="git for negotiated texts: what became of each point, and who brought its words.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from planctl import __version__

        typer.echo(f"planctl {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """git for negotiated texts: what became of each point, and who brought its words."""


for _name, _command in _COMMANDS.items():
    app.command(_name)(_command)


def main() -> None:
    """Run the command line; a ``PlanctlError`` becomes one block on standard error and exit code 2."""
    try:
        app()
    except PlanctlError as error:
        _speak(error)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: as with git, that is not an error of ours.
        sys.stderr.close()
        sys.exit(0)


def _speak(error: PlanctlError) -> None:
    from planctl.render.plain import safe

    typer.echo(f"planctl: {safe(error.what)}", err=True)
    if error.cure:
        typer.echo(f"  {safe(error.cure)}", err=True)
