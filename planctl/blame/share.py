"""How much of a version's wording each version and each party brought, as far as record and claims agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planctl.blame.claims import units
from planctl.blame.containment import Containment
from planctl.blame.point_share import PointShare, count_points
from planctl.blame.points import Blame
from planctl.blame.stretches import histories_of_each
from planctl.blame.terms import Terms, TracedTerm
from planctl.blame.voices import Voices
from planctl.lineage.descent import Descent, ProvisionKey, descent
from planctl.lineage.tracing import trace
from planctl.models import Plan, Ref
from planctl.text import word_count


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

    ``alone`` are words that the record gives to what it tabled alone, ``jointly`` to what it tabled with
    tabled with others: those are not divided by guess. ``words`` and ``points``: the least is what record
    and every claim leave to it alone, the most what the record or any claim credits it with, alone or
    jointly.
    """

    party: str
    alone: int
    jointly: int
    words: Range
    points: Range


@dataclass(frozen=True)
class Share:
    """A version's wording, divided. Only words with a letter or a figure in them count, not punctuation.

    ``counted``: where a version that was walked is restated, its points; the words then mean nothing.
    """

    version: str
    words: int
    points: int
    by_version: tuple[VersionShare, ...]
    by_party: tuple[PartyShare, ...]
    claims: tuple[str, ...]
    counted: PointShare | None = None


class _CreditedWords(NamedTuple):
    """A piece of wording: who brought it, and who did if contested descent is not counted; whose it is."""

    text: str
    origin: ProvisionKey
    otherwise: ProvisionKey
    parties: tuple[str, ...]


class _Divided(NamedTuple):
    """A provision of the version that is divided: its point, its wording, what it descends from."""

    point: str
    unit: ProvisionKey
    wording: Sequence[_CreditedWords]
    behind: Iterable[ProvisionKey]


class _WordGroup(NamedTuple):
    """What can be said of who brought some words: the versions, and the groups of parties.

    ``recorded`` is the version that the record gives them to, ``parties`` are those that tabled them there.
    """

    recorded: str
    parties: frozenset[str]
    versions: frozenset[str]
    authors: frozenset[frozenset[str]]


class _Amount:
    """How many words are of one kind, and the points in which they stand."""

    def __init__(self) -> None:
        self.words = 0
        self.points: set[str] = set()


_Amounts = Mapping[_WordGroup, _Amount]


def divide(plan: Plan, blame: Blame, *, parts: bool = False) -> Share:
    """Divide the wording of what was blamed among versions and parties.

    A stretch has one reading for each possible author: the parties that tabled the version that brought it;
    those of the version that brought it if contested descent is not counted; and for each claim that
    ``credits`` somebody with this wording, those parties. A claim about a whole version is about the words
    that this version brought; a claim about a point or item is about all the words that stand in it.

    ``parts``: those of a party for themselves. Of restated versions points are counted, see ``count_points``.
    """
    if blame.is_restated:
        passages = blame.version.passages
        terms = {
            point.point.number: [term for provision in point.provisions for term in provision.terms]
            for point in blame.points
            if point.point.number not in passages
        }
        return _of_points(blame.version.version, count_points(plan, terms, parts=parts))
    containment = Containment(blame.graph)
    provisions = [
        _Divided(
            divided.provision.point,
            divided.unit,
            [_CreditedWords(s.text, s.origin, s.other_origin, s.parties) for s in divided.stretches],
            divided.lineage.units,
        )
        for point in blame.points
        for divided in point.provisions
    ]
    division = _Division(plan, containment, parts=parts)
    return division.share(blame.version.version, provisions, blame.graph.by_id)


def _of_points(version: str, counted: PointShare) -> Share:
    return Share(version, 0, counted.points, (), (), counted.claims, counted)


def _history_of_points(plan: Plan, graph: Descent, *, parts: bool) -> tuple[Share, ...]:
    tracer = Terms(plan, graph)
    shares = []
    for version in graph.versions:
        behind = graph.behind(version.version)
        terms: dict[str, list[TracedTerm]] = {}
        for k, provision in enumerate(version.provisions):
            if provision.point not in version.passages:
                lineage = trace(plan, version.version, [k], graph=behind)
                terms.setdefault(provision.point, []).extend(tracer.of(lineage))
        shares.append(_of_points(version.version, count_points(plan, terms, parts=parts)))
    return tuple(shares)


def share_history(plan: Plan, version_id: str, *, parts: bool = False) -> tuple[Share, ...]:
    """The shares of a version and of all its ancestors, each in its own time; the version stands last.

    Raises ``UnknownName`` if the plan has no such version.
    """
    graph = descent(plan, version_id)
    if any(version.is_restated for version in graph.versions):
        return _history_of_points(plan, graph, parts=parts)
    containment = Containment(graph)
    division, voices = _Division(plan, containment, parts=parts), Voices(plan, graph)
    behind = _behind(graph, division.named)
    older = _ancestors(graph, division.about)
    shares = []
    for version, readings in zip(graph.versions, histories_of_each(containment), strict=True):
        name = version.version
        provisions = [
            _Divided(
                provision.point,
                ProvisionKey(name, index),
                [
                    _CreditedWords(text, piece.origin, piece.otherwise, parties)
                    for piece in reading.pieces
                    for text, parties in voices.of(piece.text, piece.origin)
                ],
                behind[ProvisionKey(name, index)],
            )
            for index, (provision, reading) in enumerate(zip(version.provisions, readings, strict=True))
        ]
        shares.append(division.share(name, provisions, older[name]))
    return tuple(shares)


def _behind(graph: Descent, named: Collection[ProvisionKey]) -> dict[ProvisionKey, frozenset[ProvisionKey]]:
    """For every provision those of the ``named`` ones that it descends from, or is."""
    named_behind: dict[ProvisionKey, frozenset[ProvisionKey]] = {}
    for version in graph.versions:
        name = version.version
        for index in range(len(version.provisions)):
            unit = ProvisionKey(name, index)
            named_behind[unit] = frozenset({unit}) if unit in named else frozenset()
        for edge in graph.parents(name) if named else ():
            for link in graph.pairing(edge).links:
                named_behind[ProvisionKey(name, link.new)] |= named_behind[
                    ProvisionKey(edge.parent, link.old)
                ]
    return named_behind


def _ancestors(graph: Descent, about: Collection[str]) -> dict[str, frozenset[str]]:
    """For every version those of the versions ``about`` that it descends from, or is."""
    ancestors: dict[str, frozenset[str]] = {}
    for version in graph.versions:
        name = version.version
        itself = frozenset({name}) if name in about else frozenset()
        ancestors[name] = itself.union(*(ancestors[edge.parent] for edge in graph.parents(name)))
    return ancestors


class _AuthorshipClaim(NamedTuple):
    """A claim that calls somebody the author of what one reference names: these provisions."""

    claim: str
    ref: Ref
    named: frozenset[ProvisionKey]
    who: frozenset[str]


def _credits(plan: Plan) -> Iterator[_AuthorshipClaim]:
    for claim in plan.header.claims:
        for text in claim.about if claim.credits else ():
            try:
                ref = Ref.parse(text)
            except ValueError:
                continue  # planctl validate reports it
            named = frozenset(ProvisionKey(str(ref.version), index) for index in units(plan, ref))
            yield _AuthorshipClaim(claim.id, ref, named, frozenset(claim.credits))


def _known(plan: Plan) -> list[str]:
    """Parties in the order of the plan, then those that only versions and claims name."""
    named = [party for v in plan.versions for party in v.tabled_by]
    named += [party for v in plan.versions for point in v.points for party in point.tabled_by or ()]
    named += [party for claim in plan.header.claims for party in claim.credits]
    return list(dict.fromkeys([*plan.parties, *named]))


class _Division:
    """What claims say about who wrote a plan, and shares by it.

    ``about`` are the versions that claims with credits are about, ``named`` the provisions.
    """

    def __init__(self, plan: Plan, containment: Containment, *, parts: bool) -> None:
        self._plan = plan
        self._whole = (lambda party: party) if parts else plan.whole
        self._containment = containment
        self._parties = {party: k for k, party in enumerate(_known(plan))}
        self._by_version: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
        self._by_unit: defaultdict[ProvisionKey, set[frozenset[str]]] = defaultdict(set)
        self._claims: defaultdict[str, set[str]] = defaultdict(set)
        for credit in _credits(plan):
            self._claims[str(credit.ref.version)].add(credit.claim)
            who = self._wholes(credit.who)
            if credit.ref.unit is None:
                self._by_version[str(credit.ref.version)].add(who)
            for unit in credit.named if credit.ref.unit is not None else ():
                self._by_unit[unit].add(who)

    @property
    def named(self) -> Collection[ProvisionKey]:
        return self._by_unit.keys()

    @property
    def about(self) -> Collection[str]:
        return self._claims.keys()

    def share(self, version: str, provisions: Iterable[_Divided], behind: Collection[str]) -> Share:
        """The share of a version, given its provisions and the versions behind it."""
        amounts: defaultdict[_WordGroup, _Amount] = defaultdict(_Amount)
        points: set[str] = set()
        passages = self._containment.graph.by_id[version].passages
        for provision in provisions:
            counted = {provision.point} - passages
            points |= counted
            for words in provision.wording:
                amount, size = amounts[self._kind(provision, words)], word_count(words.text)
                amount.words += size
                amount.points |= counted if size else set()
        used = {claim for about, claim_ids in self._claims.items() if about in behind for claim in claim_ids}
        return Share(
            version=version,
            words=sum(amount.words for amount in amounts.values()),
            points=len(points),
            by_version=tuple(self._versions(amounts)),
            by_party=tuple(self._shares_of_parties(amounts)),
            claims=tuple(claim.id for claim in self._plan.header.claims if claim.id in used) if used else (),
        )

    def _kind(self, provision: _Divided, words: _CreditedWords) -> _WordGroup:
        versions = frozenset({words.origin.version, words.otherwise.version})
        parties = self._wholes(words.parties)
        is_tabled = parties == self._tabled(words.origin)
        authors = {parties, self._tabled(words.otherwise)} if is_tabled else {parties}
        for version in versions & self._by_version.keys():
            authors |= self._by_version[version]
        for unit in {provision.unit, words.origin} & self._by_unit.keys():
            authors |= self._by_unit[unit]
        for unit in self._by_unit.keys() & provision.behind if self._by_unit else ():
            if self._containment.has_most(words.text, unit):
                authors |= self._by_unit[unit]
        return _WordGroup(words.origin.version, parties, versions, frozenset(authors))

    def _tabled(self, unit: ProvisionKey) -> frozenset[str]:
        """The parties that tabled a provision."""
        return self._wholes(self._containment.graph.provision(unit).tabled_by)

    def _wholes(self, parties: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._whole, parties))

    def _versions(self, amounts: _Amounts) -> Iterator[VersionShare]:
        possible: defaultdict[str, list[_WordGroup]] = defaultdict(list)
        for kind in amounts:
            for version in kind.versions:
                possible[version].append(kind)
        for version in sorted(possible, key=self._containment.order.__getitem__):
            kinds = possible[version]
            sure = [kind for kind in kinds if kind.versions == {version}]
            yield VersionShare(
                version=version,
                parties=self._plan.by_id[version].tabled_by,
                recorded=_words(amounts, (kind for kind in kinds if kind.recorded == version)),
                words=Range(_words(amounts, sure), _words(amounts, kinds)),
                points=Range(_points(amounts, sure), _points(amounts, kinds)),
            )

    def _shares_of_parties(self, amounts: _Amounts) -> Iterator[PartyShare]:
        possible: defaultdict[str, list[_WordGroup]] = defaultdict(list)
        for kind in amounts:
            for party in frozenset().union(*kind.authors):
                possible[party].append(kind)
        for party in sorted(possible, key=self._parties.__getitem__):
            yield self._of_party(party, possible[party], amounts)

    def _of_party(self, party: str, kinds: Sequence[_WordGroup], amounts: _Amounts) -> PartyShare:
        sure = [kind for kind in kinds if kind.authors == {frozenset({party})}]
        joint = [kind for kind in kinds if len(kind.parties) > 1 and party in kind.parties]
        return PartyShare(
            party=party,
            alone=_words(amounts, (kind for kind in kinds if kind.parties == {party})),
            jointly=_words(amounts, joint),
            words=Range(_words(amounts, sure), _words(amounts, kinds)),
            points=Range(_points(amounts, sure), _points(amounts, kinds)),
        )


def _words(amounts: _Amounts, kinds: Iterable[_WordGroup]) -> int:
    return sum(amounts[kind].words for kind in kinds)


def _points(amounts: _Amounts, kinds: Sequence[_WordGroup]) -> int:
    if len(kinds) == 1:
        return len(amounts[kinds[0]].points)
    return len(set().union(*(amounts[kind].points for kind in kinds)))
