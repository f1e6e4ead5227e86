"""The numbers behind a keyword: one, a list, a range: ``3 to 5``, ``3, 4 and 7``, ``4(1) and (2)``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from planctl.substance.references.acts import act_number
from planctl.substance.references.numbers import (
    BLANK,
    Number,
    Path,
    ascends,
    attached,
    between,
    number,
)
from planctl.substance.references.words import Keyword, Words, keywords, low, measures
from planctl.substance.references.words import words as words_of

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|\xad|-(?=[^\W\d_]))*+")
_DASH = re.compile(rf"{BLANK}?-{BLANK}?")
_COMMA = re.compile(rf"{BLANK}?,{BLANK}{{0,4}}")
_FOOTNOTE = re.compile(rf"{BLANK}?\(\d{{1,3}}\)")
_GAP = re.compile(rf"{BLANK}{{0,8}}")
_SLASH = re.compile(r"/(?=\d)")
_AND_OR = re.compile(rf"{BLANK}{{1,8}}([^\W\d_]{{1,3}}/[^\W\d_]{{1,4}})(?={BLANK})")
_ENDS = frozenset(".,;:)]!?\"'»/&-")
_LONGEST = 3  # digits of a number in a list whose first one is no longer
_MOST = 400  # members of one list

Joint = Literal["range", "dash", "and", "or", "comma"]


class Member(NamedTuple):
    """One member of a printed list: ``text[start:end]``, and the path that it names, or those of a range."""

    start: int
    end: int
    paths: tuple[Path, ...]


class _Link(NamedTuple):
    joint: Joint
    end: int
    word: str = ""


class _Step(NamedTuple):
    joint: Joint
    number: Number
    word: str


def gap(text: str, at: int) -> int:
    """Where the next sign stands that is no blank."""
    match = _GAP.match(text, at)
    return match.end() if match else at


def word_at(text: str, at: int) -> tuple[str, int]:
    """The word at a place in its looked-up form, and its end; empty if there is none."""
    match = WORD.match(text, at)
    return (low(match[0]), match.end()) if match else ("", at)


def series(text: str, at: int, keyword: Keyword, words: Words) -> tuple[Member, ...]:
    """The numbers that begin at a place, as far as they surely belong to the keyword; maybe none."""
    first = _number(text, at, keyword, words)
    if first is None:
        return ()
    steps = _steps(text, first, keyword, words)
    return _members(first, _kept(text, steps, words, keyword))


def _number(text: str, at: int, keyword: Keyword, words: Words) -> Number | None:
    if keyword.sort == "act":
        found = act_number(text, at, words)
        # Resolutions are counted on from year to year, so that their number says it all.
        return found._replace(path=found.path[:1]) if found and keyword.name == "resolution" else found
    deep = keyword.name in {"item", "subparagraph"}
    found = number(text, at, lower=deep, half=deep or keyword.name == "point")
    if found is None or found.shape != "letter" or not text[at].islower():
        return found
    return found if follows(text, found.end, words) else None  # "item a", but not "item a few need"


def _steps(text: str, first: Number, keyword: Keyword, words: Words) -> list[_Step]:
    found: list[_Step] = []
    last = first
    while len(found) < _MOST and (link := _link(text, _past_footnote(text, last, keyword), words)):
        then = _number(text, _past_keyword(text, link, keyword), keyword, words)
        if then is None or not _continues(first, last, then, link):
            break
        found.append(_Step(link.joint, then, link.word))
        last = then
    return found


def _past_footnote(text: str, last: Number, keyword: Keyword) -> int:
    """After the number of a footnote: "2015/443 (18) and 2015/444 (19)"."""
    match = _FOOTNOTE.match(text, last.end) if keyword.sort == "act" else None
    return match.end() if match else last.end


def _link(text: str, at: int, words: Words) -> _Link | None:
    if match := _DASH.match(text, at):
        return _Link("dash", match.end())
    if match := _SLASH.match(text, at):
        return _Link("or", match.end())
    comma = _COMMA.match(text, at)
    if (match := _AND_OR.match(text, at)) and low(match[1]) in words.ors:
        return _Link("or", gap(text, match.end()))
    start = comma.end() if comma else gap(text, at)
    word, end = word_at(text, start)
    if text.startswith("&", start):
        word, end = "&", start + 1
    for joint, known in (("range", words.ranges), ("or", words.ors), ("and", words.ands | {"&"})):
        if word and word in known and start > at:
            return _Link(joint, gap(text, end), word)  # type: ignore[arg-type]
    return _Link("comma", comma.end()) if comma else None


def _past_keyword(text: str, link: _Link, keyword: Keyword) -> int:
    """After the second keyword of "Article 3 to Article 5"; elsewhere a keyword begins another reference."""
    if link.joint != "range":
        return link.end
    word, end = word_at(text, link.end)
    again = keywords().get(word)
    return gap(text, end) if again and again.name == keyword.name else link.end


def _continues(first: Number, last: Number, then: Number, link: _Link) -> bool:
    if link.joint in {"dash", "range"} and not (
        ascends(last.path, then.path) if then.shape != "bracket" else True
    ):
        return False
    if then.shape == "bracket":
        return True
    if first.shape == "bracket" or (then.shape == "digits") != (first.shape == "digits"):
        return False
    return then.shape != "digits" or len(then.path[0]) <= max(_LONGEST, len(first.path[0]))


def follows(text: str, at: int, words: Words) -> bool:
    """Whether what stands here can follow a reference but hardly a quantity: an end, a verb, "of"."""
    start = gap(text, at)
    if start == len(text) or text[start] in _ENDS:
        return True
    word, _ = word_at(text, start)
    return bool(word) and (word in words.closers or word in words.ands or word in words.ors)


def _kept(text: str, steps: Sequence[_Step], words: Words, keyword: Keyword) -> Sequence[_Step]:
    """The steps that surely are numbers of the list: in "point 3 and 4 observers" the 4 is none."""
    if not steps:
        return steps
    sure = 0
    for k, step in enumerate(steps, 1):
        if _counts(text, step, words, keyword):
            break
        closed = any(step.joint in {"and", "or"} for step in steps[: k - 1])
        is_comma = step.joint == "comma"
        by_form = step.joint in {"dash", "or"} or (keyword.plural and not closed and not is_comma)
        may_be = not is_comma or (keyword.plural and not closed)
        if by_form or (may_be and follows(text, step.number.end, words)):
            sure = k
    return steps[:sure]


def _counts(text: str, step: _Step, words: Words, keyword: Keyword) -> bool:
    """Whether the number counts or measures what follows: "Articles 3 and 30 days", "points 4, 20 trucks"."""
    at = gap(text, step.number.end)
    word, end = word_at(text, at)
    if step.joint not in {"and", "or", "comma"} or not word or word in words.closers:
        return False
    two = f"{word} {word_at(text, gap(text, end))[0]}"
    if any(word in measures(code) or two in measures(code) for code in keyword.languages):
        return True
    if step.joint != "and" or not text[at].islower() or text.startswith("'", end):
        return False
    joining = [code for code in keyword.languages if step.word in words_of((code,)).ands]
    return any(_is_counted(word, words_of((code,))) for code in joining)


def _is_counted(word: str, own: Words) -> bool:
    """Whether a word behind a list of numbers can only be a noun: there verbs have no such ending."""
    endings = tuple(own.counted_endings)
    return bool(endings) and len(word) > _LONGEST and word.endswith(endings) and not word.endswith("ss")


def _members(first: Number, steps: Sequence[_Step]) -> tuple[Member, ...]:
    found = [Member(first.start, first.end, (first.path,))]
    fixed = 0 if first.shape == "bracket" else 1
    for joint, then, _ in steps:
        before = found[-1].paths[-1]
        path = (
            attached(then.path, before, fixed=min(fixed, len(before)))
            if then.shape == "bracket"
            else then.path
        )
        if joint in {"range", "dash"}:
            paths = (*found[-1].paths[:-1], *between(before, path))
            found[-1] = Member(found[-1].start, then.end, paths)
        else:
            found.append(Member(then.start, then.end, (path,)))
    return tuple(found)
