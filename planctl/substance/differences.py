"""What a difference of substance is, and how it is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from planctl.substance.pairing.joining import Leftover
from planctl.substance.terms import Kind, Term

_BARE = frozenset(
    ("figure", "money", "percentage", "share", "ratio", "date", "duration", "frequency", "party", "reference")
)
_WHOLE = frozenset(("roles", "date", "share"))  # said in full on both sides
_RANK = {"frequency": 1, "ratio": 1, "share": 2, "percentage": 3, "date": 1, "duration": 2, "deadline": 3}
_SHOWN = 60  # characters of a bracketed passage that a summary shows


class Spot(NamedTuple):
    """A place in a text: 0-based, half-open."""

    start: int
    end: int


class Spots:
    """Places of one text, asked which of them another touches without going through them all."""

    def __init__(self, spots: Sequence[Spot | None]) -> None:
        """Take places by their indices; None touches nothing."""
        self._spots = sorted((spot, k) for k, spot in enumerate(spots) if spot)
        self._starts = [spot.start for spot, _ in self._spots]
        self._ends = list(accumulate((spot.end for spot, _ in self._spots), max))

    def touching(self, spot: Spot | None) -> Iterator[int]:
        """The indices of all that share a character with a place; of none where there is no place."""
        if spot is None:
            return
        k = bisect_left(self._starts, spot.end) - 1
        while k >= 0 and self._ends[k] > spot.start:
            if self._spots[k][0].end > spot.start:
                yield self._spots[k][1]
            k -= 1

    def touches(self, spot: Spot | None) -> bool:
        """Whether any of them shares a character with a place."""
        return any(True for _ in self.touching(spot))


class Difference(NamedTuple):
    """One difference of substance.

    ``old`` and ``new`` are the words as they stand, None where the term has no counterpart. ``change``
    sizes it if that can be done ("+33 %", "weaker", "now bracketed"). ``old_at`` and ``new_at`` are the
    places of the words in the two texts. ``in_full``: both wordings are said whole.
    ``absent``: of words on one side only, what is known of the other, where that is not that it lacks them.
    """

    kind: Kind
    old: str | None
    new: str | None
    change: str = ""
    old_at: Spot | None = None
    new_at: Spot | None = None
    in_full: bool = False
    absent: str = ""

    @property
    def summary(self) -> str:
        """``600,000 -> 800,000 people (+33 %)``, ``+ "in peacetime"``, ``- $100 billion``,
        ``$100 billion: not in v2 as read``."""
        if self.absent:
            return f"{self.words}: {self.absent}"
        if self.kind == "wording" and self.change:
            return self.change
        if self.old is not None and self.new is not None:
            return self._both(_flat(self.old), _flat(self.new))
        if self.kind == "bracket" and self.change:
            return f"{self.change}: {self.words}"
        return f"{'+' if self.old is None else '-'} {self.words}"

    @property
    def words(self) -> str:
        """The words of a term that only one side has, as the summary shows them: ``$100 billion``, ``"in
        peacetime"``; of other differences the new words."""
        words = _short(_flat((self.old if self.new is None else self.new) or ""))
        return words if self.kind in _BARE else quoted(words)

    def _both(self, before: str, after: str) -> str:
        """``before -> after (change)``, words that both begin or end with said once."""
        change = f" ({self.change})" if self.change else ""
        if self.kind == "wording":
            return f"{quoted(before)} -> {quoted(after)}"
        if self.kind == "bracket":
            return f"{_short(before)} -> {_short(after)}{change}"
        if before == after:
            return f"{before}{change}"
        if self.kind == "reference":
            after = _without_keyword(before, after)
        elif self.kind not in _WHOLE and not self.in_full:
            before, after = _factored(before, after)
        return f"{before} -> {after}{change}"


def kind_of(old: Term, new: Term) -> Kind:
    """The kind of a difference between terms of two kinds; the same whichever side is old."""
    return max(old.kind, new.kind, key=lambda kind: _RANK.get(kind, 0))


def between(
    kind: Kind, old: Term | None, new: Term | None, change: str = "", *, in_full: bool = False
) -> Difference:
    """A difference between two terms, or a term and nothing."""
    return Difference(
        kind=kind,
        old=old.text if old else None,
        new=new.text if new else None,
        change=change,
        old_at=Spot(old.start, old.end) if old else None,
        new_at=Spot(new.start, new.end) if new else None,
        in_full=in_full,
    )


def unpaired(rest: Leftover) -> Iterator[Difference]:
    """Terms without a counterpart, but for those too common to be reported by themselves."""
    yield from (between(term.kind, term, None) for term in rest.old if not term.weak)
    yield from (between(term.kind, None, term) for term in rest.new if not term.weak)


def quoted(words: str) -> str:
    """Words in quotation marks; their own marks become single ones, and go where one of them is cut off."""
    inner = words.replace('"', "" if words.count('"') % 2 else "'")
    return f'"{inner}"'


def _flat(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    """A text that may be cut, between two words if one is near."""
    if len(text) <= _SHOWN:
        return text
    cut = text[: _SHOWN - 3]
    whole = cut if text[_SHOWN - 3].isspace() else cut.rpartition(" ")[0]
    return f"{whole if len(whole) > _SHOWN // 2 else cut} ...".replace("  ", " ")


def _without_keyword(old: str, new: str) -> str:
    """The new reference without the word that both begin with: "Articles 5 and 6 -> 5 and 7".

    No number is left out, for what stands for a whole list must not read as one of it.
    """
    keyword, _, rest = new.partition(" ")
    return rest if rest and keyword.isalpha() and old.startswith(f"{keyword} ") else new


def _factored(old: str, new: str) -> tuple[str, str]:
    """Both wordings, with words they begin or end with said once: ``within 100``, ``60 days``.

    ``60 000`` is one word: half of it would be another figure.
    """
    before, after = (re.findall(r"(?<!\S)\d{1,3}(?: \d{3})+(?!\d)\S*|\S+", text) for text in (old, new))
    short, long = sorted((before, after), key=len)
    words = iter(long)
    if all(word in words for word in short):
        return old, new  # what one side adds must not seem to stand for a part of the other
    most = len(short) - 1
    tail = 0
    while tail < most and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    head = 0
    while head < most - tail and before[head] == after[head]:
        head += 1
    return " ".join(before[: len(before) - tail]), " ".join(after[head:])
