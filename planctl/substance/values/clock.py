"""Times of the day, with the zone that they are given in: ``18:00 UTC+2`` is ``16:00 UTC``."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.substance.drafts import Sentence, SentenceTerm

_HOURS, _MINUTES, _NOON, _HOUR, _DAY = range(25), range(60), 12, 60, 24 * 60
_MINUTE_DIGITS, _MILITARY_DIGITS = 2, 4
_ZONES = {
    "utc": 0, "gmt": 0, "wet": 0, "cet": 60, "bst": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "trt": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "jst": 540,
}  # fmt: skip
"""Abbreviations of time zones, in minutes from UTC; written in capitals."""
_OFFSET = re.compile(r"(utc|gmt)-(\d{1,2})")


class _Time(NamedTuple):
    hour: int
    minute: int
    last: int


def clock(sentence: Sentence, i: int) -> SentenceTerm | None:
    """The time that begins at token ``i``: ``0600 hours``, ``at 06:00``, ``6 p.m.``, ``noon``; not 60:40."""
    named = sentence.language.times.named_hours.get(sentence.low(i))
    if named:
        time: _Time | None = _Time(int(named[:2]), 0, i + 1)
    elif sentence.sort(i) == "number":
        led = sentence.low(i - 1) in sentence.language.times.clock_cues
        time = _halved(sentence, i) or _french(sentence, i) or _in_full(sentence, i, led=led)
    else:
        return None
    if time is None or time.hour not in _HOURS or time.minute not in _MINUTES:
        return None
    minutes, mark, last = _zoned(sentence, time)
    minutes %= _DAY
    return SentenceTerm("date", f"{minutes // _HOUR:02}:{minutes % _HOUR:02}{mark}", i, last)


def _zoned(sentence: Sentence, time: _Time) -> tuple[int, str, int]:
    """Minutes in UTC where a zone is given; the mark says so."""
    minutes, i = time.hour * _HOUR + time.minute, time.last
    local = sentence.language.times.local.at(sentence.tokens, i)
    if local:
        return minutes, " local", local.last
    low = sentence.low(i)
    behind = _OFFSET.fullmatch(low)
    if behind:
        return minutes + int(behind[2]) * _HOUR, " UTC", i + 1
    if low not in _ZONES or not sentence.tokens[i].capital:
        return minutes, "", i
    if sentence.low(i + 1) in {"+", "-"} and sentence.glued(i + 1) and sentence.low(i + 2).isdecimal():
        ahead = int(sentence.low(i + 2)[:2]) * (1 if sentence.low(i + 1) == "+" else -1)
        return minutes - ahead * _HOUR, " UTC", i + 3
    return minutes - _ZONES[low], " UTC", i + 1


def _number(sentence: Sentence, i: int, most: int) -> int:
    """The number at token ``i`` if it has up to so many digits, else -1."""
    low = sentence.low(i)
    return int(low) if low.isdecimal() and len(low) <= most else -1


def _with_minutes(sentence: Sentence, i: int) -> _Time:
    """``6``, ``6:30`` or ``6.30``."""
    hour, _, minute = sentence.low(i).partition(".")
    if (
        minute.isdecimal()
        and len(minute) == _MINUTE_DIGITS
        and hour.isdecimal()
        and len(hour) <= _MINUTE_DIGITS
    ):
        return _Time(int(hour), int(minute), i + 1)
    number = _number(sentence, i, _MINUTE_DIGITS)
    full = sentence.low(i + 1) == ":" and sentence.glued(i + 2) and len(sentence.low(i + 2)) == _MINUTE_DIGITS
    return _Time(number, _number(sentence, i + 2, _MINUTE_DIGITS), i + 3) if full else _Time(number, 0, i + 1)


def _halved(sentence: Sentence, i: int) -> _Time | None:
    """``6 pm``, ``6:30 p.m.``"""
    time = _with_minutes(sentence, i)
    low = sentence.low(time.last)
    dotted = low in {"a", "p"} and (sentence.low(time.last + 1), sentence.low(time.last + 2)) == (".", "m")
    if not (dotted or low in {"am", "pm"}) or time.hour > _NOON:
        return None
    afternoon = _NOON if low.startswith("p") else 0
    last = time.last + (3 if dotted else 1)
    last += dotted and sentence.low(last) == "." and sentence.glued(last)
    return _Time(time.hour % _NOON + afternoon, time.minute, last)


def _french(sentence: Sentence, i: int) -> _Time | None:
    """``18 h 30``, ``18h``, ``18 heures`` after a word that leads a time."""
    hour, low = _number(sentence, i, _MINUTE_DIGITS), sentence.low(i + 1)
    if hour < 0 or low not in sentence.language.times.clocks or sentence.language.numbers.spelled == "en":
        return None
    minute = _number(sentence, i + 2, _MINUTE_DIGITS)
    if minute >= 0 and len(sentence.low(i + 2)) == _MINUTE_DIGITS:
        return _Time(hour, minute, i + 3)
    led = sentence.low(i - 1) in sentence.language.times.clock_cues
    return _Time(hour, 0, i + 2) if led else None


def _in_full(sentence: Sentence, i: int, *, led: bool) -> _Time | None:
    """``06:00`` after "at" or before "hours" or a zone, ``0600 hours``."""
    time = _with_minutes(sentence, i)
    if sentence.sort(i) == "number" and "." in sentence.low(i):
        return None
    says = sentence.low(time.last) in sentence.language.times.clocks
    zone = sentence.low(time.last) in _ZONES and sentence.tokens[time.last].capital
    local = sentence.language.times.local.at(sentence.tokens, time.last) is not None
    if time.last == i + 1:
        military = _number(sentence, i, _MILITARY_DIGITS)
        known = (says or zone) and len(sentence.low(i)) == _MILITARY_DIGITS
        time = _Time(*divmod(military, 100), time.last)
        says = known and (led or sentence.low(i).startswith("0"))
        led = local = zone = False
    if not (led or says or zone or local):
        return None
    return time._replace(
        last=time.last + (says and sentence.low(time.last) in sentence.language.times.clocks)
    )
