"""Who does what to whom: the same words with the parties exchanged around the verb.

A party's role in a clause is its preposition, whose property something is, or subject or object, turned
round in the passive voice. Only an exact exchange of roles in a clause whose other words are the same is
reported; a converse verb (sells, buys) or a rewording hides it, and so it should.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from planctl.substance.differences import Difference, Spot
from planctl.substance.drafts import Sentence
from planctl.substance.language import Language
from planctl.substance.terms import Term
from planctl.substance.tokens import stem

_PARTS = frozenset(",;:.()[]!?")
_JOINTS = frozenset(("and", "or", "nor", ",", "both", "&", "-", "/"))
_SUBJECT, _OBJECT = "subject", "object"


@dataclass(frozen=True)
class Clause:
    """A stretch without a mark inside: its words, and the parties in it with their roles."""

    start: int
    end: int
    words: frozenset[str]
    roles: frozenset[tuple[str, str]]  # party, role
    ends: tuple[tuple[str, int], ...]  # party, where its last mention ends


def clauses(sentence: Sentence, language: Language, parties: Sequence[Term]) -> Iterator[Clause]:
    """The clauses of a sentence that name a party; ``parties`` are all mentions of the text, in order."""
    starts = [term.start for term in parties]
    first = 0
    for i in range(len(sentence.tokens) + 1):
        if i == len(sentence.tokens) or _parts(sentence, i, parties, starts):
            if i > first:
                clause = _clause(sentence, language, first, i, parties, starts)
                if clause:
                    yield clause
            first = i + 1


def _mention(parties: Sequence[Term], starts: Sequence[int], at: int) -> Term | None:
    """The mention that covers the character ``at``."""
    k = bisect_right(starts, at) - 1
    return parties[k] if k >= 0 and parties[k].end > at else None


def _parts(sentence: Sentence, i: int, parties: Sequence[Term], starts: Sequence[int]) -> bool:
    """Whether token ``i`` ends a clause: a mark, or "and" before a new subject; never inside a list of parties."""
    low = sentence.low(i)
    if low not in _PARTS and low not in {"and", "but", "while"}:
        return False
    before = i > 0 and _mention(parties, starts, sentence.tokens[i - 1].start)
    after = next((sentence.tokens[j] for j in (i + 1, i + 2) if sentence.is_content(j)), None)
    follows = after is not None and _mention(parties, starts, after.start)
    if before and (follows or sentence.low(i + 1) == "and"):
        return False
    return low in _PARTS or bool(follows)


def _clause(
    sentence: Sentence,
    language: Language,
    first: int,
    last: int,
    parties: Sequence[Term],
    starts: Sequence[int],
) -> Clause | None:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    inside = parties[bisect_left(starts, start) : bisect_left(starts, end)]
    if not inside:
        return None
    places = {term.start: term for term in inside}
    passive = _is_passive(sentence, language, first, last)
    roles: list[tuple[str, str]] = []
    words: list[str] = []
    seen, role = False, ""
    i = first
    while i < last:
        term = places.get(sentence.tokens[i].start)
        if term is None:
            words += [_word(sentence, i)] if sentence.is_content(i) or sentence.sort(i) == "number" else []
            i += 1
            continue
        role = _role(sentence, language, i, first, role, seen=seen, passive=passive, text=term.text)
        roles.append((term.value, role))
        seen = True
        while i < last and sentence.tokens[i].start < term.end:
            i += 1
    ends = tuple({term.value: term.end for term in inside}.items())
    return Clause(start, end, frozenset(words), frozenset(roles), ends)


def _word(sentence: Sentence, i: int) -> str:
    low = sentence.low(i)
    return low if sentence.sort(i) == "number" else stem(low)


def _is_passive(sentence: Sentence, language: Language, first: int, last: int) -> bool:
    for i in range(first, last):
        if sentence.low(i) in language.auxiliaries:
            following = [sentence.low(j) for j in range(i + 1, min(i + 4, last))]
            if any(low.endswith("ed") or low in language.irregular for low in following):
                return True
    return False


def _role(
    sentence: Sentence,
    language: Language,
    i: int,
    first: int,
    before: str,
    *,
    seen: bool,
    passive: bool,
    text: str,
) -> str:
    """Role of the mention at token ``i``; in "A and B" the second has the role of the first."""
    j = i - 1
    while j >= first and sentence.low(j) in language.articles | {"the"}:
        j -= 1
    if seen and sentence.low(j) in _JOINTS and before:
        return before
    if sentence.low(i).endswith(("'s", "s'")) or text.endswith(("'s", "’s")):
        return f"of {_next_content(sentence, i)}"
    preposition = sentence.low(j) if j >= first else ""
    if preposition == "of":
        return f"of {stem(sentence.low(j - 1))}"
    if preposition == "by" and passive:
        return _SUBJECT
    if preposition in language.prepositions:
        return preposition
    if not seen:
        return _OBJECT if passive else _SUBJECT
    return _OBJECT


def _next_content(sentence: Sentence, i: int) -> str:
    return next((stem(sentence.low(j)) for j in range(i + 1, i + 5) if sentence.is_content(j)), "")


def exchanged(old: Sequence[Clause], new: Sequence[Clause], texts: tuple[str, str]) -> Iterator[Difference]:
    """Clauses with the same words in which parties have changed places."""
    told: set[frozenset[str]] = set()
    same_parties = _named(old) == _named(new)
    for before, after in _same_words(old, new):
        swap = _swap(before, after) or (_replaced(before, after) if same_parties else None)
        if swap is None or swap in told:
            continue
        told.add(swap)
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
    return {party: frozenset(found) for party, found in roles.items()}


def _swap(before: Clause, after: Clause) -> frozenset[str] | None:
    """Two parties that have exchanged their roles exactly."""
    old, new = _roles_of(before), _roles_of(after)
    for one, other in combinations(sorted(old.keys() & new.keys()), 2):
        if old[one] == new[other] and old[other] == new[one] and old[one] != old[other]:
            return frozenset((one, other))
    return None


def _replaced(before: Clause, after: Clause) -> frozenset[str] | None:
    """One party that stands where another stood, nothing else changed."""
    gone, come = before.roles - after.roles, after.roles - before.roles
    if len(gone) == len(come) == 1:
        (one, was), (other, now) = *gone, *come
        if was == now and one != other:
            return frozenset((one, other))
    return None


def _difference(before: Clause, after: Clause, swap: frozenset[str], texts: tuple[str, str]) -> Difference:
    spots = []
    for clause in (before, after):
        ends = [end for party, end in clause.ends if party in swap]
        end = max(ends) if len(ends) > 1 else clause.end
        spots.append(Spot(clause.start, end))
    old, new = (text[spot.start : spot.end] for text, spot in zip(texts, spots, strict=True))
    return Difference("roles", old, new, "roles swapped", *spots)
