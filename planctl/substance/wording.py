"""How a word that says little by itself is told: with the verb it governs, with what it includes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from planctl.substance.differences import Difference, Spot
from planctl.substance.drafts import Sentence
from planctl.substance.language import Language
from planctl.substance.reading import Reading

_REACH = 6  # words in which the verb must follow


def with_verb(difference: Difference, sides: tuple[Reading, Reading]) -> Difference:
    """``may appeal`` for a bare "may" that one side lacks; a change of strength as it is."""
    if difference.old_at and difference.new_at:
        return difference
    if difference.old_at:
        spot = _through_verb(sides[0], difference.old_at)
        return difference._replace(old=sides[0].text[slice(*spot)], old_at=spot)
    if difference.new_at:
        spot = _through_verb(sides[1], difference.new_at)
        return difference._replace(new=sides[1].text[slice(*spot)], new_at=spot)
    return difference


def _through_verb(side: Reading, spot: Spot) -> Spot:
    at = bisect_right([sentence.start for sentence in side.sentences], spot.start) - 1
    sentence, language = side.sentences[at], side.language
    first = bisect_left(sentence.starts, spot.end)
    if language is None or sentence.low(first - 1) == language.that:
        return spot
    last = _verb(sentence, language, first)
    return Spot(spot.start, sentence.tokens[last].end) if last else spot


def _verb(sentence: Sentence, language: Language, first: int) -> int:
    """The token of the verb after an obligation word; 0 if a noun or a mark follows."""
    nouns = language.articles | language.definite | language.prepositions | language.conjunctions
    for i in range(first, min(first + _REACH, len(sentence.tokens))):
        low = sentence.low(i)
        if sentence.sort(i) != "word" or low in nouns:
            return 0
        if sentence.is_content(i) and not low.endswith("ly"):
            return i
    return 0
