"""Words that differ by format alone: quotes, dashes, accents composed or not, a capital where a sentence
begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.redline.marking import Segment
from planctl.text import plain_word, word_count, words

_STARTS = frozenset(".:;?!…")


def surviving(segments: Sequence[Segment]) -> list[int]:
    """For each segment of a redline how many of its words, without punctuation, both texts have.

    Of words that were deleted and inserted in one place those at either end count that are the same apart
    from format; a capital is format where a sentence begins in either text.
    """
    counts: list[int] = []
    before = ["", ""]  # what stands last in either text, but for white space
    for n, (kind, text) in enumerate(segments):
        if kind == "keep":
            counts.append(word_count(text))
        elif kind == "insert" and n and segments[n - 1].kind == "delete":
            counts.append(counts[-1])
        elif kind == "delete" and n + 1 < len(segments) and segments[n + 1].kind == "insert":
            counts.append(_alike(_listed(text, before[0]), _listed(segments[n + 1].text, before[1])))
        else:
            counts.append(0)
        for side, foreign in enumerate(("insert", "delete")):
            if kind != foreign:
                before[side] = text.rstrip()[-1:] or before[side]
    return counts


def is_format(deleted: Segment, inserted: Segment) -> bool:
    """Whether two neighbours are one text, but for quotes, dashes, blanks and the like."""
    if (deleted.kind, inserted.kind) != ("delete", "insert"):
        return False
    return list(map(plain_word, words(deleted.text))) == list(map(plain_word, words(inserted.text)))


class _Word(NamedTuple):
    text: str
    opens: bool  # a sentence


def _alike(old: Sequence[_Word], new: Sequence[_Word]) -> int:
    """How many words at the beginning and at the end are the same but for format.

    A word that is the same to the letter and still was not kept belongs to a rewrite.
    """
    most = min(len(old), len(new))
    head = 0
    while head < most and _differs_by_format(old[head], new[head]):
        head += 1
    tail = 0
    while tail < most - head and _differs_by_format(old[-1 - tail], new[-1 - tail]):
        tail += 1
    return head + tail


def _listed(text: str, before: str) -> list[_Word]:
    """The words of a segment without its signs; ``before`` is the sign that stands before it."""
    listed: list[_Word] = []
    for word in words(text):
        if any(map(str.isalnum, word)):
            listed.append(_Word(word, not before or before in _STARTS))
        before = word
    return listed


def _differs_by_format(old: _Word, new: _Word) -> bool:
    old_plain, new_plain = plain_word(old.text), plain_word(new.text)
    if old.text == new.text or not (old.opens or new.opens):
        return old.text != new.text and old_plain == new_plain
    return old_plain[:1].lower() + old_plain[1:] == new_plain[:1].lower() + new_plain[1:]
