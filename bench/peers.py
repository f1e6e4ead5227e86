"""Other tools on the plans of ``bench.plans`` and ``bench.reworded``, side by side with planctl, in one run.

They are no dependencies. Make a folder for them, and name it:

    python -m venv /tmp/peers
    /tmp/peers/bin/pip install prosediff governdiff redlines typing_extensions rapidfuzz scipy
    python -m bench.peers --peers /tmp/peers [--plans 5]

A tool that is not there is listed as "not run". Every tool gets its texts with and without numbers, and with
each of its settings listed here; of these, the one with the best F1 on a kind of plans counts.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import product
from pathlib import Path

from bench import peer_outputs as outputs
from bench.peer_outputs import Answer, Named, Texts
from bench.plans import Revision, revise, version
from bench.reworded import reword
from planctl.alignment import align
from planctl.alignment.meaning import Meaning
from planctl.diff import compare
from planctl.errors import MissingExtra

ROOT = Path(__file__).parent.parent
SCRIPT = str(Path(__file__).with_name("simple_peers.py"))
LEVELS = (30, 40, 50, 60, 70, 80, 90)


@dataclass(frozen=True)
class Peer:
    """A tool: how it is called, in which settings, how its output becomes links (told in ``how``)."""

    name: str
    program: str
    arguments: tuple[str, ...]
    read: Callable[..., Answer]
    how: str
    settings: Sequence[tuple[str, ...]] = ((),)
    levels: Sequence[int] = ()
    names: bool = False

    def read_all(self, output: str, old: Texts, new: Texts) -> list[Answer]:
        """What the output says; at each level, if it has scores."""
        if not self.levels:
            return [self.read(output, old, new)]
        return [self.read(output, old, new, level=level) for level in self.levels]

    def command(self, peers: Path) -> list[str] | None:
        """The program and what always follows it; None when it is not installed."""
        own = peers / "bin" / self.program
        found = str(own) if own.exists() else shutil.which(self.program) if self.program == "git" else None
        return [found, *self.arguments] if found and (self.program != "python" or _has(own)) else None


@cache
def _has(python: Path) -> bool:
    test = [str(python), "-c", "import rapidfuzz, scipy"]
    return subprocess.run(test, check=False, capture_output=True).returncode == 0


PEERS = (
    Peer(
        "prosediff",
        "prosediff",
        ("--files", "OLD", "NEW", "--full", "-o", "OUT"),
        outputs.prosediff,
        "in its HTML report (`--full`), rows drawn side by side and moved rows are links, and moved passages "
        "count as kept characters; with `--split sentence`, kept characters alone decide",
        (("--split", "paragraph"), ("--split", "sentence")),
        names=True,
    ),
    Peer(
        "governdiff",
        "governdiff",
        ("diff", "--language", "en", "--format", "json", "--output", "OUT", "OLD", "NEW"),
        outputs.governdiff,
        "the old and new blocks of a change in its JSON are links; blocks it leaves out are paired in order",
        names=True,
    ),
    Peer(
        "redlines",
        "redlines",
        ("json", "OLD", "NEW"),
        outputs.redlines,
        "what its JSON calls equal is kept characters",
    ),
    Peer(
        "git diff --word-diff",
        "git",
        ("diff", "--no-index", "--word-diff=porcelain", "-U10000000", "OLD", "NEW"),
        outputs.git,
        "what `--word-diff=porcelain` gives as context is kept characters",
    ),
    Peer(
        "difflib, words",
        "python",
        (SCRIPT, "difflib", "OLD", "NEW"),
        outputs.difflib_words,
        "equal blocks of `SequenceMatcher` over words are kept characters",
    ),
    Peer(
        "rapidfuzz token_set, greedy",
        "python",
        (SCRIPT, "token_set", "OLD", "NEW"),
        outputs.rapidfuzz_pairs,
        "`cdist(token_set_ratio)`, best pair first, every point once; at the best threshold of 30, 40 ... 90",
        levels=LEVELS,
    ),
    Peer(
        "rapidfuzz ratio, assigned",
        "python",
        (SCRIPT, "ratio", "OLD", "NEW"),
        outputs.rapidfuzz_pairs,
        "`cdist(ratio)`, the assignment with the greatest sum; at the best threshold of 30, 40 ... 90",
        levels=LEVELS,
    ),
)


def write(folder: Path, old: Texts, new: Texts) -> tuple[Path, Path]:
    """Both texts as files, one point a paragraph."""
    paths = folder / "old.md", folder / "new.md"
    for path, texts in zip(paths, (old, new), strict=True):
        path.write_text("\n\n".join(outputs.flat(texts)) + "\n", encoding="utf-8")
    return paths


def run(
    command: Sequence[str], files: tuple[Path, Path], folder: Path, patience: float | None = None
) -> tuple[str, float]:
    """What a tool prints (or writes to OUT), and its processor time in seconds with that of its children.

    Raises ``subprocess.TimeoutExpired`` after ``patience`` seconds by the clock.
    """
    out = folder / "out.html"
    out.unlink(missing_ok=True)
    stands = {"OLD": str(files[0]), "NEW": str(files[1]), "OUT": str(out)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [stands.get(part, part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=patience,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in {0, 1}, f"{command[0]}: {done.stderr[-500:]}"
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return out.read_text("utf-8") if out.exists() else done.stdout, used


def planctl(old: Texts, new: Texts, meaning: Meaning | None = None) -> Answer:
    """planctl's links, and its names of what became of each point."""
    links = align(old, new, meaning=meaning).links
    changes = compare(version("old", old), version("new", new), meaning=meaning).changes
    named = frozenset((change.kind.value, change.old, change.new) for change in changes)
    changed = frozenset(i for kind, olds, _ in named if kind != "unchanged" for i in olds)
    return Answer(frozenset((link.old, link.new) for link in links), changed, named)


def right(plan: Revision) -> set[Named]:
    """The relations of a plan by the names that tools use; one to one, by whether the words are the same."""
    named: set[Named] = set()
    for relation in plan.relations:
        olds, news = tuple(sorted(relation.old)), tuple(sorted(relation.new))
        kind = "split" if relation.kind == "copied" else relation.kind
        if len(olds) == len(news) == 1:
            kind = "unchanged" if plan.old[olds[0]] == plan.new[news[0]] else "edited"
        named.add((kind, olds, news))
    return named


@dataclass
class Score:
    """Counts over plans: links found, right, both; relations of each kind, and those named."""

    links: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)

    def add(self, answer: Answer, plan: Revision) -> None:
        """Count one plan."""
        gold = plan.links
        self.links.update(found=len(answer.links), right=len(gold), hits=len(gold & answer.links))
        wanted = right(plan)
        self.there.update(kind for kind, *_ in wanted)
        self.named.update(kind for kind, *_ in wanted & (answer.named or frozenset()))

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        found, gold, hits = (self.links[key] for key in ("found", "right", "hits"))
        return hits / max(1, found), hits / max(1, gold), 2 * hits / max(1, found + gold)


KINDS: dict[str, Callable[[int], Revision]] = {
    "plain": revise,
    "reworded": partial(revise, reworded=True),
    "all in other words": reword,
}


def quality(
    peers: Path, plans: int, kinds: Sequence[str] = tuple(KINDS), tools: Sequence[Peer] = PEERS
) -> Iterator[tuple[str, dict[str, Score] | None]]:
    """Each tool's name with its score on each kind of plans; None for a tool that is not there."""
    cases = {kind: [KINDS[kind](seed) for seed in range(plans)] for kind in kinds}
    yield "planctl", {kind: _scored(planctl, own) for kind, own in cases.items()}
    try:
        meaning = Meaning()
        yield (
            "planctl --semantic",
            {kind: _scored(partial(planctl, meaning=meaning), own) for kind, own in cases.items()},
        )
    except MissingExtra:
        yield "planctl --semantic", None
    for peer in tools:
        command = peer.command(peers)
        if command is None:
            yield peer.name, None
        else:
            yield peer.name, {kind: _best(peer, command, own) for kind, own in cases.items()}


def _scored(answer: Callable[[Texts, Texts], Answer], plans: Sequence[Revision]) -> Score:
    score = Score()
    for plan in plans:
        score.add(answer(plan.old, plan.new), plan)
    return score


def _best(peer: Peer, command: Sequence[str], plans: Sequence[Revision]) -> Score:
    """The links of its best way, and the names of the way that names most."""
    scores = []
    for how, numbers in product(peer.settings, (False, True)):
        ways = [Score() for _ in peer.levels or (0,)]
        for plan in plans:
            for way, answer in zip(
                ways, _asked(peer, [*command, *how], numbers, plan.old, plan.new), strict=True
            ):
                way.add(answer, plan)
        scores += ways
    best, naming = (
        max(scores, key=lambda score: score.figures[2]),
        max(scores, key=lambda score: score.named.total()),
    )
    return Score(best.links, naming.named, naming.there)


def _asked(peer: Peer, command: Sequence[str], numbers: bool, old: Texts, new: Texts) -> list[Answer]:
    if numbers:
        old, new = outputs.numbered(old), outputs.numbered(new)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text, _ = run(command, write(folder, old, new), folder)
    return peer.read_all(text, old, new)


def renumbered(peers: Path, seed: int = 1) -> Iterator[tuple[str, int | None, int]]:
    """Old points shown as changed, and their number, when one is put first and the others only count up."""
    plan = revise(seed).old
    old, new = plan[1:], plan
    yield "planctl", len(planctl(old, new).changed), len(old)
    for peer in PEERS:
        command = peer.command(peers)
        answers = [
            answer
            for how in peer.settings
            for answer in (_asked(peer, [*command, *how], True, old, new) if command else ())
        ]
        yield peer.name, min((len(answer.changed) for answer in answers), default=None), len(old)


def main() -> None:
    """Print quality and renumbering."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--plans", type=int, default=5)
    options = parser.parse_args()
    for name, scores in quality(options.peers, options.plans):
        print(f"{name:30}", "" if scores else "not run")
        for kind, score in (scores or {}).items():
            said = " ".join(f"{k} {score.named[k]}/{n}" for k, n in sorted(score.there.items()))
            print(f"    {kind:20}", " ".join(f"{figure:.3f}" for figure in score.figures), " ", said)
    for name, count, points in renumbered(options.peers):
        print(f"{name:30}", "not run" if count is None else f"{count} of {points} shown as changed")


if __name__ == "__main__":
    main()
