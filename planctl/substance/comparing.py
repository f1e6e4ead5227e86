"""How the substance of two texts differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from planctl.substance import references
from planctl.substance.bracketing import bracketed
from planctl.substance.collectives import Exchange, exchanged_with_all
from planctl.substance.deadlines import CONDITION
from planctl.substance.denials import negations
from planctl.substance.differences import Difference, Spots, between, kind_of, unpaired
from planctl.substance.equivalents import without_equivalents
from planctl.substance.exchanges import moved, swapped, whole_place
from planctl.substance.flat import Opposed
from planctl.substance.language import Language
from planctl.substance.listing import lists
from planctl.substance.obligations import BINDING, DECIDES_THAT, DECIDES_TO
from planctl.substance.pairing import Leftover, Pair, alike, always, in_place, join, one_group, strong
from planctl.substance.pairing.values import equal, is_range, overlap, sized, value_differences
from planctl.substance.parties import Parties, PartyNames, spelled
from planctl.substance.reading import Reading, read_in, spoken
from planctl.substance.roles import Clause, clauses, exchanged
from planctl.substance.swaps import swaps
from planctl.substance.terms import Kind, Term
from planctl.substance.wording import in_full

_SIZED = frozenset(("figure", "money", "percentage", "share", "ratio", "duration"))
_NEAR = 0.25  # overlap of contexts from which two figures may be counterparts
_FAMILIES: tuple[tuple[Kind, ...], ...] = (
    ("figure",),
    ("money",),
    ("percentage", "share", "ratio"),
    ("duration", "deadline", "date"),
    ("frequency",),
    ("obligation",),
    ("negation",),
    ("qualifier",),
    ("party",),
)
_FAMILY = {kind: family[0] for family in _FAMILIES for kind in family}
_SAME_PLACE = 0.5  # overlap from which two terms may stand in each other's place
_MUCH_THE_SAME = 0.34  # the same, where the terms are of one sort
_FUTURE = 5  # "will", "is to": where the other side has the plain present, hardly a change
_MOST_SEARCHED = 500  # obligations of the other side that are looked through for each one left over


def compare(  # noqa: PLR0913 - all but the texts are optional
    old: str,
    new: str,
    names: PartyNames | Parties = (),
    *,
    points: tuple[references.Points, references.Points] | None = None,
    changed: Iterable[references.Changed] | None = None,
    language: str | None = None,
) -> tuple[Difference, ...]:
    """The differences of substance between two wordings of the same provision.

    A value written otherwise (600,000 and six hundred thousand) is no difference. Counterparts are
    reported as one difference old -> new, the rest as dropped or added, by kind and then by place.
    Comparing a text with itself gives nothing; swapping the sides swaps old and new. Never raises.

    ``points`` tell for either side which of its own points a number stands for: all about them, or a name for
    each number that both sides share. Then "point 7" and "point 5" are the same if they name the same
    point, and "point 7" on both sides differs if they do not. Numbers that are not given are compared as
    numbers. Whoever has compared the references already gives what differs as ``changed`` instead.
    ``names`` map parties to their names, or list names; whoever compares many texts of one plan gives them as
    ``Parties``.

    ``language`` (BCP 47) is that of both texts if it is known: a short text may not tell. Of one that planctl
    does not know only digits, signs of money, percentages, names and brackets are read.
    """
    words = spoken((old, new), language)
    spellings = spelled(names)
    whole = (read_in(old, spellings, words), read_in(new, spellings, words))
    sides, opposed = without_equivalents(whole), Opposed(*whole)
    differences: list[Difference] = []
    for kind, rest in _by_family(sides):
        differences += sorted(_differences(kind, rest, sides), key=_place)
    differences += references.rows(old, new, points) if changed is None else map(references.row, changed)
    differences += sorted(_moved_denials(sides), key=_place)
    differences += sorted(_exchanged_roles(sides), key=_place)
    differences += sorted(swaps(opposed), key=_place)
    differences += sorted(_not_yet(lists(opposed), differences), key=_place)
    brackets = sorted(_not_said(bracketed(opposed), differences), key=_place)
    return (*_without_bare_bounds(differences), *brackets)


def _spots(differences: Sequence[Difference]) -> tuple[Spots, Spots]:
    return Spots([each.old_at for each in differences]), Spots([each.new_at for each in differences])


def _not_yet(rows: Iterable[Difference], reported: Sequence[Difference]) -> Iterator[Difference]:
    """Rows whose words no other row holds."""
    olds, news = _spots(reported)
    yield from (row for row in rows if not (olds.touches(row.old_at) or news.touches(row.new_at)))


def _without_bare_bounds(differences: Sequence[Difference]) -> list[Difference]:
    """Leaves out a bound whose number is reported as dropped or added itself."""
    alone = [each for each in differences if (each.old is None or each.new is None) and each.kind in _SIZED]
    ends = {(spot.start, k) for each in alone for k, spot in enumerate((each.old_at, each.new_at)) if spot}
    return [each for each in differences if not _is_bound_before(each, ends)]


def _is_bound_before(each: Difference, starts: set[tuple[int, int]]) -> bool:
    if each.kind != "qualifier" or (each.old is not None and each.new is not None):
        return False
    side, spot = (0, each.old_at) if each.old_at else (1, each.new_at)
    return spot is not None and any((spot.end + gap, side) in starts for gap in (0, 1))


def _not_said(brackets: Iterable[Difference], reported: Sequence[Difference]) -> Iterator[Difference]:
    """Brackets but those of which it is said already what happened: "25 -> [ ] years", "[800] -> [950]"."""
    olds, news = _spots(reported)
    for each in brackets:
        if each.old_at and each.new_at:
            is_said = not set(olds.touching(each.old_at)).isdisjoint(news.touching(each.new_at))
        else:
            is_blank = not any(map(str.isalnum, each.old or each.new or ""))
            is_said = is_blank and (olds.touches(each.old_at) or news.touches(each.new_at))
        if not is_said:
            yield each


def _by_family(sides: tuple[Reading, Reading]) -> Iterator[tuple[Kind, Leftover]]:
    """The terms of either side that may be counterparts, with the first of their kinds; no references."""
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
        return in_full(_obligations(rest), sides)
    if kind == "qualifier":
        return in_full(_qualifiers(rest), sides)
    if kind == "party":
        return _parties(rest, exchanged_with_all(rest, sides))
    if kind in {"figure", "money", "percentage", "frequency"}:
        stems = [_all_stems(side) for side in sides]
        return value_differences(rest, stems, names_nouns=bool(sides[0].language.code))
    return _COMPARERS[kind](rest)


def _all_stems(side: Reading) -> frozenset[str]:
    return frozenset(stem for sentence in side.sentences for stem in sentence.stems())


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
    old_ids, new_ids = ({term.value for term in side} for side in parties)
    if not language.is_complete or len(old_ids & new_ids) <= 1:
        return
    old, new = (list(_clauses(side, language, named)) for side, named in zip(sides, parties, strict=True))
    yield from exchanged(old, new, (sides[0].text, sides[1].text))


def _clauses(side: Reading, language: Language, parties: Sequence[Term]) -> Iterator[Clause]:
    """The clauses in which parties have roles."""
    starts = [term.start for term in parties]
    for sentence in side.sentences:
        first, last = (bisect_left(starts, place) for place in (sentence.start, sentence.end))
        if first < last:
            yield from clauses(sentence, language, parties[first:last])


def _place(difference: Difference) -> tuple[int, int]:
    spots = [spot for spot in (difference.old_at, difference.new_at) if spot]
    return min(spot.start for spot in spots), max(spot.start for spot in spots)


def _near_if_weak(old: Term, new: Term) -> float:
    return _near(old, new) if old.weak or new.weak else always(old, new)


def _times(rest: Leftover) -> Iterator[Difference]:
    """Durations, deadlines and dates; a date may take the place of a deadline."""
    same, rest = join(rest, lambda term: term.value, always)
    yield from swapped(same)
    _, rest = join(rest, one_group, _equal)
    yield from (between("deadline", *pair) for pair in same if _turned(*pair))
    pairs, rest = join(rest, lambda term: (term.kind == "date", term.unit == CONDITION), _unless_conditions)
    more, rest = join(rest, lambda term: term.unit == CONDITION, _unless_conditions)
    _, rest = join(rest, lambda term: term.unit == CONDITION, _same_condition)
    last, rest = join(rest, one_group, _for_condition)
    for old, new in (*pairs, *more, *last):
        whole = old.kind != new.kind or is_range(old) or is_range(new)
        yield between(kind_of(old, new), old, new, sized(old, new), in_full=whole)
    yield from unpaired(rest)


def _equal(old: Term, new: Term) -> float:
    return always(old, new) if equal(old, new) else 0


def _unless_conditions(old: Term, new: Term) -> float:
    if old.unit == CONDITION or not _may_stand_for(old, new):
        return 0
    return _near(old, new) if _in_its_place(old, new, _MUCH_THE_SAME) else 0


def _may_stand_for(old: Term, new: Term) -> bool:
    """A day for a deadline, not for a length of time or a man's age."""
    return (old.kind == "date") == (new.kind == "date") or "deadline" in {old.kind, new.kind}


def _same_condition(old: Term, new: Term) -> float:
    """``once it is paid``, ``when it has been paid``: conditions of time that share a word."""
    if old.unit != CONDITION:
        return 0
    if old.trigger is None or new.trigger is None:
        return 0
    return len(old.trigger.events & new.trigger.events) and 1 + alike(old, new)


def _for_condition(old: Term, new: Term) -> float:
    """A condition of time takes the place of a deadline that is reported anyway, not of another condition."""
    if old.weak and new.weak:
        return 0
    return _near(old, new) if _in_its_place(old, new, _SAME_PLACE) else 0


def _in_its_place(old: Term, new: Term, least: float) -> bool:
    """Whether the words between the nearest marks, or those on either side, are the same."""
    return overlap(old.place, new.place) >= least or any(map(str.__eq__, old.beside, new.beside))


def _turned(old: Term, new: Term) -> bool:
    """The same day with another sense: by 1 May, from 1 May."""
    return old.kind == "date" and bool(old.unit and new.unit) and old.unit != new.unit


def _obligations(whole: Leftover) -> Iterator[Difference]:
    """Changes of strength; where only one side is denied, that is reported as a negation."""
    _, rest = join(whole, lambda term: (term.value, term.unit), always)
    pairs, rest = join(_without_settled(rest, whole), lambda term: term.unit, _same_verb)
    changed = [pair for pair in pairs if pair.old.value != pair.new.value]
    _, rest = join(rest, lambda term: term.value, _alike_if_weak)
    more, rest = join(_not_shared(strong(rest), whole), one_group, _near)
    yield from (_strength(pair) for pair in (*changed, *more) if pair.old.denied == pair.new.denied)
    firm = ([term for term in side if term.strength != _FUTURE and not term.denied] for side in rest)
    yield from unpaired(Leftover(*firm))


def _without_settled(rest: Leftover, whole: Leftover) -> Leftover:
    """Without decisions, and the "shall" of "decides that it shall end" where others decide to end it."""
    to, that = (
        [{term.unit for term in side if term.value == value} for side in whole]
        for value in (DECIDES_TO, DECIDES_THAT)
    )
    settled = (to[0] & that[1]) | (that[0] & to[1])
    return Leftover(*([term for term in side if not _is_settled(term, settled)] for side in rest))


def _is_settled(term: Term, settled: set[str]) -> bool:
    return term.value in {DECIDES_TO, DECIDES_THAT} or (term.strength == BINDING and term.unit in settled)


def _alike_if_weak(old: Term, new: Term) -> float:
    """A word that is too common to be reported by itself takes a counterpart only among the same words."""
    return in_place(old, new) if old.weak or new.weak else always(old, new)


def _same_verb(old: Term, new: Term) -> float:
    return 1 + alike(old, new) if old.unit else in_place(old, new)


def _not_shared(rest: Leftover, whole: Leftover) -> Leftover:
    """Without the words that another of the same strength stands for: "shall meet and [shall] report"."""
    return Leftover(
        [term for term in rest.old if not _governed(term, whole.new)],
        [term for term in rest.new if not _governed(term, whole.old)],
    )


def _governed(term: Term, duties: list[Term]) -> bool:
    return any(duty.value == term.value and term.unit in duty.context for duty in duties[:_MOST_SEARCHED])


def _near(old: Term, new: Term) -> float:
    near = alike(old, new)
    return near if near >= _NEAR else 0


def _strength(pair: Pair) -> Difference:
    return between("obligation", *pair, "weaker" if pair.new.strength < pair.old.strength else "stronger")


def _qualifiers(rest: Leftover) -> Iterator[Difference]:
    _, rest = join(rest, lambda term: (term.value, term.text.casefold()), _near_if_weak)
    _, rest = join(rest, lambda term: term.value, _near_if_weak)
    pairs, rest = join(rest, lambda term: term.unit, _near_if_weak)
    yield from (between("qualifier", *pair, in_full=pair.old.unit == "bound") for pair in pairs)
    yield from unpaired(rest)


def _parties(whole: Leftover, exchange: Exchange) -> Iterator[Difference]:
    """Parties that only one side names at all; one that stands where another stood is their counterpart."""
    exchanged_pairs, exchanged_values = exchange
    yield from (between("party", *pair) for pair in exchanged_pairs)
    whole = Leftover(*([term for term in side if term.value not in exchanged_values] for side in whole))
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
