"""What alignment says: links, each with its similarity and its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

WEAK = 0.7
"""Similarity is a calibrated probability: of links below this one, three in ten or more are wrong."""

NEAR = 0.1
"""A rival that lies less than this behind may as well be the right counterpart."""


class Reasons(NamedTuple):
    """Why two units are linked, in terms that a reader can check.

    ``kept_old`` and ``kept_new`` are the shares (0 to 1, rare words weigh more) of the old unit's words
    that the new one has, and of the new one's that the old one has; ``likeness`` is the share of
    characters in common, in order (0 to 1). ``rare`` are the rarest words they share. ``runner_up_new``
    is the new unit that comes next for this old one, ``runner_up_old`` the old unit that comes next for
    this new one (0-based, None if there is none); ``gap`` is how far the best of them lies behind (-1 to 1).
    ``meaning``, only of a link that was found by meaning, is the cosine of the two sentences in them that
    are nearest in meaning (-1 to 1).
    """

    kept_old: float
    kept_new: float
    likeness: float
    rare: tuple[str, ...]
    runner_up_old: int | None
    runner_up_new: int | None
    gap: float
    meaning: float | None = None


class Link(NamedTuple):
    """An old unit (0-based) and its counterpart, a new one. ``similarity`` runs from 0 to 1.

    ``via`` names the unit of a third text through which both are linked: ``v28:5``.
    """

    old: int
    new: int
    similarity: float
    stated: bool
    why: Reasons | None
    via: str = ""


class Alignment(NamedTuple):
    """All links between two texts, sorted by old and new unit; a unit may have none or many.

    ``near`` is what is closest to a unit that has none, if it keeps half of its words, or some and is not
    improbable: a text that was modelled on another, the twin of one, or what little was left of it. These are
    no links.
    """

    links: tuple[Link, ...]
    near: tuple[Link, ...] = ()

    def joined(self, links: Iterable[Link]) -> Alignment:
        """The same with more links; what has one now is near to nothing else."""
        all_links = tuple(sorted((*self.links, *links), key=lambda link: (link.old, link.new)))
        return Alignment(all_links, without_link(all_links, self.near))


def without_link(links: Sequence[Link], near: Iterable[Link]) -> tuple[Link, ...]:
    """Those of ``near`` of whose units one has no link."""
    old, new = {link.old for link in links}, {link.new for link in links}
    return tuple(link for link in near if link.old not in old or link.new not in new)


def doubtful(link: Link, linked: Collection[tuple[int, int]]) -> bool:
    """Whether a computed link is weak, or has so near a rival that the rival may be the right one.

    ``linked`` are all linked pairs: who merged into the same unit, or split from it, is no rival.
    """
    if link.stated:
        return False
    return link.similarity < WEAK or has_near_rival(link, linked)


def has_near_rival(link: Link, linked: Collection[tuple[int, int]]) -> bool:
    """Whether the next best counterpart is nearly as good, and not linked itself."""
    why = link.why
    if why is None or why.gap >= NEAR or link.similarity == 1:
        return False
    rivals = (why.runner_up_old, link.new), (link.old, why.runner_up_new)
    return not any(rival in linked for rival in rivals)
