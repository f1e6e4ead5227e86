"""How far the opening words of a point have to be quoted to distinguish it from its twins."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, takewhile
from typing import NamedTuple

from planctl.models import Version

_TWINS = 16
"""Letters at the start that two points have in common to be mistaken for each other."""
_TWIN_LENGTH = 200


class Apart(NamedTuple):
    """For the old side and the new: how many letters distinguish each point from all others."""

    old: Mapping[str, int]
    new: Mapping[str, int]


def apart(old: Version, new: Version) -> Apart:
    """Both sides; 0 for a point that no other begins like."""
    return Apart(_of(old), _of(new))


def whole(version: Version, number: str) -> str:
    """A point's lead text and items in a row, with single blanks."""
    texts = (version.provisions[k].text for k in version.find(number))
    return " ".join(" ".join(texts).split()).removesuffix(":")


def _of(version: Version) -> dict[str, int]:
    """Those that begin most alike stand beside each other in the order of the alphabet."""
    wholes = sorted((whole(version, point.number)[:_TWIN_LENGTH], point.number) for point in version.points)
    lengths = dict.fromkeys((number for _, number in wholes), 0)
    for (text, number), (next_text, second) in pairwise(wholes):
        alike = _common(text, next_text)
        if alike >= _TWINS:
            lengths[number] = max(lengths[number], _to_the_next_blank(text, alike))
            lengths[second] = max(lengths[second], _to_the_next_blank(next_text, alike))
    return lengths


def _common(first: str, second: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _to_the_next_blank(text: str, start: int) -> int:
    end = text.find(" ", start)
    return (end if end >= 0 else len(text)) + len(" ...")
