"""The page of ``planctl import``: what was understood of each file, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.drafts import Figures, Imports, Understood, figures
from planctl.errors import Problem
from planctl.models import PlanHeading, Version
from planctl.page import (
    Block,
    Column,
    Entry,
    Heading,
    Page,
    Remark,
    Remarks,
    StyledRun,
    Table,
    Title,
    Trust,
)
from planctl.pages import draft_phrases as say
from planctl.pages.phrases import counted, date, parties

_FEW, _FIRST = 7, 4
_LEVELS = Column("level", "label"), Column("how many", "figure"), Column("labels")
_FILES = Column("file"), Column("what is written")


class Importing(NamedTuple):
    """What is about to be written: ``files`` by path, true for a new one; ``problems`` that it would have."""

    plan: str
    heading: PlanHeading
    imports: Imports
    files: Mapping[str, bool]
    problems: tuple[Problem, ...]

    @property
    def pairs(self) -> Iterator[tuple[Version, Understood]]:
        """Each version with what was understood of its draft."""
        return zip(self.imports.versions, self.imports.understood, strict=True)


def page(shown: Importing) -> Page:
    """The whole page."""
    names = shown.heading.model_copy(update={"parties": (*shown.heading.parties, *shown.imports.parties)})
    title = Title(shown.heading.title, "import", figure=counted(len(shown.imports.versions), "version"))
    blocks = [block for version, read in shown.pairs for block in _version(version, read, names)]
    return Page(title, (*blocks, *_files(shown)))


def _version(version: Version, read: Understood, names: PlanHeading) -> Iterator[Block]:
    file = version.imported_from.file if version.imported_from else ""
    totals = figures(version)
    yield Entry(version.version, StyledRun(version.title, "strong"), margin=(file,), depth=0)
    yield Remark(_tabled(version, names))
    yield Remark(_counts(totals))
    yield Table(_LEVELS, tuple(_labels(totals)), plain=True)
    if details := tuple(say.details(read)):
        yield Trust(details)


def _tabled(version: Version, names: PlanHeading) -> str:
    made_from = ", ".join(parent.version for parent in version.made_from)
    descent = f"made from {made_from}" if made_from else "not said what it was made from"
    if "made_from" in version.model_fields_set and not made_from:
        descent = "made from no other version"
    return (
        f"tabled by {parties(version.tabled_by, names)}, {date(version.date)}; {descent}; {version.wording}"
    )


def _counts(totals: Figures) -> str:
    """``28 points, 41 items, 2 paragraphs, 4 sections, 1,204 words, 3 notes``: those there are."""
    counts = (
        (totals.points, "point"),
        (sum(map(len, totals.levels[1:])), "item"),
        (totals.paragraphs, "paragraph"),
        (len(totals.sections), "section"),
        (totals.words, "word"),
        (totals.notes, "note"),
    )
    return ", ".join(counted(number, noun) for number, noun in counts if number or noun in {"point", "word"})


def _labels(totals: Figures) -> Iterator[tuple[str, str, str]]:
    if totals.sections:
        yield "sections", f"{len(totals.sections):,}", _some(totals.sections)
    for depth, labels in enumerate(totals.levels, 1):
        if labels:
            yield f"level {depth}", f"{len(labels):,}", _some(labels)


def _some(labels: Sequence[str]) -> str:
    return ", ".join(labels) if len(labels) <= _FEW else f"{', '.join(labels[:_FIRST])} ... {labels[-1]}"


def _files(shown: Importing) -> Iterator[Block]:
    yield Heading("Files")
    rows = [(path, _what(path, shown, is_new=is_new)) for path, is_new in shown.files.items()]
    yield Table(_FILES, tuple(rows), plain=True)
    if shown.problems:
        yield Remarks(tuple(f"{each.place}: {each.message}" for each in shown.problems))


def _what(path: str, shown: Importing, *, is_new: bool) -> str:
    if not path.endswith("/plan.yaml"):
        return "a new file"
    entries = _entries(shown.imports)
    return f"a new plan: {entries}" if is_new else entries


def _entries(imports: Imports) -> str:
    """``1 source and 2 parties: jane-doe (Jane Doe), tom-roe (Tom Roe)``."""
    sources = counted(len(imports.sources), "source")
    new = [f"{party.id} ({party.name})" for party in imports.parties]
    if not new:
        return sources
    noun = "1 party" if len(new) == 1 else f"{len(new)} parties"
    return f"{sources} and {noun}: {', '.join(new)}"
