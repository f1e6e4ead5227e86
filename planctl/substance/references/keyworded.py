"""A keyword and its numbers, as they stand together: ``Articles 3 to 5``, ``§ 7``, ``Directive 95/46/EC``."""

from __future__ import annotations

from typing import NamedTuple

from planctl.substance.languages import codes
from planctl.substance.references.acts import is_complex, past_body
from planctl.substance.references.counting import follows
from planctl.substance.references.places import gap, word_at
from planctl.substance.references.series import Member, series
from planctl.substance.references.words import Keyword, Words, keywords, words

_SECTION = Keyword("section", "provision", plural=False, wary=False, short=True, languages=())
_LETTERS = 4
"""Letters of an abbreviation that needs neither a full stop nor a capital: "para 3"."""


class Keyworded(NamedTuple):
    """``text[start:end]``: a keyword with its numbers, and the words of its languages.

    ``doubtful`` are numbers behind it that may count what follows instead.
    """

    start: int
    end: int
    keyword: Keyword
    members: tuple[Member, ...]
    words: Words
    doubtful: tuple[Member, ...] = ()


def keyworded(text: str, start: int) -> Keyworded | None:
    """The keyword at a place with its numbers; None if there is no keyword, or no number surely belongs to
    it."""
    keyword, end = keyword_at(text, start)
    if keyword is None:
        return None
    known = words(keyword.languages)
    members, doubtful = series(text, (start, _first_number(text, end, keyword, known)), keyword, known)
    if not members or not _is_meant(text, start, members, keyword, known):
        return None
    return Keyworded(start, members[-1].end, keyword, members, known, doubtful)


def keyword_at(text: str, start: int) -> tuple[Keyword | None, int]:
    """The keyword at a place, and where it ends."""
    if text.startswith("§", start):
        end = start + 1 + text.startswith("§", start + 1)
        return _SECTION._replace(plural=end > start + 1, languages=codes()), end
    word, end = word_at(text, start)
    keyword = keywords().get(word)
    if keyword is None:
        return None, end
    if not keyword.short:
        return keyword, end
    dotted = text.startswith(".", end)
    plain = len(word) >= _LETTERS or text[start].isupper()
    return (keyword if dotted or plain else None), end + dotted


def _first_number(text: str, end: int, keyword: Keyword, known: Words) -> int:
    at = gap(text, end)
    if at == end and not text.startswith("(", at) and text[end - 1] not in ".§":
        return len(text)  # "Article5" is no word of anybody's
    if keyword.sort == "act":
        at = past_body(text, at)
    return (
        past_sign(text, at, known)
        if keyword.sort != "provision" or text.startswith(("N", "n", "№"), at)
        else at
    )


def past_sign(text: str, at: int, known: Words) -> int:
    """After "No." or "n°"; the same place if there is none."""
    if text.startswith("№", at):
        return gap(text, at + 1)
    word, end = word_at(text, at)
    if word.rstrip("º") not in known.number_signs:
        return at
    while text.startswith((".", "°", "º"), end):
        end += 1
    return gap(text, end)


def _is_meant(text: str, start: int, members: tuple[Member, ...], keyword: Keyword, known: Words) -> bool:
    """Whether an ordinary word with a number behind it is meant as a keyword: "Part 3", not "in part 30
    ships"."""
    first = members[0]
    if text[start].isupper() or text.startswith("§", start):
        return True
    if keyword.sort == "act":
        signed = first.start > 0 and text[first.start - 1 : first.start] in {"№", "°", "º"}
        before = text[: first.start].rstrip()[-1:]
        return not keyword.wary or is_complex(first.paths[0][0]) or signed or before in {".", "°", "º", "№"}
    is_word = text[first.start : first.end] in {"A", "I"}
    return follows(text, members[-1].end, known) if keyword.wary or is_word else True
