"""The run: see the package."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from bench.attack import folders, repositories, verdict, words

KINDS = ("folder", "folder", "repository")
"""A plan folder without git, or a repository with plan folders; the command lines are hostile too."""


def attack(seed: int, *, kind: str | None, keep: Path | None) -> list[str]:
    """Make the input of a seed, run it, and say what is wrong with how it ended."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="attack-") as scratch:
        place = Path(scratch).resolve()
        top = place / "outer" / "top"
        top.mkdir(parents=True)
        canary, victim = place / "executed", place / "victim"
        victims = {victim: b"precious\n", place / "outer" / "victim": b"precious\n"}
        environment = _environment(place)
        if (kind or rng.choice(KINDS)) == "folder":
            folders.make(rng, top)
        else:
            environment |= repositories.make(rng, top, _template(), canary)
        canary.unlink(missing_ok=True)  # making the input may have run its hooks, or followed its links
        for path, content in victims.items():
            path.write_bytes(content)
        line = words.command_line(rng)
        ran = verdict.run(line, top, environment, place)
        wrong = [f"{seed} {line[0]}: {fault}" for fault in verdict.faults(ran, line, canary, victims)]
        if wrong and keep:
            shutil.copytree(
                place, keep / str(seed), symlinks=True, ignore_dangling_symlinks=True, ignore=_pipes
            )
            (keep / str(seed) / "words").write_text(repr((line, environment)), encoding="utf-8")
        return wrong


def _pipes(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not (Path(folder) / name).is_symlink() and Path(folder, name).is_fifo()]


def _environment(place: Path) -> dict[str, str]:
    home = place / "home"
    home.mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "GIT_CEILING_DIRECTORIES": str(place / "outer"),
    }


_made: list[Path] = []


def _template() -> Path:
    """The repository that this process copies for its attacks."""
    if not _made:
        _made.append(Path(tempfile.mkdtemp(prefix="attack-template-")))
        repositories.template(_made[0])
    return _made[0]


def _load() -> None:
    """Import what the commands import, once for all forks of this process."""
    from importlib import import_module

    from planctl.cli.app import COMMANDS

    for name in (
        *(f"planctl.cli.{command.replace('-', '_')}" for command in COMMANDS),
        "planctl.record",
        "planctl.store",
        "planctl.diff",
        "planctl.blame",
        "planctl.checks",
        "git",
    ):
        import_module(name)


def main() -> int:
    """Run the attacks, print every fault and the sums; exit with 1 when anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.attack", description=__doc__)
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--kind", choices=sorted(set(KINDS)))
    parser.add_argument("--keep", type=Path, help="keep the inputs that showed a fault here")
    asked = parser.parse_args()
    began = time.monotonic()
    sums: Counter[str] = Counter()
    count = 0
    seeds = range(asked.seed * 1_000_000, asked.seed * 1_000_000 + asked.inputs)
    with ProcessPoolExecutor(os.cpu_count(), initializer=_load) as pool:
        for wrong in pool.map(partial(attack, kind=asked.kind, keep=asked.keep), seeds, chunksize=20):
            count += 1
            for line in wrong:
                print(line, flush=True)
                sums[line.split(": ")[1].split(" ")[0]] += 1
            if time.monotonic() - began > asked.minutes * 60:
                pool.shutdown(wait=False, cancel_futures=True)
                break
    print(f"{count} inputs in {time.monotonic() - began:.0f} s; faults: {dict(sums) or 'none'}")
    return 1 if sums else 0


if __name__ == "__main__":
    sys.exit(main())
