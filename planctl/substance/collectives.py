"""Parties that stand where the other side has all of them: "the parties", "both sides", "neither party"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from planctl.substance.drafts import SentenceTerm
from planctl.substance.pairing import Leftover, Pair, always, in_place, join, one_group
from planctl.substance.reading import Reading
from planctl.substance.terms import Term

_ALL, _OTHER = "all", "other"
"""The latter is said of one party from the place of its counterpart: the other side."""

Exchange = tuple[list[Pair], frozenset[str]]
"""Parties and words for all of them that stand in each other's place, and the parties among them."""


class _Stand:
    """A name, or words for all, with the words on either side of it. No tuple: these take long to define."""

    __slots__ = ("after", "before", "joined", "owns", "term")

    def __init__(self, term: Term, before: str, after: str, *, owns: bool, joined: bool) -> None:
        """Take the term, whether it owns what follows, and whether "and" joins it to another."""
        self.term, self.before, self.after = term, before, after
        self.owns, self.joined = owns, joined


def exchanged_with_all(named: Leftover, sides: tuple[Reading, Reading]) -> Exchange:
    """Parties that stand where the other side has "the parties", "both sides", and the other way round."""
    whole = Leftover(*(_collectives(side) for side in sides))
    _, rest = join(whole, lambda term: term.value, in_place)
    if not any(term.value == _ALL for side in rest for term in side):
        return [], frozenset()
    _, alone = join(named, lambda term: term.value, always)
    pairs = _in_the_place_of(rest, alone, sides, of_other=False)
    more = _in_the_place_of(rest, alone, sides, of_other=True) if pairs else []
    exchanged_values = frozenset(term.value for pair in (*pairs, *more) for term in pair)
    return pairs, exchanged_values - {_ALL, _OTHER}


def _collectives(side: Reading) -> list[Term]:
    """Words for all the parties, and for the other one of two."""
    language = side.language
    if not language.is_complete:
        return []
    heads, collectives = language.grammar.collectives.heads, []
    for sentence in side.sentences:
        for i, token in enumerate(sentence.tokens):
            phrase = language.grammar.collectives.at(sentence.tokens, i) if token.low in heads else None
            if phrase:
                draft = SentenceTerm("party", phrase.meaning, i, phrase.last)
                collectives.append(sentence.term(draft, side.text))
    return collectives


def _in_the_place_of(
    words: Leftover, parties: Leftover, sides: tuple[Reading, Reading], *, of_other: bool
) -> list[Pair]:
    """Pairs of a party and words for all, each on its side."""
    wanted = [[term for term in side if (term.value == _OTHER) == of_other] for side in words]
    names = [{term.start for term in side.terms if term.kind == "party"} for side in sides]
    stands = [{term: _stand(term, sides[k], names[k]) for term in (*wanted[k], *parties[k])} for k in (0, 1)]

    def score(old: Term, new: Term) -> float:
        return _same_stand(stands[0][old], stands[1][new])

    there, _ = join(Leftover(wanted[0], parties.new), one_group, score)
    back, _ = join(Leftover(parties.old, wanted[1]), one_group, score)
    return [*there, *back]


def _stand(term: Term, side: Reading, names: Collection[int]) -> _Stand:
    """What stands around a term; ``names`` are the places where parties are named."""
    sentence = side.sentence(term.start)
    first, last = (bisect_left(sentence.starts, place) for place in (term.start, term.end))
    language = sentence.language
    if not language.is_complete:
        return _Stand(term, "", "", owns=False, joined=False)
    first -= sentence.low(first - 1) in language.grammar.the
    before, after = sentence.low(first - 1), sentence.low(last)
    joints = language.grammar.conjunctions | language.grammar.alternatives | {","}
    follows = any(0 <= j < len(sentence.tokens) and sentence.starts[j] in names for j in (last + 1, last + 2))
    precedes = any(0 <= j < first and sentence.starts[j] in names for j in (first - 2, first - 3))
    return _Stand(
        term,
        "" if sentence.is_break(first - 1) else before,
        language.stem(after),
        owns=sentence.low(last - 1).endswith(language.grammar.genitives),
        joined=(after in joints and follows) or (before in joints and precedes),
    )


def _same_stand(old: _Stand, new: _Stand) -> float:
    beside = (old.before == new.before) + (old.after == new.after)
    if not beside or old.owns != new.owns or old.joined or new.joined:
        return 0
    near = in_place(old.term, new.term)
    return near and near + beside
