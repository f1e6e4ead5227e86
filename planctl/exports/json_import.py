"""``planctl import --format json``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planctl.drafts import Imports, Understood, figures
from planctl.errors import Problem
from planctl.exports.json_parts import when, written
from planctl.models import Version

SCHEMA = "planctl/import/1"


def imports(
    plan: str, made: Imports, files: Mapping[str, bool], problems: Sequence[Problem], *, dry_run: bool
) -> str:
    """One JSON object: what was understood, and what is written. ``files`` are true by path for new ones."""
    return written(
        {
            "schema": SCHEMA,
            "plan": plan,
            "dry_run": dry_run,
            "versions": [_version(*pair) for pair in zip(made.versions, made.understood, strict=True)],
            "parties": [{"id": each.id, "name": each.name} for each in made.parties],
            "sources": [
                {"id": each.id, "publisher": each.publisher, "title": each.title} for each in made.sources
            ],
            "files": [{"path": path, "new": is_new} for path, is_new in files.items()],
            "problems": [
                {"path": each.place.path, "code": each.code, "message": each.message} for each in problems
            ],
        }
    )


def _version(version: Version, read: Understood) -> dict[str, Any]:
    totals, draft = figures(version), read.draft
    return {
        "version": version.version,
        "title": version.title,
        "file": version.imported_from.file if version.imported_from else None,
        "sha256": version.imported_from.sha256 if version.imported_from else None,
        "tracked_changes": draft.state or None,
        "authors": list(draft.authors),
        **when(version.date),
        "tabled_by": list(version.tabled_by),
        "made_from": [parent.version for parent in version.made_from],
        "wording": version.wording.value,
        "points": totals.points,
        "paragraphs": totals.paragraphs,
        "words": totals.words,
        "notes": totals.notes,
        "sections": list(totals.sections),
        "levels": [list(labels) for labels in totals.levels],
        "left_out": [{"text": each.text, "why": each.why, "times": each.times} for each in draft.left_out],
        "not_placed": list(read.unplaced),
        "labels_in_text": list(read.as_text),
        "numbers_begin_again": list(read.again),
        "characters_removed": read.removed,
        "warnings": list(draft.warnings),
    }
