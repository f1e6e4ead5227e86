"""A model -> the text of a plan file, as a careful person would have typed it: one sentence per line.

Written by hand rather than by a YAML library: a plan file uses five shapes only, and no emitter breaks a
folded text where its sentences end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from pydantic import BaseModel

from planctl.models import Header, Item, Parent, Point, Version, When
from planctl.text import boundaries

WIDTH = 100
"""Characters of a line that holds a list in brackets."""
_BLOCKS = frozenset({"text", "note", "says"})
_PLAIN = (
    r"(?i)(?!(?:y|n|yes|no|on|off|true|false|null)$)"
    r"(?:\((?=\w)|[^\W_])(?:[\w.;+/()'’–—-]|:(?=[\w/])|[&,](?=\w)|,? (?=[\w(‘’–—]))*"
)
"""Values that need no quotes for any YAML reader; others get them."""
_NEEDS_ESCAPE = "[^\n\t\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_FIRST: dict[type[BaseModel], tuple[str, ...]] = {
    Point: ("number", "heading", "term", "tabled_by", "status"),
    Item: ("label", "term"),
}
"""Fields that the models inherit stand behind these in a file."""
_EMPTY = 'text: ""'
"""A paragraph without words."""


def write(model: Version | Header) -> str:
    """The file text of a version or of a plan's header; reading it back gives an equal model.

    Control characters and direction overrides in texts are written as escapes, which reading refuses.
    """
    return "".join(f"{line}\n" for line in _group(model, ""))


def write_version(version: Version) -> str:
    """The text of a version file."""
    return write(version)


def entry_lines(model: BaseModel, indent: str) -> list[str]:
    """The lines of one entry of a list, its dash at ``indent``."""
    lines = list(_group(model, f"{indent}  "))
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def entry_in_a_row(model: BaseModel) -> str:
    """The same entry in braces, for a list in brackets."""
    values = {name: getattr(model, name) for name in type(model).model_fields}
    given = {name: value for name, value in values.items() if value != type(model).model_fields[name].default}
    return f"{{{', '.join(f'{name}: {_in_a_row(value)}' for name, value in given.items())}}}"


def _in_a_row(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_short(entry, inline=True) for entry in value)}]"
    return _short(value, inline=True)


def _group(model: BaseModel, indent: str) -> Iterator[str]:
    first = _FIRST.get(type(model), ())
    fields = type(model).model_fields
    for name in (*first, *(name for name in fields if name not in first)):
        value = getattr(model, name)
        field = fields[name]
        is_said = isinstance(model, Version) and _is_said(model, name)
        if is_said or field.is_required() or value != field.get_default():
            yield from _entry(field.alias or name, value, indent)


def _is_said(version: Version, name: str) -> bool:
    """Whether an empty list says something: made from no other version, a text without points."""
    if name == "made_from":
        return name in version.model_fields_set
    return name == "listed" and not version.listed and not version.sections


def _entry(name: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, tuple) and any(_is_group(entry) for entry in value):
        yield f"{indent}{name}:"
        for entry in value:
            lines = _group(entry, f"{indent}    ")
            yield f"{indent}  - {next(lines, _EMPTY).lstrip()}"
            yield from lines
    elif _is_group(value) and not isinstance(value, When):
        yield f"{indent}{name}:"
        yield from _group(value, f"{indent}  ")
    elif isinstance(value, tuple):
        yield f"{indent}{name}: [{', '.join(_short(entry, inline=True) for entry in value)}]"
    elif name in _BLOCKS:
        start = f"{indent}{name}:"
        yield from block_lines(start, value, indent, name) or [f"{start} {scalar(value)}"]
    else:
        yield f"{indent}{name}: {_short(value)}"


def block_lines(start: str, text: str, indent: str, name: str) -> list[str]:
    """A text as a block of lines, one sentence each, if its key is one that holds texts and a block can."""
    if name not in _BLOCKS or not _fits_block(text):
        return []
    folded = "\n" not in text
    lines = _sentences(text) if folded else text.split("\n")
    return [f"{start} {'>' if folded else '|'}", *(f"{indent}  {line}" if line else "" for line in lines)]


def scalar(text: str, *, inline: bool = False) -> str:
    """A text on one line, in quotation marks where YAML or a person might take it for something else.

    ``inline`` is for lists in brackets, where a comma ends an entry.
    """
    return text if re.fullmatch(_PLAIN, text) and not (inline and "," in text) else _quoted(text)


def _is_group(entry: Any) -> bool:
    return isinstance(entry, BaseModel) and not (isinstance(entry, Parent) and _is_bare(entry))


def _is_bare(parent: Parent) -> bool:
    return parent == Parent(version=parent.version)


def _fits_block(text: str) -> bool:
    """A block shows a text as it is, so it can hold neither escapes nor line ends of other systems."""
    return bool(text) and not re.search(_NEEDS_ESCAPE, text)


def _sentences(text: str) -> Iterator[str]:
    """Lines that folding joins again with one blank each: broken after sentences and nowhere else."""
    start = 0
    for end, following in boundaries(text):
        if text[end:following] == " ":
            yield text[start:end]
            start = following
    yield text[start:]


def _short(value: Any, *, inline: bool = False) -> str:
    if isinstance(value, Parent):
        return value.version
    if isinstance(value, When):
        return _when(value)
    if isinstance(value, bool):
        return str(value).lower()
    return scalar(str(value.value if isinstance(value, Enum) else value), inline=inline)


def _quoted(text: str) -> str:
    import json

    return re.sub(
        _NEEDS_ESCAPE, lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def _when(when: When) -> str:
    first, last = when.earliest, when.latest
    if first == last:
        return first.isoformat()
    from calendar import monthrange  # 1 ms at start-up, where nothing is written

    month_end = first.replace(day=monthrange(first.year, first.month)[1])
    if first.day == 1 and last == month_end:
        return first.isoformat()[: len("2025-11")]
    return f"{{earliest: {first.isoformat()}, latest: {last.isoformat()}}}"
