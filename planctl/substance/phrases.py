"""Tables of words and phrases as a language writes them, and looking phrases up in a text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from planctl.substance.tokens import Token

T = TypeVar("T")


class KnownPhrase(NamedTuple, Generic[T]):
    """A phrase that ends before token ``last``, and what it means."""

    meaning: T
    last: int


class Phrases(Generic[T]):
    """Phrases and their meaning, looked up by first word, longest first; they have no hyphens,
    and those of a text do not matter."""

    def __init__(self, read: Callable[[], Iterable[tuple[T, Iterable[str]]]]) -> None:
        """Take what reads each meaning with its phrases."""
        self._read = read

    @cached_property
    def _heads(self) -> dict[str, list[tuple[str, T]]]:
        """The phrases by first word; made when it is first asked for, as most commands never do."""
        heads: dict[str, list[tuple[str, T]]] = {}
        for meaning, phrases in self._read():
            for phrase in phrases:
                head, _, rest = phrase.partition(" ")
                if head in heads:
                    heads[head].append((rest, meaning))
                else:
                    heads[head] = [(rest, meaning)]
        return heads

    @cached_property
    def _tails(self) -> dict[str, list[tuple[list[str], T]]]:
        """What may follow the first words that texts had so far: a text has few of them all."""
        return {}

    def _after(self, head: str) -> list[tuple[list[str], T]]:
        tails = [(rest.split(), meaning) for rest, meaning in self._heads.get(head, ())]
        if len(tails) > 1:
            tails.sort(key=lambda tail: -len(tail[0]))
        self._tails[head] = tails
        return tails

    @property
    def heads(self) -> Collection[str]:
        """The words with which a phrase begins."""
        return self._heads.keys()

    def openings(self, head: str) -> Iterator[tuple[str, T]]:
        """The second word ("" where there is none) and the meaning of each phrase with that first word."""
        return ((rest.partition(" ")[0], meaning) for rest, meaning in self._heads.get(head, ()))

    @property
    def whole(self) -> Iterator[str]:
        """Each phrase, its words parted by blanks."""
        return (f"{head} {rest}".strip() for head, tails in self._heads.items() for rest, _ in tails)

    def at(self, tokens: Sequence[Token], i: int) -> KnownPhrase[T] | None:
        """The longest phrase that begins at token ``i``."""
        if not 0 <= i < len(tokens) or (head := tokens[i].low) not in self._heads:
            return None
        tails = self._tails.get(head) or self._after(head)
        following = tokens[i + 1].low if i + 1 < len(tokens) else ""
        for tail, meaning in tails:
            if not tail:
                return KnownPhrase(meaning, i + 1)
            if (tail[0] == following or following == "-") and (last := _follow(tokens, i + 1, tail)):
                return KnownPhrase(meaning, last)
        return None

    def before(self, tokens: Sequence[Token], end: int, reach: int) -> tuple[T, int] | None:
        """The longest phrase that ends before token ``end``, and where it begins."""
        for first in range(max(0, end - reach), end):
            phrase = self.at(tokens, first)
            if phrase and phrase.last == end:
                return phrase.meaning, first
        return None


def _follow(tokens: Sequence[Token], i: int, words: Sequence[str]) -> int:
    """Index after ``words`` read from token ``i``, or 0 if they do not stand there."""
    for word in words:
        if i < len(tokens) and tokens[i].low == "-":
            i += 1
        if i >= len(tokens) or tokens[i].low != word:
            return 0
        i += 1
    return i


def meanings(table: str) -> list[tuple[str, list[str]]]:
    """Lines ``meaning: phrase, phrase`` that may run on indented, as pairs."""
    lines = table.replace("\n    ", " ").strip().splitlines()
    pairs = (line.partition(": ") for line in lines)
    return [(meaning, phrases.split(", ")) for meaning, _, phrases in pairs]


def none() -> Phrases[str]:
    """No phrases at all."""
    return Phrases(tuple)


def phrases(*tables: str) -> Phrases[str]:
    """Phrases of tables, looked up when first asked for."""
    return Phrases(lambda: (pair for table in tables for pair in meanings(table)))


def units(*tables: str) -> Phrases[str]:
    """Names of units, with signs parted from letters as tokens are: km/h, °C."""

    def spaced(word: str) -> str:
        parted = word.replace("/", " / ").replace("°", "° ").replace(".", " . ").replace("-", " ")
        return " ".join(parted.split())

    return Phrases(
        lambda: ((unit, map(spaced, words)) for table in tables for unit, words in meanings(table))
    )


def words(text: str) -> frozenset[str]:
    """Words parted by blanks."""
    return frozenset(text.split())


def by_word(*tables: str) -> dict[str, str]:
    """``people: troops, soldiers`` -> ``{"troops": "people", "soldiers": "people"}``."""
    return {word: meaning for table in tables for meaning, words in meanings(table) for word in words}
