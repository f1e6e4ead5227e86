"""Spanish: numbers, units, dates, currencies and the words before references; no more is read."""

from __future__ import annotations

from planctl.substance import tables
from planctl.substance.language import (
    Grammar,
    Language,
    Numbers,
    References,
    Times,
    Units,
    by_word,
    phrases,
    units,
    words,
)
from planctl.substance.languages.es import common, generated


class SpanishNumbers(Numbers):
    """Numbers in Spanish."""

    spelled = "es"
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "mill": 10**6,
        "billones": 10**12,
    }
    to = words("a")
    between = words("entre")
    percents = phrases("percent: %, por ciento")


class SpanishUnits(Units):
    """Units in Spanish."""

    units = units(
        generated.UNITS,
        "year: años, año\nmonth: meses, mes\nday: días, día\nweek: semanas, semana\nhour: horas, hora",
    )
    currencies = phrases(
        generated.CURRENCIES, "USD: dólar, dólares\nEUR: euro, euros\nGBP: libras\nMXN: pesos, peso"
    )
    of = words("de")
    capital_nouns = False
    times = words("veces vez")
    per = words("al a por cada")


class SpanishTimes(Times):
    """Dates in Spanish."""

    months = tables.months(generated.MONTHS)
    bare_months = True
    year = words("")
    year_cues = words("el en de desde hasta a del al antes después año")
    month_cues = words("el en de desde hasta a del al antes después año")
    clocks = words("horas h")


class SpanishReferences(References):
    """References in Spanish."""

    labels = by_word(
        "article: artículo, artículos, art\nparagraph: párrafo, párrafos, apartado, apartados\nannex: anexo, anexos\nchapter: capítulo\npoint: punto, puntos\npart: parte\nsection: sección\nresolution: resolución\nnumber: n . º, núm, nº, número"
    )


class SpanishGrammar(Grammar):
    """The small words of Spanish."""

    function_words = words(common.MARKS) | words(
        "y e o u a ni el en de desde hasta a del al antes después año"
    )
    abbreviations = words("art núm sr sra ud")
    endings = (
        "aciones",
        "ación",
        "mientos",
        "miento",
        "ciones",
        "ción",
        "ados",
        "adas",
        "ado",
        "ada",
        "es",
        "os",
        "as",
        "o",
        "a",
        "s",
    )
    lists = words("y e o u a ni")
    conjunctions = words("y e pero mientras")
    of = "de"


LANGUAGE = Language(
    "es",
    grammar=SpanishGrammar(),
    numbers=SpanishNumbers(),
    units=SpanishUnits(),
    times=SpanishTimes(),
    references=SpanishReferences(),
)
