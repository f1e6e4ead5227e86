"""The longest common subsequence of short sequences, in plain Python.

The bit-parallel way of Hyyrö (2004) with the answer that rapidfuzz gives, so that it does not matter which of
the two is asked. rapidfuzz is four times as fast, but must be imported: 8 ms, 3 % of ``planctl diff``.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """What both sequences have in the same order, as much of it as can be had.

    Runs, each as its places in ``old`` and ``new`` (0-based) and its length, joined where they can be.
    """
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    runs = [(0, 0, head)] if head else []
    runs += _inner(old[head : len(old) - tail], new[head : len(new) - tail], head)
    return [*runs, (len(old) - tail, len(new) - tail, tail)] if tail else runs


def _shared(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    size = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        size += 1
    return size


def _inner(old: Sequence[Hashable], new: Sequence[Hashable], head: int) -> list[tuple[int, int, int]]:
    """Runs of sequences that neither begin nor end alike, read back from the table, the last one first."""
    table = _table(old, new)
    runs: list[tuple[int, int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if table[j] >> (i - 1) & 1:
            i -= 1
        elif table[j - 1] >> (i - 1) & 1:
            size = 0
            while i and j and (table[j - 1] & ~table[j]) >> (i - 1) & 1:
                i, j, size = i - 1, j - 1, size + 1
            runs.append((head + i, head + j, size))
        else:
            j -= 1
    return runs[::-1]


def _table(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    """For each length of ``new`` a number; its bit k is off where item k of ``old`` adds to the answer."""
    where: dict[Hashable, int] = {}
    for k, item in enumerate(old):
        where[item] = where.get(item, 0) | 1 << k
    every = row = (1 << len(old)) - 1
    table = [row]
    for item in new:
        met = row & where.get(item, 0)
        row = ((row + met) | (row - met)) & every
        table.append(row)
    return table
