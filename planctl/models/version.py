"""A version file, and its text as a list of points whose every part has a path.

Annotations are not postponed here: pydantic would compile each of them at start-up.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planctl.models.flat import flat_points
from planctl.models.texts import Item, Point, Section
from planctl.models.tree import HEADING, PREAMBLE, Finder, Location, Tree, Unit
from planctl.models.written import (
    Evidence,
    Id,
    Origin,
    Parent,
    When,
    Wording,
    Words,
    Written,
    weakest,
)


class Provision(NamedTuple):
    """The unit of alignment: a point's lead text (``item`` is None), an item or a paragraph of it.

    ``item`` is the path within the point: ``b``, ``a.iv``. Evidence, sources, stated ancestry and who tabled
    it are those in force, inherited where not said.
    """

    version: str
    point: str
    item: str | None
    text: str
    evidence: Evidence
    sources: tuple[str, ...]
    note: str
    made_from: tuple[str, ...] | None
    not_from: tuple[str, ...]
    term: str = ""
    unseen: bool = False
    tabled_by: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """``6`` or ``10.b``: the path."""
        return self.point if self.item is None else f"{self.point}.{self.item}"

    @property
    def ref(self) -> str:
        """``v28:6`` or ``v28:10.b``."""
        return f"{self.version}:{self.label}"


class LeftOut(Written):
    """What a version is said not to have of an earlier one: ``refs`` such as ``v28:13``."""

    refs: tuple[str, ...]
    evidence: Evidence | None = None
    sources: tuple[Id, ...] = ()
    note: Words = ""


class Imported(Written):
    """The file that a version was read from: its name and the SHA-256 of its bytes, in hexadecimal."""

    file: Words
    sha256: Words = ""


class Version(Written):
    """One state of a plan: a version file.

    ``listed`` are the points at its top as the file has them (its key is ``points``); ``points`` are all of
    the text, in reading order. ``complete`` says whether the file accounts for the whole text.
    """

    version: Id
    title: Words
    date: When
    language: Words = ""
    complete: bool | None = None
    imported_from: Imported | None = None
    tabled_by: tuple[Id, ...]
    made_from: tuple[Parent, ...] = ()
    origin: Origin | None = None
    wording: Wording
    evidence: Evidence
    sources: tuple[Id, ...] = ()
    note: Words = ""
    left_out: tuple[LeftOut, ...] = ()
    unseen: tuple[str, ...] = ()
    preamble: tuple[Item, ...] = ()
    listed: tuple[Point, ...] = Field(default=(), alias="points")
    sections: tuple[Section, ...] = ()
    closing: tuple[Item, ...] = ()

    @model_validator(mode="after")
    def _has_text(self) -> Self:
        if not (self.listed or self.sections or self.preamble):
            raise PydanticCustomError("no_text", "a version has points, sections or a preamble")
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with other values for some fields; what was found out of the fields is forgotten."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied

    @cached_property
    def tree(self) -> Tree:
        """The parts of the text as the file has them."""
        return Tree(self.preamble, self.listed, self.sections, self.closing)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every section, point, item and paragraph in reading order, with its path."""
        return tuple(self.tree.walk())

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """All points in reading order, those of sections too, each known by its path, its items in one list.

        Preamble, closing and headings of sections stand among them, so that no word of the text is left out;
        ``passages`` tells which. Items have their path within the point for a label, and what is said of
        evidence, sources and ancestry where they stand.
        """
        return self.listed if self.tree.is_flat else flat_points(self.units)

    @cached_property
    def passages(self) -> frozenset[str]:
        """Paths of those ``points`` that are none: the preamble, the closing, headings of sections."""
        if self.points is self.listed:
            return frozenset()
        numbered = {unit.path for unit in self.units if isinstance(unit.written, Point)}
        return frozenset(point.number for point in self.points) - numbered

    @property
    def point_count(self) -> int:
        """How many points it has; preamble, closing and headings of sections are none."""
        return len(self.points) - len(self.passages)

    def number_of(self, point: str) -> str:
        """The number of a point as printed, given its path: ``3`` of ``Annex I/3``."""
        return self._numbers.get(point, point) if self.points is not self.listed else point

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {unit.path: unit.label for unit in self.units if isinstance(unit.written, Point)}

    @cached_property
    def around(self) -> dict[str, tuple[str, ...]]:
        """For each of the ``points`` in a section the paths of the sections around it, outermost first."""
        around: dict[str, tuple[str, ...]] = {}
        for unit in self.units if self.sections else ():
            line = [each.path for each in unit.line if isinstance(each.written, Section)]
            point = f"{unit.path}/{HEADING}" if isinstance(unit.written, Section) else unit.point
            around.setdefault(point, tuple(reversed(line)))
        return around

    @cached_property
    def locations(self) -> dict[str, Location]:
        """Where each of the ``points`` begins in the file."""
        if self.points is self.listed:
            return {point.number: ("points", k) for k, point in enumerate(self.listed)}
        locations: dict[str, Location] = {}
        for unit in self.units:
            if isinstance(unit.written, Section):
                locations.setdefault(f"{unit.path}/{HEADING}", unit.location)
            else:
                locations.setdefault(unit.point, unit.location)
        return locations

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Lead texts and items in reading order. A point with neither keeps one empty provision."""
        return tuple(provision for point in self.points for provision in self._parts(point))

    def _parts(self, point: Point) -> list[Provision]:
        units: list[Point | Item] = [point] if point.text or not point.items else []
        return [self._provision(point, unit) for unit in (*units, *point.items)]

    def _provision(self, point: Point, unit: Point | Item) -> Provision:
        item = unit if isinstance(unit, Item) else None
        made_from = point.made_from if unit.made_from is None else unit.made_from
        return Provision(
            version=self.version,
            point=point.number,
            item=item.label if item else None,
            text=unit.text,
            evidence=self.evidence_of(point, item),
            sources=self.sources_of(point, item),
            note=unit.note,
            made_from=made_from,
            not_from=tuple(dict.fromkeys((*point.not_from, *unit.not_from))),
            term=unit.term,
            unseen=point.unseen or unit.unseen,
            tabled_by=self.tabled_by_of(point),
        )

    def evidence_of(self, point: Point, item: Item | None = None) -> Evidence:
        """What a point's own text, or one of its items, rests on: inherited where the file does not say."""
        return (item.evidence if item else None) or point.evidence or self.evidence

    def sources_of(self, point: Point, item: Item | None = None) -> tuple[str, ...]:
        """The sources of a point's own text, or of one of its items: inherited where the file names none."""
        if item and item.sources is not None:
            return item.sources
        return self.sources if point.sources is None else point.sources

    def tabled_by_of(self, point: Point) -> tuple[str, ...]:
        """The parties that tabled a point: those of the version unless it names its own."""
        return self.tabled_by if point.tabled_by is None else point.tabled_by

    @property
    def is_loose(self) -> bool:
        """Whether it is a text of which no date, party or source is known: a file that stands in no plan."""
        return not (self.date.is_known or self.tabled_by or self.sources)

    @property
    def is_restated(self) -> bool:
        """Whether its words are those of the keeper of the file: restated, or reconstructed."""
        return self.wording in {Wording.restated, Wording.reconstructed}

    @property
    def accounts_for_all(self) -> bool:
        """Whether the file has the whole text: where it does not say, as its wording lets one expect."""
        return not self.is_restated if self.complete is None else self.complete

    @cached_property
    def unread(self) -> frozenset[int]:
        """Provisions (0-based) whose text was not read: marked so, or restated by inference alone."""
        return frozenset(
            k
            for k, provision in enumerate(self.provisions)
            if provision.unseen or (self.is_restated and provision.evidence is Evidence.inferred)
        )

    @property
    def age(self) -> tuple[dt.date, dt.date, str]:
        """Sorts earlier versions before later ones, the id deciding between versions of one day."""
        return self.date.earliest, self.date.latest, self.version

    @cached_property
    def point_evidence(self) -> dict[str, Evidence]:
        """What each point rests on: its weakest provision."""
        kinds: dict[str, list[Evidence]] = {}
        for provision in self.provisions:
            kinds.setdefault(provision.point, []).append(provision.evidence)
        return {point: weakest(evidence) for point, evidence in kinds.items()}

    @cached_property
    def evidence_counts(self) -> Counter[Evidence]:
        """How many points rest on each kind of evidence, a point counting as its weakest provision."""
        kinds = self.point_evidence.items()
        return Counter(kind for point, kind in kinds if point not in self.passages)

    @cached_property
    def evidence_in_part(self) -> Counter[Evidence]:
        """How many points rest at least in part on each kind: a point may have several."""
        kinds = {(provision.point, provision.evidence) for provision in self.provisions}
        return Counter(kind for point, kind in kinds if point not in self.passages)

    def find(self, unit: str) -> tuple[int, ...]:
        """Indices into ``provisions`` of what a name means: ``6`` is the whole point, ``10.b`` an item of it
        with all below it, ``Annex I`` a section.

        Returns an empty tuple when nothing has that name, or several have: ``candidates`` are those.
        """
        places = self._of_points.get(unit) or self._of_items.get(unit)
        if places:
            return places
        named = self.candidates(unit)
        return self._of_path(named[0]) if len(named) == 1 else ()

    def candidates(self, unit: str) -> tuple[str, ...]:
        """The paths of all that a name can mean, as it is printed or without keyword, brackets and blanks.

        ``Annex I/3`` and, unless another section has a 3 too, ``3``; ``(a)`` and ``a``.
        """
        if unit in self._of_points or unit in self._of_items:
            return (unit,)
        return self._finder.paths(unit) or self._finder.paths(f"point-{unit}")

    def _of_path(self, path: str) -> tuple[int, ...]:
        return self._of_points.get(path) or self._of_items.get(path, ())

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.units)

    @cached_property
    def _of_points(self) -> dict[str, tuple[int, ...]]:
        return _places((provision.point, k) for k, provision in enumerate(self.provisions))

    @cached_property
    def _of_items(self) -> dict[str, tuple[int, ...]]:
        if self.points is self.listed:
            return _places((provision.label, k) for k, provision in enumerate(self.provisions))
        return _places(self._above_provisions())

    def _above_provisions(self) -> Iterable[tuple[str, int]]:
        """Every section, item and paragraph with each provision below it."""
        above = {unit.path: [each.path for each in unit.line] for unit in reversed(self.units)}
        for k, provision in enumerate(self.provisions):
            section = provision.point.removesuffix(f"/{HEADING}").removesuffix(f"/{PREAMBLE}")
            line = above.get(provision.label) or above.get(section, [])
            for name in dict.fromkeys((provision.label, *line)):
                yield name, k


def _places(named: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Where each name stands."""
    places: dict[str, list[int]] = {}
    for name, place in named:
        places.setdefault(name, []).append(place)
    return {name: tuple(indices) for name, indices in places.items()}
