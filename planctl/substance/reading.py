"""Reading a text: all its terms of substance, each with its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.substance.clock import clock
from planctl.substance.dates import date
from planctl.substance.deadlines import CONDITION, deadline, open_deadline
from planctl.substance.drafts import Draft, Sentence
from planctl.substance.english import ENGLISH
from planctl.substance.language import Language
from planctl.substance.modality import bound, decision, negation, obligation, qualifier
from planctl.substance.parties import Names, Spellings, mentions, spelled
from planctl.substance.quantities import QUANTITY_HEADS, frequency, quantity
from planctl.substance.references import Reference, find
from planctl.substance.terms import Term
from planctl.substance.tokens import sentences, tokenize

_LONGEST_LABEL = 3  # digits: nobody numbers a thousand points
LANGUAGES = (ENGLISH,)


def language_of(*texts: str) -> Language | None:
    """The language all of the texts are written in; None if it is not one that planctl has words for."""
    for language in LANGUAGES:
        heard = [language.hears(text) for text in texts]
        if any(speaks for speaks, _ in heard) and all(may_speak for _, may_speak in heard):
            return language
    return None


def knows(*texts: str) -> bool:
    """Whether texts that are compared are in a language of which planctl has words.

    Of others it reads figures in digits, money, percentages, party names and brackets only.
    """
    return language_of(*texts) is not None


def read(text: str, names: Names = ()) -> tuple[Term, ...]:
    """Figures, money, dates, deadlines, obligations, negations, qualifiers, parties and references.

    ``names`` maps a party's id to its names, or lists names. In a language without a word list only
    numbers, money and percentages are read. Terms come in the order of their place. Any text can be
    read; the cost grows with its length.
    """
    return read_in(text, spelled(names), language_of(text)).terms


class Reading(NamedTuple):
    """A text that has been read: its sentences and its terms."""

    text: str
    language: Language | None
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]


def read_in(text: str, spellings: Spellings, language: Language | None) -> Reading:
    """Read a text whose language is known already."""
    parts = tuple(Sentence(tokens, language) for tokens in sentences(tokenize(text)))
    terms = _placed(parts, [*mentions(text, spellings), *_references(parts, find(text))])
    for sentence in parts:
        terms += [sentence.term(draft, text) for draft in _drafts(sentence)]
    return Reading(text, language, parts, tuple(sorted(terms, key=lambda term: (term.start, term.end))))


def _placed(parts: Sequence[Sentence], parties: Sequence[Term]) -> list[Term]:
    """Mentions of parties with the words around them."""
    starts = [sentence.tokens[0].start for sentence in parts]
    found = []
    for term in parties:
        sentence = parts[bisect_right(starts, term.start) - 1]
        first = bisect_left(sentence.starts, term.start)
        last = bisect_left(sentence.starts, term.end)
        found.append(term._replace(context=sentence.context(first, last)))
    return found


def _references(parts: Sequence[Sentence], found: Sequence[Reference]) -> Iterator[Term]:
    """The references as terms; their tokens are taken, for no number in them is a quantity."""
    starts = [sentence.start for sentence in parts]
    for each in found:
        first = max(0, bisect_right(starts, each.start) - 1)
        for sentence in parts[first : bisect_left(starts, each.end)]:
            here, there = bisect_left(sentence.starts, each.start), bisect_left(sentence.starts, each.end)
            sentence.taken[here:there] = b"\1" * (there - here)
        if each.sort != "mark":
            yield Term("reference", each.value, each.text, each.start, each.end, unit=each.keyword)


def _drafts(sentence: Sentence) -> list[Draft]:
    return [*_numbers(sentence), *_words(sentence)]


def _numbers(sentence: Sentence) -> Iterator[Draft]:
    """Terms that hold a number."""
    heads = sentence.language.number_heads if sentence.language else frozenset()
    last = 0
    for i, token in enumerate(sentence.tokens):
        if (
            i < last
            or sentence.taken[i]
            or not (token.sort == "number" or token.low in QUANTITY_HEADS or token.low in heads)
        ):
            continue
        found = list(_number_at(sentence, i))
        yield from map(sentence.take, found)
        last = max((draft.last for draft in found), default=0)


def _number_at(sentence: Sentence, i: int) -> Iterator[Draft]:
    day = date(sentence, i) or clock(sentence, i)
    if day:
        yield _related(sentence, day)
        return
    counted = quantity(sentence, i)
    if counted is None or _is_label(sentence, counted):
        return
    timed = deadline(sentence, counted) if counted.kind == "duration" else counted
    yield timed
    if sentence.language and timed.kind != "deadline" and not timed.weak:
        yield from filter(None, [bound(sentence, sentence.language, timed)])


def _is_label(sentence: Sentence, draft: Draft) -> bool:
    """``1.`` or ``(2)`` before the words it numbers, and ``[3]`` anywhere."""
    first, last = draft.first, draft.last
    if draft.kind != "figure" or last != first + 1 or len(sentence.low(first)) > _LONGEST_LABEL:
        return False
    before, after = sentence.low(first - 1), sentence.low(last)
    enclosed = (before, after) in {("(", ")"), ("[", "]")} and not draft.unit
    return enclosed or (first == 0 and after in {".", ")"})


def _related(sentence: Sentence, day: Draft) -> Draft:
    """The date, with the sense of the word before it: by, from."""
    if sentence.language is None:
        return day
    for first in range(max(0, day.first - 4), day.first):
        found = sentence.language.relations.at(sentence.tokens, first)
        if found and found.last in {
            day.first,
            day.first - (sentence.low(day.first - 1) in sentence.language.the),
        }:
            return Draft(day.kind, day.value, first, day.last, unit=found.meaning)
    return day


def _words(sentence: Sentence) -> Iterator[Draft]:
    """Terms that are words: open deadlines, negations, obligations, qualifiers."""
    language = sentence.language
    if language is None:
        return
    quiet = 0  # before this token nothing is a negation: it stands in "no later than" and the like
    for i, token in enumerate(sentence.tokens):
        if sentence.taken[i] or token.low not in language.phrase_heads:
            continue
        quiet = max(quiet, _denies_nothing(sentence, language, i))
        timed = open_deadline(sentence, i)
        if timed and any(sentence.taken[timed.first : timed.last]):
            timed = None
        if timed and timed.unit == CONDITION:
            yield timed  # what it says is read as well
        elif timed:
            yield sentence.take(timed)
            continue
        if often := frequency(sentence, language, i):
            yield sentence.take(often)
        else:
            yield from _words_at(sentence, language, i, denies=i >= quiet)
            denied = language.negations.at(sentence.tokens, i)
            quiet = max(quiet, denied.last) if denied else quiet


def _denies_nothing(sentence: Sentence, language: Language, i: int) -> int:
    """Where words from token ``i`` on end that deny nothing: no later than, without delay; 0 if none do."""
    harmless = language.not_negations.at(sentence.tokens, i)
    qualified = language.qualifiers.at(sentence.tokens, i)
    own = qualified.last if qualified and not qualified.meaning[2] else 0
    return max(harmless.last if harmless else 0, own)


def _words_at(sentence: Sentence, language: Language, i: int, *, denies: bool) -> Iterator[Draft]:
    denied = negation(sentence, language, i) if denies else None
    yield from filter(None, (denied, decision(sentence, language, i), obligation(sentence, language, i)))
    qualified = qualifier(sentence, language, i)
    if qualified:
        yield sentence.take(qualified)
