"""English: how its words count, bind, deny and limit."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.substance import english_phrases as tables
from planctl.substance.language import Language, Phrases, meanings

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february march april may june july august september october november december"
_YEAR_CUES = "in of by since until till before after from during year for end late early mid through between"
_WEAK = " (weak)"
_NEVER_SPLIT = frozenset(("is to", "are to", "has to", "have to"))  # "is not to" is read word by word
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_FRACTIONS = "half third quarter fifth sixth seventh eighth ninth tenth"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(table: str) -> Phrases[str]:
    return Phrases(lambda: meanings(table))


def _sized(table: str) -> dict[str, tuple[int, str]]:
    """``24 / hour: day, days`` -> ``{"day": (24, "hour"), ...}``."""
    found: dict[str, tuple[int, str]] = {}
    for meaning, words in meanings(table):
        factor, _, base = meaning.partition(" / ")
        found |= dict.fromkeys(words, (int(factor), base))
    return found


def _sizes(table: str) -> Phrases[tuple[int, str]]:
    return Phrases(lambda: ((size, [phrase]) for phrase, size in _sized(table).items()))


def _negations() -> Iterator[tuple[tuple[str, bool], list[str]]]:
    for meaning, words in meanings(tables.NEGATIONS):
        yield _marked(meaning), words


def _marked(meaning: str) -> tuple[str, bool]:
    """``not (weak)`` -> ``("not", True)``."""
    return meaning.removesuffix(_WEAK), meaning.endswith(_WEAK)


def _qualifiers() -> Iterator[tuple[tuple[str, str, bool], list[str]]]:
    for meaning, words in meanings(tables.QUALIFIERS):
        family, _, group = meaning.partition(" / ")
        yield (family, *_marked(group)), words


def _strengths() -> Iterator[tuple[tuple[int, bool], list[str]]]:
    """Strengths with their phrases; ``is bound to`` is also said ``be bound to``, ``bound not to``."""
    for meaning, words in meanings(tables.OBLIGATIONS):
        level, weak = _marked(meaning)
        yield (int(level), weak), [each for phrase in words for each in _forms(phrase)]


def _forms(phrase: str) -> Iterator[str]:
    head, _, rest = phrase.partition(" ")
    bases = [phrase, f"be {rest}"] if head == "is" and " " in rest else [phrase]
    for base in bases:
        yield base
        if base.endswith(" to") and base not in _NEVER_SPLIT:
            yield f"{base.removesuffix(' to')} not to"


def _connectors() -> Iterator[tuple[tuple[str, int], list[str]]]:
    for meaning, words in meanings(tables.CONNECTORS):
        relation, _, reach = meaning.partition(" / ")
        yield (relation, int(reach)), words


def _groups(table: str) -> dict[str, str]:
    """``people: troops, soldiers`` -> ``{"troops": "people", "soldiers": "people"}``."""
    return {word: meaning for meaning, words in meanings(table) for word in words}


def _cardinals() -> dict[str, int]:
    ones = {word: n for n, word in enumerate((_ONES + " seventeen eighteen nineteen").split())}
    return ones | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}


def _months() -> dict[str, int]:
    full = {word: n for n, word in enumerate(_MONTHS.split(), 1)}
    return full | {word[:3]: n for word, n in full.items()} | {"sept": 9}


def _fractions() -> dict[str, int]:
    single = {word: n for n, word in enumerate(_FRACTIONS.split(), 2)} | {"fourth": 4}
    return single | {f"{word}s": n for word, n in single.items()} | {"halves": 2}


ENGLISH = Language(
    code="en",
    marks=_words(
        "the of and to is are be been by for with from shall this that which its their not as at has have "
        "any all it between under who whose when after before until these those other each may must should"
    ),
    foreign=_words(
        "der das und ist nicht mit von zu dem den des ein eine wird werden sich auf für im zur durch oder "
        "le la les et est pas une dans du aux qui que sur avec par pour sont el los las del y en por con "
        "il di che non della gli nel het een van niet wordt zijn os da dos ao não em na nie jest się oraz att"
    ),
    function_words=_words(
        "the of and to is are be been being by for with from shall this that which its their not as at has "
        "have had any all it between under who whose when after before until these those other each may must "
        "should would they a an in on or will can could into than then there if no nor but so such also both "
        "either neither within without upon once per up out over through during against about our his her we "
        "you he she was were do does did while where them another only more most less least further whereas"
    ),
    cardinals=_cardinals(),
    scales={
        "dozen": 12,
        "hundred": 100,
        "thousand": 10**3,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
    }
    | {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12},
    joiner="and",
    fractions=_fractions(),
    halves=_words("half"),
    articles=_words("a an"),
    definite=_words("the these those its their our his her both other last first next"),
    not_halves=_words("first second"),
    after_labels=_words("bis ter quater alt"),
    percents=_phrases(tables.PERCENTS),
    currencies=_groups(tables.CURRENCIES),
    dollars=_words("us american"),
    times=_sized(tables.TIMES),
    frequencies=_sizes(tables.FREQUENCIES),
    ages=_phrases(tables.AGES),
    ages_in="years",
    aged=_phrases(tables.AGED),
    before_periods=_words("within for in after"),
    time_adjectives={"working": "working ", "business": "working ", "calendar": "", "consecutive": ""},
    measures=_sizes(tables.MEASURES),
    nouns=_groups(tables.NOUNS),
    of="of",
    by="by",
    the=_words("the"),
    collectives=_phrases(tables.COLLECTIVES),
    genitives=("'s", "s'"),
    lists=_words("and or to nor both"),
    alternatives=_words("or nor"),
    conjunctions=_words("and but while whereas"),
    neither=("neither", "nor"),
    each=_words("each"),
    months=_months(),
    ordinals=_words("st nd rd th"),
    day_ordinals={word: n for n, word in enumerate(_ORDINALS.split(), 1)}
    | {"twentieth": 20, "twenty": 20, "thirtieth": 30, "thirty": 30},
    tens_of_days=frozenset((20, 30)),
    day=_words("day"),
    year_cues=_words(_YEAR_CUES + " to"),
    month_cues=_words(_YEAR_CUES),
    year_parts=_phrases(tables.YEAR_PARTS),
    part_joints=_words("of in"),
    clocks=_words("hours hrs local gmt utc cet"),
    clock_cues=_words("at from until till by before after between and to"),
    relations=_phrases(tables.RELATIONS),
    list_ends=_words("of above below apply applies"),
    fillers=_words("the next first a about"),
    labels=_groups(tables.LABELS),
    obligations=Phrases(_strengths),
    commitments=frozenset((4, 6)),
    decisions=_words("decides decide decided resolves resolve resolved agrees agree agreed"),
    that="that",
    infinitive="to",
    leading=frozenset((5, 7)),
    plain_denials=_words("not never no neither nor"),
    aims=_words("aim goal purpose objective task duty role idea intention mandate plan"),
    forbidding=_words("may can could might"),
    purposes=(_words("so that"), _words("order that")),
    relatives=_words("as which that"),
    needs=_words(
        "necessary required needed appropriate agreed requested specified determined prescribed decided "
        "deemed"
    ),
    happenings=_words("arise occur happen emerge ensue result exist"),
    negations=Phrases(_negations),
    not_negations=_phrases(tables.NOT_NEGATIONS),
    qualifiers=Phrases(_qualifiers),
    trailing=_words("included"),
    verbs_too=_words("complete included"),
    bounds=_phrases(tables.BOUNDS),
    bounds_after=_phrases(tables.BOUNDS_AFTER),
    denied=_groups(tables.DENIED),
    privative=_groups(tables.PRIVATIVE),
    nothing="nothing",
    non="non",
    free="free",
    deniers=_words("no none neither nobody nothing never"),
    saving=_words("prejudice prejudices prejudge prejudges"),
    restricting=_words("only"),
    lacking="without",
    subject="subject",
    conditional="should",
    subjects=_words(
        "a an the this that these those they it he she we you any no all each either neither such there "
        "their its his her our one both some"
    ),
    conditions=_words("if"),
    limits=_phrases(tables.LIMITS),
    connectors=Phrases(_connectors),
    in_force=_words("into in takes take taking took"),
    events=_groups(tables.EVENTS),
    later_events=_groups(tables.EVENTS + tables.LATER_EVENTS[1:]),
    adjectives=("ous", "ful", "ible", "less"),
    linking=_words("of the this that is are was were has have been its their all a an be being into in"),
    prompt=_phrases(tables.PROMPT),
    auxiliaries=_words("is are was were be been being"),
    prepositions=_words(
        "of to by from with against for in on at between into over under upon towards toward through without "
        "via among within onto after before about"
    ),
    irregular=_words(
        "paid given held kept made taken sold bought sent brought built lent met seen left put set shown"
    ),
)
