"""English: how its words count, bind, deny and limit."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.substance import tables
from planctl.substance.language import (
    Denials,
    Duties,
    Grammar,
    Numbers,
    Qualifiers,
    References,
    Times,
    Units,
    by_word,
    phrases,
    units,
    words,
)
from planctl.substance.languages.en import common, duties, generated, limits
from planctl.substance.languages.en import phrases as phrase_lists

_YEAR_CUES = (
    "in of by since until till before after from during year for end late early mid through between and or"
)
_NEVER_SPLIT = frozenset(("is to", "are to", "has to", "have to"))  # "is not to" is read word by word
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_FRACTIONS = "half third quarter fifth sixth seventh eighth ninth tenth"


def _forms(phrase: str) -> Iterator[str]:
    """``is bound to`` is also said ``be bound to``, ``bound not to``."""
    head, _, rest = phrase.partition(" ")
    bases = [phrase, f"be {rest}"] if head == "is" and " " in rest else [phrase]
    for base in bases:
        yield base
        if base.endswith(" to") and base not in _NEVER_SPLIT:
            yield f"{base.removesuffix(' to')} not to"


def _fractions() -> dict[str, int]:
    single = {word: n for n, word in enumerate(_FRACTIONS.split(), 2)} | {"fourth": 4, "twentieth": 20}
    return single | {f"{word}s": n for word, n in single.items()} | {"halves": 2}


class EnglishNumbers(Numbers):
    """Numbers in English."""

    spelled = "en"
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "dozen": 12,
        "hundred": 100,
        "thousand": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "mn": 10**6,
        "mln": 10**6,
        "bn": 10**9,
        "bln": 10**9,
        "tn": 10**12,
        "trn": 10**12,
    }
    joiner = "and"
    fractions = _fractions()
    halves = words("half")
    articles = words("a an")
    not_halves = words("first second")
    definite = words("the these those its their our his her both other last first next")
    after_labels = Numbers.after_labels | words("alt")
    ordinals = words("st nd rd th")
    minus = words("minus")
    to = words("to through")
    between = words("between")
    percents = phrases("percent: %, percent, per cent, per cents, pct")
    points = phrases("point: percentage point, percentage points, pp")
    permilles = phrases("permille: ‰, per thousand, per mille, per mil")
    bounds = phrases(limits.BOUNDS)
    bounds_after = phrases(limits.BOUNDS_AFTER)


class EnglishUnits(Units):
    """Units in English."""

    units = units(
        generated.UNITS,
        """
kilometer: kms
tonne: ton, tons, metric tonne, metric tonnes
kilogram: kgs, kilogramme, kilogrammes, kilo, kilos
square-kilometer: sq km, sq kms, sq. km
square-meter: sq m, sq. m
barrel: barrels of oil, barrel of oil
""",
    )
    currencies = phrases(
        generated.CURRENCIES,
        """
USD: dollar, dollars, us dollar, us dollars, american dollar, american dollars
GBP: pound, pounds, sterling, pound sterling, pounds sterling
UAH: hryvnia, hryvnias, hryvnya
RUB: rouble, roubles, ruble, rubles
CHF: franc, francs
CNY: renminbi
""",
    )
    working = phrases("working: working, business\nplain: calendar, consecutive, full")
    nouns = by_word(phrase_lists.NOUNS)
    of = words("of")
    head_first = False
    plurals = ("s",)
    no_plurals = ("ss", "us", "is")
    compounds = ("al", "ly", "ed", "ary", "off", "way", "fold", "ish", "ic")
    per = words("per a an each every")
    every = phrases("every: every, each, at intervals of, at an interval of")
    times = words("times time")
    multiples = {"once": 1, "twice": 2, "thrice": 3}
    adverbs = phrases(
        """
days 1: daily
weeks 1: weekly
weeks 2: fortnightly
months 1: monthly
months 3: quarterly, every quarter, each quarter
months 6: half yearly, semi annually, semiannually, biannually
months 12: yearly, annually, annual, per annum
"""
    )
    ages = phrases(phrase_lists.AGES)
    age_bounds = words("under over")
    aged = phrases(phrase_lists.AGED)
    people = words(
        "child children person persons people minor minors adult adults woman women man men pupil pupils student "
        "students applicant applicants candidate candidates boy boys girl girls youth youths "
        "members employees employee citizens citizen voters patients residents workers players"
    )
    versions = words("version versions edition copyright ©")
    streets = words("street road avenue lane square quay boulevard drive way")
    compass = {
        "n": "n", "s": "s", "e": "e", "w": "w", "north": "n", "south": "s", "east": "e", "west": "w",
        "northern": "n", "southern": "s", "eastern": "e", "western": "w",
    }  # fmt: skip


class EnglishTimes(Times):
    """Dates and deadlines in English."""

    months = tables.months(generated.MONTHS)
    bare_months = False
    day_ordinals = {word: n for n, word in enumerate(_ORDINALS.split(), 1)} | {
        "twentieth": 20, "twenty": 20, "thirtieth": 30, "thirty": 30,
    }  # fmt: skip
    tens_of_days = frozenset((20, 30))
    day = words("day")
    year_cues = words(_YEAR_CUES + " to")
    month_cues = words(_YEAR_CUES)
    year_parts = phrases(phrase_lists.YEAR_PARTS)
    part_joints = words("of in")
    year_spans = words("season seasons year years academic fiscal financial school budget")
    clocks = words("hours hrs")
    clock_cues = words("at from until till by before after between and to")
    named_hours = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
    local = phrases("local: local time, local")
    relations = phrases(phrase_lists.RELATIONS)
    before_periods = words("within for in after")
    fillers = words("the next first a about")
    limits = phrases(phrase_lists.LIMITS)
    connectors = tables.connectors(phrase_lists.CONNECTORS)
    in_force = words("into in takes take taking took")
    events = by_word(phrase_lists.EVENTS)
    later_events = by_word(phrase_lists.EVENTS, phrase_lists.LATER_EVENTS)
    linking = words(
        "entry of the this that is are was were has have been its their all a an be being into in"
    )
    prompt = phrases(phrase_lists.PROMPT)


class EnglishReferences(References):
    """References in English."""

    labels = by_word(phrase_lists.LABELS)


class EnglishDuties(Duties):
    """Duties in English."""

    obligations = tables.strengths(duties.OBLIGATIONS, _forms)
    commitments = frozenset((4, 6))
    decisions = words("decides decide decided resolves resolve resolved agrees agree agreed")
    leading = frozenset((5, 7))
    aims = words("aim goal purpose objective task duty role idea intention mandate plan")
    purposes = (words("so that"), words("order that"))
    relatives = words("as which that")
    needs = words(
        "necessary required needed appropriate agreed requested specified determined prescribed decided deemed "
        "require need"
    )
    happenings = words("arise occur happen emerge ensue result exist")
    forbidding = words("may can could might")
    nouns = words("will")
    conditional = "should"
    perfect = words("have")
    uncertain = words("whether")
    formal = phrases(
        """
formal: continue to have effect, continue to apply, continue to produce, enter into force, come into force, come into effect, enter into effect, take effect, have effect,
    cease to have effect, remain in force, be in force, apply, mean, consist, comprise, constitute, expire, lapse, prevail,
    be deemed, be construed, be governed, be interpreted, be called, be known as, be composed, extend to
"""
    )
    weakening = phrases(
        """
discuss: discuss, to discuss, consider, to consider, explore, to explore, examine, study, review, negotiate,
    talk about, look into, think about, reflect on, consult on, hold talks on, begin talks on, work towards,
    strive for, aim at, assess, evaluate, seek, attempt, try, continue discussing
"""
    )


class EnglishDenials(Denials):
    """Denials in English."""

    negations = tables.denying(duties.NEGATIONS)
    not_negations = phrases(duties.NOT_NEGATIONS)
    plain = words("not never no neither nor")
    deniers = words("no none neither nobody nothing never")
    neither = ("neither", "nor")
    denied = by_word(duties.DENIED)
    privative = by_word(duties.PRIVATIVE)
    nothing = "nothing"
    non = "non"
    free = "free"
    saving = words("prejudice prejudices prejudge prejudges")
    lacking = "without"


class EnglishQualifiers(Qualifiers):
    """Qualifiers in English."""

    families = tables.families(limits.QUALIFIERS)
    trailing = words("included")
    verbs_too = words("complete included")
    restricting = words("only")
    subject = "subject"
    conditions = words("if")
    opposites = phrases(limits.OPPOSITES)
    determiners = by_word(
        "all: all, every, each\nany: any\nboth: both\neither: either\nsome: some, certain, several\nmost: most"
    )
    universal = words("all every")
    partitives = words("of the")


class EnglishGrammar(Grammar):
    """English grammar."""

    function_words = words(
        "the of and to is are be been being by for with from shall this that which its their not as at has "
        "have had any all it between under who whose when after before until these those other each may must "
        "should would they a an in on or will can could into than then there if no nor but so such also both "
        "either neither within without upon once per up out over through during against about our his her we "
        "you he she was were do does did while where them another only more most less least further whereas"
    )
    abbreviations = words(
        "no nos art arts para paras st mr mrs dr gen res vol cf vs approx ca est u s sec secs par pars ch pt fig "
        "reg jan feb apr jun jul aug sep sept oct nov dec"
    )
    endings = (
        "ations", "ation", "ments", "ment", "ions", "ings", "ion", "ing", "ply", "ed", "es", "ly", "al", "s", "e",
    )  # fmt: skip
    kept_endings = ("ply",)
    of = "of"
    by = "by"
    that = "that"
    infinitive = "to"
    the = words("the")
    articles = words("a an")
    genitives = ("'s", "s'")
    lists = words("and or to nor both through and/or")
    both = words("both")
    alternatives = words("or nor")
    conjunctions = words("and but while whereas")
    and_or = {"and": "and", "or": "or"}
    each = words("each")
    collectives = phrases(limits.COLLECTIVES)
    subjects = words(
        "a an the this that these those they it he she we you any no all each either neither such there "
        "their its his her our one both some"
    )
    auxiliaries = words("is are was were be been being")
    prepositions = words(
        "of to by from with against for in on at between into over under upon towards toward through without "
        "via among within onto after before about"
    )
    irregular = words(
        "paid given held kept made taken sold bought sent brought built lent met seen left put set shown"
    )
    participles = ("ed",)
    adverbs = ("ly",)
    adjectives = ("ous", "ful", "ible", "less")
