"""Russian: numbers, units, dates, currencies and the words before references; no more is read."""

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
from planctl.substance.languages.ru import common, generated


class RussianNumbers(Numbers):
    """Numbers in Russian."""

    spelled = ""
    decimal, group = generated.DECIMAL, generated.GROUP
    cardinals = common.CARDINALS
    scales = {
        "тыс": 1000,
        "тысяч": 1000,
        "тысячи": 1000,
        "тысяча": 1000,
        "млн": 10**6,
        "миллион": 10**6,
        "миллиона": 10**6,
        "миллионов": 10**6,
        "млрд": 10**9,
        "миллиард": 10**9,
        "миллиарда": 10**9,
        "миллиардов": 10**9,
    }
    to = words("до")
    between = words("")
    percents = phrases("percent: %, процент, процента, процентов")


class RussianUnits(Units):
    """Units in Russian."""

    units = units(
        generated.UNITS,
        "month: месяцев, месяца, месяц, мес\nyear: год, года, лет\nday: дней, дня, день, суток\nhectare: га",
    )
    currencies = phrases(
        generated.CURRENCIES, "USD: доллар, доллара, долларов\nEUR: евро\nRUB: рублей, рубля, рубль, руб"
    )
    of = words("")
    capital_nouns = False
    times = words("раза раз")
    per = words("в на")


class RussianTimes(Times):
    """Dates in Russian."""

    months = tables.months(generated.MONTHS)
    bare_months = True
    year = words("года год году г")
    year_cues = words("в с до от по на за и")
    month_cues = words("в с до от по на за и")
    clocks = words("ч")


class RussianReferences(References):
    """References in Russian."""

    labels = by_word(
        "article: статья, статьи, статье, статьей, статьях, ст\npoint: пункт, пункта, пункте, пункты, пунктов, п\nparagraph: параграф, абзац\nannex: приложение, приложения\nchapter: глава, главы, раздел, раздела\nresolution: резолюция, резолюции\nnumber: №"
    )


class RussianGrammar(Grammar):
    """The small words of Russian."""

    function_words = words(common.MARKS) | words("и или до по в с до от по на за и")
    abbreviations = words("ст п гг г тыс млн млрд руб им")
    endings = (
        "ования",
        "ение",
        "ами",
        "ями",
        "ого",
        "ому",
        "ов",
        "ев",
        "ою",
        "ых",
        "их",
        "ах",
        "ях",
        "ам",
        "ям",
        "ый",
        "ий",
        "ой",
        "ы",
        "и",
        "а",
        "я",
        "у",
        "ю",
        "о",
        "е",
    )
    lists = words("и или до по")
    conjunctions = words("и а но")
    of = ""


LANGUAGE = Language(
    "ru",
    grammar=RussianGrammar(),
    numbers=RussianNumbers(),
    units=RussianUnits(),
    times=RussianTimes(),
    references=RussianReferences(),
)
