"""What a language has to tell: its closed lists of words, and whether a text is written in it.

Annotations are not postponed here: Python would compile each list of ``_Lists`` at start-up.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from planctl.substance.tokens import Token

T = TypeVar("T")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4_000  # characters looked at: enough to know a language, cheap on a huge text
_SHORT = 12  # up to so many words a text may lack every mark of its language
_SHARE = 0.06  # least share of marks among the words of a longer text; English prose has .25 and more


class Found(NamedTuple, Generic[T]):
    """A phrase that ends before token ``last``, and what it means."""

    meaning: T
    last: int


class Phrases(Generic[T]):
    """Phrases and their meaning, looked up by first word, longest first; they have no hyphens,
    and those of a text do not matter."""

    def __init__(self, read: Callable[[], Iterable[tuple[T, Iterable[str]]]]) -> None:
        """Take what reads each meaning with its phrases."""
        self._read = read

    @cached_property
    def _heads(self) -> dict[str, list[tuple[str, T]]]:
        """The phrases by first word; made when it is first asked for, as most commands never do."""
        heads: dict[str, list[tuple[str, T]]] = {}
        for meaning, phrases in self._read():
            for phrase in phrases:
                head, _, rest = phrase.partition(" ")
                if head in heads:
                    heads[head].append((rest, meaning))
                else:
                    heads[head] = [(rest, meaning)]
        return heads

    @cached_property
    def _tails(self) -> dict[str, list[tuple[list[str], T]]]:
        """What may follow the first words that texts had so far: a text has few of them all."""
        return {}

    def _after(self, head: str) -> list[tuple[list[str], T]]:
        found = [(rest.split(), meaning) for rest, meaning in self._heads.get(head, ())]
        if len(found) > 1:
            found.sort(key=lambda tail: -len(tail[0]))
        self._tails[head] = found
        return found

    @property
    def heads(self) -> Collection[str]:
        """The words with which a phrase begins."""
        return self._heads.keys()

    def at(self, tokens: Sequence[Token], i: int) -> Found[T] | None:
        """The longest phrase that begins at token ``i``."""
        if i >= len(tokens):
            return None
        head = tokens[i].low
        if head not in self._heads:
            return None
        tails = self._tails.get(head) or self._after(head)
        following = tokens[i + 1].low if i + 1 < len(tokens) else ""
        for tail, meaning in tails:
            if not tail:
                return Found(meaning, i + 1)
            if (tail[0] == following or following == "-") and (last := _follow(tokens, i + 1, tail)):
                return Found(meaning, last)
        return None


def _follow(tokens: Sequence[Token], i: int, words: Sequence[str]) -> int:
    """Index after ``words`` read from token ``i``, or 0 if they do not stand there."""
    for word in words:
        if i < len(tokens) and tokens[i].low == "-":
            i += 1
        if i >= len(tokens) or tokens[i].low != word:
            return 0
        i += 1
    return i


def meanings(table: str) -> list[tuple[str, list[str]]]:
    """Lines ``meaning: phrase, phrase`` that may run on indented, as pairs."""
    lines = table.replace("\n    ", " ").strip().splitlines()
    pairs = (line.partition(": ") for line in lines)
    return [(meaning, phrases.split(", ")) for meaning, _, phrases in pairs]


class _Lists(NamedTuple):
    """Closed word lists of one language. ``code`` is the name text2num knows it by."""

    code: str
    marks: frozenset[str]  # words found in nearly every sentence of this language
    foreign: frozenset[str]  # such words of others, to tell them apart
    function_words: frozenset[str]
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    joiner: str  # "and" inside a spelled number
    fractions: Mapping[str, int]  # denominators
    halves: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]  # words after which "two" is no figure: the two sides
    not_halves: frozenset[str]  # words before "half" that make it a stretch of time
    after_labels: frozenset[str]  # words after a number that make it a label: 4 bis
    percents: Phrases[str]
    currencies: Mapping[str, str]
    dollars: frozenset[str]  # words that may stand before "dollars"
    times: Mapping[str, tuple[int, str]]  # factor and base unit
    frequencies: Phrases[tuple[int, str]]  # how often, as the length of time between: annually
    ages: Phrases[str]  # before a number that is an age
    ages_in: str  # what such a number counts
    aged: Phrases[str]  # after such a length of time: years of age
    before_periods: frozenset[str]  # words after which "a week" is a length of time
    time_adjectives: Mapping[str, str]
    measures: Phrases[tuple[int, str]]
    nouns: Mapping[str, str]  # nouns that count the same thing: personnel, troops -> people
    of: str
    by: str  # before who acts, in the passive voice
    the: frozenset[str]
    collectives: Phrases[str]  # words for all the parties, and for the other of two
    genitives: tuple[str, ...]  # endings of the owner's name
    lists: frozenset[str]  # words between the members of a list
    alternatives: frozenset[str]  # words between the members of a list all of which is denied
    conjunctions: frozenset[str]  # words between clauses
    neither: tuple[str, str]
    each: frozenset[str]
    months: Mapping[str, int]
    ordinals: frozenset[str]  # endings of the day: 1st
    day_ordinals: Mapping[str, int]  # first, and the twenty of twenty-first
    tens_of_days: frozenset[int]  # those that go on
    day: frozenset[str]  # before its month: the ninth day of July
    year_cues: frozenset[str]
    month_cues: frozenset[str]
    year_parts: Phrases[str]
    part_joints: frozenset[str]  # words between such a part and its year
    clocks: frozenset[str]  # words after a time of the day: 0600 hours
    clock_cues: frozenset[str]  # words before one: at 06:00
    relations: Phrases[str]  # before a date: by, until, from
    list_ends: frozenset[str]  # words after a list of references: points 3 and 4 apply
    fillers: frozenset[str]  # words between a limit and its duration: within the next
    labels: Mapping[str, str]  # words before a number that make it a reference
    obligations: Phrases[tuple[int, bool]]  # strength, and whether too common to report by itself
    commitments: frozenset[int]  # strengths that a noun may be promised with: agrees to the opening
    decisions: frozenset[str]  # verbs by which a body settles something: decides to, decides that ... shall
    that: str  # after such a verb, before what it settles
    infinitive: str
    leading: frozenset[int]  # strengths that weigh nothing before another such word: shall be entitled to
    plain_denials: frozenset[str]  # words that deny the verb they stand beside: may not
    aims: frozenset[str]  # nouns after which "is to" says what they are: the aim is to
    purposes: tuple[frozenset[str], ...]  # words that, together before "can", make it an aim: so that
    relatives: frozenset[str]  # words before "may be needed" and the like: such steps as may be needed
    needs: frozenset[str]  # what follows "may be" there
    happenings: frozenset[str]  # verbs nobody is permitted to do: disputes that may arise
    forbidding: frozenset[str]  # permissions that, denied, forbid: may not
    negations: Phrases[tuple[str, bool]]  # what they do, and whether too common to report by themselves
    not_negations: Phrases[str]
    qualifiers: Phrases[tuple[str, str, bool]]  # family, group, whether too common to report by itself
    trailing: frozenset[str]  # qualifiers that follow their noun: civilians included
    verbs_too: frozenset[str]  # qualifiers that are verbs as well: complete
    bounds: Phrases[str]
    bounds_after: Phrases[str]  # after a number: 30 or more
    denied: Mapping[str, str]  # words that deny by themselves: inadmissible -> admissible
    privative: Mapping[str, str]  # such words that are too common to report by themselves: unarmed -> armed
    nothing: str  # the word that denies the verb of its clause: nothing in this treaty affects
    non: str  # before a hyphen: non-use
    free: str  # after one: duty-free
    deniers: frozenset[str]  # words that deny what their noun may do: no party may
    saving: frozenset[str]  # verbs that deny nothing when denied: nothing in this treaty prejudices
    restricting: frozenset[str]  # words that make a condition the only one: only if
    lacking: str  # the word that denies having: without
    subject: str  # with "be" and "to": to undergo
    conditional: str  # the word that makes a condition at the head of its clause: should they fail
    subjects: frozenset[str]  # words with which a subject may begin, where that tells it from a verb
    conditions: frozenset[str]  # words that make a condition of what follows: if
    limits: Phrases[str]  # before a duration: within, after
    connectors: Phrases[
        tuple[str, int]
    ]  # before an event: once, upon, until; and how many words it may be off
    in_force: frozenset[str]  # words before "force" or "effect" that make it an event
    events: Mapping[str, str]
    later_events: Mapping[str, str]  # these and others, which only a length of time makes an event
    adjectives: tuple[str, ...]  # endings that no noun has
    linking: frozenset[str]  # words that may stand between two event words that belong together
    prompt: Phrases[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    irregular: frozenset[str]  # participles that do not end in -ed


class Language(_Lists):
    """The word lists of one language, and what follows from them."""

    @cached_property
    def number_heads(self) -> frozenset[str]:
        """Words with which a date, a reference or a number may begin; others need no closer look."""
        return frozenset(
            (*self.labels, *self.months, *self.cardinals, *self.halves, *self.articles, *self.day_ordinals)
        )

    @cached_property
    def phrase_heads(self) -> frozenset[str]:
        """Words with which a deadline, negation, obligation or qualifier may begin."""
        lists = (self.prompt, self.connectors, self.negations, self.not_negations, self.obligations)
        words = (self.denied, self.privative, self.decisions, (self.non,), self.frequencies.heads)
        return frozenset().union(self.qualifiers.heads, *words, *(phrases.heads for phrases in lists))

    def speaks(self, text: str) -> bool:
        """Whether the text is written in this language, as far as its first words tell."""
        return self.hears(text)[0]

    def hears(self, text: str) -> tuple[bool, bool]:
        """Whether a text is written in this language, and whether nothing says that it is not.

        The latter holds of a bare list, which has no word that tells.
        """
        words, own, other = self._counts(text[:_SAMPLE])
        if words <= _SHORT:
            speaks = own >= other and (own > 0 or text[:_SAMPLE].isascii())
        else:
            speaks = own > other and own >= _SHARE * words
        return speaks, speaks or (own == other == 0 and text[:_SAMPLE].isascii())

    def _counts(self, text: str) -> tuple[int, int, int]:
        """How many words a text has, how many are marks of this language, how many of others."""
        words = _WORD.findall(text.lower())
        return (
            len(words),
            sum(map(self.marks.__contains__, words)),
            sum(map(self.foreign.__contains__, words)),
        )
