"""Time and memory of planctl beside other tools on generated plans of any size; ratios within one run.

    python -m bench.growth --peers /tmp/peers

prints the bars and the table of growth. Seconds are processor time, because the machine may be busy. Plans
are the first points of ``bench.plans`` at a scale at which there are enough of them.

    python -m bench.growth --align 10000 10000 [--rounds 1]
    python -m bench.growth --align points|provisions [--rounds 1]

measures ``planctl.alignment.align`` alone, on a generated plan or on v28 and v19 of the bundled one: seconds
(median of the rounds) and the peak in MiB, in JSON.
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
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from bench.peer_outputs import Texts
from bench.peers import PEERS, ROOT, SCRIPT, run, write
from bench.plans import revise
from planctl.alignment import align
from planctl.planfile import load_version

SIZES = ((28, 19), (280, 190), (1120, 760))
PATIENCE = 60
"""Seconds by the clock after which a tool is stopped."""


def sized(old: int, new: int) -> tuple[list[str], list[str]]:
    """The first so many points of a generated plan and of its revision."""
    scale = 1
    while len((plan := revise(1, scale=scale)).old) < old or len(plan.new) < new:
        scale += max(1, math.ceil(max(old - len(plan.old), new - len(plan.new)) / 37))
    return plan.old[:old], plan.new[:new]


def bundled(*, whole: bool) -> tuple[list[str], list[str]]:
    """v28 and v19 of the bundled plan: whole points (28 and 19), or provisions (57 and 44)."""
    paths = [ROOT / "plans" / "ukraine-2025" / f"{name}.yaml" for name in ("v28", "v19")]
    old, new = (load_version(path.read_bytes(), path.name).provisions for path in paths)
    if not whole:
        return [own.text for own in old], [own.text for own in new]
    points = [groupby(provisions, key=lambda own: own.point) for provisions in (old, new)]
    before, after = ([" ".join(own.text for own in group) for _, group in groups] for groups in points)
    return before, after


def texts(what: Sequence[str]) -> tuple[list[str], list[str]]:
    """So many points of a generated plan and of its revision, or what is named of the bundled plan."""
    return bundled(whole=what[0] == "points") if len(what) == 1 else sized(int(what[0]), int(what[1]))


def measure_align(what: Sequence[str], rounds: int) -> dict[str, float]:
    """Median seconds of ``align``, and peak memory; of several rounds one more, the first, is not counted."""
    old, new = texts(what)
    times = []
    for turn in range(rounds + (rounds > 1)):
        gc.collect()
        began = time.process_time()
        align(old, new)
        if turn or rounds == 1:
            times.append(time.process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": statistics.median(times), "peak": peak}


def _align(*what: str, rounds: int = 1) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.growth", "--align", *what, "--rounds", str(rounds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _simple(peers: Path, method: str, *what: str, rounds: int) -> float:
    python = str(peers / "bin" / "python")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write(folder, *texts(what))
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
    yield _ratio("28 -> 19 generated points: alignment", _small(peers, "28", "19"), 2.0)
    yield _ratio("bundled plan, 28 -> 19 whole points: alignment", _small(peers, "points"), 2.0)
    yield _ratio("bundled plan, 57 -> 44 provisions: alignment", _small(peers, "provisions"), 2.0)
    yield _ratio("826 x 1,007 points: alignment", _middle(peers), 0.5)
    yield from _whole(peers)
    runs = [(_align("1000", "1000", rounds=3)["seconds"], _align("10000", "10000")) for _ in range(2)]
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


def _small(peers: Path, *what: str) -> _Pair:
    runs = [
        (_align(*what, rounds=15)["seconds"], _simple(peers, "token_set_assigned", *what, rounds=15))
        for _ in range(5)
    ]
    ours, theirs = sorted(runs, key=lambda run: run[0] / run[1])[len(runs) // 2]
    return _Pair(ours, theirs, "rapidfuzz `cdist(token_set_ratio)` and an assignment")


def _middle(peers: Path) -> _Pair:
    ours = _align("826", "1007", rounds=3)["seconds"]
    return _Pair(ours, _simple(peers, "token_set", "826", "1007", rounds=3), "rapidfuzz token_set, greedy")


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
        old, new = sized(*size)
        lay(folder, old, new)
        files = write(folder, old, new)
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
    parser.add_argument("--align", nargs="+", metavar="SIZE|NAME")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    if options.align:
        print(json.dumps(measure_align(options.align, options.rounds)))
        return
    for bar in bars(options.peers):
        print(f"{bar.what:46} {bar.planctl:24} {bar.other}   {bar.figure}   bar {bar.bar}")
    for name, times in growth(options.peers, SIZES, options.rounds):
        print(f"{name:30}", *("not run" if used is None else str(used) for used in times))


if __name__ == "__main__":
    main()
