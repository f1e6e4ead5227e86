"""Deadlines with what sets them off: ``within 100 days of signature``, ``once the agreement is signed``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language
from planctl.substance.tokens import stem

_LOOK_BACK = 5  # words a limit may have: "within a maximum of"
_CLOSE = 3  # reach of the loose connectors (on, from), which are too common to stand without an event
_LONGEST_NAME = 5  # words of an event
CONDITION = "condition"
"""The unit of a condition of time that names no event: too common to be told but for a deadline."""
_AFTER_DURATION = 7  # words in which the event must follow "within 100 days of"


class _Known(NamedTuple):
    """A language, and the words that it has for events where they are looked for."""

    language: Language
    events: Mapping[str, str]


class _Trigger(NamedTuple):
    value: str
    last: int


def deadline(sentence: Sentence, duration: Draft) -> Draft:
    """The duration with its limit and trigger as a deadline; itself when it has neither."""
    language = sentence.language
    if language is None:
        return duration
    limit, first = _limit(sentence, language, duration.first)
    after = max(duration.last, duration.reach)
    trigger = _after_duration(sentence, language, after, limited=bool(limit))
    if not limit and not trigger:
        return duration
    value = " ".join(filter(None, (limit or "at", duration.value, trigger.value if trigger else "")))
    last = trigger.last if trigger else after
    return Draft("deadline", value, first, last, duration.size, duration.unit)


def _limit(sentence: Sentence, language: Language, end: int) -> tuple[str, int]:
    """The limit word that ends before token ``end``, and where it begins."""
    near = end
    while sentence.low(near - 1) == "[" or sentence.low(near - 1) in language.fillers:
        near -= 1
    for first in range(max(0, near - _LOOK_BACK), near):
        found = language.limits.at(sentence.tokens, first)
        if found and found.last >= near:
            return found.meaning, first
    return "", end


def _after_duration(sentence: Sentence, language: Language, i: int, *, limited: bool) -> _Trigger | None:
    connector = language.connectors.at(sentence.tokens, i)
    if connector is None:
        return None
    relation, reach = connector.meaning
    if not (limited or reach):
        return None  # "60 days of ceasefire" is no deadline
    trigger = _event(
        sentence, _Known(language, language.later_events), relation, connector.last, _AFTER_DURATION
    )
    if trigger or not (limited or reach > _CLOSE):
        return trigger
    return _named(sentence, language, relation, connector.last)


def _named(sentence: Sentence, language: Language, relation: str, i: int) -> _Trigger | None:
    """The noun at token ``i`` with the words before it: "any serious violation"; None if it is cut off."""
    while sentence.low(i) in language.function_words and sentence.sort(i) == "word":
        i += 1
    last = i
    while sentence.is_content(last) and sentence.low(last) not in language.phrase_heads:
        last += 1
    cut = last > i + _LONGEST_NAME or sentence.low(last - 1).endswith(language.adjectives)
    return None if last == i or cut else _Trigger(f"{relation}:{stem(sentence.low(i))}", last)


def _event(sentence: Sentence, known: _Known, relation: str, i: int, reach: int) -> _Trigger | None:
    """The first event word within ``reach`` tokens, no mark between."""
    for j in range(i, min(i + reach, len(sentence.tokens))):
        if sentence.sort(j) == "mark" and sentence.low(j) != "-":
            return None
        if _is_event(sentence, known, j):
            return _whole_event(sentence, known, relation, j)
    return None


def _is_event(sentence: Sentence, known: _Known, i: int) -> bool:
    event = known.events.get(sentence.low(i), "")
    return bool(event) and (event != "force" or sentence.low(i - 1) in known.language.in_force)


def _whole_event(sentence: Sentence, known: _Known, relation: str, i: int) -> _Trigger:
    """Events named in one breath: "the withdrawal is verified" is the "verification of the withdrawal"."""
    named, last = {known.events[sentence.low(i)]}, i + 1
    j = last
    while sentence.sort(j) == "word" and (
        sentence.low(j) in known.language.linking or _is_event(sentence, known, j)
    ):
        if _is_event(sentence, known, j):
            named.add(known.events[sentence.low(j)])
            last = j + 1
        j += 1
    return _Trigger(f"{relation}:{'+'.join(sorted(named))}", last)


def open_deadline(sentence: Sentence, i: int) -> Draft | None:
    """``as early as possible once the agreement is signed``, or a trigger alone: ``upon ratification``."""
    language = sentence.language
    if language is None:
        return None
    prompt = language.prompt.at(sentence.tokens, i)
    connector = language.connectors.at(sentence.tokens, prompt.last if prompt else i)
    trigger = None
    if connector and connector.meaning[1]:
        relation, reach = connector.meaning
        trigger = _event(sentence, _Known(language, language.events), relation, connector.last, reach)
    if prompt:
        value = f"{prompt.meaning} {trigger.value}" if trigger else prompt.meaning
        return Draft("deadline", value, i, trigger.last if trigger else prompt.last, unit="open")
    if trigger:
        return Draft("deadline", trigger.value, i, trigger.last, unit="trigger")
    if connector and connector.meaning[1] > _CLOSE:
        return _condition(sentence, connector.meaning[0], i, connector.last)
    return None


def _condition(sentence: Sentence, relation: str, first: int, i: int) -> Draft | None:
    """``as soon as the situation allows``: what stands there for a deadline of the other side."""
    last = next((j for j in sentence.breaks if j >= i), len(sentence.tokens))
    if not i < last <= i + _AFTER_DURATION:
        return None
    words = " ".join(stem(sentence.low(j)) for j in range(i, last) if sentence.is_content(j))
    return Draft("deadline", f"{relation}:{words}", first, last, unit=CONDITION, weak=True) if words else None
