"""Terms that left one provision for a new one of the same point: no point has dropped them.

``(a) Either side may leave if ...`` may become opening words, ``Either side may leave:``, and an item below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from planctl.diff.changes import Part
from planctl.substance import Difference, Spot
from planctl.text import parts as words_of

_WORDS_BESIDE = 1
"""Words on either side of a term that must stand with it."""


def without_shifted(parts: Sequence[Part], homes: Sequence[Collection[int]]) -> list[Part]:
    """Parts without the terms that one side alone has there, and that stand in a provision of the same points
    which the other side alone has. ``homes`` are the points (numbers of groups) that each part touches.
    """
    alone: tuple[dict[int, list[str]], dict[int, list[str]]] = ({}, {})
    for part, touched in zip(parts, homes, strict=True):
        for side, (here, there) in enumerate(((part.old, part.new), (part.new, part.old))):
            if here and not there:
                for home in touched:
                    alone[side].setdefault(home, []).append(part.redline.new if side else part.redline.old)
    if not any(alone):
        return list(parts)
    return [_kept(part, touched, alone) for part, touched in zip(parts, homes, strict=True)]


def _kept(part: Part, homes: Collection[int], alone: Sequence[dict[int, list[str]]]) -> Part:
    """The part without what stands in texts that the other side alone has in its points."""
    if not part.links:
        return part
    texts = [[_padded(text) for home in homes for text in side.get(home, ())] for side in alone]
    gone = [each for each in part.differences if _has_shifted(each, part, texts)]
    return part._replace(differences=tuple(d for d in part.differences if d not in gone)) if gone else part


def _has_shifted(difference: Difference, part: Part, texts: Sequence[Sequence[str]]) -> bool:
    if difference.kind in {"wording", "bracket"} or (difference.old_at and difference.new_at):
        return False
    sides = (difference.old_at, part.redline.old, texts[1]), (difference.new_at, part.redline.new, texts[0])
    return any(
        spot is not None and any(words in text for words in _surroundings(whole, spot) for text in opposite)
        for spot, whole, opposite in sides
    )


def _surroundings(text: str, spot: Spot) -> Iterator[str]:
    """The words of a term with those beside it."""
    before, after = words_of(text[: spot.start]), words_of(text[spot.end :])
    if len(before) >= _WORDS_BESIDE and len(after) >= _WORDS_BESIDE:
        yield _padded(" ".join((*before[-_WORDS_BESIDE:], text[slice(*spot)], *after[:_WORDS_BESIDE])))


def _padded(text: str) -> str:
    return f" {' '.join(words_of(text))} "
