"""Sentences that a redline deletes in one place and inserts in another: they only changed places."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.redline import Segment
from planctl.text import clauses, word_count, words

_FEWEST_WORDS = 4
"""Words from which on a clause that stands in another place is the same clause."""


def moved_word_count(segments: Sequence[Segment]) -> int:
    """How many of the deleted words stand, clause by clause and in a row, in what was inserted elsewhere."""
    gone = [clause for s in segments if s.kind == "delete" for clause in clauses(s.text)]
    sizes = [word_count(clause) for clause in gone]
    if max(sizes, default=0) < _FEWEST_WORDS:
        return 0
    inserted = "\n".join(_listed(s.text) for s in segments if s.kind == "insert")
    return sum(
        size
        for clause, size in zip(gone, sizes, strict=True)
        if size >= _FEWEST_WORDS and _listed(clause) in inserted
    )


def _listed(text: str) -> str:
    """The words of a text without signs or capitals, so that one list is found in another."""
    return "\0".join(["", *(word.lower() for word in words(text) if word[0].isalnum()), ""])
