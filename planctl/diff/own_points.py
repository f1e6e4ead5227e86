"""Which points the numbers in a text stand for: its "point 7" may be what the other version calls 5."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.alignment import Link, doubtful
from planctl.diff.grouping import Group, Pair
from planctl.diff.shared_words import Sides
from planctl.models import Version, Wording
from planctl.substance.references import SEVERAL, OwnLabel, OwnPoints, Reference, find, keywords_of, label_of

_SURE_LINK = 0.9
"""Similarity (the probability that a link is right) from which it may be said that a reference no longer
names what it named."""
_WHOLE = frozenset((Wording.verbatim, Wording.translated))


class _OwnPoint(NamedTuple):
    """A point or item by its label: the name of its group, empty if its counterpart is doubtful; and whether
    what became of it is sure."""

    label: OwnLabel
    printed: str
    name: str
    sure: bool


class _Ends(NamedTuple):
    """The places on one side that have a link within their group: any but a doubtful one, a likely one; and
    those that have any link at all, a weak one included."""

    firm: frozenset[int]
    likely: frozenset[int]
    any: frozenset[int]


class _Links(NamedTuple):
    """All links of a comparison, as pairs of provisions."""

    firm: Sequence[Pair]
    likely: Sequence[Pair]
    any: Sequence[Pair]


def own_points(
    points: Sequence[Group],
    provisions: Sequence[Group],
    links: Sequence[Link],
    loose: Iterable[Link],
    sides: Sides,
) -> tuple[OwnPoints, OwnPoints]:
    """For either version what its labels stand for, with one name for counterparts.

    ``points`` and ``provisions`` are the groups of counterparts, ``links`` what joins them; ``loose`` are
    links too weak to join: what has one may or may not have been dropped. The numbers of a reconstruction are
    its editor's, so that nothing in it is sure.
    """
    all_links = (*links, *loose)
    linked = {(link.old, link.new) for link in all_links}
    firm = [link for link in links if not doubtful(link, linked)]
    likely = [link for link in firm if link.stated or link.similarity >= _SURE_LINK]
    known = _Links(*([(k.old, k.new) for k in some] for some in (firm, likely, all_links)))
    units = [
        _without_doubles(
            [*_of_points(side, points, known, sides), *_of_items(side, provisions, known, sides)]
        )
        for side in (0, 1)
    ]
    labels = [unit.label for side_units in units for unit in side_units]
    keywords = keywords_of(
        labels, (each for side in sides for each in _references(side.version)), least=SEVERAL
    )
    is_ours = any(side.version.wording is Wording.reconstructed for side in sides)
    own_names = [
        _as_own(side_units, keywords, side.version, is_ours)
        for side_units, side in zip(units, sides, strict=True)
    ]
    return own_names[0], own_names[1]


def _as_own(
    units: Sequence[_OwnPoint], keywords: frozenset[str], version: Version, is_ours: bool
) -> OwnPoints:
    return OwnPoints(
        names={unit.label: unit.name for unit in units},
        keywords=keywords,
        printed={unit.label: unit.printed for unit in units},
        unsure=frozenset(unit.label for unit in units if is_ours or not unit.sure),
        whole=version.wording in _WHOLE,
    )


def _references(version: Version) -> Iterator[Reference]:
    return (each for provision in version.provisions for each in find(provision.text))


def _of_points(side: int, groups: Sequence[Group], links: _Links, sides: Sides) -> Iterator[_OwnPoint]:
    owners = sides[0].owner, sides[1].owner
    by_point = _Links(*([(owners[0][old], owners[1][new]) for old, new in pairs] for pairs in links))
    ends = _ends(side, groups, by_point)
    for k, name, is_alone in _named(side, groups):
        version = sides[side].version
        path = version.points[k].number
        if path not in version.passages:
            number = version.number_of(path)
            unit = _OwnPoint(label_of(number), number, f"point {name}", sure=False)
            yield _judged(unit, k, ends, is_alone=is_alone)


def _of_items(side: int, groups: Sequence[Group], links: _Links, sides: Sides) -> Iterator[_OwnPoint]:
    ends = _ends(side, groups, links)
    for k, name, is_alone in _named(side, groups):
        version = sides[side].version
        provision = version.provisions[k]
        if provision.item is not None and provision.point not in version.passages:
            label = label_of(version.number_of(provision.point), provision.item)
            unit = _OwnPoint(label, provision.label, f"item {name}", sure=False)
            yield _judged(unit, k, ends, is_alone=is_alone)


def _named(side: int, groups: Sequence[Group]) -> Iterator[tuple[int, int, bool]]:
    """Each place of a side, the number of its group, and whether the other side has nothing there."""
    return ((k, name, not group[1 - side]) for name, group in enumerate(groups) for k in group[side])


def _ends(side: int, groups: Sequence[Group], links: _Links) -> _Ends:
    home = [{k: name for name, group in enumerate(groups) for k in group[s]} for s in (0, 1)]
    firm, likely = (
        frozenset(pair[side] for pair in pairs if home[0][pair[0]] == home[1][pair[1]])
        for pairs in (links.firm, links.likely)
    )
    return _Ends(firm, likely, frozenset(pair[side] for pair in links.any))


def _judged(unit: _OwnPoint, place: int, ends: _Ends, *, is_alone: bool) -> _OwnPoint:
    """A unit with what its links say of it; ``is_alone``: the other side has nothing in its group."""
    if is_alone:
        return unit._replace(sure=place not in ends.any)
    return unit._replace(name=unit.name if place in ends.firm else "", sure=place in ends.likely)


def _without_doubles(units: Sequence[_OwnPoint]) -> list[_OwnPoint]:
    """What shares its label with another is not known by it."""
    often = Counter(unit.label for unit in units)
    return [unit if often[unit.label] == 1 else unit._replace(name="", sure=False) for unit in units]
