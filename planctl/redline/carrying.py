"""Runs of words that a reader would call kept."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.redline.runs import CommonRun, common
from planctl.redline.sliding import slid
from planctl.text import content_word_count

# How many changed words a kept word must stand against before it is read as part of the rewrite around it.
# Chosen by reading redlines of rewritten sentences and points: names and verbs that were kept stay visible
# unless whole sentences change around them, and so do "not", "shall" and the like.
_BINDER_WEIGHT, _CONTENT_WEIGHT, _HEAVIEST_ISLAND = 1, 3, 9


def carried(old: Sequence[str], new: Sequence[str]) -> list[CommonRun]:
    """Runs of words that a reader would call kept: ``common`` but for what survives a rewrite by chance.

    Where words repeat, changes are put where phrases begin and end. Swapped sequences give the swapped runs.
    """
    if old == new:
        return [CommonRun(0, 0, len(old))] if old else []
    stack = [CommonRun(0, 0, 0)]
    for run in [*common(old, new), CommonRun(len(old), len(new), 0)]:
        while len(stack) > 1 and _is_island(stack[-2], stack[-1], run, old):
            stack.pop()
        stack.append(run)
    return slid([run for run in stack if run.size], old, new)


def _is_island(before: CommonRun, run: CommonRun, after: CommonRun, old: Sequence[str]) -> bool:
    if run.size > _HEAVIEST_ISLAND:
        return False
    left = (run.old - before.old - before.size, run.new - before.new - before.size)
    right = (after.old - run.old - run.size, after.new - run.new - run.size)
    telling = content_word_count(old[run.old : run.old + run.size])
    weight = telling * _CONTENT_WEIGHT + (run.size - telling) * _BINDER_WEIGHT
    changed = min(left[0] + right[0], left[1] + right[1])
    return weight <= _HEAVIEST_ISLAND and 2 * weight < changed and weight <= min(max(left), max(right))
