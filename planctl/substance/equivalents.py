"""Words that mean together, or in another form, what the other side says in one.

"May not enter without consent" is "may enter only with consent", "if it is not renewed" is "unless it is
renewed", and what "is subject to inspection" is inspected. Such words are taken out of both sides before
these are compared; all else they differ in is still reported.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from planctl.substance.language import Language
from planctl.substance.pairing import alike
from planctl.substance.reading import Reading
from planctl.substance.terms import Term

_SAME_CLAUSE = 0.5
_ONLY, _CONDITION, _IF, _UNLESS, _EXCEPT = "only", "subject to", "if", "unless", "except"
_WANTED = frozenset((_ONLY, _UNLESS, _CONDITION))
_PLACES_TRIED = 300  # places of the other side that are looked through for each of so many words of one side
_MOST_BESIDE = 10  # denials and qualifiers of one sentence

_Sides = tuple[Reading, Reading]


class _Match(NamedTuple):
    """Terms of one side, and those of the other that mean the same."""

    one: tuple[Term, ...]
    other: tuple[Term, ...]

    @property
    def place(self) -> list[int]:
        """Where its words stand, whichever side they are on."""
        return sorted(term.start for term in (*self.one, *self.other))


class _Denials(NamedTuple):
    """What a sentence denies and the other side does not, with the sentence's qualifiers."""

    denied: list[Term]
    qualifiers: list[Term]


def without_equivalents(sides: _Sides) -> _Sides:
    """Both sides without what they say in different words of this kind."""
    language = sides[0].language
    if not language.is_complete:
        return sides
    there = list(_matches(sides[0], sides[1], language))
    back = [_Match(match.other, match.one) for match in _matches(sides[1], sides[0], language)]
    gone: tuple[set[Term], set[Term]] = (set(), set())
    for match in sorted((*there, *back), key=lambda match: match.place):
        if gone[0].isdisjoint(match.one) and gone[1].isdisjoint(match.other):
            gone[0].update(match.one)
            gone[1].update(match.other)
    return _without(sides[0], gone[0]), _without(sides[1], gone[1])


def _without(side: Reading, gone: set[Term]) -> Reading:
    return side._replace(terms=tuple(term for term in side.terms if term not in gone)) if gone else side


def _matches(here: Reading, there: Reading, language: Language) -> Iterator[_Match]:
    """What single words of ``here`` mean that ``there`` says otherwise."""
    surplus = _surplus(here, there)
    if not surplus:
        return
    denials = _new_denials(here, there)
    places = [place for sentence in there.sentences for place in sentence.places][:_PLACES_TRIED]
    conditions = [term for term in there.terms if term.kind == "qualifier" and term.value == _IF][
        :_PLACES_TRIED
    ]
    for term in surplus:
        if term.value == _ONLY or _is_only_if(term, language):
            yield from _denied_twice(term, denials, language)
            yield from _only_before_verb(term, there, conditions, language)
        elif term.value == _UNLESS:
            yield from _if_not(term, denials)
        elif term.value == _CONDITION:
            yield from _condition(term, places, conditions)


def _surplus(here: Reading, there: Reading) -> list[Term]:
    """Qualifiers of which one side has more; those too common to be reported are left out."""
    qualifiers, counterparts = (
        [t for t in side.terms if t.value in _WANTED and t.kind == "qualifier" and not t.weak]
        for side in (here, there)
    )
    more = Counter(term.value for term in qualifiers) - Counter(term.value for term in counterparts)
    return list(islice((term for term in qualifiers if more[term.value]), _PLACES_TRIED))


def _is_only_if(term: Term, language: Language) -> bool:
    return term.value == _CONDITION and term.text.lower().split()[0] in language.qualifiers.restricting


def _only_before_verb(
    term: Term, side: Reading, conditions: Sequence[Term], language: Language
) -> Iterator[_Match]:
    """``may only enter if`` for "may enter only if"."""
    if term.value == _ONLY:
        return
    duties = {each.end for each in side.terms if each.kind == "obligation"}
    for only in side.terms:
        restricts = only.kind == "qualifier" and only.text.lower() in language.qualifiers.restricting
        if not restricts or only.start - 1 not in duties:
            continue
        for condition in conditions:
            is_its = condition.start > only.start and side.sentence(only.start) is side.sentence(
                condition.start
            )
            if is_its and _close(term, condition):
                yield _Match((term,), (only, condition))
                break


def _new_denials(here: Reading, there: Reading) -> list[_Denials]:
    """What ``there`` denies and ``here`` does not, sentence by sentence."""
    units = {term.unit for term in here.terms if term.kind == "negation"}
    starts = [sentence.start for sentence in there.sentences]
    by_sentence: dict[int, _Denials] = defaultdict(lambda: _Denials([], []))
    for term in there.terms:
        sentence = bisect_right(starts, term.start)
        if term.kind == "qualifier":
            by_sentence[sentence].qualifiers.append(term)
        elif term.kind == "negation" and not term.weak and term.unit not in units:
            by_sentence[sentence].denied.append(term)
    few = (
        _Denials(*(terms[:_MOST_BESIDE] for terms in each)) for each in by_sentence.values() if each.denied
    )
    return list(islice(few, _PLACES_TRIED))


def _denied_twice(term: Term, sentences: Sequence[_Denials], language: Language) -> Iterator[_Match]:
    """``not ... except``, ``no ... without``."""
    for denied, qualifiers in sentences:
        lacking = [each for each in denied if each.text.lower().startswith(language.denials.lacking)]
        excepted = [each for each in qualifiers if each.value in {_EXCEPT, _UNLESS}]
        for denial in denied:
            for second in (*excepted, *lacking):
                if denial not in lacking and _close(term, denial, second):
                    yield _Match((term,), (denial, second))


def _if_not(term: Term, sentences: Sequence[_Denials]) -> Iterator[_Match]:
    """``if it is not renewed`` for "unless"."""
    for denied, qualifiers in sentences:
        for condition in qualifiers:
            for denial in denied:
                follows = condition.value == _IF and condition.start < denial.start
                if follows and _close(term, denial):
                    yield _Match((term,), (condition, denial))


def _condition(term: Term, places: Sequence[frozenset[str]], conditions: Sequence[Term]) -> Iterator[_Match]:
    """``provided that`` for "if"; ``is subject to inspection`` where the other side inspects."""
    if any(term.unit in place and _shared(term.place - {term.unit}, place) for place in places):
        yield _Match((term,), ())
    yield from (_Match((term,), (each,)) for each in conditions if _close(term, each))


def _shared(words: frozenset[str], place: frozenset[str]) -> bool:
    return len(words & place) >= _SAME_CLAUSE * min(len(words), len(place))


def _close(term: Term, *terms: Term) -> bool:
    return all(alike(term, each) >= _SAME_CLAUSE for each in terms)
