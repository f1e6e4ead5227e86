"""Texts that stand twice on one side and once on the other: copied, or doubles that became one.

By shape these are a split and a merger, yet nothing was divided or joined. The parts of a true split share
the words of the whole among them.
"""

from __future__ import annotations

from itertools import product

from planctl import redline
from planctl.diff.changes import Copy
from planctl.diff.grouping import Group
from planctl.diff.shared_words import KeptRuns, Sides

_COPY_SHARE = 2 / 3
"""Share of either text's words that two texts have in common to be copies. Two that have so much of a third
have a third of it in common at least."""


def find_copies(group: Group, sides: Sides, kept: KeptRuns) -> tuple[Copy, ...]:
    """Each pair of linked provisions with its own redline, if one side has one text and the other repeats it.

    ``kept`` are the runs of words that each link keeps. Empty if any of the texts holds less than most of the
    other.
    """
    if min(map(len, group)) != 1 or len(group[0]) == len(group[1]):
        return ()
    pairs = list(product(*group))
    for old, new in pairs:
        carried = sum(run.size for run in kept.get((old, new), ()))
        if not carried or carried < _COPY_SHARE * max(len(sides[0].words[old]), len(sides[1].words[new])):
            return ()
    texts = [
        (sides[0].version.provisions[old].text, sides[1].version.provisions[new].text) for old, new in pairs
    ]
    return tuple(
        Copy(*pair, redline.mark(*both, runs=kept[pair])) for pair, both in zip(pairs, texts, strict=True)
    )
