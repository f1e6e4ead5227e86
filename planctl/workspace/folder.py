"""A plan folder: files read once as bytes, parsed once, put in order of descent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from planctl import limits, planfile
from planctl.errors import BadRevision, PlanctlError, Refused, UnknownName
from planctl.models import Circle, Header, Plan, PlanHeading, Version, parents_first
from planctl.progress import step

if TYPE_CHECKING:
    from planctl.drafts import Understood
    from planctl.store import Repository

HEADER_FILE = "plan.yaml"
"""The file that makes a folder a plan folder."""


class NoPlans(PlanctlError):
    """No plan folder where one was expected."""


class Folder:
    """A plan folder: its files, read when first asked for, parsed once.

    ``where`` is how messages name the folder; ``path`` is None when it was read out of git. ``is_loose``: it
    is no folder, but a file that stands alone.
    """

    is_loose = False

    def __init__(
        self, name: str, where: str, files: tuple[str, ...], read: Callable[[str], bytes], path: Path | None
    ) -> None:
        self.name = name
        self.where = where
        self.path = path
        self.files = files
        self._read = read
        self._bytes: dict[str, bytes] = {}
        self._versions: dict[str, Version] = {}
        self._lines: dict[str, Mapping[str, int]] = {}

    def place(self, file: str) -> str:
        """How messages name one of its files."""
        return f"{self.where}/{file}"

    def data(self, file: str) -> bytes:
        """The bytes of one file, as they were when first read."""
        if file not in self._bytes:
            self._bytes[file] = self._read(file)
        return self._bytes[file]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Version ids, in order of file name: a version file is named for its version."""
        return tuple(name.removesuffix(".yaml") for name in self.files if name != HEADER_FILE)

    @cached_property
    def header(self) -> Header:
        """What ``plan.yaml`` says. Raises ``BadFile``."""
        return planfile.load_header(self.data(HEADER_FILE), self.place(HEADER_FILE))

    @cached_property
    def heading(self) -> PlanHeading:
        """The same without sources and claims, which take most of the time. Raises ``BadFile``."""
        if "header" in self.__dict__:
            return self.header
        return planfile.load_heading(self.data(HEADER_FILE), self.place(HEADER_FILE))

    def version(self, name: str) -> Version:
        """One version by its id. Raises ``UnknownName`` or ``BadFile``."""
        if name not in self.ids:
            known = self.ids
            cure = f"Versions: {', '.join(known)}.  planctl log shows them with dates and parties."
            raise UnknownName("version", name, self.where, known, cure)
        if name not in self._versions:
            file = f"{name}.yaml"
            read = planfile.read(self.data(file), self.place(file), "version")
            self._versions[name] = version = planfile.sound_version(read)
            # The tree itself is not kept: it takes several times the room of the version.
            self._lines[name] = {path: read.place(*where).line for path, where in version.locations.items()}
        return self._versions[name]

    def find(self, name: str) -> Version | None:
        """One version by its id; None for one that is not there, or cannot be read."""
        try:
            return self.version(name) if name in self.ids else None
        except PlanctlError:
            return None

    def point_lines(self, name: str) -> Mapping[str, int]:
        """The line on which each point of a version begins, by its path. Raises as ``version`` does."""
        self.version(name)
        return self._lines[name]

    @cached_property
    def plan(self) -> Plan:
        """The whole plan, parents before children. Raises ``BadFile``, ``UnknownName`` or ``Refused``."""
        read = []
        for done, name in enumerate(self.ids):
            step("reading versions", done, len(self.ids))
            read.append(self.version(name))
        versions = _in_order(read, self.where)
        header = self.header
        try:
            return Plan(name=self.name, header=header, versions=versions)
        except ValueError:  # its name is all that was not read from a file
            raise Refused(
                f'{self.where}: a plan cannot be named "{self.name}"',
                "Rename the folder: at most 100 letters, digits, _ . + -; a letter or digit comes first.",
            ) from None

    @property
    def newest(self) -> Version:
        """The version tabled last; among equals the one that stands last in the order of descent."""
        return self.plan.newest


def _no_file(file: str) -> bytes:
    raise Refused(f"{file}: not read from a plan file", "planctl import writes one.")


def _in_order(versions: list[Version], where: str) -> tuple[Version, ...]:
    by_id = {version.version: version for version in sorted(versions, key=lambda version: version.age)}
    parents = {name: [parent.version for parent in version.made_from] for name, version in by_id.items()}
    for name, above in parents.items():
        for parent in above:
            if parent not in by_id:
                place = f"{where}, named by {name} as what it was made from"
                raise UnknownName("version", parent, place, by_id)
    try:
        return tuple(by_id[name] for name in parents_first(parents, lambda name: by_id[name].age))
    except Circle as circle:
        names = ", ".join(map(str, circle.members))
        raise Refused(
            f"{where}: versions made from each other, in a circle: {names}", "Correct made_from."
        ) from None


class LooseFile(Folder):
    """A file that stands in no plan folder."""

    is_loose = True
    understood: Understood | None = None
    """What was understood of a draft; None for a version file."""

    @classmethod
    def around(cls, version: Version, header: Header, where: str, understood: Understood) -> Folder:
        """A version that was read from a file which is no plan file."""
        loose = cls(version.version, where, (HEADER_FILE, f"{version.version}.yaml"), _no_file, None)
        loose.header = header
        loose.understood = understood
        loose._versions[version.version] = version
        return loose


class NewFolder(Folder):
    """A plan folder that is not on disk yet; ``begun`` are the bytes of the files it will have at least."""

    def __init__(self, path: Path, begun: Mapping[str, bytes]) -> None:
        super().__init__(path.name, short(path), (HEADER_FILE,), begun.__getitem__, path)
        self.begun = begun


def open_loose(path: Path) -> Folder:
    """A version file that stands in no plan folder: it can be compared, its parties are just ids."""
    files = {path.name: path, HEADER_FILE: None}

    def read(file: str) -> bytes:
        source = files[file]
        return read_file(source, source.parent) if source else b"title: Files outside a plan\n"

    return LooseFile(path.stem, str(path.parent), (HEADER_FILE, path.name), read, None)


def read_file(path: Path, inside: Path) -> bytes:
    """The bytes of a plan file. Raises ``Refused`` for what is not a regular file or lies outside ``inside``.

    The file is opened once; its size is asked for before its content, and a size or time that changes
    meanwhile is refused rather than half-read. Raises TooLarge and TooMuch as well.
    """
    try:
        if not path.resolve(strict=True).is_relative_to(inside.resolve()):
            raise Refused(f"{path}: a link that leads out of the plan folder", "Put the file itself there.")
        return limits.read(path, plain="A plan file is a plain text file.")
    except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 and 3.12 on its links form a loop
        why = error.strerror if isinstance(error, OSError) else "its links form a loop"
        raise Refused(
            f"{path}: cannot be read ({why})", "Check that it exists, and that you may read it."
        ) from None


def open_folder(path: Path, where: str | None = None) -> Folder:
    """The plan folder at ``path``. Raises ``NoPlans`` when it holds no ``plan.yaml``."""
    if not (path / HEADER_FILE).is_file():
        raise NoPlans(f"{path} is not a plan folder: it has no {HEADER_FILE}", "planctl init creates one.")
    names = [name for name in limits.names(path) if name.endswith(".yaml") and not name.startswith(".")]
    files = (HEADER_FILE, *(name for name in names if name != HEADER_FILE))
    name = path.resolve().name
    return Folder(name, where or short(path), files, lambda file: read_file(path / file, path), path)


def short(path: Path) -> str:
    """A path as a person here would write it: relative when it lies below the working folder."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def at_revision(folder: Folder, version: str, revision: str) -> tuple[Folder, str]:
    """The plan folder around a version as git has it at a revision or date, and the version's id there.

    Both are found under their former names as well. Where git has no ``plan.yaml`` yet, the parties and
    sources are those of today. Raises ``BadRevision``.
    """
    from planctl import store

    if folder.path is None:
        raise BadRevision(f"{folder.where} is not a folder on disk", "Name a version without @.")
    repository = store.open_at(folder.path)
    if repository is None:
        why = f"{folder.where} is not in a git repository, so @{revision} means nothing there"
        raise BadRevision(why, "Commit the plan first.")
    with repository:
        commit = repository.resolve(revision)
        inside = PurePosixPath(repository.inside(folder.path))
        file = _file_at(repository, commit, inside, version)
        blobs = repository.blobs(commit, str(file.parent), ".yaml")
    names = tuple(sorted(name for name in blobs if name != HEADER_FILE))
    where = f"{folder.where if file.parent == inside else file.parent}@{revision}"

    def read(file: str) -> bytes:
        if file not in blobs:
            return folder.data(file)
        with repository:
            return repository.objects.read(blobs[file])

    return Folder(folder.name, where, (HEADER_FILE, *names), read, None), file.stem


def _file_at(repository: Repository, commit: str, folder: PurePosixPath, version: str) -> PurePosixPath:
    """Where a version's file was at a commit, or would be: beside the header, or in the folder of today."""
    name = f"{version}.yaml"
    if name_then := repository.name_at(str(folder / name), commit):
        return PurePosixPath(name_then)
    header = repository.name_at(str(folder / HEADER_FILE), commit)
    return (PurePosixPath(header).parent if header else folder) / name
