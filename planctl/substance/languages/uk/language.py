"""Ukrainian: numbers, units, dates, currencies and the words before references; no more is read."""

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
from planctl.substance.languages.uk import common, generated


class UkrainianNumbers(Numbers):
    """Numbers in Ukrainian."""

    spelled = ""
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "тис": 1000,
        "тисяч": 1000,
        "тисячі": 1000,
        "тисяча": 1000,
        "млн": 10**6,
        "мільйон": 10**6,
        "мільйони": 10**6,
        "мільйонів": 10**6,
        "млрд": 10**9,
        "мільярд": 10**9,
        "мільярди": 10**9,
        "мільярдів": 10**9,
    }
    to = words("до")
    between = words("")
    percents = phrases("percent: %, відсоток, відсотки, відсотків, процент, проценти, процентів")


class UkrainianUnits(Units):
    """Units in Ukrainian."""

    units = units(
        generated.UNITS,
        "month: місяців, місяці, місяць, міс\nyear: рік, роки, років, року\nday: днів, дні, день, діб\nhectare: га",
    )
    currencies = phrases(
        generated.CURRENCIES, "USD: долар, долари, доларів\nEUR: євро\nUAH: гривень, гривня, гривні, грн"
    )
    of = words("")
    capital_nouns = False
    times = words("рази разів раз")
    per = words("на щороку")


class UkrainianTimes(Times):
    """Dates in Ukrainian."""

    months = tables.months(generated.MONTHS)
    bare_months = True
    year = words("року рік році р")
    year_cues = words("у в з до від по на за та і")
    month_cues = words("у в з до від по на за та і")
    clocks = words("год")


class UkrainianReferences(References):
    """References in Ukrainian."""

    labels = by_word(
        "article: стаття, статті, статтею, статтях, ст\npoint: пункт, пункту, пункті, пункти, пунктів, п\nparagraph: параграф, абзац\nannex: додаток, додатку\nchapter: розділ, розділу, глава, глави\nresolution: резолюція, резолюції\nnumber: №"
    )


class UkrainianGrammar(Grammar):
    """The small words of Ukrainian."""

    function_words = words(common.MARKS) | words("та і й або до по у в з до від по на за та і")
    abbreviations = words("ст п рр р тис млн млрд грн ім")
    endings = (
        "ування",
        "ення",
        "ами",
        "ями",
        "ого",
        "ому",
        "ів",
        "їв",
        "ою",
        "ею",
        "их",
        "ах",
        "ях",
        "ам",
        "ям",
        "ий",
        "ої",
        "и",
        "і",
        "а",
        "я",
        "у",
        "ю",
        "о",
        "е",
    )
    lists = words("та і й або до по")
    conjunctions = words("та і й а але")
    of = ""


LANGUAGE = Language(
    "uk",
    grammar=UkrainianGrammar(),
    numbers=UkrainianNumbers(),
    units=UkrainianUnits(),
    times=UkrainianTimes(),
    references=UkrainianReferences(),
)
