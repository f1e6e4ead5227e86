"""Which points and provisions of two versions are counterparts, and by which links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planctl.alignment import Link
from planctl.diff.grouping import Group, Pair, SharedWords, components, joined
from planctl.diff.order_kept import pairs_out_of_order
from planctl.diff.shared_words import (
    KeptRuns,
    Sides,
    kept_runs,
    kept_word_counts,
    shared_by_points,
    shared_by_provisions,
)
from planctl.diff.weak_links import weak_links


class Counterparts(NamedTuple):
    """Groups of points and of provisions that are counterparts (0-based), and the links that make them so.

    ``loose`` are links too weak to join, ``kept`` and ``carried`` the words that counterparts share;
    ``strays`` says which groups of points moved.
    """

    links: Sequence[Link]
    loose: Sequence[Link]
    kept: KeptRuns
    carried: Mapping[Pair, int]
    points: list[Group]
    provisions: list[Group]
    strays: list[bool]


def counterparts(all_links: Sequence[Link], sides: Sides) -> Counterparts:
    """Gather what links join; links too weak to join are kept apart."""
    kept = kept_runs(all_links, sides)
    carried = kept_word_counts(kept)
    held = _held(all_links, sides, kept, carried)
    links = [link for link in all_links if (link.old, link.new) in held]
    loose = [link for link in all_links if (link.old, link.new) not in held]
    shared = shared_by_points(links, carried, sides)
    pairs = sorted(joined(shared))
    old, new = (side.version for side in sides)
    points = components(len(old.points), len(new.points), pairs)
    provisions = components(len(old.provisions), len(new.provisions), held)
    return Counterparts(links, loose, kept, carried, points, provisions, _strays(points, pairs, shared))


def _held(links: Sequence[Link], sides: Sides, kept: KeptRuns, carried: Mapping[Pair, int]) -> set[Pair]:
    """The pairs of provisions that belong together; weak links join none."""
    too_weak = weak_links(links, sides, kept)
    return joined(shared_by_provisions([k for k in links if (k.old, k.new) not in too_weak], carried))


def _strays(points: Sequence[Group], pairs: Sequence[Pair], shared: Mapping[Pair, SharedWords]) -> list[bool]:
    """Whether each group of points left the order that the others kept.

    Points that stayed one decide the order. A merged or split group only bends to it: some of its points
    are bound to leave their place, and it has moved when none of its pairs fits.
    """
    pairs_of: dict[int, list[Pair]] = {k: [] for k in range(len(points))}
    home = {old: k for k, (olds, _) in enumerate(points) for old in olds}
    for pair in pairs:
        pairs_of[home[pair[0]]].append(pair)
    counting = {pair for own_pairs in pairs_of.values() if len(own_pairs) == 1 for pair in own_pairs}
    strays = pairs_out_of_order({pair: shared[pair].words for pair in pairs}, counting)
    return [bool(pairs_of[k]) and strays.issuperset(pairs_of[k]) for k in range(len(points))]
