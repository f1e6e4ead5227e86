"""German: numbers, units, dates, currencies and the words before references; no more is read."""

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
from planctl.substance.languages.de import common, generated


class GermanNumbers(Numbers):
    """Numbers in German."""

    spelled = "de"
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
    }
    after_labels = Numbers.after_labels - words("bis")
    to = words("bis")
    between = words("zwischen")
    percents = phrases("percent: %, prozent, v . h")


class GermanUnits(Units):
    """Units in German."""

    units = units(
        generated.UNITS,
        "tonne: t, tonnen, tonne\nyear: jahren, jahre, jahr\nday: tagen, tage, tag\nmonth: monaten, monate, monat\nweek: wochen, woche\nhour: stunden, stunde",
    )
    currencies = phrases(
        generated.CURRENCIES, "USD: dollar, us dollar\nEUR: euro, euros\nCHF: franken\nGBP: pfund"
    )
    of = words("des der von")
    capital_nouns = True
    times = words("mal")
    per = words("pro im jährlich")


class GermanTimes(Times):
    """Dates in German."""

    months = tables.months(generated.MONTHS)
    bare_months = False
    year = words("jahr jahre jahres")
    year_cues = words("am bis seit ab vom zum im den in jahr jahre")
    month_cues = words("am bis seit ab vom zum im den in jahr jahre")
    clocks = words("uhr")


class GermanReferences(References):
    """References in German."""

    labels = by_word(
        "article: artikel, art\nparagraph: absatz, abs, §, §§\nannex: anhang, anlage\nchapter: kapitel\npoint: punkt, nummer, nr, ziffer\npart: teil\nsection: abschnitt\nresolution: resolution\npage: seite"
    )


class GermanGrammar(Grammar):
    """The small words of German."""

    function_words = words(common.MARKS) | words(
        "und oder bis sowie am bis seit ab vom zum im den in jahr jahre"
    )
    abbreviations = words("art abs nr bzw vgl z b mio mrd")
    endings = (
        "ungen",
        "ung",
        "en",
        "er",
        "es",
        "em",
        "e",
        "n",
        "s",
    )
    lists = words("und oder bis sowie")
    conjunctions = words("und sowie aber während")
    of = "des"


LANGUAGE = Language(
    "de",
    grammar=GermanGrammar(),
    numbers=GermanNumbers(),
    units=GermanUnits(),
    times=GermanTimes(),
    references=GermanReferences(),
)
