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
    head, tail = _ends_alike(old, new)
    runs = [(0, 0, head)] if head else []
    runs += _inner(old[head : len(old) - tail], new[head : len(new) - tail], head)
    return [*runs, (len(old) - tail, len(new) - tail, tail)] if tail else runs


def common_size(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many items both sequences have in the same order: as many as ``matches`` finds."""
    head, tail = _ends_alike(old, new)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    row = every = (1 << len(old)) - 1
    where = _where(old)
    for item in new:
        met = row & where.get(item, 0)
        row = ((row + met) | (row - met)) & every
    return head + tail + len(old) - row.bit_count()


def _ends_alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many items both begin with, and how many of the rest both end with."""
    head = shared_prefix(old, new)
    return head, shared_prefix(old[head:][::-1], new[head:][::-1])


def shared_prefix(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many items both sequences begin with: in steps that double, then halve."""
    size, step, most = 0, 1, min(len(old), len(new))
    while size < most and old[size : size + step] == new[size : size + step]:
        size, step = size + step, step * 2
    while step and size < most:
        if size + step <= most and old[size : size + step] == new[size : size + step]:
            size += step
        step //= 2
    return min(size, most)


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
    where = _where(old)
    every = row = (1 << len(old)) - 1
    table = [row]
    for item in new:
        met = row & where.get(item, 0)
        row = ((row + met) | (row - met)) & every
        table.append(row)
    return table


def _where(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """For each item the places where it stands, as the bits of a number."""
    where: dict[Hashable, int] = {}
    for k, item in enumerate(items):
        where[item] = where.get(item, 0) | 1 << k
    return where
