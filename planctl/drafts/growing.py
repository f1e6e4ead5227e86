"""The units of a draft -> points, items and sections, each with a path of its own.

A file may count again from 1 where it says nothing of a new part. What follows is kept apart: items in a
paragraph without words, points and sections in a section whose label stands in brackets, as the keeper's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from planctl.drafts.words import clean, fits, joined, key, on_one_line
from planctl.models import Item, Point, Section, Tree
from planctl.planfile import NESTING_LIMIT
from planctl.readers import Draft, DraftSection, DraftUnit

_DEEPEST = NESTING_LIMIT // 2 - 4
"""Levels of sections, points and items together; a level takes two of a file, lists kept apart one more."""
_ROUNDS = 4

_Draft = TypeVar("_Draft", DraftUnit, DraftSection)


class GrownTree(NamedTuple):
    """A tree, the labels that had to stay in the text, and where the numbers began again."""

    tree: Tree
    as_text: tuple[str, ...]
    again: tuple[str, ...]


def grow(draft: Draft, *, notes: Mapping[int, str], parties: Mapping[str, str]) -> GrownTree:
    """The tree of a draft. ``notes`` are by the ``id`` of their unit, ``parties`` ids by an author's name."""
    apart: frozenset[int] = frozenset()
    for _ in range(_ROUNDS):
        grower = _Grower(apart, notes, parties)
        tree = grower.tree(draft)
        clashing = grower.clashing(tree)
        if clashing <= apart:
            break
        apart |= clashing
    return GrownTree(tree, tuple(grower.as_text), tuple(grower.again))


class _Grower:
    """Grows a tree. ``apart`` are units whose path another has: each begins a list of its own."""

    def __init__(self, apart: frozenset[int], notes: Mapping[int, str], parties: Mapping[str, str]) -> None:
        self.apart, self.notes, self.parties = apart, notes, parties
        self.made: dict[int, tuple[int, object]] = {}
        """For each unit of the tree, by its ``id``, that of the draft's; and itself, so that it stays."""
        self.as_text: list[str] = []
        self.again: list[str] = []

    def tree(self, draft: Draft) -> Tree:
        before, first, further = self._points(draft.points, _DEEPEST)
        more = self._sections(draft.sections, _DEEPEST, len(further))
        preamble = self._items(draft.preamble, (), _DEEPEST)
        closing = self._items(draft.closing, (), _DEEPEST)
        return Tree((*preamble, *before), first, (*further, *more), closing)

    def clashing(self, tree: Tree) -> frozenset[int]:
        """Units of the draft whose path an earlier one has."""
        seen: set[str] = set()
        places: set[int] = set()
        for unit in tree.walk():
            typed = key(unit.path)
            if {typed, unit.path} & seen and id(unit.written) in self.made:
                places.add(self.made[id(unit.written)][0])
            seen |= {typed, unit.path}
        return frozenset(places)

    def _runs(self, units: Iterable[_Draft], above: Sequence[str]) -> Iterator[list[_Draft]]:
        """Units cut where a label begins again that one before it has."""
        run: list[_Draft] = []
        seen: set[str] = set()
        for unit in units:
            if not (_speaks(unit) if isinstance(unit, DraftUnit) else _section_speaks(unit)):
                continue
            name = _name(unit)
            typed = key(name, *above) if name else ""
            if typed and run and (typed in seen or id(unit) in self.apart):
                self.again.append(f"{name} after {next((_name(u) for u in reversed(run) if _name(u)), '')}")
                yield run
                run, seen = [], set()
            run.append(unit)
            seen |= {typed} if typed else set()
        if run:
            yield run

    def _points(
        self, units: Iterable[DraftUnit], room: int
    ) -> tuple[tuple[Item, ...], tuple[Point, ...], tuple[Section, ...]]:
        """Paragraphs before the first point, points, and a section for each further count of numbers."""
        first, *rest = list(self._runs(units, ())) or [[]]
        before, points = self._run(first, room)
        further = []
        for place, run in enumerate(rest, 2):
            paragraphs, inside = self._run(run, room - 1)
            further.append(Section(label=_list(place), preamble=paragraphs, points=inside))
        return before, points, tuple(further)

    def _run(self, units: Sequence[DraftUnit], room: int) -> tuple[tuple[Item, ...], tuple[Point, ...]]:
        """A unit that cannot be a point belongs to the point before it."""
        before: list[DraftUnit] = []
        pairs: list[tuple[DraftUnit, list[DraftUnit]]] = []
        for unit in units:
            if fits(_label(unit)) and _has_words(unit):
                pairs.append((unit, []))
            elif pairs:
                pairs[-1][1].append(unit)
            else:
                before.append(unit)
        points = tuple(self._point(unit, (*unit.items, *after), room) for unit, after in pairs)
        return self._items(before, (), room), points

    def _point(self, unit: DraftUnit, below: Sequence[DraftUnit], room: int) -> Point:
        label = _label(unit)
        who = dict.fromkeys(author for each in unit.walk() for author in each.authors)
        alone = tuple(self.parties[author] for author in who if author in self.parties)
        several = self._changed_by(tuple(who)) if len(who) > 1 else ""
        note = " ".join(filter(None, [several, self._note(unit)]))
        heading, text = on_one_line(unit.heading), clean(unit.text)
        point = Point(
            number=label,
            heading=heading,
            text=text,
            tabled_by=alone if len(who) == len(alone) == 1 else None,
            note=note,
            items=self._items(below, (label,), room - 1),
        )
        return self._kept(point, unit)

    def _items(self, units: Iterable[DraftUnit], above: tuple[str, ...], room: int) -> tuple[Item, ...]:
        """Items; a list that begins again stands in the paragraph before it, or in one without words."""
        flat = list(units) if room > 0 else [each for unit in units for each in _flat(unit)]
        items: list[Item] = []
        for place, run in enumerate(self._runs(flat, above)):
            if place == 0:
                items += [self._item(unit, above, room) for unit in run]
            elif room > 1:
                inside = tuple(self._item(unit, (), room - 1) for unit in run)
                leads = items and not items[-1].label and items[-1].text.endswith(":")
                lead = items.pop() if leads and not items[-1].items else Item()
                items.append(lead.model_copy(update={"items": inside}))
                self._renamed(lead, items[-1])
            else:
                items += [self._item(unit, above, room, as_text=True) for unit in run]
        return tuple(items)

    def _item(self, unit: DraftUnit, above: tuple[str, ...], room: int, *, as_text: bool = False) -> Item:
        label = _label(unit)
        is_text = bool(label) and (as_text or not fits(label) or not _has_words(unit))
        printed = on_one_line(unit.label)
        if is_text:
            self.as_text.append(printed)
        shown = "" if is_text else label
        changed = "" if above else self._changed_by(unit.authors)
        note = " ".join(filter(None, [changed, self._note(unit)]))
        item = Item(
            label=shown or None,
            text=joined(printed if is_text else "", on_one_line(unit.heading), clean(unit.text)),
            note=note,
            items=self._items(unit.items if room > 0 else (), (label, *above) if label else above, room - 1),
        )
        return self._kept(item, unit)

    def _sections(self, sections: Iterable[DraftSection], room: int, lists: int) -> tuple[Section, ...]:
        first, *rest = list(self._runs(sections, ())) or [[]]
        made = [self._section(section, room - 1) for section in first]
        for place, run in enumerate(rest, lists + 2):
            inside = tuple(self._section(section, room - 2) for section in run)
            made.append(Section(label=_list(place), sections=inside))
        return tuple(made)

    def _section(self, section: DraftSection, room: int) -> Section:
        label, heading = _label(section), on_one_line(section.heading)
        if not fits(label):
            label, heading = "", " ".join(filter(None, [on_one_line(section.label), heading]))
        before, points, further = self._points(section.points, room)
        inner = section.sections if room > 1 else ()
        made = Section(
            label=label or (None if heading else _list(1)),
            heading=heading,
            note=self._changed_by(section.authors),
            preamble=(*self._items(section.preamble, (), room), *before),
            points=points,
            sections=(*further, *self._sections(inner, room, len(further))),
        )
        return self._kept(made, section)

    def _changed_by(self, authors: Sequence[str]) -> str:
        """A note on who changed what no single party tabled; empty where nobody asks for authors."""
        shown = ", ".join(map(on_one_line, authors))
        return f"Changed by {shown}." if shown and self.parties else ""

    def _note(self, unit: DraftUnit) -> str:
        return self.notes.get(id(unit), "")

    def _kept(self, made: _Made, unit: DraftUnit | DraftSection) -> _Made:
        self.made[id(made)] = id(unit), made
        return made

    def _renamed(self, before: Item, now: Item) -> None:
        if id(before) in self.made:
            self.made[id(now)] = self.made[id(before)][0], now


_Made = TypeVar("_Made", Item, Point, Section)


def _label(unit: DraftUnit | DraftSection) -> str:
    """The label as printed, without the full stop or colon that sets it apart from the words."""
    printed = on_one_line(unit.label)
    return printed.rstrip(".:") or printed


def _name(unit: DraftUnit | DraftSection) -> str:
    """What a unit is known by beside others: its label; of a section without one its heading."""
    if isinstance(unit, DraftSection):
        return _label(unit) or on_one_line(unit.heading) or _list(1)
    return _label(unit)


def _has_words(unit: DraftUnit) -> bool:
    return bool(clean(unit.text) or on_one_line(unit.heading) or any(map(_speaks, unit.items)))


def _speaks(unit: DraftUnit) -> bool:
    """Whether anything stands in a unit, be it a label alone."""
    return bool(_label(unit)) or _has_words(unit)


def _section_speaks(section: DraftSection) -> bool:
    """Whether a section has a name, or anything in it."""
    named = bool(_label(section) or on_one_line(section.heading))
    return (
        named
        or any(map(_speaks, (*section.preamble, *section.points)))
        or any(map(_section_speaks, section.sections))
    )


def _flat(unit: DraftUnit) -> Iterator[DraftUnit]:
    """A unit that lies too deep, and all below it, one after the other."""
    yield from unit.walk()


def _list(place: int) -> str:
    return f"[list {place}]"
