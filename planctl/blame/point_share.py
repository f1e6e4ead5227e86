"""How many points of a version are whose: counted where words are restated, and may not be.

A point is a party's alone if all its terms first stood in texts of that party alone; with others if in texts
of several; contested if the origin of a term is disputed, or depends on descent that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planctl.blame.claims import units
from planctl.blame.terms import Holder, Term
from planctl.models import Plan, Ref

Standing = Literal["alone", "jointly", "contested", "nobody", "unread"]


class PartyPoints(NamedTuple):
    """Points of one party: its alone, its with others, and those that some account gives it.

    ``of_whole`` of the contested ones it has only by claims about a whole version: it tabled nothing of them,
    and no claim about the point or an item of it gives it any.
    """

    party: str
    alone: int
    jointly: int
    contested: int
    of_whole: int

    @property
    def points(self) -> int:
        """All its points."""
        return self.alone + self.jointly + self.contested


@dataclass(frozen=True)
class PointShare:
    """The points of a version, each counted once.

    ``alone``, ``jointly``, ``contested``, ``nobody`` (no party is named) and ``unread`` (no word of it was
    read for the plan) add up to all ``points``.
    ``by_version`` counts for each version the points of which a term first stood in it: one that has terms of
    several counts for each, one that a version only restated does not count for that. ``by_party`` are
    whole parties, or their parts if so asked. ``claims`` are ids of the claims that contest an origin.
    """

    points: int
    alone: int
    jointly: int
    contested: int
    nobody: int
    unread: int
    by_version: tuple[tuple[str, int], ...]
    by_party: tuple[PartyPoints, ...]
    claims: tuple[str, ...]


def count_points(plan: Plan, terms: Mapping[str, Sequence[Term]], *, parts: bool = False) -> PointShare:
    """Count points by their terms; ``parts``: those of a party for themselves."""
    versions = {version.version: k for k, version in enumerate(plan.versions)}
    by_version: Counter[str] = Counter()
    by_party: dict[str, Counter[Standing]] = {}
    of_whole: Counter[str] = Counter()
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
        if standing == "contested":
            of_whole.update(named - _named(plan, of_point, _about_units(plan, of_point), parts=parts))
    order = {party: k for k, party in enumerate(plan.parties)}
    return PointShare(
        points=len(terms),
        alone=standings["alone"],
        jointly=standings["jointly"],
        contested=standings["contested"],
        nobody=standings["nobody"],
        unread=standings["unread"],
        by_version=tuple(sorted(by_version.items(), key=lambda each: versions[each[0]])),
        by_party=tuple(
            _of_party(party, by_party[party], of_whole[party])
            for party in sorted(by_party, key=lambda party: (order.get(party, len(order)), party))
        ),
        claims=tuple(claim.id for claim in plan.header.claims if claim.id in claims),
    )


def _of_party(party: str, counts: Counter[Standing], of_whole: int) -> PartyPoints:
    return PartyPoints(party, counts["alone"], counts["jointly"], counts["contested"], of_whole)


def _claims(term: Term) -> Iterable[str]:
    return (id_ for holder in _holders(term) if holder.contest for id_ in holder.contest.claims)


def _about_units(plan: Plan, terms: Iterable[Term]) -> set[str]:
    """The claims that dispute an origin by what they say of a point or an item, not of a whole version."""
    return {
        id_
        for holder in (holder for term in terms for holder in _holders(term) if holder.contest)
        for id_ in (holder.contest.claims if holder.contest else ())
        if any(_is_of(plan, ref, holder) for ref in Ref.among(plan.claims[id_].about))
    }


def _is_of(plan: Plan, ref: Ref, holder: Holder) -> bool:
    is_inside = ref.unit is not None and ref.version == holder.unit.version
    return is_inside and holder.unit.provision in units(plan, ref)


def _holders(term: Term) -> Sequence[Holder]:
    return (*term.first, term.otherwise) if term.otherwise else term.first


def _named(plan: Plan, terms: Iterable[Term], disputing: Iterable[str], *, parts: bool) -> set[str]:
    """All that some account gives a term of the point to."""
    tabled = {party for term in terms for holder in _holders(term) for party in holder.parties}
    credited = {party for id_ in disputing for party in plan.claims[id_].credits}
    return {party if parts else plan.whole(party) for party in tabled | credited}


def _standing(terms: Collection[Term], named: set[str]) -> Standing:
    if not terms:
        return "unread"
    if any(term.is_contested for term in terms):
        return "contested"
    if not named:
        return "nobody"
    return "alone" if len(named) == 1 else "jointly"
