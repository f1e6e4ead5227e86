"""kill -9 at random moments of recording, in a loop: never a broken repository, never a lost history.

    python -m bench.record_kill [--rounds 200] [--versions 20] [--seed 1]

Each round corrects a version in the middle, starts recording in a process of its own and kills it, with its
process group, at a random moment of the time that recording takes. Then it looks: are the branch and the tags
those of the old history or of the new one, at once and when git has come to rest; is ``git fsck --strict``
clean; is every commit and tag that was ever the record still reachable.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from planctl import planfile, record, store
from planctl.models import Header, Plan, Version

LONGEST_REST = 10.0


def plan_of(versions: int, state: int) -> Plan:
    """A chain of versions of ten points; ``state`` is worked into the one in the middle."""
    chain = [_version(k, state if k == versions // 2 else 0) for k in range(versions)]
    return Plan(name="killed", header=Header(title="Killed"), versions=tuple(chain))


def _version(number: int, state: int) -> Version:
    points = [
        {
            "number": str(k),
            "text": f"Point {k} in state {state}, changed by version {number if k % 7 == number % 7 else 0}.",
        }
        for k in range(1, 11)
    ]
    said = {
        "version": f"v{number}",
        "title": f"Draft {number}",
        "date": f"2025-01-{number % 28 + 1:02}",
        "tabled_by": ["a"],
        "made_from": [f"v{number - 1}"] if number else [],
        "wording": "verbatim",
        "evidence": "published",
        "points": points,
    }
    return Version.model_validate(said)


def history_of(versions: int, state: int) -> record.History:
    """The history of ``plan_of``."""
    plan = plan_of(versions, state)
    files = {v.version: planfile.write_version(v).encode() for v in plan.versions}
    return record.make_history(plan, b"title: Killed\n", files)


def git(place: Path, *words: str) -> tuple[int, str]:
    """Exit code and output of a git command."""
    done = subprocess.run(["git", "-C", str(place), *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def refs(place: Path) -> dict[str, str]:
    """What the plan's branch and tags name now."""
    _, out = git(place, "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/", "refs/tags/")
    return dict(row.split(" ") for row in out.splitlines())


def child(place: Path, versions: int, state: int) -> None:
    """Say "ready", wait for a line, record."""
    history = history_of(versions, state)
    repository = store.open_at(place)
    assert repository is not None
    with repository:
        print("ready", flush=True)
        sys.stdin.readline()
        record.write(repository, history)
        print("done", flush=True)


def start(place: Path, versions: int, state: int) -> subprocess.Popen[str]:
    """A ``child`` that is ready to record."""
    words = [sys.executable, "-m", "bench.record_kill", "--child", str(place), str(versions), str(state)]
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def go(process: subprocess.Popen[str]) -> None:
    """Let a ready child begin."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def duration(versions: int) -> float:
    """Seconds that one whole recording takes, in a repository of its own."""
    with tempfile.TemporaryDirectory() as name:
        git(Path(name), "init", "-q")
        for state in (0, 1):
            process = start(Path(name), versions, state)
            began = time.monotonic()
            go(process)
            process.wait()
    return time.monotonic() - began


def rest(place: Path) -> None:
    """Wait until no git holds a lock any more."""
    end = time.monotonic() + LONGEST_REST
    while time.monotonic() < end and any((place / ".git" / "refs").rglob("*.lock")):
        time.sleep(0.005)


def judge(now: dict[str, str], old: dict[str, str], new: dict[str, str]) -> str:
    """Whether the refs are those of the old history, of the new one, or a mixture."""
    return "old" if now == old else "new" if now == new else "MIXED"


def sound(place: Path, ever: set[str]) -> list[str]:
    """What is wrong with the repository: git's own check, and whatever of the record cannot be reached."""
    code, said = git(place, "fsck", "--strict", "--no-dangling")
    _, listed = git(place, "rev-list", "--objects", "--all")
    reached = {row.split(" ")[0] for row in listed.splitlines()}
    wrong = [f"fsck: {code} {said}"] if code or said else []
    return wrong + [f"lost {name}" for name in sorted(ever - reached)]


def main() -> None:
    """Run the rounds and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--versions", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        child(Path(asked.child[0]), int(asked.child[1]), int(asked.child[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        git(Path(name), "init", "-q")
        rounds(Path(name), asked.rounds, asked.versions, random.Random(asked.seed))


def rounds(place: Path, number: int, versions: int, chance: random.Random) -> None:
    """Kill ``number`` times."""
    whole = duration(versions)
    at_once: Counter[str] = Counter()
    at_rest: Counter[str] = Counter()
    ever: set[str] = set()
    wrong: list[str] = []
    old: dict[str, str] = {}
    for state in range(number):
        new = history_of(versions, state).refs()
        process = start(place, versions, state)
        go(process)
        time.sleep(chance.uniform(0, whole * 1.1))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        at_once[judge(refs(place), old, new)] += 1
        rest(place)
        now = refs(place)
        at_rest[judge(now, old, new)] += 1
        ever |= set(now.values())
        wrong += sound(place, ever)
        old = now
    print(f"{number} kills within {whole * 1000:.0f} ms of recording {versions} versions")
    print(f"  refs right after the kill: {dict(at_once)}")
    print(f"  refs when git had come to rest: {dict(at_rest)}")
    print(f"  unsound or lost: {len(wrong)}", *wrong[:5], sep="\n    ")
    sys.exit(bool(wrong) or at_rest["MIXED"] > 0)


if __name__ == "__main__":
    main()
