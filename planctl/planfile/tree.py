"""YAML -> keys, lists and texts that remember where they stood. Nothing is typed: ``NO`` stays ``NO``.

One pass over the parser's events with a stack of our own, so that nesting can exhaust neither Python nor C,
and an alias is refused before anything is built from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planctl.errors import Place, Problem
from planctl.planfile.broken import broken
from planctl.planfile.characters import odd_value
from planctl.planfile.findings import quote

Mark: TypeAlias = Any
"""Where the parser was: ``line`` and ``column`` from 0, ``index`` in characters."""
DEPTH_LIMIT = 32
"""Levels of nesting. A plan file needs six."""
NODE_LIMIT = 200_000
"""Keys, texts and lists in one file. A version of 1,000 points with sources and items has about 20,000."""


class Keys(dict[str, Any]):
    """A mapping of a plan file; ``keys_at`` and ``at`` hold the places of its keys and values."""

    __slots__ = ("at", "flow", "keys_at", "start")

    def __init__(self, start: Mark, *, flow: bool) -> None:
        super().__init__()
        self.start, self.flow = start, flow
        self.keys_at: dict[str, Mark] = {}
        self.at: dict[str, Mark] = {}


class Entries(list[Any]):
    """A list of a plan file; ``at`` holds the places of its entries."""

    __slots__ = ("at", "flow", "start")

    def __init__(self, start: Mark, *, flow: bool) -> None:
        super().__init__()
        self.start, self.flow = start, flow
        self.at: list[Mark] = []


Tree: TypeAlias = "Keys | Entries | str"


class Stop(Exception):
    """Nothing after this problem can be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _Builder:
    text: str
    path: str
    problems: list[Problem] = field(default_factory=list)
    open: list[Keys | Entries] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    """The key that waits for its value, for each open mapping; None where a key comes next."""
    root: Tree | None = None
    nodes: int = 0

    def place(self, mark: Mark) -> Place:
        return Place(self.path, mark.line + 1, mark.column + 1)

    def stop(self, mark: Mark, code: str, message: str, cure: str) -> Stop:
        return Stop(Problem(self.place(mark), code, message, cure))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self.scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self.begin(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self.open.pop()
            self.keys.pop()
        elif kind is AliasEvent:
            raise self.unwanted(event, f"*{event.anchor}", "stands for text elsewhere")
        elif kind is DocumentStartEvent and self.root is not None:
            message = "a second part begins here: a plan file has only one"
            raise self.stop(event.start_mark, "PLC001", message, "Delete the line ---, or make two files.")

    def unwanted(self, event: Any, word: str, what: str) -> Stop:
        message = f"{quote(word)} is a YAML shorthand ({what}), which plan files do not use"
        cure = f"Write the words out. {_BLOCK_CURE}"
        return self.stop(event.start_mark, "PLC007", message, cure)

    def scalar(self, event: Any) -> None:
        self.ordinary(event)
        value = event.value
        if (mapping := self.awaits_key()) is not None:
            self.key(mapping, value, event.start_mark)
            return
        if event.style == '"' and (problem := odd_value(value, self.place(event.start_mark))):
            self.problems.append(problem)
        if not event.style and self.open and self.keys[-1] == "text":
            self.cut_short(event)
        self.put(value, event.start_mark)

    def awaits_key(self) -> Keys | None:
        inside = self.open[-1] if self.open else None
        return inside if isinstance(inside, Keys) and self.keys[-1] is None else None

    def ordinary(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            message = f"more than {NODE_LIMIT:,} keys and values in one file"
            raise self.stop(event.start_mark, "PLC031", message, "Keep one version in a file.")
        if event.anchor is not None:
            raise self.unwanted(event, f"&{event.anchor}", "names a text for later")
        if event.tag is not None:
            raise self.unwanted(event, event.tag, "gives a text a type")

    def key(self, mapping: Keys, name: str, mark: Mark) -> None:
        if name in mapping.keys_at:
            first = mapping.keys_at[name].line + 1
            message = f"key {quote(name)} stands here twice, first on line {first}"
            self.problems.append(
                Problem(self.place(mark), "PLC002", message, "Keep one of the two; only the first was read.")
            )
        else:
            mapping.keys_at[name] = mark
        self.keys[-1] = name

    def cut_short(self, event: Any) -> None:
        rest = self.text[event.end_mark.index : event.end_mark.index + 200].lstrip(" ")
        if rest.startswith("#"):
            self.problems.append(
                Problem(
                    self.place(event.end_mark),
                    "PLC041",
                    "the text ends here: what follows # is a remark and belongs to no point",
                    "Put the text in a block: text: > on its own line, the words below it, indented.",
                    "warning",
                )
            )

    def put(self, value: Tree, mark: Mark) -> None:
        if not self.open:
            self.root = value
            return
        inside = self.open[-1]
        if isinstance(inside, Keys):
            name, self.keys[-1] = str(self.keys[-1]), None
            if name not in inside:
                inside[name] = value
                inside.at[name] = mark
        else:
            inside.append(value)
            inside.at.append(mark)

    def begin(self, event: Any) -> None:
        self.ordinary(event)
        if len(self.open) >= DEPTH_LIMIT:
            message = f"more than {DEPTH_LIMIT} levels of brackets or indentation"
            cure = (
                "A plan file needs six. Put the text in a block: text: > on its own line, the words below it."
            )
            raise self.stop(event.start_mark, "PLC035", message, cure)
        if self.awaits_key() is not None:
            raise self.stop(
                event.start_mark, "PLC001", "brackets or braces stand where a key was expected", _BLOCK_CURE
            )
        made = Keys if type(event) is MappingStartEvent else Entries
        value = made(event.start_mark, flow=bool(event.flow_style))
        self.put(value, event.start_mark)
        self.open.append(value)
        self.keys.append(None)


_BLOCK_CURE = (
    "If this belongs to the words, put the text in a block: text: > on its own line, the words below."
)


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


def grow(text: str, path: str) -> tuple[Tree | None, list[Problem]]:
    """The tree of a file, or None where it cannot be read to its end, and the problems on the way."""
    builder = _Builder(text, path)
    try:
        for event in _events(text):
            builder.take(event)
    except Stop as stop:
        return None, [*builder.problems, stop.problem]
    except yaml.YAMLError as error:
        return None, [*builder.problems, broken(error, text, path)]
    return builder.root, builder.problems


def _events(text: str) -> Iterator[Any]:
    """Events of the C parser, or of the Python one where PyYAML was built without C: ten times slower."""
    parser = (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(text)
    while (event := parser.get_event()) is not None:
        yield event
