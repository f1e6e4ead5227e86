"""Scraps of older wording, such as a lone *and*, given to the newer phrase they stand in.

That a rewritten sentence has *and* where an older one had it says nothing about who wrote the sentence, and
misleads when it is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.blame.containment import Containment
from planctl.lineage.descent import ProvisionKey
from planctl.redline import content, words

_BRACKETS = frozenset("[]")
"""Square brackets say what is not agreed: whose they are matters, though they are no words."""


class Bit(NamedTuple):
    """A stretch of text and the provision where it stood first."""

    text: str
    origin: ProvisionKey


class _Join(NamedTuple):
    """Bits ``begin`` to ``end`` as one."""

    begin: int
    end: int
    bit: Bit


def fold(bits: Sequence[Bit], containment: Containment) -> list[Bit]:
    """The same text, each scrap joined to a bit beside it if the origin of that bit says both in a row.

    A scrap has no word that says something by itself, or is the name in ``[name: ...]``. Older scraps go into
    newer wording in this way. Newer ones stay, for *or* in the place of *and* is an edit, and nobody is
    credited with words in a row that are not in a row in the provision named. Of several bits the newest gets
    the scrap, and two of one origin become one.
    """

    def rank(join: _Join) -> tuple[tuple[int, int], int]:
        return containment.age(join.bit.origin), join.end - join.begin

    folded, k = list(bits), 0
    while k < len(folded):
        joins = [join for join in _joins(folded, k) if containment.has_in_a_row(*join.bit)]
        if joins:
            begin, end, bit = max(joins, key=rank)
            folded[begin:end] = [bit]
            k = max(0, begin - 1)
        else:
            k += 1
    return folded


def _joins(bits: Sequence[Bit], k: int) -> Iterator[_Join]:
    scrap, before, after = bits[k].text, bits[max(0, k - 1) : k], bits[k + 1 : k + 2]
    if not _is_scrap(scrap, *(bit.text for bit in (*before, *after))):
        return
    for text, origin in before:
        yield _Join(k - 1, k + 1, Bit(text + scrap, origin))
    for text, origin in after:
        yield _Join(k, k + 2, Bit(scrap + text, origin))
    for left, right in zip(before, after, strict=False):
        if left.origin == right.origin:
            yield _Join(k - 1, k + 2, Bit(left.text + scrap + right.text, left.origin))


def _is_scrap(text: str, *beside: str) -> bool:
    if not _BRACKETS.isdisjoint(text):
        return False
    return not content(words(text)) or (len(beside) > 1 and _is_label(*beside))


def _is_label(before: str, after: str) -> bool:
    return before.rstrip().endswith("[") and after.startswith(":")
