"""Segments of a redline for the eye. Both texts can still be read from them."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.page.bracket_units import whole_units
from planctl.redline import Segment, is_format


def tidy(segments: Sequence[Segment]) -> list[Segment]:
    """White space stands outside the marks, differences of format are no marks, units in brackets are whole.

    What both sides have apart from quotes, dashes and blanks is shown once, as the new side writes it.
    """
    return [piece for segment in whole_units(_without_format(segments)) for piece in _outside(segment)]


def one_side(segments: Sequence[Segment], without: str) -> list[Segment]:
    """The same for one column of two: the old side is without inserted words, the new one without deleted."""
    return [
        p
        for segment in whole_units(_without_format(segments))
        if segment.kind != without
        for p in _outside(segment)
    ]


def _without_format(segments: Sequence[Segment]) -> list[Segment]:
    merged: list[Segment] = []
    for segment in segments:
        if merged and is_format(merged[-1], segment):
            merged[-1] = Segment("keep", segment.text)
        else:
            merged.append(segment)
    return merged


def _outside(segment: Segment) -> list[Segment]:
    core = segment.text.strip()
    if segment.kind == "keep" or not core:
        return [Segment("keep", segment.text)]
    start = segment.text.index(core)
    before, after = segment.text[:start], segment.text[start + len(core) :]
    pieces = (Segment("keep", before), Segment(segment.kind, core), Segment("keep", after))
    return [piece for piece in pieces if piece.text]
