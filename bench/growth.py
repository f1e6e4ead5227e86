"""Time and memory of planctl beside other tools on generated plans of any size; ratios within one run.

    python -m bench.growth --peers /tmp/peers

prints the bars and the table of growth. Seconds are processor time, because the machine may be busy. Plans
are the first points of ``bench.plans`` at a scale at which there are enough of them.

    python -m bench.growth --align 10000 10000 [--rounds 1]

measures ``planctl.alignment.align`` alone: seconds (median of the rounds) and the peak in MiB, in JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.peer_outputs import Texts
from bench.peers import PEERS, ROOT, SCRIPT, run, write
from bench.plans import revise
from planctl.alignment import align

SIZES = ((28, 19), (280, 190), (1120, 760))
PATIENCE = 60
"""Seconds by the clock after which a tool is stopped."""


def sized(old: int, new: int) -> tuple[list[str], list[str]]:
    """The first so many points of a generated plan and of its revision."""
    scale = 1
    while len((plan := revise(1, scale=scale)).old) < old or len(plan.new) < new:
        scale += max(1, math.ceil(max(old - len(plan.old), new - len(plan.new)) / 37))
    return plan.old[:old], plan.new[:new]


def measure_align(old: int, new: int, rounds: int) -> dict[str, float]:
    """Median seconds of ``align``, and peak memory; of several rounds one more, the first, is not counted."""
    texts = sized(old, new)
    times = []
    for turn in range(rounds + (rounds > 1)):
        gc.collect()
        began = time.process_time()
        align(*texts)
        if turn or rounds == 1:
            times.append(time.process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": statistics.median(times), "peak": peak}


def _align(old: int, new: int, rounds: int = 1) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.growth", "--align", str(old), str(new), "--rounds", str(rounds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _simple(peers: Path, method: str, old: int, new: int, rounds: int) -> float:
    python = str(peers / "bin" / "python")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write(folder, *sized(old, new))
        command = [python, SCRIPT, method, "OLD", "NEW", "--least", "80", "--rounds", str(rounds)]
        return float(json.loads(run(command, files, folder)[0])["seconds"])


class Bar(NamedTuple):
    """Something measured, what it came to, and what it is held against."""

    what: str
    planctl: str
    other: str
    figure: str
    bar: str
    held: bool


def bars(peers: Path) -> Iterator[Bar]:
    """The bars of time and memory."""
    yield _ratio("28 -> 19 points: alignment", _small(peers), 2.0)
    yield _ratio("826 x 1,007 points: alignment", _middle(peers), 0.5)
    yield from _whole(peers)
    runs = [(_align(1000, 1000, 3)["seconds"], _align(10_000, 10_000)) for _ in range(2)]
    thousand = statistics.median(own for own, _ in runs)
    seconds = statistics.median(ten["seconds"] for _, ten in runs)
    peak = max(ten["peak"] for _, ten in runs)
    said = f"{seconds:.1f} s, {peak:.0f} MiB"
    yield Bar(
        "10,000 x 10,000 points: alignment", said, "", said, "30 s, 1024 MiB", seconds <= 30 and peak <= 1024
    )
    power = math.log10(seconds / thousand)
    grown = f"{thousand:.2f} s, then {seconds:.1f} s"
    yield Bar("growth from 1,000 to 10,000 points: exponent", grown, "", f"{power:.2f}", "1.3", power <= 1.3)


class _Pair(NamedTuple):
    ours: float
    theirs: float
    other: str


def _ratio(what: str, pair: _Pair, most: float) -> Bar:
    ratio = pair.ours / pair.theirs
    said = f"{pair.other}: {_seconds(pair.theirs)}"
    return Bar(what, _seconds(pair.ours), said, f"{ratio:.2f} x", f"{most:g} x", ratio <= most)


def _small(peers: Path) -> _Pair:
    runs = [
        (_align(28, 19, 15)["seconds"], _simple(peers, "token_set_assigned", 28, 19, 15)) for _ in range(5)
    ]
    ours, theirs = sorted(runs, key=lambda run: run[0] / run[1])[len(runs) // 2]
    return _Pair(ours, theirs, "rapidfuzz `cdist(token_set_ratio)` and an assignment")


def _middle(peers: Path) -> _Pair:
    ours = _align(826, 1007, 3)["seconds"]
    return _Pair(ours, _simple(peers, "token_set", 826, 1007, 3), "rapidfuzz token_set, greedy")


def _whole(peers: Path) -> Iterator[Bar]:
    found = {name: times[0] for name, times in growth(peers, ((1120, 760),), 1, ("planctl", "prosediff"))}
    ours, theirs = found["planctl"], found["prosediff"]
    if ours and theirs:
        ratio = ours.seconds / theirs.seconds
        said = f"{'' if theirs.finished else 'under '}{ratio:.2f} x"
        what = "1,120 -> 760 points: whole `planctl diff`"
        yield Bar(what, str(ours), f"prosediff, whole: {theirs}", said, "0.5 x", ratio <= 0.5)


def _seconds(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.2f} s"


def lay(folder: Path, old: Texts, new: Texts) -> Path:
    """A plan folder with two versions."""
    made = folder / "plans" / "long"
    made.mkdir(parents=True)
    (made / "plan.yaml").write_text("title: A long plan\nparties:\n  - id: north\n    name: North\n")
    for number, texts in enumerate((old, new), 1):
        parent = "made_from: [v1]\n" if number == 2 else ""
        head = f"version: v{number}\ntitle: Draft\ndate: 2025-11-2{number}\ntabled_by: [north]\n{parent}"
        body = "".join(
            f"  - number: {k}\n    text: {json.dumps(text, ensure_ascii=False)}\n"
            for k, text in enumerate(texts, 1)
        )
        rest = "wording: verbatim\nevidence: inferred\nnote: Made up.\npoints:\n"
        (made / f"v{number}.yaml").write_text(head + rest + body, encoding="utf-8")
    return made.parent


class Used(NamedTuple):
    """Processor time of a whole process in seconds; of one that was stopped, what it had used by then."""

    seconds: float
    finished: bool = True

    def __str__(self) -> str:
        return f"{'' if self.finished else 'past '}{self.seconds:.2f} s"


Times = list[Used | None]


def growth(
    peers: Path, sizes: Sequence[tuple[int, int]], rounds: int, only: Sequence[str] = ()
) -> Iterator[tuple[str, Times]]:
    """Seconds of whole processes at each size, the median of the rounds; None if not run."""
    commands: dict[str, list[str] | None] = {"planctl": [sys.executable, "-m", "planctl", "diff", "v1", "v2"]}
    for peer in PEERS:
        start = peer.command(peers)
        commands[peer.name] = start and [*start, *peer.settings[0]]
    for name, command in commands.items():
        if not only or name in only:
            yield name, [_timed(command, size, rounds) for size in sizes]


def _timed(command: list[str] | None, size: tuple[int, int], rounds: int) -> Used | None:
    if command is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = sized(*size)
        lay(folder, *texts)
        files = write(folder, *texts)
        before = _children()
        try:
            return Used(statistics.median(run(command, files, folder, PATIENCE)[1] for _ in range(rounds)))
        except subprocess.TimeoutExpired:
            return Used(_children() - before, finished=False)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--align", type=int, nargs=2)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    if options.align:
        print(json.dumps(measure_align(options.align[0], options.align[1], options.rounds)))
        return
    for bar in bars(options.peers):
        print(f"{bar.what:46} {bar.planctl:24} {bar.other}   {bar.figure}   bar {bar.bar}")
    for name, times in growth(options.peers, SIZES, options.rounds):
        print(f"{name:30}", *("not run" if used is None else str(used) for used in times))


if __name__ == "__main__":
    main()
