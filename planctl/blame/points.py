"""Blame of whole points: who brought which stretch, who introduced the point, who changed it, who last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from planctl.blame.wording import Passage, Reading, Stretch, Wordings, read
from planctl.lineage import Descent, Lineage, Unit, descent, trace
from planctl.models import Plan, Point, Provision, Ref, Version


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
class Descended:
    """A point that came from another: ``v20:4`` from ``v19:4``.

    ``similarity`` (0 to 1) is the best of the links between their provisions, ``stated`` whether a person
    stated one, ``contested`` whether the descent of the version is disputed.
    """

    child: Ref
    parent: Ref
    similarity: float
    stated: bool
    contested: bool


@dataclass(frozen=True)
class PointBlame:
    """A point with its provisions, its line of descent and the hands it went through.

    Of a point of which only an item was asked for, all this is about the item. ``line`` leads back, the
    nearest first. ``introduced`` are the points where its lines begin; a merged point has several.
    ``edited`` and ``last`` are version ids: those that changed anything in it later, and the last that
    changed or introduced it; ``otherwise_last`` did if contested descent is not counted. ``doubtful`` are
    points that only contested descent leads to.
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


def assign(plan: Plan, version_id: str, provisions: Iterable[int] | None = None) -> Blame:
    """Give every stretch of a version's wording to the version that brought it.

    ``provisions`` (0-based) narrows the answer to some of them; by default all are blamed. Words are
    followed through the whole graph behind the version, stated links first. Raises ``UnknownName`` if the
    plan has no such version.
    """
    graph = descent(plan, version_id)
    version, readings, wordings = graph.newest, read(graph), Wordings(graph)
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
    order = {version.version: k for k, version in enumerate(graph.versions)}
    whole = len(found) == len(graph.newest.find(point.number))
    line = _line(graph, found, order, whole=whole)
    here = Ref(graph.newest.version, point.number if whole else found[0].provision.label)
    reached = dict.fromkeys([here, *(step.parent for step in line)])
    sure = {here}
    for step in line:
        sure |= {step.parent} if step.child in sure and not step.contested else set()
    begun = [ref for ref in reached if ref not in {step.child for step in line}]
    if not line:
        begun = _adopted(graph, found, whole=whole) or begun
    later = {version for provision in found for version in provision.edited}
    if whole:
        later |= _regrouping(graph, here, line)
    later |= {str(here.version)} if not line and begun != [here] else set()
    last = max([*(str(ref.version) for ref in begun), *later], key=order.__getitem__)
    doubtful = frozenset(reached) - sure
    return PointBlame(
        point=point,
        provisions=tuple(found),
        line=line,
        introduced=tuple(sorted(begun, key=lambda ref: order[str(ref.version)])),
        edited=tuple(sorted(later, key=order.__getitem__)),
        last=last,
        otherwise_last=_otherwise(last, found, doubtful, order),
        doubtful=doubtful,
    )


def _otherwise(
    last: str, found: Sequence[ProvisionBlame], doubtful: Iterable[Ref], order: dict[str, int]
) -> str:
    """The last hand if contested descent is not counted."""
    if last not in {ref.version for ref in doubtful}:
        return last
    return max((provision.otherwise_last for provision in found), key=order.__getitem__)


def _adopted(graph: Descent, found: Sequence[ProvisionBlame], *, whole: bool) -> list[Ref]:
    """Where a point without ancestors has most of its wording from: points of earlier versions."""
    units = (unit for provision in found for unit in provision.introduced)
    earlier = (unit for unit in units if unit.version != graph.newest.version)
    return list(dict.fromkeys(_ref(graph, unit, whole=whole) for unit in earlier))


def _line(
    graph: Descent, found: Sequence[ProvisionBlame], order: dict[str, int], *, whole: bool
) -> tuple[Descended, ...]:
    """Steps between points, or else items, from those between provisions; children before their parents."""
    steps = dict.fromkeys(step for provision in found for step in provision.lineage.steps)
    merged: dict[tuple[Ref, Ref], Descended] = {}
    for step in sorted(steps, key=lambda s: -order[s.child.version]):
        child, parent = (_ref(graph, unit, whole=whole) for unit in (step.child, step.parent))
        so_far = merged.get((child, parent))
        merged[child, parent] = Descended(
            child,
            parent,
            max(step.link.similarity, so_far.similarity if so_far else 0.0),
            step.link.stated or bool(so_far and so_far.stated),
            step.contested,
        )
    return tuple(merged.values())


def _ref(graph: Descent, unit: Unit, *, whole: bool) -> Ref:
    provision = graph.provision(unit)
    return Ref(unit.version, provision.point if whole else provision.label)


def _regrouping(graph: Descent, here: Ref, line: Sequence[Descended]) -> set[str]:
    """Versions that added items or left some out, though each provision may be unchanged on its own.

    Where a parent was taken over whole, what other parents did has no part in the point.
    """
    hands: set[str] = set()
    reached = {here}
    by_child: dict[Ref, list[Descended]] = {}
    for step in line:
        by_child.setdefault(step.child, []).append(step)
    for child, found in by_child.items():
        steps = found if child in reached else []
        whole = [step for step in steps if not _regrouped(graph, step)]
        hands |= {str(child.version)} if steps and not whole else set()
        reached |= {step.parent for step in whole or steps}
    return hands


def _regrouped(graph: Descent, step: Descended) -> bool:
    """Whether the child has a provision that the parent has not, or the other way round."""
    child, parent = (graph.by_id[str(ref.version)] for ref in (step.child, step.parent))
    mine, theirs = child.find(str(step.child.unit)), parent.find(str(step.parent.unit))
    links = [
        link
        for edge in graph.parents(child.version)
        if edge.parent == parent.version
        for new in mine
        for link in graph.pairing(edge).by_new.get(new, ())
        if link.old in theirs
    ]
    return {link.new for link in links} != set(mine) or {link.old for link in links} != set(theirs)
