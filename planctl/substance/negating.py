"""Words that deny, through the first word that they reach."""

from __future__ import annotations

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.language import Language
from planctl.substance.references.words import words

_SCOPE = 6  # words in which the negated word must follow
_NEITHER_TO_NOR = 12  # words between "neither" and its "nor"
_EXCEPTIVE = 6  # words between "ne" and its "que"


def negation(sentence: Sentence, language: Language, i: int) -> SentenceTerm | None:
    """The negation at token ``i``, through the first content word it governs."""
    phrase = language.denials.negations.at(sentence.tokens, i)
    if phrase is None or _follows_neither(sentence, language, i):
        return _denying_word(sentence, language, i)
    if sentence.sort(i + 1) == "number" and sentence.low(i) in words((language.code,)).number_signs:
        return None  # "group No 98"
    (value, weak), first = phrase
    if sentence.low(i) in language.denials.before_verb and _excepts(sentence, i):
        return None
    if sentence.low(i) == language.denials.nothing:
        first = _denied_verb(sentence, language, i)
        if sentence.low(first) in language.denials.saving:
            return None
    for j in range(first, min(first + _SCOPE, len(sentence.tokens))):
        if sentence.sort(j) == "mark" and sentence.low(j) != "-":
            break
        if sentence.is_content(j):
            return SentenceTerm("negation", value, i, j + 1, unit=sentence.stem(j), weak=weak)
    return SentenceTerm("negation", value, i, phrase.last, weak=weak)


def _excepts(sentence: Sentence, i: int) -> bool:
    """``ne ... que``: only."""
    denials = sentence.language.denials
    for j in range(i + 2, i + _EXCEPTIVE):
        if sentence.low(j) in denials.plain or sentence.sort(j) == "mark":
            return False
        if sentence.low(j) in denials.exceptive:
            return True
    return False


def _denying_word(sentence: Sentence, language: Language, i: int) -> SentenceTerm | None:
    """``inadmissible``, ``unarmed``, ``non-use``, ``duty-free``: a word that denies by itself."""
    low = sentence.low(i)
    if low in language.denials.denied:
        return SentenceTerm("negation", "not", i, i + 1, unit=language.stem(language.denials.denied[low]))
    if low in language.denials.privative:
        return SentenceTerm(
            "negation", "not", i, i + 1, unit=language.stem(language.denials.privative[low]), weak=True
        )
    if low == language.denials.non and sentence.low(i + 1) == "-" and sentence.sort(i + 2) == "word":
        return SentenceTerm("negation", "not", i, i + 3, unit=sentence.stem(i + 2), weak=True)
    if low == language.denials.free and sentence.low(i - 1) == "-":
        return SentenceTerm("negation", "not", i - 2, i + 1, unit=sentence.stem(i - 2), weak=True)
    return None


def _denied_verb(sentence: Sentence, language: Language, i: int) -> int:
    """After the modal verb that follows ``nothing in this agreement``; after the word itself without one."""
    for j in range(i + 1, min(i + _NEITHER_TO_NOR, len(sentence.tokens))):
        if modal := language.duties.obligations.at(sentence.tokens, j):
            return modal.last
    return i + 1


def _follows_neither(sentence: Sentence, language: Language, i: int) -> bool:
    """ "neither ... nor" denies once."""
    first, second = language.denials.neither
    return sentence.low(i) == second and any(
        sentence.low(j) == first for j in range(max(0, i - _NEITHER_TO_NOR), i)
    )
