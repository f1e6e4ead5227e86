"""Passages that stand in square brackets: what is contested on one side and not on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.substance.differences import Difference, Spot

_MARKS = re.compile(r"[\[\]]")
_EDITORIAL = re.compile(r"\[\s*(?:\.\.\.|…|sic!?)\s*\]|(?<=[\w.,;:])\[\d{1,3}[a-z]?\]")
_NOT_WORDS = re.compile(r"[\W_]+")


class _Passage(NamedTuple):
    words: str
    start: int
    end: int


def bracketed(old: str, new: str) -> Iterator[Difference]:
    """Passages put in brackets, taken out of them, or added and dropped with them."""
    sides = [_passages(text) if "[" in text else {} for text in (old, new)]
    if not any(sides):
        return
    plain = [f" {_words(text)} " for text in (old, new)]
    for words, passage in sides[0].items():
        if words not in sides[1]:
            change = "no longer bracketed" if f" {words} " in plain[1] else ""
            yield Difference(
                "bracket", old[passage.start : passage.end], None, change, Spot(*passage[1:]), None
            )
    for words, passage in sides[1].items():
        if words not in sides[0]:
            change = "now bracketed" if f" {words} " in plain[0] else ""
            yield Difference(
                "bracket", None, new[passage.start : passage.end], change, None, Spot(*passage[1:])
            )


def _words(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().casefold()


def _passages(text: str) -> dict[str, _Passage]:
    """The outermost brackets by their words; an editor's marks and what does not close are left out."""
    found: dict[str, _Passage] = {}
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for mark in _MARKS.finditer(text):
        if mark.group() == "[":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, mark.end()))
    for start, end in closed:
        if not _EDITORIAL.fullmatch(text, start, end):
            found.setdefault(_words(text[start:end]), _Passage(_words(text[start:end]), start, end))
    return found
