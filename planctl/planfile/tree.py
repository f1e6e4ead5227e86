"""YAML -> keys, lists and texts that remember where they stood. Nothing is typed: ``NO`` stays ``NO``.

One pass over the parser's events with a stack of our own, so that nesting can exhaust neither Python nor C,
and an alias is refused before anything is built from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

import yaml

from planctl import limits
from planctl.errors import FilePlace, Problem
from planctl.limits import LARGE_CURE, SIZE_LIMIT
from planctl.planfile.broken import BLOCK_CURE, NESTING_LIMIT, broken, too_deep
from planctl.planfile.characters import odd_value
from planctl.planfile.findings import quote

Mark: TypeAlias = Any
"""Where the parser was: ``line`` and ``column`` from 0, ``index`` in characters."""
LEAST = 20
"""Bytes that a key, a text, and either end of a list count at least: in memory they take ten times that."""
ENTRY_LIMIT = 1024 * 1024
"""Bytes of a single point, claim or other entry of a file, counted like that."""


_MOST_OF_FILE, _MOST_OF_ENTRY = SIZE_LIMIT // LEAST, ENTRY_LIMIT // LEAST
_KEPT = 2
"""How often the size of a tree counts towards what a command reads: all files of a plan are kept at once."""
_TOP = 3
"""Groups that are open between the entries of a list at the top: the file, its keys, that list."""


class Keys(dict[str, Any]):
    """A mapping of a plan file; ``keys_at`` and ``at`` hold the places of its keys and values."""

    __slots__ = ("at", "flow", "keys_at", "start", "waiting")

    def __init__(self, start: Mark, *, flow: bool) -> None:
        super().__init__()
        self.start, self.flow = start, flow
        self.keys_at: dict[str, Mark] = {}
        self.at: dict[str, Mark] = {}
        self.waiting: str | None = None
        """The key that waits for its value; None where a key comes next."""

    def put(self, value: Tree, mark: Mark) -> None:
        """The value of the waiting key; of a key that stands here twice, the first counts."""
        name, self.waiting = str(self.waiting), None
        if name not in self:
            self[name] = value
            self.at[name] = mark


class Entries(list[Any]):
    """A list of a plan file; ``at`` holds the places of its entries."""

    __slots__ = ("at", "flow", "start")

    def __init__(self, start: Mark, *, flow: bool) -> None:
        super().__init__()
        self.start, self.flow = start, flow
        self.at: list[Mark] = []

    def put(self, value: Tree, mark: Mark) -> None:
        """One entry more."""
        self.append(value)
        self.at.append(mark)


Tree: TypeAlias = Keys | Entries | str


class Stop(Exception):
    """Nothing after this problem can be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _TreeBuilder:
    """Puts events together. ``open`` are the groups around the next one; the first holds the whole file."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.problems: list[Problem] = []
        self.open: list[Keys | Entries] = [Entries(None, flow=False)]
        self.take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.begin,
            yaml.SequenceStartEvent: self.begin,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.part,
        }

    def place(self, mark: Mark) -> FilePlace:
        return FilePlace(self.path, mark.line + 1, mark.column + 1)

    def stop(self, mark: Mark, code: str, message: str, cure: str) -> Stop:
        return Stop(Problem(self.place(mark), code, message, cure))

    def scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self.shorthand(event)
        inside = self.open[-1]
        if isinstance(inside, Keys):
            if inside.waiting is None:
                self.key(inside, event)
                return
            if inside.waiting == "text" and not event.style:
                self.cut_short(event)
        if event.style == '"' and (problem := odd_value(event.value, self.place(event.start_mark))):
            self.problems.append(problem)
        inside.put(event.value, event.start_mark)

    def key(self, group: Keys, event: Any) -> None:
        name = group.waiting = event.value
        if name not in group.keys_at:
            group.keys_at[name] = event.start_mark
            return
        first = group.keys_at[name].line + 1
        message = f"key {quote(name)} is used twice, first on line {first}"
        cure = "Keep one of the two; only the first was read."
        self.problems.append(Problem(self.place(event.start_mark), "PLC002", message, cure))

    def begin(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self.shorthand(event)
        if len(self.open) > NESTING_LIMIT:
            raise Stop(too_deep(self.place(event.start_mark)))
        inside = self.open[-1]
        if isinstance(inside, Keys) and inside.waiting is None:
            message = "brackets or braces stand where a key was expected"
            raise self.stop(event.start_mark, "PLC001", message, BLOCK_CURE)
        made = Keys if type(event) is yaml.MappingStartEvent else Entries
        group = made(event.start_mark, flow=bool(event.flow_style))
        inside.put(group, event.start_mark)
        self.open.append(group)

    def end(self, _: Any) -> None:
        self.open.pop()

    def alias(self, event: Any) -> None:
        raise self.unwanted(event, f"*{event.anchor}", "stands for text elsewhere")

    def part(self, event: Any) -> None:
        if self.open[0]:
            message = "a second part begins here: a plan file has only one"
            raise self.stop(
                event.start_mark, "PLC001", message, "Delete the line ---, or split the file in two."
            )

    def shorthand(self, event: Any) -> Stop:
        if event.anchor is not None:
            return self.unwanted(event, f"&{event.anchor}", "names a text for later")
        return self.unwanted(event, event.tag, "gives a text a type")

    def unwanted(self, event: Any, word: str, what: str) -> Stop:
        message = f"{quote(word)} is a YAML shorthand ({what}), which plan files do not use"
        return self.stop(event.start_mark, "PLC007", message, f"Write the words out. {BLOCK_CURE}")

    def too_large(self, mark: Mark, what: str) -> Stop:
        limit = SIZE_LIMIT if what == "file" else ENTRY_LIMIT
        message = (
            f"the {what} is larger than {limits.megabytes(limit)}, counting {LEAST} bytes for each key, "
            "text and end of a list, and was not read"
        )
        cure = (
            LARGE_CURE
            if what == "file"
            else "Split it into several entries, or leave out what is not needed."
        )
        return self.stop(mark, "PLC031", message, cure)

    def cut_short(self, event: Any) -> None:
        rest = self.text[event.end_mark.index : event.end_mark.index + 200].lstrip(" ")
        if rest.startswith("#"):
            message = "the text ends here: # begins a comment, which belongs to no point"
            cure = "Put the text in a block: text: > on its own line, the words below it, indented."
            self.problems.append(Problem(self.place(event.end_mark), "PLC041", message, cure))


def value_at(tree: Tree | None, location: Sequence[int | str]) -> Mark | None:
    """Where the value at a location begins: the deepest part of the way there that exists."""
    mark = tree.start if isinstance(tree, Keys | Entries) else None
    here: Any = tree
    for part in location:
        if isinstance(here, Keys) and part in here:
            here, mark = here[str(part)], here.at[str(part)]
        elif isinstance(here, Entries) and isinstance(part, int) and part < len(here):
            here, mark = here[part], here.at[part]
        else:
            break
    return mark


def key_at(tree: Tree | None, location: Sequence[int | str]) -> Mark | None:
    """Where the key of a location stands; where it has none, as ``value_at``."""
    here: Any = tree
    for part in location[:-1]:
        here = here[part]
    if isinstance(here, Keys) and location[-1] in here.keys_at:
        return here.keys_at[str(location[-1])]
    return value_at(tree, location)


class ParsedTree(NamedTuple):
    """The tree of a file, or None where it cannot be read to its end, and the problems on the way.

    ``size`` is what it counts in bytes, each of its parts ``LEAST`` at least.
    """

    tree: Tree | None
    problems: list[Problem]
    size: int = 0


def grow(text: str, path: str) -> ParsedTree:
    """Read the text of a file. Raises TooMuch when the command has read too much with it."""
    builder = _TreeBuilder(text, path)
    try:
        size = LEAST * _feed(builder, text)
    except Stop as stop:
        return ParsedTree(None, [*builder.problems, stop.problem])
    except yaml.YAMLError as error:
        return ParsedTree(None, [*builder.problems, broken(error, text, path)])
    if _KEPT * size > len(text):
        limits.count(_KEPT * size - len(text), path)
    return ParsedTree(next(iter(builder.open[0]), None), builder.problems, size)


def _feed(builder: _TreeBuilder, text: str) -> int:
    """Events of the C parser, or of the Python one where PyYAML was built without C: ten times slower.

    Gives their number.
    """
    parser = (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(text)
    get_event, take, groups = parser.get_event, builder.take, builder.open
    count = entry = 0
    while (event := get_event()) is not None:
        if handle := take.get(type(event)):
            handle(event)
            count += 1
            if len(groups) <= _TOP and (len(groups) < _TOP or type(groups[-1]) is Entries):
                entry = count
            if count > _MOST_OF_FILE or count - entry > _MOST_OF_ENTRY:
                raise builder.too_large(event.start_mark, "file" if count > _MOST_OF_FILE else "entry")
    return count
