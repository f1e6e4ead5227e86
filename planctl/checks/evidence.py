"""What each point rests on: a source, or a note of what it was inferred from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from planctl.checks.scope import Location, Read, Scope, name
from planctl.errors import Problem
from planctl.models import Evidence, Item, Point, Wording
from planctl.planfile import quote

_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def evidence_has_source(scope: Scope) -> Iterator[Problem]:
    """What is published or reported has a source."""
    for read in scope.versions:
        for location, point, item in _lacking(read, _lacks_source):
            said = _evidence(read, point, item).value
            message = f'{name(point, item)}: evidence is "{said}", but no source is given'
            cure = "Add sources: [...] to the point, or write evidence: inferred with a note."
            yield Problem(read.file.place(*location), "PLC012", message, cure)


def inferred_has_note(scope: Scope) -> Iterator[Problem]:
    """What is inferred says from what."""
    for read in scope.versions:
        for location, point, item in _lacking(read, _lacks_note):
            message = f'{name(point, item)}: evidence is "inferred", but no note says from what'
            cure = "Add a note: that says what it is inferred from."
            yield Problem(read.file.place(*location), "PLC013", message, cure)


def _lacking(
    read: Read, lacks: Callable[[Read, Point, Item | None], bool]
) -> Iterator[tuple[Location, Point, Item | None]]:
    """Units that lack something; a point stands for its items that say nothing of their own."""
    for i, point in enumerate(read.version.points):
        lead = bool(point.text or not point.items) and lacks(read, point, None)
        bad = [(k, item) for k, item in enumerate(point.items) if lacks(read, point, item)]
        if lead or any(_says_nothing(item) for _, item in bad):
            yield ("points", i), point, None
        for k, item in bad:
            if not _says_nothing(item):
                yield ("points", i, "items", k), point, item


def _says_nothing(item: Item) -> bool:
    return item.evidence is None and item.sources is None


def _evidence(read: Read, point: Point, item: Item | None) -> Evidence:
    return (item.evidence if item else None) or point.evidence or read.version.evidence


def _lacks_source(read: Read, point: Point, item: Item | None) -> bool:
    stated = (item.sources if item else None, point.sources, read.version.sources)
    return _evidence(read, point, item) != Evidence.inferred and not next(s for s in stated if s is not None)


def _lacks_note(read: Read, point: Point, item: Item | None) -> bool:
    return _evidence(read, point, item) == Evidence.inferred and not (point.note or (item and item.note))


def reconstructed_is_unpublished(scope: Scope) -> Iterator[Problem]:
    """Words that were put together from reports cannot have been published."""
    cure = "Write reported or inferred, or another wording if the text is public."
    for read in scope.versions:
        if read.version.wording != Wording.reconstructed:
            continue
        if read.version.evidence == Evidence.published:
            message = 'the wording is "reconstructed", but the evidence is "published"'
            yield Problem(read.file.place("evidence"), "PLC014", message, cure)
        for location, point, item in read.units():
            if (item or point).evidence == Evidence.published:
                message = f'{name(point, item)}: a reconstructed wording cannot be "published"'
                yield Problem(read.file.place(*location, "evidence"), "PLC014", message, cure)


def points_have_words(scope: Scope) -> Iterator[Problem]:
    """A point has text or items, an item has text."""
    for read in scope.versions:
        for location, point, item in read.units():
            if not (item or point).text and (item or not point.items):
                message = f"{name(point, item)} has no words"
                cure = "Add text:, or remove it; [ ] stands for words still to come."
                yield Problem(read.file.place(*location), "PLC015", message, cure)


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
