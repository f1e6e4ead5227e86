"""A file or bytes -> its drafts: which format it is, how much of it is read, which encoding it has."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath

from planctl import limits
from planctl.errors import PlanctlError
from planctl.readers import structure
from planctl.readers.draft import Draft
from planctl.readers.paragraphs import FileContents

DRAFT_SIZE_LIMIT = 40 * 1024 * 1024
"""Bytes of the largest document: scans with a text layer are large."""
_FORMATS = {
    ".docx": "word", ".docm": "word", ".pdf": "pdf", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".md": "markdown", ".markdown": "markdown", ".txt": "plain_text", ".text": "plain_text", "": "plain_text",
    ".odt": "odt", ".rtf": "converted", ".doc": "converted",
}  # fmt: skip
SUFFIXES = tuple(suffix for suffix in _FORMATS if suffix)
"""How names of documents end."""
_KNOWN = ".docx, .odt, .pdf, .html, .md and .txt; with LibreOffice also .rtf and .doc"


_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = re.compile(rb"\s*\{\\rtf\d*(?![a-zA-Z])")


def read(source: Path | bytes, name: str = "") -> tuple[Draft, ...]:
    """The drafts in a file: one, or two (all tracked changes rejected, all accepted) where it has any.

    For bytes, ``name`` says the format by its ending; without one they are plain text. Raises PlanctlError
    for a file that cannot be read as what its name says, MissingExtra when its reader is not installed.
    """
    if isinstance(source, Path):
        name = name or str(source)
        data = load(source)
    else:
        data, name = source, name or "standard input"
    if not data.strip():
        raise PlanctlError(f"{name} is empty", "Give a file with text in it.")
    drafts = tuple(structure.build(each, name) for each in _reader(name, data)(data, name))
    if not any(draft.title or draft.sections or any(draft.units()) for draft in drafts):
        raise PlanctlError(f"{name} has no text", "Give a file with text in it.")
    return drafts


def load(path: Path) -> bytes:
    """The bytes of a document. Raises PlanctlError for what is no file, too large or cannot be read."""
    try:
        if not path.is_file():
            raise PlanctlError(
                f"{path} is no file" if path.exists() else f"{path} does not exist", "Check the name."
            )
        size = path.stat().st_size
        if size > DRAFT_SIZE_LIMIT:
            raise PlanctlError(
                f"{path} is larger than {limits.megabytes(DRAFT_SIZE_LIMIT)} and was not read",
                "Save it without pictures.",
            )
        limits.count(size, str(path))
        with path.open("rb") as file:
            return file.read(DRAFT_SIZE_LIMIT)
    except OSError as error:
        raise PlanctlError(
            f"{path} cannot be read: {os.strerror(error.errno or 0)}", "Check who may read it."
        ) from None


def _reader(name: str, data: bytes) -> Callable[[bytes, str], list[FileContents]]:
    suffix = PurePath(name).suffix.lower() if name != "standard input" else _sniffed(data)
    form = _FORMATS.get(suffix)
    if form is None:
        raise PlanctlError(f"{name}: planctl does not read {suffix} files", _cure(suffix))
    actual = _sniffed(data)
    if form in {"plain_text", "markdown"} and actual:
        raise PlanctlError(
            f"{name} is not a text file: it is a {actual} file", f"Rename it to end in {actual}."
        )
    if form == "converted" and actual != suffix:
        raise PlanctlError(f"{name} is not a {suffix} file: it {_is(actual)}", _ending(actual))
    if form == "word" and data.startswith(b"%PDF"):
        raise PlanctlError(f"{name} is not a Word file (.docx): it is a PDF", "Rename it to end in .pdf.")
    return _load(form)


def _cure(suffix: str) -> str:
    if suffix in {".odf", ".pages", ".wpd"}:
        return f"Open it in a word processor, and save it as .docx; planctl reads {_KNOWN}."
    return f"It reads {_KNOWN}."


def _is(actual: str) -> str:
    return f"is a {actual} file" if actual else "does not begin as one"


def _ending(actual: str) -> str:
    return f"Rename it to end in {actual}." if actual else "Give the file the ending of what it is."


def _sniffed(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".odt" if b"opendocument.text" in data[:200] else ".docx"
    if data.startswith(_COMPOUND_FILE):
        return ".doc"
    return ".rtf" if _RICH_TEXT.match(data) else ""


def _load(form: str) -> Callable[[bytes, str], list[FileContents]]:
    """The function of a format that reads: its module is imported now and not before."""
    read: Callable[[bytes, str], list[FileContents]] = import_module(f"planctl.readers.{form}").read
    return read
