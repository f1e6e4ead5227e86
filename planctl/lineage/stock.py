"""Links that rest on wording which is everybody's: a closing sentence, a mark such as "(repealed)".

A text that stands once in one version and twice in the other was copied if its whole point was. Where it is
one item among others, it says again what drafters always say, and belongs to the point whose others agree.
A mark of few words belongs to the number that it stands under.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from planctl.alignment import Link
from planctl.models import Version
from planctl.text import content_word_count, normalise, word_count, words

_START, _START_LETTERS = 4, 80
"""Words, and letters that surely hold them, that make a lead-in."""

_ODD_WORDS, _STEM = 1, 6
"""Words that two provisions may share by chance, and letters of a word that stand for its stem."""

_MARK, _MARK_LETTERS = 3, 80
"""Words, and letters, up to which a text is a mark, that says nothing of whose it is."""

_IN_PLACE = 0.6
"""Similarity of a mark and of what stood under the same number: a guess that needs a look."""


def own_links(links: Sequence[Link], old: Version, new: Version) -> tuple[Link, ...]:
    """The links without those that rest on common wording alone, and with those of marks to their numbers."""
    equal = [link for link in links if link.similarity == 1 and not link.stated]
    loose = set[Link]()
    if _has_copies(equal) or any(len(old.provisions[link.old].text) <= _MARK_LETTERS for link in equal):
        between = Counter(_points(link, old, new) for link in links)
        loose.update(_copied_items(equal, between, old, new), _strayed_marks(equal, between, old, new))
    openings = _Openings(old, new)
    loose |= {k for k in links if k.similarity < 1 and not k.stated and openings.alone_join(k)}
    kept = [link for link in links if link not in loose]
    return tuple(sorted((*kept, *_in_place(kept, old, new)), key=lambda link: (link.old, link.new)))


def _has_copies(equal: Sequence[Link]) -> bool:
    return len({link.old for link in equal}) < len(equal) or len({link.new for link in equal}) < len(equal)


_Between = Counter[tuple[str, str]]
"""How many links two points have."""


def _copied_items(equal: Iterable[Link], between: _Between, old: Version, new: Version) -> Iterator[Link]:
    """Links of a text to other points than the one whose other items agree, but for whole points."""
    groups: defaultdict[tuple[int, int], list[Link]] = defaultdict(list)
    for link in equal:
        groups[0, link.old].append(link)
        groups[1, link.new].append(link)
    for (side, _), its_links in groups.items():
        counts = [between[_points(link, old, new)] for link in its_links] if len(its_links) > 1 else []
        if max(counts, default=0) > 1:
            yield from (
                link
                for link, count_ in zip(its_links, counts, strict=True)
                if count_ == 1 and not _is_whole(link, (new, old)[side], 1 - side)
            )


def _strayed_marks(equal: Iterable[Link], between: _Between, old: Version, new: Version) -> Iterator[Link]:
    """Links of marks that several points have to other numbers than their own."""
    marks = []
    for link in equal:
        old_point, new_point = _points(link, old, new)
        text = old.provisions[link.old].text
        is_elsewhere = old.number_of(old_point) != new.number_of(new_point)
        if is_elsewhere and between[old_point, new_point] == 1 and _is_mark(text):
            marks.append(link)
    twice = _repeated(old) | _repeated(new) if marks else set()
    yield from (link for link in marks if normalise(old.provisions[link.old].text) in twice)


_Place = tuple[Version, int]


class _Openings:
    """The first words of provisions: a lead-in such as "For the avoidance of doubt," is everybody's."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        self._by_start: dict[str, dict[tuple[str, ...], list[_Place]]] = {}

    @cached_property
    def _by_initial(self) -> dict[str, list[_Place]]:
        """The provisions of both versions by their first letter."""
        by_initial: defaultdict[str, list[_Place]] = defaultdict(list)
        for version in (self._old, self._new):
            for index, provision in enumerate(version.provisions):
                by_initial[_initial(provision.text)].append((version, index))
        return by_initial

    def _beginning(self, start: tuple[str, ...], initial: str) -> list[_Place]:
        """The provisions that begin with these words."""
        if initial not in self._by_start:
            same = self._by_start[initial] = {}
            for version, index in self._by_initial[initial]:
                same.setdefault(_start(version.provisions[index].text), []).append((version, index))
        return self._by_start[initial][start]

    def alone_join(self, link: Link) -> bool:
        """Whether two provisions share nothing but a lead-in, which others have too."""
        old_text, new_text = self._old.provisions[link.old].text, self._new.provisions[link.new].text
        start = _start(old_text)
        if not start or start != _start(new_text):
            return False
        pair = (self._old, link.old), (self._new, link.new)
        thirds = (
            _words(v.provisions[k].text)
            for v, k in self._beginning(start, _initial(old_text))
            if not any(v is w and k == i for w, i in pair)
        )
        both = _words(old_text), _words(new_text)
        begin = max((_shared(third, both) for third in thirds), default=0)
        rests = [{word[:_STEM] for word in rest[begin:]} for rest in both]
        is_lead_in = 0 < 2 * begin < min(map(len, both))
        return is_lead_in and content_word_count(rests[0] & rests[1]) <= _ODD_WORDS


def _initial(text: str) -> str:
    return text.lstrip()[:1].lower()[:1]


def _start(text: str) -> tuple[str, ...]:
    """The first words of a text; none of a text of no more words."""
    first = text[:_START_LETTERS].lower().split(maxsplit=_START)
    return tuple(first[:_START]) if len(first) > _START else ()


def _words(text: str) -> list[str]:
    return words(normalise(text).lower())


def _shared(third: Sequence[str], both: tuple[Sequence[str], Sequence[str]]) -> int:
    """How many words all three begin with."""
    least = min(map(len, (third, *both)))
    return next((k for k in range(least) if not third[k] == both[0][k] == both[1][k]), least)


def _points(link: Link, old: Version, new: Version) -> tuple[str, str]:
    return old.provisions[link.old].point, new.provisions[link.new].point


def _is_whole(link: Link, version: Version, side: int) -> bool:
    """Whether the linked provision is all that its point says."""
    index = link.new if side else link.old
    return len(version.find(version.provisions[index].point)) == 1


def _repeated(version: Version) -> set[str]:
    """Texts that stand in several provisions."""
    counts = Counter(normalise(provision.text) for provision in version.provisions)
    return {text for text, number in counts.items() if number > 1}


def _in_place(links: Sequence[Link], old: Version, new: Version) -> Iterable[Link]:
    """Points of one provision and of one number, neither with a link, one of which is a mark now."""
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    for j, provision in enumerate(new.provisions):
        if j in linked_new or provision.item is not None or provision.made_from is not None:
            continue
        places = old.find(provision.point)
        if not places and (number := new.number_of(provision.point)) != provision.point:
            places = old.find(number)  # its section may have another name there
        if len(places) == len(new.find(provision.point)) == 1 and places[0] not in linked_old:
            texts = old.provisions[places[0]].text, provision.text
            if all(texts) and any(_is_bracketed_mark(text) for text in texts):
                yield Link(places[0], j, _IN_PLACE, stated=False, why=None)


def _is_mark(text: str) -> bool:
    return len(text) <= _MARK_LETTERS and 0 < word_count(text) <= _MARK


def _is_bracketed_mark(text: str) -> bool:
    """``(repealed)``, ``[reserved]``: the keeper's word on a number without a text."""
    bare = normalise(text)
    return _is_mark(text) and (bare[:1], bare[-1:]) in {("(", ")"), ("[", "]")}
