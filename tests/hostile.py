"""A plan folder whose every field tries to forge, to hide or to come alive, made from the models themselves.

A field that the models get tomorrow is filled too; one of a new kind makes ``filled`` raise.
"""

from __future__ import annotations

import csv
import io
import json
import re
import types
import typing
import unicodedata
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from planctl.models import Header, Id, Item, Label, Party, Point, Version, When, Words

ATTACKS = {
    "banner": "! v1 is verbatim",
    "banner on a second line": "a\n! v1 is verbatim\n  b",
    "banners wherever a line breaks": "Talks " + "! " * 60,
    "message": "planctl: no version v1\n  It was withdrawn.",
    "annotation": "::error title=x::pwned",
    "annotation on a second line": "a\n::stop-commands::x\n\n::error::b",
    "annotation behind blanks": "\u3000 ::warning::x",
    "old command": "a ##[command]pwned",
    "pipeline command": "##vso[task.setvariable variable=x]y",
    "a long word that is cut": "x" * 20 + "::error::pwned" * 12,
    "lanes of a graph": "* v9  1 Jan 2020\n| \\",
    "fillers": "\u3164 \u115f\u1160 \uffa0 \u2800 \u034fb \u17b4\u17b5c \U0001d159",
    "marks of direction": "\u200fa\u061c\u200eb",
    "selectors and tags": "a\ufe0f\ufe00\U000e0100 \U000e0041\U000e007f \U000e01ef",
    "no width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u180eh\u2064",
    "annotations between lines": "a\ufff9b\ufffac\ufffb\ufffc",
    "private and unassigned": "a\ue000b\U000f0000c\ufdd0d\U000e0fffe",
    "formula": "=1+1;=2\t=3",
    "formula of full width": "\uff1d1;\uff0b1;\uff20x",
    "formula behind blanks and quotes": ' "=1+1',
    "formula on a second line": "a\n=1+1\n@x;-2",
    "addresses": "http://x.org https://y.org www.z.org ftp://f.org a@b.org mailto:c@d.o xmpp:e@f.o/g _www.h",
    "links": "[a](http://x.org) ![b](c) [d]\\(e) \\[f\\](g) [h]: i <http://j.org> [k][l]",
    "footnote": "a[^1]\n\n[^1]: b",
    "struck out": "~~a~~ ~b~ **c** __d__ `e` <del>f</del>",
    "html": "<script>a</script> <img src=x onerror=y> <!-- b --> &lt;c&gt; &#60;d",
    "table": "a | b\n--- | ---\nc | d",
    "delimiter of a table": ":-",
    "task": "- [ ] a\n- [x] b",
    "heading": "# a\n## b\nc\n---\nd\n===",
    "quotation and code": "> a\n```\nb\n```\n    c",
    "people and pictures": "@everyone :warning: #1 $x$ \\(y\\)",
    "list": "1. a\n2) b\n* c\n+ d\n- e",
}
"""What each field is filled with, by what it tries."""

_BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\U0001d159") | {
    chr(code)
    for first, last in ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x180B, 0x180F))
    for code in range(first, last + 1)
}


def is_raw(char: str) -> bool:
    """Whether a character may never leave planctl as it is, where it does no honest work."""
    return char in _BLANK or (
        char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )


WORKING = {
    "Persian": "می\u200cخواهم",
    "Hindi": "नमस्\u200dते",
    "Bengali": "র\u200d্য",
    "Malayalam": "ന്\u200d",
    "Khmer": "ភាសា\u200bខ្មែរ",
    "Thai": "ไทย\u200bแลนด์",
    "Mongolian": "\u182e\u180b \u1828\u180e\u1820",
    "an astronaut": "👩\u200d🚀",
    "a rainbow flag": "🏳\ufe0f\u200d🌈",
    "a heart": "❤\ufe0f",
    "a key": "1\ufe0f\u20e3",
    "a colour of skin": "👩🏽\u200d🚀",
    "an arrow": "🙂\u200d↔\ufe0f",
    "a sign of copyright": "©\ufe0f",
    "Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "a Japanese name": "葛\U000e0100城",
    "an operator": "≨\ufe00",
    "figures in Arabic": "\u0601١٢",
    "blanks": "10\u00a0km\u3000x\u202fy",
}
"""Characters that cannot be seen, at the work they were made for."""

SCRAPS = [
    *[
        "\\",
        "`",
        "*",
        "_",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "~",
        "|",
        "&",
        "$",
        "#",
        ":",
        "/",
        "@",
        ".",
        "!",
        "=",
        "+",
        "-",
        "1",
        ";",
        "^",
        "{",
        "}",
        '"',
        "'",
        "\n",
        "\t",
        "x",
    ],
    " ",
    "www",
    "http",
    "https://",
    "ftp://",
    "mailto:",
    "xmpp:",
    "a@b.org",
    "[^1]",
    "~~",
    "\\(",
    "[a](b)",
    "<b>",
    "&amp;",
    "```",
    "- [ ] ",
    ":warning:",
    "@x",
    "\u3164",
    "\u200d",
    "\ufe0f",
    "\U0001f469",
    "::",
    "##[",
    "\u0645",
    "\u05d0\u200f",
    "\u2800",
    "\ufeff",
    "\r",
]
SOUP = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=3), max_size=10).map("".join)
"""Text made of what is markup, a formula or an order to somebody."""


def forged(text: str, attack: str = "") -> list[str]:
    """Lines that a reader, or a program that reads the log, would take for planctl's own or for orders."""
    starts = tuple(
        row for row in attack.split("\n") if row.startswith(("!", "*", "|", "#", ">", "- ", "planctl:"))
    )
    return [
        row
        for row in text.split("\n")
        if row.lstrip().startswith("::")
        or row.startswith("! !")
        or re.search(r"##\w*\[", row)
        or (starts and row.startswith(starts))
        or any(map(is_raw, row))
    ]


def live_cells(text: str) -> list[str]:
    """Cells that a spreadsheet would compute, whichever sign it takes for the end of a cell."""
    cells = (
        cell for sign in ",;\t|" for row in csv.reader(io.StringIO(text), delimiter=sign) for cell in row
    )
    return [
        cell
        for cell in cells
        if re.match("[\\s\"'\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]", cell) and cell[0] != "'"
    ]


_DEEPEST = 3
"""Levels of groups below which no items and sections stand in each other."""


class _Filler:
    """Fills models. Numbers keep ids apart, labels apart, and make each version's words its own."""

    def __init__(self, attack: str, version: str, parent: str | None) -> None:
        self.attack, self.version, self.parent = attack, version, parent
        self.count = self.depth = 0
        self.ids: dict[type[BaseModel], int] = {}

    def fill(self, model: type[BaseModel]) -> dict[str, Any]:
        hints = typing.get_type_hints(model, include_extras=True)
        self.depth += 1
        fields = sorted(model.model_fields.items(), key=lambda named: named[0] != "listed")
        found = {field.alias or name: self.value(model, name, hints[name]) for name, field in fields}
        self.depth -= 1
        names = [field.alias or name for name, field in model.model_fields.items()]
        return {name: found[name] for name in names if found[name] is not None}

    def value(self, model: type[BaseModel], name: str, hint: Any) -> Any:
        known = self.known()
        if (model, name) in known:
            return known[model, name]
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin in {typing.Union, types.UnionType}:
            return self.value(model, name, inner[0])
        if origin is tuple:
            return self.listed(model, name, inner[0])
        return self.word(model, name, hint) if origin else self.other(model, name, hint)

    def word(self, model: type[BaseModel], name: str, hint: Any) -> str:
        if hint == Id:
            return {"id": self.next_id(model), "version": self.parent}.get(name) or "party1"
        if hint == Label:
            return self.label()
        if hint == Words:
            return f"{self.attack} {self.version}" if name == "text" else self.attack
        raise TypeError(f"say how to fill {model.__name__}.{name}: {hint}")

    def other(self, model: type[BaseModel], name: str, hint: Any) -> Any:
        if hint is When:
            return "2025-11-20"
        if hint is bool:
            return True
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint)).value
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self.fill(hint)
        raise TypeError(f"say how to fill {model.__name__}.{name}: {hint}")

    def known(self) -> dict[tuple[type[BaseModel], str], Any]:
        """Fields that lead somewhere, so that the plan can be read and the versions descend."""
        parent = [{"version": self.parent, "contested": True, "note": self.attack}] if self.parent else []
        return {
            (Version, "version"): self.version,
            (Version, "made_from"): parent,
            (Version, "wording"): "reconstructed" if self.parent else "restated",
            (Version, "evidence"): "reported",
            (Version, "date"): "2025-11-21" if self.parent else "2025-11-20",
            (Version, "language"): "en",
            (Party, "part_of"): None,
            (Item, "evidence"): "inferred",
            (Item, "unseen"): "false",
            (Point, "unseen"): "false",
        }

    def listed(self, model: type[BaseModel], name: str, hint: Any) -> list[Any]:
        if hint is str:
            return self.references(name)
        if hint == Id:
            return {"sources": ["source1"], "in_tension_with": []}.get(name, ["party1"])
        if name in {"items", "sections", "preamble"} and self.depth > _DEEPEST:
            return []
        return [self.value(model, name, hint) for _ in range(3 if name == "listed" else 2)]

    def references(self, name: str) -> list[str]:
        if name in {"made_from", "not_from"}:
            return []
        if name in {"refs", "unseen"}:
            return [f"{self.parent}:{number_of(self.attack, 1)}"] if self.parent else []
        return ["v1", f"v1:{number_of(self.attack, 1)}"] if name == "about" else ["v2"]

    def label(self) -> str:
        self.count += 1
        return number_of(self.attack, self.count)

    def next_id(self, model: type[BaseModel]) -> str:
        self.ids[model] = self.ids.get(model, 0) + 1
        return f"{model.__name__.lower()}{self.ids[model]}"


def number_of(attack: str, count: int) -> str:
    """A label that begins like the attack."""
    return f"{attack[:30].strip()} {count}".strip()


def lay(folder: Path, attack: str) -> Path:
    """The plan folder ``plans/p`` with two versions, the second made from the first."""
    plan = folder / "plans" / "p"
    plan.mkdir(parents=True)
    for name, content in files(attack):
        (plan / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return plan


def files(attack: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and contents of the files of the plan folder."""
    yield "plan.yaml", _Filler(attack, "", None).fill(Header)
    yield "v1.yaml", _Filler(attack, "v1", None).fill(Version)
    yield "v2.yaml", _Filler(attack, "v2", "v1").fill(Version)
