"""What a person wrote in a plan folder beside the texts: parties, sources, claims, events; names and dates.

Annotations are not postponed here: pydantic would compile each of them at start-up.
"""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

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


class Origin(StrEnum):
    """Whether somebody disputes who wrote a version."""

    contested = "contested"


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
        refs = []
        for text in texts:
            with suppress(ValueError):
                refs.append(cls.parse(text))
        return refs

    def __str__(self) -> str:
        return ":".join(part for part in self if part)


class Written(BaseModel):
    """What all models share: frozen, and unknown keys are refused."""

    # Deferred: only the models that a command reads are built, their parts with them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class When(Written):
    """A date, or the days between which it lies. ``2025-11`` means some day of that month."""

    earliest: dt.date
    latest: dt.date

    @classmethod
    def of(cls, text: str) -> Self:
        """The days that a date in writing means: ``2025-11-20``, ``2025-11``. Raises ValueError."""
        earliest, latest = _days(text)
        return cls(earliest=earliest, latest=latest)

    @classmethod
    def unknown(cls) -> Self:
        """Any day at all: nothing is known of the date."""
        return cls(earliest=dt.date.min, latest=dt.date.max)

    @property
    def is_known(self) -> bool:
        """Whether anything is known of the date."""
        return (self.earliest, self.latest) != (dt.date.min, dt.date.max)

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


class Party(Written):
    """Who tables versions or holds positions. ``names`` are other words for it in the text.

    ``part_of`` names the party that this one belongs to; ``people`` are those who speak for it.
    """

    id: Id
    name: Words
    names: tuple[Words, ...] = ()
    part_of: Id | None = None
    people: tuple[Words, ...] = ()


class Source(Written):
    """Where a text or a claim comes from. ``tied_to`` names the party an outlet belongs or answers to."""

    id: Id
    publisher: Words
    title: Words = ""
    date: When | None = None
    url: Words = ""
    tied_to: Id | None = None
    note: Words = ""


class Claim(Written):
    """Who said what about a version or point, where it was reported, and what it contradicts.

    ``about`` and ``contradicts`` hold references; ``contradicts`` may also name claims. ``in_tension_with``
    names claims that both can be true and yet do not go well together. ``credits`` names the parties whom
    the claim calls authors of the wording it is about.
    """

    id: Id
    date: When
    by: Words
    party: Id | None = None
    says: Words
    about: tuple[str, ...]
    credits: tuple[Id, ...] = ()
    contradicts: tuple[str, ...] = ()
    in_tension_with: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    note: Words = ""


class Event(Written):
    """What happened beside the texts: a meeting, a deadline, a leak. ``about`` holds references."""

    id: Id
    date: When
    place: Words = ""
    who: tuple[Id, ...] = ()
    what: Words
    about: tuple[str, ...] = ()
    sources: tuple[Id, ...] = ()
    disputed: bool = False
    note: Words = ""


class Parent(Written):
    """A version that another was made from; ``contested`` when somebody disputes that it was."""

    version: Id
    contested: bool = False
    sources: tuple[Id, ...] = ()
    note: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"version": value} if isinstance(value, str) else value


class PlanHeading(Written):
    """What ``plan.yaml`` says first: title and parties. ``Header`` is the whole of it.

    ``default`` is true for the plan that is meant where several are in reach and none is named.
    """

    title: Words
    note: Words = ""
    default: bool = False
    parties: tuple[Party, ...] = ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Full names of the parties by their id."""
        return {party.id: party.name for party in self.parties}


class Header(PlanHeading):
    """What ``plan.yaml`` says: title, parties, sources, events, claims."""

    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
