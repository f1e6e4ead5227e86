"""Numbers that are no quantities: versions, house numbers, citations, addresses of the web, labels."""

from __future__ import annotations

import re

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.values.dates import dates_a_title

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u2029]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,253}")
_STREET_WORDS = 4  # words of a street's name
_CITED = 7  # tokens in which "U.S.C." stands from its numbers
_LONGEST_LABEL = 3  # digits: nobody numbers a thousand points


def addresses(text: str) -> list[tuple[int, int]]:
    """Where addresses of the web and of mail stand."""
    if "@" not in text and "www." not in text and "://" not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def is_name(sentence: Sentence, draft: SentenceTerm) -> bool:
    """Whether a figure is the number of something: nothing was counted."""
    if (
        draft.kind != "figure"
        or draft.unit == "angle"
        or draft.amount is None
        or draft.amount.dimension != "count"
    ):
        return False
    i = draft.first
    return (
        _is_label(sentence, draft)
        or _is_numbered_act(sentence, i)
        or sentence.low(i - 1) in sentence.language.units.versions
        or _is_house(sentence, i)
        or _is_cited(sentence, i)
        or _follows_name(sentence, draft)
        or _follows_noun(sentence, draft)
        or _has_parts(sentence, draft)
        or dates_a_title(sentence, i)
        or _is_dialled(sentence, i)
    )


def _is_label(sentence: Sentence, draft: SentenceTerm) -> bool:
    """``1.`` or ``(2)`` before the words it numbers, and ``[3]`` anywhere."""
    first, last = draft.first, draft.first + 1
    if sentence.sort(first) == "word":  # Part Eight
        return sentence.tokens[first].capital and sentence.low(first - 1) in sentence.language.labels
    if len(sentence.low(first)) > _LONGEST_LABEL or sentence.sort(first) != "number":
        return False
    before, after = sentence.low(first - 1), sentence.low(last)
    enclosed = (before, after) in {("(", ")"), ("[", "]")} and not draft.nouns
    leads = (
        first == 0
        or before in {":", ";", "."}
        or (before in sentence.language.grammar.and_or and not draft.nouns)
    )
    return enclosed or (leads and after in {".", ")"} and draft.last == last)


def _is_numbered_act(sentence: Sentence, i: int) -> bool:
    """``1234/2007``, ``2003/88/EC``, ``1/4``; ``§ 14``; the scale ``1:50,000``."""
    after = sentence.low(i + 1) == "/" and sentence.glued(i + 1) and sentence.glued(i + 2)
    before = sentence.low(i - 1) == "/" and sentence.glued(i) and sentence.glued(i - 1)
    scale = sentence.low(i - 1) == ":" and sentence.glued(i) and sentence.sort(i - 2) == "number"
    return after or before or scale or sentence.low(i - 1) in {"§", "№", "#"}


def _is_house(sentence: Sentence, i: int) -> bool:
    """``14 Harbour Road``, ``12 rue Victor Hugo``, ``Quay Street 5``."""
    streets = sentence.language.units.streets
    if not streets or sentence.sort(i) != "number":
        return False
    if sentence.low(i + 1) in streets and sentence.language.units.head_first:
        return True
    for j in range(i + 1, i + 1 + _STREET_WORDS):
        if sentence.sort(j) != "word" or not sentence.tokens[j].capital:
            break
        if sentence.low(j) in streets:
            return True
    return sentence.low(i - 1) in streets and sentence.tokens[i - 1].capital


def _is_cited(sentence: Sentence, i: int) -> bool:
    """Beside initials: ``17 U.S.C. 101``, ``29 C.F.R. 1910``."""
    return _initials(sentence, i + 1, 1) or _initials(sentence, i - 1, -1)


def _initials(sentence: Sentence, i: int, step: int) -> bool:
    letters = 0
    for j in range(i, i + step * _CITED, step):
        if sentence.low(j) == "." or (sentence.low(j) == "§"):
            continue
        if sentence.sort(j) != "word" or len(sentence.low(j)) != 1 or not sentence.tokens[j].capital:
            break
        letters += 1
    return letters >= 2  # noqa: PLR2004 - two initials


def _follows_name(sentence: Sentence, draft: SentenceTerm) -> bool:
    """``Flat 7``, ``Sector 4``: a bare number after a capital word inside a sentence."""
    i = draft.first
    units = sentence.language.units
    if sentence.sort(i) != "number" or i < 2 or units.capital_nouns:  # noqa: PLR2004
        return False
    if draft.nouns and (
        not units.plurals or _counts_things(sentence, draft.last - 2) or draft.unit in units.nouns.values()
    ):
        return False
    before = sentence.tokens[i - 1]
    return before.sort == "word" and before.capital and before.low not in sentence.language.times.months


def _follows_noun(sentence: Sentence, draft: SentenceTerm) -> bool:
    """``subheading 6.6 in Annex I``, ``class 3 is``: a bare number after the noun that it numbers.

    "The mine gets 300 guards, the dam 50" leaves a noun out instead: a mark or "and" follows.
    """
    i, last, language = draft.first, draft.last, sentence.language
    if draft.nouns or draft.per or sentence.sort(i) != "number" or last != i + 1 or not language.is_complete:
        return False
    if not sentence.is_content(i - 1) or sentence.taken_at(i - 1):
        return False
    goes_on = sentence.sort(last) == "word" and sentence.low(last) not in language.grammar.conjunctions
    return "." in sentence.low(i) or (goes_on and sentence.low(last) not in language.lists)


def _has_parts(sentence: Sentence, draft: SentenceTerm) -> bool:
    """``15 (1)``, ``26(b)``: only what is numbered has parts."""
    i = draft.first + 1
    if draft.nouns or draft.last != i or sentence.low(i) != "(" or sentence.low(i + 2) != ")":
        return False
    return sentence.low(i + 1).isdecimal() or len(sentence.low(i + 1)) == 1


def _is_dialled(sentence: Sentence, i: int) -> bool:
    """``0800 123 456``: digits that begin with nought, or follow others without a mark."""
    low = sentence.low(i)
    follows = sentence.sort(i - 1) == "number" and not sentence.taken_at(i - 1)
    return sentence.sort(i) == "number" and (follows or (low.isdecimal() and len(low) > 1 and low[0] == "0"))


def _counts_things(sentence: Sentence, i: int) -> bool:
    """Whether a plural noun follows: "point 3 and 4 observers"."""
    units = sentence.language.units
    if not sentence.is_content(i + 1) or sentence.tokens[i + 1].capital:
        return False
    low = sentence.low(i + 1)
    return low in units.nouns or (
        bool(units.plurals) and low.endswith(units.plurals) and not low.endswith(units.no_plurals)
    )
