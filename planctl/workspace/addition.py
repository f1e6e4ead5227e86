"""New versions in a plan folder: checked as ``planctl validate`` does, then put in place, all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from planctl import checks, disk, planfile
from planctl.errors import PlanctlError, Problem, Refused
from planctl.models import Party, Source, Version
from planctl.planfile import PlanFile
from planctl.workspace.folder import HEADER_FILE, Folder, NewFolder
from planctl.workspace.gathering import read_folder

_SCHEMA = "schema/version.schema.json"


def new_files(
    folder: Folder, versions: Sequence[Version], parties: Sequence[Party], sources: Sequence[Source]
) -> dict[str, bytes]:
    """The files to be written, by name: the header with its new entries, then the versions.

    Raises Refused for a version that is there already, BadFile for a header with errors.
    """
    path = _path(folder)
    for version in versions:
        if (path / f"{version.version}.yaml").exists() or version.version in folder.ids:
            raise Refused(
                f"{folder.where} has a version {version.version} already", "Give --version another id."
            )
    header = planfile.with_entries(
        folder.data(HEADER_FILE), folder.place(HEADER_FILE), {"parties": parties, "sources": sources}
    )
    begun = folder.begun if isinstance(folder, NewFolder) else {}
    has_schema = _SCHEMA in begun or (path / _SCHEMA).is_file()
    first = f"# yaml-language-server: $schema={_SCHEMA}\n" if has_schema else ""
    written = {f"{each.version}.yaml": (first + planfile.write(each)).encode() for each in versions}
    return {**begun, HEADER_FILE: header, **written}


def sound(folder: Folder, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """The warnings that ``planctl validate`` would have for these files in the folder, and has not now.

    Raises Refused for the first error among them.
    """
    now = () if isinstance(folder, NewFolder) else read_folder(_path(folder), folder.where).files
    kept = [file for file in now if Path(file.path).name not in files]
    new = [planfile.read(data, folder.place(name)) for name, data in files.items() if name.endswith(".yaml")]
    before = {_said(problem) for problem in checks.find(now, folder.where, folder.name)} if now else set()
    after = checks.find(_in_order([*kept, *new]), folder.where, folder.name)
    problems = [problem for problem in after if _said(problem) not in before]
    for problem in problems:
        if problem.severity == "error":
            raise Refused(f"nothing was written: {problem.place.path}: {problem.message}", problem.cure)
    return tuple(problems)


def there(folder: Folder) -> tuple[str, ...]:
    """The files that the folder has on disk."""
    return () if isinstance(folder, NewFolder) else folder.files


def _in_order(files: Sequence[PlanFile]) -> list[PlanFile]:
    return sorted(files, key=lambda file: (file.kind != "plan", file.path))


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.place.path, problem.code, problem.message


def put(folder: Folder, files: Mapping[str, bytes]) -> None:
    """Put new files in place, the header first; when one cannot be written, all is as it was.

    Raises Refused for a file that somebody has changed or added meanwhile, a full disk and the like.
    """
    path = _path(folder)
    if isinstance(folder, NewFolder):
        disk.put_folder(path, files)
        return
    header = folder.data(HEADER_FILE)
    if (path / HEADER_FILE).read_bytes() != header:
        raise Refused(f"{folder.place(HEADER_FILE)}: changed meanwhile", "Run the command again.")
    with _all_or_none(path, header) as written:
        for name, data in files.items():
            if name == HEADER_FILE:
                if data != header:
                    disk.put(path / name, data, path)
                continue
            if (path / name).exists():
                raise Refused(f"{path / name} already exists", "Give --version another id.")
            written.append(name)
            disk.put(path / name, data, path)


@contextmanager
def _all_or_none(path: Path, header: bytes) -> Iterator[list[str]]:
    written: list[str] = []
    try:
        yield written
    except BaseException:
        for name in reversed(written):
            with suppress(PlanctlError):
                disk.take_away(path / name, path)
        with suppress(PlanctlError, OSError):
            if (path / HEADER_FILE).read_bytes() != header:
                disk.put(path / HEADER_FILE, header, path)
        raise


def _path(folder: Folder) -> Path:
    if folder.path is None:
        raise Refused(f"{folder.where} is not a folder on disk", "Import into a plan folder.")
    return folder.path
