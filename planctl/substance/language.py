"""What a language has to tell, in groups of words; a language is a folder in ``planctl.substance.languages``.

Every group is a class of plain attributes with empty defaults: a language overrides what it has. Only the
groups that a language fills are read: with numbers, units and months alone it is a language of data.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from planctl.substance.phrases import Phrases, by_word, meanings, none, phrases, units, words
from planctl.text.borders import ORDINALS

__all__ = [
    "Denials",
    "Duties",
    "Grammar",
    "Language",
    "Numbers",
    "Phrases",
    "Qualifiers",
    "References",
    "Times",
    "Units",
    "by_word",
    "meanings",
    "none",
    "phrases",
    "units",
    "words",
]
"""All that a language's folder needs."""

_NONE: frozenset[str] = frozenset()


class Numbers:
    """How numbers are written and spelled. ``spelled`` is the name text2num knows the language by."""

    spelled = ""
    decimal = "."
    group = ","
    cardinals: Mapping[str, int] = {}
    scales: Mapping[str, int] = {}
    joiner = ""  # "and" inside a spelled number
    fractions: Mapping[str, int] = {}  # denominators
    halves = _NONE
    articles = _NONE  # a million
    not_halves = _NONE  # words before "half" that make it a stretch of time
    definite = _NONE  # words after which "two" is no figure: the two sides
    after_labels = frozenset(ORDINALS)  # words after a number that make it a label: 4 bis
    ordinals = _NONE  # endings: 1st
    minus = _NONE
    to = _NONE  # between the ends of a range
    between = _NONE  # before a range whose ends "and" joins
    percents = none()
    points = none()  # percentage points
    permilles = none()
    bounds = none()
    bounds_after = none()


class Units:
    """What is measured and counted."""

    units = none()
    currencies = none()
    working = none()  # before a unit of time: working, business; "" where it changes nothing
    nouns: Mapping[str, str] = {}  # nouns that count the same thing: personnel, troops -> people
    of = _NONE  # between a measure and what is measured: tonnes of seed
    head_first = True  # whether the noun stands before what qualifies it: French; English has it last
    capital_nouns = False
    plurals: tuple[str, ...] = ()  # endings by which a noun is known that is counted
    no_plurals: tuple[str, ...] = ("\0",)  # longer endings of which that is not so
    compounds: tuple[str, ...] = ("\0",)  # endings of adjectives after a number: three-dimensional
    per = _NONE  # once per year
    every = none()  # every two years, at intervals of
    times = _NONE  # three times
    multiples: Mapping[str, int] = {}  # once, twice
    adverbs = none()  # "months 3": quarterly
    rate_articles = _NONE  # twice a year
    ages = none()  # before a number that is an age
    age_bounds = _NONE  # under, over: before a bare number after the name of people
    people = _NONE  # nouns before "over 16 years" that make it an age
    aged = none()  # after such a length of time: years of age
    versions = _NONE  # words before a version number
    streets = _NONE  # words that end the name of a street
    compass: Mapping[str, str] = {}


class Times:
    """Dates, times of the day, and what sets a deadline off."""

    months: Mapping[str, int] = {}
    bare_months = True  # whether a month is written with a small letter
    day_ordinals: Mapping[str, int] = {}  # first, and the twenty of twenty-first
    tens_of_days: frozenset[int] = frozenset()  # those that go on
    day = _NONE  # before its month: the ninth day of July
    year = _NONE  # after a year: 2029 року
    year_cues = _NONE
    month_cues = _NONE
    year_parts = none()
    part_joints = _NONE  # words between such a part and its year
    year_spans = _NONE  # season, fiscal year
    clocks = _NONE  # words after a time of the day: 0600 hours
    clock_cues = _NONE  # words before one: at 06:00
    named_hours: Mapping[str, str] = {}  # noon
    local = none()  # words after a time that are no zone of their own
    relations = none()  # before a date: by, until, from
    before_periods = _NONE  # words after which "a week" is a length of time
    fillers = _NONE  # words between a limit and its duration: within the next
    limits = none()  # before a duration: within, after
    connectors: Phrases[tuple[str, int]] = Phrases(tuple)
    in_force = _NONE  # words before "force" or "effect" that make it an event
    events: Mapping[str, str] = {}
    later_events: Mapping[str, str] = {}  # these and others, which only a length of time makes an event
    linking = _NONE  # words that may stand between two event words that belong together
    prompt = none()


class References:
    """Words before numbers that name something."""

    labels: Mapping[str, str] = {}


class Duties:
    """What binds, permits, promises."""

    obligations: Phrases[tuple[int, bool]] = Phrases(tuple)  # strength; too common to report by itself
    commitments: frozenset[int] = frozenset()  # strengths that a noun may be promised with
    decisions = _NONE  # verbs by which a body settles something
    leading: frozenset[int] = frozenset()  # strengths that weigh nothing before another such word
    aims = _NONE  # nouns after which "is to" says what they are: the aim is to
    purposes: tuple[frozenset[str], ...] = ()  # words that, together before "can", make it an aim
    relatives = _NONE  # words before "may be needed" and the like
    needs = _NONE  # what follows "may be" there
    happenings = _NONE  # verbs nobody is permitted to do: disputes that may arise
    forbidding = _NONE  # permissions that, denied, forbid: may not
    nouns = _NONE  # duty words that may be nouns: will
    conditional = ""  # the word that makes a condition at the head of its clause: should they fail
    perfect = _NONE  # "shall have been" is a tense
    uncertain = _NONE  # words before which what will be is open: whether
    formal = none()  # verbs that things do of themselves, so that binding words bind nobody: shall apply
    weakening = none()  # verbs after which a promise is less: agree to discuss withdrawing


class Denials:
    """What denies."""

    negations: Phrases[tuple[str, bool]] = Phrases(tuple)  # what they do; too common to report alone
    not_negations = none()
    plain = _NONE  # words that deny the verb they stand beside: may not
    deniers = _NONE  # words that deny what their noun may do: no party may
    neither: tuple[str, str] = ("", "")
    denied: Mapping[str, str] = {}  # words that deny by themselves: inadmissible -> admissible
    privative: Mapping[str, str] = {}  # such words that are too common to report alone: unarmed
    nothing = ""  # the word that denies the verb of its clause: nothing in this treaty affects
    non = ""  # before a hyphen: non-use
    free = ""  # after one: duty-free
    saving = _NONE  # verbs that deny nothing when denied: nothing in this treaty prejudices
    lacking = "\0"  # the word that denies having: without
    before_verb = _NONE  # "ne", which denies by the word after its verb
    exceptive = _NONE  # words that make "only" of it: ne ... que


class Qualifiers:
    """What limits, conditions and counts. ``families`` hold (family, group, too common to report alone)."""

    families: Phrases[tuple[str, str, bool]] = Phrases(tuple)
    trailing = _NONE  # qualifiers that follow their noun: civilians included
    verbs_too = _NONE  # qualifiers that are verbs as well: complete
    restricting = _NONE  # words that make a condition the only one: only if
    subject = ""  # with "be" and "to": to undergo
    conditions = _NONE  # words that make a condition of what follows: if
    opposites = none()  # words of closed families, reported where one takes another's place
    determiners: Mapping[str, str] = {}  # all, any, both: groups of one meaning
    universal = _NONE  # those of them whose loss or coming is reported by itself
    partitives = _NONE  # words between a determiner and its noun: all of the


class Grammar:
    """The small words by which clauses are built."""

    function_words = _NONE
    elisions = _NONE
    abbreviations = _NONE
    endings: tuple[str, ...] = ()  # taken off words to compare them, longest first
    kept_endings: tuple[str, ...] = ()  # those that look like endings and are none: apply
    of = ""
    by = ""  # before who acts, in the passive voice
    that = ""
    infinitive = ""
    the = _NONE
    articles = _NONE
    genitives: tuple[str, ...] = ("\0",)  # endings of the owner's name
    lists = _NONE  # words between the members of a list
    both = _NONE  # words before a list that change nothing
    alternatives = _NONE  # words between the members of a list all of which is denied
    conjunctions = _NONE  # words between clauses
    and_or: Mapping[str, str] = {}
    each = _NONE
    collectives = none()  # words for all the parties, and for the other of two
    subjects = _NONE  # words with which a subject may begin, where that tells it from a verb
    auxiliaries = _NONE
    prepositions = _NONE
    irregular = _NONE  # participles that do not end in -ed
    participles: tuple[str, ...] = ("\0",)
    adverbs: tuple[str, ...] = ("\0",)
    adjectives: tuple[str, ...] = ("\0",)  # endings that no noun has


class Language:
    """One language: its groups of words, and what follows from them."""

    def __init__(  # noqa: PLR0913 - a group each
        self,
        code: str,
        *,
        grammar: Grammar,
        numbers: Numbers,
        units: Units,
        times: Times,
        references: References | None = None,
        duties: Duties | None = None,
        denials: Denials | None = None,
        qualifiers: Qualifiers | None = None,
    ) -> None:
        """Take the groups; those left out are empty."""
        self.code = code
        self.grammar, self.numbers, self.units, self.times = grammar, numbers, units, times
        self.references = references or References()
        self.duties, self.denials = duties or Duties(), denials or Denials()
        self.qualifiers = qualifiers or Qualifiers()
        self.is_complete = duties is not None
        self._stems: dict[str, str] = {}
        self._seconds: dict[str, frozenset[str]] = {}

    def stem(self, low: str) -> str:
        """A rough stem: a common ending off, then the first letters. Tells likely from unlikely kin."""
        stem = self._stems.get(low)
        if stem is None:
            stem = self._stems[low] = _stem(low, self.grammar)
        return stem

    def is_adverb(self, low: str) -> bool:
        """Whether a word looks like an adverb: gradually; not apply."""
        grammar = self.grammar
        return low.endswith(grammar.adverbs) and not low.endswith(grammar.kept_endings or ("\0",))

    @property
    def labels(self) -> Mapping[str, str]:
        """Words before a number that make it a reference."""
        return self.references.labels

    @property
    def lists(self) -> frozenset[str]:
        """Words between the members of a list."""
        return self.grammar.lists

    @cached_property
    def number_heads(self) -> frozenset[str]:
        """Words with which a date or a number may begin; others need no closer look."""
        numbers, times, units = self.numbers, self.times, self.units
        return frozenset(
            (
                *times.months,
                *times.day_ordinals,
                *times.named_hours,
                *numbers.cardinals,
                *numbers.halves,
                *numbers.articles,
                *numbers.minus,
                *units.multiples,
                *units.every.heads,
                *units.adverbs.heads,
            )
        )

    @cached_property
    def phrase_heads(self) -> frozenset[str]:
        """Words with which a deadline, negation, obligation or qualifier may begin."""
        denials, duties = self.denials, self.duties
        lists = (
            self.times.prompt.heads,
            self.times.connectors.heads,
            denials.negations.heads,
            denials.not_negations.heads,
            duties.obligations.heads,
            self.qualifiers.families.heads,
        )
        return frozenset().union(*lists, denials.denied, denials.privative, duties.decisions, (denials.non,))

    def begins_phrase(self, low: str, following: str) -> bool:
        """Whether such a phrase may begin with a word, by what follows it; not a mere "of" before a date."""
        if low not in self.phrase_heads:
            return False
        seconds = self._seconds.get(low)
        if seconds is None:
            seconds = self._seconds[low] = self._second_words(low)
        return "" in seconds or following in seconds or following == "-"

    def _second_words(self, low: str) -> frozenset[str]:
        """The words of which one must follow a word that begins such phrases; "" where none must."""
        denials, duties = self.denials, self.duties
        if any(low in alone for alone in (denials.denied, denials.privative, duties.decisions)):
            return frozenset(("",))
        if low in {denials.non, denials.free}:
            return frozenset(("",))
        seconds = {second for second, (_, reach) in self.times.connectors.openings(low) if reach}
        for table in (
            self.times.prompt,
            denials.negations,
            denials.not_negations,
            duties.obligations,
            self.qualifiers.families,
        ):
            seconds.update(second for second, _ in table.openings(low))
        return frozenset(seconds)


_UNCUT = 4  # letters of words that lose no ending: need, this
_STEM = 6  # letters kept: enough to tell words apart, few enough to join invade and invades


def _stem(low: str, grammar: Grammar) -> str:
    word = low.partition("'")[0]
    if len(word) > _UNCUT:
        ending = next((each for each in grammar.endings if word.endswith(each)), "")
        if ending and ending not in grammar.kept_endings and len(word) > len(ending):
            word = word[: -len(ending)]
    word = word[:_STEM]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) >= _UNCUT else word
