"""Which version brought each stretch of a text, through a graph of versions.

The idea is WikiWho's (Flöck and Acosta, 2014: token-level authorship of revisioned writing): look for whole
units first, then for parts of them, then for words; a word keeps its first bringer, also when it was dropped
and came back. Here versions form a graph with several parents, units are linked many to many, and words are
followed from unit to unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from planctl.alignment import Link
from planctl.blame.graph import ancestors_first, checked_parents
from planctl.blame.traced_words import Return
from planctl.blame.unit_history import UnitHistory, UnitState
from planctl.blame.unit_text import word_places

Texts = Sequence[Sequence[str]]
ParentIndexes = Sequence[Sequence[int]]
Pairings = Mapping[tuple[int, int], Sequence[Link]]


class SpanPart(NamedTuple):
    """A part of a span, and the version that put it where it stands.

    ``last`` is later than the span's version if the words had been dropped, by the versions in ``dropped``,
    or came from elsewhere.
    """

    text: str
    last: int
    dropped: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a unit's text, first brought by ``version`` in its ``unit`` (0-based), in ``parts`` that
    different versions put where they stand."""

    text: str
    version: int
    unit: int
    parts: tuple[SpanPart, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who brought and who changed one unit. Versions and units are 0-based indices.

    ``spans``: the text in stretches, neighbours of different origin; joined they are the text exactly.
    ``first``: the version that first had the unit's earliest ancestor. ``last``: the version that last
    changed it; a difference of format alone (white space, quotes, dashes) is no change.
    ``introduced``: the units (version, unit) with which its lineage began, the earliest first; several for
    a merged unit. ``editors``: the versions that changed it later, the earliest first.
    """

    spans: tuple[Span, ...]
    first: int
    last: int
    introduced: tuple[tuple[int, int], ...]
    editors: tuple[int, ...]


def attribute(
    versions: Texts,
    parents: ParentIndexes | None = None,
    *,
    pairings: Pairings | None = None,
    closed: Collection[tuple[int, int]] = (),
) -> list[Attribution]:
    """Attribution of every unit of the last version.

    ``versions`` hold the texts of their units in reading order; ``parents[v]`` are the versions that ``v``
    was made from (0-based; by default the version before). ``pairings[parent, child]`` are links between the
    two that are known already; others are computed. The units in ``closed``, as (version, unit), get no
    ancestor but by those links; their words are still credited to whoever brought them first. Versions that
    the last one does not descend from take no part.

    A stretch belongs to the parent that has it, to the earlier bringer if several do; words that were dropped
    and came back belong to who first brought them; text that moved between units keeps its origin, and so
    does a copy. Phrases shorter than four content words are followed within a lineage only.

    Raises ValueError if the parents are not a graph of these versions: too many or too few, out of range, a
    version its own parent, a circle; IndexError if a link names a unit that is not there.
    """
    if not versions:
        return []
    last = len(versions) - 1
    return attribute_all(versions, parents, pairings=pairings, closed=closed, until=last)[last]


def attribute_all(
    versions: Texts,
    parents: ParentIndexes | None = None,
    *,
    pairings: Pairings | None = None,
    closed: Collection[tuple[int, int]] = (),
    until: int | None = None,
) -> dict[int, list[Attribution]]:
    """``attribute`` for every version at once, or for ``until`` alone: version -> its units' attributions.

    Each is judged by what it descends from alone; all of them cost hardly more than the last.
    """
    graph = checked_parents(len(versions), parents)
    order = ancestors_first(graph, range(len(versions)) if until is None else [until])
    rank = {version: k for k, version in enumerate(order)}
    shut: defaultdict[int, set[int]] = defaultdict(set)
    for version, unit in closed:
        shut[version].add(unit)
    unit_history = UnitHistory()
    for version in order:
        unit_history.add(
            versions[version],
            [rank[parent] for parent in graph[version]],
            [_pairs(pairings or {}, parent, version, versions) for parent in graph[version]],
            shut[version],
        )
    wanted = order if until is None else [until]
    units = {v: unit_history.versions[rank[v]] for v in sorted(wanted)}
    distinct = {unit for group in units.values() for unit in group}
    attributions = {unit: _attribution(unit, order) for unit in distinct}
    return {v: [attributions[unit] for unit in group] for v, group in units.items()}


def _pairs(pairings: Pairings, parent: int, child: int, versions: Texts) -> list[tuple[int, int]] | None:
    links = pairings.get((parent, child))
    if links is None:
        return None
    for link in links:
        if not (0 <= link.old < len(versions[parent]) and 0 <= link.new < len(versions[child])):
            raise IndexError(f"link ({link.old}, {link.new}) from version {parent} to {child} names no unit")
    return [(link.old, link.new) for link in links]


def _attribution(unit: UnitState, order: Sequence[int]) -> Attribution:
    roots, hands = sorted(unit.roots), sorted(unit.hands)
    began = {version for version, _ in roots}
    return Attribution(
        spans=tuple(_spans(unit, order)),
        first=order[roots[0][0]],
        last=order[hands[-1]],
        introduced=tuple((order[version], k) for version, k in roots),
        editors=tuple(order[version] for version in hands if version not in began),
    )


def _spans(unit: UnitState, order: Sequence[int]) -> Iterator[Span]:
    """Words of one origin in a row, each with the white space after it."""
    text = unit.unit_text.text
    places = word_places(text)
    if not places:
        if text:
            version, k = min(unit.roots)
            yield Span(text, order[version], k, (SpanPart(text, order[version]),))
        return
    starts = [0, *(start for start, _ in places[1:]), len(text)]
    origins, returns = unit.wording.origins, unit.wording.returns
    for (version, k), words in groupby(range(len(origins)), key=lambda n: origins[n][:2]):
        parts = []
        for back, group in groupby(words, key=returns.get):
            first, *rest = group
            end = starts[rest[-1] + 1 if rest else first + 1]
            last, dropped = back or Return(version)
            parts.append(SpanPart(text[starts[first] : end], order[last], tuple(order[by] for by in dropped)))
        yield Span("".join(part.text for part in parts), order[version], k, tuple(parts))
