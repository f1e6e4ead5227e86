"""One run in a process of its own, and what is wrong with how it ended."""

from __future__ import annotations

import os
import re
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.attack.strings import MARK

SECONDS = 10.0
"""Processor seconds that a run may take, its git processes included."""
WALL = 60
MEGABYTES = 512
"""Memory that a run may hold."""
_FINE = frozenset({0, 1, 2})
_ORDER = re.compile(
    r"##\[|^[^\S\n]*::(?!(?:error|warning) (?:file=[^:]*,)?title=PLC\d{3})",
    re.MULTILINE,
)
"""What GitHub obeys: ``::`` behind any blanks, the older form anywhere."""
_FORGED = re.compile(rf"^(?:[!#>|*/-] |planctl: ){MARK}|(?!\A)^{MARK}", re.MULTILINE)
"""A line with a mark of ours, or one that is all the attacker's; a title alone may open the output.

Markdown has such marks of its own before names: its tests read it as GitHub does.
"""
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u3164\u115f\u034f\U000e0000-\U000e007f]"
)
_FORMULA = re.compile(r"^(?:[^,\n\"]*,)*\"?[=+@\uff1d\uff0b\uff20]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: exit code (negative for a signal), processor seconds, MiB, and what it printed."""

    code: int
    seconds: float
    megabytes: float
    out: str
    err: str


def run(words: Sequence[str], folder: Path, environment: Mapping[str, str], scratch: Path) -> Ran:
    """Run the command line in a fork of this process, which has the package loaded already."""
    out, err = scratch / "out", scratch / "err"
    child = os.fork()
    if not child:
        _be_planctl(words, folder, environment, out, err)
    limit = time.monotonic() + WALL
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() > limit:
            os.killpg(child, signal.SIGKILL)
            _, status, used = os.wait4(child, 0)
            break
        time.sleep(0.002)
    return Ran(
        os.waitstatus_to_exitcode(status),
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
        _text(out),
        _text(err),
    )


def _be_planctl(
    words: Sequence[str], folder: Path, environment: Mapping[str, str], out: Path, err: Path
) -> None:
    code = 99
    try:
        os.setsid()
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        for number, path in ((0, Path(os.devnull)), (1, out), (2, err)):
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            os.dup2(handle, number)
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
        sys.argv = ["planctl", *words]
        from planctl.__main__ import main

        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - whatever it is, it is a fault to report
        traceback.print_exc()
        code = 70
    finally:
        sys.stderr.flush()
        os._exit(code)


def _text(path: Path) -> str:
    return path.read_bytes()[: 64 << 20].decode("utf-8", "replace") if path.exists() else ""


def faults(ran: Ran, words: Sequence[str], canary: Path, victims: Mapping[Path, bytes]) -> Iterator[str]:
    """What is wrong, each in a few words."""
    if canary.exists():
        yield "executed"
    for path, content in victims.items():
        if not path.is_file() or path.read_bytes() != content:
            yield f"overwrote {path.name}"
    yield from _wrong_end(ran)
    for where, text in (("output", ran.out), ("messages", ran.err)):
        yield from _wrong_text(where, text, is_markdown="markdown" in words)
    if "csv" in words and _FORMULA.search(ran.out):
        yield "formula in csv"


def _wrong_end(ran: Ran) -> Iterator[str]:
    if "Traceback (most recent call last)" in ran.err + ran.out:
        yield "traceback"
    elif ran.code not in _FINE:
        yield f"exit code {ran.code}"
    if ran.seconds > SECONDS:
        yield f"took {ran.seconds:.0f} s"
    if ran.megabytes > MEGABYTES:
        yield f"held {ran.megabytes:.0f} MiB"


def _wrong_text(where: str, text: str, *, is_markdown: bool) -> Iterator[str]:
    if found := _ORDER.search(text) or (None if is_markdown else _FORGED.search(text)):
        yield f"forged line in {where}: {text[found.start() : found.start() + 60]!r}"
    if found := _CONTROL.search(text):
        yield f"control character in {where}: {found[0]!r}"
