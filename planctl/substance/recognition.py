"""Which language a text is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module

from planctl.substance import languages
from planctl.substance.language import Grammar, Language, Numbers, Times, Units, words
from planctl.substance.tables import months

_SPOKEN_WORD = re.compile(r"[^\W\d_]+['’]?")
_SAMPLE = 4_000  # characters looked at: enough to know a language, cheap on a huge text
_MARK_SHARE = 0.06  # least share of marks among the words of a longer text; English prose has .25 and more
_SHORT_TEXT = 12  # up to so many words a text may lack every mark of its language
_VERSION_SAMPLE = 20_000  # characters of a whole version looked at, in whole texts
_LEAST, _CLEAR = 8, 2  # words that tell the language of a version, and how many times a rival's
_DEFAULT = "en"  # what a bare list in plain letters is taken for, as nothing says otherwise
_OTHERS = {
    "it": "il di che della gli nel sono una per con delle degli alla dei non è le la lo un da del",
    "pt": "os da dos ao não em uma para com que se do no na as um por são pelo",
    "nl": "het een van niet wordt zijn de en met voor op aan dat door te bij of",
    "pl": "na nie jest się oraz w z i do że dla od przez po są",
    "sv": "och att det som en för på är av med den till ett inte",
    "tr": "ve bir bu için ile olan olarak tarafından",
}
"""Languages that are only recognised: of texts in these planctl reads figures in digits and brackets."""

NO_LANGUAGE = Language("", grammar=Grammar(), numbers=Numbers(), units=Units(), times=Times())
"""What is read where the language is not known: digits, signs of money, percentages."""


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language of that code (BCP 47, lower case); plain digits where there is no such folder."""
    if code not in languages.codes():
        return NO_LANGUAGE
    definition = import_module(f"{languages.__name__}.{code}.language").LANGUAGE
    return definition if isinstance(definition, Language) else NO_LANGUAGE


@lru_cache(maxsize=1)
def _marks() -> dict[str, frozenset[str]]:
    """The words by which each language is recognised; those of a folder are read without the rest of it."""
    marks = {code: words(text) for code, text in _OTHERS.items()}
    for code in languages.codes():
        common = languages.common(code)
        marks[code] = words(common.MARKS).union(common.CARDINALS, months(common.MONTHS))
    return marks


@lru_cache(maxsize=256)
def _heard(text: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """How many words a text has, and the marks of each language among them."""
    spoken = _SPOKEN_WORD.findall(text.lower().replace("’", "'"))
    heard = {code: sum(map(marks.__contains__, spoken)) for code, marks in _marks().items()}
    if not text.isascii():
        for code, letters in _letters().items():
            heard[code] += sum(not letters.isdisjoint(word) for word in spoken)
    return len(spoken), tuple(heard.items())


@lru_cache(maxsize=1)
def _letters() -> dict[str, frozenset[str]]:
    alphabets = {code: frozenset(languages.common(code).LETTERS) for code in languages.codes()}
    return {code: letters for code, letters in alphabets.items() if letters}


def tagged(tag: str) -> Language:
    """The language of a BCP 47 tag, whatever its region and script: ``fr-CA`` is French."""
    return language(tag.replace("_", "-").partition("-")[0].lower())


def of_version(texts: Sequence[str]) -> str | None:
    """The code of the language that texts of one author are written in; None where that is not clear.

    A single sentence of another language does not count; where another language has half as many words that
    tell, nothing is sure.
    """
    total, counts = _counted(_sample(texts))
    best, *rivals = sorted(counts, key=lambda code: -counts[code]) or [""]
    few = counts.get(best, 0) < max(_LEAST, _MARK_SHARE * total)
    rival = counts[rivals[0]] if rivals else 0
    return None if few or _CLEAR * rival > counts[best] else best


def _sample(texts: Sequence[str]) -> Iterator[str]:
    """Texts from all parts of a version, about as many characters as are needed."""
    step = 1 + sum(map(len, texts)) // _VERSION_SAMPLE
    return (text[:_SAMPLE] for text in texts[::step])


def _counted(texts: Iterable[str]) -> tuple[int, dict[str, int]]:
    """How many words texts have, and the marks of each language among them."""
    counts: dict[str, int] = {}
    total = 0
    for text in texts:
        size, heard = _heard(text)
        total += size
        for code, count in heard:
            counts[code] = counts.get(code, 0) + count
    return total, counts


def of_texts(*texts: str) -> Language:
    """The language that all of the texts are written in, as far as their words tell."""
    total, counts = _counted(text[:_SAMPLE] for text in texts)
    best = max(counts, key=lambda code: (counts[code], code == _DEFAULT, code not in _OTHERS), default="")
    few = total > _SHORT_TEXT * len(texts) and counts.get(best, 0) < _MARK_SHARE * total
    if not counts.get(best) or few:
        return (
            language(_DEFAULT) if all(text[:_SAMPLE].isascii() for text in texts) and not few else NO_LANGUAGE
        )
    return language(best)
