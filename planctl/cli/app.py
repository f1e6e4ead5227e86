"""The command line: its commands, and the one place that prints errors.

Annotations are not postponed here, for typer's sake as in the commands that are used most.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperGroup

from planctl import limits
from planctl.errors import PlanctlError, ReaderGone, Refused, Unwritten

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

COMMANDS = {
    "diff": "Show what became of each point of OLD in NEW.",
    "validate": "Check plan files, and show what is wrong and where.",
    "blame": "Show which version and parties each stretch of wording comes from, and who disputes that.",
    "claims": "Show who said what about a version or a point, by date, and who contradicts it.",
    "timeline": "Show versions, events and claims by date, and which of them are contested.",
    "share": "Show how much of the wording comes from each version and party.",
    "show": "Print a version, a point or an item, and what it rests on.",
    "log": "Show the versions of a plan: their dates, parties and parents.",
    "record": "Record a plan's versions as git commits on branch planctl/PLAN, tagged PLAN/VERSION.",
    "verify": "Check that the recorded history matches a plan's files, byte for byte.",
    "git-config": "Show point-by-point redlines in git diff.",
    "import": "Import drafts into a plan; each file becomes a version.",
    "fmt": "Reformat plan files, one sentence per line, without changing a word.",
    "init": "Create a plan folder; nothing is ever overwritten.",
    "schema": "Print the JSON Schema of plan files, for editors that complete and check YAML.",
}
"""Commands in the order in which help lists them, with the first line of their docstrings.

Each lives in a module of its name, which is loaded when the command is asked for: help lists them all and
loads none, and no command pays for another.
"""

_INTERRUPTED = 130
_NAMED = 60
"""Characters of a path that an error shows; the system may have refused it for its length."""
_ABOUT = "git for negotiated texts: what became of each point, and where its words come from."
_SETTINGS: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Turns what typer says of the arguments, and quotes as they were typed, into an error of ours.

    That the reader of its help went away, too, which it would turn into exit code 1.
    """
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except UsageError as error:
        command = error.ctx.command_path if error.ctx else "planctl"
        cure = f"See {command} --help."
        raise PlanctlError(error.format_message(), cure) from None
    except BrokenPipeError:
        raise ReaderGone from None


class _Commands(TyperGroup):
    """Finds commands by name in their modules."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = dict.fromkeys(COMMANDS, self)  # typer guesses typing slips from these names

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        function = cmd_name.replace("-", "_")
        function += "_" * iskeyword(function)
        alone = typer.Typer(add_completion=False, context_settings=_HELP, **_SETTINGS)
        alone.command(cmd_name)(getattr(import_module(f"planctl.cli.{function}"), function))
        return typer.main.get_command(alone)

    def make_context(self, *args: Any, **extra: Any) -> "Context":
        with _in_our_words():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: "Context") -> Any:
        with _in_our_words():
            return super().invoke(ctx)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="planctl", help=_ABOUT, cls=_Commands, no_args_is_help=True, context_settings=_HELP, **_SETTINGS
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
    """git for negotiated texts: what became of each point, and where its words come from."""


def main() -> None:
    """Run the command line; what goes wrong becomes one block on standard error and exit code 2.

    Raises KeyboardInterrupt on Ctrl-C, which typer would turn into a silent exit.
    """
    # pydantic's own switch: no other package's plug-in looks into plan files.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        if sys.stdout is None:
            raise Unwritten("standard output is closed: the answer cannot be written")
        with _waiting(), limits.total():
            app(prog_name="planctl")
    except PlanctlError as error:
        _speak(error)
        sys.exit(2)
    except ReaderGone:
        _follow_reader()
    except OSError as error:
        _speak(_of_system(error))
        sys.exit(2)
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            raise KeyboardInterrupt from None
        raise


def _waiting() -> AbstractContextManager[None]:
    """Progress for a person at a terminal; nothing of it is loaded for anybody else."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from planctl.cli.waiting import waiting

    return waiting()


def _speak(error: PlanctlError) -> None:
    from planctl.cli.messages import speak

    if isinstance(error, Unwritten):
        _drop_output()
    with suppress(OSError):  # nobody is left to report to
        speak(error)


def _of_system(error: OSError) -> PlanctlError:
    """What the system refused, in its words: a name too long, a disk that is full or broken."""
    from planctl.disk import cure
    from planctl.plain import shorten

    try:
        Path.cwd()
    except FileNotFoundError:
        return Refused("the current folder no longer exists", "Change to another folder.")
    if error.filename is None:
        _drop_output()
        return Unwritten(f"cannot write the answer: {error.strerror}")
    name = error.filename if isinstance(error.filename, str) else os.fsdecode(error.filename)
    return Refused(f"{shorten(name, _NAMED)}: {error.strerror}", cure(error))


def _drop_output() -> None:
    """Let go of what could not be written: Python would try again, and complain, at the very end."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _follow_reader() -> None:
    """The reader of a pipe (head, less) went away. As git does: end by the signal for it, silently."""
    _drop_output()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    sys.exit(2)
