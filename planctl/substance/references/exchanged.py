"""References that changed places: point 3 here and point 5 there, and the reverse.

Texts list the same articles in many orders, and sentences move. So only an exact exchange is one: two
references that stand between the same words as the other did, which are not the same for both.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planctl.substance.references.counterparts import Pair
from planctl.substance.references.finding import Reference
from planctl.substance.references.places import WORD
from planctl.substance.references.words import low

_CONTEXT_LETTERS = 60  # characters on either side
_STOP = re.compile(r"[.;!?](?:\s|$)|\u2029")
_JOINING_WORD = 3  # letters of words that only join: and, or, with

Beside = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before and behind a reference, as far as the next one or the end of the sentence."""


class ReferencePlace(NamedTuple):
    """What a reference names, and what it stands between; ``joined`` says that nothing but a comma or a joint
    parts it from another, so that both are of one list."""

    names: frozenset[Hashable]
    beside: Beside
    joined: bool


def places(
    text: str, references: Sequence[Reference], names: Iterable[Iterable[Hashable]]
) -> list[ReferencePlace]:
    """The places of the references of a text, in order, given what each of them names."""
    ends = [0, *(each.end for each in references)]
    starts = [*(each.start for each in references), len(text)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    lists = [not _STOP.search(part) and not _content(part) for part in between[1:-1]]
    lists = [False, *lists, False]
    besides = [(_before(left), _behind(right)) for left, right in pairwise(between)]
    joined = [left or right for left, right in pairwise(lists)]
    return [
        ReferencePlace(frozenset(named), beside, is_joined)
        for named, beside, is_joined in zip(names, besides, joined, strict=True)
    ]


def exchanged(
    same: Iterable[Pair], olds: Sequence[ReferencePlace], news: Sequence[ReferencePlace]
) -> Iterator[tuple[Pair, Pair]]:
    """The pairs of references that name the same, of which each stands where the other stood."""
    waiting: dict[tuple[Beside, Beside], Pair] = {}
    for old, new in same:
        here, there = olds[old], news[new]
        if here.beside == there.beside or here.joined or there.joined or here.names != there.names:
            continue
        partner = waiting.pop((there.beside, here.beside), None)
        if partner is None or olds[partner[0]].names == here.names:
            waiting[here.beside, there.beside] = (old, new)
        else:
            yield partner, (old, new)


def _words(part: str) -> tuple[str, ...]:
    return tuple(low(match[0]) for match in WORD.finditer(part))


def _content(part: str) -> bool:
    return any(len(word) > _JOINING_WORD for word in _words(part))


def _before(part: str) -> tuple[str, ...]:
    reached = part[-_CONTEXT_LETTERS:]
    return _words(_STOP.split(reached)[-1])


def _behind(part: str) -> tuple[str, ...]:
    return _words(_STOP.split(part[:_CONTEXT_LETTERS], maxsplit=1)[0])
