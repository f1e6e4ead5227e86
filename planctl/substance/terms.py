"""What can be read out of a text: terms of substance, each with its place."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

Kind = Literal[
    "figure",
    "money",
    "percentage",
    "share",
    "ratio",
    "date",
    "duration",
    "deadline",
    "obligation",
    "negation",
    "qualifier",
    "party",
    "roles",
    "reference",
    "bracket",
]


class Term(NamedTuple):
    """One figure, date, obligation word ... as it stands in a text.

    ``value`` is a canonical form: equal values mean the same however they were written. ``text`` is
    exactly ``source[start:end]`` (0-based, half-open). ``size`` is the number behind the value, if it has
    one; ``unit`` what is counted, or the verb or noun the word governs. ``context`` holds the stems of the
    words around it; it is used only to tell which of several terms are counterparts.
    ``place`` holds those between the nearest marks or conjunctions, the term's own words left out.
    """

    kind: Kind
    value: str
    text: str
    start: int
    end: int
    size: Fraction | None = None
    unit: str = ""
    context: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    weak: bool = False  # too common a word to report unless it has a counterpart
    denied: bool = False  # of an obligation word: what it governs is denied
