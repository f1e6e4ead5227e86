"""Words of duty, permission and promise, with their strength."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.language import Language

_SCOPE = 6  # words in which the negated word must follow
_LOOK_BACK = 5
_VALUES = ("", "expected", "permitted", "urged", "agreed", "future", "promised", "bound")
"""What each strength means, from the weakest on."""
_RELATIVE = 2  # words between "as" and "may": such staff as it may require
_NEITHER_TO_NOR = 12  # words between "neither" and its "nor"
_VERY_FAR = 40  # words between "decides that" and what shall be
_PERMITTED = 2
_FUTURE = 5
"""The strength of what merely will be."""
BINDING = 7
"""The strength of what binds: shall, must."""
DECIDES_TO, DECIDES_THAT = "decides to", "decides that"
"""What verbs do by which a body settles something: they have no strength of their own."""


def obligation(sentence: Sentence, language: Language, i: int) -> SentenceTerm | None:
    """The duty word at token ``i``; its unit is the stem of the verb that it governs."""
    phrase = language.duties.obligations.at(sentence.tokens, i)
    if phrase is None or _is_noun(sentence, language, i, phrase.last) or _is_tense(sentence, i, phrase.last):
        return None
    (level, weak), last = phrase
    if level in language.duties.leading and _leads(sentence, language, last):
        return None
    if sentence.low(last - 1) == language.grammar.that:
        verb = next(_settled(sentence, language, last), "") or verb_at(sentence, last)
    elif level == _FUTURE and (_is_in_promise(sentence, language, i) or _is_open(sentence, language, i)):
        return None
    else:
        verb = verb_at(sentence, last)
    by_subject = _has_denied_subject(sentence, language, i)
    denied = by_subject or any(_denies(sentence, language, j) for j in range(i - 1, last + 1))
    forbids = sentence.low(i) in language.duties.forbidding and sentence.low(last) in language.denials.plain
    if forbids or (by_subject and sentence.low(i) in language.duties.forbidding):
        level = BINDING
    elif level == _PERMITTED and sentence.low(i - 1) in language.denials.plain:
        level = BINDING  # not allowed to
    bare_to_be = (
        sentence.low(i) in language.grammar.auxiliaries
        and last == i + 2
        and sentence.low(i + 1) == language.grammar.infinitive
    )
    if (bare_to_be and not verb) or _asks_nothing(sentence, language, i, last):
        return None
    formal = level in language.duties.leading and language.duties.formal.at(sentence.tokens, last)
    weak = weak or bool(formal) or _is_promised(sentence, language, level, last)
    return SentenceTerm(
        "obligation", _VALUES[level], i, last, unit=verb, strength=level, weak=weak, denied=denied
    )


def _is_in_promise(sentence: Sentence, language: Language, i: int) -> bool:
    """``undertakes that they will leave``: what is promised, part of the promise's row."""
    for j in range(i - 1, max(-1, i - _NEITHER_TO_NOR), -1):
        if sentence.low(j) == language.grammar.that:
            promise = language.duties.obligations.before(sentence.tokens, j + 1, _LOOK_BACK)
            return promise is not None and promise[0][0] in language.duties.commitments
    return False


def _is_open(sentence: Sentence, language: Language, i: int) -> bool:
    """``say whether they will leave``: nobody says that they will."""
    for j in range(i - 1, max(-1, i - _NEITHER_TO_NOR), -1):
        if sentence.sort(j) == "mark":
            return False
        if sentence.low(j) in language.duties.uncertain:
            return True
    return False


def _is_tense(sentence: Sentence, i: int, last: int) -> bool:
    """``shall have been``: a tense, no duty."""
    perfect = last == i + 1 and sentence.low(last) in sentence.language.duties.perfect
    if not perfect or not _is_participle(sentence, last + 1):
        return False
    return sentence.low(last + 1) in sentence.language.grammar.auxiliaries or not sentence.is_content(
        last + 2
    )


def _is_participle(sentence: Sentence, i: int) -> bool:
    grammar, low = sentence.language.grammar, sentence.low(i)
    return low.endswith(grammar.participles) or low in grammar.irregular or low in grammar.auxiliaries


def _denies(sentence: Sentence, language: Language, i: int) -> bool:
    denial = language.denials.negations.at(sentence.tokens, i) if i >= 0 else None
    return denial is not None and not denial.meaning[1]


def _leads(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether another obligation word follows, and weighs alone: shall be entitled to, shall endeavour to."""
    while language.is_adverb(sentence.low(i)) or sentence.low(i) in language.denials.plain:
        i += 1
    inner = language.duties.obligations.at(sentence.tokens, i)
    return inner is not None and not inner.meaning[1]


def _is_promised(sentence: Sentence, language: Language, level: int, i: int) -> bool:
    """``agrees to the opening``: a noun, which may stand for a verb on the other side."""
    return (
        level in language.duties.commitments
        and sentence.low(i) in language.grammar.articles | language.numbers.definite
    )


def _asks_nothing(sentence: Sentence, language: Language, i: int, last: int) -> bool:
    return (
        _is_purpose(sentence, language, i)
        or _is_condition(sentence, language, i)
        or _happens(sentence, language, i, last)
    )


def _is_purpose(sentence: Sentence, language: Language, i: int) -> bool:
    """``so that work can begin`` permits nothing."""
    before = {sentence.low(j) for j in range(max(0, i - _LOOK_BACK), i)}
    return sentence.low(i) in language.duties.forbidding and any(
        words <= before for words in language.duties.purposes
    )


def _is_condition(sentence: Sentence, language: Language, i: int) -> bool:
    """``Should they fail, ...``, ``if they should fail`` ask nothing of them."""
    if sentence.low(i) != language.duties.conditional:
        return False
    if i == 0 or sentence.low(i - 1) == ",":
        return True
    return (i - 1 in sentence.breaks and _subject(sentence, language, i + 1)) or _follows_if(
        sentence, language, i
    )


def _subject(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether a subject begins at token ``i``: "and should they fail", not "and should pay"."""
    low = sentence.low(i)
    if low in language.grammar.subjects or (sentence.is_content(i) and sentence.tokens[i].capital):
        return True
    units = language.units
    return sentence.is_content(i) and low.endswith(units.plurals) and not low.endswith(units.no_plurals)


def _follows_if(sentence: Sentence, language: Language, i: int) -> bool:
    """``if a Party should fail``; not ``if they fail, a Party should``."""
    for j in range(i - 1, max(-1, i - _LOOK_BACK), -1):
        low = sentence.low(j)
        if low in language.qualifiers.conditions:
            return True
        if (
            j in sentence.breaks
            or low in language.grammar.auxiliaries
            or low.endswith(language.grammar.participles)
        ):
            return False
    return False


def _happens(sentence: Sentence, language: Language, i: int, last: int) -> bool:
    """``disputes that may arise``, ``such steps as may be needed`` permit nothing."""
    if sentence.low(i) not in language.duties.forbidding:
        return False
    if sentence.low(last) in language.duties.happenings:
        return True
    verb = last + (sentence.low(last) in language.grammar.auxiliaries)
    before = (sentence.low(k) for k in range(i - _RELATIVE, i))
    needed = sentence.low(verb) in language.duties.needs
    return needed and any(low in language.duties.relatives for low in before)


def _has_denied_subject(sentence: Sentence, language: Language, i: int) -> bool:
    """``no party may``, ``citizens of neither State shall``; not ``no later than 1 May they may``."""
    breaks = sentence.breaks
    first = breaks[at - 1] + 1 if (at := bisect_left(breaks, i)) else 0
    return any(
        sentence.low(j) in language.denials.deniers
        and not language.denials.not_negations.at(sentence.tokens, j)
        for j in range(max(first, i - _NEITHER_TO_NOR), i)
    )


def _is_noun(sentence: Sentence, language: Language, i: int, last: int) -> bool:
    """``the will of the people``, ``political will``; also ``is to the east``."""
    if last == i + 1 and sentence.low(i) in language.duties.nouns:
        before = sentence.low(i - 1)
        possessed = before in language.grammar.articles | language.numbers.definite or before.endswith(
            language.grammar.genitives
        )
        return possessed or sentence.low(last) in {language.grammar.of, language.grammar.infinitive}
    if sentence.low(i) in language.grammar.auxiliaries and sentence.low(i - 1) in language.duties.aims:
        return True
    (level, _), _ = language.duties.obligations.at(sentence.tokens, i) or ((0, False), 0)
    if level in language.duties.commitments:
        return False
    return (
        sentence.low(last) in language.grammar.articles | language.numbers.definite
        and sentence.low(last - 1) == language.grammar.infinitive
    )


def verb_at(sentence: Sentence, i: int) -> str:
    """Stem of the first content word that is no adverb."""
    for j in range(i, min(i + _SCOPE, len(sentence.tokens))):
        if sentence.sort(j) == "mark":
            return ""
        if sentence.is_content(j) and not sentence.language.is_adverb(sentence.low(j)):
            return sentence.stem(j)
    return ""


def decision(sentence: Sentence, language: Language, i: int) -> SentenceTerm | None:
    """``decides to extend it``, ``decides that it shall be extended``; its unit is the verb of that."""
    if sentence.low(i) not in language.duties.decisions:
        return None
    value = verb = ""
    if sentence.low(i + 1) == language.grammar.infinitive:
        value, verb = DECIDES_TO, verb_at(sentence, i + 2)
    elif sentence.low(i + 1) == language.grammar.that:
        value, verb = DECIDES_THAT, next(_settled(sentence, language, i + 2), "")
    return SentenceTerm("obligation", value, i, i + 2, unit=verb, weak=True) if verb else None


def _settled(sentence: Sentence, language: Language, i: int) -> Iterator[str]:
    for j in range(i, min(i + _VERY_FAR, len(sentence.tokens))):
        duty = language.duties.obligations.at(sentence.tokens, j)
        if duty and not duty.meaning[1]:
            yield verb_at(sentence, duty.last)
