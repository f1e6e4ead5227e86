"""Blame of whole points: who brought which stretch, who introduced the point, who changed it, who last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from planctl.blame.line import Descended, Names, reached, regrouping
from planctl.blame.passage import Passage
from planctl.blame.standing import Wordings
from planctl.blame.wording import Reading, Stretch, read
from planctl.lineage.descent import Descent, Unit, descent
from planctl.lineage.tracing import Lineage, trace
from planctl.models import Plan, Point, Provision, Ref, Version

_MOST = 0.5
"""Share of a provision's words, 0 to 1, beyond which it counts as taken into the point where they stand."""


@dataclass(frozen=True)
class ProvisionBlame:
    """A provision and the stretches of its wording; joined they give its text back exactly.

    ``introduced`` are the provisions where its lines of descent begin, several for a merge. ``edited`` are
    the versions that changed the wording afterwards, ``last`` is the one that last changed or introduced it,
    ``otherwise_last`` the one that did if contested descent is not counted.
    """

    provision: Provision
    unit: Unit
    lineage: Lineage
    stretches: tuple[Stretch, ...]
    introduced: tuple[Unit, ...]
    edited: tuple[str, ...]
    last: str
    otherwise_last: str


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
    line: tuple[Descended, ...]
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

    @cached_property
    def places(self) -> dict[str, frozenset[int]]:
        """Provisions (0-based) by version that lie on the points' lines or lent them words."""
        found: dict[str, set[int]] = {}
        for provision in (p for point in self.points for p in point.provisions):
            for unit in (*provision.lineage.units, *(s.origin for s in provision.stretches)):
                found.setdefault(unit.version, set()).add(unit.provision)
        return {version: frozenset(units) for version, units in found.items()}


def assign(
    plan: Plan, version_id: str, provisions: Iterable[int] | None = None, *, graph: Descent | None = None
) -> Blame:
    """Give every stretch of a version's wording to the version that brought it.

    ``provisions`` (0-based) narrows the answer to some of them; by default all are blamed. Words are
    followed through the whole graph behind the version, stated links first; ``graph`` is that graph when the
    caller has it already. Raises ``UnknownName`` if the plan has no such version.
    """
    graph = graph or descent(plan, version_id)
    version, wordings = graph.newest, Wordings(graph)
    readings = read(wordings)
    wanted = range(len(version.provisions)) if provisions is None else sorted(set(provisions))
    by_point: dict[str, list[ProvisionBlame]] = {}
    for index in wanted:
        lineage = trace(plan, version_id, [index], graph=graph)
        found = _provision(wordings, lineage, readings[index])
        by_point.setdefault(found.provision.point, []).append(found)
    points = {point.number: point for point in version.points}
    return Blame(graph, tuple(_point(graph, points[number], found) for number, found in by_point.items()))


def _provision(wordings: Wordings, lineage: Lineage, reading: Reading) -> ProvisionBlame:
    (unit,) = lineage.start
    passage = Passage(wordings, lineage)
    return ProvisionBlame(
        provision=wordings.graph.provision(unit),
        unit=unit,
        lineage=lineage,
        stretches=tuple(passage.stretch(piece, unit) for piece in reading.pieces),
        introduced=reading.introduced,
        edited=reading.edited,
        last=reading.last,
        otherwise_last=reading.otherwise_last,
    )


def _point(graph: Descent, point: Point, found: Sequence[ProvisionBlame]) -> PointBlame:
    whole = len(found) == len(graph.newest.find(point.number))
    here = Ref(graph.newest.version, point.number if whole else found[0].provision.label)
    names = Names(graph, whole=whole)
    line = (*_taken_in(names, here, found), *names.line([provision.lineage for provision in found]))
    sure = _uncontested(here, line)
    begun = _begun(names, here, found, line)
    later = {version for provision in found for version in provision.edited}
    later |= _brought(names, found, begun)
    regrouped = regrouping(graph, here, line) if whole else set()
    later |= regrouped
    later |= {str(here.version)} if here not in begun and not any(s.child == here for s in line) else set()
    surely = {provision.otherwise_last for provision in found}
    surely |= {str(ref.version) for ref in _begun(names, here, found, sure)} if sure else set()
    surely |= regrouping(graph, here, sure) if whole and len(sure) < len(line) else regrouped
    return PointBlame(
        point=point,
        provisions=tuple(found),
        line=line,
        introduced=tuple(sorted(begun, key=names.place)),
        edited=_in_order(graph, later),
        last=_in_order(graph, {str(ref.version) for ref in begun} | later)[-1],
        otherwise_last=_in_order(graph.uncontested(), surely)[-1],
        doubtful=reached(here, line) - reached(here, sure),
    )


def _in_order(graph: Descent, versions: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in graph.by_id if name in versions)


def _uncontested(here: Ref, line: Iterable[Descended]) -> list[Descended]:
    """The steps that lead back if contested descent is not counted."""
    sure = [step for step in line if not step.contested]
    on_the_way = reached(here, sure)
    return [step for step in sure if step.child in on_the_way]


def _begun(names: Names, here: Ref, found: Sequence[ProvisionBlame], line: Sequence[Descended]) -> list[Ref]:
    """Where lines of descent begin; without any, where most of the wording is from."""
    if line:
        children = {step.child for step in line}
        return [ref for ref in dict.fromkeys([here, *(step.parent for step in line)]) if ref not in children]
    earlier = [u for provision in found for u in provision.introduced if u.version != here.version]
    return list(dict.fromkeys(names.ref(unit) for unit in earlier)) or [here]


def _brought(names: Names, found: Sequence[ProvisionBlame], begun: Sequence[Ref]) -> set[str]:
    """Versions on the line that brought words of the point, other than where it began.

    A version that took over one parent whole has only that parent's hands. What another parent brought may
    still come back in a later version.
    """
    return {
        stretch.version
        for provision in found
        for stretch in provision.stretches
        if stretch.origin in provision.lineage.behind and names.ref(stretch.origin) not in begun
    }


def _taken_in(names: Names, here: Ref, found: Sequence[ProvisionBlame]) -> list[Descended]:
    """Provisions most of whose words stand in the point although no link leads to them.

    A short provision merged into a long one is like it in nothing but its words. What a person states about
    a provision's descent is left as it is.
    """
    taken: dict[Ref, Descended] = {}
    for blamed in found:
        if blamed.provision.made_from is not None or blamed.provision.not_from:
            continue
        by_origin: dict[Unit, list[Stretch]] = {}
        for stretch in blamed.stretches:
            by_origin.setdefault(stretch.origin, []).append(stretch)
        for origin, stretches in by_origin.items():
            share = names.share(origin, [stretch.text for stretch in stretches])
            if share > _MOST and origin not in blamed.lineage.behind:
                contested = any(stretch.contested for stretch in stretches)
                parent = names.ref(origin)
                taken[parent] = Descended(here, parent, share, False, contested, by_words=True)
    return list(taken.values())
