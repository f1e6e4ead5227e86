"""What can be read out of a text: terms of substance, each with its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planctl.substance.values.amounts import Amount

Kind = Literal[
    "figure",
    "money",
    "percentage",
    "share",
    "ratio",
    "date",
    "duration",
    "frequency",
    "deadline",
    "obligation",
    "negation",
    "qualifier",
    "list",
    "party",
    "roles",
    "reference",
    "bracket",
    "wording",
]


class Trigger(NamedTuple):
    """What sets a deadline off: ``after``, ``before`` or ``until``, and the events by name."""

    relation: str
    events: frozenset[str]

    @property
    def value(self) -> str:
        """Its canonical form."""
        return f"{self.relation} {'+'.join(sorted(self.events))}"


class Term(NamedTuple):
    """One figure, date, obligation word ... as it stands in a text.

    ``value`` is a canonical form: equal values mean the same however they were written. ``text`` is
    exactly ``source[start:end]`` (0-based, half-open). ``amount`` is the quantity behind the value, if it is
    one; ``nouns`` are the stems of what it counts or measures, ``per`` what it is for each of. ``unit`` is
    the verb or noun that a word governs, or the family it belongs to. ``strength`` orders duties from 1 (is
    expected to) to 7 (shall); ``trigger`` is what sets a deadline off.

    The rest tells only which of several terms are counterparts: ``context`` holds the stems of the words
    around, ``place`` those between the nearest marks or conjunctions, the term's own words left out, and
    ``beside`` the nearest on either side.
    """

    kind: Kind
    value: str
    text: str
    start: int
    end: int
    amount: Amount | None = None
    unit: str = ""
    nouns: frozenset[str] = frozenset()
    per: str = ""
    strength: int = 0
    trigger: Trigger | None = None
    context: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    beside: tuple[str, str] = ("", "")
    weak: bool = False  # too common a word to report unless it has a counterpart
    denied: bool = False  # of an obligation word: what it governs is denied
