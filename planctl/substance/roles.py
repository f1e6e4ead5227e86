"""Who does what to whom: the same words with the parties exchanged around the verb.

A party's role in a clause is its preposition, whose property something is, or subject or object, turned
round in the passive voice. Only an exact exchange of roles in a clause whose other words are the same is
reported; a converse verb (sells, buys) or a rewording hides it, and so it should.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.substance.differences import Difference, Spot
from planctl.substance.drafts import Sentence
from planctl.substance.language import Language
from planctl.substance.terms import Term

_PARTS = frozenset(",;:.()[]!?")
_JOINTS = frozenset((",", "&", "-", "/"))
_SUBJECT, _OBJECT = "subject", "object"


class Clause(NamedTuple):
    """A stretch without a mark inside: its words, and the parties in it with their roles."""

    start: int
    end: int
    words: frozenset[str]
    roles: frozenset[tuple[str, str]]  # party, role
    ends: tuple[tuple[str, int], ...]  # party, where its last mention ends


class _Scene(NamedTuple):
    """A sentence with its mentions of parties, in order, and where they start."""

    sentence: Sentence
    language: Language
    parties: Sequence[Term]
    starts: Sequence[int]

    def mention(self, i: int) -> Term | None:
        """The mention that covers token ``i``."""
        at = self.sentence.tokens[i].start
        k = bisect_right(self.starts, at) - 1
        return self.parties[k] if k >= 0 and self.parties[k].end > at else None

    def parts(self, i: int) -> bool:
        """Whether token ``i`` ends a clause: a mark, or "and" before a new subject, not in a list."""
        low = self.sentence.low(i)
        if low not in _PARTS and low not in self.language.grammar.conjunctions:
            return False
        before = i > 0 and self.mention(i - 1)
        after = next((j for j in (i + 1, i + 2) if self.sentence.is_content(j)), 0)
        follows = after and self.mention(after)
        if before and (follows or self.sentence.low(i + 1) in self.language.grammar.conjunctions):
            return False
        return low in _PARTS or bool(follows)

    def clause(self, first: int, last: int) -> Clause | None:
        """The clause of tokens ``[first, last)``, if it names a party."""
        start, end = self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end
        inside = self.parties[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        if not inside:
            return None
        spans = [
            (bisect_left(self.sentence.starts, t.start), bisect_left(self.sentence.starts, t.end))
            for t in inside
        ]
        named = {i for span in spans for i in range(*span)}
        words = frozenset(self._word(i) for i in range(first, last) if i not in named and self._counts(i))
        roles = frozenset(zip((term.value for term in inside), self._roles(first, last, spans), strict=True))
        return Clause(start, end, words, roles, tuple({term.value: term.end for term in inside}.items()))

    def _counts(self, i: int) -> bool:
        return self.sentence.is_content(i) or self.sentence.sort(i) == "number"

    def _word(self, i: int) -> str:
        low = self.sentence.low(i)
        return low if self.sentence.sort(i) == "number" else self.language.stem(low)

    def _roles(self, first: int, last: int, spans: Sequence[tuple[int, int]]) -> list[str]:
        """Role of each mention; in "A and B" the second has the role of the first."""
        passive = self._is_passive(first, last)
        roles: list[str] = []
        for start, end in spans:
            j = start - 1
            while (
                j >= first
                and self.sentence.low(j) in self.language.grammar.articles | self.language.grammar.the
            ):
                j -= 1
            if roles and self._joins(j):
                roles.append(roles[-1])
            else:
                before = j if j >= first else -1
                roles.append(self._marked(before, end, passive=passive) or self._bare(roles, passive=passive))
        return roles

    def _joins(self, i: int) -> bool:
        low = self.sentence.low(i)
        return low in _JOINTS or low in self.language.grammar.lists - self.language.grammar.prepositions

    def _marked(self, before: int, end: int, *, passive: bool) -> str:
        """A role that a preposition or the genitive marks."""
        if self.sentence.low(end - 1).endswith(self.language.grammar.genitives):
            return f"of {self._next_content(end)}"
        preposition = self.sentence.low(before)
        if preposition == self.language.grammar.of:
            return f"of {self.sentence.stem(before - 1)}"
        if preposition == self.language.grammar.by and passive:
            return _SUBJECT
        return preposition if preposition in self.language.grammar.prepositions else ""

    def _bare(self, roles: Sequence[str], *, passive: bool) -> str:
        return _OBJECT if roles or passive else _SUBJECT

    def _next_content(self, i: int) -> str:
        near = (j for j in range(i, i + 4) if self.sentence.is_content(j))
        return next((self.sentence.stem(j) for j in near), "")

    def _is_passive(self, first: int, last: int) -> bool:
        for i in range(first, last):
            if self.sentence.low(i) in self.language.grammar.auxiliaries:
                following = [self.sentence.low(j) for j in range(i + 1, min(i + 4, last))]
                if any(
                    low.endswith(self.language.grammar.participles) or low in self.language.grammar.irregular
                    for low in following
                ):
                    return True
        return False


def clauses(sentence: Sentence, language: Language, parties: Sequence[Term]) -> Iterator[Clause]:
    """The clauses of a sentence that name a party; ``parties`` are those it mentions."""
    scene = _Scene(sentence, language, parties, [term.start for term in parties])
    first = 0
    for i in range(len(sentence.tokens) + 1):
        if i == len(sentence.tokens) or scene.parts(i):
            clause = scene.clause(first, i) if i > first else None
            if clause:
                yield clause
            first = i + 1


def exchanged(old: Sequence[Clause], new: Sequence[Clause], texts: tuple[str, str]) -> Iterator[Difference]:
    """Clauses with the same words in which parties have changed places."""
    swaps: set[frozenset[str]] = set()
    same_parties = _named(old) == _named(new)
    for before, after in _same_words(old, new):
        swap = _swap(before, after) or (_replaced(before, after) if same_parties else None)
        if swap is None or swap in swaps:
            continue
        swaps.add(swap)
        yield _difference(before, after, swap, texts)


def _named(side: Sequence[Clause]) -> set[str]:
    return {party for clause in side for party, _ in clause.roles}


def _same_words(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Clauses with equal words, those with equal roles set aside first, the rest in order."""
    groups: dict[frozenset[str], tuple[list[Clause], list[Clause]]] = defaultdict(lambda: ([], []))
    for side, side_clauses in enumerate((old, new)):
        for clause in side_clauses:
            groups[clause.words][side].append(clause)
    for words, (olds, news) in groups.items():
        if words and olds and news:
            same = {clause.roles for clause in olds} & {clause.roles for clause in news}
            rest = [[clause for clause in side if clause.roles not in same] for side in (olds, news)]
            yield from zip(*rest, strict=False)


def _roles_of(clause: Clause) -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = defaultdict(set)
    for party, role in clause.roles:
        roles[party].add(role)
    return {party: frozenset(party_roles) for party, party_roles in roles.items()}


def _swap(before: Clause, after: Clause) -> frozenset[str] | None:
    """Two parties that have exchanged their roles exactly."""
    old, new = _roles_of(before), _roles_of(after)
    first: dict[tuple[frozenset[str], frozenset[str]], str] = {}
    for party in sorted(old.keys() & new.keys()):
        first.setdefault((old[party], new[party]), party)
    swaps = ((party, first.get((now, was))) for (was, now), party in first.items() if was != now)
    return next((frozenset((party, partner)) for party, partner in swaps if partner), None)


def _replaced(before: Clause, after: Clause) -> frozenset[str] | None:
    """One party that stands where another stood, nothing else changed."""
    gone, come = before.roles - after.roles, after.roles - before.roles
    if len(gone) == len(come) == 1:
        (old, was), (new, now) = *gone, *come
        if was == now and old != new:
            return frozenset((old, new))
    return None


def _difference(before: Clause, after: Clause, swap: frozenset[str], texts: tuple[str, str]) -> Difference:
    spots = []
    for clause in (before, after):
        ends = [end for party, end in clause.ends if party in swap]
        end = max(ends) if len(ends) > 1 else clause.end
        spots.append(Spot(clause.start, end))
    old, new = (text[spot.start : spot.end] for text, spot in zip(texts, spots, strict=True))
    return Difference("roles", old, new, "roles swapped", spots[0], spots[1])
