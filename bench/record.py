"""Record a history and blame it, beside git doing the like with the same text, in one run.

    python -m bench.record [--runs 3] [--share 0.05] [--growth] [--alone | --lines]

Histories are those of ``bench.attribution``: units of 40 words, a share of which changes from version to
version. planctl records each version (three files, a commit, a tag) and attributes every word of the
last one; git gets the readable files of the same versions by ``git fast-import`` (one branch) and runs
``git blame`` on the last. The row "same history" has git store all that planctl stores; ``--alone`` leaves
attribution and blame out. ``--lines`` blames the last version as ``planctl blame`` does: with lines of
descent between points, how likely each link is, and the way of each stretch. git blame tells nothing like
that, and there is no bar for it.

Files are parsed beforehand. Seconds are of wall clock, the least of the runs, which take turns. "over linear
times log" is the growth from the row before, in seconds of processor time of us and of the gits we ran,
divided by what n log n allows.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.attribution import history
from planctl import planfile, readable, record, store
from planctl.blame import assign, attribute
from planctl.models import Header, Plan, Version

HEADER = b"title: Measured\n"
BAR = 5.0
Worker = Callable[["Negotiation", Path], dict[str, float]]


@dataclass(frozen=True)
class Negotiation:
    """The same history three ways: as texts, as a plan with its files, as a stream for git fast-import."""

    texts: list[list[str]]
    plan: Plan
    files: dict[str, bytes]
    stream: bytes
    whole_stream: bytes


def negotiation(versions: int, points: int, share: float) -> Negotiation:
    """A chain of versions, each made from the one before."""
    texts = history(versions, points, share)
    chain = [_version(number, units) for number, units in enumerate(texts)]
    plan = Plan(name="measured", header=Header(title="Measured"), versions=tuple(chain))
    files = {v.version: planfile.write_version(v).encode() for v in chain}
    steps = record.make_history(plan, HEADER, files).steps
    text = [{record.READABLE_FILE: step.files[record.READABLE_FILE]} for step in steps]
    whole = [b"%s%s" % (_imported(k, step.files), _tagged(k)) for k, step in enumerate(steps)]
    return Negotiation(texts, plan, files, b"".join(map(_imported, range(versions), text)), b"".join(whole))


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


def _imported(number: int, files: Mapping[str, bytes]) -> bytes:
    head = f"commit refs/heads/measured\nmark :{number + 1}\ncommitter a <a@b> {number} +0000\ndata 1\nx\n"
    start = f"from :{number}\ndeleteall\n" if number else ""
    parts = (b"M 100644 inline %s\ndata %d\n%s\n" % (n.encode(), len(d), d) for n, d in files.items())
    return (head + start).encode() + b"".join(parts)


def _tagged(number: int) -> bytes:
    return f"tag measured/v{number}\nfrom :{number + 1}\ntagger a <a@b> {number} +0000\ndata 1\nx\n".encode()


def ours(case: Negotiation, place: Path, *, alone: bool = False, lines: bool = False) -> dict[str, float]:
    """Record, then attribute unless record stands ``alone``, or blame with ``lines``; seconds of each."""
    for kept in vars(readable).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
    began = time.perf_counter()
    repository = store.open_at(place)
    assert repository is not None
    with repository:
        record.write(repository, record.make_history(case.plan, HEADER, case.files))
    recorded = time.perf_counter()
    if alone:
        return {"record": recorded - began}
    if lines:
        assign(case.plan, case.plan.versions[-1].version)
    else:
        attribute(case.texts)
    return {
        "record": recorded - began,
        "blame" if lines else "attribute": time.perf_counter() - recorded,
    }


def gits(case: Negotiation, place: Path, *, whole: bool = False, alone: bool = False) -> dict[str, float]:
    """The like by git, with the text or the ``whole`` history, and blame unless storing stands ``alone``."""
    began = time.perf_counter()
    _git(place, "fast-import", "--quiet", stdin=case.whole_stream if whole else case.stream)
    imported = time.perf_counter()
    if alone:
        return {"fast-import": imported - began}
    _git(place, "blame", "--porcelain", "measured", "--", "plan.md")
    return {"fast-import": imported - began, "git blame": time.perf_counter() - imported}


def _git(place: Path, *words: str, stdin: bytes = b"") -> None:
    subprocess.run(["git", "-C", str(place), *words], input=stdin, capture_output=True, check=True)


def in_a_repository(work: Worker, case: Negotiation) -> dict[str, float]:
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


def beside_git(case: Negotiation, runs: int, *, alone: bool, lines: bool) -> bool:
    """Print the comparison; True when it is within the bar, or there is none."""
    workers: dict[str, Worker] = {
        "planctl": partial(ours, alone=alone, lines=lines),
        "git": partial(gits, alone=alone),
        "same history": partial(gits, whole=True, alone=alone),
    }
    found: dict[str, list[dict[str, float]]] = {name: [] for name in workers}
    for _ in range(runs):
        for name, work in workers.items():
            found[name].append(in_a_repository(work, case))
    rows = {name: least(figures) for name, figures in found.items()}
    total = {name: sum(row.values()) - row["processor"] for name, row in rows.items()}
    for name, parts in rows.items():
        told = ", ".join(f"{part} {parts[part]:.2f} s" for part in parts if part != "processor")
        spent = f"{total[name]:.2f} s, processor {parts['processor']:.2f} s"
        print(f"  {name:12} {told}: {spent}; ratio {total['planctl'] / total[name]:.2f}")
    print("  no bar" if lines else f"  bar: {BAR:.0f} times git")
    return lines or total["planctl"] <= BAR * total["git"]


def growth(share: float, *, alone: bool, lines: bool) -> None:
    """Print how the time of record, or of record with attribution or blame, grows."""
    for title, sizes in (
        ("versions", [(50, 100), (100, 100), (200, 100), (400, 100)]),
        ("points", [(200, 50), (200, 100), (200, 200), (200, 400)]),
    ):
        print(f"{title:10} {'versions':>9} {'points':>7} {'seconds':>8}   over linear times log")
        before = 0.0
        for versions, points in sizes:
            work = partial(ours, alone=alone, lines=lines)
            used = in_a_repository(work, negotiation(versions, points, share))["processor"]
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
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--alone", action="store_true", help="measure record without attribution")
    kind.add_argument("--lines", action="store_true", help="blame with lines of descent, as planctl blame")
    asked = parser.parse_args()
    size = f"{asked.versions} versions of {asked.points} points, {asked.share:.0%} changed by each"
    print(f"{size}; the least of {asked.runs} runs")
    case = negotiation(asked.versions, asked.points, asked.share)
    within = beside_git(case, asked.runs, alone=asked.alone, lines=asked.lines)
    if asked.growth:
        growth(asked.share, alone=asked.alone, lines=asked.lines)
    raise SystemExit(not within)


if __name__ == "__main__":
    main()
