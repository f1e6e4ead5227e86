"""Items that left a list or came into one: ``the towns of A, B and C``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.substance.differences import Difference
from planctl.substance.flat import Flat, Opposed

_LONGEST_ITEM = 4  # words that carry meaning
_WORDS_BEFORE_ITEM = 2  # small words before an item: by sea, of the north
_MOST_ITEMS = 60
_LONGEST_SWAP = 2  # words of an item that took another's place
_SAME_CLAUSE = 0.5  # share of the words around a list that the other side must have


class _ListItem(NamedTuple):
    """An item of a list: its tokens in the text."""

    first: int
    last: int


def lists(opposed: Opposed) -> Iterator[Difference]:
    """Items of lists that only one side has at all, where the other keeps the rest."""
    if not opposed.regions or not opposed.sides[0].language.is_complete:
        return
    gone = [_only_here(opposed, side) for side in (0, 1)]
    paired = _paired(opposed, gone)
    for old, new in paired:
        yield _row(opposed, old, new)
    used = {old for old, _ in paired}, {new for _, new in paired}
    yield from _once(_row(opposed, item, None) for item in gone[0] if item not in used[0])
    yield from _once(_row(opposed, None, item) for item in gone[1] if item not in used[1])


def _once(rows: Iterable[Difference]) -> Iterator[Difference]:
    """Each item once, however many lists it left or came into."""
    seen: set[str] = set()
    for row in rows:
        words = (row.old or row.new or "").casefold()
        if words not in seen:
            seen.add(words)
            yield row


def _row(opposed: Opposed, old: _ListItem | None, new: _ListItem | None) -> Difference:
    here, there = opposed.sides
    old, new = old and _compound(here, old), new and _compound(there, new)
    return Difference(
        "list",
        here.words(*old) if old else None,
        there.words(*new) if new else None,
        "",
        here.spot(*old) if old else None,
        there.spot(*new) if new else None,
    )


def _compound(flat: Flat, item: _ListItem) -> _ListItem:
    """An item with what a hyphen joins to its first word: "self-determination", not "determination"."""
    first = item.first
    while first > 1 and flat.low(first - 1) == "-" and "-" not in (flat.low(first - 2), flat.low(first)):
        before, mark, after = (flat.spot(i, i + 1) for i in (first - 2, first - 1, first))
        if before.end != mark.start or mark.end != after.start:
            break
        first -= 2
    return _ListItem(first, item.last)


def _only_here(opposed: Opposed, side: int) -> list[_ListItem]:
    """Items of one side none of whose words the other has, in lists of which it has another item."""
    here, there = opposed.sides[side], opposed.sides[1 - side]
    changed = opposed.changed(side)
    missing: list[_ListItem] = []
    for items in _lists(here):
        if any(_read(here, item) for item in items):
            continue
        kept = [item for item in items if _words(here, item) <= there.stems]
        gone = [_trimmed(item, changed, leads=item == items[-1]) for item in items if item not in kept]
        fresh = [item for item in gone if _words(here, item).isdisjoint(there.stems)]
        if any(_is_verb(here, item) for item in fresh):
            continue
        whole = all(i in changed for item in fresh for i in range(*item))
        whole = whole and all(_is_local(opposed, side, item) for item in fresh)
        kept = [item for item in kept if any(i in opposed.moved_to[side] for i in range(*item))]
        if kept and fresh and whole and len(gone) == len(fresh) and _same_clause(opposed, side, items):
            missing += [item for item in fresh if item.last > item.first]
    return list(dict.fromkeys(missing))


def _is_verb(flat: Flat, item: _ListItem) -> bool:
    """Whether an item is no thing: "works and placed at the contractor's disposal"."""
    grammar = flat.language.grammar
    alone = item.last - item.first == 1 and flat.low(item.first).endswith(grammar.participles)
    return alone and flat.low(item.last) in grammar.prepositions


def _trimmed(item: _ListItem, changed: set[int], *, leads: bool) -> _ListItem:
    """An item without the words that the other side keeps: "Spanish" of "Spanish languages".

    The last item of a list begins with what is its own (``leads``), the others end with it.
    """
    first, last = item
    while first < last and not leads and first not in changed:
        first += 1
    while last > first and leads and last - 1 not in changed:
        last -= 1
    return _ListItem(first, last)


def _is_local(opposed: Opposed, side: int, item: _ListItem) -> bool:
    """Whether only the item was touched: the words beside it are kept, or carry no meaning."""
    flat, moved_to = opposed.sides[side], opposed.moved_to[side]
    return all(i in moved_to or not flat.is_content(i) for i in (item.first - 1, item.last))


def _same_clause(opposed: Opposed, side: int, items: Sequence[_ListItem]) -> bool:
    """Whether the other side keeps most of the words around the list."""
    sentence, k = opposed.sides[side].sentence(items[0].first)
    start = items[0].first - k
    around, kept = opposed.content(side, start, start + len(sentence.tokens))
    inside = [opposed.content(side, *item) for item in items]
    around, kept = around - sum(count for count, _ in inside), kept - sum(count for _, count in inside)
    return kept >= _SAME_CLAUSE * around


def _words(flat: Flat, item: _ListItem) -> frozenset[str]:
    return frozenset(flat.keys[i] for i in range(*item) if flat.is_content(i))


def _read(flat: Flat, item: _ListItem) -> bool:
    """Whether an item holds a value, a party or another term that is reported apart."""
    spot = flat.spot(*item)
    if any(flat.is_taken(i) for i in range(*item)):
        return True
    return flat.parties.touches(spot)


def _paired(opposed: Opposed, gone: Sequence[Sequence[_ListItem]]) -> list[tuple[_ListItem, _ListItem]]:
    """Items that stand in one region: one took the other's place."""
    homes: tuple[dict[int, list[_ListItem]], dict[int, list[_ListItem]]] = ({}, {})
    for side, items in enumerate(gone):
        for item in items:
            k = opposed.region_at(side, item.first)
            if k is not None and item.last <= opposed.regions[k][side][1]:
                homes[side].setdefault(k, []).append(item)
    pairs = []
    for k in sorted(homes[0].keys() & homes[1].keys()):
        here, there = homes[0][k], homes[1][k]
        if (
            len(here) == len(there) == 1
            and max(here[0].last - here[0].first, there[0].last - there[0].first) <= _LONGEST_SWAP
        ):
            pairs.append((here[0], there[0]))
    return pairs


# -- finding lists -----------------------------------------------------------------------------------


def _lists(flat: Flat) -> Iterator[list[_ListItem]]:
    """The lists of a text: items before and after "and" or "or"."""
    grammar = flat.language.grammar
    at = 0
    for sentence in flat.reading.sentences:
        for k, token in enumerate(
            () if grammar.and_or.keys().isdisjoint(sentence.words) else sentence.tokens
        ):
            if token.low in grammar.and_or:
                bounds = (at, at + len(sentence.tokens))
                before = _before(flat, at + k, bounds)
                items = [*before, *_no_longer(_after(flat, at + k + 1, bounds), before)]
                if len(items) > 1 + (flat.low(at + k - 1) == ",") and _alike_led(flat, items):
                    yield items
        at += len(sentence.tokens)


def _alike_led(flat: Flat, items: Sequence[_ListItem]) -> bool:
    """Whether a preposition before the last item stands before the first too: by sea or by air."""
    first, last = (_preposition(flat, item.first) for item in (items[0], items[-1]))
    return not last or first == last


def _preposition(flat: Flat, i: int) -> str:
    leads = [flat.low(k) for k in range(max(0, i - _WORDS_BEFORE_ITEM), i)]
    return next((low for low in reversed(leads) if low in flat.language.grammar.prepositions), "")


def _before(flat: Flat, end: int, bounds: tuple[int, int]) -> list[_ListItem]:
    """Items before token ``end``, parted by commas."""
    items: list[_ListItem] = []
    while len(items) < _MOST_ITEMS:
        last = end - (flat.low(end - 1) == "," and bool(end > bounds[0]))
        first = last
        while first > bounds[0] and flat.is_content(first - 1) and last - first < _LONGEST_ITEM:
            first -= 1
        if first == last:
            break
        items.append(_ListItem(first, last))
        lead = first
        while lead > bounds[0] and first - lead < _WORDS_BEFORE_ITEM and _is_small(flat, lead - 1):
            lead -= 1
        if lead == bounds[0] or flat.low(lead - 1) != ",":
            break
        end = lead - 1
    return _without_verb(items[::-1])


def _without_verb(items: list[_ListItem]) -> list[_ListItem]:
    """The first item begins after the words that lead to the list: as long as the others, or one word."""
    if not items:
        return items
    longest = max((item.last - item.first for item in items[1:]), default=1)
    first = items[0]
    return [first._replace(first=max(first.first, first.last - longest)), *items[1:]]


def _no_longer(last: list[_ListItem], before: Sequence[_ListItem]) -> list[_ListItem]:
    """The last item of a longer list ends where the others would: what follows is the list's verb."""
    longest = max((item.last - item.first for item in before), default=0)
    if len(before) <= 1:
        return last
    return [item._replace(last=min(item.last, item.first + longest)) for item in last]


def _after(flat: Flat, first: int, bounds: tuple[int, int]) -> list[_ListItem]:
    while first < bounds[1] and _is_small(flat, first):
        first += 1
    last = first
    while last < bounds[1] and flat.is_content(last) and last - first < _LONGEST_ITEM:
        last += 1
    grammar, numbers = flat.language.grammar, flat.language.numbers
    governs = last < bounds[1] and flat.low(last) in grammar.the | grammar.articles | numbers.definite
    return [_ListItem(first, last)] if last > first and not governs else []


def _is_small(flat: Flat, i: int) -> bool:
    """An article or preposition that may lead an item."""
    grammar, low = flat.language.grammar, flat.low(i)
    return (
        low in grammar.prepositions
        or low in grammar.the
        or low in grammar.articles
        or low in flat.language.numbers.definite
    )
