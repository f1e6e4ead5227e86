"""Where output leaves: colour, width and pager as git has them. The only file that knows Rich.

Lines come as pieces whose text is inert already. They reach Rich as ``Text``, never as markup, and Rich is
loaded only when there is a colour to show: a pipe gets plain bytes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from planctl.errors import ReaderGone, Unwritten
from planctl.progress import hush
from planctl.writers.lines import Line, finished, text_of

_STYLES = {
    "insert": "bold green",
    "delete": "red",
    "strong": "bold",
    "warn": "yellow",
    "dim": "dim",
}
_NARROWEST, _USUAL, _WIDEST = 20, 80, 1000
_FIGURE_WIDTH = 4


def width() -> int:
    """Columns to write for: ``COLUMNS``, else the terminal's, else 80."""
    asked = os.environ.get("COLUMNS", "")
    digits = asked.lstrip("0") if asked.isascii() and asked.isdecimal() else ""
    if digits:
        columns = int(digits[:_FIGURE_WIDTH])  # what is longer is wide enough, too
    elif _is_terminal():
        columns = shutil.get_terminal_size((_USUAL, 24)).columns
    else:
        columns = _USUAL
    return max(_NARROWEST, min(columns, _WIDEST))


def show(lines: Iterable[Line], *, pager: bool = True) -> None:
    """Write lines to standard output, in colour where that is wanted, through a pager on a terminal."""
    rows = list(lines)
    write(_coloured(rows) if _wants_style() else text_of(rows), pager=pager)


def write(text: str, *, pager: bool = True) -> None:
    """Write finished text to standard output, through a pager on a terminal.

    Raises Unwritten when what it goes to is full or broken, ReaderGone when a pipe has no reader any more.
    """
    hush()
    command = _pager() if pager and _is_terminal() else []
    if command and _paged(text, command):
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        what = f"cannot write to standard output: {error.strerror}"
        raise Unwritten(what) from None


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _wants_style() -> bool:
    """Whether to ask Rich at all; NO_COLOR, TERM=dumb and the kind of terminal are then its to judge."""
    return _is_terminal() or bool(os.environ.get("FORCE_COLOR"))


def _coloured(rows: list[Line]) -> str:
    from rich.console import Console
    from rich.text import Text

    # With sizes of our own, Rich does not try to read them from the environment.
    console = Console(highlight=False, markup=False, emoji=False, width=_WIDEST, height=_USUAL)
    if console.color_system is None:
        return text_of(rows)
    whole = Text(end="")
    for row in rows:
        for piece in finished(row):
            whole.append(piece.text, _STYLES.get(piece.style))
        whole.append("\n")
    with console.capture() as capture:
        console.print(whole, soft_wrap=True, end="")
    return capture.get()


def _pager() -> list[str]:
    """The command git would use, without asking git: GIT_PAGER, PAGER, less. None for ``cat`` or nothing.

    It is found on the path, never in the working folder.
    """
    named = next(
        (os.environ[name] for name in ("PLANCTL_PAGER", "GIT_PAGER", "PAGER") if name in os.environ), "less"
    )
    import shlex

    from planctl import programs

    try:
        name, *options = shlex.split(named) or ["cat"]
    except ValueError:  # a quotation that is never closed
        return []
    if [name, *options] == ["cat"] or os.environ.get("TERM", "dumb") == "dumb":
        return []
    file = programs.find(name, os.environ.get("PATH"))
    return [file, *options] if file else []


def _paged(text: str, command: list[str]) -> bool:
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    encoded = text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    with _interrupts_later():
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the reader's own pager
        except OSError:
            return False
        process.communicate(encoded)
    return True


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Ctrl-C is the pager's first, as in git: when that has ended, so do we, by KeyboardInterrupt."""
    pressed: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
