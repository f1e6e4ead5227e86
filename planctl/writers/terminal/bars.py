"""Words removed and added as figures and as a bar, in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.page import Bar
from planctl.writers.lines import Line, StyledText, cells, plain

LONGEST, SHORTEST = 40, 10
"""Cells of a bar; in the shortest one word still looks unlike seventy."""


class Bars:
    """The bars of one column: they share a scale, and the room for their figures."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        self._removed = max((len(bar.figures[0]) for bar in bars), default=0)
        self._added = max((len(bar.figures[1]) for bar in bars), default=0)
        self._most = max((bar.removed + bar.added for bar in bars), default=0)
        self._signs = max((sum(cells(p.text) for p in _signs(bar)) for bar in bars), default=0)

    @property
    def widest(self) -> int:
        """Cells at which the longest bar has one for each word."""
        return self._figures + max(min(LONGEST, self._most), self._signs)

    @property
    def narrowest(self) -> int:
        """Cells for the figures and a bar that is as short as can be."""
        return self._figures + max(min(SHORTEST, self._most), self._signs)

    @property
    def _figures(self) -> int:
        return self._removed + self._added + 4

    def draw(self, bar: Bar, width: int) -> Line:
        """One of them at ``width`` cells."""
        removed, added = bar.figures
        figures = (
            StyledText(f"{removed:>{self._removed}}", "delete"),
            StyledText(f"  {added:>{self._added}}", "insert"),
            StyledText("  "),
        )
        if not bar.removed + bar.added:
            return (*figures, *_signs(bar))
        scale = min(1.0, max(1, width - self._figures) / self._most)
        minus, plus = "-" * _length(bar.removed, scale), "+" * _length(bar.added, scale)
        return (*figures, StyledText(minus, "delete"), StyledText(plus, "insert"))


def _length(words: int, scale: float) -> int:
    return max(1, int(words * scale)) if words else 0


def _signs(bar: Bar) -> Line:
    """Where no word changed, the signs that did: what is in brackets now is not agreed."""
    if bar.removed + bar.added or not bar.removed_signs + bar.added_signs:
        return ()
    removed = [plain(f" - {' '.join(bar.removed_signs)}", "delete")] if bar.removed_signs else []
    added = [plain(f" + {' '.join(bar.added_signs)}", "insert")] if bar.added_signs else []
    return (StyledText("signs:"), *removed, *added)
