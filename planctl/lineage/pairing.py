"""Counterparts between two versions: what people stated first, the machine for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from planctl.alignment import Alignment, Link, Reasons, align
from planctl.lineage.headings import strayed
from planctl.lineage.order import comes_before
from planctl.lineage.statements import Statements, read_statements
from planctl.lineage.stock import own_links
from planctl.models import Version
from planctl.text import normalise

if TYPE_CHECKING:
    from planctl.alignment.meaning import Meaning


class Pairing:
    """Links between the provisions of two versions.

    ``links`` hold 0-based indices into ``Version.provisions`` of ``old`` and ``new``, which are version
    ids; they are sorted by (old, new) and many-to-many. ``Link.stated`` is a person's statement, not
    a computed counterpart. ``near`` are no links: what is closest to provisions that have none.
    """

    def __init__(self, old: str, new: str, links: tuple[Link, ...], near: tuple[Link, ...] = ()) -> None:
        self.old, self.new, self.links, self.near = old, new, links, near

    @cached_property
    def by_new(self) -> dict[int, tuple[Link, ...]]:
        """Links of each new provision that has one."""
        return _grouped((link.new, link) for link in self.links)

    def joined(self, links: Iterable[Link]) -> Pairing:
        """The same with more links."""
        return Pairing(self.old, self.new, *Alignment(self.links, self.near).joined(links))

    @cached_property
    def by_old(self) -> dict[int, tuple[Link, ...]]:
        """Links of each old provision that has one."""
        return _grouped((link.old, link) for link in self.links)


def _grouped(keyed: Iterable[tuple[int, Link]]) -> dict[int, tuple[Link, ...]]:
    grouped: dict[int, list[Link]] = {}
    for key, link in keyed:
        grouped.setdefault(key, []).append(link)
    return {key: tuple(links) for key, links in grouped.items()}


def pair(
    old: Version,
    new: Version,
    *,
    threshold: float | None = None,
    unchanged_first: bool = False,
    meaning: Meaning | None = None,
) -> Pairing:
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

    ``unchanged_first`` pairs provisions that stand word for word, once, on both sides, and looks for
    counterparts among the rest only: much faster along a history of small steps, but blind to a copy that
    went into another provision as well.

    ``meaning`` finds counterparts of freely reworded provisions too. Raises ``BadReference`` for a statement
    that is not a reference, ``UnknownLanguage`` for a version in a language that ``meaning`` does not know.
    """
    if meaning:
        for version in (old, new):
            meaning.check((p.text for p in version.provisions), version.version)
    if old.version == new.version:
        statements = Statements()
    elif comes_before(new, old):
        other_way = pair(new, old, threshold=threshold, unchanged_first=unchanged_first, meaning=meaning)
        return Pairing(old.version, new.version, _mirrored(other_way.links), _mirrored(other_way.near))
    else:
        statements = read_statements(old, new)
    same = _unchanged(old, new, statements) if unchanged_first else {}
    rest = _Rest(old, new, same, threshold, meaning)
    alignment = _align_as_stated(old, statements, same, rest)
    astray = set(strayed(alignment.links, old, new))
    links = own_links([link for link in alignment.links if link not in astray], old, new)
    return Pairing(old.version, new.version, *Alignment((), alignment.near).joined(links))


def unit_texts(version: Version) -> tuple[str, ...]:
    """What each provision is known by: its text; without one the heading of its point, else its label."""
    if all(provision.text for provision in version.provisions):
        return tuple(provision.text for provision in version.provisions)
    headings = {point.number: point.heading for point in version.points}
    return tuple(
        p.text or (headings[p.point] if p.item is None else "") or p.label for p in version.provisions
    )


def _mirrored(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(map(_mirror, links), key=lambda k: (k.old, k.new)))


def _mirror(link: Link) -> Link:
    why = link.why and link.why._replace(
        kept_old=link.why.kept_new,
        kept_new=link.why.kept_old,
        runner_up_old=link.why.runner_up_new,
        runner_up_new=link.why.runner_up_old,
    )
    return link._replace(old=link.new, new=link.old, why=why)


def _unchanged(old: Version, new: Version, statements: Statements) -> dict[int, int]:
    """Provisions of which nobody says anything, and whose text stands once on each side: old -> new."""
    named = (
        {n for pair in statements.pairs for n in pair[1:]}
        | statements.settled
        | {n for _, n in statements.forbidden}
    )
    places = {o for o, _ in statements.pairs} | {o for olds, _ in statements.searches for o in olds}
    once_old, once_new = (_unique_texts(unit_texts(version)) for version in (old, new))
    pairs = ((once_old[text], once_new[text]) for text in once_old if text in once_new)
    return {o: n for o, n in pairs if n not in named and o not in places}


@lru_cache(maxsize=4)  # along a chain each version is the new one, then the old one
def _unique_texts(texts: tuple[str, ...]) -> Mapping[str, int]:
    """Texts in normal form that stand only once, with their index."""
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        places.setdefault(normalise(text), []).append(index)
    return {text: indices[0] for text, indices in places.items() if text and len(indices) == 1}


def _align_as_stated(old: Version, statements: Statements, same: dict[int, int], rest: _Rest) -> Alignment:
    """Align what is not the ``same``; then link by their first provisions searched places without a link."""
    searches = [[(o, n) for o in places for n in indices] for places, indices in statements.searches]
    allowed = {pair for search in searches for pair in search}
    searched = {n for _, n in allowed}
    outside = {(o, n) for n in searched for o in range(len(old.provisions))} - allowed
    pairs, barred = set(statements.pairs), statements.forbidden | outside
    while True:
        alignment = rest.align(pairs, barred - pairs, statements.settled - searched)
        linked = {(k.old, k.new) for k in alignment.links}
        lacking = [_first(search, statements.forbidden) for search in searches if linked.isdisjoint(search)]
        if not any(lacking):
            kept = [Link(o, n, 1.0, stated=False, why=None) for o, n in same.items()]
            kept += [k._replace(stated=k.stated or k.new in searched) for k in alignment.links]
            return Alignment((), alignment.near).joined(kept)
        pairs.update(*lacking)


class _Rest:
    """The provisions of two versions without those that are the same, under their own numbers."""

    def __init__(
        self,
        old: Version,
        new: Version,
        same: dict[int, int],
        threshold: float | None,
        meaning: Meaning | None,
    ) -> None:
        taken = set(same.values())
        self._old = [k for k in range(len(old.provisions)) if k not in same]
        self._new = [k for k in range(len(new.provisions)) if k not in taken]
        old_texts, new_texts = unit_texts(old), unit_texts(new)
        self._texts = (
            [old_texts[k] for k in self._old],
            [new_texts[k] for k in self._new],
        )
        self._threshold, self._meaning = threshold, meaning

    def align(
        self,
        stated: set[tuple[int, int]],
        forbidden: set[tuple[int, int]],
        closed: set[int],
    ) -> Alignment:
        old_places = {k: place for place, k in enumerate(self._old)}
        new_places = {k: place for place, k in enumerate(self._new)}
        alignment = align(
            *self._texts,
            stated=sorted((old_places[o], new_places[n]) for o, n in stated),
            forbidden=sorted(
                (old_places[o], new_places[n]) for o, n in forbidden if o in old_places and n in new_places
            ),
            closed_new=sorted(new_places[n] for n in closed if n in new_places),
            threshold=self._threshold,
            meaning=self._meaning,
        )
        return Alignment(
            tuple(map(self._as_named, alignment.links)), tuple(map(self._as_named, alignment.near))
        )

    def _as_named(self, link: Link) -> Link:
        """The link under the numbers that its provisions have in their versions."""
        return link._replace(old=self._old[link.old], new=self._new[link.new], why=self._why(link.why))

    def _why(self, why: Reasons | None) -> Reasons | None:
        if why is None:
            return None
        old, new = why.runner_up_old, why.runner_up_new
        return why._replace(
            runner_up_old=None if old is None else self._old[old],
            runner_up_new=None if new is None else self._new[new],
        )


def _first(search: list[tuple[int, int]], forbidden: set[tuple[int, int]]) -> list[tuple[int, int]]:
    return [pair for pair in search if pair not in forbidden][:1]
