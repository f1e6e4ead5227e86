"""What each point rests on: a source, or a note of what it was inferred from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from planctl.checks.scope import Scope, VersionFile, WrittenUnit
from planctl.errors import Problem
from planctl.models import Evidence, Item, Point, Wording
from planctl.planfile import quote

_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def evidence_has_source(scope: Scope) -> Iterator[Problem]:
    """What is published or reported has a source."""
    for read in scope.versions:
        for piece in _lacking(read, _lacks_source):
            evidence = _evidence(read, piece).value
            message = f'{piece.name}: evidence is "{evidence}", but no source is given'
            cure = "Add sources: [...] to the point, or write evidence: inferred with a note."
            yield Problem(read.file.place(*piece.location), "PLC012", message, cure)


def inferred_has_note(scope: Scope) -> Iterator[Problem]:
    """What is inferred says from what."""
    for read in scope.versions:
        for piece in _lacking(read, _lacks_note):
            message = f'{piece.name}: evidence is "inferred", but no note says from what'
            cure = "Add a note: that says what it is inferred from."
            yield Problem(read.file.place(*piece.location), "PLC013", message, cure)


def _lacking(read: VersionFile, lacks: Callable[[VersionFile, WrittenUnit], bool]) -> Iterator[WrittenUnit]:
    """Pieces that lack something; one that says nothing of its own is spoken for by what it is an item of."""
    by_unit = {piece.unit.path: piece for piece in read.pieces}
    speakers: dict[str, None] = {}
    for piece in read.pieces:
        if (piece.written.text or not piece.written.items) and lacks(read, piece):
            speakers[_speaker(piece)] = None
    yield from (by_unit[path] for path in by_unit if path in speakers)


def _speaker(piece: WrittenUnit) -> str:
    """The path of the nearest piece that says what it rests on; of the outermost where none does."""
    path = piece.unit.path
    for unit in piece.unit.line:
        if not isinstance(unit.written, Point | Item):
            break
        path = unit.path
        if unit.written.evidence is not None or unit.written.sources is not None:
            break
    return path


def _evidence(read: VersionFile, piece: WrittenUnit) -> Evidence:
    return next((each.evidence for each in piece.line if each.evidence), read.version.evidence)


def _lacks_source(read: VersionFile, piece: WrittenUnit) -> bool:
    stated = next((each.sources for each in piece.line if each.sources is not None), read.version.sources)
    return _evidence(read, piece) != Evidence.inferred and not stated


def _lacks_note(read: VersionFile, piece: WrittenUnit) -> bool:
    return _evidence(read, piece) == Evidence.inferred and not any(each.note for each in piece.line)


def reconstructed_is_unpublished(scope: Scope) -> Iterator[Problem]:
    """Words that were put together from reports cannot have been published."""
    cure = "Write reported or inferred, or another wording if the text is public."
    for read in scope.versions:
        if read.version.wording != Wording.reconstructed:
            continue
        if read.version.evidence == Evidence.published:
            message = 'the wording is "reconstructed", but the evidence is "published"'
            yield Problem(read.file.place("evidence"), "PLC014", message, cure)
        for piece in read.pieces:
            if piece.written.evidence == Evidence.published:
                message = f'{piece.name}: a reconstructed wording cannot be "published"'
                yield Problem(read.file.place(*piece.location, "evidence"), "PLC014", message, cure)


def points_have_words(scope: Scope) -> Iterator[Problem]:
    """A point has text, items or a heading, an item has text or items; what was not read need not.

    A number alone is a heading where the next number goes on with it: ``1`` before ``1.1``.
    """
    for read in scope.versions:
        heads = set(_heads(read))
        for piece in read.pieces:
            written = piece.written
            has_heading = isinstance(written, Point) and (written.heading or piece.unit.path in heads)
            if not (written.text or written.items or has_heading or written.unseen):
                message = f"{piece.name} has no words"
                cure = "Add text:, or remove it; [ ] stands for words still to come."
                yield Problem(read.file.place(*piece.location), "PLC015", message, cure)


def _heads(read: VersionFile) -> Iterator[str]:
    """Paths of points whose number the next point's goes on with."""
    points = [piece.unit for piece in read.pieces if piece.unit.item is None]
    yield from (point.path for point, after in pairwise(points) if after.path.startswith(f"{point.path}."))


def claims_have_sources(scope: Scope) -> Iterator[Problem]:
    """Who said something is only worth having with where it was reported."""
    if scope.header and scope.header_file:
        for i, claim in enumerate(scope.header.claims):
            if not claim.sources:
                message = f"claim {claim.id}: no source is given"
                cure = "Add sources: [...] with where it was reported."
                yield Problem(scope.header_file.place("claims", i), "PLC043", message, cure)


def sources_have_addresses(scope: Scope) -> Iterator[Problem]:
    """An address, where there is one, is one a browser may open."""
    if scope.header and scope.header_file:
        for i, source in enumerate(scope.header.sources):
            if source.url and not _WEB.fullmatch(source.url):
                message = f"{quote(source.url)} is not a web address"
                cure = "Write the full address, beginning with https:// or http://."
                yield Problem(scope.header_file.place("sources", i, "url"), "PLC040", message, cure)
