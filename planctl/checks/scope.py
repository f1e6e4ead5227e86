"""A plan folder as the checks see it: what could be read, and which names exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from planctl.checks.ancestry import Ancestry
from planctl.errors import FilePlace
from planctl.models import Header, Item, Location, Point, Section, Unit, Version
from planctl.planfile import PlanFile

Where = Callable[[], FilePlace]
"""A place that is looked up only once something is wrong there."""


def stem(path: str) -> str:
    """``v28`` of ``plans/ukraine-2025/v28.yaml``."""
    return PurePosixPath(path.replace("\\", "/")).stem


class WrittenUnit(NamedTuple):
    """A point, an item or a paragraph of a version file: what it says itself, and where it stands."""

    location: Location
    unit: Unit
    written: Point | Item

    @property
    def line(self) -> Iterator[Point | Item]:
        """The piece itself and all that it is an item of, the nearest first."""
        for each in self.unit.line:
            if isinstance(each.written, Point | Item):
                yield each.written

    @property
    def name(self) -> str:
        """``point 7``, ``point 7 item a.iv``, ``preamble item _1``."""
        point = self.unit.point
        is_point = isinstance(list(self.line)[-1], Point)
        start = f"point {point}" if is_point else point
        return start if self.unit.item is None else f"{start} item {self.unit.item}"


class VersionFile:
    """A version file that could be read, at least in part. No dataclass: these take long to define."""

    def __init__(self, file: PlanFile, version: Version) -> None:
        """Take the file and what it says."""
        self.file, self.version = file, version

    @property
    def whole(self) -> bool:
        """Nothing was left out of ``version``: what it lacks, the file lacks."""
        return not self.file.kept

    @cached_property
    def pieces(self) -> tuple[WrittenUnit, ...]:
        """Every point, item and paragraph in reading order."""
        return tuple(
            WrittenUnit(unit.location, unit, unit.written)
            for unit in self.version.units
            if not isinstance(unit.written, Section)
        )

    @property
    def sections(self) -> Iterator[tuple[Unit, Section]]:
        """Every section in reading order."""
        for unit in self.version.units:
            if isinstance(unit.written, Section):
                yield unit, unit.written


class Scope:
    """The files of one plan folder. ``where`` names the folder in problems about the folder itself.

    ``name`` is the plan's, empty when it is not known.
    """

    def __init__(self, files: tuple[PlanFile, ...], where: str, name: str = "") -> None:
        """Take the files as they were read."""
        self.files, self.where, self.name = files, where, name

    @cached_property
    def header_file(self) -> PlanFile | None:
        """``plan.yaml``, if there is one."""
        return next((file for file in self.files if file.kind == "plan"), None)

    @cached_property
    def header(self) -> Header | None:
        """What ``plan.yaml`` says, as far as it could be read."""
        draft = self.header_file.draft if self.header_file else None
        return draft if isinstance(draft, Header) else None

    @cached_property
    def versions(self) -> tuple[VersionFile, ...]:
        """The version files that could be read, in order of file name."""
        return tuple(VersionFile(file, file.draft) for file in self.files if isinstance(file.draft, Version))

    @cached_property
    def by_id(self) -> Mapping[str, VersionFile | None]:
        """Versions by id; None for a file that is there but could not be read."""
        unread = {stem(f.path): None for f in self.files if f.kind == "version" and f.draft is None}
        return unread | {read.version.version: read for read in reversed(self.versions)}

    @cached_property
    def ancestry(self) -> Ancestry:
        """Which version was made from which, however contested."""
        return Ancestry(
            {read.version.version: [p.version for p in read.version.made_from] for read in self.versions}
        )

    @cached_property
    def whole(self) -> Mapping[str, Version]:
        """The versions that were read as a whole, by their id."""
        return {read.version.version: read.version for read in self.versions if read.whole}

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, None]]:
        """For each version read as a whole, what its points and items are called: ``10`` and ``10.b``."""
        return {name: dict.fromkeys(unit.path for unit in v.units) for name, v in self.whole.items()}

    @cached_property
    def listed(self) -> Mapping[str, frozenset[str]]:
        """Ids of ``parties``, ``sources`` and ``claims``; nothing when ``plan.yaml`` could not be read."""
        if self.header_file is None or self.header is None:
            return {}
        return {kind: self.header_file.ids(kind) for kind in ("parties", "sources", "claims")}
