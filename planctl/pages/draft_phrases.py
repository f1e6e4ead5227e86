"""What planctl says of a file it has read: what is not known of it, what it left out or could not place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planctl.pages.phrases import counted
from planctl.plain import shorten

if TYPE_CHECKING:
    from planctl.drafts import Understood

_SAMPLE, _FEW = 90, 12
"""Characters of a text that is listed, and how many texts."""


def unknown(names: Sequence[str]) -> str:
    """``old.docx and new.docx are files: nothing is known of their date or party.``"""
    shown = " and ".join(dict.fromkeys(names))
    if len(set(names)) == 1:
        return f"{shown} is a file: nothing is known of its date or party."
    return f"{shown} are files: nothing is known of their date or party."


def remarks(name: str, read: Understood) -> list[str]:
    """What could not be placed in a file, and what was left out of it, one sentence or two each."""
    return [f"{name}: {text}" for text in details(read)]


def details(read: Understood) -> Iterator[str]:
    """The same without its name."""
    if read.draft.authors:
        who = ", ".join(read.draft.authors)
        state = f": all are {read.draft.state} here" if read.draft.state else ""
        yield f"it has tracked changes by {who}{state}."
    yield from (f"{text.rstrip('.')}." for text in read.draft.warnings)
    if read.unplaced:
        yield f"{_texts(read.unplaced)} could not be placed, and stand at the end: {listed(read.unplaced)}."
    if read.as_text:
        yield f"{counted(len(read.as_text), 'label')} stayed in the text: {listed(read.as_text)}."
    if read.again:
        yield f"numbers begin again without a new part, in a list of their own: {listed(read.again)}."
    if read.removed:
        yield f"{counted(read.removed, 'control character')} left out."
    if read.draft.left_out:
        left = [f"{each.text} ({each.why})" for each in read.draft.left_out]
        yield f"{_texts(left)} left out: {listed(left)}."


def _texts(texts: Sequence[str]) -> str:
    return counted(len(texts), "text")


def listed(texts: Sequence[str]) -> str:
    """The first of some texts, each in quotation marks and cut where it is long."""
    shown = ", ".join(f'"{shorten(text, _SAMPLE)}"' for text in texts[:_FEW])
    rest = len(texts) - _FEW
    return f"{shown} and {rest:,} more" if rest > 0 else shown
