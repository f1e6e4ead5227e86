"""Obligation words with their strength, negations with their scope, qualifiers and bounds."""

from __future__ import annotations

from bisect import bisect_left

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language
from planctl.substance.tokens import stem

_SCOPE = 6  # words in which the negated word must follow
_LOOK_BACK = 5
_FAR = 12  # words between "neither" and its "nor"
_FORBIDDEN = 7


def obligation(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """The obligation word at token ``i``; its value is the strength, its unit the stem of the verb."""
    found = language.obligations.at(sentence.tokens, i)
    if found is None or _is_noun(sentence, language, i, found.last):
        return None
    level, last = found
    verb = _verb(sentence, last)
    by_subject = _has_denied_subject(sentence, language, i)
    if sentence.low(i) in language.forbidding and (
        by_subject or language.negations.at(sentence.tokens, last)
    ):
        level = _FORBIDDEN
    bare_to_be = last == i + 2 and sentence.low(i) in language.auxiliaries
    if (
        (bare_to_be and not verb)
        or _is_purpose(sentence, language, i)
        or _is_condition(sentence, language, i)
    ):
        return None
    denied = any(language.negations.at(sentence.tokens, j) for j in (i, last)) or by_subject
    return Draft("obligation", str(level), i, last, unit=verb, weak=denied)


def _is_purpose(sentence: Sentence, language: Language, i: int) -> bool:
    """``so that work can begin`` permits nothing."""
    before = {sentence.low(j) for j in range(max(0, i - _LOOK_BACK), i)}
    return sentence.low(i) in language.forbidding and language.purposes <= before


def _is_condition(sentence: Sentence, language: Language, i: int) -> bool:
    """``Should they fail, ...`` asks nothing of them."""
    return sentence.low(i) == language.conditional and (i == 0 or i - 1 in sentence.breaks)


def _has_denied_subject(sentence: Sentence, language: Language, i: int) -> bool:
    """``no party may``, ``citizens of neither State shall``; not ``no later than 1 May they may``."""
    breaks = sentence.breaks
    first = breaks[at - 1] + 1 if (at := bisect_left(breaks, i)) else 0
    return any(
        sentence.low(j) in language.deniers and not language.not_negations.at(sentence.tokens, j)
        for j in range(max(first, i - _FAR), i)
    )


def _is_noun(sentence: Sentence, language: Language, i: int, last: int) -> bool:
    """``the will of the people``, ``political will``; also ``is to the east``."""
    if last == i + 1 and sentence.low(i) == "will":
        before = sentence.low(i - 1)
        possessed = before in language.articles | language.definite or before.endswith(language.genitives)
        return possessed or sentence.low(last) in {"of", "to"}
    if sentence.low(i) in language.auxiliaries and sentence.low(i - 1) in language.aims:
        return True
    return sentence.low(last) in language.articles | language.definite and sentence.low(last - 1) == "to"


def _verb(sentence: Sentence, i: int) -> str:
    """Stem of the first content word that is no adverb."""
    for j in range(i, min(i + _SCOPE, len(sentence.tokens))):
        if sentence.sort(j) == "mark":
            return ""
        if sentence.is_content(j) and not sentence.low(j).endswith("ly"):
            return stem(sentence.low(j))
    return ""


def negation(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """The negation at token ``i``, through the first content word it governs."""
    if sentence.low(i) in language.denied:
        return Draft("negation", "not", i, i + 1, unit=stem(language.denied[sentence.low(i)]))
    found = language.negations.at(sentence.tokens, i)
    if found is None or _follows_neither(sentence, language, i):
        return None
    for j in range(found.last, min(found.last + _SCOPE, len(sentence.tokens))):
        if sentence.sort(j) == "mark" and sentence.low(j) != "-":
            break
        if sentence.is_content(j):
            return Draft("negation", found.meaning, i, j + 1, unit=stem(sentence.low(j)))
    return Draft("negation", found.meaning, i, found.last)


def _follows_neither(sentence: Sentence, language: Language, i: int) -> bool:
    """ "neither ... nor" denies once."""
    first, second = language.neither
    return sentence.low(i) == second and any(sentence.low(j) == first for j in range(max(0, i - _FAR), i))


def qualifier(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """The qualifier at token ``i``; its value is the group of synonyms, its unit the family."""
    found = language.qualifiers.at(sentence.tokens, i)
    if found is None:
        return None
    family, group = found.meaning
    if family == "none":
        return None
    if sentence.low(i) in language.verbs_too and not _is_adjective(sentence, language, i):
        return None
    return Draft("qualifier", group, i, found.last, unit=family, weak=family == "number")


def _is_adjective(sentence: Sentence, language: Language, i: int) -> bool:
    """``a complete ceasefire``; not ``shall complete``, ``to complete``, ``are included``."""
    before = sentence.low(i - 1)
    if sentence.low(i).endswith("ed"):
        return before not in language.auxiliaries
    return before != "to" and not (i and language.obligations.at(sentence.tokens, i - 1))


def bound(sentence: Sentence, language: Language, counted: Draft) -> Draft | None:
    """The bound that ends before what is counted, or follows it: at least, up to, about; or more."""
    number = counted.first
    for first in range(max(0, number - _LOOK_BACK), number):
        found = language.bounds.at(sentence.tokens, first)
        if found and found.last == number:
            return (
                None
                if found.meaning == "none"
                else Draft("qualifier", found.meaning, first, number, unit="bound")
            )
    after = language.bounds_after.at(sentence.tokens, counted.last)
    return Draft("qualifier", after.meaning, counted.last, after.last, unit="bound") if after else None
