"""A format of its own in one file, to show what a new one takes: an outline, one line per text."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.page import Bar, Page, Strand, StyledRun, tidy
from planctl.plain import one_line


def outline(page: Page) -> str:
    """The page as lines, set in by depth."""
    return "".join(f"{'  ' * depth}- {one_line(text)}\n" for depth, text in _texts(page, 0))


def _texts(value: object, depth: int) -> Iterator[tuple[int, str]]:
    match value:
        case StyledRun():
            yield depth, value.text
        case Bar():
            yield (
                depth,
                f"removed {value.removed} ({value.figures[0]}), added {value.added} ({value.figures[1]})",
            )
        case Strand():
            yield depth, value.label
            yield from ((depth, f"{kind}: {text}") for kind, text in tidy(value.segments))
        case str():
            yield depth, value
        case tuple():
            yield from (found for part in value for found in _texts(part, depth + 1))
