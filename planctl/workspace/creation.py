"""What a new plan folder holds: a plan to begin with, or a copy of an example."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from planctl.errors import UnknownName
from planctl.planfile import schema
from planctl.workspace.folder import HEADER_FILE, NewFolder

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
_BEGUN = """\
# yaml-language-server: $schema=schema/plan.schema.json
title: {title}
parties: []
sources: []
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
      Write one sentence per line.
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
        **_schemas(),
    }
    return _encoded(written)


def begin(path: Path, title: str) -> NewFolder:
    """A plan folder with a header that has a title, and no parties, sources or versions yet."""
    header = _BEGUN.format(title=json.dumps(title, ensure_ascii=False))
    return NewFolder(path, _encoded({HEADER_FILE: header, **_schemas()}))


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    """A title may hold bytes that are no text: they stay what they are, for the checks to find."""
    return {name: text.encode("utf-8", "surrogateescape") for name, text in texts.items()}


def _schemas() -> dict[str, str]:
    return {
        "schema/plan.schema.json": _json(schema("plan")),
        "schema/version.schema.json": _json(schema("version")),
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def example_files(examples: Path, name: str) -> dict[str, bytes]:
    """The files of an example plan, by path inside it. Raises ``UnknownName``."""
    known = sorted(entry.name for entry in examples.iterdir() if (entry / HEADER_FILE).is_file())
    if name not in known:
        raise UnknownName("example", name, "planctl", known, f"Examples: {', '.join(known)}.")
    folder = examples / name
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    # Which plan is meant among the examples says nothing about those that a copy comes to lie beside.
    return files | {HEADER_FILE: re.sub(rb"(?m)^default:[^\n]*(?:\n|\Z)", b"", files[HEADER_FILE])}
