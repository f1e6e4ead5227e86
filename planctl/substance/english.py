"""The English word lists. They are closed on purpose: what is not listed is not reported."""

from __future__ import annotations

from planctl.substance.language import Language, Phrases

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february march april may june july august september october november december"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _groups(**words: str) -> dict[str, str]:
    """``people="troops soldiers"`` -> ``{"troops": "people", "soldiers": "people"}``."""
    return {word: group for group, members in words.items() for word in members.split()}


def _cardinals() -> dict[str, int]:
    ones = {word: n for n, word in enumerate((_ONES + " seventeen eighteen nineteen").split())}
    return ones | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}


def _months() -> dict[str, int]:
    full = {word: n for n, word in enumerate(_MONTHS.split(), 1)}
    return full | {word[:3]: n for word, n in full.items()} | {"sept": 9}


_TIMES = {
    **dict.fromkeys(("hour", "hours"), (1, "hour")),
    **dict.fromkeys(("day", "days"), (24, "hour")),
    **dict.fromkeys(("week", "weeks"), (168, "hour")),
    **dict.fromkeys(("fortnight", "fortnights"), (336, "hour")),
    **dict.fromkeys(("month", "months"), (1, "month")),
    **dict.fromkeys(("year", "years"), (12, "month")),
    **dict.fromkeys(("decade", "decades"), (120, "month")),
    **dict.fromkeys(("minute", "minutes"), (1, "minute")),
}

_MEASURES = Phrases(
    [
        ((1, "m"), "metre, metres, meter, meters"),
        ((1000, "m"), "km, kms, kilometre, kilometres, kilometer, kilometers"),
        ((1, "mile"), "mile, miles"),
        ((1, "nautical mile"), "nautical mile, nautical miles"),
        ((100, "ha"), "square kilometre, square kilometres, square kilometers, sq km, km²"),
        ((1, "ha"), "hectare, hectares, ha"),
        ((1, "square mile"), "square mile, square miles"),
        ((1, "t"), "tonne, tonnes, ton, tons, metric tons, metric tonnes"),
        ((1, "kg"), "kg, kilogram, kilograms, kilogramme, kilogrammes"),
        ((1, "MW"), "mw, megawatt, megawatts"),
        ((1000, "MW"), "gw, gigawatt, gigawatts"),
        ((1, "mm"), "mm, millimetre, millimetres, millimeter, millimeters"),
        ((1, "barrel"), "barrel, barrels"),
        ((1, "°C"), "° c, degrees celsius"),
        ((1, "percentage point"), "percentage point, percentage points"),
    ]
)

_QUALIFIERS = Phrases(
    [
        (("time of war", "peacetime"), "in peacetime, in time of peace, in times of peace, during peacetime"),
        (("time of war", "wartime"), "in wartime, in time of war, in times of war, during wartime"),
        (
            ("lasting", "permanent"),
            "permanent, permanently, on a permanent basis, indefinitely, in perpetuity",
        ),
        (("lasting", "permanent"), "for an indefinite period, of unlimited duration, for good"),
        (
            ("lasting", "temporary"),
            "temporary, temporarily, provisional, provisionally, on a temporary basis",
        ),
        (("lasting", "temporary"), "interim, for the time being, for a limited period"),
        (
            ("speed", "at once"),
            "immediately, immediate, at once, forthwith, without delay, without any delay",
        ),
        (("speed", "at once"), "with immediate effect, instantly, right away, with no delay"),
        (("speed", "step by step"), "gradually, gradual, step by step, in stages, in phases, phased"),
        (("speed", "step by step"), "progressively, by stages, stage by stage, in a phased manner"),
        (("case", "case by case"), "case by case, on a case by case basis, individually"),
        (("law", "de facto"), "de facto"),
        (("law", "de jure"), "de jure"),
        (("extent", "full"), "full, fully, in full, complete, completely, total, totally, entirely, entire"),
        (("extent", "full"), "in its entirety, comprehensive, comprehensively, wholly"),
        (("extent", "partial"), "partial, partially, partly, in part"),
        (("condition", "unconditional"), "unconditional, unconditionally, without conditions"),
        (("condition", "unconditional"), "without preconditions, without any conditions, without condition"),
        (("condition", "conditional"), "conditional, conditionally"),
        (("condition", "subject to"), "subject to, provided that, on condition that, on the condition that"),
        (("condition", "subject to"), "conditional on, conditional upon, only if, as long as, so long as"),
        (("condition", "unless"), "unless, except if, save where"),
        (
            ("exception", "except"),
            "except, except for, with the exception of, other than, apart from, excluding",
        ),
        (("inclusion", "including"), "including, inclusive of, to include"),
        (("exclusivity", "only"), "only, solely, exclusively, exclusive, sole"),
        (("discretion", "where appropriate"), "where appropriate, as appropriate, if appropriate"),
        (
            ("discretion", "where necessary"),
            "where necessary, as necessary, if necessary, if needed, as needed",
        ),
        (("discretion", "as far as possible"), "as far as possible, where possible, if possible"),
        (("discretion", "as far as possible"), "to the extent possible, wherever possible, where feasible"),
        (("discretion", "in principle"), "in principle"),
        (("discretion", "voluntary"), "voluntary, voluntarily, on a voluntary basis"),
        (("discretion", "mandatory"), "mandatory, compulsory, obligatory"),
        (
            ("law in force", "legally binding"),
            "legally binding, binding in law, binding under international law",
        ),
        (("law in force", "not binding"), "nonbinding, non binding"),
        (("return", "irrevocable"), "irrevocable, irrevocably, irreversible, irreversibly"),
        (("return", "reversible"), "reversible, revocable"),
        (("check", "verifiable"), "verifiable, verifiably, verified, under verification"),
        (("each", "mutual"), "mutual, mutually, reciprocal, reciprocally, on a reciprocal basis"),
        (("each", "unilateral"), "unilateral, unilaterally, one sided"),
        (("together", "joint"), "joint, jointly"),
        (("consent", "by consent"), "by agreement of, with the consent of, with the agreement of"),
        (("consent", "by consent"), "with the approval of, by consent of"),
        (("voting", "unanimous"), "unanimous, unanimously, by unanimity"),
        (("voting", "by majority"), "by majority, by a majority, by simple majority, by a simple majority"),
        (("provoked", "unprovoked"), "unprovoked, without provocation"),
        (("cause", "without cause"), "without cause"),
        (("time", "at any time"), "at any time"),
        (("number", "all"), "all"),
        (("number", "some"), "some, certain, several"),
        (("number", "most"), "most, the majority of"),
        (("public", "public"), "public, publicly, made public"),
        (("public", "confidential"), "confidential, confidentially, secret, secretly"),
    ]
)

_OBLIGATIONS = Phrases(
    [
        (7, "shall, must, has to, have to, is obliged to, are obliged to, be obliged to, is required to"),
        (7, "are required to, be required to, is bound to, are bound to, is obligated to, are obligated to"),
        (
            7,
            "cannot, can't, is under an obligation to, are under an obligation to, has an obligation to, have an obligation to",
        ),
        (6, "undertakes to, undertake to, undertakes, undertake, commits to, commit to, commits itself to"),
        (
            6,
            "commit themselves to, pledges to, pledge to, is committed to, are committed to, binds itself to",
        ),
        (6, "bind themselves to, promises to, promise to, guarantees to, guarantee to"),
        (5, "will, is to, are to"),
        (4, "agrees to, agree to, agrees that, agree that, consents to, consent to"),
        (
            3,
            "should, ought to, is encouraged to, are encouraged to, is invited to, are invited to, is urged to",
        ),
        (
            3,
            "are urged to, endeavours to, endeavour to, endeavors to, endeavor to, seeks to, seek to, strives to",
        ),
        (3, "strive to, aims to, aim to, intends to, intend to, is called upon to, are called upon to"),
        (3, "makes every effort to, make every effort to, uses best efforts to, use best efforts to"),
        (
            2,
            "may, can, is free to, are free to, is allowed to, are allowed to, is permitted to, are permitted to",
        ),
        (2, "is entitled to, are entitled to, has the right to, have the right to, might, could"),
        (1, "is expected to, are expected to, it is expected that, is expected that, is envisaged to"),
        (
            1,
            "is anticipated to, are anticipated to, are envisaged to, it is envisaged that, it is hoped that",
        ),
        (1, "expects to, expect to, hopes to, hope to"),
    ]
)

_NEGATIONS = Phrases(
    [
        ("not", "not, cannot, no, none, never, neither, nobody, nothing, without, nor, no one, nowhere"),
        (
            "not",
            "don't, doesn't, didn't, won't, shan't, can't, mustn't, isn't, aren't, wasn't, weren't, shouldn't",
        ),
        ("not", "rules out, rule out, ruled out, ruling out, refrains from, refrain from, refraining from"),
        ("not", "abstains from, abstain from, prohibits, prohibit, prohibited, forbids, forbid, forbidden"),
        ("not", "bans, ban, banned, desists from, desist from, is excluded, are excluded, be excluded"),
        ("not", "renounces, renounce, renounced, rejects, reject, rejected, outlaws, outlaw, outlawed"),
    ]
)

_NOT_NEGATIONS = Phrases(
    [
        ("", "not only, not limited to, no later than, not later than, no more than, not more than"),
        ("", "no fewer than, not fewer than, no less than, not less than, without delay, without any delay"),
        (
            "",
            "whether or not, without prejudice to, without conditions, without preconditions, without condition",
        ),
        (
            "",
            "without any conditions, without provocation, without cause, not exceeding, not exceed, no delay",
        ),
        ("", "shall not exceed, must not exceed, may not exceed, not to exceed, without exception"),
    ]
)

ENGLISH = Language(
    code="en",
    marks=_words(
        "the of and to is are be been by for with from shall this that which its their not as at has have any all "
        "it between under who whose when after before until these those other each may must should would they"
    ),
    foreign=_words(
        "der das und ist nicht mit von zu dem den des ein eine wird werden sich auf für im zur durch bis oder le la "
        "les et est pas une dans du aux qui que sur avec par pour sont el los las del y en por con una il di che non "
        "della gli nel het een van niet wordt zijn os da dos ao não em na nie jest się oraz och att som inte"
    ),
    function_words=_words(
        "the of and to is are be been being by for with from shall this that which its their not as at has have had "
        "any all it between under who whose when after before until these those other each may must should would "
        "they a an in on or will can could into than then there if no nor but so such also both either neither "
        "within without upon once per up out over through during against about our his her we you he she was were "
        "do does did while where them another only more most less least further whereas"
    ),
    cardinals=_cardinals(),
    scales={"hundred": 100, "thousand": 10**3, "million": 10**6, "mn": 10**6, "mln": 10**6, "billion": 10**9}
    | {"bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12},
    joiner="and",
    fractions={"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4}
    | {"fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8}
    | {"tenth": 10, "tenths": 10, "seventh": 7, "sevenths": 7, "ninth": 9, "ninths": 9},
    halves=_words("half"),
    articles=_words("a an"),
    definite=_words("the these those its their our his her both other last first next"),
    percents=Phrases([("percent", "%, percent, per cent, per cents, pct")]),
    currencies=_groups(
        USD="dollar dollars", EUR="euro euros", GBP="pound pounds sterling", UAH="hryvnia hryvnias hryvnya"
    )
    | _groups(RUB="rouble roubles ruble rubles", CHF="franc francs", JPY="yen", CNY="yuan renminbi"),
    times=_TIMES,
    time_adjectives=_groups(working="working business", calendar="calendar consecutive"),
    measures=_MEASURES,
    nouns=_groups(
        people="people persons person personnel troops soldiers servicemen servicemembers men members staff strong "
        "individuals",
        prisoner="prisoner prisoners captive captives detainee detainees pows",
        country="country countries state states nation nations",
        aircraft="aircraft planes plane aeroplanes aircrafts jets",
        observer="observer observers monitor monitors",
        seat="seat seats",
    ),
    months=_months(),
    year_cues=_words(
        "till in of by since until before after from during year for to end late early mid through between"
    ),
    relations=Phrases(
        [
            ("by", "by, no later than, not later than, before, until, till, up to, on or before"),
            (
                "from",
                "from, as of, as from, since, after, starting, beginning, starting on, beginning on, with effect from",
            ),
        ]
    ),
    labels=_groups(
        article="article articles art arts", point="point points", paragraph="paragraph paragraphs para paras"
    )
    | _groups(
        section="section sections sec", chapter="chapter chapters", annex="annex annexes appendix appendices"
    )
    | _groups(item="item items", clause="clause clauses", protocol="protocol protocols", part="part parts")
    | _groups(
        resolution="resolution resolutions unscr", schedule="schedule schedules", option="option options"
    )
    | _groups(rule="rule rules", phase="phase phases", stage="stage stages", step="step steps", title="title")
    | _groups(
        table="table",
        figure="figure",
        page="page pages",
        track="track",
        basket="basket",
        number="no nos number",
    )
    | _groups(
        alternative="alternative alternatives",
        directive="directive",
        regulation="regulation",
        unit="unit units",
    ),
    obligations=_OBLIGATIONS,
    aims=_words("aim goal purpose objective task duty role idea intention mandate plan"),
    forbidding=_words("may can could might"),
    negations=_NEGATIONS,
    not_negations=_NOT_NEGATIONS,
    qualifiers=_QUALIFIERS,
    bounds=Phrases(
        [
            (
                "at most",
                "up to, at most, no more than, not more than, a maximum of, maximum of, not exceeding, not exceed",
            ),
            (
                "at most",
                "capped at, limited to, to a maximum of, a ceiling of, fewer than, less than, not to exceed, under",
            ),
            (
                "at least",
                "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of",
            ),
            ("at least", "more than, over, in excess of, above"),
            ("about", "about, around, approximately, nearly, almost, roughly, some"),
        ]
    ),
    limits=Phrases(
        [
            (
                "within",
                "within, in, within the first, inside, no later than, not later than, in no more than, in less than",
            ),
            (
                "within",
                "within no more than, within a period of, within a maximum of, in under, by no later than",
            ),
            ("within", "not more than, no more than, in at most, within at most"),
            ("after", "after, only after, no sooner than, not earlier than, not before"),
        ]
    ),
    connectors=Phrases(
        [
            (
                ("after", 7),
                "once, upon, after, following, as soon as, when, subsequent to, counting from, counted from",
            ),
            (("after", 7), "starting from, beginning with, starting with"),
            (("after", 3), "on, from, as of, as from"),
            (("after", 0), "of"),
            (("before", 7), "before, prior to, ahead of"),
            (("until", 7), "until, till, pending"),
        ]
    ),
    in_force=_words("into in takes take taking took"),
    events=_groups(
        signature="signature signing signed sign signs",
        force="force effect",
        ratification="ratification ratified ratify ratifies",
        adoption="adoption adopted adopt adopts",
        ceasefire="ceasefire truce armistice cessation",
        conclusion="conclusion concluded concludes",
        agreement="agreed",
        withdrawal="withdrawal withdrawn withdraw withdraws withdrew pullback pullout",
        approval="approval approved approve approves",
        verification="verification verified verify verifies",
        election="election elections elected vote referendum",
        notification="notification notified notice notify notifies",
        acceptance="acceptance accepted accept accepts",
        exchange="exchange exchanged",
        completion="completion completed complete",
        request="request requested",
        payment="payment paid",
        deposit="deposit deposited",
    ),
    linking=_words("of the this that is are was were has have been its their all a an be being into in"),
    prompt=Phrases(
        [
            (
                "asap",
                "as early as possible, as soon as possible, as quickly as possible, as soon as practicable",
            ),
            ("asap", "at the earliest opportunity, at the earliest possible date, at the earliest date"),
            (
                "asap",
                "as soon as feasible, as soon as is feasible, as soon as it is possible, in the shortest possible time",
            ),
            (
                "reasonable time",
                "in due course, within a reasonable time, within a reasonable period, in good time",
            ),
        ]
    ),
    auxiliaries=_words("is are was were be been being"),
    prepositions=_words(
        "of to by from with against for in on at between into over under upon towards toward through without "
        "via among within onto after before about"
    ),
    irregular=_words(
        "paid given held kept made taken sold bought sent brought built lent met seen left put set shown"
    ),
)
