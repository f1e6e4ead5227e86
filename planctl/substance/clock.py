"""Times of the day."""

from __future__ import annotations

from typing import NamedTuple

from planctl.substance.drafts import Draft, Sentence
from planctl.substance.language import Language

_HOURS, _MINUTES, _NOON = range(25), range(60), 12
_MINUTE_DIGITS, _MILITARY_DIGITS = 2, 4


class _Time(NamedTuple):
    hour: int
    minute: int
    last: int


def clock(sentence: Sentence, i: int) -> Draft | None:
    """The time that begins at token ``i``: ``0600 hours``, ``at 06:00``, ``6 p.m.``; not the ratio 60:40."""
    language = sentence.language
    if language is None or sentence.sort(i) != "number":
        return None
    led = sentence.low(i - 1) in language.clock_cues
    time = _halved(sentence, i) or _in_full(sentence, language, i, led=led)
    if time is None or time.hour not in _HOURS or time.minute not in _MINUTES:
        return None
    return Draft("date", f"{time.hour:02}:{time.minute:02}", i, time.last)


def _number(sentence: Sentence, i: int, most: int) -> int:
    """The number at token ``i`` if it has up to so many digits, else -1."""
    low = sentence.low(i)
    return int(low) if low.isascii() and low.isdigit() and len(low) <= most else -1


def _with_minutes(sentence: Sentence, i: int) -> _Time:
    """``6`` or ``6:30``."""
    hour = _number(sentence, i, _MINUTE_DIGITS)
    full = sentence.low(i + 1) == ":" and sentence.glued(i + 2) and len(sentence.low(i + 2)) == _MINUTE_DIGITS
    return _Time(hour, _number(sentence, i + 2, _MINUTE_DIGITS), i + 3) if full else _Time(hour, 0, i + 1)


def _halved(sentence: Sentence, i: int) -> _Time | None:
    """``6 pm``, ``6:30 p.m.``"""
    time = _with_minutes(sentence, i)
    low = sentence.low(time.last)
    dotted = low in {"a", "p"} and (sentence.low(time.last + 1), sentence.low(time.last + 2)) == (".", "m")
    if not (dotted or low in {"am", "pm"}) or time.hour > _NOON:
        return None
    afternoon = _NOON if low.startswith("p") else 0
    return _Time(time.hour % _NOON + afternoon, time.minute, time.last + (3 if dotted else 1))


def _in_full(sentence: Sentence, language: Language, i: int, *, led: bool) -> _Time | None:
    """``06:00`` after "at" or before "hours", ``0600 hours``."""
    time = _with_minutes(sentence, i)
    told = sentence.low(time.last) in language.clocks
    if time.last == i + 1:
        military = _number(sentence, i, _MILITARY_DIGITS)
        known = told and len(sentence.low(i)) == _MILITARY_DIGITS
        time = _Time(*divmod(military, 100), time.last)
        told = known and (led or sentence.low(i).startswith("0"))
        led = False
    return time._replace(last=time.last + told) if led or told else None
