"""What people state about descent: ``made_from`` and ``not_from`` of points and items."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.errors import BadReference
from planctl.models import Item, Provision, Ref, Version
from planctl.text import normalise

_LISTED_PATHS = 40
"""Paths that a message lists."""


def refs(statements: tuple[str, ...] | None) -> tuple[Ref, ...]:
    """Take the references of a statement apart; raises ``BadReference`` for one that is none."""
    try:
        return tuple(Ref.parse(text) for text in statements or ())
    except ValueError as error:
        raise BadReference(str(error), "planctl validate shows the file and line.") from None


class Statements:
    """What a later version says about its ancestry in one earlier version.

    ``pairs``: single provisions on both sides. ``searches``: (where to look in old, which of new) for
    statements that name several. ``settled``: new provisions that get no other link.
    """

    def __init__(self) -> None:
        self.pairs: set[tuple[int, int]] = set()
        self.searches: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self.settled: set[int] = set()
        self.forbidden: set[tuple[int, int]] = set()


def read_statements(old: Version, new: Version) -> Statements:
    """What ``new`` says about its ancestry in ``old``; raises ``BadReference`` for what is no reference."""
    statements = Statements()
    shared: dict[tuple[str, str | None, tuple[str, ...]], list[int]] = {}
    stating = _own(new)
    declared = old.version in {p.version for p in new.made_from}
    for index, provision in enumerate(new.provisions):
        if provision.not_from:
            statements.forbidden |= {(o, index) for o in _forbidden(old, provision)}
        if provision.made_from is None:
            continue
        named = refs(provision.made_from)
        refs_to_old = [ref for ref in named if ref.version == old.version]
        if not refs_to_old and (declared or not named):
            statements.settled.add(index)
        elif refs_to_old and all(ref.unit for ref in refs_to_old):
            item = provision.item if (provision.point, provision.item) in stating else None
            shared.setdefault((provision.point, item, provision.made_from), []).append(index)
    for (_, _, statement), indices in shared.items():
        _file(statements, old, statement, tuple(indices))
    gone = _left_out(old, new)
    statements.forbidden |= {(o, n) for o in gone for n in range(len(new.provisions))}
    for pair in _same_terms(old, new):
        if pair not in statements.forbidden and new.provisions[pair[1]].made_from is None:
            statements.pairs.add(pair)
            statements.settled.add(pair[1])
    return statements


def _own(version: Version) -> set[tuple[str, str | None]]:
    """Items that say themselves what they were made from, by point and path: each for itself."""
    return {
        (unit.point, unit.item)
        for unit in version.units
        if isinstance(unit.written, Item) and unit.written.made_from is not None
    }


def _left_out(old: Version, new: Version) -> set[int]:
    """The old provisions that the new version is said to leave out: they have no counterpart there."""
    named = (ref for each in new.left_out for ref in Ref.among(each.refs))
    return {k for ref in named for k in _places(old, ref)}


def _same_terms(old: Version, new: Version) -> Iterator[tuple[int, int]]:
    """Definitions of one term, which are the same wherever they stand; none of a term defined twice."""
    there, here = (_by_term(version) for version in (old, new))
    return ((there[term], here[term]) for term in there if term in here)


def _by_term(version: Version) -> dict[str, int]:
    by_term: dict[str, list[int]] = {}
    for index, provision in enumerate(version.provisions):
        if provision.term:
            by_term.setdefault(normalise(provision.term).casefold(), []).append(index)
    return {term: places[0] for term, places in by_term.items() if len(places) == 1}


def _file(statements: Statements, old: Version, statement: tuple[str, ...], indices: tuple[int, ...]) -> None:
    """File a statement that ``indices`` share under pairs or searches."""
    statements.settled.update(indices)
    for ref in refs(statement):
        places = _places(old, ref)
        if len(places) == len(indices) == 1:
            statements.pairs.add((places[0], indices[0]))
        elif places:
            statements.searches.append((places, indices))


def _forbidden(old: Version, provision: Provision) -> set[int]:
    forbidden: set[int] = set()
    for ref in refs(provision.not_from):
        if ref.version == old.version:
            forbidden.update(_places(old, ref) if ref.unit else range(len(old.provisions)))
    return forbidden


def _places(old: Version, ref: Ref) -> tuple[int, ...]:
    """The provisions that a reference names; raises ``BadReference`` where it can mean several places."""
    if ref.version != old.version or not ref.unit:
        return ()
    places = old.find(ref.unit)
    if not places and len(named := old.candidates(ref.unit)) > 1:
        what = f'"{ref}" can be several points: {", ".join(named[:_LISTED_PATHS])}'
        raise BadReference(what, f"Write the whole path: {old.version}:{named[0]}")
    return places
