"""Parties named in a text, in any of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from planctl.substance.terms import Term
from planctl.substance.tokens import BREAK

PartyNames = Mapping[str, Sequence[str]] | Sequence[str]
"""Party ids with their names, or just names."""
_SHORTEST_STEM = 5  # letters of a name that may carry an ending: Russia -> Russian, Ukraine -> Ukrainian
_LONGEST_SHORT = 4  # letters of a name in capitals that may be written with full stops: U.S.
_ENDINGS = ("", "ian", "ians", "ean", "eans", "an", "ans", "n", "ns", "s")
_LONGEST_ARTICLE = 3  # letters
_RUN = re.compile(r"\w+|[^\w\s]")

_BEFORE = re.compile(r"(?<![\w'-])([^\W\d_]{1,30})\s$")
_LONGEST_BEFORE = 40
_STOPS = frozenset(".:;!?\n[(\u2029")

_Spelling = tuple[tuple[str, ...], str]
"""The words of a name in one of its forms, and the party that bears it."""
Spellings = Mapping[str, Sequence[_Spelling]]
"""Spellings by the letters or the mark that they begin with."""


def by_party(names: PartyNames) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Party ids with all their names; a plain sequence names each party once."""
    if isinstance(names, Mapping):
        return tuple(
            (party, tuple(words) if not isinstance(words, str) else (words,))
            for party, words in names.items()
        )
    return tuple((name, (name,)) for name in names)


@lru_cache(maxsize=32)
def _by_head(parties: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, list[_Spelling]]:
    """All spellings by the letters or the mark that they begin with, those of longer names first.

    One pattern of all names took 2 ms to compile, more than looking a version through takes like this.
    """
    owners = {name: party for party, names in parties for name in names if name.strip()}
    spellings: dict[str, list[_Spelling]] = {}
    for name in sorted(owners, key=lambda name: (-len(name), name)):
        for words in _spellings(name):
            spellings.setdefault(next(_RUN.finditer(words[0])).group(), []).append((words, owners[name]))
    return spellings


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """A name in its forms, in capitals, and without the article that leads it."""
    words = tuple(name.split())
    bare = _without_article(words)
    for variant in dict.fromkeys((words, bare)):
        for form in _forms(variant):
            yield form
            yield tuple(word.upper() for word in form)


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """``the Coastal League`` without its article, ``l'Orlande`` without the letter that stands for it."""
    if len(words) > 1 and words[0].islower() and len(words[0]) <= _LONGEST_ARTICLE and words[1][:1].isupper():
        return words[1:]
    head, mark, rest = words[0].partition("'")
    elided = mark and head.islower() and rest[:1].isupper() and len(head) == 1
    return (rest, *words[1:]) if elided else words


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if len(words) > 1:
        return
    word = words[0]
    if word.isupper() and len(word) <= _LONGEST_SHORT:
        yield ("".join(f"{letter}." for letter in word),)
    elif len(word) >= _SHORTEST_STEM and word.isalpha():
        bases = {word, word.rstrip("aeiouy")} - {""}
        yield from ((base + ending,) for base in sorted(bases) for ending in _ENDINGS)


class Parties:
    """Names made ready once, for whoever compares many texts of one plan."""

    def __init__(self, names: PartyNames) -> None:
        self.spellings: Spellings = _by_head(by_party(names))


def spelled(names: PartyNames | Parties) -> Spellings:
    """All spellings of all names, by the letters or the mark that they begin with."""
    return names.spellings if isinstance(names, Parties) else _by_head(by_party(names))


def mentions(text: str, spellings: Spellings) -> list[Term]:
    """Every mention of a party, in order; ``value`` is the party's id."""
    terms: list[Term] = []
    end = -1
    source, text = text, text.replace("’", "'")
    for run in _RUN.finditer(text) if spellings else ():
        head = run.group()
        if head not in spellings:
            continue
        start = run.start()
        if start < end or (start and _in_word(text[start - 1])):
            continue
        for words, party in spellings[head]:
            last = _last(text, start, words)
            if last and (start <= end + 1 or not _is_part(text, start, last)):
                terms.append(Term("party", party, source[start:last], start, last))
                end = last
                break
    return terms


def _last(text: str, at: int, words: Sequence[str]) -> int:
    """Where words that stand in the text from ``at`` on end, or 0 if they do not stand there."""
    for number, word in enumerate(words):
        start = at
        while number and at < len(text) and text[at].isspace() and text[at] != BREAK:
            at += 1
        if (number and at == start) or not text.startswith(word, at):
            return 0
        at += len(word)
    return 0 if at < len(text) and _in_word(text[at]) else at


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a name is part of another: the European Council is not the Council."""
    before = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    if before is None or not before[1].istitle() or len(before[1]) <= _LONGEST_ARTICLE:
        return False
    lead = text[: before.start(1)].rstrip()
    return bool(lead) and lead[-1] not in _STOPS and text[start:end].istitle()


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
