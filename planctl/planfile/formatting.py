"""A plan file in the layout that planctl writes: one sentence per line, no word and no comment changed.

Keys keep their order, lists and braces that fit on one line keep it, and single blank lines stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.errors import BadFile, Refused
from planctl.models import Location
from planctl.planfile.comments import Comments, comments
from planctl.planfile.reading import read
from planctl.planfile.tree import Entries, Keys, Tree, grow
from planctl.planfile.writing import WIDTH, block_lines, scalar

_IN_TEXT = "\0"
"""A blank line of a text, which stays."""


def formatted(data: bytes, path: str) -> bytes:
    """The bytes of a plan file in the canonical layout; twice is as once.

    Raises BadFile for a file with errors, Refused if it cannot be laid out without a change.
    """
    file = read(data, path)
    if file.model is None or not isinstance(file.tree, Keys):
        raise BadFile([problem for problem in file.problems if problem.severity == "error"])
    text = data.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    kept = comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    made = "\n".join(_squeezed(_Layout(kept).file(file.tree))) + "\n"
    if _bare(grow(made, path).tree) != _bare(file.tree) or sorted(comments(made).texts) != sorted(kept.texts):
        raise Refused(
            f"{path} cannot be formatted without changing it, and was left as it is",
            "Put comments on lines of their own, and lists with comments one entry per line.",
        )
    return made.replace("\n", end).encode()


def _bare(tree: Tree | None) -> object:
    """What a file says, whatever its layout."""
    if isinstance(tree, Keys):
        return {key: _bare(value) for key, value in tree.items()}
    if isinstance(tree, Entries):
        return [_bare(value) for value in tree]
    return (tree or "").strip()


def _squeezed(lines: Iterable[str]) -> list[str]:
    """No blank line at either end, and never two together but in a text."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    if kept and not kept[-1]:
        kept.pop()
    return ["" if line == _IN_TEXT else line for line in kept]


class _Layout:
    """Lays out the values of a file, with its comments where they belong."""

    def __init__(self, kept: Comments) -> None:
        self.kept = kept
        self.holders = kept.holders

    def file(self, tree: Keys) -> Iterator[str]:
        yield from self.keys(tree, "", ())
        yield from self.kept.last

    def keys(self, keys: Keys, indent: str, location: Location) -> Iterator[str]:
        for key, value in keys.items():
            here = (*location, key)
            yield from self.above(here, indent)
            start = f"{indent}{scalar(key)}:"
            block = block_lines(start, value.strip(), indent, key) if isinstance(value, str) else []
            row = None if block else self.row(value, here, len(start))
            if row is not None:
                yield self.ended(f"{start} {row}", here)
            elif isinstance(value, str):
                yield self.ended(block[0], here)
                yield from (line or _IN_TEXT for line in block[1:])
            else:
                yield self.ended(start, here)
                inside = self.keys if isinstance(value, Keys) else self.entries
                yield from inside(value, f"{indent}  ", here)

    def entries(self, entries: Entries, indent: str, location: Location) -> Iterator[str]:
        for place, value in enumerate(entries):
            here = (*location, place)
            yield from self.above(here, indent)
            row = self.row(value, here, len(indent))
            if row is not None:
                yield self.ended(f"{indent}- {row}", here)
            elif isinstance(value, Keys):
                beside = [self.kept.beside[here]] if here in self.kept.beside else []
                yield from _dashed(list(self.keys(value, f"{indent}  ", here)), indent, beside)

    def above(self, location: Location, indent: str) -> Iterator[str]:
        """Comments on lines of their own."""
        yield from (f"{indent}{text}" if text else "" for text in self.kept.before.get(location, ()))

    def ended(self, line: str, location: Location) -> str:
        """The line with the comment beside it."""
        beside = self.kept.beside.get(location)
        return f"{line}  {beside}" if beside else line

    def row(self, value: Tree, location: Location, room: int) -> str | None:
        """A value on one line, if it is a single one, empty, or was in brackets and fits.

        A list of words in brackets has as long a line as it needs.
        """
        if isinstance(value, str) or not value:
            return self.in_a_row(value, location)
        if not value.flow or location in self.holders:
            return None
        row = self.in_a_row(value, location)
        is_words = isinstance(value, Entries) and all(isinstance(each, str) for each in value)
        return row if is_words or room + len(row) < WIDTH else None

    def in_a_row(self, value: Tree, location: Location) -> str:
        if isinstance(value, str):
            return self.kept.typed.get(location) or scalar(value.strip(), inline=True)
        if isinstance(value, Keys):
            pairs = (f"{scalar(key)}: {self.in_a_row(each, (*location, key))}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        return f"[{', '.join(self.in_a_row(each, (*location, k)) for k, each in enumerate(value))}]"


def _dashed(lines: list[str], indent: str, beside: list[str]) -> Iterator[str]:
    """Keys with a dash before the first of them; a comment above that one goes above the dash."""
    first = next(k for k, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    yield from (f"{indent}{line.strip()}" for line in [*lines[:first], *beside])
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]
