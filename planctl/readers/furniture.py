"""What pages carry besides their text: headers, footers, page numbers, line numbers in the margin.

They are found by repetition: the same words, figures aside, at the same height of many pages.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from planctl.readers import headings
from planctl.readers.draft import StrayText, Why
from planctl.readers.pdf_lines import PdfLine

_EDGE = 4
"""Lines at the top and at the bottom of a page that may be furniture."""
_FURNITURE_GAP = 1.3
"""How many usual line distances divide furniture from the text."""
_FEWEST_PAGES = 3
"""Pages on which a line that no gap divides from the text must stand."""
_SAME_HEIGHT = 4.0
_PAGE_SHARE = 0.4
"""Share of pages on which a line must stand to be furniture."""
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|seite|página|pagina|стор\.?|страница|p\.|s\.)\s*)?(\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|de|von|sur|из|з|di)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(\d{1,4})\s+(?=\S)|(\d{1,4})$")
_NUMBERED_SHARE = 0.6
"""Share of the lines of a page that must be numbered for line numbers."""


def without(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[StrayText]]:
    """The lines of the text itself, and what was left out."""
    numbered = _line_numbers(lines)
    lines, out = numbered
    gone: dict[int, Why] = {}
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    _by_repetition(pages, gone)
    _by_page_number(pages, gone)
    return [line for line in lines if id(line) not in gone], out + _listed(lines, gone)


def _by_repetition(pages: Sequence[Sequence[PdfLine]], gone: dict[int, Why]) -> None:
    if len(pages) < 2:  # noqa: PLR2004 - nothing repeats on one page
        return
    seen: dict[tuple[str, bool], list[PdfLine]] = defaultdict(list)
    apart: set[int] = set()
    usual = leading([line for page in pages for line in page])
    for page in pages:
        apart.update(id(line) for line in (*_edge(page, usual), *_edge(page[::-1], usual)))
        for bottom, edge in ((False, page[:_EDGE]), (True, page[-_EDGE:])):
            for line in edge:
                seen[_shape(line.text), bottom].append(line)
    least = max(2, round(len(pages) * _PAGE_SHARE))
    for (shape, _), found in seen.items():
        height = statistics.median(line.top for line in found)
        same = [line for line in found if abs(line.top - height) <= _SAME_HEIGHT]
        on = {line.page for line in same}
        sure = (
            len(on) >= _FEWEST_PAGES or all(id(line) in apart for line in same) or _runs_on_top(same, pages)
        )
        if len(on) < least or not sure:
            continue
        why: Why = "page number" if not any(sign.isalpha() for sign in shape) else "page header or footer"
        for line in same:
            gone[id(line)] = why


def _edge(page: Sequence[PdfLine], usual: float) -> Sequence[PdfLine]:
    """The lines at one end of a page that a gap divides from the text."""
    for place in range(min(_EDGE, len(page) - 1)):
        if abs(page[place + 1].bottom - page[place].bottom) > usual * _FURNITURE_GAP:
            return page[: place + 1]
    return ()


def leading(lines: Sequence[PdfLine]) -> float:
    """The usual distance between lines, in points."""
    distances = [
        round(line.bottom - before.bottom)
        for before, line in pairwise(lines)
        if line.page == before.page and line.bottom > before.bottom
    ]
    if not distances:
        return 14.0
    counts = Counter(distances)
    most = max(counts.values())
    return float(min(distance for distance, count in counts.items() if count * 2 >= most))


def _runs_on_top(lines: Sequence[PdfLine], pages: Sequence[Sequence[PdfLine]]) -> bool:
    """Whether a line opens every page and cannot be part of a sentence."""
    text = lines[0].text.strip()
    tops = {id(page[0]) for page in pages}
    return (
        len(lines) == len(pages)
        and all(id(line) in tops for line in lines)
        and headings.looks_like_heading(text)
    )


def _by_page_number(pages: Sequence[Sequence[PdfLine]], gone: dict[int, Why]) -> None:
    """Page numbers that move about: the first or last line is a number, one more on each page."""
    offsets: dict[int, list[PdfLine]] = defaultdict(list)
    for page in pages:
        left = [line for line in page if id(line) not in gone]
        for line in {id(line): line for line in (*left[:1], *left[-1:])}.values():
            match = _PAGE_NUMBER.fullmatch(line.text)
            if match and match[1].isdigit():
                offsets[int(match[1]) - line.page].append(line)
    for found in offsets.values():
        if len(found) >= max(2, len(pages) * _PAGE_SHARE):
            for line in found:
                gone[id(line)] = "page number"


def _shape(text: str) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", " ".join(text.casefold().split()))


def _line_numbers(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[StrayText]]:
    """Take away numbers in the margin that count the lines."""
    out: list[PdfLine] = []
    left_out: list[StrayText] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        matches = [_LEADING.match(line.text) for line in page]
        numbers = [int(match[1] or match[2]) if match else None for match in matches]
        steps = sum(1 for one, two in pairwise(numbers) if one is not None and two == one + 1)
        if len(page) < 8 or steps < len(page) * _NUMBERED_SHARE:  # noqa: PLR2004 - too few lines to tell
            out.extend(page)
            continue
        for line, match in zip(page, matches, strict=True):
            if match is None:
                out.append(line)
                continue
            left_out.append(StrayText(match[0].strip(), "line number", 1, f"page {line.page + 1}"))
            line.text = line.text[match.end() :].strip()
            if line.text:
                out.append(line)
    return out, left_out


def _listed(lines: Sequence[PdfLine], gone: dict[int, Why]) -> list[StrayText]:
    found: dict[str, list[PdfLine]] = defaultdict(list)
    for line in lines:
        if id(line) in gone:
            found[line.text].append(line)
    return [
        StrayText(text, gone[id(same[0])], len(same), f"page {same[0].page + 1}")
        for text, same in found.items()
    ]
