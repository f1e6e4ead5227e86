"""What ``planctl import`` understood of each file, before it writes: a table, and the same as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.drafts import Figures, Imports, Understood, figures
from planctl.errors import Problem
from planctl.models import Heading, Party, Version
from planctl.render import draft_phrases as say
from planctl.render.json_parts import when, written
from planctl.render.lines import Line, Piece, edge, line, plain, wrap
from planctl.render.phrases import counted, date, parties
from planctl.render.plain import one_line

SCHEMA = "planctl/import/1"
_INDENT = "  "
_FEW, _FIRST = 7, 4


class Importing(NamedTuple):
    """What is about to be written: ``files`` by path, true for a new one; ``problems`` that it would have."""

    plan: str
    heading: Heading
    imports: Imports
    files: Mapping[str, bool]
    problems: tuple[Problem, ...]

    @property
    def pairs(self) -> Iterator[tuple[Version, Understood]]:
        """Each version with what was understood of its draft."""
        return zip(self.imports.versions, self.imports.understood, strict=True)


def table(shown: Importing, width: int) -> list[Line]:
    """The whole table at ``width`` cells."""
    names = shown.heading.model_copy(update={"parties": (*shown.heading.parties, *shown.imports.parties)})
    rows: list[Line] = []
    for version, read in shown.pairs:
        rows += [*_version(version, read, names, width), ()]
    return [*rows, *_files(shown, width)]


def _version(version: Version, read: Understood, names: Heading, width: int) -> list[Line]:
    file = version.imported_from.file if version.imported_from else ""
    found = figures(version)
    rows = wrap([plain(f"{file} -> {version.version}: {version.title}", "strong")], width, "", _INDENT)
    for text in (_tabled(version, names), _counts(found)):
        rows += wrap([Piece(text)], width, _INDENT, _INDENT * 2)
    for name, labels in _labels(found):
        rows += wrap([Piece(f"{name}: {labels}")], width, _INDENT * 2, _INDENT * 3)
    for text in say.details(read):
        rows += wrap([plain(text, "warn")], width, "! ", _INDENT * 2)
    return rows


def _tabled(version: Version, names: Heading) -> str:
    made_from = ", ".join(one_line(parent.version) for parent in version.made_from)
    descent = f"made from {made_from}" if made_from else "not said what it was made from"
    if "made_from" in version.model_fields_set and not made_from:
        descent = "made from no other version"
    return (
        f"tabled by {parties(version.tabled_by, names)}, {date(version.date)}; {descent}; {version.wording}"
    )


def _counts(found: Figures) -> str:
    """``28 points, 41 items, 2 paragraphs, 4 sections, 1,204 words, 3 notes``: those there are."""
    items = sum(map(len, found.levels[1:]))
    counts = (
        (found.points, "point"),
        (items, "item"),
        (found.paragraphs, "paragraph"),
        (len(found.sections), "section"),
        (found.words, "word"),
        (found.notes, "note"),
    )
    return ", ".join(counted(number, noun) for number, noun in counts if number or noun in {"point", "word"})


def _labels(found: Figures) -> Iterator[tuple[str, str]]:
    if found.sections:
        yield "sections", _some(found.sections)
    for depth, labels in enumerate(found.levels, 1):
        if labels:
            yield f"level {depth}", _some(labels)


def _some(labels: Sequence[str]) -> str:
    shown = [one_line(label) for label in labels]
    return ", ".join(shown) if len(shown) <= _FEW else f"{', '.join(shown[:_FIRST])} ... {shown[-1]}"


def _files(shown: Importing, width: int) -> list[Line]:
    rows = [line(Piece("FILES", "strong"))]
    for path, is_new in shown.files.items():
        rows += wrap(
            [edge(f"{path}: {'new' if is_new else _entries(shown.imports)}")], width, _INDENT, _INDENT * 2
        )
    for problem in shown.problems:
        rows += wrap([plain(f"{problem.place}: {problem.message}", "warn")], width, "! ", _INDENT * 2)
    return rows


def _entries(imports: Imports) -> str:
    """``1 source, 2 parties: Jane Doe, Tom Roe``."""
    sources = counted(len(imports.sources), "source")
    new = [f"{party.id} ({party.name})" for party in imports.parties]
    if not new:
        return f"{sources} added"
    noun = "1 party" if len(new) == 1 else f"{len(new)} parties"
    return f"{sources} and {noun} added: {one_line(', '.join(new))}"


def as_json(shown: Importing, *, dry_run: bool) -> str:
    """The same as one JSON object."""
    return written(
        {
            "schema": SCHEMA,
            "plan": shown.plan,
            "dry_run": dry_run,
            "versions": [_json_version(version, read) for version, read in shown.pairs],
            "parties": [_json_party(party) for party in shown.imports.parties],
            "sources": [
                {"id": each.id, "publisher": each.publisher, "title": each.title}
                for each in shown.imports.sources
            ],
            "files": [{"path": path, "new": is_new} for path, is_new in shown.files.items()],
            "problems": [
                {"path": each.place.path, "code": each.code, "message": each.message}
                for each in shown.problems
            ],
        }
    )


def _json_party(party: Party) -> dict[str, str]:
    return {"id": party.id, "name": party.name}


def _json_version(version: Version, read: Understood) -> dict[str, Any]:
    found, draft = figures(version), read.draft
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
        "points": found.points,
        "paragraphs": found.paragraphs,
        "words": found.words,
        "notes": found.notes,
        "sections": list(found.sections),
        "levels": [list(labels) for labels in found.levels],
        "left_out": [{"text": each.text, "why": each.why, "times": each.times} for each in draft.left_out],
        "not_placed": list(read.unplaced),
        "labels_in_text": list(read.as_text),
        "numbers_begin_again": list(read.again),
        "characters_removed": read.removed,
        "warnings": list(draft.warnings),
    }
