"""Text out of a file for Markdown: it shows as it is, and can be neither markup nor HTML nor a link."""

from __future__ import annotations

import re

from planctl.plain import one_line
from planctl.text import without_links

_MARKUP = re.compile(r"[\\`*_\[\]<|~&$#]")
_AT_START = re.compile(r"^(?:[-+=>:](?=[\s=:-]|$)|>|\d{1,9}(?=[.)](?:\s|$)))")


def inert(text: str) -> str:
    """The text on one line; what Markdown would read as markup is escaped or taken apart."""
    escaped = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _AT_START.sub(_escape_start, without_links(escaped))


def _escape_start(match: re.Match[str]) -> str:
    mark = match[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A table of cells that are inert or our own; an empty one is left out."""
    if not rows:
        return []
    lines = [head, ["---"] * len(head), *rows]
    return [*(f"| {' | '.join(cells)} |" for cells in lines), ""]
