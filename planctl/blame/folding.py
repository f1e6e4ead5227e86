"""Scraps of older wording, such as a lone *and*, given to the newer phrase they stand in.

That a rewritten sentence has *and* where an older one had it says nothing about who wrote the sentence, and
misleads when it is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.blame.containment import Containment, listed
from planctl.lineage.descent import ProvisionKey
from planctl.text import content_word_count, words

_BRACKETS = frozenset("[]\uff3b\uff3d")
"""Square brackets say what is not agreed: whose they are matters, though they are no words."""
_BESIDE_SEAM = 8
"""Words on each side of a seam that are looked at first."""


class Bit(NamedTuple):
    """A stretch of text and the provision where it stood first, with the version that put it where it stands
    if that was a later one, and those that had left it out before."""

    text: str
    origin: ProvisionKey
    put_back: str | None = None
    dropped: tuple[str, ...] = ()


class _Row(NamedTuple):
    """Bits ``begin`` to ``end`` as one: its words in the whole text, and where its origin has them in a row.

    ``like`` is the bit that says where it comes from. ``head`` is its first character, ``tail`` its last that
    is no white space; ``at`` is below 0 if not known.
    """

    begin: int
    end: int
    like: Bit
    first: int
    last: int
    says_something: bool
    bracketed: bool
    head: str
    tail: str
    at: int


class _Join(NamedTuple):
    """A row of two or three, and how many of those before and after the scrap are in it."""

    before: int
    after: int
    row: _Row


def fold(bits: Sequence[Bit], containment: Containment) -> list[Bit]:
    """The same text, each scrap joined to a bit beside it if the origin of that bit says both in a row.

    A scrap has no word that says something by itself, or is the name in ``[name: ...]``. Older scraps go into
    newer wording in this way. Newer ones stay, for *or* in the place of *and* is an edit, and nobody is
    credited with words in a row that are not in a row in the provision named. Of several bits the newest gets
    the scrap, and two of one origin become one.
    """
    return _Folding(bits, containment).whole()


class _Folding:
    """One text while it is folded: what is done, and what is to do, the next one last.

    A row knows where its origin has its words, so that a long one is not looked for again with every scrap.
    """

    def __init__(self, bits: Sequence[Bit], containment: Containment) -> None:
        self._bits = bits
        self._containment = containment
        self._words: list[str] = []
        self._done: list[_Row] = []
        self._todo = [self._row(k, bit) for k, bit in enumerate(bits)][::-1]

    def _row(self, k: int, bit: Bit) -> _Row:
        first = len(self._words)
        self._words += listed(bit.text)
        return _Row(
            begin=k,
            end=k + 1,
            like=bit,
            first=first,
            last=len(self._words),
            says_something=content_word_count(words(bit.text)) > 0,
            bracketed=not _BRACKETS.isdisjoint(bit.text),
            head=bit.text[:1],
            tail=bit.text.rstrip()[-1:],
            at=-1,
        )

    def whole(self) -> list[Bit]:
        """Fold and give the bits."""
        while self._todo:
            row = self._todo.pop()
            join = max(self._joins(row), key=self._rank, default=None)
            if join is None:
                self._done.append(row)
                continue
            del self._done[len(self._done) - join.before :], self._todo[len(self._todo) - join.after :]
            self._todo.append(join.row)
            if self._done:
                self._todo.append(self._done.pop())
        return [self._bit(row) for row in self._done]

    def _rank(self, join: _Join) -> tuple[tuple[int, int], int]:
        return self._containment.age(join.row.like.origin), join.before + join.after

    def _bit(self, row: _Row) -> Bit:
        bits = self._bits[row.begin : row.end]
        return row.like._replace(text="".join(bit.text for bit in bits))

    def _joins(self, folded: _Row) -> Iterator[_Join]:
        before, after = self._done[-1:], self._todo[-1:]
        if not self._is_scrap(folded, before, after):
            return
        joins = [
            *(_Join(1, 0, self._joined(row, row, folded)) for row in before),
            *(_Join(0, 1, self._joined(row, folded, row)) for row in after),
            *(
                _Join(1, 1, self._joined(left, left, folded, right))
                for left, right in zip(before, after, strict=False)
                if left.like[1:] == right.like[1:]
            ),
        ]
        yield from (join for join in joins if join.row.at >= 0)

    @staticmethod
    def _is_scrap(row: _Row, before: Sequence[_Row], after: Sequence[_Row]) -> bool:
        if row.bracketed:
            return False
        is_label = bool(before and after) and (before[0].tail, after[0].head) == ("[", ":")
        return is_label or not row.says_something

    def _joined(self, newer: _Row, *rows: _Row) -> _Row:
        """Rows beside each other as one of the origin of ``newer``, with the place where that has it."""
        row = rows[0]._replace(
            end=rows[-1].end,
            last=rows[-1].last,
            like=newer.like,
            says_something=any(each.says_something for each in rows),
            bracketed=any(each.bracketed for each in rows),
            tail=next((each.tail for each in reversed(rows) if each.tail), ""),
        )
        return row._replace(at=self._place(row, newer))

    def _place(self, row: _Row, newer: _Row) -> int:
        if newer.at >= 0:
            start = newer.at - (newer.first - row.first)
            rest = [(a, b) for a, b in ((row.first, newer.first), (newer.last, row.last)) if a < b]
            if all(self._goes_on(row, start, a, b) for a, b in rest):
                return start
        # A few words tell in most cases that a long row is nowhere.
        if any(self._containment.row(few, row.like.origin) < 0 for few in self._seams(row, newer)):
            return -1
        # A version's own words, and most that it took over, stand in the origin where they stand here.
        if self._goes_on(row, row.first, row.first, row.last):
            return row.first
        return self._containment.row(self._words[row.first : row.last], row.like.origin)

    def _goes_on(self, row: _Row, start: int, first: int, last: int) -> bool:
        return self._containment.goes_on(row.like.origin, start + first - row.first, self._words[first:last])

    def _seams(self, row: _Row, newer: _Row) -> Iterator[Sequence[str]]:
        """The words around the places where a long row is put together."""
        for at in (newer.first, newer.last) if row.last - row.first > 2 * _BESIDE_SEAM else ():
            yield self._words[max(row.first, at - _BESIDE_SEAM) : min(row.last, at + _BESIDE_SEAM)]
