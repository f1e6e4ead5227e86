"""Pages of contents: several lines in a row that lead to a page number. They are no points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from planctl.readers.draft import StrayText
from planctl.readers.paragraphs import Paragraph

_LEADS = re.compile(r"(?:\.{3,}|…+|(?:\. ){3,}|_{3,}|\t)[\s.…_]*(?:\d{1,4}|[ivxl]{1,6})$")
_FEWEST_LINES = 3
"""Lines that make a page of contents."""


def without(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[StrayText]]:
    """The paragraphs of the text itself, and the lines of contents."""
    kept: list[Paragraph] = []
    left_out: list[StrayText] = []
    for leads, group in groupby(paragraphs, key=lambda each: bool(_LEADS.search(each.text.strip()))):
        run = list(group)
        if leads and len(run) >= _FEWEST_LINES and not any(each.cell or each.notes for each in run):
            left_out.extend(
                StrayText(" ".join(f"{each.label} {each.text}".split()), "contents") for each in run
            )
        else:
            kept.extend(run)
    return kept, left_out
