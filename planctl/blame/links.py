"""Which unit of a parent became which unit of a version: equal texts first, alignment for the rest."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from planctl.alignment import align
from planctl.redline import common


def linked(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Links (old unit, new unit) between the texts of a parent and those of a version.

    Equal texts are paired in order, each once; only what is left costs an alignment.
    """
    pairs = _equal(old, new)
    used_old, used_new = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_old = [i for i in range(len(old)) if i not in used_old]
    rest_new = [j for j in range(len(new)) if j not in used_new]
    if rest_old and rest_new:
        found = align([old[i] for i in rest_old], [new[j] for j in rest_new])
        pairs += [(rest_old[link.old], rest_new[link.new]) for link in found.links]
    return pairs


def _equal(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    pairs = [(run.old + k, run.new + k) for run in common(old, new) for k in range(run.size)]
    stay_old, stay_new = {i for i, _ in pairs}, {j for _, j in pairs}
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for j, text in enumerate(new):
        if j not in stay_new:
            waiting[text].append(j)
    moved = [
        (i, waiting[text].popleft()) for i, text in enumerate(old) if i not in stay_old and waiting.get(text)
    ]
    return pairs + moved
