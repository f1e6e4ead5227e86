"""How the substance of two texts differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from planctl.substance import references
from planctl.substance.collectives import Exchange, exchanged_with_all
from planctl.substance.deadlines import CONDITION
from planctl.substance.denials import negations
from planctl.substance.differences import Difference, Spot, between, growth, kind_of, unpaired
from planctl.substance.equivalents import without_equivalents
from planctl.substance.exchanges import moved, swapped, whole_place
from planctl.substance.language import Language
from planctl.substance.modality import BINDING, DECIDES_THAT, DECIDES_TO
from planctl.substance.pairing import Leftover, Pair, alike, always, in_place, join, one_group, strong
from planctl.substance.parties import Names, spelled
from planctl.substance.passages import bracketed
from planctl.substance.reading import Reading, language_of, read_in
from planctl.substance.roles import Clause, clauses, exchanged
from planctl.substance.terms import Kind, Term
from planctl.substance.wording import in_full

_NEAR = 0.25  # overlap of contexts from which two figures may be counterparts
_FAMILIES: tuple[tuple[Kind, ...], ...] = (
    ("figure",),
    ("money",),
    ("percentage", "share", "ratio"),
    ("duration", "deadline", "date"),
    ("obligation",),
    ("negation",),
    ("qualifier",),
    ("party",),
)
_FAMILY = {kind: family[0] for family in _FAMILIES for kind in family}
_FUTURE = "5"  # "will", "is to": where the other side has the plain present, hardly a change
_MOST_SEARCHED = 500  # obligations of the other side that are looked through for each one left over
_ROUNDING = 0.01  # "33 %" is one third: percentages are rounded to whole ones


def compare(
    old: str,
    new: str,
    names: Names = (),
    *,
    points: tuple[references.Points, references.Points] | None = None,
) -> tuple[Difference, ...]:
    """The differences of substance between two wordings of the same provision.

    A value written otherwise (600,000 and six hundred thousand) is no difference. Counterparts are
    reported as one difference old -> new, the rest as dropped or added, by kind and then by place.
    Comparing a text with itself gives nothing; swapping the sides swaps old and new. Never raises.

    ``points`` tell for either side which of its own points a number stands for: all about them, or a name for
    each number that both sides share. Then "point 7" and "point 5" are the same if they name the same
    point, and "point 7" on both sides differs if they do not. Numbers that are not given are compared as
    numbers.
    """
    language = language_of(old, new)
    spellings = spelled(names)
    sides = without_equivalents((read_in(old, spellings, language), read_in(new, spellings, language)))
    found: list[Difference] = []
    for kind, rest in _by_family(sides):
        found += sorted(_differences(kind, rest, sides), key=_place)
    found += references.rows(old, new, points)
    found += sorted(_moved_denials(sides), key=_place)
    found += sorted(_exchanged_roles(sides), key=_place)
    brackets = (each for each in bracketed(old, new) if not _is_blank_of(each, found))
    return (*found, *sorted(brackets, key=_place))


def _is_blank_of(bracket: Difference, found: Sequence[Difference]) -> bool:
    """Whether an empty bracket is told already: "25 -> [ ] years"."""
    if any(map(str.isalnum, bracket.old or bracket.new or "")):
        return False
    return any(_holds(each.old_at, bracket.old_at) or _holds(each.new_at, bracket.new_at) for each in found)


def _holds(outer: Spot | None, inner: Spot | None) -> bool:
    if outer is None or inner is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _by_family(sides: tuple[Reading, Reading]) -> Iterator[tuple[Kind, Leftover]]:
    """The terms of either side that may be counterparts, with the first of their kinds."""
    families: dict[Kind, Leftover] = {family[0]: Leftover([], []) for family in _FAMILIES}
    for k, side in enumerate(sides):
        for term in side.terms:
            if term.kind != "reference":
                families[_FAMILY[term.kind]][k].append(term)
    yield from ((kind, rest) for kind, rest in families.items() if rest.old or rest.new)


def _differences(kind: Kind, rest: Leftover, sides: tuple[Reading, Reading]) -> Iterator[Difference]:
    if kind == "negation":
        return negations(rest, sides)
    if kind == "obligation":
        return (in_full(each, sides) for each in _obligations(rest))
    if kind == "qualifier":
        return (in_full(each, sides) for each in _qualifiers(rest))
    if kind == "party":
        return _parties(rest, exchanged_with_all(rest, sides))
    return _COMPARERS.get(kind, _values)(rest)


def _moved_denials(sides: tuple[Reading, Reading]) -> Iterator[Difference]:
    """Denials that left one place for another: "not north" for "not south"."""
    denials = [[t for t in side.terms if t.kind == "negation" and not t.weak] for side in sides]
    if not all(denials):
        return
    same, _ = join(Leftover(*denials), lambda term: term.unit, always)
    places = [{place for sentence in side.sentences for place in sentence.places} for side in sides]
    denied = [{whole_place(term) for term in side} for side in denials]
    yield from moved(same, [every - those for every, those in zip(places, denied, strict=True)])


def _exchanged_roles(sides: tuple[Reading, Reading]) -> Iterator[Difference]:
    """Parties that have exchanged their roles; takes two parties that both sides name."""
    language = sides[0].language
    parties = [[term for term in side.terms if term.kind == "party"] for side in sides]
    one, other = ({term.value for term in side} for side in parties)
    if language is None or len(one & other) <= 1:
        return
    old, new = (list(_clauses(side, language, named)) for side, named in zip(sides, parties, strict=True))
    yield from exchanged(old, new, (sides[0].text, sides[1].text))


def _clauses(side: Reading, language: Language, parties: Sequence[Term]) -> Iterator[Clause]:
    """The clauses in which parties have roles."""
    starts = [term.start for term in parties]
    for sentence in side.sentences:
        first, last = (bisect_left(starts, place) for place in (sentence.start, sentence.end))
        yield from clauses(sentence, language, parties[first:last])


def _place(difference: Difference) -> tuple[int, int]:
    spots = [spot for spot in (difference.old_at, difference.new_at) if spot]
    return min(spot.start for spot in spots), max(spot.start for spot in spots)


def _near_if_weak(one: Term, other: Term) -> float:
    return _near(one, other) if one.weak or other.weak else always(one, other)


def _values(rest: Leftover) -> Iterator[Difference]:
    """Terms with a size: equal values cancel, the rest pair by what they count and the words around."""
    same, rest = join(rest, lambda term: (term.value, term.unit), always)
    more, rest = join(rest, one_group, _equal)
    yield from swapped([*same, *more])
    pairs, rest = join(rest, one_group, _counterpart)
    for pair in pairs:
        yield between(kind_of(*pair), *pair, growth(pair.old.size, pair.new.size))
    yield from unpaired(rest)


def _equal(one: Term, other: Term) -> float:
    """Whether two terms mean the same amount although written otherwise, or rounded."""
    if one.size is None or other.size is None:
        return 0
    if one.kind == other.kind and one.value == other.value:
        return 1 + alike(one, other)
    shares = one.kind != other.kind and {one.kind, other.kind} <= {"percentage", "share", "ratio"}
    return 1 + alike(one, other) if shares and abs(one.size - other.size) < _ROUNDING else 0


def _counterpart(one: Term, other: Term) -> float:
    near = alike(one, other)
    same_unit = one.unit == other.unit
    counted = same_unit and bool(one.unit) and one.kind == "figure"
    if near < _NEAR and not counted:
        return 0
    return near + same_unit + (one.kind == other.kind) / 2 + 0.01


def _times(rest: Leftover) -> Iterator[Difference]:
    """Durations, deadlines and dates; a date may take the place of a deadline."""
    same, rest = join(rest, lambda term: term.value, always)
    yield from swapped(same)
    yield from (between("deadline", *pair) for pair in same if _turned(*pair))
    pairs, rest = join(rest, lambda term: (term.kind == "date", term.unit == CONDITION), _unless_conditions)
    more, rest = join(rest, lambda term: term.unit == CONDITION, _unless_conditions)
    _, rest = join(rest, lambda term: term.unit == CONDITION, _same_condition)
    last, rest = join(rest, one_group, _for_condition)
    for old, new in (*pairs, *more, *last):
        yield between(kind_of(old, new), old, new, growth(old.size, new.size) if old.unit == new.unit else "")
    yield from unpaired(rest)


def _unless_conditions(one: Term, other: Term) -> float:
    return 0 if one.unit == CONDITION else _near(one, other)


def _same_condition(one: Term, other: Term) -> float:
    """``once it is paid``, ``when it has been paid``: conditions of time that share a word."""
    if one.unit != CONDITION:
        return 0
    words = (set(term.value.partition(":")[2].split()) for term in (one, other))
    return len(set.intersection(*words)) and 1 + alike(one, other)


def _for_condition(one: Term, other: Term) -> float:
    """A condition of time takes the place of a deadline that is told anyway, not of another condition."""
    return 0 if one.weak and other.weak else _near(one, other)


def _turned(old: Term, new: Term) -> bool:
    """The same day with another sense: by 1 May, from 1 May."""
    return old.kind == "date" and bool(old.unit and new.unit) and old.unit != new.unit


def _obligations(whole: Leftover) -> Iterator[Difference]:
    """Changes of strength; where only one side is denied, that is told as a negation."""
    _, rest = join(whole, lambda term: (term.value, term.unit), always)
    pairs, rest = join(_without_settled(rest, whole), lambda term: term.unit, _same_verb)
    changed = [pair for pair in pairs if pair.old.value != pair.new.value]
    _, rest = join(rest, lambda term: term.value, _alike_if_weak)
    more, rest = join(_not_shared(strong(rest), whole), one_group, _near)
    yield from (_strength(pair) for pair in (*changed, *more) if pair.old.denied == pair.new.denied)
    told = ([term for term in side if term.value != _FUTURE and not term.denied] for side in rest)
    yield from unpaired(Leftover(*told))


def _without_settled(rest: Leftover, whole: Leftover) -> Leftover:
    """Without decisions, and the "shall" of "decides that it shall end" where others decide to end it."""
    to, that = (
        [{term.unit for term in side if term.value == value} for side in whole]
        for value in (DECIDES_TO, DECIDES_THAT)
    )
    settled = (to[0] & that[1]) | (that[0] & to[1])
    return Leftover(*([term for term in side if not _is_settled(term, settled)] for side in rest))


def _is_settled(term: Term, settled: set[str]) -> bool:
    return term.value in {DECIDES_TO, DECIDES_THAT} or (term.value == BINDING and term.unit in settled)


def _alike_if_weak(one: Term, other: Term) -> float:
    """A word that is too common to be told by itself takes a counterpart only among the same words."""
    return in_place(one, other) if one.weak or other.weak else always(one, other)


def _same_verb(one: Term, other: Term) -> float:
    return 1 + alike(one, other) if one.unit else in_place(one, other)


def _not_shared(rest: Leftover, whole: Leftover) -> Leftover:
    """Without the words that another of the same strength stands for: "shall meet and [shall] report"."""
    return Leftover(
        [term for term in rest.old if not _governed(term, whole.new)],
        [term for term in rest.new if not _governed(term, whole.old)],
    )


def _governed(term: Term, others: list[Term]) -> bool:
    return any(other.value == term.value and term.unit in other.context for other in others[:_MOST_SEARCHED])


def _near(one: Term, other: Term) -> float:
    near = alike(one, other)
    return near if near >= _NEAR else 0


def _strength(pair: Pair) -> Difference:
    return between("obligation", *pair, "weaker" if pair.new.value < pair.old.value else "stronger")


def _qualifiers(rest: Leftover) -> Iterator[Difference]:
    _, rest = join(rest, lambda term: term.value, _near_if_weak)
    pairs, rest = join(rest, lambda term: term.unit, _near_if_weak)
    yield from (between("qualifier", *pair) for pair in pairs)
    yield from unpaired(rest)


def _parties(whole: Leftover, exchange: Exchange) -> Iterator[Difference]:
    """Parties that only one side names at all; one that stands where another stood is their counterpart."""
    exchanged_pairs, told = exchange
    yield from (between("party", *pair) for pair in exchanged_pairs)
    whole = Leftover(*([term for term in side if term.value not in told] for side in whole))
    present = [{term.value for term in side} for side in whole]
    first = [{term.value: term for term in reversed(side)} for side in whole]
    rest = Leftover(
        [first[0][party] for party in sorted(present[0] - present[1])],
        [first[1][party] for party in sorted(present[1] - present[0])],
    )
    pairs, rest = join(rest, one_group, in_place)
    yield from (between("party", *pair) for pair in pairs)
    yield from unpaired(rest)


_COMPARERS: dict[Kind, Callable[[Leftover], Iterator[Difference]]] = {
    "duration": _times,
}
