"""Record a history and blame it, beside git doing the like with the same text, in one run.

    python -m bench.record [--runs 3] [--share 0.05] [--growth]

Histories are those of ``bench.attribution``: units of 40 words, a share of which changes from version to
version. planctl records each version (three files, a commit, a tag) and attributes every word of the
last one; git gets the readable files of the same versions by ``git fast-import`` (one branch) and runs
``git blame`` on the last. Files are parsed beforehand. Seconds are of wall clock, the least of
the runs, which take turns. "over linear times log" is the growth from the row before, in seconds of processor
time of us and of the gits we ran, divided by what n log n allows.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.attribution import history
from planctl import planfile, record, store
from planctl.blame import attribute
from planctl.models import Header, Plan, Version
from planctl.record import readable

HEADER = b"title: Measured\n"
BAR = 5.0


@dataclass(frozen=True)
class Negotiation:
    """The same history three ways: as texts, as a plan with its files, as a stream for git fast-import."""

    texts: list[list[str]]
    plan: Plan
    files: dict[str, bytes]
    stream: bytes


def negotiation(versions: int, points: int, share: float) -> Negotiation:
    """A chain of versions, each made from the one before."""
    texts = history(versions, points, share)
    chain = [_version(number, units) for number, units in enumerate(texts)]
    plan = Plan(name="measured", header=Header(title="Measured"), versions=tuple(chain))
    files = {v.version: planfile.write_version(v).encode() for v in chain}
    texts_of = [step.files[record.READABLE_FILE] for step in record.make_history(plan, HEADER, files).steps]
    return Negotiation(texts, plan, files, b"".join(map(_imported, range(versions), texts_of)))


def _version(number: int, units: list[str]) -> Version:
    said = {
        "version": f"v{number}",
        "title": f"Draft {number}",
        "date": f"{2000 + number // 300}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "tabled_by": ["a"],
        "made_from": [f"v{number - 1}"] if number else [],
        "wording": "verbatim",
        "evidence": "published",
        "points": [{"number": str(k), "text": text} for k, text in enumerate(units, 1)],
    }
    return Version.model_validate(said)


def _imported(number: int, text: bytes) -> bytes:
    head = (
        f"commit refs/heads/measured\ncommitter a <a@b> {number} +0000\ndata 1\nx\nM 100644 inline plan.md\n"
    )
    return head.encode() + b"data %d\n%s\n" % (len(text), text)


def ours(case: Negotiation, place: Path) -> dict[str, float]:
    """Record, then attribute; seconds of each."""
    for kept in (readable.sentences, readable.inert):
        kept.cache_clear()
    began = time.perf_counter()
    repository = store.open_at(place)
    assert repository is not None
    with repository:
        record.write(repository, record.make_history(case.plan, HEADER, case.files))
    recorded = time.perf_counter()
    attribute(case.texts)
    return {"record": recorded - began, "attribute": time.perf_counter() - recorded}


def gits(case: Negotiation, place: Path) -> dict[str, float]:
    """The same by git alone; seconds of each."""
    began = time.perf_counter()
    _git(place, "fast-import", "--quiet", stdin=case.stream)
    imported = time.perf_counter()
    _git(place, "blame", "--porcelain", "measured", "--", "plan.md")
    return {"fast-import": imported - began, "git blame": time.perf_counter() - imported}


def _git(place: Path, *words: str, stdin: bytes = b"") -> None:
    subprocess.run(["git", "-C", str(place), *words], input=stdin, capture_output=True, check=True)  # noqa: S607


def in_a_repository(
    work: Callable[[Negotiation, Path], dict[str, float]], case: Negotiation
) -> dict[str, float]:
    """Do the work in a fresh repository; adds the processor time it took."""
    with tempfile.TemporaryDirectory() as name:
        _git(Path(name), "init", "-q")
        before = _processor()
        found = work(case, Path(name))
        return found | {"processor": _processor() - before}


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def least(runs: list[dict[str, float]]) -> dict[str, float]:
    """The least of each figure."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def beside_git(versions: int, points: int, share: float, runs: int) -> bool:
    """Print the comparison; True when it is within the bar."""
    case = negotiation(versions, points, share)
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(in_a_repository(ours, case))
        theirs.append(in_a_repository(gits, case))
    us, git = least(mine), least(theirs)
    total = us["record"] + us["attribute"], git["fast-import"] + git["git blame"]
    print(f"{versions} versions of {points} points, {share:.0%} changed by each; the least of {runs} runs")
    for name, parts in (("planctl", us), ("git", git)):
        told = ", ".join(f"{part} {parts[part]:.2f} s" for part in parts if part != "processor")
        print(f"  {name:8} {told}")
    print(f"  ratio {total[0]:.2f} s / {total[1]:.2f} s = {total[0] / total[1]:.1f}   bar {BAR:.0f}")
    return total[0] <= BAR * total[1]


def growth(share: float) -> None:
    """Print how the time of record and attribute together grows."""
    for title, sizes in (
        ("versions", [(50, 100), (100, 100), (200, 100), (400, 100)]),
        ("points", [(200, 50), (200, 100), (200, 200), (200, 400)]),
    ):
        print(f"{title:10} {'versions':>9} {'points':>7} {'seconds':>8}   over linear times log")
        before = 0.0
        for versions, points in sizes:
            used = in_a_repository(ours, negotiation(versions, points, share))["processor"]
            size = versions if title == "versions" else points
            allowed = 2 * math.log(size) / math.log(size / 2)
            told = f"{used / before / allowed:10.2f}   bar 1.2" if before else ""
            print(f"{'':10} {versions:9} {points:7} {used:8.2f}   {told}")
            before = used


def main() -> None:
    """Measure and print; exits 1 when planctl takes longer than the bar allows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--versions", type=int, default=200)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--share", type=float, default=0.05, help="of the units that a version changes")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", action="store_true", help="print the growth tables as well")
    asked = parser.parse_args()
    within = beside_git(asked.versions, asked.points, asked.share, asked.runs)
    if asked.growth:
        growth(asked.share)
    raise SystemExit(not within)


if __name__ == "__main__":
    main()
