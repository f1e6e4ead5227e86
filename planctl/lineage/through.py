"""Counterparts through a third text: two drafts of one parent, or versions with others between them.

Who states what a unit was made from names the text that it was made from, which need not be the one it is
compared with. Two units that stand for the same unit of a third text are counterparts all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from planctl.alignment import Link, doubtful
from planctl.lineage.order import Lookup, comes_before
from planctl.lineage.pairing import Pairing
from planctl.lineage.statements import read_statements, refs
from planctl.models import Version

_MOST_TEXTS = 8
"""Third texts that are looked through, those that statements name most: each costs two more pairings."""

_MOST_STEPS = 300
"""Units that statements are followed through from one; beyond, none is looked for."""

Pair: TypeAlias = Callable[[Version, Version], Pairing]
"""How the units of two versions are paired."""


def paired_through(pairing: Pairing, old: Version, new: Version, find: Lookup, pair: Pair) -> Pairing:
    """A pairing with links between units that have none, through texts that their files name.

    One of the two steps must be stated, the other stated or sure. If neither version names the other as what
    it was made from, a unit whose file says what it was made from gets these links besides those computed.
    ``Link.via`` names the unit between. ``pair`` pairs two versions, ``find`` looks them up. Raises
    ``BadReference`` for a statement that is no reference.
    """
    pair = _once(pair)
    bare = _bare(old, pairing.by_old), _bare(new, pairing.by_new)
    if old.version == new.version or not any(bare):
        return pairing
    ends = _ends(old, new, bare)
    best: dict[tuple[int, int], Link] = {}
    near = [
        link
        for text in _named(old, new, ends, find)
        for link in _composed(pair(old, text), pair(text, new), text)
    ]
    back = (link._replace(old=link.new, new=link.old) for link in _from_afar(new, old, ends[0], find, pair))
    for link in (*near, *_from_afar(old, new, ends[1], find, pair), *back):
        known = best.get((link.old, link.new))
        if known is None or known.similarity < link.similarity:
            best[link.old, link.new] = link
    barred = _barred(old, new) if best else set()
    links = [
        link
        for ends_of, link in best.items()
        if ends_of not in barred
        and (link.old in bare[0] or link.new in bare[1])
        and (link.old in ends[0] and link.new in ends[1])
    ]
    return pairing.joined(links) if links else pairing


def _once(pair: Pair) -> Pair:
    """The same, but that no two versions are paired twice."""
    known: dict[tuple[str, str], Pairing] = {}

    def paired(old: Version, new: Version) -> Pairing:
        key = old.version, new.version
        if key not in known:
            known[key] = pair(old, new)
        return known[key]

    return paired


def _bare(version: Version, links: Iterable[int]) -> set[int]:
    return set(range(len(version.provisions))).difference(links)


def _ends(old: Version, new: Version, bare: tuple[set[int], set[int]]) -> tuple[set[int], set[int]]:
    """The units that may get a link: those without one, and those that state an origin in a third text."""
    if any(a.version in {p.version for p in b.made_from} for a, b in ((old, new), (new, old))):
        return bare
    stating = ({k for k, each in enumerate(version.provisions) if each.made_from} for version in (old, new))
    first, second = (unlinked | named for unlinked, named in zip(bare, stating, strict=True))
    return first, second


def _named(old: Version, new: Version, ends: tuple[set[int], set[int]], find: Lookup) -> Iterator[Version]:
    """The other versions that these units are said to be made from, those named most first."""
    counts: Counter[str] = Counter()
    for version, places in zip((old, new), ends, strict=True):
        for k in sorted(places):
            counts.update({ref.version for ref in refs(version.provisions[k].made_from) if ref.version})
    del counts[old.version], counts[new.version]
    most = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST_TEXTS]
    yield from filter(None, map(find, most))


def _composed(first: Pairing, second: Pairing, text: Version) -> Iterator[Link]:
    """Links of two pairings that meet in a unit of the text between."""
    sure = [_sure(pairing) for pairing in (first, second)]
    after = _by_old(sure[1])
    for a in sure[0]:
        for b in after.get(a.new, ()):
            if a.stated or b.stated:
                likely, via = _likelihood(a) * _likelihood(b), text.provisions[a.new].ref
                yield Link(a.old, b.new, likely, stated=a.stated and b.stated, why=None, via=via)


def _from_afar(old: Version, new: Version, ends: set[int], find: Lookup, pair: Pair) -> Iterator[Link]:
    """Links of units of ``new`` whose files, one after the other, say what they were made from.

    They lead to ``old`` itself, or to a text that has a stated or sure counterpart there.
    """
    sure: dict[str, dict[int, list[Link]]] = {}
    for place in sorted(ends):
        for text, k, via in _ancestors(new, place, find, pair):
            if text.version == old.version:
                yield Link(k, place, 1.0, stated=True, why=None, via=via)
            elif text.version in sure or len(sure) < _MOST_TEXTS:
                if text.version not in sure:
                    sure[text.version] = _by_new(_sure(pair(old, text)))
                for a in sure[text.version].get(k, ()):
                    via_text = text.provisions[k].ref
                    yield Link(a.old, place, _likelihood(a), stated=a.stated, why=None, via=via_text)


def _ancestors(version: Version, place: int, find: Lookup, pair: Pair) -> Iterator[tuple[Version, int, str]]:
    """The units that a unit was made from by what files state, beyond those that its own file names.

    With each the reference of the unit that was made from it.
    """
    seen = {(version.version, place)}
    waiting = [*_stated(version, place, find, pair)]
    while waiting and len(seen) < _MOST_STEPS:
        text, k = waiting.pop(0)
        if (text.version, k) in seen:
            continue
        seen.add((text.version, k))
        parents = _stated(text, k, find, pair)
        yield from ((parent, unit, text.provisions[k].ref) for parent, unit in parents)
        waiting += parents


def _stated(version: Version, place: int, find: Lookup, pair: Pair) -> list[tuple[Version, int]]:
    """The units that a file says a unit was made from; of several that are named at once the counterparts."""
    units: list[tuple[Version, int]] = []
    for ref in refs(version.provisions[place].made_from):
        text = find(ref.version) if ref.version and ref.unit else None
        if text is None or text.version == version.version:
            continue
        places = text.find(str(ref.unit))
        if len(places) > 1:
            places = tuple(k.old for k in pair(text, version).by_new.get(place, ()) if k.stated)
        units += ((text, k) for k in places)
    return units


def _likelihood(link: Link) -> float:
    """How likely a link is right, 0 to 1; what a person stated is taken for right."""
    return 1.0 if link.stated else link.similarity


def _sure(pairing: Pairing) -> list[Link]:
    linked = {(link.old, link.new) for link in pairing.links}
    return [link for link in pairing.links if not doubtful(link, linked)]


def _by_new(links: Iterable[Link]) -> dict[int, list[Link]]:
    grouped: dict[int, list[Link]] = {}
    for link in links:
        grouped.setdefault(link.new, []).append(link)
    return grouped


def _by_old(links: Iterable[Link]) -> dict[int, list[Link]]:
    by_old: dict[int, list[Link]] = {}
    for link in links:
        by_old.setdefault(link.old, []).append(link)
    return by_old


def _barred(old: Version, new: Version) -> set[tuple[int, int]]:
    """What a file says was not made from what, or is left out."""
    if comes_before(new, old):
        return {(o, n) for n, o in read_statements(new, old).forbidden}
    return read_statements(old, new).forbidden
