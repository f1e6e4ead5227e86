"""Names of plans, versions, points and items -> what they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from planctl import limits
from planctl.errors import BadReference, PlanctlError, UnknownName
from planctl.models import HEADING, Point, Section, Unit, Version
from planctl.workspace.folder import HEADER_FILE, Folder, NoPlans, at_revision, open_folder, open_loose

_DOCUMENTS = (".txt", ".md", ".docx", ".doc", ".odt", ".pdf", ".html", ".htm", ".rtf")
_LISTED_PATHS = 40
"""Paths that a message lists."""


class NamedVersion(NamedTuple):
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

    def folder(self, name: str | None = None) -> Folder:
        """The plan of that name, the only one, or the one that says ``default: true``.

        The example is meant only if it is named. Raises ``NoPlans``, ``UnknownName``, ``BadReference``.
        """
        if self.bundled and name not in self.folders:
            raise no_plans(self.folders)
        if name is not None:
            if name not in self.folders:
                raise UnknownName("plan", name, self.where, self.folders)
            return self.folders[name]
        if len(self.folders) > 1:
            return self._default(list(self.folders.values()))
        return next(iter(self.folders.values()))

    def _default(self, folders: Sequence[Folder], what: str = "") -> Folder:
        """The one of several plans that says ``default: true``."""
        meant = [folder for folder in folders if _is_default(folder)]
        if len(meant) == 1:
            return meant[0]
        also = f", and {len(meant)} of them say default: true" if meant else ""
        all_of_them = ", ".join(folder.name for folder in folders)
        raise BadReference(
            f"{what or f'{self.where} holds several plans'}: {all_of_them}{also}",
            "Choose one: --plan NAME, or NAME/v28.",
        )

    def holder(self, names: Iterable[str], plan: str | None = None) -> Folder:
        """The plan that versions belong to, all of them as they are asked for: ``v28``, ``v28@HEAD~3``.

        The one that is named; else the one that has all of them; else the one that has any, so that its
        versions are proposed instead of the others; else the default.
        Raises ``UnknownName`` or ``BadReference``.
        """
        asked = list(names)
        if plan is not None or (len(self.folders) == 1 and not self.bundled):
            return self.folder(plan)
        ids = {name.partition("@")[0] for name in asked}
        having = {name: ids.intersection(folder.ids) for name, folder in self.folders.items()}
        for are_meant in ((lambda held: held == ids), bool):
            meant = [self.folders[name] for name, held in having.items() if held and are_meant(held)]
            if meant:
                what = f"several plans have {' or '.join(sorted(ids))}"
                return meant[0] if len(meant) == 1 else self._default(meant, what)
        return self.folder()

    def find_all(self, names: Sequence[str], plan: str | None = None) -> list[NamedVersion]:
        """Several versions, of one plan unless each of them names its own. Raises as ``find`` does."""
        prefixes = set(filter(None, map(_prefix, names)))
        if len(prefixes) == 1:
            plan = prefixes.pop()
        elif not prefixes and any(map(_is_id, names)):
            plan = self.holder(filter(_is_id, names), plan).name
        return [self.find(name, plan) for name in names]

    def find(self, name: str, plan: str | None = None) -> NamedVersion:
        """A version by id, path, or ``id@revision-or-date``, each possibly behind ``plan/``.

        A draft, such as a Word file, is a version of its own; tracked changes in it are accepted.

        Raises ``UnknownName``, ``BadReference``, ``BadRevision`` or ``BadFile``.
        """
        if _is_file(name):
            return self._from_path(Path(name), name)
        if self._is_document(name):
            from planctl.workspace.documents import open_document

            return open_document(name)[-1].found
        asked = name
        if name.endswith((".yaml", ".yml")) and Path(name).parent.is_dir() and "@" not in name:
            raise _no_file(Path(name))
        if prefix := _prefix(name):
            plan, name = prefix, name.removeprefix(f"{prefix}/")
        version, at, revision = name.partition("@")
        if not version or (at and not revision):
            raise BadReference(
                f'"{asked}" is not the name of a version', "Write v28, v28@HEAD~3 or v28@2025-11-25."
            )
        folder = self.holder([version], plan)
        if not at:
            return NamedVersion(folder, folder.version(version), asked)
        past, name_then = at_revision(folder, version, revision)
        return NamedVersion(past, past.version(name_then), asked)

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

    def _from_path(self, path: Path, name: str) -> NamedVersion:
        folder = open_folder(path.parent) if (path.parent / HEADER_FILE).is_file() else open_loose(path)
        return NamedVersion(folder, folder.version(path.stem), name)


def _is_id(name: str) -> bool:
    """Whether a name is written as that of a version, not of a file."""
    return not name.endswith((".yaml", ".yml", *_DOCUMENTS))


def _is_file(name: str) -> bool:
    """Whether a name is that of a version file, which wins over an id."""
    return name.endswith((".yaml", ".yml")) and Path(name).exists()


def _prefix(name: str) -> str:
    """The plan that stands before the name of a version: ``harbour`` of ``harbour/v1@HEAD~3``; else empty."""
    plan, slash, _ = name.partition("@")[0].partition("/")
    return plan if slash and not _is_file(name) else ""


def _bare(unit: Unit) -> Unit:
    """A point or item without what it says, so that what is part of it stands where it does."""
    blank = {"text": "", "note": "", "items": (), "evidence": None, "sources": None, "unseen": False}
    return unit._replace(written=unit.written.model_copy(update=blank))


def _no_file(path: Path) -> UnknownName:
    """What to say of a file that is not there: which one beside it may be meant."""
    files = (name for name in limits.names(path.parent) if name.endswith((".yaml", ".yml")))
    beside = [name for name in files if name != HEADER_FILE]
    there = ", ".join(beside[:_LISTED_PATHS]) or "none"
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
            f'"{unit}" can be several points of {version.version}: {", ".join(named[:_LISTED_PATHS])}',
            f"Write the whole path: {version.version}:{named[0]}",
        )
    provisions = version.find(unit)
    if not provisions:
        points = list(dict.fromkeys(p.point for p in version.provisions))
        labels = dict.fromkeys([*points, *(p.label for p in version.provisions)])
        cure = f"It has points {points[0]} to {points[-1]}; planctl show {version.version} prints them."
        raise UnknownName("point", unit, version.version, labels, cure)
    return Located(folder, version, named[0], provisions, asked)
