"""How long whole commands take, as ratios to importing the libraries they stand on.

    python -m bench.startup [--runs 15]

Every round runs each command once, so that a slow moment of the machine hits all alike. A figure is the
median processor time (user and system) of a command over the baseline's. Byte-code is compiled first.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import planctl

BASELINE = ("-c", "import typer, rich, pydantic, rapidfuzz")
ROOT = Path(planctl.__file__).parent.parent


def seconds(arguments: Sequence[str], folder: Path) -> float:
    """Processor time of one run of this Python with ``arguments``, output thrown away."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT)
    pid = os.posix_spawn(
        "/bin/sh",
        ["sh", "-c", 'cd "$0" && exec "$@" >/dev/null 2>&1', str(folder), sys.executable, *arguments],
        environment,
    )
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime


def medians(commands: dict[str, Sequence[str]], folder: Path, runs: int) -> dict[str, float]:
    """Median processor time of each command over ``runs`` rounds, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, arguments in commands.items():
            used = seconds(arguments, folder)
            if turn:
                times[name].append(used)
    return {name: statistics.median(values) for name, values in times.items()}


def many_points(folder: Path, points: int) -> Path:
    """A plan folder with one version of so many points, in our own words."""
    made = folder / f"plans-{points}" / "long"
    made.mkdir(parents=True)
    (made / "plan.yaml").write_text("title: A long plan\nparties:\n  - id: north\n    name: North\n")
    body = "".join(
        f"  - number: {n}\n    text: >\n      Party {n % 7} withdraws {n * 10} soldiers from sector {n}.\n"
        f"      It does so within {n % 90 + 1} days.\n"
        for n in range(1, points + 1)
    )
    head = "version: v1\ntitle: Long\ndate: 2025-11-20\ntabled_by: [north]\nwording: verbatim\n"
    sources = "evidence: inferred\nnote: Made up.\n"
    (made / "v1.yaml").write_text(f"{head}{sources}points:\n{body}")
    return made.parent


def trees(folder: Path, points: int) -> Path:
    """The same in chapters of ten points, each with an item that has two items of its own."""
    plans = many_points(folder / "trees", points)
    file = plans / "long" / "v1.yaml"
    head, _, body = file.read_text().partition("points:\n")
    rows = body.split("  - number:")[1:]
    made = f"{head}made_from: []\nsections:\n"
    for n, row in enumerate(rows):
        if n % 10 == 0:
            made += f"  - label: Chapter {n // 10 + 1}\n    points:\n"
        made += "      - number:" + row.replace("\n    ", "\n        ").rstrip(" ")
        made += "".join(f"{' ' * deep}{line}\n" for deep, line in _ITEMS)
    file.write_text(made)
    return plans


_ITEMS = (
    (8, "items:"),
    *((10, line) for line in ("- label: a", "  text: in the dry season,", "  items:")),
    *((14, line) for line in ("- label: i", "  text: by day;", "- label: ii", "  text: by night.")),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    compileall.compile_dir(str(ROOT / "planctl"), quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run = ("-c", "from planctl.__main__ import main; main()")  # what the installed command does
        long, short = many_points(folder, 1000), many_points(folder, 28)
        commands: dict[str, Sequence[str]] = {
            "baseline": BASELINE,
            "--help": (*run, "--help"),
            "diff v28 v19": (*run, "diff", "v28", "v19", "--plans", str(ROOT / "plans")),
            "blame v20:4": (*run, "blame", "v20:4", "--plans", str(ROOT / "plans")),
            "validate plans/": (*run, "validate", str(ROOT / "plans")),
            "validate 28 points": (*run, "validate", str(short)),
            "validate 1,000 points": (*run, "validate", str(long)),
            "validate 1,000 in trees": (*run, "validate", str(trees(folder, 1000))),
        }
        found = medians(commands, folder, runs)
    base = found["baseline"]
    bars = {"--help": 0.8, "diff v28 v19": 2.4, "validate plans/": 2.0}
    for command, used in found.items():
        bar = f"   bar {bars[command]:.1f}" if command in bars else ""
        print(f"{command:24} {used * 1000:7.0f} ms   {used / base:5.2f} x baseline{bar}")
    growth = found["validate 1,000 points"] / found["validate 28 points"]
    print(f"{'1,000 points over 28':24} {growth:24.2f} x           bar 3.0")
    growth = found["validate 1,000 in trees"] / found["validate 28 points"]
    print(f"{'1,000 in trees over 28':24} {growth:24.2f} x           bar 3.0")


if __name__ == "__main__":
    main()
