"""New entries put into the lists of a ``plan.yaml``: nothing that stands there is touched, no comment lost.

An emitter would lay out the whole file anew. So the new lines are written where the list ends, as the list
itself is written, and the file is read again: what was there and what was added, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planctl.errors import Refused
from planctl.models import Claim, Event, Header, Party, Source
from planctl.planfile.reading import load_header
from planctl.planfile.tree import Entries, Keys, grow
from planctl.planfile.writing import entry_in_a_row, entry_lines

Added = Mapping[str, Sequence[Party | Source | Event | Claim]]
"""New entries by the key of their list, such as ``parties``."""


def with_entries(data: bytes, path: str, added: Added) -> bytes:
    """The bytes of a ``plan.yaml`` with further entries at the end of its lists.

    Raises BadFile for a file with errors, Refused if an entry cannot be added where its list is written.
    """
    before = load_header(data, path)
    wanted = before.model_copy(update={key: (*getattr(before, key), *new) for key, new in added.items()})
    text = data.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    for key, new in added.items():
        if new:
            text = _inserted(text.replace("\r\n", "\n"), path, key, new).replace("\n", end)
    if _read(text.encode(), path) != wanted:
        raise Refused(
            f"{path} is laid out so that nothing can be added to it without a change elsewhere",
            f"Add them yourself: {'; '.join(_shown(added))}",
        )
    return text.encode()


def _read(data: bytes, path: str) -> Header | None:
    from planctl.errors import BadFile

    try:
        return load_header(data, path)
    except BadFile:
        return None


def _shown(added: Added) -> list[str]:
    return [f"{key}: {entry_in_a_row(entry)}" for key, new in added.items() for entry in new]


def _inserted(text: str, path: str, key: str, new: Sequence[Party | Source | Event | Claim]) -> str:
    tree = grow(text, path).tree
    if not isinstance(tree, Keys):
        return text
    entries = tree.get(key)
    if not isinstance(entries, Entries):
        rows = [row for entry in new for row in entry_lines(entry, "  ")]
        return f"{text.rstrip()}\n{key}:\n" + "".join(f"{row}\n" for row in rows)
    lines = text.split("\n")
    last = _last_line(lines, tree, key)
    if entries.flow and not entries and lines[last].count("[]") == 1:
        rows = [row for entry in new for row in entry_lines(entry, "  ")]
        return "\n".join([*lines[:last], lines[last].replace(" []", ""), *rows, *lines[last + 1 :]])
    if entries.flow:
        return _in_brackets(lines, last, [entry_in_a_row(entry) for entry in new], is_first=not entries)
    first = lines[entries.at[0].line]
    indent = first[: first.index("-", 0, entries.at[0].column)]
    rows = [row for entry in new for row in entry_lines(entry, indent)]
    return "\n".join([*lines[: last + 1], *rows, *lines[last + 1 :]])


def _last_line(lines: Sequence[str], tree: Keys, key: str) -> int:
    """The last line of a list: comments at the left edge below it belong to what comes next."""
    after = [mark.line for mark in tree.keys_at.values() if mark.line > tree.keys_at[key].line]
    line = min(after, default=len(lines)) - 1
    while not lines[line].strip() or lines[line].startswith("#"):
        line -= 1
    return line


def _in_brackets(lines: Sequence[str], last: int, rows: Sequence[str], *, is_first: bool) -> str:
    start, bracket, rest = lines[last].rpartition("]")
    has_comma = "".join([*lines[:last], start]).rstrip().endswith(",")
    comma = "" if is_first else " " if has_comma else ", "
    here = f"{start if not start.strip() else start.rstrip()}{comma}{', '.join(rows)}{bracket}{rest}"
    return "\n".join([*lines[:last], here, *lines[last + 1 :]])
