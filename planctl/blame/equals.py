"""Units of two versions whose texts are equal, paired one to one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence


def equals(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Equal texts: unique ones wherever they stand, then others beside a pair, then the rest in order."""
    at_old = {text: i for i, text in enumerate(old)}
    at_new = {text: j for j, text in enumerate(new)}
    if len(at_old) == len(old) and len(at_new) == len(new):
        return [(i, at_new[text]) for text, i in at_old.items() if text in at_new]
    return _repeated(old, new)


def _repeated(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """``equals`` for texts some of which stand there several times."""
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((old, new)):
        for k, text in enumerate(texts):
            places[text][side].append(k)
    pairs = {olds[0]: news[0] for olds, news in places.values() if len(olds) == len(news) == 1}
    taken = set(pairs.values())
    for step, order in ((1, range(len(old))), (-1, range(len(old) - 1, -1, -1))):
        for i in order:
            a, b = i + step, pairs.get(i, -2) + step
            fits = 0 <= a < len(old) and 0 <= b < len(new) and old[a] == new[b]
            if fits and a not in pairs and b not in taken:
                pairs[a] = b
                taken.add(b)
    for olds, news in places.values():
        waiting = deque(j for j in news if j not in taken)
        pairs.update((i, waiting.popleft()) for i in olds if i not in pairs and waiting)
    return sorted(pairs.items())
