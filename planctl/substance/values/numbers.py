"""Numbers in digits or words: ``600,000``, ``14 000,5``, ``.5``, ``1½``, ``six hundred``, ``ninety (90)``."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from planctl.substance.drafts import Sentence
from planctl.substance.values.generated import CODES, SIGNS
from planctl.text.borders import BLANKS, RARE_BLANKS

_MOST_DIGITS = 30  # digits; nobody negotiates about more, and Python refuses to read thousands of them
_LONGEST_RUN = 16  # words of a spelled number
_GROUPED = re.compile(
    rf"\d{{1,3}}(?:([,.'’\u066c{BLANKS}{RARE_BLANKS}])\d{{3}})(?:\1\d{{3}})*|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}"
)
_PARTS = re.compile(r"(.*?)([.,\u066b])(\d+)", re.DOTALL)
_PLAIN_MARKS = {"\u066b": ".", "\u066c": ",", "\n": " "}  # a line may end within a number
_SYMBOLS = {"bn": 10**9, "mn": 10**6, "tn": 10**12}
_MONEY_SYMBOLS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_MOST_SCALES = 3  # "six hundred thousand million"
_SHORTEST_CODE = 3  # letters before a number that may be a currency; fewer make it a label: v28
_GROUP_DIGITS = 3
_BOUND_WORDS = 3  # "au moins", "at least"
_MOST_VULGAR = 1_000  # denominators and numerators of fractions written with a slash
_MOST_MIXED = 20


class Number(NamedTuple):
    """A number that ends before token ``last``; ``also`` is another reading of the same digits.

    ``scale``: what a scale word multiplied it with. ``grouped``: whether its digits stand in groups.
    """

    value: Fraction
    last: int
    also: Fraction | None = None
    scale: int = 1
    grouped: bool = False


def number(sentence: Sentence, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token ``i``, scale words and a repetition in brackets included.

    After a currency sign (``money``) short scales count as well: $5m.
    """
    sign = _sign(sentence, i)
    unsigned = _unsigned(sentence, i + 1 if sign < 0 else i, money=money)
    if unsigned is None or sign > 0:
        return unsigned
    return unsigned._replace(value=-unsigned.value, also=None if unsigned.also is None else -unsigned.also)


def _sign(sentence: Sentence, i: int) -> int:
    low = sentence.low(i)
    if low in sentence.language.numbers.minus:
        return 1 if sentence.language.numbers.bounds.before(sentence.tokens, i + 1, _BOUND_WORDS) else -1
    if low != "-" or not sentence.glued(i + 1) or sentence.sort(i + 1) != "number":
        return 1
    free = not sentence.glued(i) or sentence.low(i - 1) in {"(", "[", "/"} or sentence.low(i - 1) in SIGNS
    return -1 if free and sentence.sort(i - 1) != "number" else 1


def is_sign(sentence: Sentence, i: int) -> bool:
    """Whether token ``i`` is the sign of a number below nought."""
    return _sign(sentence, i) < 0


def _unsigned(sentence: Sentence, i: int, *, money: bool) -> Number | None:
    if sentence.sort(i) == "number":
        base = _digits(sentence, i, money=money)
    elif vulgar(sentence.low(i)) is not None:
        base = Number(vulgar(sentence.low(i)) or Fraction(0), i + 1)
    else:
        base = _spelled(sentence, i)
    if base is None:
        return None
    return _repeated(sentence, _scaled(sentence, _and_half(sentence, base), money=money))


@lru_cache(maxsize=256)
def vulgar(sign: str) -> Fraction | None:
    """The fraction that is one sign: ½, ⅝."""
    if len(sign) != 1 or sign.isdigit() or not sign.isnumeric() or unicodedata.category(sign) != "No":
        return None
    value = unicodedata.normalize("NFKD", sign)
    top, slash, below = value.partition("\u2044")
    return Fraction(int(top), int(below)) if slash and top and below else None


def _and_half(sentence: Sentence, whole: Number) -> Number:
    """``one and a half``, ``un an et demi`` is read with the unit."""
    numbers, i = sentence.language.numbers, whole.last
    if not numbers.joiner or sentence.low(i) != numbers.joiner:
        return whole
    j = i + 1 + (sentence.low(i + 1) in numbers.articles)
    half = sentence.low(j) in numbers.halves
    return whole._replace(value=whole.value + Fraction(1, 2), last=j + 1) if half else whole


def parse(text: str, decimal: str) -> tuple[Fraction, Fraction | None] | None:
    """Value of digits with grouping and decimals, and their other reading; None if they are no plain number.

    ``decimal`` is the language's decimal sign; "" where the language is not known.
    """
    if len(text) > _MOST_DIGITS:
        return None
    if text.isascii() and text.isdigit():
        return Fraction(int(text)), None
    text = "".join(map(_plain, text))
    if text.isdigit():
        return Fraction(int(text)), None
    grouped = _GROUPED.fullmatch(text)
    as_group = Fraction(int("".join(filter(str.isdigit, text)))) if grouped else None
    as_decimal = _decimal(text)
    if as_group is None or as_decimal is None:
        value = as_group if as_decimal is None else as_decimal
        return None if value is None else (value, None)
    return _ambiguous(text, decimal, as_group, as_decimal)


def _plain(sign: str) -> str:
    return str(unicodedata.digit(sign)) if sign.isdigit() else _PLAIN_MARKS.get(sign, sign)


def _decimal(text: str) -> Fraction | None:
    """``1.5``, ``1 250,75``, ``.5``: the last sign parts off the decimals."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    whole, sign, rest = match.groups()
    if whole and not whole.isdigit():
        groups = _GROUPED.fullmatch(whole)
        if groups is None or groups[1] == sign:
            return None
    return Fraction(("".join(filter(str.isdigit, whole)) or "0") + "." + rest)


def _ambiguous(
    text: str, decimal: str, group: Fraction, fraction: Fraction
) -> tuple[Fraction, Fraction | None]:
    """One sign before three digits: ``1,250`` or ``1.250``."""
    if text.startswith("0"):
        return fraction, None
    mark = text[-_GROUP_DIGITS - 1]
    if mark not in ".,":
        return group, None
    if mark == "," and decimal == ".":
        return group, None
    if mark == "." and decimal == ",":
        return group, None
    if mark == decimal and not text.endswith("00"):
        return fraction, group
    return group, fraction


def _digits(sentence: Sentence, i: int, *, money: bool) -> Number | None:
    glued_word = sentence.glued(i) and sentence.sort(i - 1) == "word"
    if glued_word and len(sentence.low(i - 1)) < _SHORTEST_CODE and not sentence.low(i - 1).endswith("'"):
        return None
    low = sentence.low(i)
    read = parse(low, sentence.language.numbers.decimal if sentence.language.code else "")
    if read is None or _is_label(sentence, i + 1, money=money):
        return None
    value, also = read
    grouped = len(low) > _GROUP_DIGITS and not low.isdigit()
    part = vulgar(sentence.low(i + 1))
    if part is not None:
        return Number(value + part, i + 2)
    mixed = _slashed(sentence, i + 1)
    if mixed and not sentence.glued(i + 1) and low.isdigit() and mixed.value < 1:
        return Number(value + mixed.value, mixed.last)
    return Number(value, i + 1, also, grouped=grouped)


def _slashed(sentence: Sentence, i: int) -> Number | None:
    """``1/2`` that may follow a whole number."""
    top, below = sentence.low(i), sentence.low(i + 2)
    if sentence.low(i + 1) not in {"/", "\u2044"} or not (sentence.glued(i + 1) and sentence.glued(i + 2)):
        return None
    if not (top.isdecimal() and below.isdecimal()) or len(top) > _GROUP_DIGITS or len(below) > _GROUP_DIGITS:
        return None
    return Number(Fraction(int(top), int(below)), i + 3) if 0 < int(below) <= _MOST_MIXED else None


def slashed(sentence: Sentence, i: int) -> Number | None:
    """A share written with a slash: ``2/3``; not ``50/50`` or ``24/7``."""
    share = _slashed(sentence, i)
    glued_on = share is not None and sentence.low(share.last) == "/" and sentence.glued(share.last)
    return share if share and share.value < 1 and not glued_on and sentence.low(i - 1) != "/" else None


def _is_label(sentence: Sentence, i: int, *, money: bool) -> bool:
    """Whether the word after a number makes it a label: ``10b``, ``4 bis``, ``2nd``."""
    low, language = sentence.low(i), sentence.language
    if low in language.numbers.after_labels and sentence.sort(i + 1) != "number":
        return True
    if not sentence.glued(i) or sentence.sort(i) != "word" or _short_scale(sentence, i, money=money):
        return False
    if low in language.numbers.scales or language.units.units.at(sentence.tokens, i) or low in {"x", "×"}:
        return False
    if not low.isascii():  # 5км, 30日: letters of another script begin a word
        return False
    return len(low) < _SHORTEST_CODE or low.upper() not in {code.upper() for code in CODES}


def _short_scale(sentence: Sentence, i: int, *, money: bool) -> int:
    """``bn`` always; ``m``, ``k``, ``b``, ``t`` stuck to a number only with money: $5m, 5m euros."""
    low = sentence.low(i)
    if low in _SYMBOLS:
        return _SYMBOLS[low]
    if low == "k" and sentence.glued(i):
        return _MONEY_SYMBOLS["k"]
    money = money or sentence.language.units.currencies.at(sentence.tokens, i + 1) is not None
    return _MONEY_SYMBOLS.get(low, 0) if money and sentence.glued(i) else 0


def _spelled(sentence: Sentence, i: int) -> Number | None:
    numbers = sentence.language.numbers
    if sentence.sort(i) != "word":
        return None
    low = sentence.low(i)
    if low in numbers.articles and sentence.low(i + 1) in numbers.scales and low not in numbers.cardinals:
        return Number(Fraction(1), i + 1)
    if (
        low in numbers.halves
        and sentence.low(i + 1) in numbers.articles
        and sentence.low(i + 2) in numbers.scales
    ):
        return Number(Fraction(1, 2), i + 2)
    alone = low in numbers.scales and numbers.scales[low] <= 1000 and numbers.spelled not in {"", "en"}  # noqa: PLR2004
    if low not in numbers.cardinals and not alone:
        return None
    words, last = _run(sentence, i)
    value = _cardinal(words, sentence)
    if value is not None:
        return Number(Fraction(value), last)
    return Number(Fraction(numbers.cardinals[low]), i + 1) if low in numbers.cardinals else None


def _run(sentence: Sentence, i: int) -> tuple[str, int]:
    """The number words from token ``i`` on; "and" only counts after hundred, thousand and so on."""
    numbers = sentence.language.numbers
    words, before, last = sentence.low(i), i, i + 1
    for _ in range(_LONGEST_RUN):
        j, mark = last, " "
        if sentence.low(j) == "-":
            j, mark = j + 1, "-"
        elif numbers.joiner and sentence.low(j) == numbers.joiner:
            if not _follows_on(sentence, sentence.low(before), j + 1):
                break
            j, mark = j + 1, " " if numbers.spelled == "en" else f" {numbers.joiner} "
        if not _is_number_word(sentence, j):
            break
        words, before, last = f"{words}{mark}{sentence.low(j)}", j, j + 1
    return words, last


def _follows_on(sentence: Sentence, before: str, j: int) -> bool:
    """``vingt et un``; not "trois et cinq"."""
    numbers = sentence.language.numbers
    if before in numbers.scales:
        return True
    if numbers.spelled == "en":
        return False
    return (
        numbers.cardinals.get(before, 0) >= _MOST_MIXED > numbers.cardinals.get(sentence.low(j), _MOST_MIXED)
    )


def _is_number_word(sentence: Sentence, j: int) -> bool:
    low, numbers = sentence.low(j), sentence.language.numbers
    return low in numbers.cardinals or (low in numbers.scales and low not in _SYMBOLS)


@lru_cache(maxsize=1024)
def _spelled_value(words: str, code: str) -> int | None:
    from text_to_num import text2num  # type: ignore[import-untyped]

    try:
        return int(text2num(words, code))
    except ValueError:
        return None


def _cardinal(words: str, sentence: Sentence) -> int | None:
    """Single words are looked up; only longer runs are worth the import of text2num."""
    numbers = sentence.language.numbers
    if words.isalpha():
        return numbers.cardinals.get(words, numbers.scales.get(words))
    return _spelled_value(words, numbers.spelled) if numbers.spelled else None


def _scaled(sentence: Sentence, base: Number, *, money: bool) -> Number:
    value, last = base.value, base.last
    short = _short_scale(sentence, last, money=money)
    if short:
        return Number(value * short, last + 1, scale=short)
    scales = sentence.language.numbers.scales
    size = 1
    for _ in range(_MOST_SCALES):
        j = last + 1 if sentence.low(last) == "-" else last
        if sentence.low(j) not in scales:
            break
        size, last = size * scales[sentence.low(j)], j + 1
        last += (
            sentence.low(last) == "."
            and sentence.glued(last)
            and sentence.low(j) in sentence.language.grammar.abbreviations
        )
    if size == 1:
        return base
    also = None if base.also is None else base.also * size
    return Number(value * size, last, also, scale=size)


def _repeated(sentence: Sentence, outer: Number) -> Number:
    """Take in "(90)" after "ninety", and "ninety" in brackets after 90."""
    i = outer.last
    if sentence.low(i) != "(":
        return outer
    inner = (
        _digits(sentence, i + 1, money=False)
        if sentence.sort(i + 1) == "number"
        else _spelled(sentence, i + 1)
    )
    if inner is None:
        return outer
    inner = _scaled(sentence, inner, money=False)
    same = inner.value == outer.value and sentence.low(inner.last) == ")"
    return outer._replace(last=inner.last + 1) if same else outer
