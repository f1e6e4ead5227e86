"""Arabic: numbers, units, dates, currencies and the words before references; no more is read."""

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
from planctl.substance.languages.ar import common, generated


class ArabicNumbers(Numbers):
    """Numbers in Arabic."""

    spelled = ""
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "ألف": 1000,
        "آلاف": 1000,
        "مليون": 10**6,
        "ملايين": 10**6,
        "مليار": 10**9,
        "مليارات": 10**9,
    }
    to = words("إلى")
    between = words("بين")
    percents = phrases("percent: %, ٪, في المائة, بالمائة, في المئة, بالمئة")


class ArabicUnits(Units):
    """Units in Arabic."""

    units = units(
        generated.UNITS,
        "month: شهرا, شهر, أشهر, شهور\nyear: سنة, سنوات, عام, أعوام, عاما\nday: يوما, يوم, أيام\nweek: أسبوع, أسابيع, أسبوعا\nhour: ساعة, ساعات",
    )
    currencies = phrases(generated.CURRENCIES, "USD: دولار, دولارات, دولارا\nEUR: يورو")
    of = words("من")
    capital_nouns = False
    times = words("مرات مرة")
    per = words("في كل")


class ArabicTimes(Times):
    """Dates in Arabic."""

    months = tables.months(generated.MONTHS)
    bare_months = True
    year = words("عام سنة")
    year_cues = words("في من إلى عام سنة حتى منذ")
    month_cues = words("في من إلى عام سنة حتى منذ")
    clocks = words("ساعة")


class ArabicReferences(References):
    """References in Arabic."""

    labels = by_word(
        "article: المادة, مادة, المواد\nparagraph: الفقرة, فقرة, الفقرات\nchapter: الفصل\nannex: المرفق, الملحق\nresolution: القرار, قرار\npoint: النقطة, البند\nnumber: رقم"
    )


class ArabicGrammar(Grammar):
    """The small words of Arabic."""

    function_words = words(common.MARKS) | words("و أو إلى في من إلى عام سنة حتى منذ")
    abbreviations = words("")
    endings = (
        "ات",
        "ون",
        "ين",
        "ا",
        "ة",
    )
    lists = words("و أو إلى")
    conjunctions = words("و")
    of = "من"


LANGUAGE = Language(
    "ar",
    grammar=ArabicGrammar(),
    numbers=ArabicNumbers(),
    units=ArabicUnits(),
    times=ArabicTimes(),
    references=ArabicReferences(),
)
