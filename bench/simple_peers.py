"""Plain uses of difflib and rapidfuzz as processes of their own: two files -> links or marked words, in JSON.

    python bench/simple_peers.py difflib|token_set|ratio|token_set_assigned OLD NEW [--least 30] [--rounds 1]

Files hold one point a paragraph. Also printed: seconds of processor time of the work itself, without start
and imports, the median of ``--rounds``. Knows nothing of planctl, so that any environment can run it.
"""

from __future__ import annotations

import argparse
import difflib
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def marked_words(old: list[str], new: list[str], _least: float) -> list[tuple[str, str]]:
    """Segments of words kept, only old, only new, in order."""
    before, after = " ".join(old).split(), " ".join(new).split()
    segments = []
    for kind, i, i2, j, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            segments.append(("keep", " ".join(before[i:i2])))
        else:
            segments += [("delete", " ".join(before[i:i2])), ("insert", " ".join(after[j:j2]))]
    return segments


def _scores(old: list[str], new: list[str], scorer: str) -> Any:
    from rapidfuzz import fuzz, process

    return process.cdist(old, new, scorer=getattr(fuzz, scorer))


def greedy(old: list[str], new: list[str], least: float) -> list[tuple[int, int, float]]:
    """Best pair first by token_set_ratio, every unit once, down to the least score."""
    import numpy as np

    scores = _scores(old, new, "token_set_ratio")
    links, used_old, used_new = [], set(), set()
    rows, columns = np.nonzero(scores >= least)
    for at in np.argsort(-scores[rows, columns], kind="stable"):
        i, j = int(rows[at]), int(columns[at])
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            links.append((i, j, float(scores[i, j])))
    return links


def assigned(
    old: list[str], new: list[str], least: float, scorer: str = "ratio"
) -> list[tuple[int, int, float]]:
    """The assignment with the greatest sum of scores, without pairs below the least score."""
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped,unused-ignore]

    scores = _scores(old, new, scorer)
    pairs = zip(*linear_sum_assignment(scores, maximize=True), strict=True)
    return [(int(i), int(j), float(scores[i, j])) for i, j in pairs if scores[i, j] >= least]


def token_set_assigned(old: list[str], new: list[str], least: float) -> list[tuple[int, int, float]]:
    """``assigned`` by token_set_ratio."""
    return assigned(old, new, least, "token_set_ratio")


METHODS: dict[str, Callable[[list[str], list[str], float], list[Any]]] = {
    "difflib": marked_words,
    "token_set": greedy,
    "ratio": assigned,
    "token_set_assigned": token_set_assigned,
}


def main() -> None:
    """Read, work, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("method", choices=METHODS)
    parser.add_argument("files", type=Path, nargs=2)
    parser.add_argument("--least", type=float, default=30)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    old, new = (path.read_text("utf-8").strip().split("\n\n") for path in options.files)
    times: list[float] = []
    answer: list[Any] = []
    for _ in range(options.rounds):
        began = time.process_time()
        answer = METHODS[options.method](old, new, options.least)
        times.append(time.process_time() - began)
    print(json.dumps({"answer": answer, "seconds": statistics.median(times)}))


if __name__ == "__main__":
    main()
