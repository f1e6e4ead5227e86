"""Terms, and the texts in which they first stood: restated words say nothing of who wrote them.

A term is a provision, or a typed value that ``substance`` reads in it and that not all of its ancestors have.
What nobody has read, and what is restated by inference alone, is no text that has a term. A line that leads
to a text by way of a reconstruction only is not traced: the text had the term, and no more is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from planctl import substance
from planctl.blame.contests import Contest, Contests
from planctl.blame.voices import Voices
from planctl.lineage.descent import Descent, ProvisionKey
from planctl.lineage.tracing import Lineage
from planctl.models import Plan, Wording

PROVISION = "provision"
_VALUES = frozenset(
    (
        *("figure", "money", "percentage", "share", "ratio", "date", "duration", "frequency", "deadline"),
        "qualifier",
    )
)
"""Kinds of values that are the same whatever words stand around them."""


class Holder(NamedTuple):
    """A provision in which a term stands, and the parties whose term it is there."""

    unit: ProvisionKey
    parties: tuple[str, ...]
    contest: Contest | None


class Term(NamedTuple):
    """A term of a provision, and where it first stood.

    ``kind`` is ``provision``, or that of a value; ``text`` is the heading of a point or the provision's own
    words, or the value as it stands. ``first`` are the earliest texts that have it: several where a provision
    was merged of several. ``otherwise`` is the earliest one if contested descent is not counted, where that
    makes a difference. ``through`` are the reconstructions that lie on every way from there. ``unread`` are
    earlier provisions on the way that nobody has read, and which may have had it before. ``last`` is the
    version that last put a value there, or the last value of a provision, as far as anybody has read.
    """

    kind: str
    text: str
    first: tuple[Holder, ...]
    otherwise: Holder | None
    through: tuple[ProvisionKey, ...]
    unread: tuple[ProvisionKey, ...]
    last: str

    @property
    def is_contested(self) -> bool:
        """Whether its origin is disputed, or depends on descent that is."""
        return self.otherwise is not None or any(holder.contest for holder in self.first)


_Key = tuple[str, str]


class Terms:
    """The terms of the provisions of one graph."""

    def __init__(self, plan: Plan, graph: Descent) -> None:
        self._graph = graph
        self._order = {version.version: k for k, version in enumerate(graph.versions)}
        self._voices, self._contests = Voices(plan, graph), Contests(plan)
        self._names = substance.Parties({p.id: (p.name, *p.names) for p in plan.header.parties})
        self._read: dict[ProvisionKey, dict[_Key, substance.Term]] = {}
        self._languages: dict[str, str | None] = {}

    def of(self, lineage: Lineage) -> tuple[Term, ...]:
        """The terms of the provision with which a lineage starts: itself, then the values that changed."""
        walk = _Walk(self._graph, lineage, self._order)
        (unit,) = lineage.start
        values: list[Term] = []
        for key, value in self._values(unit).items() if unit in walk.read else ():
            holders = [each for each in walk.read if each == unit or key in self._values(each)]
            if len(holders) < len(walk.read):
                values.append(self._value(walk, key, holders, value))
        return self._provision(walk, unit, values), *values

    def _provision(self, walk: _Walk, unit: ProvisionKey, values: Sequence[Term]) -> Term:
        provision = self._graph.provision(unit)
        heading = self._headings.get(provision.point, "") if provision.item is None else ""
        first = tuple(self._holder(each) for each in walk.roots)
        otherwise = None if set(walk.sure_roots) & set(walk.roots) else self._holder(walk.sure_roots[0])
        versions = [first[0].unit.version, *(value.last for value in values)]
        last = max(versions, key=self._order.__getitem__)
        way = walk.through(walk.roots), walk.unread_before(walk.roots[0])
        return Term(PROVISION, heading or provision.text, first, otherwise, *way, last)

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {point.number: point.heading for point in self._graph.newest.points}

    def _value(self, walk: _Walk, key: _Key, holders: Sequence[ProvisionKey], value: substance.Term) -> Term:
        first = min(holders, key=walk.age)
        sure = [each for each in holders if each in walk.lineage.sure]
        otherwise = None if first in sure else self._holder(min(sure, key=walk.age), key)
        return Term(
            kind=value.kind,
            text=value.text,
            first=(self._holder(first, key),),
            otherwise=otherwise,
            through=walk.through([first]),
            unread=walk.unread_before(first),
            last=walk.last(holders),
        )

    def _holder(self, unit: ProvisionKey, key: _Key | None = None) -> Holder:
        value = self._values(unit).get(key) if key else None
        parties = self._voices.at(unit, value.start) if value else self._graph.provision(unit).tabled_by
        return Holder(unit, parties, self._contests.of(unit, parties))

    def _values(self, unit: ProvisionKey) -> dict[_Key, substance.Term]:
        """The typed values of a provision, each as it stands there first."""
        if unit not in self._read:
            language = self._language(unit.version)
            found: dict[_Key, substance.Term] = {}
            for term in substance.read(self._graph.provision(unit).text, self._names, language=language):
                if term.kind in _VALUES and not term.weak:
                    found.setdefault((term.kind, term.value), term)
            self._read[unit] = found
        return self._read[unit]

    def _language(self, version: str) -> str | None:
        if version not in self._languages:
            texts = [provision.text for provision in self._graph.by_id[version].provisions]
            self._languages[version] = substance.language_of(texts)
        return self._languages[version]


class _Walk:
    """The way back from one provision, with what of it somebody has read."""

    def __init__(self, graph: Descent, lineage: Lineage, order: dict[str, int]) -> None:
        self.lineage = lineage
        self._graph, self._order = graph, order

    def age(self, unit: ProvisionKey) -> tuple[int, int]:
        """Sorts earlier provisions before later ones."""
        return self._order[unit.version], unit.provision

    @cached_property
    def read(self) -> Sequence[ProvisionKey]:
        """The provisions on the way that somebody has read."""
        unread = {v.version: v.unread for v in self._graph.versions}
        return [unit for unit in self.lineage.units if unit.provision not in unread[unit.version]]

    @property
    def roots(self) -> Sequence[ProvisionKey]:
        """Where the lines begin, as far as anybody has read: those of the earliest version."""
        return self._earliest(self.read or self.lineage.start)

    @property
    def sure_roots(self) -> Sequence[ProvisionKey]:
        """The same if contested descent is not counted."""
        sure = [unit for unit in self.read if unit in self.lineage.sure]
        return self._earliest(sure or self.lineage.start)

    def _earliest(self, units: Collection[ProvisionKey]) -> Sequence[ProvisionKey]:
        first = min(map(self.age, units))[0]
        return sorted((unit for unit in units if self._order[unit.version] == first), key=self.age)

    def unread_before(self, unit: ProvisionKey) -> tuple[ProvisionKey, ...]:
        """The provisions of earlier versions on the way that nobody has read."""
        read, order = set(self.read), self._order
        return tuple(
            each
            for each in self.lineage.units
            if each not in read and order[each.version] < order[unit.version]
        )

    def last(self, holders: Iterable[ProvisionKey]) -> str:
        """The earliest version since which every version that was read has what these provisions have."""
        held = set(holders)
        versions = sorted({unit.version for unit in self.read}, key=self._order.__getitem__)
        found = ""
        for version in versions:
            has = any(unit.version == version for unit in held)
            found = (found or version) if has else ""
        return found or self.lineage.start[0].version

    def through(self, ends: Iterable[ProvisionKey]) -> tuple[ProvisionKey, ...]:
        """The reconstructions by way of which alone one comes to some provisions."""
        if all(end in self._plain for end in ends):
            return ()
        found = [step.parent for step in self.lineage.steps if self._is_reconstructed(step.parent)]
        return tuple(unit for unit in dict.fromkeys(found) if unit not in set(ends))

    @cached_property
    def _plain(self) -> Collection[ProvisionKey]:
        """What is reached without going through a reconstruction."""
        reached = set(self.lineage.start)
        for step in self.lineage.steps:
            is_start = step.child in self.lineage.start
            if step.child in reached and (is_start or not self._is_reconstructed(step.child)):
                reached.add(step.parent)
        return reached

    def _is_reconstructed(self, unit: ProvisionKey) -> bool:
        return self._graph.by_id[unit.version].wording is Wording.reconstructed
