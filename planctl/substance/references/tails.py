"""What stands around a reference and says where it points: ``of this Agreement``, ``of the Treaty``."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from planctl.substance.references.keyworded import Keyworded, keyword_at, keyworded
from planctl.substance.references.numbers import BLANK, Path, ends, is_roman, nested
from planctl.substance.references.places import WORD, gap, word_at
from planctl.substance.references.series import Member
from planctl.substance.references.words import Words, keywords, low

Belongs = Literal["here", "home", "elsewhere", "unclear", "unsaid"]
"""What a text says of a reference: of this Agreement; of this Article; of the Treaty; another text is spoken
of nearby and might be meant; or nothing."""

_LONGEST_NAME = 8  # words of the name of another text
_TEXT_NAMED_WITHIN = 200  # characters before a reference in which another text may be named
_STOP = re.compile(r"[.;!?]\s|\u2029")
_COMMA = re.compile(rf"{BLANK}?,")
_SHORTEST_ACRONYM = 2
_DEEPEST_NESTING = 4  # references within each other: item b of paragraph 2 of Article 5 of Annex I


class Tail(NamedTuple):
    """What follows a reference up to ``end``. ``above`` are the paths it stands in, under ``keyword``;
    ``below`` the paths of what it names in itself: "Article 5, paragraph 2". ``doubtful`` are numbers behind
    it that may be more of what it stands in."""

    end: int
    belongs: Belongs = "unsaid"
    act: str = ""
    keyword: str = ""
    above: tuple[Path, ...] = ()
    below: tuple[Path, ...] = ()
    doubtful: tuple[Member, ...] = ()

    @property
    def shortened(self) -> Tail:
        """The same with the ends of its ranges only."""
        return self._replace(above=ends(self.above), below=ends(self.below))


def tail(text: str, reference: Keyworded, deep: int = 0) -> Tail:
    """What follows a reference."""
    if deep < _DEEPEST_NESTING and (part := _part(text, reference)):
        inner = tail(text, part, deep + 1)
        if not inner.above and not inner.keyword:
            paths = tuple(path for member in part.members for path in member.paths)
            return inner._replace(below=nested(paths, inner.below), doubtful=part.doubtful)
    return _of(text, reference, deep) or _behind(text, reference)


def _part(text: str, reference: Keyworded) -> Keyworded | None:
    """``paragraph 2`` after "Article 5," or "Article 5"."""
    if len(reference.members) > 1 or reference.keyword.sort != "provision":
        return None
    comma = _COMMA.match(text, reference.end)
    part = keyworded(text, gap(text, comma.end() if comma else reference.end))
    return part if part and reference.keyword.holds(part.keyword) else None


def _of(text: str, reference: Keyworded, deep: int) -> Tail | None:
    """``of the Treaty``, ``of Article 5``, ``of this Agreement``."""
    comma = _COMMA.match(text, reference.end)
    start = gap(text, comma.end() if comma else reference.end)
    word, end = word_at(text, start)
    known = reference.words
    is_of = word in known.of
    if not (is_of or word in known.to):
        return _genitive(text, start, reference, deep)
    at = _past_articles(text, end, known)
    then = keyworded(text, at)
    if then and then.keyword.sort != "label" and deep < _DEEPEST_NESTING:
        return _within(text, then, deep)
    word, end = word_at(text, at)
    if word in known.here:
        return _this(text, reference, end)
    return _named(text, at, reference, is_of=is_of, follows_comma=comma is not None)


def _genitive(text: str, start: int, reference: Keyworded, deep: int) -> Tail | None:
    """The same in languages that say it by case alone."""
    if (
        reference.words.of
        and "ru" not in reference.keyword.languages
        and "uk" not in reference.keyword.languages
    ):
        return None
    if start == reference.end:
        return None
    then = keyworded(text, start)
    if then and deep < _DEEPEST_NESTING and then.keyword.sort != "label":
        return _within(text, then, deep)
    word, end = word_at(text, start)
    if word in reference.words.here:
        return _this(text, reference, end)
    if word in reference.words.acts_named:
        return Tail(end, "elsewhere", word)
    return Tail(reference.end, "unclear") if word in reference.words.selves else None


def _within(text: str, then: Keyworded, deep: int) -> Tail:
    if then.keyword.sort == "act":
        return Tail(then.end, "elsewhere", f"{then.keyword.name} {' '.join(then.members[0].paths[0])}")
    outer = tail(text, then, deep + 1)
    paths = nested(tuple(path for member in then.members for path in member.paths), outer.below)
    keyword = outer.keyword or then.keyword.name
    doubtful = outer.doubtful or then.doubtful
    return outer._replace(keyword=keyword, above=nested(outer.above, paths), below=(), doubtful=doubtful)


def _this(text: str, reference: Keyworded, end: int) -> Tail:
    """``of this Article`` is the one in which it stands, ``of this Agreement`` the whole text."""
    keyword, _ = keyword_at(text, gap(text, end))
    is_part = keyword is not None and keyword.sort == "provision" and keyword.holds(reference.keyword)
    return Tail(reference.end, "home" if is_part else "here")


def _past_articles(text: str, end: int, known: Words) -> int:
    at = gap(text, end)
    while True:
        word, end = word_at(text, at)
        if not word or word not in known.articles:
            return at
        at = gap(text, end)
        if text.startswith("'", end):
            at = end + 1


def _named(text: str, at: int, reference: Keyworded, *, is_of: bool, follows_comma: bool) -> Tail | None:
    """The name of another text: words with capitals, or a single small one."""
    names: list[str] = []
    end = reference.end
    while len(names) < _LONGEST_NAME and (match := WORD.match(text, at)):
        if names and not match[0][0].isupper():
            break
        if (act := keyworded(text, at)) and act.keyword.sort == "act":
            return _within(text, act, _DEEPEST_NESTING)
        names.append(low(match[0]))
        end = match.end()
        if not match[0][0].isupper():
            break
        at = gap(text, end) if text[end : end + 1] not in {",", ".", ";"} else len(text)
    if not names or not (
        is_of or (text[end - 1].isalpha() and _is_act(names, text[end - len(names[-1]) : end], reference))
    ):
        return None
    if len(names) > 1:
        return Tail(end, "elsewhere", " ".join(names))
    is_small = text[end - len(names[0]) : end].islower()
    if is_small and follows_comma:
        return None  # "in accordance with Article 91, of such documents"
    cut = is_small and word_at(text, gap(text, end))[0] in keywords()  # "of the first subparagraph"
    if names[0] in reference.words.selves or cut:
        return Tail(reference.end if cut else end, "unclear", "" if cut else names[0])
    return Tail(end, "elsewhere", names[0])


def _is_act(names: list[str], last: str, reference: Keyworded) -> bool:
    return last[:1].isupper() or names[-1] in reference.words.acts_named


def _behind(text: str, reference: Keyworded) -> Tail:
    """``above``, ``thereof``, or a name directly behind: "Article 6 GDPR"."""
    at = gap(text, reference.end)
    match = WORD.match(text, at)
    if match is None or at == reference.end:
        return Tail(reference.end)
    word = low(match[0])
    if word in reference.words.here_after:
        return Tail(reference.end, "here")
    if (
        word in reference.words.elsewhere_after
        or _is_acronym(match[0])
        or (match[0][0].isupper() and word in reference.words.acts_named)
    ):
        return Tail(match.end(), "elsewhere", word)
    return Tail(reference.end, "unclear" if match[0][0].isupper() else "unsaid")


def _is_acronym(word: str) -> bool:
    return len(word) >= _SHORTEST_ACRONYM and word.isupper() and not is_roman(word)


def before(text: str, start: int, known: Words) -> Belongs:
    """Whether another text is spoken of before a reference, in the same sentence."""
    reached = text[max(0, start - _TEXT_NAMED_WITHIN) : start]
    stops = list(_STOP.finditer(reached))
    sentence = reached[stops[-1].end() :] if stops else reached
    matches = list(WORD.finditer(sentence))
    lows = [low(match[0]) for match in matches]
    for k, (match, word) in enumerate(zip(matches, lows, strict=True)):
        if (
            word in known.acts_named
            and match[0][0].isupper()
            and known.here.isdisjoint(lows[max(0, k - 2) : k])
        ):
            return "unclear"
    if not matches:
        return "unsaid"
    last, word = matches[-1], lows[-1]
    between = sentence[last.end() :].strip()
    if between in {"", ",", "'s", "'"} and (_is_acronym(last[0]) or word in known.acts_named):
        return "unclear" if known.here.isdisjoint(lows[-3:-1]) else "unsaid"
    is_name = last[0][0].isupper() and last.start() > 0 and word not in keywords() and len(word) > 1
    return "unclear" if is_name and between in {"", "'s"} else "unsaid"
