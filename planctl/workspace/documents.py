"""A file that is no plan file, such as a draft in Word or PDF -> a version without a known date or party."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from planctl import limits
from planctl.errors import PlanctlError
from planctl.models import Evidence, Header, Version, When, Wording
from planctl.progress import step
from planctl.workspace.folder import LooseFile, NoPlans
from planctl.workspace.names import NamedVersion

if TYPE_CHECKING:
    from planctl.drafts import File, Understood

STDIN = "-"
_NAME_LENGTH = 36
"""Characters of a file's name in an answer."""
_PLAN_FILES = (".yaml", ".yml")
_FORMATS = (
    ".docx", ".docm", ".odt", ".pdf", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text",
    ".rtf", ".doc",
)  # fmt: skip

_DRAFTS = "It may hold .docx, .odt, .pdf, .html, .md, .txt, .rtf and .doc files."


class Document(NamedTuple):
    """A file as a version, and what was understood of it. ``path`` is its name as it was typed."""

    found: NamedVersion
    understood: Understood
    path: str


def is_document(name: str) -> bool:
    """Whether a name means a file that is no plan file; ``-`` is standard input."""
    if name == STDIN or name.lower().endswith(_FORMATS):
        return True
    return not name.endswith(_PLAN_FILES) and bool(PurePath(name).suffix) and Path(name).is_file()


def open_document(name: str) -> tuple[Document, ...]:
    """The file as it is; with tracked changes twice: all of them rejected, all accepted.

    Raises PlanctlError for a file that cannot be read, MissingExtra when its reader is not installed.
    """
    from planctl import readers
    from planctl.drafts import understand

    shown = "standard input" if name == STDIN else name
    step(f"reading {shown}")
    drafts = readers.read(_standard_input() if name == STDIN else Path(name), shown)
    return tuple(_document(understand(draft), shown) for draft in drafts)


def _standard_input() -> bytes:
    from planctl.readers import DRAFT_SIZE_LIMIT

    if sys.stdin is None or sys.stdin.isatty():
        raise PlanctlError("standard input is a terminal", "Give it a file: planctl diff old.txt - < new.txt")
    data = sys.stdin.buffer.read(DRAFT_SIZE_LIMIT + 1)
    if len(data) > DRAFT_SIZE_LIMIT:
        raise PlanctlError(
            "standard input is too large", f"A document has at most {DRAFT_SIZE_LIMIT:,} bytes."
        )
    return data


def read_files(paths: Iterable[Path]) -> list[File]:
    """The drafts in some files; a folder stands for the documents in it, in the order of their names.

    Raises PlanctlError for a file that cannot be read, NoPlans for a folder without documents.
    """
    listed = [path for each in paths for path in _inside(each)]
    files = []
    for done, path in enumerate(listed):
        step(f"reading {path.name}", done, len(listed) if len(listed) > 1 else 0)
        files.append(_file(path))
    step("placing labels")
    return files


def _file(path: Path) -> File:
    from hashlib import sha256

    from planctl import readers
    from planctl.drafts import File

    if path.suffix in _PLAN_FILES:
        raise PlanctlError(f"{path} is a plan file, not a draft", "Put it into the plan folder itself.")
    data = readers.load(path)
    return File(path.name, sha256(data).hexdigest(), readers.read(data, str(path)))


def _inside(path: Path) -> Iterator[Path]:
    from planctl.readers import SUFFIXES

    if not path.is_dir():
        yield path
        return
    names = [
        name for name in limits.names(path) if name.lower().endswith(SUFFIXES) and not name.startswith(".")
    ]
    if not names:
        raise NoPlans(f"{path} holds no drafts", _DRAFTS)
    for name in names:
        if not (path / name).resolve().is_relative_to(path.resolve()):
            raise PlanctlError(f"{path / name}: a link that leads out of the folder", "Name the file itself.")
        yield path / name


def _document(understood: Understood, name: str) -> Document:
    from planctl.drafts import id_of

    tree, state = understood.tree, understood.draft.state
    version = Version(
        version=id_of(name),
        title=understood.title or PurePath(name).name,
        date=When.unknown(),
        complete=True,
        tabled_by=(),
        wording=Wording.verbatim,
        evidence=Evidence.published,
        note=understood.note,
        preamble=tree.preamble,
        points=tree.points,
        sections=tree.sections,
        closing=tree.closing,
    )
    folder = LooseFile.around(version, Header(title=version.title), name, understood)
    asked = f"{called(name)} ({state})" if state else called(name)
    return Document(NamedVersion(folder, version, asked), understood, name)


def called(name: str) -> str:
    """The name of a file without its folder, short enough to stand beside another."""
    bare = PurePath(name).name
    return (
        bare
        if len(bare) <= _NAME_LENGTH
        else f"{bare[: _NAME_LENGTH // 2]}...{bare[3 - _NAME_LENGTH // 2 :]}"
    )
