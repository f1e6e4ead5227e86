"""What a plan file holds beside its values: comments, what each belongs to, and how a value was typed.

The parser gives no comments; but it says where every value stands, and a ``#`` anywhere else begins one if a
line begins with it or a blank stands before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from planctl.models import Location

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_HEAD = re.compile(r"[|>][-+0-9]*")
"""What opens a block of text; a comment may follow on its line."""


class Comments(NamedTuple):
    """Comments by the location of what they belong to.

    ``before`` stand on lines of their own above it, an empty one for blank lines; ``beside`` at the end of
    its line; ``last`` after everything. ``texts`` are all of them in the order of the file. ``typed`` are the
    values on one line as they were typed, quotation marks included.
    """

    before: dict[Location, list[str]]
    beside: dict[Location, str]
    last: list[str]
    texts: list[str]
    typed: dict[Location, str]

    @property
    def holders(self) -> frozenset[Location]:
        """The locations of all values within which something has a comment."""
        places = (*(place for place, texts in self.before.items() if any(texts)), *self.beside)
        return frozenset(place[:size] for place in places for size in range(1, len(place)))


class _Anchor(NamedTuple):
    """Something a comment may belong to: where it begins or ends, and its location."""

    line: int
    column: int
    location: Location
    begins: bool


def comments(text: str) -> Comments:
    """The comments of the text of a sound plan file."""
    anchors, covered, typed = _anchors(text)
    lines = text.split("\n")
    gathered = Comments({}, {}, [], [], typed)
    first: dict[int, Location] = {}
    for anchor in anchors:
        if anchor.begins and anchor.location:
            first.setdefault(anchor.line, anchor.location)
    waiting: list[str] = []
    for number, line in enumerate(lines):
        hidden = covered.get(number, [])
        if (0, None) in hidden:
            continue
        shown = _uncovered(line, hidden)
        match = _COMMENT.search(shown)
        comment = line[match.start() :].rstrip() if match else ""
        if number in first:
            if waiting:
                gathered.before.setdefault(first[number], []).extend(waiting)
            waiting = []
        if comment:
            gathered.texts.append(comment)
        is_alone = (
            comment and not shown[: match.start() if match else 0].strip("- \t") and number not in first
        )
        if is_alone or not line.strip():
            waiting.append(comment)
        elif comment:
            _beside(gathered, anchors, number, len(line[: match.start() if match else 0]), comment)
    gathered.last.extend(waiting)
    return gathered


def _beside(gathered: Comments, anchors: list[_Anchor], line: int, column: int, comment: str) -> None:
    before = bisect_right(anchors, (line, column), key=lambda each: (each.line, each.column))
    place = anchors[before - 1].location if before else ()
    if place in gathered.beside:
        gathered.before.setdefault(place, []).append(comment)
    else:
        gathered.beside[place] = comment


def _uncovered(line: str, hidden: list[tuple[int, int | None]]) -> str:
    for start, end in hidden:
        stop = len(line) if end is None else end
        line = line[:start] + "x" * (stop - start) + line[stop:]
    return line


def _anchors(
    text: str,
) -> tuple[list[_Anchor], dict[int, list[tuple[int, int | None]]], dict[Location, str]]:
    """What comments may belong to; for each line the columns that values cover; the values on one line."""
    anchors: list[_Anchor] = []
    covered: dict[int, list[tuple[int, int | None]]] = {}
    typed: dict[Location, str] = {}
    lines = text.split("\n")
    for location, event, begins in _walk(text):
        mark = event.start_mark if begins else event.end_mark
        is_key_or_entry = isinstance(event, yaml.ScalarEvent) or isinstance((location or ("",))[-1], int)
        anchors.append(_Anchor(mark.line, mark.column, location, begins and is_key_or_entry))
        if isinstance(event, yaml.ScalarEvent):
            _cover(covered, event, lines)
            line, column = _end(event, lines)
            anchors.append(_Anchor(line, column, location, begins=False))
            typed.pop(location, None)  # its key was seen first
            if line == mark.line and event.style not in {"|", ">"}:
                typed[location] = lines[line][mark.column : column].strip()
    return sorted(anchors, key=lambda each: (each.line, each.column)), covered, typed


def _end(event: Any, lines: list[str]) -> tuple[int, int]:
    if event.style in {"|", ">"}:
        head = _HEAD.match(lines[event.start_mark.line], event.start_mark.column)
        return event.start_mark.line, head.end() if head else event.start_mark.column
    return event.end_mark.line, event.end_mark.column


def _cover(covered: dict[int, list[tuple[int, int | None]]], event: Any, lines: list[str]) -> None:
    start, end = event.start_mark, event.end_mark
    if event.style in {"|", ">"}:
        covered.setdefault(start.line, []).append((start.column, _end(event, lines)[1]))
        last = end.line if end.column else end.line - 1
        while last > start.line and not lines[last].strip():
            last -= 1
        for line in range(start.line + 1, last + 1):
            covered[line] = [(0, None)]
        return
    for line in range(start.line, end.line + 1):
        first = start.column if line == start.line else 0
        stop = end.column if line == end.line else len(lines[line])
        covered.setdefault(line, []).append((first, stop))


def _walk(text: str) -> Iterator[tuple[Location, Any, bool]]:
    """Each event with the location of the value it begins or ends; a key has that of its value."""
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    open_: list[list[Any]] = []
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionEndEvent):
            location = _location(open_[:-1])
            open_.pop()
            if _closes(event):
                yield location, event, False
            _step(open_)
        elif isinstance(event, yaml.NodeEvent):
            if open_ and open_[-1][0] == "keys" and open_[-1][1] is None:
                open_[-1][1] = str(getattr(event, "value", ""))
                yield _location(open_), event, True
                continue
            yield _location(open_), event, True
            if isinstance(event, yaml.MappingStartEvent):
                open_.append(["keys", None])
            elif isinstance(event, yaml.SequenceStartEvent):
                open_.append(["entries", 0])
            else:
                _step(open_)


def _closes(event: Any) -> bool:
    """Whether a bracket or brace ends the collection."""
    return bool(event.end_mark.index > event.start_mark.index)


def _location(open_: list[list[Any]]) -> Location:
    return tuple(place for _, place in open_ if place is not None)


def _step(open_: list[list[Any]]) -> None:
    """The value at the end of the line of open groups is complete."""
    if open_:
        kind, place = open_[-1]
        open_[-1][1] = None if kind == "keys" else place + 1
