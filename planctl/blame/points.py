"""Blame of whole points: who brought which stretch, who introduced the point, who changed it, who last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from planctl.blame.containment import Containment
from planctl.blame.point_steps import PointNames, PointStep, reached, regrouping
from planctl.blame.stretches import ProvisionHistory, Stretch, provision_histories
from planctl.blame.terms import Terms, TracedTerm
from planctl.blame.trail import Trail
from planctl.blame.voices import Voices
from planctl.lineage.descent import Descent, ProvisionKey, descent
from planctl.lineage.tracing import Lineage, trace
from planctl.models import Plan, Point, Provision, Ref, Version

_TAKEN_IN_SHARE = 0.5
"""Share of a provision's words, 0 to 1, beyond which it counts as taken into the point where they stand."""


@dataclass(frozen=True)
class ProvisionBlame:
    """A provision and the stretches of its wording; joined they give its text back exactly.

    ``introduced`` are the provisions where its lines of descent begin, several for a merge. ``edited`` are
    the versions that changed the wording afterwards, ``last`` is the one that last changed or introduced it,
    ``otherwise_last`` the one that did if contested descent is not counted. ``terms`` are what can be traced
    where the words of a version that was walked are its keeper's; else there are none.
    """

    provision: Provision
    unit: ProvisionKey
    lineage: Lineage
    stretches: tuple[Stretch, ...]
    introduced: tuple[ProvisionKey, ...]
    edited: tuple[str, ...]
    last: str
    otherwise_last: str
    terms: tuple[TracedTerm, ...] = ()


@dataclass(frozen=True)
class PointBlame:
    """A point with its provisions, its line of descent and the hands it went through.

    Of a point of which only an item was asked for, all this is about the item. ``line`` leads back, the
    nearest first. ``introduced`` are the points where its lines begin; a merged point has several.
    ``edited`` and ``last`` are version ids: those that changed anything in it or brought words of it later,
    and the last that changed or introduced it; ``otherwise_last`` did if contested descent is not counted.
    ``doubtful`` are points that only contested descent leads to.
    """

    point: Point
    provisions: tuple[ProvisionBlame, ...]
    line: tuple[PointStep, ...]
    introduced: tuple[Ref, ...]
    edited: tuple[str, ...]
    last: str
    otherwise_last: str
    doubtful: frozenset[Ref]


@dataclass(frozen=True)
class Blame:
    """A version, or some of its points, with everything behind them."""

    graph: Descent
    points: tuple[PointBlame, ...]

    @property
    def version(self) -> Version:
        """The version that is blamed."""
        return self.graph.newest

    @property
    def is_restated(self) -> bool:
        """Whether the words of a version walked are its keeper's: then terms are traced, not words."""
        return any(version.is_restated for version in self.graph.versions)

    @cached_property
    def places(self) -> dict[str, frozenset[int]]:
        """Provisions (0-based) by version that lie on the points' lines or lent them words."""
        by_version: dict[str, set[int]] = {}
        for provision in (p for point in self.points for p in point.provisions):
            for unit in (*provision.lineage.units, *(s.origin for s in provision.stretches)):
                by_version.setdefault(unit.version, set()).add(unit.provision)
        return {version: frozenset(units) for version, units in by_version.items()}


def assign(
    plan: Plan, version_id: str, provisions: Iterable[int] | None = None, *, graph: Descent | None = None
) -> Blame:
    """Give every stretch of a version's wording to the version that brought it.

    ``provisions`` (0-based) narrows the answer to some of them; by default all are blamed. Words are
    followed through the whole graph behind the version, stated links first; ``graph`` is that graph when the
    caller has it already. Raises ``UnknownName`` if the plan has no such version.
    """
    graph = graph or descent(plan, version_id)
    version, containment, voices = graph.newest, Containment(graph), Voices(plan, graph)
    histories = provision_histories(containment)
    wanted = range(len(version.provisions)) if provisions is None else sorted(set(provisions))
    terms = Terms(plan, graph) if any(each.is_restated for each in graph.versions) else None
    by_point: dict[str, list[ProvisionBlame]] = {}
    for index in wanted:
        lineage = trace(plan, version_id, [index], graph=graph)
        blamed = _provision(containment, lineage, histories[index], voices)
        blamed = replace(blamed, terms=terms.of(lineage)) if terms else blamed
        by_point.setdefault(blamed.provision.point, []).append(blamed)
    points = {point.number: point for point in version.points}
    return Blame(graph, tuple(_point(graph, points[number], blamed) for number, blamed in by_point.items()))


def _provision(
    containment: Containment, lineage: Lineage, history: ProvisionHistory, voices: Voices
) -> ProvisionBlame:
    (unit,) = lineage.start
    trail = Trail(containment, lineage)
    return ProvisionBlame(
        provision=containment.graph.provision(unit),
        unit=unit,
        lineage=lineage,
        stretches=tuple(each for piece in history.pieces for each in trail.stretches(piece, voices)),
        introduced=history.introduced,
        edited=history.edited,
        last=history.last,
        otherwise_last=history.otherwise_last,
    )


def _point(graph: Descent, point: Point, blamed: Sequence[ProvisionBlame]) -> PointBlame:
    whole = len(blamed) == len(graph.newest.find(point.number))
    point_ref = Ref(graph.newest.version, point.number if whole else _around(graph.newest, blamed))
    names = PointNames(graph, whole=whole, asked=None if whole or len(blamed) == 1 else point_ref)
    line = (*_taken_in(names, point_ref, blamed), *names.line([provision.lineage for provision in blamed]))
    sure = _uncontested(point_ref, line)
    begun = _begun(names, point_ref, blamed, line)
    later = {version for provision in blamed for version in provision.edited}
    later |= _brought(names, blamed, begun)
    regrouped = regrouping(graph, point_ref, line) if whole else set()
    later |= regrouped
    later |= (
        {str(point_ref.version)}
        if point_ref not in begun and not any(s.child == point_ref for s in line)
        else set()
    )
    surely = {provision.otherwise_last for provision in blamed}
    surely |= {str(ref.version) for ref in _begun(names, point_ref, blamed, sure)} if sure else set()
    surely |= regrouping(graph, point_ref, sure) if whole and len(sure) < len(line) else regrouped
    return PointBlame(
        point=point,
        provisions=tuple(blamed),
        line=line,
        introduced=tuple(sorted(begun, key=names.place)),
        edited=_in_order(graph, later),
        last=_in_order(graph, {str(ref.version) for ref in begun} | later)[-1],
        otherwise_last=_in_order(graph.uncontested(), surely)[-1],
        doubtful=reached(point_ref, line) - reached(point_ref, sure),
    )


def _around(version: Version, blamed: Sequence[ProvisionBlame]) -> str:
    """The path of the item that these provisions are, with all below it; else of the first of them."""
    places = tuple(each.unit.provision for each in blamed)
    first = blamed[0].provision.label
    parts = first.split(".")
    paths = (".".join(parts[:k]) for k in range(len(parts), 0, -1))
    return next((path for path in paths if version.find(path) == places), first)


def _in_order(graph: Descent, versions: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in graph.by_id if name in versions)


def _uncontested(point_ref: Ref, line: Iterable[PointStep]) -> list[PointStep]:
    """The steps that lead back if contested descent is not counted."""
    sure = [step for step in line if not step.contested]
    on_the_way = reached(point_ref, sure)
    return [step for step in sure if step.child in on_the_way]


def _begun(
    names: PointNames, point_ref: Ref, blamed: Sequence[ProvisionBlame], line: Sequence[PointStep]
) -> list[Ref]:
    """Where lines of descent begin; without any, where most of the wording is from."""
    if line:
        children = {step.child for step in line}
        return [
            ref for ref in dict.fromkeys([point_ref, *(step.parent for step in line)]) if ref not in children
        ]
    earlier = [u for provision in blamed for u in provision.introduced if u.version != point_ref.version]
    return list(dict.fromkeys(names.ref(unit) for unit in earlier)) or [point_ref]


def _brought(names: PointNames, blamed: Sequence[ProvisionBlame], begun: Sequence[Ref]) -> set[str]:
    """Versions on the line that brought words of the point, other than where it began.

    A version that took over one parent whole has only that parent's hands. What another parent brought may
    still come back in a later version.
    """
    return {
        stretch.version
        for provision in blamed
        for stretch in provision.stretches
        if stretch.origin in provision.lineage.behind and names.ref(stretch.origin) not in begun
    }


def _taken_in(names: PointNames, point_ref: Ref, provisions: Sequence[ProvisionBlame]) -> list[PointStep]:
    """Provisions most of whose words stand in the point although no link leads to them.

    A short provision merged into a long one is like it in nothing but its words. What a person states about
    a provision's descent is left as it is.
    """
    taken: dict[Ref, PointStep] = {}
    for blamed in provisions:
        if blamed.provision.made_from is not None or blamed.provision.not_from:
            continue
        by_origin: dict[ProvisionKey, list[Stretch]] = {}
        for stretch in blamed.stretches:
            by_origin.setdefault(stretch.origin, []).append(stretch)
        for origin, stretches in by_origin.items():
            share = names.share(origin, [stretch.text for stretch in stretches])
            if share > _TAKEN_IN_SHARE and origin not in blamed.lineage.behind:
                contested = any(stretch.contested for stretch in stretches)
                parent = names.ref(origin)
                taken[parent] = PointStep(point_ref, parent, share, False, contested, by_words=True)
    return list(taken.values())
