"""One sentence under reading: its tokens, what has been taken out of it, and the words around."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from planctl.substance.language import Language
from planctl.substance.terms import Kind, Term, Trigger
from planctl.substance.tokens import Token
from planctl.substance.values.amounts import Amount

_PARTING_MARKS = frozenset((",", ";", ":", ".", "(", ")", "[", "]"))
_WORDS = frozenset(("word", "name"))
_LONGEST_PLACE = 40  # words: a longer stretch without a mark is no single place
_CONTEXT_WORDS = 8  # content words on either side that count as the context of a term


class SentenceTerm(NamedTuple):
    """A term that stands in tokens ``[first, last)`` of a sentence."""

    kind: Kind
    value: str
    first: int
    last: int
    amount: Amount | None = None
    unit: str = ""
    nouns: frozenset[str] = frozenset()
    per: str = ""
    strength: int = 0
    trigger: Trigger | None = None
    weak: bool = False
    denied: bool = False
    reach: int = 0  # after its unit, where a bracket stands between: "[30] days"


class Sentence:
    """Tokens of one sentence in its language."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.taken = bytearray(len(tokens))
        self._lows = [token.low for token in tokens]
        self._size = len(tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """All its words and marks, in lower case."""
        return frozenset(self._lows)

    @property
    def start(self) -> int:
        """Where the sentence starts in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end

    def low(self, i: int) -> str:
        """Lower-case word at ``i``; empty outside the sentence."""
        return self._lows[i] if 0 <= i < self._size else ""

    def sort(self, i: int) -> str:
        """Sort of the token at ``i``; empty outside the sentence."""
        return self.tokens[i].sort if 0 <= i < self._size else ""

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows the one before without any space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def taken_at(self, i: int) -> bool:
        """Whether token ``i`` has been read already."""
        return 0 <= i < len(self.taken) and bool(self.taken[i])

    def is_content(self, i: int) -> bool:
        """Whether token ``i`` is a word that carries meaning by itself."""
        if not 0 <= i < self._size or self.tokens[i].sort not in _WORDS:
            return False
        return self._lows[i] not in self.language.grammar.function_words

    def stem(self, i: int) -> str:
        """The stem of the word at ``i``."""
        return self.language.stem(self.low(i))

    def take(self, draft: SentenceTerm) -> SentenceTerm:
        """Mark the draft's tokens as read."""
        self.taken[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
        return draft

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts in the text."""
        return [token.start for token in self.tokens]

    @cached_property
    def _content(self) -> tuple[list[int], list[str]]:
        functions, stem = self.language.grammar.function_words, self.language.stem
        places = [i for i, t in enumerate(self.tokens) if t.sort in _WORDS and t.low not in functions]
        return places, [stem(self._lows[i]) for i in places]

    def stems(self, last: int | None = None) -> Sequence[str]:
        """The stems of the words that carry meaning by themselves, in order, before token ``last``."""
        places, stems = self._content
        return stems if last is None else stems[: bisect_left(places, last)]

    def context(self, first: int, last: int) -> frozenset[str]:
        """Stems of the content words near tokens ``[first, last)``, these themselves left out."""
        places, stems = self._content
        here, there = bisect_left(places, first), bisect_left(places, last)
        return frozenset(stems[max(0, here - _CONTEXT_WORDS) : here] + stems[there : there + _CONTEXT_WORDS])

    @cached_property
    def places(self) -> list[frozenset[str]]:
        """The stems between one break and the next."""
        edges = [-1, *self.breaks, len(self.tokens)]
        return [self._stems(first + 1, min(last, first + _LONGEST_PLACE)) for first, last in pairwise(edges)]

    @cached_property
    def breaks(self) -> list[int]:
        """Tokens that part one place of the sentence from the next."""
        parting = _PARTING_MARKS | self.language.grammar.conjunctions
        return [i for i, low in enumerate(self._lows) if low in parting]

    def is_break(self, i: int) -> bool:
        """Whether token ``i`` parts two places."""
        k = bisect_left(self.breaks, i)
        return k < len(self.breaks) and self.breaks[k] == i

    def place(self, first: int, last: int) -> frozenset[str]:
        """Stems of the words between the breaks around tokens ``[first, last)``, these left out."""
        k = bisect_left(self.breaks, first)
        start = self.breaks[k - 1] + 1 if k else 0
        k = bisect_left(self.breaks, last)
        end = self.breaks[k] if k < len(self.breaks) else len(self.tokens)
        return self._stems(start, min(first, start + _LONGEST_PLACE)) | self._stems(
            last, min(end, last + _LONGEST_PLACE)
        )

    def beside(self, first: int, last: int) -> tuple[str, str]:
        """The stems of the nearest words that carry meaning, before and after tokens ``[first, last)``."""
        places, stems = self._content
        here, there = bisect_left(places, first), bisect_left(places, last)
        return (stems[here - 1] if here else "^", stems[there] if there < len(stems) else "$")

    def _stems(self, first: int, last: int) -> frozenset[str]:
        places, stems = self._content
        return frozenset(stems[bisect_left(places, first) : bisect_left(places, last)])

    def term(self, draft: SentenceTerm, text: str) -> Term:
        """The draft with its exact place in the text."""
        start, end = self.tokens[draft.first].start, self.tokens[draft.last - 1].end
        return Term(
            kind=draft.kind,
            value=draft.value,
            text=text[start:end],
            start=start,
            end=end,
            amount=draft.amount,
            unit=draft.unit,
            nouns=draft.nouns,
            per=draft.per,
            context=self.context(draft.first, draft.last),
            place=self.place(draft.first, draft.last),
            beside=self.beside(draft.first, draft.last),
            strength=draft.strength,
            trigger=draft.trigger,
            weak=draft.weak,
            denied=draft.denied,
        )
