"""Reading a text: all its terms of substance, each with its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.substance.deadlines import CONDITION, deadline, open_deadline
from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.language import Language
from planctl.substance.limiting import bound, qualifier
from planctl.substance.negating import negation
from planctl.substance.obligations import decision, obligation
from planctl.substance.parties import Parties, PartyNames, Spellings, mentions, spelled
from planctl.substance.recognition import of_texts, tagged
from planctl.substance.references import Reference, find
from planctl.substance.terms import Term
from planctl.substance.tokens import sentences, tokenize
from planctl.substance.values.clock import clock
from planctl.substance.values.dates import date
from planctl.substance.values.names import addresses, is_name
from planctl.substance.values.quantities import begins, quantity
from planctl.substance.values.rates import rate

_RELATION = 5  # words of "no later than" and the article before its date


def knows(*texts: str, language: str | None = None) -> bool:
    """Whether texts that are compared are in a language of which planctl has words.

    Of others it reads figures in digits, money, percentages, party names and brackets only. ``language``
    (BCP 47) is theirs if it is known; else their words tell.
    """
    return spoken(texts, language).is_complete


def spoken(texts: Sequence[str], language: str | None) -> Language:
    """The language of that tag, or the one that the texts are in as far as their words tell."""
    return of_texts(*texts) if language is None else tagged(language)


def read(text: str, names: PartyNames | Parties = (), *, language: str | None = None) -> tuple[Term, ...]:
    """Figures, money, dates, deadlines, obligations, negations, qualifiers, parties and references.

    ``names`` maps a party's id to its names, or lists names. ``language`` (BCP 47) is the text's if it is
    known; else its words tell. In a language without a word list only numbers, money and percentages are
    read. Terms come in the order of their place. Any text can be read; the cost grows with its length.
    """
    return read_in(text, spelled(names), spoken([text], language)).terms


class Reading(NamedTuple):
    """A text that has been read: its sentences and its terms."""

    text: str
    language: Language
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]

    def sentence(self, place: int) -> Sentence:
        """The sentence that a place of the text stands in."""
        return self.sentences[bisect_right(self.sentences, place, key=_start) - 1]


def _start(sentence: Sentence) -> int:
    return sentence.start


def read_in(text: str, spellings: Spellings, language: Language) -> Reading:
    """Read a text whose language is known already."""
    grammar = language.grammar
    tokens = tokenize(text, grammar.elisions)
    cut = sentences(text, tokens, grammar.abbreviations, language.times.months)
    parts = tuple(Sentence(stretch, language) for stretch in cut)
    named = find(text)
    _skip(parts, addresses(text))
    _skip(parts, [(each.start, each.end) for each in named])
    terms = _placed(parts, [*mentions(text, spellings), *_references(named)])
    for sentence in parts:
        terms += [sentence.term(draft, text) for draft in _drafts(sentence, text)]
    return Reading(text, language, parts, tuple(sorted(terms, key=lambda term: (term.start, term.end))))


def _skip(parts: Sequence[Sentence], spans: Sequence[tuple[int, int]]) -> None:
    """Mark what stands in references and in addresses of the web as read: no number there is a quantity."""
    starts = [sentence.start for sentence in parts]
    for start, end in spans:
        for sentence in parts[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]:
            first, last = bisect_left(sentence.starts, start), bisect_left(sentence.starts, end)
            sentence.taken[first:last] = b"\1" * (last - first)


def _references(references: Sequence[Reference]) -> Iterator[Term]:
    for each in references:
        if each.sort != "mark":
            yield Term("reference", each.value, each.text, each.start, each.end, unit=each.keyword)


def _placed(parts: Sequence[Sentence], named: Sequence[Term]) -> list[Term]:
    """Mentions of parties, and references, with the words around them."""
    starts = [sentence.tokens[0].start for sentence in parts]
    terms = []
    for term in named:
        sentence = parts[max(0, bisect_right(starts, term.start) - 1)]
        first = bisect_left(sentence.starts, term.start)
        last = bisect_left(sentence.starts, term.end)
        terms.append(
            term._replace(
                context=sentence.context(first, last),
                place=sentence.place(first, last),
                beside=sentence.beside(first, last),
            )
        )
    return terms


class _ReadSentence(NamedTuple):
    """What was read in a sentence, and which of its tokens that took."""

    drafts: tuple[SentenceTerm, ...]
    taken: bytes


_read_sentences: dict[tuple[str, str, bytes], _ReadSentence] = {}
"""Sentences that were read before: two versions have most of theirs in common. Begins anew when there are too
many."""
_MOST_KNOWN, _LONGEST_KNOWN = 4_096, 1_000


def _drafts(sentence: Sentence, text: str) -> tuple[SentenceTerm, ...]:
    written = text[sentence.start : sentence.end]
    key = written, sentence.language.code, bytes(sentence.taken)
    known = _read_sentences.get(key)
    if known is None:
        known = _ReadSentence((*_numbers(sentence), *_words(sentence)), bytes(sentence.taken))
        if len(_read_sentences) >= _MOST_KNOWN:
            _read_sentences.clear()
        if len(written) <= _LONGEST_KNOWN:
            _read_sentences[key] = known
    sentence.taken[:] = known.taken
    return known.drafts


def _numbers(sentence: Sentence) -> Iterator[SentenceTerm]:
    """Terms that hold a number."""
    last = 0
    for i in range(len(sentence.tokens)):
        if i < last or sentence.taken[i] or not begins(sentence, i):
            continue
        drafts, last = _number_at(sentence, i)
        yield from map(sentence.take, drafts)


def _number_at(sentence: Sentence, i: int) -> tuple[list[SentenceTerm], int]:
    """What begins with the number at token ``i``, and where reading goes on."""
    day = date(sentence, i) or clock(sentence, i)
    if day:
        return [_related(sentence, day)], day.last
    often = rate(sentence, i)
    if often:
        return [often], often.last
    counted = quantity(sentence, i)
    if counted is None:
        return [], 0
    if is_name(sentence, counted):
        return [], counted.first + 1
    timed = deadline(sentence, counted) if counted.kind == "duration" and counted.unit != "age" else counted
    limit = bound(sentence, sentence.language, timed) if timed.kind != "deadline" and not timed.weak else None
    return [timed, limit] if limit else [timed], timed.last


def _related(sentence: Sentence, day: SentenceTerm) -> SentenceTerm:
    """The date, with the sense of the word before it: by, from."""
    end = day.first - (sentence.low(day.first - 1) in sentence.language.grammar.the)
    relations = sentence.language.times.relations
    relation = relations.before(sentence.tokens, day.first, _RELATION) or relations.before(
        sentence.tokens, end, _RELATION
    )
    return day._replace(first=relation[1], unit=relation[0]) if relation else day


def _words(sentence: Sentence) -> Iterator[SentenceTerm]:
    """Terms that are words: open deadlines, negations, obligations, qualifiers."""
    language = sentence.language
    if not language.is_complete:
        return
    quiet = 0  # before this token nothing is a negation: it stands in "no later than" and the like
    bound = 0  # before this token nothing is a duty word: it stands in "be empowered to"
    for i, token in enumerate(sentence.tokens):
        if sentence.taken[i] or not language.begins_phrase(token.low, sentence.low(i + 1)):
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
        for draft in _words_at(sentence, language, i, denies=i >= quiet):
            if draft.kind == "obligation" and i < bound:
                continue
            bound = max(bound, draft.last) if draft.kind == "obligation" and not draft.weak else bound
            yield draft
        denied = language.denials.negations.at(sentence.tokens, i)
        quiet = max(quiet, denied.last) if denied else quiet


def _denies_nothing(sentence: Sentence, language: Language, i: int) -> int:
    """Where words from token ``i`` on end that deny nothing: no later than, without delay; 0 if none do."""
    harmless = language.denials.not_negations.at(sentence.tokens, i)
    qualified = language.qualifiers.families.at(sentence.tokens, i)
    end = qualified.last if qualified and not qualified.meaning[2] else 0
    return max(harmless.last if harmless else 0, end)


def _words_at(sentence: Sentence, language: Language, i: int, *, denies: bool) -> Iterator[SentenceTerm]:
    denied = negation(sentence, language, i) if denies else None
    yield from filter(None, (denied, decision(sentence, language, i), obligation(sentence, language, i)))
    qualified = qualifier(sentence, language, i)
    if qualified:
        yield sentence.take(qualified)
