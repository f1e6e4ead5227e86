"""What Pydantic refused, in our words and at its place. Its own wording never leaves this file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from planctl.errors import FilePlace, Problem
from planctl.models import (
    Claim,
    Event,
    Header,
    Imported,
    Item,
    LeftOut,
    Parent,
    Party,
    Point,
    Section,
    Source,
    Version,
    When,
)
from planctl.planfile.findings import guess, quote
from planctl.planfile.tree import Keys, key_at, value_at

Location = tuple[int | str, ...]

_USE_BLOCK = "Put the text in a block: text: > on its own line, the words below it, indented."
_EXCERPT = 40
_LISTS_OF_GROUPS = frozenset(
    {"points", "items", "sections", "preamble", "closing", "left_out", "parties", "claims", "events"}
)
_DATE_CURE = "Write 2025-11-20, 2025-11 or 2025, or {earliest: 2025-11-20, latest: 2025-11-23}."
_ID_CURE = "An id has letters, digits and _ . + - only, and begins with a letter or digit."

_GROUP_MODELS: Mapping[tuple[str, ...], tuple[str, type[BaseModel]]] = {
    ("points",): ("a point", Point),
    ("items",): ("an item", Item),
    ("preamble",): ("a paragraph", Item),
    ("closing",): ("a paragraph", Item),
    ("sections",): ("a section", Section),
    ("left_out",): ("what is left out", LeftOut),
    ("imported_from",): ("the file it was read from", Imported),
    ("made_from",): ("a version it was made from", Parent),
    ("parties",): ("a party", Party),
    ("sources",): ("a source", Source),
    ("claims",): ("a claim", Claim),
    ("events",): ("an event", Event),
    ("date",): ("a date", When),
    ("sources", "date"): ("a date", When),
    ("claims", "date"): ("a date", When),
    ("events", "date"): ("a date", When),
}
"""What stands at a place of a plan file, by the keys on the way there."""
_NESTING = ("points", "items", "sections", "preamble", "closing")
"""Keys that stand within each other: only the last says what a group is."""

_EXAMPLES = {
    "version": "version: v28",
    "title": "title: The 28-point draft",
    "date": "date: 2025-11-20",
    "tabled_by": "tabled_by: [us]",
    "wording": "wording: verbatim, translated, restated or reconstructed",
    "evidence": "evidence: published, reported or inferred",
    "number": "number: 6",
    "label": "label: a",
    "id": "id: us",
    "name": "name: United States",
    "publisher": "publisher: Reuters",
    "what": "what: what happened, in your own words",
    "refs": "refs: [v28:13]",
    "file": "file: draft.docx",
    "by": "by: who said it",
    "says": "says: what was said, in your own words",
    "about": "about: [v28:6]",
    "earliest": "earliest: 2025-11-20",
    "latest": "latest: 2025-11-23",
}


def keys_of(location: Location, root: type[BaseModel]) -> tuple[str, type[BaseModel]]:
    """What a group of keys is (``a point``) and the model with its fields."""
    names = tuple(part for part in location if isinstance(part, str))
    if len(names) > 1 and names[-1] in _NESTING:
        names = names[-1:]
    here = "the version" if root is Version else "the plan"
    return _GROUP_MODELS.get(names, (here, root))


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by their keys in a file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def problem(error: ErrorDetails, root: type[Version | Header], tree: Keys, path: str) -> Problem:
    """One of Pydantic's errors as a problem at its place."""
    location: Location = tuple(error["loc"])
    kind = error["type"]
    if kind == "no_text":
        location, kind = ("points",), "too_short" if "points" in tree else "missing"
        error = {**error, "loc": location, "type": kind, "input": tree.get("points")}
    fault = _missing_or_unknown(kind, location, root) or _misfit(error, location)
    find = key_at if kind == "extra_forbidden" else value_at
    return Problem(place(path, find(tree, location)), fault.code, fault.message, fault.cure)


def place(path: str, mark: Any) -> FilePlace:
    """A parser's mark as a place; no mark is the whole file."""
    return FilePlace(path, mark.line + 1, mark.column + 1) if mark else FilePlace(path)


class _Said(NamedTuple):
    code: str
    message: str
    cure: str


def _missing_or_unknown(kind: str, location: Location, root: type[BaseModel]) -> _Said | None:
    key = str(location[-1]) if location else ""
    group, model = keys_of(location[:-1], root)
    if kind == "missing":
        return _Said("PLC006", f"{group} needs the key {key}", f"Add {_EXAMPLES.get(key, key + ':')}")
    if kind == "no_name":
        return _Said(
            "PLC006",
            "a section needs a label or a heading",
            "Add label: Annex I, or heading: with its words.",
        )
    if kind == "extra_forbidden":
        fields = tuple(fields_of(model))
        cure = f"Keys of {group}: {', '.join(fields)}."
        return _Said("PLC003", f"unknown key {quote(key)}{guess(key, fields)}", cure)
    return None


def _misfit(error: ErrorDetails, location: Location) -> _Said:
    value: Any = error["input"]
    context: Any = error.get("ctx", {})
    key = next((part for part in reversed(location) if isinstance(part, str)), "the file")
    if value == "":
        return _Said("PLC006", f"{key} is empty", "Write a value, [] for an empty list, or remove the key.")
    say = _not_a_date if key == "date" else _SAYINGS.get(error["type"], _unfitting)
    return say(key, value, context)


def _unfitting(key: str, _: Any, __: Any) -> _Said:
    return _Said("PLC005", f"this does not fit {key}", "See docs/plan-format.md.")


def _not_text(_: str, value: Any, __: Any) -> _Said:
    if isinstance(value, Keys):
        how = "braces open a list of keys" if value.flow else "a word with a colon opens a key"
    else:
        how = "square brackets open a list" if value.flow else "a line with a dash opens a list"
    return _Said("PLC004", f"text became a list: {how} in YAML", _USE_BLOCK)


def _not_list(key: str, value: Any, _: Any) -> _Said:
    example = f"{key}: [{value}]" if isinstance(value, str) and len(value) <= _EXCERPT else f"{key}: [a, b]"
    cure = f"Write {example}, or one entry per line with a dash before it."
    if key in _LISTS_OF_GROUPS:
        cure = "Begin each entry with a dash on a line of its own, and put its keys below each other."
    return _Said("PLC005", f"{key} must be a list", cure)


def _not_keys(key: str, value: Any, _: Any) -> _Said:
    what = f"the text {quote(value)}" if isinstance(value, str) else "a list"
    message = f"each entry of {key} is a group of keys, not {what}"
    return _Said("PLC005", message, "Write its keys below a dash.")


def _not_a_choice(key: str, value: Any, context: Any) -> _Said:
    choices = re.findall(r"'([^']*)'", context["expected"])
    wrong = (
        f"cannot be {quote(value)}{guess(value, choices)}"
        if isinstance(value, str)
        else "is one word, not a list"
    )
    return _Said("PLC005", f"{key} {wrong}", f"One of: {', '.join(choices)}.")


def _not_an_id(_: str, value: Any, __: Any) -> _Said:
    return _Said("PLC009", f"{quote(value)} cannot be an id", _ID_CURE)


def _too_long(key: str, _: Any, context: Any) -> _Said:
    limit = context["max_length"]
    return _Said(
        "PLC009", f"{key} is longer than {limit} characters", "Keep it short; the words belong in text."
    )


def _nothing(key: str, _: Any, __: Any) -> _Said:
    return _Said("PLC006", f"{key} has no entry", f"A version has at least one of its {key}.")


def _not_a_date(_: str, value: Any, context: Any) -> _Said:
    message = str(context.get("error", "")).partition(";")[0]
    if isinstance(value, str):
        message = f"{quote(value)} is {'not a calendar date' if 'calendar' in message else 'not a date'}"
    return _Said("PLC008", message if 0 < len(message) <= 2 * _EXCERPT else "this is not a date", _DATE_CURE)


def _not_yes_or_no(key: str, value: Any, _: Any) -> _Said:
    what = quote(value) if isinstance(value, str) else "a list"
    return _Said("PLC005", f"{key} is true or false, not {what}", f"Write {key}: true, or leave it out.")


_SAYINGS: Mapping[str, Callable[[str, Any, Any], _Said]] = {
    "string_type": _not_text,
    "tuple_type": _not_list,
    "model_type": _not_keys,
    "dict_type": _not_keys,
    "model_attributes_type": _not_keys,
    "enum": _not_a_choice,
    "string_pattern_mismatch": _not_an_id,
    "string_too_short": lambda key, _, __: _Said("PLC006", f"{key} is empty", "Write a value."),
    "string_too_long": _too_long,
    "too_short": _nothing,
    "value_error": _not_a_date,
    "date_type": _not_a_date,
    "date_parsing": _not_a_date,
    "date_from_datetime_parsing": _not_a_date,
    "date_from_datetime_inexact": _not_a_date,
    "bool_parsing": _not_yes_or_no,
    "bool_type": _not_yes_or_no,
}
