"""French: how its words count, bind, deny and limit."""

from __future__ import annotations

import re
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
from planctl.substance.languages.fr import common, generated
from planctl.substance.languages.fr import phrases as phrase_lists

_ELIDED = re.compile(r"\b(l|d|s|n|j|m|t|c|qu|jusqu|lorsqu|puisqu)'")


def _cut(table: str) -> str:
    """A table with the elided words parted from what follows, as tokens are."""
    return _ELIDED.sub(r"\1' ", table).replace("-", " ")


def _forms(phrase: str) -> Iterator[str]:
    """``tenu de`` is ``tenu d'`` before a vowel."""
    yield phrase
    if phrase.endswith(" de"):
        yield f"{phrase[:-1]}'"


class FrenchNumbers(Numbers):
    """Numbers in French."""

    spelled = "fr"
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "cent": 100,
        "cents": 100,
        "mille": 10**3,
        "milliers": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "mio": 10**6,
        "mrd": 10**9,
        "mds": 10**9,
        "douzaine": 12,
        "douzaines": 12,
        "vingtaine": 20,
        "centaine": 100,
        "centaines": 100,
    }
    joiner = "et"
    fractions = {"demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5,
                 "sixième": 6, "sixièmes": 6, "huitième": 8, "dixième": 10, "dixièmes": 10}  # fmt: skip
    halves = words("moitié demi demie")
    articles = words("un une")
    definite = words("les ces ses leurs nos vos mes des premiers premières derniers dernières autres")
    ordinals = words("er re e ème eme nd nde")
    minus = words("moins")
    to = words("à")
    between = words("entre")
    percents = phrases("percent: %, pour cent, p . cent, pourcent")
    points = phrases("point: point de pourcentage, points de pourcentage")
    permilles = phrases("permille: ‰, pour mille")
    bounds = phrases(_cut(phrase_lists.BOUNDS))
    bounds_after = phrases(_cut(phrase_lists.BOUNDS_AFTER))


class FrenchUnits(Units):
    """Units in French."""

    units = units(
        generated.UNITS, "month: mois\nyear: ans, an, année, années\nsquare-kilometer: km carrés, km2"
    )
    currencies = phrases(
        _cut(generated.CURRENCIES),
        "USD: dollar, dollars, dollars américains, dollar américain\nGBP: livres sterling, livre sterling\n"
        "CHF: franc, francs\nUAH: hryvnias, hryvnia\nRUB: rouble, roubles",
    )
    working = phrases(
        "plain: calendaires, calendaire, francs, consécutifs\nworking: ouvrables, ouvrés, ouvrable"
    )
    nouns = by_word(_cut(phrase_lists.NOUNS))
    of = words("de d' du des")
    per = words("par l' le la chaque")
    every = phrases("every: chaque, tous, toutes, à intervalles de")
    times = words("fois")
    adverbs = phrases(
        """
days 1: quotidiennement, chaque jour, tous les jours, journalier, quotidien, quotidienne
weeks 1: hebdomadairement, chaque semaine, toutes les semaines, hebdomadaire, hebdomadaires
months 1: mensuellement, chaque mois, tous les mois, mensuel, mensuelle, mensuels, mensuelles
months 3: trimestriellement, chaque trimestre, tous les trimestres, trimestriel, trimestrielle
months 6: semestriellement, chaque semestre, tous les semestres, semestriel, semestrielle
months 12: annuellement, chaque année, tous les ans, toutes les années, annuel, annuelle, annuels, annuelles
"""
    )
    ages = phrases(_cut("of: âgé de, âgée de, âgés de, âgées de, âge de, l'âge de"))
    aged = phrases(_cut("old: d'âge, révolus"))
    people = words(
        "mineurs mineur mineures enfants enfant personnes personne jeunes jeune femmes femme hommes homme élèves élève "
        "étudiants étudiant étudiantes adolescents adolescent filles fille garçons garçon candidats candidat adultes "
        "membres membre salariés salarié agents agent citoyens citoyen électeurs assurés patients patient sportifs "
        "bénéficiaires habitants travailleurs employés employé résidents"
    )
    versions = words("version versions édition projet copyright ©")
    streets = words("rue avenue boulevard place quai chemin")
    compass = {"nord": "n", "sud": "s", "est": "e", "ouest": "w", "n": "n", "s": "s", "e": "e", "o": "w"}


class FrenchTimes(Times):
    """Dates and deadlines in French."""

    months = tables.months(generated.MONTHS)
    day_ordinals = {"premier": 1}
    year_cues = words("en de depuis avant après jusqu' fin début dès l' année et ou à d'")
    month_cues = words("en de depuis avant après fin début dès d' et")
    year_parts = phrases(phrase_lists.YEAR_PARTS)
    part_joints = words("de d'")
    year_spans = words("saison campagne exercice année")
    clocks = words("heures h")
    clock_cues = words("à de entre et avant après dès vers")
    named_hours = {"midi": "12:00", "minuit": "24:00"}
    local = phrases("local: heure locale")
    relations = phrases(_cut(phrase_lists.RELATIONS))
    before_periods = words("dans pour sous")
    fillers = words("les prochains premiers premières prochaines")
    limits = phrases(_cut(phrase_lists.LIMITS))
    connectors = tables.connectors(_cut(phrase_lists.CONNECTORS))
    in_force = words("en prend prise")
    events = by_word(phrase_lists.EVENTS)
    later_events = by_word(phrase_lists.EVENTS)
    linking = words(
        "entrée de du des la le l' les cet cette ce présent présente est a été sont ont d' sa son leur en"
    )
    prompt = phrases(_cut(phrase_lists.PROMPT))


class FrenchReferences(References):
    """References in French."""

    labels = by_word(phrase_lists.LABELS)


class FrenchDuties(Duties):
    """Duties in French."""

    obligations = tables.strengths(_cut(phrase_lists.OBLIGATIONS), _forms)
    commitments = frozenset((4, 6))
    forbidding = words("peut peuvent pourra pourront")
    happenings = words("survenir naître surgir exister")
    weakening = phrases(
        "discuss: discuter, examiner, étudier, envisager, négocier, débattre, réfléchir, évaluer"
    )


class FrenchDenials(Denials):
    """Denials in French."""

    negations = tables.denying(_cut(phrase_lists.NEGATIONS))
    not_negations = phrases(_cut(phrase_lists.NOT_NEGATIONS))
    plain = words("pas plus jamais ne n'")
    deniers = words("nul nulle aucun aucune personne")
    neither = ("ni", "ni")
    non = "non"
    lacking = "sans"
    before_verb = words("ne n'")
    exceptive = words("que qu'")


class FrenchQualifiers(Qualifiers):
    """Qualifiers in French."""

    families = tables.families(_cut(phrase_lists.QUALIFIERS))
    trailing = words("inclus incluse incluses")
    restricting = words("seulement uniquement")
    conditions = words("si s'")
    opposites = phrases(_cut(phrase_lists.OPPOSITES))
    determiners = by_word(
        "all: tous, toutes, tout, toute, chaque\nany: quelconque\nsome: certains, certaines, quelques, plusieurs\n"
        "most: plupart"
    )
    universal = words("tous toutes toute")
    partitives = words("les des de la le l'")


class FrenchGrammar(Grammar):
    """French grammar."""

    function_words = words(
        "le la les l' et est pas une un dans du des d' aux qui que qu' sur avec par pour sont au ce cette ces ne n' se "
        "s' son sa ses leur leurs ou de en il elle ils elles à a ont été être avoir sera seront doit doivent peut "
        "peuvent si y plus moins très où dont mais ni ainsi entre sous vers chez après avant lors cet tout toute tous "
        "toutes chaque aussi fait faire soit soient j' m' t' c' on nous vous leur jusqu' devra devront pourra pourront"
    )
    elisions = words("l d s n j m t c qu jusqu lorsqu puisqu")
    abbreviations = words("art par al no p etc cf m mm mme dr st ste janv févr avr juil sept oct nov déc")
    endings = (
        "issements", "issement", "ements", "ement", "ations", "ation", "ments", "ment", "ions", "ion", "ées", "ée",
        "és", "er", "ir", "es", "é", "s", "e",
    )  # fmt: skip
    of = "de"
    by = "par"
    that = "que"
    infinitive = "à"
    the = words("le la les l'")
    articles = words("un une des")
    lists = words("et ou à au aux ni puis")
    both = words("tant")
    alternatives = words("ou ni")
    conjunctions = words("et mais tandis alors")
    and_or = {"et": "and", "ou": "or"}
    each = words("chacun chacune")
    collectives = phrases(_cut(phrase_lists.COLLECTIVES))
    subjects = words("le la les l' un une ce cette ces il elle ils elles chaque tout toute tous toutes")
    auxiliaries = words("est sont était étaient sera seront été être")
    prepositions = words(
        "de d' à par avec contre pour dans en sur entre sous vers sans via chez du des au aux après avant"
    )
    participles = ("é", "ée", "és", "ées", "i", "is", "ies", "us", "ue", "ues")
    adverbs = ("ment",)
