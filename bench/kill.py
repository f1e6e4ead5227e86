"""kill -9 and Ctrl-C at random moments, and two records at once: nothing lost, nothing blocked, nothing loud.

    python -m bench.kill [--rounds 100] [--pairs 50] [--versions 20] [--seed 1]

- *record*: each round corrects a version in the middle, starts recording in a process of its own and kills
  it, with its process group, at a random moment of the time that recording takes. Then: are the branch and
  the tags those of the old history or of the new one, at once and when git has come to rest; is ``git fsck
  --strict`` clean; is every commit and tag that was ever the record still reachable.
- *init*: the same for making a plan folder. Then: is the folder there whole or not at all; do commands work
  beside what is left; does a second init make it.
- *pairs*: two processes record different corrections at once. Then: do the refs hold one of the two whole,
  one whose process said that it was done; did the other, if it was refused, say why.
- *Ctrl-C*: whole commands get an interrupt at a random moment. Then: did they end with one line and code 130,
  or finish; those stopped before Python handed over to planctl are counted apart.
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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planctl import disk, planfile, record, store
from planctl.errors import Refused
from planctl.models import Header, Plan, Version
from planctl.workspace import bundled, open_plans
from planctl.workspace.creation import example_files, new_files

LONGEST_REST = 10.0
ROOT = Path(__file__).parent.parent


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
    """Say "ready", wait for a line, record (or, with no versions, make a plan folder), say how it went."""
    history = history_of(versions, state) if versions else None
    files = new_files("Killed", "2025-01-01")
    repository = store.open_at(place)
    assert repository is not None
    with repository:
        print("ready", flush=True)
        sys.stdin.readline()
        try:
            if history:
                record.write(repository, history)
            else:
                disk.put_folder(place / "plans" / f"killed-{state}", files)
            print("done", flush=True)
        except Refused as refused:
            print(f"refused: {refused.what}", flush=True)


def start(place: Path, versions: int, state: int) -> subprocess.Popen[str]:
    """A ``child`` that is ready."""
    words = [sys.executable, "-m", "bench.kill", "--child", str(place), str(versions), str(state)]
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
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
    """Seconds that one whole recording takes; with no versions, those of making a plan folder."""
    with tempfile.TemporaryDirectory() as name:
        git(Path(name), "init", "-q")
        for state in (0, 1):
            process = start(Path(name), versions, state)
            began = time.monotonic()
            go(process)
            process.communicate()
    return time.monotonic() - began


def kill(process: subprocess.Popen[str], after: float) -> None:
    """Let a ready child begin, and kill it and its process group some seconds later."""
    go(process)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


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


def kill_records(number: int, versions: int, chance: random.Random) -> int:
    """Kill ``number`` recordings; how often something was wrong."""
    whole = duration(versions)
    at_once: Counter[str] = Counter()
    at_rest: Counter[str] = Counter()
    ever: set[str] = set()
    wrong: list[str] = []
    old: dict[str, str] = {}
    with repository() as place:
        for state in range(number):
            new = history_of(versions, state).refs()
            kill(start(place, versions, state), chance.uniform(0, whole * 1.1))
            at_once[judge(refs(place), old, new)] += 1
            rest(place)
            now = refs(place)
            at_rest[judge(now, old, new)] += 1
            ever |= set(now.values())
            wrong += sound(place, ever)
            old = now
        process = start(place, versions, number)
        go(process)
        wrong += [] if process.communicate()[0] == "done\n" else ["blocked"]
    print(f"record: {number} kills within {whole * 1000:.0f} ms of recording {versions} versions")
    print(f"  refs right after the kill: {dict(at_once)}")
    print(f"  refs when git had come to rest: {dict(at_rest)}")
    print(f"  unsound, lost or blocked: {len(wrong)}", *wrong[:5], sep="\n    ")
    return len(wrong) + at_rest["MIXED"]


def kill_inits(number: int, chance: random.Random) -> int:
    """Kill the making of ``number`` plan folders; how often something was wrong."""
    whole = duration(0)
    files = new_files("Killed", "2025-01-01")
    found: Counter[str] = Counter()
    wrong: list[str] = []
    with repository() as place:
        plans = place / "plans"
        disk.put_folder(plans / "other", files)
        for state in range(number):
            kill(start(place, 0, state), chance.uniform(0, whole * 1.1))
            folder = plans / f"killed-{state}"
            found["whole" if folder.exists() else "not there"] += 1
            if not folder.exists():
                disk.put_folder(folder, files)
            there = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}
            wrong += [] if there == files else [f"{folder.name} is not whole"]
            names = {"other", *(f"killed-{k}" for k in range(state + 1))}
            wrong += [] if set(open_plans(plans).folders) == names else ["leftovers taken for plans"]
        left = len(list(disk.drafts(plans)))
    print(f"init: {number} kills within {whole * 1000:.0f} ms of making a plan folder")
    print(f"  folders: {dict(found)}; drafts left behind, which block nothing: {left}")
    print(f"  not whole or blocked: {len(wrong)}", *wrong[:5], sep="\n    ")
    return len(wrong)


def record_pairs(number: int, versions: int) -> int:
    """Record two corrections at once, ``number`` times; how often something was wrong."""
    found: Counter[str] = Counter()
    ever: set[str] = set()
    wrong: list[str] = []
    with repository() as place:
        for turn in range(number):
            states = (2 * turn + 1, 2 * turn + 2)
            both = [start(place, versions, state) for state in states]
            for process in both:
                go(process)
            said = [process.communicate()[0].strip() for process in both]
            now = refs(place)
            done = [
                history_of(versions, s).refs()
                for s, words in zip(states, said, strict=True)
                if words == "done"
            ]
            found[", ".join(sorted(words.partition(":")[0] for words in said))] += 1
            wrong += [] if now in done else [f"refs are of neither: {said}"]
            wrong += [f"ended silently: {said}" for words in said if not words]
            ever |= set(now.values())
            wrong += sound(place, ever)
    print(f"pairs: {number} pairs of records of {versions} versions at once: {dict(found)}")
    print(f"  mixed, lost, unsound or silent: {len(wrong)}", *wrong[:5], sep="\n    ")
    return len(wrong)


def interrupt(number: int, chance: random.Random) -> int:
    """Interrupt ``number`` whole commands; how many were loud, or ended in another way."""
    commands = [["diff", "v28", "v19"], ["log"], ["validate"], ["record"], ["share"], ["init", "new"]]
    found: Counter[str] = Counter()
    wrong: list[str] = []
    began = time.monotonic()
    run_command(Path.cwd(), ["share"]).communicate()
    whole = time.monotonic() - began
    for turn in range(number):
        words = commands[turn % len(commands)]
        with repository() as place:
            disk.put_folder(place / "plans" / "ukraine-2025", example_files(bundled(), "ukraine-2025"))
            process = run_command(place, words)
            time.sleep(chance.uniform(0, whole))
            process.send_signal(signal.SIGINT)
            _, said = process.communicate()
            how = ending(process.returncode, said)
            found[how] += 1
            wrong += [f"{words}: {process.returncode} {said[-300:]}"] if how == "LOUD" else []
            wrong += sound(place, set(refs(place).values()))
            wrong += [f"{words} left a lock"] if any((place / ".git").rglob("*.lock")) else []
    print(f"Ctrl-C: {number} whole commands interrupted within {whole * 1000:.0f} ms: {dict(found)}")
    print(f"  loud, unsound or blocked: {len(wrong)}", *wrong[:5], sep="\n    ")
    return len(wrong)


def run_command(place: Path, words: list[str]) -> subprocess.Popen[str]:
    """A whole command, just started."""
    return subprocess.Popen(
        [sys.executable, "-m", "planctl", *words],
        cwd=place,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ending(code: int, said: str) -> str:
    """How an interrupted command ended."""
    if code == 130 and said == "planctl: interrupted\n":
        return "one line"
    if code in {0, 1} and "Traceback" not in said:
        return "finished"
    early = code in {-signal.SIGINT, 1, 130} and "planctl/" not in said and "planctl.cli" not in said
    return "before planctl began" if early else "LOUD"


@contextmanager
def repository() -> Iterator[Path]:
    """An empty repository."""
    with tempfile.TemporaryDirectory() as name:
        git(Path(name), "init", "-q")
        yield Path(name)


def main() -> None:
    """Run the rounds and print what was found; exit 1 when anything was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--versions", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        child(Path(asked.child[0]), int(asked.child[1]), int(asked.child[2]))
        return
    # Started in the background, this process ignores interrupts, and so would the commands it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    chance = random.Random(asked.seed)
    wrong = kill_records(asked.rounds, asked.versions, chance)
    wrong += kill_inits(asked.rounds, chance)
    wrong += record_pairs(asked.pairs, asked.versions)
    wrong += interrupt(asked.rounds, chance)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
