"""What a person wrote in a version file: sections, points, items and paragraphs, each within the other.

Annotations are not postponed here: pydantic would compile each of them at start-up.
"""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planctl.models.written import Evidence, Id, Label, Status, Words, Written


class _Provision(Written):
    """What points and items share. ``made_from: []`` says that there is no ancestor.

    ``term`` is what a definition defines: it is the same definition wherever it stands. ``unseen`` says that
    the unit is there and it was not read for the plan.
    """

    term: Words = ""
    text: Words = ""
    unseen: bool = False
    evidence: Evidence | None = None
    sources: tuple[Id, ...] | None = None
    note: Words = ""
    made_from: tuple[str, ...] | None = None
    not_from: tuple[str, ...] = ()


class Item(_Provision):
    """A part of a point or of another item; without a label it is a paragraph of its own."""

    label: Label | None = None
    items: tuple["Item", ...] = ()


class Point(_Provision):
    """A numbered unit of a version: lead text, items, or both; a heading alone is enough.

    ``tabled_by`` names who tabled this point, where that differs from the version.
    """

    number: Label
    heading: Words = ""
    tabled_by: tuple[Id, ...] | None = None
    status: Status | None = None
    items: tuple[Item, ...] = ()


class Section(Written):
    """A part, chapter or annex: what it is called, paragraphs before its points, points, further sections.

    It has a label or a heading, or both.
    """

    label: Label | None = None
    heading: Words = ""
    note: Words = ""
    preamble: tuple[Item, ...] = ()
    points: tuple[Point, ...] = ()
    sections: tuple["Section", ...] = ()

    @model_validator(mode="after")
    def _has_name(self) -> Self:
        if not (self.label or self.heading):
            raise PydanticCustomError("no_name", "a section has a label or a heading")
        return self
