"""A text's own points: what they are called, and which point each number stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from planctl.substance.references.finding import Reference
from planctl.substance.references.keyworded import keyworded
from planctl.substance.references.numbers import Path, path_of
from planctl.substance.references.plain import plain

Target = Literal["own", "other", "unknown"]
"""Whether a reference names a point of the text it stands in, something else, or what cannot be known."""

POINT = "point"
"""What planctl calls a point itself: always a name of the text's own points."""
_KEYS = frozenset(
    ("article", "clause", "paragraph", POINT, "principle", "rule", "section", "subsection", "chapter", "part")
)
_CLEAR = 2  # how many times as often as any other name the one must be used that a text calls its points by
_ITEM = "item"
SEVERAL = 2
"""Points that a whole text must name by a keyword before it is known as the text's own."""


class OwnLabel(NamedTuple):
    """A label as a path: ``Article 5`` is (5) under the keyword ``article``; a bare ``5`` has no keyword."""

    keyword: str
    path: Path


def label_of(point: str, item: str | None = None) -> OwnLabel:
    """The label of a point, or of an item of it (``a``, ``a.iv``); ``1.1`` in 1 is item 1 of it."""
    named = None if point.isalnum() else keyworded(plain(point), 0)
    if named and named.end == len(point.rstrip(" .:)")) and len(named.members) == 1:
        label = OwnLabel(named.keyword.name, named.members[0].paths[0])
    else:
        label = OwnLabel("", path_of(point))
    if item is None:
        return label
    inner = tuple(name for part in item.split(".") if part for name in path_of(part)) or path_of(item)
    if inner[: len(label.path)] == label.path and len(inner) > len(label.path):
        return OwnLabel(label.keyword, inner)
    return OwnLabel(label.keyword, (*label.path, *inner))


class PathTarget(NamedTuple):
    """Where a path leads in a text: to ``label``, known to both texts as ``name`` (empty if its counterpart
    is not sure), and from there by ``rest`` into words that have no labels of their own. ``exists`` is false
    where the text surely has no such point or item; ``sure`` is false where its counterpart is only
    likely."""

    label: OwnLabel
    name: str
    rest: Path
    exists: bool = True
    sure: bool = True


class _KnownLabels:
    """What was found among the labels of a text: kept for all the points in which it is asked."""

    def __init__(self) -> None:
        self.with_items: frozenset[OwnLabel] | None = None
        self.called: dict[str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class OwnPoints:
    """What the numbers in a text stand for.

    ``names`` gives each label of a point or item a name that it shares with its counterpart in the other
    text, or empty where nothing is known of that. Of those in ``unsure`` the counterpart is only likely: a
    reference is never called stale on their account. ``keywords`` are what the text calls its points by.
    ``printed`` are the labels as printed. ``whole``: every point of the text is there, so that what is
    missing does not exist. ``home`` is the label of the point that a text stands in, for "paragraph 2 of this
    Article".
    """

    names: Mapping[OwnLabel, str] = field(default_factory=dict)
    keywords: frozenset[str] = frozenset((POINT,))
    printed: Mapping[OwnLabel, str] = field(default_factory=dict)
    unsure: frozenset[OwnLabel] = frozenset()
    whole: bool = False
    home: OwnLabel | None = None
    _found: _KnownLabels = field(default_factory=_KnownLabels, compare=False, repr=False)

    def at(self, number: str) -> OwnPoints:
        """The same for a text that stands in the point of this number; empty if it stands in none, or
        several."""
        return replace(self, home=label_of(number)) if number else self

    def target(self, reference: Reference) -> Target:
        """What kind of thing a reference names."""
        if reference.sort != "provision" or reference.belongs == "elsewhere":
            return "other"
        if reference.belongs == "unclear" or (reference.belongs == "home" and self.home is None):
            return "unknown"
        full = reference.keyword == _ITEM and all(len(path) > 1 for path in reference.paths)
        return (
            "own" if full or reference.belongs == "home" or reference.keyword in self.keywords else "unknown"
        )

    def place(self, reference: Reference, path: Path) -> PathTarget | None:
        """Where one path of a reference leads, if it names an own point; None where that is not known."""
        whole = OwnLabel(reference.keyword, path)
        inside = OwnLabel(self.home.keyword, (*self.home.path, *path)) if self.home else whole
        if reference.belongs == "home":
            whole = inside
        elif reference.keyword == POINT and inside in self.names:
            return None  # "point 2" in a point that has an item 2 is either of them
        for keyword in (whole.keyword, ""):
            for size in range(len(whole.path), 0, -1):
                label = OwnLabel(keyword, whole.path[:size])
                if label in self.names:
                    rest = whole.path[size:]
                    exists = not (rest and label in self._with_items)
                    return PathTarget(label, self.names[label], rest, exists, label not in self.unsure)
        return PathTarget(whole, "", (), exists=False) if self.whole else None

    @property
    def _with_items(self) -> frozenset[OwnLabel]:
        """Labels of points that have items."""
        if not self.whole:
            return frozenset()
        if self._found.with_items is None:
            above = (OwnLabel(k, path[:n]) for k, path in self.names for n in range(1, len(path)))
            self._found.with_items = frozenset(above)
        return self._found.with_items

    def called(self, name: str) -> tuple[str, ...]:
        """The printed labels of what has a name."""
        if self._found.called is None:
            by_name: dict[str, list[str]] = {}
            for label, shared in self.names.items():
                if label in self.printed:
                    by_name.setdefault(shared, []).append(self.printed[label])
            self._found.called = {shared: tuple(labels) for shared, labels in by_name.items()}
        return self._found.called.get(name, ())


NO_POINTS = OwnPoints()
Points = OwnPoints | Mapping[str, str]
"""What a caller says of a text's own points: all about them, or a name for each number."""


def taken(
    points: tuple[Points, Points], references: Sequence[Sequence[Reference]]
) -> tuple[OwnPoints, OwnPoints]:
    """Both texts' own points; where only names of numbers are given, the references found tell the
    keywords."""
    old, new = ({} if isinstance(each, OwnPoints) else _by_label(each) for each in points)
    keywords = (
        keywords_of([*old, *new], [each for side in references for each in side]) if old or new else None
    )
    return (
        points[0] if isinstance(points[0], OwnPoints) else OwnPoints(old, keywords or frozenset()),
        points[1] if isinstance(points[1], OwnPoints) else OwnPoints(new, keywords or frozenset()),
    )


def _by_label(names: Mapping[str, str]) -> Mapping[OwnLabel, str]:
    return {label_of(number): name for number, name in names.items()}


def keywords_of(
    labels: Collection[OwnLabel], references: Iterable[Reference], *, least: int = 1
) -> frozenset[str]:
    """What a text calls its own points by: the keywords in its labels; where these are bare, the keyword that
    its references use, if it is clear which, and they name ``least`` different points or more: "Article 5" by
    itself may be of some treaty."""
    written = frozenset(label.keyword for label in labels if label.keyword)
    if written and all(label.keyword for label in labels):
        return written
    known = {label.path for label in labels if not label.keyword}
    hits, misses = Counter[str](), Counter[str]()
    named: dict[str, set[Path]] = {}
    for each in references:
        if each.sort == "provision" and each.belongs in {"here", "unsaid"} and each.keyword in _KEYS:
            for path in each.paths:
                (hits if path in known or path[:1] in known else misses)[each.keyword] += 1
                named.setdefault(each.keyword, set()).add(path[:1])
    best = max(sorted(hits), key=hits.__getitem__, default=POINT)
    rivals = max((count for keyword, count in hits.items() if keyword != best), default=0)
    is_clear = hits[best] >= _CLEAR * rivals and hits[best] >= misses[best]
    is_clear = is_clear and len(named.get(best, ())) >= least
    return written | {POINT} | ({best} if is_clear else frozenset())
