"""Counterparts between two versions: what people stated first, the machine for the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from planctl.alignment import Link, align
from planctl.errors import BadReference
from planctl.models import Provision, Ref, Version


@dataclass(frozen=True)
class Pairing:
    """Links between the provisions of two versions.

    ``links`` hold 0-based indices into ``Version.provisions`` of ``old`` and ``new``, which are version
    ids; they are sorted by (old, new) and many-to-many. ``Link.stated`` tells a person's statement from
    a computed counterpart.
    """

    old: str
    new: str
    links: tuple[Link, ...]

    @cached_property
    def by_new(self) -> dict[int, tuple[Link, ...]]:
        """Links of each new provision that has one."""
        return _grouped((link.new, link) for link in self.links)

    @cached_property
    def by_old(self) -> dict[int, tuple[Link, ...]]:
        """Links of each old provision that has one."""
        return _grouped((link.old, link) for link in self.links)


def _grouped(keyed: Iterable[tuple[int, Link]]) -> dict[int, tuple[Link, ...]]:
    found: dict[int, list[Link]] = {}
    for key, link in keyed:
        found.setdefault(key, []).append(link)
    return {key: tuple(links) for key, links in found.items()}


def pair(old: Version, new: Version, *, threshold: float | None = None) -> Pairing:
    """Link the provisions of two versions.

    A statement overrules the machine. With ``made_from`` in force on a provision: references into the
    other version are exactly its ancestors there; an empty list leaves it without any; references that
    name only other versions leave it without one in a declared parent, and say nothing about a version
    that is not one. ``not_from`` forbids single links. A reference to a whole point, or a statement that
    several provisions of a point share, names where to look: the best counterparts in those places are
    taken, and the first provisions are linked where nothing is alike.

    Statements are read from the later version (the one that names the other, else by date), whichever
    side it stands on, so that swapping the sides mirrors the links. Two states of one version are compared
    without them. ``threshold`` is the least similarity, 0 to 1, of a computed link.

    Raises ``BadReference`` for a statement that is not a reference.
    """
    if old.version == new.version:
        said = _Statements()
    elif _earlier(new, old):
        links = map(_mirrored, pair(new, old, threshold=threshold).links)
        return Pairing(old.version, new.version, tuple(sorted(links, key=lambda k: (k.old, k.new))))
    else:
        said = _read(old, new)
    return Pairing(old.version, new.version, _links(old, new, said, threshold))


def _mirrored(link: Link) -> Link:
    why = link.why and replace(
        link.why,
        kept_old=link.why.kept_new,
        kept_new=link.why.kept_old,
        runner_up_old=link.why.runner_up_new,
        runner_up_new=link.why.runner_up_old,
    )
    return replace(link, old=link.new, new=link.old, why=why)


def refs(statements: tuple[str, ...] | None) -> tuple[Ref, ...]:
    """Take the references of a statement apart; raises ``BadReference`` for one that is none."""
    try:
        return tuple(Ref.parse(text) for text in statements or ())
    except ValueError as error:
        raise BadReference(str(error), "planctl validate shows the file and line.") from None


def _earlier(version: Version, than: Version) -> bool:
    """Whether ``version`` comes before: as one the other says it came from, else by date, else by name."""
    first, second = version.version in _named(than), than.version in _named(version)
    return first if first != second else _age(version) < _age(than)


def _named(version: Version) -> set[str | None]:
    stated = {ref.version for p in version.provisions for ref in refs(p.made_from)}
    return {parent.version for parent in version.made_from} | stated


def _age(version: Version) -> tuple[dt.date, dt.date, str]:
    return version.date.earliest, version.date.latest, version.version


@dataclass
class _Statements:
    """What a later version says about its ancestry in one earlier version.

    ``pairs``: single provisions on both sides. ``searches``: (where to look in old, which of new) for
    statements that name several. ``settled``: new provisions that get no other link.
    """

    pairs: set[tuple[int, int]] = field(default_factory=set)
    searches: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)
    forbidden: set[tuple[int, int]] = field(default_factory=set)


def _read(old: Version, new: Version) -> _Statements:
    said = _Statements()
    shared: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    declared = old.version in {p.version for p in new.made_from}
    for index, provision in enumerate(new.provisions):
        said.forbidden |= {(o, index) for o in _forbidden(old, provision)}
        if provision.made_from is None:
            continue
        named = refs(provision.made_from)
        here = [ref for ref in named if ref.version == old.version]
        if not here and (declared or not named):
            said.settled.add(index)
        elif here and all(ref.unit for ref in here):
            shared.setdefault((provision.point, provision.made_from), []).append(index)
    for (_, statement), indices in shared.items():
        _place(said, old, statement, tuple(indices))
    return said


def _place(said: _Statements, old: Version, statement: tuple[str, ...], indices: tuple[int, ...]) -> None:
    """File a statement that ``indices`` share under pairs or searches."""
    said.settled.update(indices)
    for ref in refs(statement):
        places = old.find(ref.unit) if ref.version == old.version and ref.unit else ()
        if len(places) == len(indices) == 1:
            said.pairs.add((places[0], indices[0]))
        elif places:
            said.searches.append((places, indices))


def _forbidden(old: Version, provision: Provision) -> set[int]:
    found: set[int] = set()
    for ref in refs(provision.not_from):
        if ref.version == old.version:
            found.update(old.find(ref.unit) if ref.unit else range(len(old.provisions)))
    return found


def _links(old: Version, new: Version, said: _Statements, threshold: float | None) -> tuple[Link, ...]:
    """Align; then link by their first provisions the searched places in which nothing was alike."""
    searches = [[(o, n) for o in places for n in indices] for places, indices in said.searches]
    allowed = {pair for search in searches for pair in search}
    searched = {n for _, n in allowed}
    outside = {(o, n) for n in searched for o in range(len(old.provisions))} - allowed
    pairs = set(said.pairs)
    while True:
        found = align(
            [p.text for p in old.provisions],
            [p.text for p in new.provisions],
            stated=sorted(pairs),
            forbidden=sorted((said.forbidden | outside) - pairs),
            closed_new=sorted(said.settled - searched),
            threshold=threshold,
        ).links
        linked = {(k.old, k.new) for k in found}
        lacking = [_first(search, said.forbidden) for search in searches if linked.isdisjoint(search)]
        if not any(lacking):
            return tuple(replace(k, stated=k.stated or k.new in searched) for k in found)
        pairs.update(*lacking)


def _first(search: list[tuple[int, int]], forbidden: set[tuple[int, int]]) -> list[tuple[int, int]]:
    return [pair for pair in search if pair not in forbidden][:1]
