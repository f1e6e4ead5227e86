"""Nothing is dropped silently: each letter and figure of a file stands in its draft, or is listed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planctl.readers.draft import Draft, DraftSection

_SAMPLE = 60
"""Characters of a sample in a message."""


def missing(raw: str, draft: Draft) -> str:
    """The letters and figures of ``raw`` that the draft neither holds nor lists, in the order of their codes.

    Lists of what was left out count as often as they say that it stood in the file.
    """
    wanted = Counter(sign for sign in raw if sign.isalnum())
    for text, times in _texts(draft):
        for sign in text:
            if sign in wanted:
                wanted[sign] -= times
    return "".join(sign * count for sign, count in sorted(wanted.items()) if count > 0)


def warning(raw: str, draft: Draft) -> tuple[str, ...]:
    """A message about what is missing; none if nothing is."""
    lost = missing(raw, draft)
    if not lost:
        return ()
    return (f"{len(lost):,} characters of the file are not in the draft: {lost[:_SAMPLE]}",)


def _texts(draft: Draft) -> Iterator[tuple[str, int]]:
    yield draft.title, 1
    for unit in draft.units():
        yield from ((text, 1) for text in (unit.label, unit.heading, unit.text))
    for section in draft.sections:
        yield from _headings(section)
    for note in draft.notes:
        yield note.text, 1
        yield note.mark, 1
    for left in draft.left_out:
        yield left.text, left.times
    for text in draft.not_placed:
        yield text, 1


def _headings(section: DraftSection) -> Iterator[tuple[str, int]]:
    yield section.label, 1
    yield section.heading, 1
    for inner in section.sections:
        yield from _headings(inner)
