"""New plan folders, made whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from planctl.errors import Refused, UnknownName
from planctl.planfile import schema
from planctl.workspace.folder import HEADER_FILE

_HEADER = """\
# yaml-language-server: $schema=schema/plan.schema.json
title: {title}
parties:
  - id: first-party
    name: The first party
  - id: second-party
    name: The second party
sources:
  - id: first-report
    publisher: Who published it
    title: Under which title
    date: {date}
    url: https://example.org/report
claims: []
"""
_VERSION = """\
# yaml-language-server: $schema=schema/version.schema.json
version: v1
title: The first draft
date: {date}
tabled_by: [first-party]
made_from: []
wording: restated
evidence: reported
sources: [first-report]
points:
  - number: 1
    heading: What the first point is about
    text: >
      Write one sentence a line.
      Square brackets keep their meaning: [first-party: thirty] [second-party: sixty] days.
  - number: 2
    heading: A point with items
    text: >
      The second point has two parts:
    items:
      - label: a
        text: >
          the first part;
      - label: b
        text: >
          the second part.
"""


def new_files(title: str, date: str) -> dict[str, bytes]:
    """The files of a new plan folder, by path inside it: a header and a first version to overwrite."""
    written = {
        HEADER_FILE: _HEADER.format(title=json.dumps(title, ensure_ascii=False), date=date),
        "v1.yaml": _VERSION.format(date=date),
        "schema/plan.schema.json": _json(schema("plan")),
        "schema/version.schema.json": _json(schema("version")),
    }
    return {name: text.encode() for name, text in written.items()}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def example_files(examples: Path, name: str) -> dict[str, bytes]:
    """The files of an example plan, by path inside it. Raises ``UnknownName``."""
    known = sorted(entry.name for entry in examples.iterdir() if (entry / HEADER_FILE).is_file())
    if name not in known:
        raise UnknownName("example", name, "planctl", known, f"Examples: {', '.join(known)}.")
    folder = examples / name
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def create(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a plan folder from files by path inside it. Raises ``Refused`` when something is there already.

    It is built beside its place and moved there in one step: an interrupted run leaves nothing behind
    under the folder's name.
    """
    if folder.exists() or folder.is_symlink():
        raise Refused(f"{folder} is there already", "Choose another name; nothing was written.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            _fill(draft, files)
            draft.rename(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise Refused(f"{folder}: cannot be made ({error.strerror})", "Nothing was written.") from None


def _fill(draft: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = draft / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    draft.chmod(0o755)  # mkdtemp makes folders that nobody else can read
