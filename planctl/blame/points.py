"""Blame of whole points: who brought which stretch, who introduced the point, who changed it, who last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from planctl.alignment import normalise
from planctl.blame.wording import Passage, Piece, Stretch, pieces
from planctl.lineage import Descent, Lineage, Unit, descent, trace
from planctl.models import Plan, Point, Provision, Ref, Version


@dataclass(frozen=True)
class ProvisionBlame:
    """A provision and the stretches of its wording; joined they give its text back exactly.

    The hands are version ids, in the order of the graph. ``introduced``: where its lines of descent begin,
    one version for each. ``edited``: those that changed the wording afterwards. ``last``: the newest of both.
    """

    provision: Provision
    unit: Unit
    lineage: Lineage
    stretches: tuple[Stretch, ...]
    introduced: tuple[str, ...]
    edited: tuple[str, ...]
    last: str


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

    ``line`` leads back, the nearest first. ``introduced`` are the points where its lines begin, as
    references; a merged point has several. ``edited`` and ``last`` are version ids: those that changed
    anything in it later, and the last that changed or introduced it. ``doubtful`` are references to points
    that only contested descent leads to.
    """

    point: Point
    provisions: tuple[ProvisionBlame, ...]
    line: tuple[Descended, ...]
    introduced: tuple[Ref, ...]
    edited: tuple[str, ...]
    last: str
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
    version, origins = graph.newest, pieces(graph)
    wanted = range(len(version.provisions)) if provisions is None else sorted(set(provisions))
    order = {v.version: k for k, v in enumerate(graph.versions)}
    by_point: dict[str, list[ProvisionBlame]] = {}
    for index in wanted:
        lineage = trace(plan, version_id, [index], graph=graph)
        found = _provision(graph, lineage, origins[index], order)
        by_point.setdefault(found.provision.point, []).append(found)
    points = {point.number: point for point in version.points}
    return Blame(graph, tuple(_point(graph, points[n], found, order) for n, found in by_point.items()))


def _provision(
    graph: Descent, lineage: Lineage, found: Sequence[Piece], order: dict[str, int]
) -> ProvisionBlame:
    (unit,) = lineage.start
    passage = Passage(graph, lineage)
    introduced = {u.version for u in lineage.units if not lineage.parents(u)}
    edited = {u.version for u in lineage.units if lineage.parents(u) and _changed(graph, lineage, u)}
    return ProvisionBlame(
        provision=graph.provision(unit),
        unit=unit,
        lineage=lineage,
        stretches=tuple(passage.stretch(piece, unit) for piece in found),
        introduced=tuple(sorted(introduced, key=order.__getitem__)),
        edited=tuple(sorted(edited, key=order.__getitem__)),
        last=max(introduced | edited, key=order.__getitem__),
    )


def _changed(graph: Descent, lineage: Lineage, unit: Unit) -> bool:
    text = normalise(graph.provision(unit).text)
    return all(normalise(graph.provision(step.parent).text) != text for step in lineage.parents(unit))


def _point(
    graph: Descent, point: Point, found: Sequence[ProvisionBlame], order: dict[str, int]
) -> PointBlame:
    line = _line(graph, found, order)
    here = Ref(graph.newest.version, point.number)
    reached = tuple(dict.fromkeys([here, *(step.parent for step in line)]))
    sure = {here}
    for step in line:
        sure |= {step.parent} if step.child in sure and not step.contested else set()
    begun = [ref for ref in reached if ref not in {step.child for step in line}]
    later = {version for provision in found for version in provision.edited}
    if len(found) == len(graph.newest.find(point.number)):
        later |= {str(step.child.version) for step in line if _regrouped(graph, step)}
    return PointBlame(
        point=point,
        provisions=tuple(found),
        line=line,
        introduced=tuple(sorted(begun, key=lambda ref: order[str(ref.version)])),
        edited=tuple(sorted(later, key=order.__getitem__)),
        last=max([*(str(ref.version) for ref in begun), *later], key=order.__getitem__),
        doubtful=frozenset(reached) - sure,
    )


def _line(graph: Descent, found: Sequence[ProvisionBlame], order: dict[str, int]) -> tuple[Descended, ...]:
    """Steps between points, from the steps between their provisions; children before their parents."""
    steps = dict.fromkeys(step for provision in found for step in provision.lineage.steps)
    merged: dict[tuple[Ref, Ref], Descended] = {}
    for step in sorted(steps, key=lambda s: -order[s.child.version]):
        child, parent = _ref(graph, step.child), _ref(graph, step.parent)
        so_far = merged.get((child, parent))
        merged[child, parent] = Descended(
            child,
            parent,
            max(step.link.similarity, so_far.similarity if so_far else 0.0),
            step.link.stated or bool(so_far and so_far.stated),
            step.contested,
        )
    return tuple(merged.values())


def _ref(graph: Descent, unit: Unit) -> Ref:
    return Ref(unit.version, graph.provision(unit).point)


def _regrouped(graph: Descent, step: Descended) -> bool:
    """Whether the child gained or lost a provision against its parents: each on its own is then unchanged."""
    child, parent = (graph.by_id[str(ref.version)] for ref in (step.child, step.parent))
    edges = graph.parents(child.version)
    landed = {
        link.old
        for edge in edges
        if edge.parent == parent.version
        for link in graph.pairing(edge).links
        if child.provisions[link.new].point == step.child.unit
    }
    came = {link.new for edge in edges for link in graph.pairing(edge).links}
    lost = any(index not in landed for index in parent.find(str(step.parent.unit)))
    return lost or any(index not in came for index in child.find(str(step.child.unit)))
