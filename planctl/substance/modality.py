"""Obligation words with their strength, negations with their scope, qualifiers and bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language
from planctl.substance.tokens import stem

_SCOPE = 6  # words in which the negated word must follow
_LOOK_BACK = 5
_FAR = 12  # words between "neither" and its "nor"
_VERY_FAR = 40  # words between "decides that" and what shall be
_FORBIDDEN = 7
BINDING = str(_FORBIDDEN)
"""The value of what binds: shall, must."""
DECIDES_TO, DECIDES_THAT = "decides to", "decides that"
"""The values of verbs by which a body settles something: no strength of their own."""


def obligation(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """The obligation word at token ``i``; its value is the strength, its unit the stem of the verb."""
    found = language.obligations.at(sentence.tokens, i)
    if found is None or _is_noun(sentence, language, i, found.last):
        return None
    (level, weak), last = found
    if level in language.leading and _leads(sentence, language, last):
        return None
    verb = _verb(sentence, last)
    by_subject = _has_denied_subject(sentence, language, i)
    denied = by_subject or any(_denies(sentence, language, j) for j in range(i - 1, last + 1))
    if sentence.low(i) in language.forbidding and (
        by_subject or sentence.low(last) in language.plain_denials
    ):
        level = _FORBIDDEN
    bare_to_be = (
        sentence.low(i) in language.auxiliaries
        and last == i + 2
        and sentence.low(i + 1) == language.infinitive
    )
    if (bare_to_be and not verb) or _asks_nothing(sentence, language, i, last):
        return None
    weak = weak or _is_promised(sentence, language, level, last)
    return Draft("obligation", str(level), i, last, unit=verb, weak=weak, denied=denied)


def _denies(sentence: Sentence, language: Language, i: int) -> bool:
    found = language.negations.at(sentence.tokens, i) if i >= 0 else None
    return found is not None and not found.meaning[1]


def _leads(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether another obligation word follows, and weighs alone: shall be entitled to, shall endeavour to."""
    while sentence.low(i).endswith("ly") or sentence.low(i) in language.plain_denials:
        i += 1
    inner = language.obligations.at(sentence.tokens, i)
    return inner is not None and not inner.meaning[1]


def _is_promised(sentence: Sentence, language: Language, level: int, i: int) -> bool:
    """``agrees to the opening``: a noun, which may stand for a verb on the other side."""
    return level in language.commitments and sentence.low(i) in language.articles | language.definite


def _asks_nothing(sentence: Sentence, language: Language, i: int, last: int) -> bool:
    return (
        _is_purpose(sentence, language, i)
        or _is_condition(sentence, language, i)
        or _happens(sentence, language, i, last)
    )


def _is_purpose(sentence: Sentence, language: Language, i: int) -> bool:
    """``so that work can begin`` permits nothing."""
    before = {sentence.low(j) for j in range(max(0, i - _LOOK_BACK), i)}
    return sentence.low(i) in language.forbidding and any(words <= before for words in language.purposes)


def _is_condition(sentence: Sentence, language: Language, i: int) -> bool:
    """``Should they fail, ...``, ``if they should fail`` ask nothing of them."""
    if sentence.low(i) != language.conditional:
        return False
    if i == 0 or sentence.low(i - 1) == ",":
        return True
    return (i - 1 in sentence.breaks and _subject(sentence, language, i + 1)) or _follows_if(
        sentence, language, i
    )


def _subject(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether a subject begins at token ``i``: "and should they fail", not "and should pay"."""
    low = sentence.low(i)
    if low in language.subjects or (sentence.is_content(i) and sentence.tokens[i].capital):
        return True
    return sentence.is_content(i) and low.endswith("s") and not low.endswith("ss")


def _follows_if(sentence: Sentence, language: Language, i: int) -> bool:
    """``if a Party should fail``; not ``if they fail, a Party should``."""
    for j in range(i - 1, max(-1, i - _LOOK_BACK), -1):
        low = sentence.low(j)
        if low in language.conditions:
            return True
        if j in sentence.breaks or low in language.auxiliaries or low.endswith("ed"):
            return False
    return False


def _happens(sentence: Sentence, language: Language, i: int, last: int) -> bool:
    """``disputes that may arise``, ``such steps as may be needed`` permit nothing."""
    if sentence.low(i) not in language.forbidding:
        return False
    if sentence.low(last) in language.happenings:
        return True
    needed = sentence.low(last) in language.auxiliaries and sentence.low(last + 1) in language.needs
    return needed and sentence.low(i - 1) in language.relatives


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
    (level, _), _ = language.obligations.at(sentence.tokens, i) or ((0, False), 0)
    if level in language.commitments:
        return False
    return sentence.low(last) in language.articles | language.definite and sentence.low(last - 1) == "to"


def _verb(sentence: Sentence, i: int) -> str:
    """Stem of the first content word that is no adverb."""
    for j in range(i, min(i + _SCOPE, len(sentence.tokens))):
        if sentence.sort(j) == "mark":
            return ""
        if sentence.is_content(j) and not sentence.low(j).endswith("ly"):
            return stem(sentence.low(j))
    return ""


def decision(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """``decides to extend it``, ``decides that it shall be extended``; its unit is the verb of that."""
    if sentence.low(i) not in language.decisions:
        return None
    value = verb = ""
    if sentence.low(i + 1) == language.infinitive:
        value, verb = DECIDES_TO, _verb(sentence, i + 2)
    elif sentence.low(i + 1) == language.that:
        value, verb = DECIDES_THAT, next(_settled(sentence, language, i + 2), "")
    return Draft("obligation", value, i, i + 2, unit=verb, weak=True) if verb else None


def _settled(sentence: Sentence, language: Language, i: int) -> Iterator[str]:
    for j in range(i, min(i + _VERY_FAR, len(sentence.tokens))):
        found = language.obligations.at(sentence.tokens, j)
        if found and not found.meaning[1]:
            yield _verb(sentence, found.last)


def negation(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """The negation at token ``i``, through the first content word it governs."""
    found = language.negations.at(sentence.tokens, i)
    if found is None or _follows_neither(sentence, language, i):
        return _denying_word(sentence, language, i)
    (value, weak), first = found
    if sentence.low(i) == language.nothing:
        first = _denied_verb(sentence, language, i)
        if sentence.low(first) in language.saving:
            return None
    for j in range(first, min(first + _SCOPE, len(sentence.tokens))):
        if sentence.sort(j) == "mark" and sentence.low(j) != "-":
            break
        if sentence.is_content(j):
            return Draft("negation", value, i, j + 1, unit=stem(sentence.low(j)), weak=weak)
    return Draft("negation", value, i, found.last, weak=weak)


def _denying_word(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """``inadmissible``, ``unarmed``, ``non-use``, ``duty-free``: a word that denies by itself."""
    low = sentence.low(i)
    if low in language.denied:
        return Draft("negation", "not", i, i + 1, unit=stem(language.denied[low]))
    if low in language.privative:
        return Draft("negation", "not", i, i + 1, unit=stem(language.privative[low]), weak=True)
    if low == language.non and sentence.low(i + 1) == "-" and sentence.sort(i + 2) == "word":
        return Draft("negation", "not", i, i + 3, unit=stem(sentence.low(i + 2)), weak=True)
    if low == language.free and sentence.low(i - 1) == "-":
        return Draft("negation", "not", i - 2, i + 1, unit=stem(sentence.low(i - 2)), weak=True)
    return None


def _denied_verb(sentence: Sentence, language: Language, i: int) -> int:
    """After the modal verb that follows ``nothing in this agreement``; after the word itself without one."""
    for j in range(i + 1, min(i + _FAR, len(sentence.tokens))):
        if found := language.obligations.at(sentence.tokens, j):
            return found.last
    return i + 1


def _follows_neither(sentence: Sentence, language: Language, i: int) -> bool:
    """ "neither ... nor" denies once."""
    first, second = language.neither
    return sentence.low(i) == second and any(sentence.low(j) == first for j in range(max(0, i - _FAR), i))


def qualifier(sentence: Sentence, language: Language, i: int) -> Draft | None:
    """The qualifier at token ``i``; its value is the group of synonyms, its unit the family."""
    found = language.qualifiers.at(sentence.tokens, i)
    if found is None:
        return None
    family, group, weak = found.meaning
    if family == "none":
        return None
    if sentence.low(i) in language.verbs_too and not _is_adjective(sentence, language, i):
        return None
    if sentence.low(i) == language.subject and sentence.low(i - 1) in language.auxiliaries:
        family = _verb(sentence, found.last)
    return Draft("qualifier", group, i, found.last, unit=family, weak=weak or family == "number")


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
