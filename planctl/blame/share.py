"""How much of a version's wording each version and each party brought, as far as record and claims agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planctl.blame.claims import units
from planctl.blame.containment import Containment
from planctl.blame.points import Blame, ProvisionBlame, assign
from planctl.blame.stretches import Stretch
from planctl.lineage.descent import ProvisionKey, descent
from planctl.models import Plan, Ref
from planctl.redline import count


class Range(NamedTuple):
    """Words, or points, of which at least and at most so many are somebody's."""

    least: int
    most: int


@dataclass(frozen=True)
class VersionShare:
    """What one version brought: of its own words, ``recorded`` through the whole graph.

    ``words`` and ``points`` are the range between what it brought whichever contested descent is counted
    and what it brought if that suits it.
    """

    version: str
    parties: tuple[str, ...]
    recorded: int
    words: Range
    points: Range


@dataclass(frozen=True)
class PartyShare:
    """What one party can have brought.

    ``alone`` are words that the record gives to versions it tabled alone, ``jointly`` to versions it tabled
    with others: those are not divided by guess. ``words`` and ``points``: the least is what record and every
    claim leave to it alone, the most what the record or any claim credits it with, alone or jointly.
    """

    party: str
    alone: int
    jointly: int
    words: Range
    points: Range


@dataclass(frozen=True)
class Share:
    """A version's wording, divided. Only words with a letter or a figure in them count, not punctuation."""

    version: str
    words: int
    points: int
    by_version: tuple[VersionShare, ...]
    by_party: tuple[PartyShare, ...]
    claims: tuple[str, ...]


class _Part(NamedTuple):
    """Words of one stretch: the versions and the groups of parties that may have brought them."""

    point: str
    words: int
    recorded: str
    versions: frozenset[str]
    authors: frozenset[frozenset[str]]


def divide(plan: Plan, blame: Blame) -> Share:
    """Divide the wording of what was blamed among versions and parties.

    A stretch has one candidate for each possible author: the parties that tabled the version that brought it;
    those of the version that brought it if contested descent is not counted; and for each claim that
    ``credits`` somebody with this wording, those parties. A claim about a whole version is about the words
    that this version brought; a claim about a point or item is about all the words that stand in it.
    """
    called = list(_credits(plan))
    provisions = (provision for point in blame.points for provision in point.provisions)
    containment = Containment(blame.graph)
    parts = [part for provision in provisions for part in _parts(plan, containment, provision, called)]
    versions = [v.version for v in blame.graph.versions if any(v.version in part.versions for part in parts)]
    parties = [p for p in _known(plan) if any(p in group for part in parts for group in part.authors)]
    used = {credit.claim for credit in called if credit.ref.version in blame.graph.by_id}
    return Share(
        version=blame.version.version,
        words=sum(part.words for part in parts),
        points=len(blame.points),
        by_version=tuple(_version(plan, version, parts) for version in versions),
        by_party=tuple(_party(plan, party, parts) for party in parties),
        claims=tuple(claim.id for claim in plan.header.claims if claim.id in used),
    )


def share_history(plan: Plan, version_id: str) -> tuple[Share, ...]:
    """The shares of a version and of all its ancestors, each in its own time; the version stands last.

    Raises ``UnknownName`` if the plan has no such version.
    """
    graph = descent(plan, version_id)
    return tuple(
        divide(plan, assign(plan, version.version, graph=graph.behind(version.version)))
        for version in graph.versions
    )


def _known(plan: Plan) -> list[str]:
    """Parties in the order of the plan, then those that only versions and claims name."""
    named = [party for version in plan.versions for party in version.tabled_by]
    named += [party for claim in plan.header.claims for party in claim.credits]
    return list(dict.fromkeys([*plan.parties, *named]))


class _Credit(NamedTuple):
    """A claim that calls somebody the author of what one reference names: these provisions."""

    claim: str
    ref: Ref
    named: frozenset[ProvisionKey]
    who: frozenset[str]

    def covers(self, stretch: Stretch, provision: ProvisionBlame, containment: Containment) -> bool:
        """Whether it is about the wording of a stretch (see ``divide``)."""
        if self.ref.unit is None:
            return self.ref.version in {stretch.version, stretch.otherwise}
        if provision.unit in self.named or stretch.origin in self.named:
            return True
        return any(
            containment.has_most(stretch.text, unit)
            for unit in self.named.intersection(provision.lineage.units)
        )


def _credits(plan: Plan) -> Iterator[_Credit]:
    for claim in plan.header.claims:
        for text in claim.about if claim.credits else ():
            try:
                ref = Ref.parse(text)
            except ValueError:
                continue  # planctl validate reports it
            named = frozenset(ProvisionKey(str(ref.version), index) for index in units(plan, ref))
            yield _Credit(claim.id, ref, named, frozenset(claim.credits))


def _parts(
    plan: Plan, containment: Containment, provision: ProvisionBlame, called: Sequence[_Credit]
) -> Iterator[_Part]:
    for stretch in provision.stretches:
        versions = frozenset({stretch.version, stretch.otherwise})
        recorded = (frozenset(plan.by_id[version].tabled_by) for version in versions)
        credited = (credit.who for credit in called if credit.covers(stretch, provision, containment))
        yield _Part(
            provision.provision.point,
            count(stretch.text),
            stretch.version,
            versions,
            frozenset((*recorded, *credited)),
        )


def _version(plan: Plan, version: str, parts: Iterable[_Part]) -> VersionShare:
    sure = [part for part in parts if part.versions == {version}]
    possible = [part for part in parts if version in part.versions]
    return VersionShare(
        version=version,
        parties=plan.by_id[version].tabled_by,
        recorded=sum(part.words for part in possible if part.recorded == version),
        words=Range(_words(sure), _words(possible)),
        points=Range(_points(sure), _points(possible)),
    )


def _party(plan: Plan, party: str, parts: Iterable[_Part]) -> PartyShare:
    tabled = {version.version: version.tabled_by for version in plan.versions if party in version.tabled_by}
    sure = [part for part in parts if part.authors == {frozenset({party})}]
    possible = [part for part in parts if any(party in group for group in part.authors)]
    return PartyShare(
        party=party,
        alone=_words(part for part in possible if tabled.get(part.recorded) == (party,)),
        jointly=_words(part for part in possible if len(tabled.get(part.recorded, ())) > 1),
        words=Range(_words(sure), _words(possible)),
        points=Range(_points(sure), _points(possible)),
    )


def _words(parts: Iterable[_Part]) -> int:
    return sum(part.words for part in parts)


def _points(parts: Iterable[_Part]) -> int:
    return len({part.point for part in parts if part.words})
