"""Deadlines with what sets them off: ``within 100 days of signature``, ``once the agreement is signed``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.language import Language
from planctl.substance.terms import Trigger

_LOOK_BACK = 5  # words a limit may have: "within a maximum of"
_CLOSE = 3  # reach of the loose connectors (on, from), which are too common to stand without an event
_LONGEST_NAME = 5  # words of an event
CONDITION = "condition"
"""The unit of a condition of time that names no event: too common to be reported but for a deadline."""
_AFTER_DURATION = 7  # words in which the event must follow "within 100 days of"


class _LanguageEvents(NamedTuple):
    """A language, and the words that it has for events where they are looked for."""

    language: Language
    events: Mapping[str, str]


class _TriggerMatch(NamedTuple):
    trigger: Trigger
    last: int


def deadline(sentence: Sentence, duration: SentenceTerm) -> SentenceTerm:
    """The duration with its limit and trigger as a deadline; itself when it has neither."""
    language = sentence.language
    if not language.is_complete:
        return duration
    limit, first = _limit(sentence, language, duration.first)
    after = max(duration.last, duration.reach)
    match = _after_duration(sentence, language, after, limited=bool(limit))
    if not limit and not match:
        return duration
    parts = (limit or "at", duration.value, match.trigger.value if match else "")
    return SentenceTerm(
        "deadline",
        " ".join(filter(None, parts)),
        first,
        match.last if match else after,
        duration.amount,
        duration.unit,
        trigger=match.trigger if match else None,
    )


def _limit(sentence: Sentence, language: Language, end: int) -> tuple[str, int]:
    """The limit word that ends before token ``end``, and where it begins."""
    near = end
    while sentence.low(near - 1) == "[" or sentence.low(near - 1) in language.times.fillers:
        near -= 1
    for first in range(max(0, near - _LOOK_BACK), near + 1):
        phrase = language.times.limits.at(sentence.tokens, first)
        if phrase and near <= phrase.last <= end:
            return phrase.meaning, first
    return "", end


def _after_duration(sentence: Sentence, language: Language, i: int, *, limited: bool) -> _TriggerMatch | None:
    connector = language.times.connectors.at(sentence.tokens, i)
    if connector is None:
        return None
    relation, reach = connector.meaning
    if not (limited or reach):
        return None  # "60 days of ceasefire" is no deadline
    known = _LanguageEvents(language, language.times.later_events)
    match = _event(sentence, known, relation, connector.last, _AFTER_DURATION)
    if match or not (limited or reach > _CLOSE):
        return match
    return _named(sentence, language, relation, connector.last)


def _named(sentence: Sentence, language: Language, relation: str, i: int) -> _TriggerMatch | None:
    """The noun at token ``i`` with the words before it: "any serious violation"; None if it is cut off."""
    while sentence.low(i) in language.grammar.function_words and sentence.sort(i) == "word":
        i += 1
    last = i
    while sentence.is_content(last) and sentence.low(last) not in language.phrase_heads:
        last += 1
    cut = last > i + _LONGEST_NAME or sentence.low(last - 1).endswith(language.grammar.adjectives)
    return (
        None if last == i or cut else _TriggerMatch(Trigger(relation, frozenset((sentence.stem(i),))), last)
    )


def _event(
    sentence: Sentence, known: _LanguageEvents, relation: str, i: int, reach: int
) -> _TriggerMatch | None:
    """The first event word within ``reach`` tokens, no mark between."""
    for j in range(i, min(i + reach, len(sentence.tokens))):
        if sentence.sort(j) == "mark" and sentence.low(j) != "-":
            return None
        if reach <= _CLOSE and _is_of_its_own(sentence, known, j):
            return None  # "the Convention on Exhibitions signed at Paris"
        if _is_event(sentence, known, j):
            return _whole_event(sentence, known, relation, j)
    return None


def _is_of_its_own(sentence: Sentence, known: _LanguageEvents, i: int) -> bool:
    linking = sentence.low(i) in known.language.times.linking
    return sentence.is_content(i) and not linking and not _is_event(sentence, known, i)


def _is_event(sentence: Sentence, known: _LanguageEvents, i: int) -> bool:
    event = known.events.get(sentence.low(i), "")
    if event and _may_modify(sentence, known.language, i) and sentence.is_content(i + 1):
        follows = sentence.low(i + 1)
        if follows not in known.events and follows not in known.language.times.linking:
            return False  # "the requested State", "a complete halt"
    return bool(event) and (event != "force" or sentence.low(i - 1) in known.language.times.in_force)


def _may_modify(sentence: Sentence, language: Language, i: int) -> bool:
    """Whether a word for an event may be no more than what another is like."""
    word, before = sentence.low(i), sentence.low(i - 1)
    is_adjective = word in language.qualifiers.verbs_too and before in language.numbers.articles
    return is_adjective or word.endswith(language.grammar.participles)


def _whole_event(sentence: Sentence, known: _LanguageEvents, relation: str, i: int) -> _TriggerMatch:
    """Events named in one breath: "the withdrawal is verified" is the "verification of the withdrawal"."""
    named, last = {known.events[sentence.low(i)]}, i + 1
    j = last
    while sentence.sort(j) == "word" and (
        sentence.low(j) in known.language.times.linking or _is_event(sentence, known, j)
    ):
        if _is_event(sentence, known, j):
            named.add(known.events[sentence.low(j)])
            last = j + 1
        j += 1
    return _TriggerMatch(Trigger(relation, frozenset(named)), last)


def open_deadline(sentence: Sentence, i: int) -> SentenceTerm | None:
    """``as early as possible once the agreement is signed``, or a trigger alone: ``upon ratification``."""
    language = sentence.language
    prompt = language.times.prompt.at(sentence.tokens, i)
    connector = language.times.connectors.at(sentence.tokens, prompt.last if prompt else i)
    match = None
    if connector and connector.meaning[1]:
        relation, reach = connector.meaning
        match = _event(
            sentence, _LanguageEvents(language, language.times.events), relation, connector.last, reach
        )
    trigger = match.trigger if match else None
    if prompt:
        value = f"{prompt.meaning} {trigger.value}" if trigger else prompt.meaning
        last = match.last if match else prompt.last
        return SentenceTerm("deadline", value, i, last, unit="open", trigger=trigger)
    if match and trigger and _denies(sentence, i, match.last):
        return None  # "when the fee is not paid" is a condition
    if match and trigger:
        return SentenceTerm("deadline", trigger.value, i, match.last, unit="trigger", trigger=trigger)
    if connector and connector.meaning[1] > _CLOSE:
        return _condition(sentence, connector.meaning[0], i, connector.last)
    return None


def _denies(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.low(i) in sentence.language.denials.plain for i in range(first, last))


def _condition(sentence: Sentence, relation: str, first: int, i: int) -> SentenceTerm | None:
    """``as soon as the situation allows``: what stands there for a deadline of the other side."""
    last = next((j for j in sentence.breaks if j >= i), len(sentence.tokens))
    if not i < last <= i + _AFTER_DURATION:
        return None
    stems = frozenset(sentence.stem(j) for j in range(i, last) if sentence.is_content(j))
    if not stems:
        return None
    trigger = Trigger(relation, stems)
    return SentenceTerm("deadline", trigger.value, first, last, unit=CONDITION, trigger=trigger, weak=True)
