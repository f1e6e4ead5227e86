"""Messages on standard error: each keeps to its lines, whatever names it contains."""

from __future__ import annotations

import typer

from planctl.errors import PlanctlError
from planctl.progress import hush


def remark(text: str) -> None:
    """Print a remark on one line."""
    _write(f"planctl: {text}")


def speak(error: PlanctlError) -> None:
    """Print what went wrong on one line, and what to do next on a second."""
    _write(f"planctl: {error.what}", *([f"  {error.cure}"] if error.cure else []))


def _write(*lines: str) -> None:
    from planctl.writers.lines import line, plain, text_of

    hush(for_good=False)
    typer.echo(text_of(line(plain(text)) for text in lines), nl=False, err=True)
