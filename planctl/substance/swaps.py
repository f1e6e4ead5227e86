"""Small words that carry concessions, reported where one takes another's place.

All, each, any, both, either; and, or; north, south; agree to withdraw, agree to discuss withdrawing. Only an
exchange in place is reported, between words that both texts keep: a rewording hides it, and so it should.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.substance.differences import Difference
from planctl.substance.flat import Flat, Opposed
from planctl.substance.kept import Region
from planctl.substance.terms import Kind

_LONGEST_REGION = 6  # words of a region in which one small word took another's place
_ADDED = frozenset(("hours",))
"""Families of opposites of which one is reported that only one side has: by night."""
_JOINTS = frozenset(("/",))
_PROMISE = 3  # words between "agree" and what is weakened


def swaps(opposed: Opposed) -> Iterator[Difference]:
    """All exchanges of small words between two texts of one language."""
    if not opposed.sides[0].language.is_complete:
        return
    for region in opposed.regions:
        if max(region.old[1] - region.old[0], region.new[1] - region.new[0]) > _LONGEST_REGION:
            continue
        yield from _determiners(opposed, region) or _opposites(opposed, region) or _joints(opposed, region)
        yield from _weakened(opposed, region)


def _row(opposed: Opposed, kind: Kind, spans: Sequence[tuple[int, int]], change: str = "") -> Difference:
    texts = [flat.words(*span) or None for flat, span in zip(opposed.sides, spans, strict=True)]
    spots = [
        flat.spot(*span) if text else None
        for flat, span, text in zip(opposed.sides, spans, texts, strict=True)
    ]
    return Difference(kind, texts[0], texts[1], change, spots[0], spots[1])


# -- all, any, both ----------------------------------------------------------------------------------


def _determiners(opposed: Opposed, region: Region) -> list[Difference]:
    determiners = [_determiner(flat, span) for flat, span in zip(opposed.sides, region, strict=True)]
    if determiners[0] is None or determiners[1] is None:
        return []
    (old, here), (new, there) = determiners[0], determiners[1]
    if old == new:
        return []
    if old and new:
        return [_row(opposed, "qualifier", (here, there))]
    side = 0 if old else 1
    if not _stands_alone(opposed, region, side):
        return []
    return [_row(opposed, "qualifier", (here, there))]


def _determiner(flat: Flat, span: tuple[int, int]) -> tuple[str, tuple[int, int]] | None:
    """The group of the only determiner of a span, and its place; "" for an empty span, None for others."""
    qualifiers = flat.language.qualifiers
    words = [i for i in range(*span) if flat.low(i) not in qualifiers.partitives]
    if not words:
        return "", (span[0], span[0])
    sentence, k = flat.sentence(words[0])
    group = qualifiers.determiners.get(flat.low(words[0]), "")
    if len(words) > 1 or not group or flat.language.grammar.collectives.at(sentence.tokens, k):
        return None
    return group, (words[0], words[0] + 1)


def _stands_alone(opposed: Opposed, region: Region, side: int) -> bool:
    """Whether a noun that both sides keep follows, and the other side has no such word at all."""
    here, there = opposed.sides[side], opposed.sides[1 - side]
    word = next(
        here.low(i) for i in range(*region[side]) if here.low(i) in here.language.qualifiers.determiners
    )
    if word not in here.language.qualifiers.universal:
        return False
    after = region[side][1]
    kept = opposed.moved_to[side].get(after)
    while here.low(after) in here.language.qualifiers.partitives:
        after += 1
    if kept is None or not here.is_content(after):
        return False
    group = here.language.qualifiers.determiners[word]
    return here.determiners[group] > there.determiners[group]


# -- north, south ------------------------------------------------------------------------------------


def _opposites(opposed: Opposed, region: Region) -> list[Difference]:
    opposites = [flat.opposites_in(*span) for flat, span in zip(opposed.sides, region, strict=True)]
    if len(opposites[0]) == len(opposites[1]) == 1:
        (old_family, old, here), (new_family, new, there) = opposites[0][0], opposites[1][0]
        is_exchange = old_family == new_family and old != new
        return [_row(opposed, "qualifier", (here, there))] if is_exchange else []
    if sorted(map(len, opposites)) == [0, 1]:
        side = 0 if opposites[0] else 1
        family, group, place = opposites[side][0]
        if family in _ADDED and (family, group) not in opposed.sides[1 - side].opposites:
            empty = (region[1 - side][0], region[1 - side][0])
            return [_row(opposed, "qualifier", (place, empty) if side == 0 else (empty, place))]
    return []


# -- and, or -----------------------------------------------------------------------------------------


def _joints(opposed: Opposed, region: Region) -> list[Difference]:
    joints = [_joint(flat, span) for flat, span in zip(opposed.sides, region, strict=True)]
    if not all(joints) or joints[0] == joints[1] or any(map(_is_in_term, opposed.sides, region)):
        return []
    spans = [_beside(flat, span) for flat, span in zip(opposed.sides, region, strict=True)]
    return [_row(opposed, "qualifier", spans)] if all(spans) else []


def _is_in_term(flat: Flat, span: tuple[int, int]) -> bool:
    """Whether the words stand within a reference or a value: Articles 3, 4 and 5."""
    return any(flat.is_taken(i) for i in range(*span))


def _joint(flat: Flat, span: tuple[int, int]) -> frozenset[str]:
    """What a span of nothing but "and", "or" and a slash means."""
    words = [flat.low(i) for i in range(*span)]
    meant = frozenset(flat.language.grammar.and_or.get(word, "") for word in words if word not in _JOINTS)
    return frozenset() if "" in meant else meant


def _beside(flat: Flat, span: tuple[int, int]) -> tuple[int, int]:
    """The words that are joined."""
    first, last = span[0] - 1, span[1]
    while last < len(flat.places) - 1 and not flat.is_content(last) and last < span[1] + _PROMISE:
        last += 1
    return (max(first, 0), min(last + 1, len(flat.places)))


# -- agree to discuss --------------------------------------------------------------------------------


def _weakened(opposed: Opposed, region: Region) -> list[Difference]:
    """``agree to withdraw`` against ``agree to discuss withdrawing``."""
    lengths = [last - first for first, last in region]
    if 0 not in lengths:
        return []
    side = 0 if lengths[0] else 1
    flat, span = opposed.sides[side], region[side]
    sentence, k = flat.sentence(span[0])
    phrase = flat.language.duties.weakening.at(sentence.tokens, k)
    kept = opposed.moved_to[side].get(span[1])
    if phrase is None or kept is None or not _promised(flat, span[0]):
        return []
    verb = span[1]
    while not flat.is_content(verb) and verb < span[1] + _PROMISE:
        verb += 1
    kept_verb = opposed.moved_to[side].get(verb)
    if kept_verb is None or not flat.is_content(verb):
        return []
    spans = [(span[0], verb + 1), (region[1 - side][0], kept_verb + 1)]
    return [
        _row(
            opposed, "obligation", spans if side == 0 else spans[::-1], "stronger" if side == 0 else "weaker"
        )
    ]


def _promised(flat: Flat, i: int) -> bool:
    """Whether a duty word ends before token ``i``."""
    sentence, k = flat.sentence(i)
    obligations = flat.language.duties.obligations
    return any(
        (duty := obligations.at(sentence.tokens, first)) is not None and duty.last == k
        for first in range(max(0, k - _PROMISE), k)
    )
