"""How many points of a version are whose: counted where words are restated, and may not be.

A point is a party's alone if all its terms first stood in texts of that party alone; with others if in texts
of several; contested if the origin of a term is disputed, or depends on descent that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planctl.blame.terms import Holder, Term
from planctl.models import Plan

Standing = Literal["alone", "jointly", "contested", "nobody"]


class PartyPoints(NamedTuple):
    """Points of one party: its alone, its with others, and those that some account gives it."""

    party: str
    alone: int
    jointly: int
    contested: int


@dataclass(frozen=True)
class PointShare:
    """The points of a version, each counted once.

    ``alone``, ``jointly``, ``contested`` and ``nobody`` (no party is named) add up to all ``points``.
    ``by_version`` counts for each version the points of which a term first stood in it. ``by_party`` are
    whole parties, or their parts if so asked. ``claims`` are ids of the claims that contest an origin.
    """

    points: int
    alone: int
    jointly: int
    contested: int
    nobody: int
    by_version: tuple[tuple[str, int], ...]
    by_party: tuple[PartyPoints, ...]
    claims: tuple[str, ...]


def count_points(plan: Plan, terms: Mapping[str, Sequence[Term]], *, parts: bool = False) -> PointShare:
    """Count points by their terms; ``parts``: those of a party for themselves."""
    versions = {version.version: k for k, version in enumerate(plan.versions)}
    by_version: Counter[str] = Counter()
    by_party: dict[str, Counter[Standing]] = {}
    standings: Counter[Standing] = Counter()
    claims: set[str] = set()
    for of_point in terms.values():
        disputing = {id_ for term in of_point for id_ in _claims(term)}
        named = _named(plan, of_point, disputing, parts=parts)
        standing = _standing(of_point, named)
        standings[standing] += 1
        claims |= disputing
        by_version.update({holder.unit.version for term in of_point for holder in term.first})
        for party in named:
            by_party.setdefault(party, Counter())[standing] += 1
    order = {party: k for k, party in enumerate(plan.parties)}
    return PointShare(
        points=len(terms),
        alone=standings["alone"],
        jointly=standings["jointly"],
        contested=standings["contested"],
        nobody=standings["nobody"],
        by_version=tuple(sorted(by_version.items(), key=lambda each: versions[each[0]])),
        by_party=tuple(
            PartyPoints(party, *(by_party[party][name] for name in _STANDINGS))
            for party in sorted(by_party, key=lambda party: (order.get(party, len(order)), party))
        ),
        claims=tuple(claim.id for claim in plan.header.claims if claim.id in claims),
    )


_STANDINGS: tuple[Standing, ...] = ("alone", "jointly", "contested")


def _claims(term: Term) -> Iterable[str]:
    return (id_ for holder in _holders(term) if holder.contest for id_ in holder.contest.claims)


def _holders(term: Term) -> Sequence[Holder]:
    return (*term.first, term.otherwise) if term.otherwise else term.first


def _named(plan: Plan, terms: Iterable[Term], disputing: Iterable[str], *, parts: bool) -> set[str]:
    """All that some account gives a term of the point to."""
    tabled = {party for term in terms for holder in _holders(term) for party in holder.parties}
    credited = {party for id_ in disputing for party in plan.claims[id_].credits}
    return {party if parts else plan.whole(party) for party in tabled | credited}


def _standing(terms: Iterable[Term], named: set[str]) -> Standing:
    if any(term.is_contested for term in terms):
        return "contested"
    if not named:
        return "nobody"
    return "alone" if len(named) == 1 else "jointly"
