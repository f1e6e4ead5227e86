"""Names that point elsewhere: parties, sources, versions, points, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from planctl.checks.scope import Scope, VersionFile, Where
from planctl.errors import FilePlace, Problem
from planctl.models import Claim, Header, Location, Point, Ref
from planctl.planfile import HEADER_NAME, PlanFile, guess, quote

_WHOLE = "Write the version and the point, such as v28:6 or v28:10.b."


def parties_and_sources_known(scope: Scope) -> Iterator[Problem]:
    """Every party and source that is named stands in ``plan.yaml``."""
    for file, location, kind, names in _named(scope):
        known = scope.listed.get(kind)
        for k, name in enumerate(names):
            if known is not None and name not in known:
                yield _unknown(kind, name, known, file.place(*location, k))


_CODES = {"parties": ("PLC016", "party"), "sources": ("PLC017", "source")}


def _unknown(kind: str, name: str, known: Collection[str], place: FilePlace) -> Problem:
    code, noun = _CODES[kind]
    message = f"no {noun} {quote(name)} in {HEADER_NAME}{guess(name, sorted(known))}"
    return Problem(place, code, message, f"Add it to {kind} in {HEADER_NAME}, or correct the name.")


def lists_name_once(scope: Scope) -> Iterator[Problem]:
    """No party or source stands twice in one list."""
    for file, location, _, names in _named(scope):
        if len(set(names)) < len(names):
            for name in (name for name, times in Counter(names).items() if times > 1):
                k = len(names) - 1 - list(reversed(names)).index(name)
                message = f"{quote(name)} is named twice here"
                yield Problem(file.place(*location, k), "PLC044", message, "Name it once.")


def sources_used(scope: Scope) -> Iterator[Problem]:
    """Every source is used by a version, a point or a claim."""
    file, header = scope.header_file, scope.header
    if file is None or header is None or any(each.draft is None or each.kept for each in scope.files):
        return
    used = {name for _, _, kind, names in _named(scope) if kind == "sources" for name in names}
    for i, source in enumerate(header.sources):
        if source.id not in used:
            message = f"no version, point, event or claim uses the source {quote(source.id)}"
            cure = "Name it where it belongs, or remove it."
            yield Problem(file.place("sources", i), "PLC028", message, cure)


_Named = tuple[PlanFile, Location, str, Sequence[str]]


def _named(scope: Scope) -> Iterator[_Named]:
    """Every list of parties or sources: its file, its location, ``parties`` or ``sources``, its names."""
    for read in scope.versions:
        yield from _named_in_version(read)
    if scope.header and scope.header_file:
        yield from _named_in_header(scope.header, scope.header_file)


def _named_in_version(read: VersionFile) -> Iterator[_Named]:
    file, version = read.file, read.version
    yield file, ("tabled_by",), "parties", version.tabled_by
    yield file, ("sources",), "sources", version.sources
    for i, parent in enumerate(version.made_from):
        yield file, ("made_from", i, "sources"), "sources", parent.sources
    for i, left_out in enumerate(version.left_out):
        yield file, ("left_out", i, "sources"), "sources", left_out.sources
    for piece in read.pieces:
        yield file, (*piece.location, "sources"), "sources", piece.written.sources or ()
        if isinstance(piece.written, Point) and piece.written.tabled_by:
            yield file, (*piece.location, "tabled_by"), "parties", piece.written.tabled_by


def _named_in_header(header: Header, file: PlanFile) -> Iterator[_Named]:
    for i, party in enumerate(header.parties):
        yield file, ("parties", i, "part_of"), "parties", (party.part_of,) if party.part_of else ()
    for i, source in enumerate(header.sources):
        yield file, ("sources", i, "tied_to"), "parties", (source.tied_to,) if source.tied_to else ()
    for i, event in enumerate(header.events):
        yield file, ("events", i, "who"), "parties", event.who
        yield file, ("events", i, "sources"), "sources", event.sources
    for i, claim in enumerate(header.claims):
        yield file, ("claims", i, "party"), "parties", (claim.party,) if claim.party else ()
        yield file, ("claims", i, "credits"), "parties", claim.credits
        yield file, ("claims", i, "sources"), "sources", claim.sources


def parents_known(scope: Scope) -> Iterator[Problem]:
    """The versions that a version was made from are there, and were tabled no later."""
    for read in scope.versions:
        for i, parent in enumerate(read.version.made_from):
            where = partial(read.file.place, "made_from", i)
            if parent.version not in scope.by_id:
                yield _no_version(scope, parent.version, where)
            elif _tabled_before(scope, read, parent.version):
                message = f"{read.version.version} was tabled before {parent.version}, which it is made from"
                yield Problem(where(), "PLC042", message, "Correct the date or made_from.")


def _tabled_before(scope: Scope, child: VersionFile, parent: str) -> bool:
    read = scope.by_id[parent]
    if read is None or scope.ancestry.descends(parent, child.version.version):
        return False
    return child.version.date.latest < read.version.date.earliest


def no_circles(scope: Scope) -> Iterator[Problem]:
    """No version is made from itself by way of others; a circle is reported once."""
    reported: set[str] = set()
    for read in scope.versions:
        name = read.version.version
        circle = scope.ancestry.circle(name)
        if name in reported or not circle:
            continue
        reported |= circle
        i = next(i for i, parent in enumerate(read.version.made_from) if parent.version in circle)
        between = ", ".join(sorted(circle - {name}))
        message = f"{name} is made from itself{f', by way of {between}' if between else ''}"
        yield Problem(
            read.file.place("made_from", i), "PLC021", message, "Remove one of these made_from entries."
        )


def ancestry_stands(scope: Scope) -> Iterator[Problem]:
    """``made_from`` and ``not_from`` of points name points of versions that this one descends from."""
    for read in scope.versions:
        for piece in read.pieces:
            unit = piece.written
            for key in ("made_from", "not_from"):
                for k, text in enumerate(getattr(unit, key) or ()):
                    where = partial(read.file.place, *piece.location, key, k)
                    yield from _one_ancestor(scope, read, text, where, stated=key == "made_from")
            for k in (k for k, text in enumerate(unit.not_from) if text in (unit.made_from or ())):
                message = f"{quote(unit.not_from[k])} is named under made_from and under not_from"
                place = read.file.place(*piece.location, "not_from", k)
                yield Problem(place, "PLC025", message, "Keep it under one of the two.")


def absences_stand(scope: Scope) -> Iterator[Problem]:
    """What a version leaves out, or may still have, is a point of one that it descends from."""
    for read in scope.versions:
        for i, left_out in enumerate(read.version.left_out):
            for k, text in enumerate(left_out.refs):
                where = partial(read.file.place, "left_out", i, "refs", k)
                yield from _one_ancestor(scope, read, text, where, stated=True)
            if not left_out.refs:
                place = read.file.place("left_out", i)
                yield Problem(place, "PLC006", "refs is empty", "Say what is left out: refs: [v28:13].")
        for k, text in enumerate(read.version.unseen):
            where = partial(read.file.place, "unseen", k)
            yield from _one_ancestor(scope, read, text, where, stated=True)


def ancestry_said(scope: Scope) -> Iterator[Problem]:
    """A version that comes after others says what it was made from, if only that it was made from none."""
    for read in scope.versions:
        version, tree = read.version, read.file.tree
        earlier = [
            each.version
            for each in scope.versions
            if each.version.date.latest < version.date.earliest
            and not scope.ancestry.descends(each.version.version, version.version)
        ]
        is_silent = isinstance(tree, dict) and "made_from" not in tree
        if earlier and is_silent and not any(piece.written.made_from for piece in read.pieces):
            whose = ", ".join(version.tabled_by) or "nobody"
            message = (
                f"{version.version} does not say what it was made from: "
                f"blame and share credit all its words to {whose}"
            )
            newest = max(earlier, key=lambda v: v.age).version
            cure = f"Add made_from: [{newest}], or made_from: [] if it was made from none of them."
            yield Problem(read.file.place("version"), "PLC051", message, cure)


def _one_ancestor(
    scope: Scope, read: VersionFile, text: str, where: Where, *, stated: bool
) -> Iterator[Problem]:
    try:
        ref = Ref.parse(text)
    except ValueError:
        yield Problem(where(), "PLC045", f"{quote(text)} is not a reference", _WHOLE)
        return
    if ref.unit is None:
        yield Problem(where(), "PLC045", f"{quote(text)} names a whole version, not a point", _WHOLE)
    yield from _exists(scope, ref, where)
    name = read.version.version
    if stated and ref.version in scope.by_id and not scope.ancestry.descends(name, str(ref.version)):
        message = f"{name} does not descend from {ref.version}"
        cure = f"Add {ref.version} to made_from (contested: true if disputed), or correct the name."
        yield Problem(where(), "PLC024", message, cure)


def _exists(scope: Scope, ref: Ref, where: Where) -> Iterator[Problem]:
    name = str(ref.version)
    if name not in scope.by_id:
        yield _no_version(scope, name, where)
        return
    version = scope.whole.get(name)
    if ref.unit is None or version is None or version.find(ref.unit):
        return
    labels, several = scope.labels[name], version.candidates(ref.unit)
    if len(several) > 1:
        message = f"{quote(ref.unit)} can be several points of {name}: {_first_few(several)}"
        yield Problem(where(), "PLC050", message, "Name its section too, or write the whole path.")
    elif not several:
        message = f"{name} has no point {quote(ref.unit)}{guess(ref.unit, labels)}"
        yield Problem(where(), "PLC019", message, f"It has: {_first_few(list(labels))}.")


def _no_version(scope: Scope, name: str, where: Where) -> Problem:
    message = f"no version {quote(name)} in this plan{guess(name, scope.by_id)}"
    return Problem(where(), "PLC018", message, f"Versions: {_first_few(sorted(scope.by_id))}.")


def _first_few(names: Sequence[str], few: int = 40) -> str:
    return ", ".join(names[:few]) + (" ..." if len(names) > few else "")


def claims_hold_together(scope: Scope) -> Iterator[Problem]:
    """A claim is about something that is there, and contradicts something else that is there."""
    if scope.header is None or scope.header_file is None:
        return
    file = scope.header_file
    for i, claim in enumerate(scope.header.claims):
        if not claim.about:
            cure = "Say about: [v28] or [v28:6]."
            place = file.place("claims", i, "about")
            yield Problem(place, "PLC026", f"claim {claim.id} is about nothing", cure)
        for k, text in enumerate(claim.about):
            yield from _about(scope, text, partial(file.place, "claims", i, "about", k))
        for k, text in enumerate(claim.contradicts):
            where = partial(file.place, "claims", i, "contradicts", k)
            if text == claim.id:
                yield Problem(
                    where(), "PLC027", f"claim {claim.id} contradicts itself", "Name another claim."
                )
            elif text not in scope.listed["claims"]:
                yield from _contradicted(scope, text, where)
        for k, text in enumerate(claim.in_tension_with):
            yield from _tension(scope, claim, text, partial(file.place, "claims", i, "in_tension_with", k))


def _tension(scope: Scope, claim: Claim, text: str, where: Where) -> Iterator[Problem]:
    if text == claim.id:
        message = f"claim {claim.id} is in tension with itself"
        yield Problem(where(), "PLC027", message, "Name another claim.")
    elif text not in scope.listed["claims"]:
        message = f"no claim {quote(text)} in {HEADER_NAME}{guess(text, sorted(scope.listed['claims']))}"
        yield Problem(where(), "PLC020", message, "Name a claim, such as C12.")
    elif text in claim.contradicts:
        message = f"claim {claim.id} both contradicts {text} and is in tension with it"
        cure = "Keep contradicts if both cannot be true, else in_tension_with."
        yield Problem(where(), "PLC053", message, cure)


def events_stand(scope: Scope) -> Iterator[Problem]:
    """An event has to do with versions and points that are there."""
    if scope.header and scope.header_file:
        for i, event in enumerate(scope.header.events):
            for k, text in enumerate(event.about):
                yield from _about(scope, text, partial(scope.header_file.place, "events", i, "about", k))


def parties_in_parties(scope: Scope) -> Iterator[Problem]:
    """No party is part of itself, directly or by way of others."""
    if scope.header is None or scope.header_file is None:
        return
    above = {party.id: party.part_of for party in scope.header.parties}
    for i, party in enumerate(scope.header.parties):
        line, here = [party.id], party.part_of
        while here is not None and here not in line:
            line.append(here)
            here = above.get(here)
        if here == party.id:
            by_way = f", by way of {', '.join(line[1:])}" if len(line) > 1 else ""
            place = scope.header_file.place("parties", i, "part_of")
            yield Problem(place, "PLC052", f"{party.id} is part of itself{by_way}", "Take one part_of out.")


def _about(scope: Scope, text: str, where: Where) -> Iterator[Problem]:
    try:
        yield from _exists(scope, Ref.parse(text), where)
    except ValueError:
        cure = "Write a version or a point: v28, v28:6 or v28:10.b."
        yield Problem(where(), "PLC045", f"{quote(text)} is not a reference", cure)


def _contradicted(scope: Scope, text: str, where: Where) -> Iterator[Problem]:
    if ":" in text or text in scope.by_id:
        yield from _about(scope, text, where)
        return
    message = f"no claim {quote(text)} in {HEADER_NAME}{guess(text, sorted(scope.listed['claims']))}"
    yield Problem(where(), "PLC020", message, "Name a claim, a version or a point: C12, v28, v28:6.")
