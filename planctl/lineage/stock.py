"""Links that rest on wording which is everybody's: a closing sentence, a mark such as "(repealed)".

A text that stands once in one version and twice in the other was copied if its whole point was. Where it is
one item among others, it says again what drafters always say, and belongs to the point whose others agree.
A mark of few words belongs to the number that it stands under.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from planctl.alignment import Link, normalise
from planctl.models import Version
from planctl.redline import count

_MARK = 3
"""Words up to which a text is a mark, that says nothing of whose it is."""

_IN_PLACE = 0.6
"""Similarity of a mark and of what stood under the same number: a guess that needs a look."""


def own_links(links: Sequence[Link], old: Version, new: Version) -> tuple[Link, ...]:
    """The links without those that rest on common wording alone, and with those of marks to their numbers."""
    between = Counter(_points(link, old, new) for link in links)
    twice = (_repeated(old), _repeated(new))
    groups: defaultdict[tuple[int, int], list[Link]] = defaultdict(list)
    equal = [link for link in links if link.similarity == 1 and not link.stated]
    for link in equal:
        groups[0, link.old].append(link)
        groups[1, link.new].append(link)
    loose = {
        link
        for (side, _), own in groups.items()
        if len(own) > 1 and any(between[_points(link, old, new)] > 1 for link in own)
        for link in own
        if between[_points(link, old, new)] == 1 and not _is_whole(link, (new, old)[side], 1 - side)
    }
    for link in equal:
        text = normalise(old.provisions[link.old].text)
        one, other = _points(link, old, new)
        is_mark = 0 < count(text) <= _MARK and (text in twice[0] or text in twice[1])
        if is_mark and one != other and between[one, other] == 1:
            loose.add(link)
    kept = [link for link in links if link not in loose]
    return tuple(sorted((*kept, *_in_place(kept, old, new)), key=lambda link: (link.old, link.new)))


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
        if len(places) == len(new.find(provision.point)) == 1 and places[0] not in linked_old:
            texts = old.provisions[places[0]].text, provision.text
            if min(map(count, texts)) and any(_is_bracketed_mark(text) for text in texts):
                yield Link(places[0], j, _IN_PLACE, stated=False, why=None)


def _is_bracketed_mark(text: str) -> bool:
    """``(repealed)``, ``[reserved]``: the keeper's word on a number without a text."""
    bare = normalise(text)
    return count(text) <= _MARK and (bare[:1], bare[-1:]) in {("(", ")"), ("[", "]")}
