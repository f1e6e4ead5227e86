"""Names of plans, versions, points and items -> what they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from planctl import limits
from planctl.errors import BadReference, PlanctlError, UnknownName
from planctl.models import HEADING, Point, Section, Unit, Version
from planctl.workspace.folder import HEADER_FILE, Folder, NoPlans, at_revision, open_folder, open_loose

_FEW = 40
"""Paths that a message lists."""


class Found(NamedTuple):
    """A version by the name it was asked for, and the folder whose parties and sources it uses."""

    folder: Folder
    version: Version
    asked: str


class Located(NamedTuple):
    """A version, point or item by the reference it was asked for.

    ``unit`` is None for a whole version; ``provisions`` are its 0-based indices into
    ``version.provisions`` (all of them for a whole version).
    """

    folder: Folder
    version: Version
    unit: str | None
    provisions: tuple[int, ...]
    asked: str

    @property
    def points(self) -> tuple[Point, ...]:
        """The points meant; a point of which only an item is meant comes with that item alone."""
        meant = {self.version.provisions[k].label for k in self.provisions}
        labels = {self.version.provisions[k].point for k in self.provisions}
        points = tuple(point for point in self.version.points if point.number in labels)
        if (
            self.unit is None
            or len(points) > 1
            or set(self.version.find(points[0].number)) == {*self.provisions}
        ):
            return points
        (point,) = points
        items = tuple(item for item in point.items if f"{point.number}.{item.label}" in meant)
        return (point.model_copy(update={"text": "", "note": "", "items": items}),)

    @property
    def units(self) -> tuple[Unit, ...]:
        """What is meant as its file has it; before an item stands what it is part of, without its words."""
        if self.unit is None:
            return self.version.units
        wanted = self.unit.removesuffix(f"/{HEADING}")
        meant = [u for u in self.version.units if wanted in {u.point, *(each.path for each in u.line)}]
        meant = meant[:1] if wanted != self.unit else meant
        above = [] if isinstance(meant[0].written, Section | Point) else list(meant[0].line)[:0:-1]
        return (*(_bare(unit) for unit in above if not isinstance(unit.written, Section)), *meant)


class Workspace(NamedTuple):
    """The plan folders in reach, by name. ``bundled`` when they are the example that comes with planctl."""

    folders: Mapping[str, Folder]
    where: str
    bundled: bool = False

    def folder(self, name: str | None = None, *, by_default: bool = True) -> Folder:
        """The plan of that name, the only one, or the one that says ``default: true`` if that may decide.

        The example is meant only if it is named. Raises ``NoPlans``, ``UnknownName``, ``BadReference``.
        """
        if self.bundled and name not in self.folders:
            raise no_plans(self.folders)
        if name is not None:
            if name not in self.folders:
                raise UnknownName("plan", name, self.where, self.folders)
            return self.folders[name]
        if len(self.folders) > 1:
            meant = [folder for folder in self.folders.values() if by_default and _is_default(folder)]
            if len(meant) == 1:
                return meant[0]
            also = f", and {len(meant)} of them say default: true" if meant else ""
            raise BadReference(
                f"{self.where} holds several plans: {', '.join(self.folders)}{also}",
                "Choose one: --plan NAME, or NAME/v28.",
            )
        return next(iter(self.folders.values()))

    def holder(self, version: str, plan: str | None) -> Folder:
        """The plan that a version id belongs to: the named one, or the only one that has it."""
        if plan is None and (self.bundled or len(self.folders) > 1):
            having = [folder for folder in self.folders.values() if version in folder.ids]
            if len(having) == 1:
                return having[0]
        return self.folder(plan)

    def find(self, name: str, plan: str | None = None) -> Found:
        """A version by id, path, or ``id@revision-or-date``, each possibly behind ``plan/``.

        A draft, such as a Word file, is a version of its own; tracked changes in it are accepted.

        Raises ``UnknownName``, ``BadReference``, ``BadRevision`` or ``BadFile``.
        """
        if name.endswith((".yaml", ".yml")) and Path(name).exists():
            return self._from_path(Path(name), name)
        if self._is_document(name):
            from planctl.workspace.documents import open_document

            return open_document(name)[-1].found
        asked = name
        if name.endswith((".yaml", ".yml")) and Path(name).parent.is_dir() and "@" not in name:
            raise _no_file(Path(name))
        if "/" in name.partition("@")[0]:
            plan, _, name = name.partition("/")
        version, at, revision = name.partition("@")
        if not version or (at and not revision):
            raise BadReference(
                f'"{asked}" is not the name of a version', "Write v28, v28@HEAD~3 or v28@2025-11-25."
            )
        folder = self.holder(version, plan)
        if not at:
            return Found(folder, folder.version(version), asked)
        past, name_then = at_revision(folder, version, revision)
        return Found(past, past.version(name_then), asked)

    def locate(self, reference: str, plan: str | None = None) -> Located:
        """A version (``v28``), point (``v28:6``, ``point-7``, ``7``) or item (``v28:10.b``, ``10.b``).

        A bare point or item means the newest version. Raises as ``find`` does.
        """
        name, colon, unit = reference.partition(":")
        if colon:
            if not unit.strip():
                raise BadReference(f'"{reference}" is not the name of a point', "Write v28:6 or v28:10.b.")
            version = self.find(name, plan)
            return _unit(version.folder, version.version, unit.strip().removeprefix("point-"), reference)
        if not name.startswith("point-") and self._is_version(name, plan):
            version = self.find(name, plan)
            everything = tuple(range(len(version.version.provisions)))
            return Located(version.folder, version.version, None, everything, reference)
        folder = self.folder(plan)
        return _unit(folder, folder.newest, name.removeprefix("point-"), reference)

    def _is_version(self, name: str, plan: str | None) -> bool:
        """Whether a word without a colon names a version: it is one, or is written as only one can be."""
        if any(mark in name for mark in "/@") or name.endswith((".yaml", ".yml")) or self._is_document(name):
            return True
        if self.bundled or any(name in folder.ids for folder in self.folders.values()):
            return True
        newest = self.folder(plan).newest
        return not newest.candidates(name) and not name[:1].isdecimal()

    def _is_document(self, name: str) -> bool:
        """Whether a name means a draft; a file that is there wins over an id that looks like one."""
        if "." not in name and name != "-":
            return False
        from planctl.workspace.documents import is_document

        has_id = any(name in folder.ids for folder in self.folders.values())
        return is_document(name) and (not has_id or Path(name).is_file())

    def _from_path(self, path: Path, name: str) -> Found:
        folder = open_folder(path.parent) if (path.parent / HEADER_FILE).is_file() else open_loose(path)
        return Found(folder, folder.version(path.stem), name)


def _bare(unit: Unit) -> Unit:
    """A point or item without what it says, so that what is part of it stands where it does."""
    said = {"text": "", "note": "", "items": (), "evidence": None, "sources": None, "unseen": False}
    return unit._replace(written=unit.written.model_copy(update=said))


def _no_file(path: Path) -> UnknownName:
    """What to say of a file that is not there: which one beside it may be meant."""
    beside = [name for name in limits.names(path.parent) if name.endswith((".yaml", ".yml"))]
    there = ", ".join(beside[:_FEW]) or "none"
    return UnknownName("file", path.name, str(path.parent), beside, f"Version files there: {there}.")


def no_plans(examples: Iterable[str]) -> NoPlans:
    """What to say where there is no plan, and none of the examples was asked for."""
    named = " or ".join(f"--plan {name}" for name in examples)
    return NoPlans(
        "no plans here: neither this folder nor one above it has a plans/ folder with a plan in it",
        f"Create one: planctl init NAME. Name a folder of plans: --plans DIR. Or use the example: {named}.",
    )


def _is_default(folder: Folder) -> bool:
    try:
        return folder.heading.default
    except PlanctlError:
        return False


def _unit(folder: Folder, version: Version, unit: str, asked: str) -> Located:
    named = version.candidates(unit)
    if len(named) > 1:
        raise BadReference(
            f'"{unit}" can be several points of {version.version}: {", ".join(named[:_FEW])}',
            f"Write the whole path: {version.version}:{named[0]}",
        )
    provisions = version.find(unit)
    if not provisions:
        points = list(dict.fromkeys(p.point for p in version.provisions))
        labels = dict.fromkeys([*points, *(p.label for p in version.provisions)])
        cure = f"It has points {points[0]} to {points[-1]}; planctl show {version.version} prints them."
        raise UnknownName("point", unit, version.version, labels, cure)
    return Located(folder, version, named[0], provisions, asked)
