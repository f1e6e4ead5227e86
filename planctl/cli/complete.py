"""What a shell offers while a command is typed: plans, versions, points, claims and files.

A completion that fails offers nothing and says nothing: whoever presses Tab asked no question.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.workspace import Workspace

_Found = Callable[["Workspace", str], Iterable[str]]


def plans(incomplete: str) -> list[str]:
    """Names of plans."""
    return _matching(lambda workspace, _: workspace.folders, incomplete)


def versions(incomplete: str) -> list[str]:
    """Versions, behind their plan where there are several, and version files."""
    return _matching(_versions, incomplete) + _files(incomplete)


def points(incomplete: str) -> list[str]:
    """Versions, and behind a colon their points; bare points are those of the newest version."""
    return _matching(_points, incomplete) + _files(incomplete)


def labels(incomplete: str) -> list[str]:
    """Points of the newest version."""
    return _matching(lambda workspace, _: _of_version(workspace, None), incomplete)


def claims(incomplete: str) -> list[str]:
    """Claims, and what they can be about."""
    return _matching(_claims, incomplete)


def _matching(words_of: _Found, incomplete: str) -> list[str]:
    from planctl.errors import PlanctlError
    from planctl.workspace import open_plans

    try:
        words = list(words_of(open_plans(), incomplete))
    except (PlanctlError, OSError, ValueError):
        return []
    return [word for word in dict.fromkeys(words) if word.startswith(incomplete)]


def _versions(workspace: "Workspace", incomplete: str) -> Iterator[str]:
    for name, folder in workspace.folders.items():
        if len(workspace.folders) == 1 or "/" not in incomplete:
            yield from folder.ids
        if len(workspace.folders) > 1:
            yield from (f"{name}/{version}" for version in folder.ids)


def _points(workspace: "Workspace", incomplete: str) -> Iterator[str]:
    version, colon, _ = incomplete.partition(":")
    if colon:
        yield from (f"{version}:{label}" for label in _of_version(workspace, version))
    else:
        yield from _versions(workspace, incomplete)
        yield from _of_version(workspace, None) if incomplete[:1].isdecimal() else ()


def _of_version(workspace: "Workspace", name: str | None) -> Iterator[str]:
    version = workspace.folder().newest if name is None else workspace.find(name).version
    yield from (provision.label for provision in version.provisions)


def _claims(workspace: "Workspace", incomplete: str) -> Iterator[str]:
    yield from (claim.id for folder in workspace.folders.values() for claim in folder.header.claims)
    yield from _points(workspace, incomplete)


def _files(incomplete: str) -> list[str]:
    """Version files, and the folders on the way to them."""
    before, slash, _ = incomplete.rpartition("/")
    try:
        entries = sorted(Path(f"{before}{slash}" or ".").iterdir())
    except OSError:
        return []
    shown = ((f"{before}{slash}{entry.name}", entry) for entry in entries if not entry.name.startswith("."))
    files = [f"{name}/" if entry.is_dir() else name for name, entry in shown if _is_offered(entry)]
    return [name for name in files if name.startswith(incomplete)]


def _is_offered(entry: Path) -> bool:
    return entry.is_dir() or entry.suffix in {".yaml", ".yml"}
