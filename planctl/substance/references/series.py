"""The numbers behind a keyword: one, a list, a range: ``3 to 5``, ``3, 4 and 7``, ``4(1) and (2)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from planctl.substance.references.acts import act_number, is_complex, past_body
from planctl.substance.references.counting import Joint, counting, follows
from planctl.substance.references.numbers import (
    BLANK,
    Path,
    ReferenceNumber,
    ascends,
    attached,
    between,
    number,
)
from planctl.substance.references.places import gap, word_at
from planctl.substance.references.words import Keyword, Words, keywords, low

_DASH = re.compile(rf"{BLANK}?-{BLANK}?")
_COMMA = re.compile(rf"{BLANK}?,{BLANK}{{0,4}}")
_FOOTNOTE = re.compile(rf"{BLANK}?\(\d{{1,3}}\)")
_SLASH = re.compile(r"/(?=\d)")
_AND_OR = re.compile(rf"{BLANK}{{1,8}}([^\W\d_]{{1,3}}/[^\W\d_]{{1,4}})(?={BLANK})")
_LONGEST_NUMBER = 3  # digits of a number in a list whose first one is no longer; of acts one more
_MOST_MEMBERS = 400  # members of one list
_BETWEEN_GROUPS = frozenset(("and", "or", "comma"))


class Member(NamedTuple):
    """One member of a printed list: ``text[start:end]``, and the path that it names, or those of a range."""

    start: int
    end: int
    paths: tuple[Path, ...]


class Series(NamedTuple):
    """The numbers behind a keyword; ``doubtful`` are those at the end that may count what follows instead."""

    members: tuple[Member, ...]
    doubtful: tuple[Member, ...] = ()


class _Link(NamedTuple):
    joint: Joint
    end: int
    word: str = ""


class _Step(NamedTuple):
    joint: Joint
    number: ReferenceNumber
    word: str


def series(text: str, place: tuple[int, int], keyword: Keyword, words: Words) -> Series:
    """The numbers behind a keyword as far as they belong to it; maybe none. ``place`` is where the keyword
    begins, and where its first number would."""
    start, at = place
    first = _number(text, at, keyword, words)
    if first is None:
        return Series(())
    groups = _likely(text, _groups(_steps(text, first, keyword, words)), words, keyword)
    members = _members(first, chain.from_iterable(groups))
    if not groups or groups[-1][0].joint not in _BETWEEN_GROUPS:
        return Series(members)
    joint, last = groups[-1][0], groups[-1][-1]
    verdict = counting(text, (start, last.number.end), (joint.joint, joint.word), keyword, words)
    if verdict == "number":
        return Series(members)
    sure = _members(first, chain.from_iterable(groups[:-1]))
    return Series(sure, members[len(sure) :] if verdict == "unclear" else ())


def _groups(steps: Sequence[_Step]) -> list[list[_Step]]:
    """The steps in groups, each one number or one range; the first may go on from the number before them."""
    groups: list[list[_Step]] = []
    for step in steps:
        if step.joint in _BETWEEN_GROUPS or not groups:
            groups.append([])
        groups[-1].append(step)
    return groups


def _number(text: str, at: int, keyword: Keyword, words: Words) -> ReferenceNumber | None:
    if keyword.sort == "act":
        parsed = act_number(text, at, words)
        # Resolutions are counted on from year to year, so that their number says it all.
        return parsed._replace(path=parsed.path[:1]) if parsed and keyword.name == "resolution" else parsed
    deep = keyword.name in {"item", "subparagraph"}
    parsed = number(text, at, lower=deep, half=deep or keyword.name == "point")
    if parsed is None or parsed.shape != "letter" or not text[at].islower():
        return parsed
    return parsed if follows(text, parsed.end, words) else None  # "item a", but not "item a few need"


def _steps(text: str, first: ReferenceNumber, keyword: Keyword, words: Words) -> list[_Step]:
    steps: list[_Step] = []
    last = first
    while len(steps) < _MOST_MEMBERS and (link := _link(text, _past_footnote(text, last, keyword), words)):
        then = _number(text, _past_keyword(text, link, keyword), keyword, words)
        if then is None or not _continues(first, last, then, link, keyword):
            break
        steps.append(_Step(link.joint, then, link.word))
        last = then
    return steps


def _past_footnote(text: str, last: ReferenceNumber, keyword: Keyword) -> int:
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
        return _Link("or", gap(text, match.end()), low(match[1]))
    start = comma.end() if comma else gap(text, at)
    word, end = word_at(text, start)
    if text.startswith("&", start):
        word, end = "&", start + 1
    for joint, known in (("range", words.ranges), ("or", words.ors), ("and", words.ands | {"&"})):
        if word and word in known and start > at:
            return _Link(joint, gap(text, end), word)  # type: ignore[arg-type]
    return _Link("comma", comma.end()) if comma else None


def _past_keyword(text: str, link: _Link, keyword: Keyword) -> int:
    """After the second keyword of "Article 3 to Article 5", or the second "(EU)" of a list of acts; elsewhere
    a keyword begins another reference."""
    if keyword.sort == "act":
        return past_body(text, link.end)
    if link.joint != "range":
        return link.end
    word, end = word_at(text, link.end)
    again = keywords().get(word)
    return gap(text, end) if again and again.name == keyword.name else link.end


def _continues(
    first: ReferenceNumber, last: ReferenceNumber, then: ReferenceNumber, link: _Link, keyword: Keyword
) -> bool:
    if link.joint in {"dash", "range"} and not (
        ascends(last.path, then.path) if then.shape != "bracket" else True
    ):
        return False
    if then.shape == "bracket":
        return True
    if first.shape == "bracket" or (then.shape == "digits") != (first.shape == "digits"):
        return False
    longest = _LONGEST_NUMBER + (keyword.sort == "act")
    return (
        then.shape != "digits"
        or is_complex(then.path[0])
        or len(then.path[0]) <= max(longest, len(first.path[0]))
    )


def _likely(
    text: str, groups: Sequence[Sequence[_Step]], words: Words, keyword: Keyword
) -> Sequence[Sequence[_Step]]:
    """Those that are of the list by its form: in "point 3 and 4 observers" the 4 is not."""
    likely, closed = 0, False
    for k, group in enumerate(groups, 1):
        joint = group[0].joint
        may_be = joint != "comma" or (keyword.plural and not closed)
        by_form = joint in {"dash", "or"} or (keyword.plural and not closed and joint != "comma")
        if by_form or (may_be and follows(text, group[-1].number.end, words)):
            likely = k
        closed = closed or joint in {"and", "or"}
    return groups[:likely]


def _members(first: ReferenceNumber, steps: Iterable[_Step]) -> tuple[Member, ...]:
    members = [Member(first.start, first.end, (first.path,))]
    fixed = 0 if first.shape == "bracket" else 1
    for joint, then, _ in steps:
        before = members[-1].paths[-1]
        path = (
            attached(then.path, before, fixed=min(fixed, len(before)))
            if then.shape == "bracket"
            else then.path
        )
        if joint in {"range", "dash"}:
            paths = (*members[-1].paths[:-1], *between(before, path))
            members[-1] = Member(members[-1].start, then.end, paths)
        else:
            members.append(Member(then.start, then.end, (path,)))
    return tuple(members)
