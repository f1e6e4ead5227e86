"""Where a change stands among repeated words: moved so that it begins and ends where phrases do.

``a, and b, and c`` against ``a, and c`` may lose ``and b,`` or ``b, and``; the words alone do not tell. As in
other good redlines, the one that falls between sentences, clauses or brackets is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.redline.runs import CommonRun

_SENTENCE_END, _CLOSING, _OPENING = frozenset(".!?;:…。"), frozenset(",)]}”»"), frozenset("([{“«")
_JOINING = frozenset(["and", "or", "but", "und", "et", "ou", "y", "и", "або", "та", "или"])
_FARTHEST_SLIDE = 40
"""Words that a change is moved at most. Longer repetitions are rare, and each step costs time."""


def slid(runs: Sequence[CommonRun], old: Sequence[str], new: Sequence[str]) -> list[CommonRun]:
    """The same runs, with every pure insertion or deletion between two of them moved to its best place."""
    moved_runs = [CommonRun(0, 0, 0)]
    for run in [*runs, CommonRun(len(old), len(new), 0)]:
        step = _step(moved_runs[-1], run, old, new)
        moved_runs[-1] = moved_runs[-1]._replace(size=moved_runs[-1].size + step)
        moved_runs.append(CommonRun(run.old + step, run.new + step, run.size - step))
    return [run for run in moved_runs if run.size]


def _step(before: CommonRun, after: CommonRun, old: Sequence[str], new: Sequence[str]) -> int:
    """By how many words to move the change between two runs, if it is on one side; below 0 for backward."""
    if before.old + before.size == after.old:
        words, begin, end = new, before.new + before.size, after.new
    elif before.new + before.size == after.new:
        words, begin, end = old, before.old + before.size, after.old
    else:
        return 0
    if begin == end:
        return 0
    steps = _steps(words, begin, end, before.size, after.size)
    return max(steps, key=lambda step: (_seam(words, begin + step) + _seam(words, end + step), -abs(step)))


def _steps(words: Sequence[str], begin: int, end: int, room: int, ahead: int) -> Iterator[int]:
    """Moves that leave both texts as they are: over the words kept before (``room``) and ``ahead``."""
    yield 0
    for step in range(1, min(room, _FARTHEST_SLIDE) + 1):
        if words[begin - step] != words[end - step]:
            break
        yield -step
    for step in range(1, min(ahead, _FARTHEST_SLIDE) + 1):
        if words[begin + step - 1] != words[end + step - 1]:
            break
        yield step


def _seam(words: Sequence[str], at: int) -> int:
    """How well a phrase may end before word ``at`` and another begin with it."""
    if at in (0, len(words)) or words[at - 1] in _SENTENCE_END:
        return 3
    if words[at - 1] in _CLOSING or words[at] in _OPENING:
        return 2
    return int(words[at] in _JOINING)
