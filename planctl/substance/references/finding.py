"""Finding the references of a text: keyword, numbers, and what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planctl.substance.references.acts import ActNumber, unlabelled
from planctl.substance.references.keyworded import Keyworded, keyworded, past_sign
from planctl.substance.references.numbers import Path, ends, nested, number, too_many
from planctl.substance.references.places import WORD
from planctl.substance.references.plain import composed, plain
from planctl.substance.references.series import Member
from planctl.substance.references.tails import Belongs, Tail, before, tail
from planctl.substance.references.words import Sort, keywords, low, words

_TRIGGER = re.compile(rf"§{{1,2}}+|№|{WORD.pattern}")

_SPELLED_OUT, _SIGNS_PER_NUMBER = 1_000, 20
"""Numbers to which the ranges of one text are spelled out: so many, and one more for so many signs of it.
What people write has fewer; of later ranges only the ends are kept."""
_LABELLED = re.compile(r"[.:]\s|\s?-\s")


class Reference(NamedTuple):
    """A printed reference: ``text``, the whole name, is what stands at ``start`` to ``end`` (0-based,
    half-open).

    ``keyword`` is the same for every form and language ("article"), empty if there is none. ``members`` are
    those of a printed list, ranges spelled out. ``act`` holds the words that name another text, in lower
    case. ``doubtful`` are numbers behind it that may be more of the list, or count what follows.
    """

    sort: Sort
    keyword: str
    text: str
    start: int
    end: int
    members: tuple[Member, ...]
    belongs: Belongs = "unsaid"
    act: str = ""
    doubtful: tuple[Member, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All that it names."""
        return tuple(path for member in self.members for path in member.paths)

    @property
    def value(self) -> str:
        """What it names, however it is written: ``article 5 1 b``."""
        return " ".join([self.keyword, *(" ".join(path) for path in self.paths), self.act]).strip()


@lru_cache(maxsize=1_024)  # a text is asked for its keywords, its figures and its references
def find(text: str) -> tuple[Reference, ...]:
    """The references of a text in order of place; no two overlap. Any text can be read, in linear time.

    Sort ``mark`` holds digits that are no quantity and no reference either: numbers of houses, addresses, the
    label that a text begins with ("Section 5. Duties").
    """
    if (normalized := composed(text)) is not None:
        return tuple(_placed(each, text, normalized[1]) for each in _found(normalized[0]))
    return tuple(each._replace(text=text[each.start : each.end]) for each in _found(text))


def _placed(reference: Reference, text: str, places: Sequence[int]) -> Reference:
    """What was found in a composed text, in the text as it is."""
    start, end = places[reference.start], places[reference.end]

    def placed(members: Iterable[Member]) -> tuple[Member, ...]:
        return tuple(m._replace(start=places[m.start], end=places[m.end]) for m in members)

    members, doubtful = placed(reference.members), placed(reference.doubtful)
    return reference._replace(text=text[start:end], start=start, end=end, members=members, doubtful=doubtful)


def _found(written: str) -> Iterator[Reference]:
    text = plain(written)
    references = [*(_unlabelled(text, each) for each in unlabelled(text)), *_labelled(text)]
    references.sort(key=lambda each: (each.start, -each.end))
    kept: list[Reference] = []
    opening = len(text) - len(text.lstrip())
    for each in references:
        if not kept or each.start >= kept[-1].end:
            is_label = each.start <= opening and _is_label(text, each)
            kept.append(each._replace(sort="mark") if is_label else each)
    return _carried_back(text, list(_bounded(kept, len(text))))


def _bounded(references: Iterable[Reference], size: int) -> Iterator[Reference]:
    """References whose ranges are not spelled out to more numbers than a text of that size may have."""
    left = _SPELLED_OUT + size // _SIGNS_PER_NUMBER
    for each in references:
        left -= sum(len(member.paths) for member in each.members)
        yield each if left >= 0 else each._replace(members=_shortened(each.members))


def _shortened(members: Iterable[Member]) -> tuple[Member, ...]:
    """The same with the ends of ranges only."""
    return tuple(each._replace(paths=ends(each.paths)) for each in members)


def _is_label(text: str, reference: Reference) -> bool:
    """Whether a reference that begins a text is its label or heading."""
    return reference.sort == "provision" and _LABELLED.match(text, reference.end) is not None


def _unlabelled(text: str, digits: ActNumber) -> Reference:
    words_ = text[digits.start : digits.end]
    path = ("".join(words_.lower().split()),)
    member = Member(digits.start, digits.end, (path,))
    return Reference(digits.sort, digits.name, words_, digits.start, digits.end, (member,), "elsewhere")


def _labelled(text: str) -> Iterator[Reference]:
    known, triggers = keywords(), _triggers(text)
    last = 0
    for match in _TRIGGER.finditer(text) if triggers else ():
        word = match[0]
        if word not in triggers or match.start() < last:
            continue
        if low(word) in known or word[0] == "§":
            named = keyworded(text, match.start())
            reference = _reference(text, named) if named else None
            if reference and reference.doubtful:
                yield reference
                reference = _mark(text, reference)
        else:
            reference = _numbered(text, match.start(), word)
        if reference:
            last = reference.end
            yield reference


def _triggers(text: str) -> frozenset[str]:
    """The words and signs of a text with which a reference may begin."""
    known, signs = keywords(), words().number_signs

    def begins(word: str) -> bool:
        lowered = low(word)
        return lowered in known or word[0] in "§№" or lowered.rstrip("º") in signs

    return frozenset(filter(begins, set(_TRIGGER.findall(text))))


def _reference(text: str, named: Keyworded) -> Reference:
    after = tail(text, named) if named.keyword.sort == "provision" else Tail(named.end, "elsewhere")
    belongs = after.belongs
    if belongs == "unsaid":
        belongs = before(text, named.start, named.words)
    printed = named.members
    if too_many(sum(len(each.paths) for each in printed), len(after.above) or 1, len(after.below) or 1):
        printed, after = _shortened(printed), after.shortened
    members = tuple(each._replace(paths=nested(after.above, each.paths, after.below)) for each in printed)
    doubtful = _doubtful(named, after)
    if doubtful and belongs == "unsaid":
        belongs = "unclear"  # what names the text may stand behind them
    return Reference(
        sort=named.keyword.sort,
        keyword=after.keyword or named.keyword.name,
        text=text[named.start : after.end],
        start=named.start,
        end=after.end,
        members=members,
        belongs=belongs,
        act=after.act,
        doubtful=doubtful,
    )


def _doubtful(named: Keyworded, after: Tail) -> tuple[Member, ...]:
    """The numbers behind a reference that may be more of its list, with their whole paths."""
    paths = tuple(path for member in named.members for path in member.paths)
    if named.doubtful:
        return tuple(m._replace(paths=nested(after.above, m.paths, after.below)) for m in named.doubtful)
    if after.below:
        return tuple(m._replace(paths=nested(after.above, paths, m.paths)) for m in after.doubtful)
    return tuple(m._replace(paths=nested(m.paths, paths)) for m in after.doubtful)


def _mark(text: str, reference: Reference) -> Reference:
    """What stands behind a reference and may be more of it: no quantity that anything is said of."""
    first, last = reference.doubtful[0], reference.doubtful[-1]
    members = tuple(each._replace(paths=each.paths[:1]) for each in reference.doubtful)
    return Reference(
        "mark", "", text[first.start : last.end], first.start, last.end, members, belongs="unclear"
    )


def _numbered(text: str, start: int, sign: str) -> Reference | None:
    """``No. 12`` without a keyword: a number of something, but no quantity."""
    at = past_sign(text, start, words())
    between = text[start + len(sign) : at]
    marked = sign in {"№", "nº", "Nº"} or any(mark in between for mark in "°º")
    parsed = number(text, at) if marked or (sign[0].isupper() and "." in between) else None
    if parsed is None or parsed.shape != "digits":
        return None
    member = Member(parsed.start, parsed.end, (parsed.path,))
    return Reference("label", "number", text[start : parsed.end], start, parsed.end, (member,), "elsewhere")


def _carried_back(text: str, references: Sequence[Reference]) -> Iterator[Reference]:
    """In "Article III, Section 2 of the Constitution" the article is the constitution's, too."""
    for k, each in enumerate(references):
        then = references[k + 1] if k + 1 < len(references) else None
        joined = then is not None and text[each.end : then.start].strip() == ","
        if then is not None and joined and each.belongs == "unsaid" and then.belongs == "elsewhere":
            yield each._replace(belongs="elsewhere", act=then.act)
        else:
            yield each
