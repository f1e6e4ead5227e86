"""Denials that differ: what one side denies and the other does not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from planctl.substance.differences import Difference, between, unpaired
from planctl.substance.drafts import Sentence
from planctl.substance.pairing import Leftover, alike, always, in_place, join, strong
from planctl.substance.pairing.values import overlap
from planctl.substance.reading import Reading
from planctl.substance.terms import Term

_SAME_WORDS = 0.5  # overlap of the places of a denial and of what it denies
_PLACES_TRIED = 50  # places of the other side that are looked through for one denial
_Score = Callable[[Term, Term], float]


_Said = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""What a side says: the stems that it says outright, the verbs that bind there, and those that are denied."""


def negations(rest: Leftover, sides: tuple[Reading, Reading]) -> Iterator[Difference]:
    """Denials of the same verb or noun cancel, and those in other words of which neither is taken back."""
    _, rest = join(rest, lambda term: (term.value, term.unit), always)
    _, rest = join(rest, lambda term: term.value, _kindred)
    weak = Leftover(*([term for term in side if term.weak] for side in rest))
    rest = strong(rest)
    if all(rest):
        _, rest = join(rest, lambda term: term.value, _same_denial(*map(_said, sides)))
    yield from unpaired(rest)
    yield from (between("negation", term, None) for term in _taken_back(weak.old, sides[1]))
    yield from (between("negation", None, term) for term in _taken_back(weak.new, sides[0]))


def _taken_back(terms: Sequence[Term], side: Reading) -> Iterator[Term]:
    """``non-transferable`` against "transferable": the other side says outright what is denied here."""
    denials = [each for each in side.terms if each.kind == "negation"]
    units = {each.unit for each in denials}
    texts = sorted(each.text.casefold() for each in denials)
    wanted = [
        term
        for term in terms
        if term.unit and term.unit not in units and not _begins(texts, term.text.split()[0].casefold())
    ]
    places = _places_with({term.unit for term in wanted}, side) if wanted else {}
    for term in wanted:
        if any(
            overlap(term.place, place - {term.unit}) >= _SAME_WORDS for place in places.get(term.unit, ())
        ):
            yield term


def _begins(texts: Sequence[str], first: str) -> bool:
    """Whether any of some texts, which are in order, begins with that."""
    k = bisect_left(texts, first)
    return k < len(texts) and texts[k].startswith(first)


def _places_with(stems: Iterable[str], side: Reading) -> dict[str, list[frozenset[str]]]:
    """The first places of a side that have each of some stems."""
    places: dict[str, list[frozenset[str]]] = defaultdict(list)
    wanted = frozenset(stems)
    for sentence in side.sentences:
        for place in sentence.places:
            for stem in place & wanted:
                if len(places[stem]) < _PLACES_TRIED:
                    places[stem].append(place)
    return places


def _kindred(old: Term, new: Term) -> float:
    """``non-use`` and ``not used``, ``unarmed`` and ``not armed``: the verb in another form."""
    short, long = sorted((old.unit, new.unit), key=len)
    return 1 + alike(old, new) if (old.weak or new.weak) and short and long.startswith(short) else 0


def _said(side: Reading) -> _Said:
    denials = [term for term in side.terms if term.kind == "negation"]
    starts = [term.start for term in denials]
    stems: Counter[str] = Counter()
    for sentence in side.sentences:
        at = bisect_left(starts, sentence.start)
        denied = at < len(starts) and starts[at] < sentence.end
        stems.update(_outright(sentence, starts[at]) if denied else sentence.stems())
    stems.subtract(term.unit for term in denials)
    binding = [term for term in side.terms if term.kind == "obligation"]
    return (
        frozenset(stem for stem, count in stems.items() if count > 0),
        frozenset(term.unit for term in binding if term.unit and not term.denied),
        frozenset(term.unit for term in binding if term.denied),
    )


def _outright(sentence: Sentence, denied: int) -> Sequence[str]:
    """The stems that a denial does not reach: in "not join, hold or build" it reaches all that follow."""
    first = bisect_left(sentence.starts, denied)
    alternatives = sentence.language.grammar.alternatives
    all_denied = any(token.low in alternatives for token in sentence.tokens[first:])
    return sentence.stems(first) if all_denied else sentence.stems()


def _same_denial(old: _Said, new: _Said) -> _Score:
    """Denied in the same words, or "no party attacks" and "the parties do not attack".

    Not so where what one side denies the other says outright elsewhere: "not join, hold", "join, not hold".
    """
    (old_stems, old_bound, old_denied), (new_stems, new_bound, new_denied) = old, new
    freed = (old_denied - new_denied) & new_bound, (new_denied - old_denied) & old_bound

    def score(before: Term, after: Term) -> float:
        here, there = before.unit in after.place, after.unit in before.place
        if here and there:
            return 1 + alike(before, after)
        if (before.unit in freed[0] and not here) or (after.unit in freed[1] and not there):
            return 0
        both = before.unit in new_stems and after.unit in old_stems
        return 0 if both and not (here or there) else in_place(before, after)

    return score
