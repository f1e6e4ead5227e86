"""Passages that stand in square brackets: what is contested on one side and not on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.substance.differences import Difference, Spot

_MARKS = re.compile(r"[\[\]]")
_EDITORIAL = re.compile(r"\[\s*(?:\.\.\.|…|sic!?|\d{1,3}[a-z]?)\s*\]")
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
            yield _one(old, passage, "no longer bracketed" if f" {words} " in plain[1] else "", gone=True)
    for words, passage in sides[1].items():
        if words not in sides[0]:
            yield _one(new, passage, "now bracketed" if f" {words} " in plain[0] else "", gone=False)


def _one(text: str, passage: _Passage, change: str, *, gone: bool) -> Difference:
    spot, words = Spot(passage.start, passage.end), text[passage.start : passage.end]
    if gone:
        return Difference("bracket", words, None, change, spot, None)
    return Difference("bracket", None, words, change, None, spot)


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
