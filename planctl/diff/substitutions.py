"""One name put for another throughout a text: found in the redlines, to be said once.

A substitution puts the same words for the same words in three provisions or more. What was put is looked for
place by place: two names stand for each other where the redline keeps the same words before and after them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from planctl.diff.changes import Part, Substitution
from planctl.substance import Difference
from planctl.text import content_word_count

_TOKEN = re.compile(r"[^\W_]+|\S")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_STARTS = frozenset(".:;?!")
_LEAST = 3
"""Provisions in which a name must be replaced."""
_REPLACED_SHARE = 0.75
"""Share of either name's places that must be replaced: of fewer the rows of the points say more."""
_LONGEST_NAME = 6
"""Words of a name."""
_BETWEEN_CHANGES = 2
"""Kept words between two changes that may belong to one name."""
_NO_PLURAL = 4
"""Letters of a word that loses no plural ending."""

Name = tuple[str, ...]


class Replaced(NamedTuple):
    """A place where a name was replaced: 0-based, half-open, in the old text and in the new one."""

    old: tuple[int, int]
    new: tuple[int, int]


class WordOrMark(NamedTuple):
    """A run of letters and figures or a mark, and its place in its text.

    These are finer than the words of ``planctl.text``: a name may stand in a compound, as in ``US-led``.
    """

    text: str
    start: int
    end: int


class _PartWords:
    """The words of a part on both sides, and which are kept. No tuple: it looks names up in itself."""

    def __init__(self, part: Part) -> None:
        """Take a part with its redline."""
        self.sides: tuple[list[WordOrMark], list[WordOrMark]] = ([], [])
        self.kept: list[tuple[int, int]] = []
        self.changes: list[tuple[tuple[int, int], tuple[int, int]]] = []
        places = [0, 0]
        for segment in part.redline.segments:
            sides = [side for side, kind in enumerate(("insert", "delete")) if segment.kind != kind]
            for match in _TOKEN.finditer(segment.text):
                if len(sides) > 1:
                    self.kept.append((len(self.sides[0]), len(self.sides[1])))
                for side in sides:
                    first, last = match.span()
                    self.sides[side].append(
                        WordOrMark(match.group(), places[side] + first, places[side] + last)
                    )
            for side in sides:
                places[side] += len(segment.text)

    @cached_property
    def regions(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """What changed: places of words ``[first, last)`` on either side."""
        ends = (len(self.sides[0]), len(self.sides[1]))
        bounds = pairwise([(-1, -1), *self.kept, ends])
        between = [((a[0] + 1, b[0]), (a[1] + 1, b[1])) for a, b in bounds]
        return [region for region in between if any(first < last for first, last in region)]

    @cached_property
    def places(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Where each word stands on either side."""
        places: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        for side, tokens in enumerate(self.sides):
            for k, token in enumerate(tokens):
                places[side].setdefault(_folded(token.text), []).append(k)
        return places

    def name(self, side: int, first: int, last: int) -> Name:
        """The words from place ``first`` up to ``last``."""
        return tuple(token.text for token in self.sides[side][first:last])

    def has(self, side: int, first: int, name: Name) -> bool:
        """Whether a name stands at a place, in capitals or with one that opens a sentence too."""
        tokens = self.sides[side]
        if first + len(name) > len(tokens):
            return False
        opens = first == 0 or tokens[first - 1].text in _STARTS
        return all(
            _is_same(tokens[first + k].text, word, opens=opens and not k) for k, word in enumerate(name)
        )

    def found(self, side: int, name: Name) -> list[int]:
        """Where a name begins."""
        return [k for k in self.places[side].get(_folded(name[0]), ()) if self.has(side, k, name)]

    def frame(self, side: int, first: int, last: int) -> tuple[int, int]:
        """Which kept words stand next before and next after some words, as places in ``kept``."""
        kept = self._own_kept[side]
        return kept[first - 1][0] if first else -1, kept[last][1] if last < len(kept) else len(self.kept)

    @cached_property
    def _own_kept(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """For each word of a side the last kept word up to it, and the first from it on."""
        return self._around(0), self._around(1)

    def _around(self, side: int) -> list[tuple[int, int]]:
        number = {pair[side]: k for k, pair in enumerate(self.kept)}
        size = len(self.sides[side])
        before, after = [-1] * size, [len(self.kept)] * size
        for k in range(size):
            before[k] = number.get(k, before[k - 1] if k else -1)
        for k in reversed(range(size)):
            after[k] = number.get(k, after[k + 1] if k + 1 < size else len(self.kept))
        return list(zip(before, after, strict=True))


def _folded(word: str) -> str:
    """A word without capitals and without the ending of a plural."""
    low = word.casefold()
    return low[:-1] if len(low) > _NO_PLURAL and low.endswith("s") and not low.endswith("ss") else low


def _is_same(word: str, name: str, *, opens: bool) -> bool:
    if _folded(word) != _folded(name):
        return False
    same_case = word[0].isupper() == name[0].isupper()
    return same_case or opens or (len(word) > 1 and word.isupper())


class _ReplacedName(NamedTuple):
    """A pair of names, where one became the other, and how many places either has."""

    old: Name
    new: Name
    replaced: dict[int, list[Replaced]]
    of: tuple[int, int]

    @property
    def places(self) -> int:
        return sum(map(len, self.replaced.values()))

    @property
    def share(self) -> float:
        return max(self.places / of if of else 0.0 for of in self.of)

    @property
    def rank(self) -> tuple[float, int, int, Name, Name]:
        """The best first: those replaced nearly throughout, in most places, and the longest names."""
        return -self.share, -self.places, -len(self.old) - len(self.new), self.old, self.new


def substitutions(
    parts: Sequence[Part], is_name: Callable[[str, str], bool]
) -> tuple[list[Substitution], dict[int, list[Replaced]]]:
    """What was put for what throughout, and where, by part; ``is_name`` says which words may be names.

    Parts of copies are left out: each text stands several times there.
    """
    linked = {k: part for k, part in enumerate(parts) if part.links and not part.copies}
    differing = {k: _PartWords(part) for k, part in linked.items() if len(part.redline.segments) > 1}
    wanted = [pair for pair in _often(differing.values()) if is_name(*map(" ".join, pair))]
    if not wanted:
        return [], {}
    whole = {k: differing.get(k) or _PartWords(part) for k, part in linked.items()}
    chosen: list[_ReplacedName] = []
    for renaming in sorted((_looked_up(pair, whole) for pair in wanted), key=lambda each: each.rank):
        if (
            len(renaming.replaced) >= _LEAST
            and renaming.share >= _REPLACED_SHARE
            and not _overlaps(renaming, chosen)
        ):
            chosen.append(renaming)
    return [_said(renaming) for renaming in chosen], _by_part(chosen)


def _overlaps(renaming: _ReplacedName, chosen: Iterable[_ReplacedName]) -> bool:
    """Whether a word of these names was renamed already."""
    name_words = {_folded(word) for word in (*renaming.old, *renaming.new)}
    return any(name_words & {_folded(word) for word in (*each.old, *each.new)} for each in chosen)


def _by_part(chosen: Sequence[_ReplacedName]) -> dict[int, list[Replaced]]:
    places: defaultdict[int, list[Replaced]] = defaultdict(list)
    for renaming in chosen:
        for part, replaced in renaming.replaced.items():
            places[part] += replaced
    return {part: sorted(replaced) for part, replaced in places.items()}


def _often(texts: Iterable[_PartWords]) -> list[tuple[Name, Name]]:
    """Pairs of words that stand for each other in enough provisions."""
    seen: dict[tuple[Name, Name], list[tuple[Name, Name]]] = {}
    for words in texts:
        pairs = {(_key(old), _key(new)): (old, new) for old, new in _pairs(words) if _key(old) != _key(new)}
        for key, pair in pairs.items():
            seen.setdefault(key, []).append(pair)
    return [
        max(set(spellings), key=lambda p: (spellings.count(p), p))
        for spellings in seen.values()
        if len(spellings) >= _LEAST
    ]


def _key(name: Name) -> Name:
    return tuple(map(_folded, name))


def _pairs(words: _PartWords) -> Iterator[tuple[Name, Name]]:
    """What may be a name and what stands in its place: a change, or one with the kept word beside it."""
    for number, region in enumerate(words.regions):
        for old, new in _widened(words, region):
            yield words.name(0, *old), words.name(1, *new)
        following = words.regions[number + 1 : number + 2]
        for old, new in following:
            if 0 < old[0] - region[0][1] <= _BETWEEN_CHANGES:
                yield words.name(0, region[0][0], old[1]), words.name(1, region[1][0], new[1])


def _widened(
    words: _PartWords, region: tuple[tuple[int, int], tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    (a, b), (c, d) = region
    if max(b - a, d - c) > _LONGEST_NAME:
        return
    if a < b and c < d:
        yield region
        return
    if a and c:
        yield (a - 1, b), (c - 1, d)
    if b < len(words.sides[0]) and d < len(words.sides[1]):
        yield (a, b + 1), (c, d + 1)


def may_be_named(old: str, new: str) -> bool:
    """Whether two wordings may be names at all: words that say something, without figures or brackets."""
    return all(
        _LETTERS.search(name)
        and content_word_count(name.split())
        and all(word.isalpha() or word in {"-", "'", "’"} for word in name.split())
        and 1 <= len(name.split()) <= _LONGEST_NAME + 1
        for name in (old, new)
    )


def is_capitalised(name: str) -> bool:
    """Whether every word that says something has a capital: Public Licence, Council of Elders."""
    return all(word[0].isupper() for word in name.split() if content_word_count([word]))


def _looked_up(pair: tuple[Name, Name], texts: dict[int, _PartWords]) -> _ReplacedName:
    replaced: dict[int, list[Replaced]] = {}
    of = [0, 0]
    for k, words in texts.items():
        places = [_outside(words, side, pair[side], pair[1 - side]) for side in (0, 1)]
        of = [total + len(starts) for total, starts in zip(of, places, strict=True)]
        replacements = list(_paired(words, pair, places)) if all(places) else []
        if replacements:
            replaced[k] = replacements
    return _ReplacedName(*pair, replaced, (of[0], of[1]))


def _outside(words: _PartWords, side: int, name: Name, counterpart: Name) -> list[int]:
    """Where a name begins, but for where it stands within the other name."""
    starts = words.found(side, name)
    if len(name) >= len(counterpart):
        return starts
    covered = [(k, k + len(counterpart)) for k in words.found(side, counterpart)]
    return [k for k in starts if not any(first <= k and k + len(name) <= last for first, last in covered)]


def _paired(
    words: _PartWords, pair: tuple[Name, Name], places: Sequence[Sequence[int]]
) -> Iterator[Replaced]:
    """Places of both names between the same kept words, each in its turn."""
    framed: list[dict[tuple[int, int], list[tuple[int, int]]]] = [{}, {}]
    for side in (0, 1):
        tokens = words.sides[side]
        for first in places[side]:
            last = first + len(pair[side])
            spot = tokens[first].start, tokens[last - 1].end
            framed[side].setdefault(words.frame(side, first, last), []).append(spot)
    for frame, olds in framed[0].items():
        for old, new in zip(olds, framed[1].get(frame, ()), strict=False):
            yield Replaced(old, new)


def _said(renaming: _ReplacedName) -> Substitution:
    parts = tuple(sorted(renaming.replaced))
    return Substitution(
        _spelled(renaming.old), _spelled(renaming.new), renaming.places, renaming.of[0], parts
    )


def _spelled(name: Name) -> str:
    return re.sub(r" ?([-'’]) ?", r"\1", " ".join(name))


def put(text: str, new: str, places: Sequence[Replaced]) -> str:
    """The old text with the new names put in."""
    parts, at = [], 0
    for old_at, new_at in places:
        parts += [text[at : old_at[0]], new[slice(*new_at)]]
        at = old_at[1]
    return "".join((*parts, text[at:]))


def taken_back(row: Difference, text: str, places: Sequence[Replaced]) -> Difference:
    """A row about the text with the new names put in, said of the old text as it stands."""
    if row.old_at is None:
        return row
    start, end = row.old_at
    spot = row.old_at._replace(start=_before(start, places, end=False), end=_before(end, places, end=True))
    return row._replace(old=text[slice(*spot)], old_at=spot)


def _before(at: int, places: Sequence[Replaced], *, end: bool) -> int:
    """The place in the old text of a place in the text with the new names; a name is taken whole."""
    shift = 0
    for old, new in places:
        first, last = old[0] + shift, old[0] + shift + new[1] - new[0]
        if at <= first:
            break
        if at < last:
            return old[1] if end else old[0]
        shift += (new[1] - new[0]) - (old[1] - old[0])
    return at - shift
