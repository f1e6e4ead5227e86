"""What doubling an input costs, for every command and every shape of ``bench.shapes``.

    python -m bench.doubling [--command NAME] [--shape WORDS] [--all] [--sample 40] [--seed 1]

An input is doubled until a command's processor time (git's included) is clear of its start-up, which is taken
off; then once more. A line gives verdict, command, shape, both sizes and seconds, and the ratio; more than
``BAR`` fails. Where no input of ``--most`` bytes takes that long, nothing can be said of a ratio ("short"),
and nothing is slow. Commands run in forked processes of one that has imported planctl, so that start-up costs
next to nothing. A ratio above the bar is measured twice more, and the least one counts: the machine may be
busy. If it stays above, the input is doubled once more and the mean of both doublings counts, for the answer
itself may change with the size: a text that is linked at one size and dropped at the next costs less there.

All commands on all shapes take hours. Without options texts are run with ``OF_TEXTS`` and all other shapes
with every command; and of the texts a sample, the same for the same ``--seed``.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import math
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.plan_files import Files
from bench.shapes import SHAPES, is_text

BAR = 2.6
PATIENCE = 60
"""Seconds of processor time after which a command is stopped."""
FIRST = 64
"""The size that is tried first."""
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")


class Command(NamedTuple):
    """Arguments, ``OLD`` and ``NEW`` in the place of versions, and what must be done to the folder first."""

    arguments: tuple[str, ...]
    prepare: Callable[[Path, Files], None] | None = None


def _repository(folder: Path, _files: Files) -> None:
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a"]):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True, capture_output=True)


def _changed(folder: Path, files: Files) -> None:
    """Committed, and since then changed at the top and at the end."""
    _repository(folder, files)
    path = folder / "plans" / "p" / f"{_newest(files)}.yaml"
    path.write_text(path.read_text().replace("title: Draft", "title: Other draft") + "# the end\n")


def _recorded(folder: Path, files: Files) -> None:
    _repository(folder, files)
    subprocess.run([sys.executable, "-m", "planctl", "record"], cwd=folder, check=False, capture_output=True)


_DIFF = ("diff", "OLD", "NEW", "--no-pager")
COMMANDS = {
    "diff": Command(_DIFF),
    "diff markdown": Command((*_DIFF, "--format", "markdown")),
    "diff json": Command((*_DIFF, "--format", "json")),
    "diff --explain": Command((*_DIFF, "--explain")),
    "diff --stat": Command((*_DIFF, "--stat")),
    "diff --side-by-side": Command((*_DIFF, "--side-by-side")),
    "diff --point": Command((*_DIFF, "--point", "NEW:1")),
    "blame version": Command(("blame", "NEW", "--no-git", "--no-pager")),
    "blame point": Command(("blame", "NEW:1", "--no-git", "--no-pager")),
    "blame json": Command(("blame", "NEW:1", "--no-git", "--format", "json")),
    "blame markdown": Command(("blame", "NEW:1", "--no-git", "--format", "markdown")),
    "blame --git": Command(("blame", "NEW:1", "--no-pager"), _changed),
    "share": Command(("share",)),
    "share --history": Command(("share", "--history")),
    "share json": Command(("share", "--history", "--format", "json")),
    "share csv": Command(("share", "--format", "csv")),
    "claims": Command(("claims", "--no-pager")),
    "claims of": Command(("claims", "NEW", "--no-pager")),
    "claims json": Command(("claims", "--format", "json")),
    "log": Command(("log",)),
    "log json": Command(("log", "--format", "json")),
    "log markdown": Command(("log", "--format", "markdown")),
    "log recorded": Command(("log",), _recorded),
    "show": Command(("show", "NEW")),
    "show point": Command(("show", "NEW", "1")),
    "show json": Command(("show", "NEW", "--format", "json")),
    "show markdown": Command(("show", "NEW", "--format", "markdown")),
    "validate": Command(("validate",)),
    "validate json": Command(("validate", "--format", "json")),
    "validate github": Command(("validate", "--format", "github")),
    "record": Command(("record",), _repository),
    "verify": Command(("verify",), _recorded),
    "schema": Command(("schema",)),
    "textconv": Command(("planctl.cli.textconv", "plans/p/NEW.yaml")),
    "git_diff": Command(
        ("planctl.cli.git_diff", "plans/p/a.yaml", "plans/p/OLD.yaml", "0", "0", "plans/p/NEW.yaml", "0", "0")
    ),
}


OF_TEXTS = ("diff", "blame point", "textconv", "validate", "show markdown")


def _newest(files: Files) -> str:
    return list(files)[-1].removesuffix(".yaml")


class Run(NamedTuple):
    """An input, its bytes, and what a command took for it."""

    size: int
    bytes: int
    seconds: float


class Measured(NamedTuple):
    """A command on a shape. ``ratio`` is None if the largest input took too little time to tell."""

    command: str
    shape: str
    runs: tuple[Run, ...]
    ratio: float | None

    @property
    def passed(self) -> bool:
        """Whether doubling cost no more than the bar."""
        return self.ratio is None or self.ratio <= BAR

    def __str__(self) -> str:
        sizes = " -> ".join(str(run.size) for run in self.runs[-2:])
        seconds = " -> ".join(f"{run.seconds:.2f} s" for run in self.runs[-2:])
        told = "short" if self.ratio is None else f"{self.ratio:.2f} x"
        verdict = "PASS" if self.passed else "FAIL"
        return f"{verdict}  {self.command:20} {self.shape:50} {sizes:>18}  {seconds:>20}  {told}"


class Bench:
    """Runs commands on shapes; seconds are without what the smallest input takes."""

    def __init__(self, clear: float, most: int) -> None:
        self.clear = clear
        self.most = most
        self._starts: dict[tuple[str, str], float] = {}

    def measure(self, command: str, shape: str) -> Measured:
        """Double the input until it takes long enough, then once more."""
        start = min(_taken(command, SHAPES[shape](2)) for _ in range(2))
        size, runs = FIRST, [self._run(command, shape, FIRST, start)]
        while runs[-1].seconds < self.clear and runs[-1].bytes < self.most:
            size *= 2 if runs[-1].seconds > self.clear / 8 else 4
            runs.append(self._run(command, shape, size, start))
        if runs[-1].seconds < self.clear:
            return Measured(command, shape, tuple(runs), None)
        runs.append(self._run(command, shape, size * 2, start))
        ratio = runs[-1].seconds / runs[-2].seconds
        for _ in range(2):
            if ratio <= BAR:
                break
            pair = [self._run(command, shape, own, start) for own in (size, size * 2)]
            if pair[1].seconds / pair[0].seconds < ratio:
                runs[-2:], ratio = pair, pair[1].seconds / pair[0].seconds
        if ratio > BAR:
            runs.append(self._run(command, shape, size * 4, start))
            ratio = min(ratio, math.sqrt(runs[-1].seconds / runs[-3].seconds))
        return Measured(command, shape, tuple(runs), ratio)

    def _run(self, command: str, shape: str, size: int, start: float) -> Run:
        files = SHAPES[shape](size)
        taken = _taken(command, files)
        return Run(size, sum(map(len, files.values())), max(taken - start, 0.001))


def _taken(command: str, files: Files) -> float:
    """Seconds of processor time of one run, its folder being ready."""
    wanted = COMMANDS[command]
    home = tempfile.mkdtemp()
    try:
        folder = Path(home)
        made = folder / "plans" / "p"
        made.mkdir(parents=True)
        for name, text in files.items():
            (made / name).write_text(text, encoding="utf-8")
        if wanted.prepare:
            wanted.prepare(folder, files)
        newest = _newest(files)
        arguments = [one.replace("OLD", "v1").replace("NEW", newest) for one in wanted.arguments]
        return _forked(arguments, folder)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _forked(arguments: Sequence[str], folder: Path) -> float:
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        _child(arguments, folder)
    _, status, used = os.wait4(pid, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) not in {signal.SIGXCPU, signal.SIGKILL}:
        raise RuntimeError(f"{arguments}: ended by signal {os.WTERMSIG(status)}")
    return used.ru_utime + used.ru_stime


def _child(arguments: Sequence[str], folder: Path) -> None:
    """Run a command in this process, throw its output away, and end."""
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 1))
        os.chdir(folder)
        for name in ("PLANCTL_PLANS", "FORCE_COLOR"):
            os.environ.pop(name, None)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        gc.set_threshold(1_000_000)  # as planctl.__main__ does
        name = arguments[0]
        if name.startswith("planctl."):
            sys.argv = [name, *arguments[1:]]
            importlib.import_module(name).main()
        else:
            sys.argv = ["planctl", *arguments]
            importlib.import_module("planctl.cli.app").main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        os._exit(code)


def _warm() -> None:
    """Import what commands import, here, once."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # as planctl does
    for command in (
        "app",
        "blame",
        "claims",
        "diff",
        "git_diff",
        "log",
        "record",
        "schema",
        "share",
        "show",
        "textconv",
        "validate",
        "verify",
    ):
        importlib.import_module(f"planctl.cli.{command}")
    for room in (
        "blame",
        "checks",
        "diff",
        "record",
        "pages.blame",
        "pages.diff",
        "writers.console",
        "writers.terminal",
        "store",
        "workspace",
        "substance.languages.en.language",
        "substance.languages.en.references",
    ):
        importlib.import_module(f"planctl.{room}")


def chosen(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Commands and shapes as asked for: by name, or by a part of it; else all, or a sample."""
    texts = [shape for shape in SHAPES if is_text(shape)]
    rng = random.Random(options.seed)
    sample = {*texts} if options.all else {*rng.sample(texts, min(options.sample, len(texts)))}
    for shape in SHAPES:
        if options.shape and not any(words in shape for words in options.shape):
            continue
        if not options.shape and is_text(shape) and shape not in sample:
            continue
        for command in options.command or (OF_TEXTS if is_text(shape) and not options.all else COMMANDS):
            yield command, shape


def main() -> None:
    """Measure and print; exit 1 if anything fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--command", action="append", choices=COMMANDS, default=[])
    parser.add_argument("--shape", action="append", default=[], help="a shape, or a part of its name")
    parser.add_argument("--all", action="store_true", help="every command on every shape")
    parser.add_argument("--sample", type=int, default=40, help="how many texts are drawn")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--clear", type=float, default=0.3, help="seconds from which a ratio is taken")
    parser.add_argument("--most", type=int, default=400_000, help="bytes from which nothing is doubled again")
    options = parser.parse_args()
    _warm()
    bench = Bench(options.clear, options.most)
    found = []
    for command, shape in chosen(options):
        found.append(bench.measure(command, shape))
        print(found[-1], flush=True)
    failed = [own for own in found if not own.passed]
    worst = max((own.ratio for own in found if own.ratio), default=0.0)
    print(f"{len(found)} measured, {len(failed)} above {BAR}; the largest ratio is {worst:.2f}")
    for own in failed:
        print(own)
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
