"""How a word that says little by itself is quoted: with the verb it governs, with what it includes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from planctl.substance.differences import Difference, Spot
from planctl.substance.drafts import Sentence
from planctl.substance.language import Language
from planctl.substance.reading import Reading

_TO_VERB = 6  # words in which the verb must follow
_LONGEST_CLAUSE = 40  # words of a condition that are quoted with it; a row shows the first of them
_LONGEST_NOUN = 12  # words before "included" that it is about
_OPEN_GROUPS = frozenset(("subject to", "if", "unless", "except", "including"))
"""Groups of qualifiers that say little without what follows them."""


def in_full(differences: Iterable[Difference], sides: tuple[Reading, Reading]) -> Iterator[Difference]:
    """``may appeal`` for a bare "may", ``civilians included`` for a bare "included" that one side lacks.

    A qualifier of which nobody can say where its noun begins is left out.
    """
    for difference in differences:
        if difference.old_at and difference.new_at:
            yield difference
        elif difference.old_at and (spot := _widened(difference, sides[0], difference.old_at)):
            yield difference._replace(old=sides[0].text[slice(*spot)], old_at=spot)
        elif difference.new_at and (spot := _widened(difference, sides[1], difference.new_at)):
            yield difference._replace(new=sides[1].text[slice(*spot)], new_at=spot)


def _widened(difference: Difference, side: Reading, spot: Spot) -> Spot | None:
    return _with_noun(side, spot) if difference.kind == "qualifier" else _through_verb(side, spot)


def _with_noun(side: Reading, spot: Spot) -> Spot | None:
    sentence = side.sentence(spot.start)
    first = bisect_left(sentence.starts, spot.start)
    if sentence.low(first) in side.language.qualifiers.trailing and sentence.sort(first - 1) == "word":
        noun = _phrase_before(sentence, first)
        return None if noun is None else Spot(sentence.starts[noun], spot.end)
    phrase = side.language.qualifiers.families.at(sentence.tokens, first)
    if phrase is None or phrase.meaning[1] not in _OPEN_GROUPS:
        return spot
    return Spot(
        spot.start,
        sentence.tokens[_clause_end(sentence, phrase.last, excepts=phrase.meaning[0] == "exception") - 1].end,
    )


def _phrase_before(sentence: Sentence, last: int) -> int | None:
    """Where the words begin that a qualifier behind them is about: after the mark before them, as in "all
    posts, the northern and the eastern post included".

    None where the clause has a verb, or nothing parts them from what stands before: "free men boys included".
    """
    grammar = sentence.language.grammar
    first = last
    while first and (sentence.sort(first - 1) != "mark" or _is_hyphen(sentence, first - 1)):
        first -= 1
        low = sentence.low(first)
        if last - first > _LONGEST_NOUN or low in grammar.auxiliaries or _is_duty(sentence, first):
            return None
    parted = first or sentence.low(last + 1) == ","
    while sentence.low(first) in grammar.conjunctions:
        first += 1
    return first if parted and first < last else None


def _clause_end(sentence: Sentence, first: int, *, excepts: bool) -> int:
    """After the words that a condition or exception governs: up to the next mark.

    An exception ends before the verb of its clause: "any court other than the first may".
    """
    last = first
    while last < len(sentence.tokens) and last < first + _LONGEST_CLAUSE:
        if sentence.sort(last) == "mark" and not _is_hyphen(sentence, last):
            break
        if excepts and _is_duty(sentence, last):
            break
        last += 1
    return last


def _is_duty(sentence: Sentence, i: int) -> bool:
    """Whether a duty word that weighs by itself stands at token ``i``."""
    duty = sentence.language.duties.obligations.at(sentence.tokens, i)
    return duty is not None and not duty.meaning[1]


def _is_hyphen(sentence: Sentence, i: int) -> bool:
    """Whether token ``i`` joins two words: out-of-hours."""
    return sentence.low(i) == "-" and sentence.glued(i) and sentence.glued(i + 1)


def _through_verb(side: Reading, spot: Spot) -> Spot:
    sentence, language = side.sentence(spot.start), side.language
    first = bisect_left(sentence.starts, spot.end)
    if not language.is_complete or sentence.low(first - 1) == language.grammar.that:
        return spot
    last = _verb(sentence, language, first)
    return Spot(spot.start, sentence.tokens[last].end) if last else spot


def _verb(sentence: Sentence, language: Language, first: int) -> int:
    """The token of the verb after an obligation word; 0 if a noun or a mark follows."""
    nouns = (
        language.grammar.articles
        | language.numbers.definite
        | language.grammar.prepositions
        | language.grammar.conjunctions
    )
    for i in range(first, min(first + _TO_VERB, len(sentence.tokens))):
        low = sentence.low(i)
        if sentence.sort(i) != "word" or low in nouns:
            return i - 1 if i > first and sentence.low(i - 1) in language.grammar.auxiliaries else 0
        if sentence.is_content(i) and not language.is_adverb(low):
            return i
    return 0
