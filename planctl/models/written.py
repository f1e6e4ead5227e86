"""What a person wrote in a plan folder: parties, sources, claims, versions, points, items.

Annotations are not postponed here: pydantic would compile each of them at start-up.
"""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_.+-]*$"
LONGEST_ID = 100
"""Letters of an id."""
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
"""Name of a version, party, source or claim: letters, digits, ``_ . + -``; never a leading dash."""
Label = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
"""What stands before a point or item: ``6``, ``4 bis``, ``OP3``, ``a``. Always text."""
Words = Annotated[str, StringConstraints(strip_whitespace=True)]


class Wording(StrEnum):
    """How faithful a version's words are to the text that was tabled."""

    verbatim = "verbatim"
    translated = "translated"
    restated = "restated"
    reconstructed = "reconstructed"


class Evidence(StrEnum):
    """What a point rests on, strongest first."""

    published = "published"
    reported = "reported"
    inferred = "inferred"


def weakest(kinds: Iterable[Evidence]) -> Evidence:
    """The weakest of several kinds of evidence: what a statement about all of them rests on."""
    return max(kinds, key=tuple(Evidence).index, default=Evidence.published)


class Status(StrEnum):
    """Whether the parties had settled a point when the version was tabled."""

    agreed = "agreed"
    open = "open"


class Ref(NamedTuple):
    """A reference such as ``v28``, ``v28:6``, ``v28:10.b`` or ``point-7``, taken apart.

    ``unit`` stays whole because a label may hold a dot itself; ``Version.find`` tells them apart.
    """

    version: str | None
    unit: str | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take a reference apart. Without a colon it names a version."""
        version, colon, unit = text.partition(":")
        unit = unit.strip().removeprefix("point-")
        if not version.strip() or (colon and not unit):
            raise ValueError(f'"{text}" is not a reference; write v28, v28:6 or v28:10.b')
        return cls(version.strip(), unit or None)

    @classmethod
    def among(cls, texts: Iterable[str]) -> list[Self]:
        """The references among texts, in order; ``planctl validate`` reports what is none."""
        found = []
        for text in texts:
            with suppress(ValueError):
                found.append(cls.parse(text))
        return found

    def __str__(self) -> str:
        return ":".join(part for part in self if part)


class _Written(BaseModel):
    """What all models share: frozen, and unknown keys are refused."""

    # Deferred: only the models that a command reads are built, their parts with them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class When(_Written):
    """A date, or the days between which it lies. ``2025-11`` means some day of that month."""

    earliest: dt.date
    latest: dt.date

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            earliest, latest = _days(value)
            return {"earliest": earliest, "latest": latest}
        if not isinstance(value, dict):
            return value
        return {key: _day(key, day) for key, day in value.items()}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.latest < self.earliest:
            raise ValueError("the latest day lies before the earliest")
        return self


def _day(key: str, value: Any) -> Any:
    if isinstance(value, str) and key in When.model_fields:
        return _days(value)[key == "latest"]
    return value


@lru_cache(maxsize=256)  # the sources and claims of a plan share their days
def _days(text: str) -> tuple[dt.date, dt.date]:
    match = _PARTIAL_DATE.fullmatch(text.strip())
    if not match:
        raise ValueError(f'"{text}" is not a date; write 2025-11-20, 2025-11 or 2025')
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError(f'"{text}" is not a calendar date') from None
    if day:
        return first, first
    from calendar import monthrange  # 1 ms at start-up, and whole days are the rule

    last_month = month or 12
    return first, first.replace(month=last_month, day=monthrange(first.year, last_month)[1])


class Party(_Written):
    """Who tables versions or holds positions. ``names`` are other words for it in the text."""

    id: Id
    name: Words
    names: tuple[Words, ...] = ()


class Source(_Written):
    """Where a text or a claim comes from. ``tied_to`` names the party an outlet belongs or answers to."""

    id: Id
    publisher: Words
    title: Words = ""
    date: When | None = None
    url: Words = ""
    tied_to: Id | None = None
    note: Words = ""


class Claim(_Written):
    """Who said what about a version or point, where it was reported, and what it contradicts.

    ``about`` and ``contradicts`` hold references; ``contradicts`` may also name claims. ``credits``
    names the parties whom the claim calls authors of the wording it is about.
    """

    id: Id
    date: When
    by: Words
    party: Id | None = None
    says: Words
    about: tuple[str, ...]
    credits: tuple[Id, ...] = ()
    contradicts: tuple[str, ...] = ()
    sources: tuple[Id, ...] = ()
    note: Words = ""


class Parent(_Written):
    """A version that another was made from; ``contested`` when somebody disputes that it was."""

    version: Id
    contested: bool = False
    sources: tuple[Id, ...] = ()
    note: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"version": value} if isinstance(value, str) else value


class _Unit(_Written):
    """What points and items share. ``made_from: []`` says that there is no ancestor."""

    text: Words = ""
    evidence: Evidence | None = None
    sources: tuple[Id, ...] | None = None
    note: Words = ""
    made_from: tuple[str, ...] | None = None
    not_from: tuple[str, ...] = ()


class Item(_Unit):
    """A lettered part of a point."""

    label: Label


class Point(_Unit):
    """A numbered unit of a version: lead text, lettered items, or both."""

    number: Label
    heading: Words = ""
    status: Status | None = None
    items: tuple[Item, ...] = ()


class Provision(NamedTuple):
    """The unit of alignment: a point's lead text (``item`` is None) or one of its items.

    Evidence, sources and stated ancestry are those in force, inherited where not said.
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

    @property
    def label(self) -> str:
        """``6`` or ``10.b``."""
        return self.point if self.item is None else f"{self.point}.{self.item}"

    @property
    def ref(self) -> str:
        """``v28:6`` or ``v28:10.b``."""
        return f"{self.version}:{self.label}"


class Version(_Written):
    """One state of a plan: a version file."""

    version: Id
    title: Words
    date: When
    tabled_by: tuple[Id, ...]
    made_from: tuple[Parent, ...] = ()
    wording: Wording
    evidence: Evidence
    sources: tuple[Id, ...] = ()
    note: Words = ""
    points: tuple[Point, ...] = Field(min_length=1)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Lead texts and items in reading order. A point with neither keeps one empty provision."""
        return tuple(provision for point in self.points for provision in self._parts(point))

    def _parts(self, point: Point) -> list[Provision]:
        units: list[_Unit] = [point] if point.text or not point.items else []
        return [self._provision(point, unit) for unit in (*units, *point.items)]

    def _provision(self, point: Point, unit: _Unit) -> Provision:
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
        )

    def evidence_of(self, point: Point, item: Item | None = None) -> Evidence:
        """What a point's own text, or one of its items, rests on: inherited where the file does not say."""
        return (item.evidence if item else None) or point.evidence or self.evidence

    def sources_of(self, point: Point, item: Item | None = None) -> tuple[str, ...]:
        """The sources of a point's own text, or of one of its items: inherited where the file names none."""
        if item and item.sources is not None:
            return item.sources
        return self.sources if point.sources is None else point.sources

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
        return {point: weakest(found) for point, found in kinds.items()}

    def find(self, unit: str) -> tuple[int, ...]:
        """Indices into ``provisions`` that a label names: ``6`` is the whole point, ``10.b`` one item.

        Returns an empty tuple when nothing has that label.
        """
        return self._of_points.get(unit) or self._of_items.get(unit, ())

    @cached_property
    def _of_points(self) -> dict[str, tuple[int, ...]]:
        return _places(provision.point for provision in self.provisions)

    @cached_property
    def _of_items(self) -> dict[str, tuple[int, ...]]:
        return _places(provision.label for provision in self.provisions)


def _places(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Where each name stands."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(name, []).append(place)
    return {name: tuple(found) for name, found in places.items()}


class Heading(_Written):
    """What ``plan.yaml`` says first: title and parties. ``Header`` is the whole of it."""

    title: Words
    note: Words = ""
    parties: tuple[Party, ...] = ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Full names of the parties by their id."""
        return {party.id: party.name for party in self.parties}


class Header(Heading):
    """What ``plan.yaml`` says: title, parties, sources, claims."""

    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()


class Plan(_Written):
    """A whole plan folder: its name, its header and its versions, parents before children."""

    name: Id
    header: Header
    versions: tuple[Version, ...]

    @cached_property
    def by_id(self) -> dict[str, Version]:
        """Versions by their id."""
        return {version.version: version for version in self.versions}

    @property
    def newest(self) -> Version:
        """The version tabled last; among equals the one that stands last in the order of descent."""
        return max(enumerate(self.versions), key=lambda pair: (pair[1].date.latest, pair[0]))[1]

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties by their id."""
        return {party.id: party for party in self.header.parties}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by their id."""
        return {source.id: source for source in self.header.sources}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by their id."""
        return {claim.id: claim for claim in self.header.claims}
