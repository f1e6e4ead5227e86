"""The label at the beginning of a paragraph, as printed, and every way of reading it.

A label has a style, which its siblings share: ``(a)`` and ``(b)``, ``Article 3`` and ``Article 4 bis``. Some
labels have two readings: ``(i)`` is a letter after ``(h)`` and a numeral before ``(ii)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planctl.readers import numerals
from planctl.text.borders import ORDINALS

_ARTICLE = (
    "article|articles|art|clause|rule|point|paragraph|provision|item|op|pp|"
    "artículo|articulo|artigo|articolo|artikel|artikla|члан|член|стаття|статья|пункт|madde|neni|cikk|"
    "סעיף|المادة|مادة|ماده|άρθρο"
)
_SECTION = "section|sec|sect"
_DIVISION = (
    "part|title|chapter|book|partie|titre|chapitre|livre|teil|titel|kapitel|abschnitt|unterabschnitt|buch|"
    "parte|título|titulo|capítulo|capitulo|capo|sección|seccion|"
    "розділ|глава|частина|раздел|часть|глава|dział|rozdział|bölüm|kısım|kapitull|поглавље|"
    "الفصل|الباب|القسم|פרק|חלק|μέρος|κεφάλαιο"
)
_ANNEX = (
    "annex|annexe|appendix|schedule|exhibit|attachment|addendum|protocol|anlage|anhang|anexo|allegato|bijlage|додаток|"
    "приложение|додатка|прилог|ek|shtojca|ملحق|المرفق|נספח|παράρτημα"
)
KEYWORD = re.compile(
    rf"(?P<word>(?P<article>{_ARTICLE})|(?P<section>{_SECTION})|(?P<division>{_DIVISION})|(?P<annex>{_ANNEX}))"
    r"(?P<dot>\.?)(?P<gap>[\s\u00a0]+|(?=[.:])|(?<=[.pP])(?=\d)|$)",
    re.IGNORECASE,
)
_SUFFIX = rf"(?:[ \u00a0]?(?:{'|'.join(ORDINALS)})\b)"
_FIGURE = rf"\d{{1,4}}(?:er\b|re\b|ère\b)?(?:(?:[-‑–]\d{{1,3}})+(?!\d)|[a-z](?![\w’'])|{_SUFFIX})*"
_COMPOUND = r"\d{1,3}(?:\.\d{1,3})+(?:[a-z](?!\w))?"
_ROMAN = r"[ivxlcІіХхVXLCIVМ]{1,8}(?:er)?(?![^\W\d_])"
_NUMBER_WORD = "|".join(sorted({*numerals.NUMBER_WORDS, *numerals.FIRST}, key=len, reverse=True))
_AFTER_KEYWORD = re.compile(
    rf"(?P<number>{_COMPOUND}(?!\d)|{_FIGURE}|(?:{_NUMBER_WORD})\b|{_ROMAN}{_SUFFIX}?|[A-ZА-Я](?!\w)|[א-ת][״׳'\"א-ת]{{0,3}}(?!\w)|№\s*\d+)"
    r"(?P<end>\.[-–—]|[.:)\]]|[ \u00a0]?[-–—](?=\s)|)",
    re.IGNORECASE,
)
_PARAGRAPH_SIGN = re.compile(
    rf"§{{1,2}}[ \u00a0\u202f]*(?:{_COMPOUND}|{_FIGURE})(?P<end>\.(?!\d)|)", re.IGNORECASE
)
_CJK = re.compile(
    r"第(?P<number>[〇零一二三四五六七八九十百千两兩\d]{1,8})[條条款章節节項项](?:之(?P<more>[一二三四五六七八九十\d]+))?[、：:.]?"
)
_LETTER = r"[^\W\d_]"
_PLAIN = re.compile(
    rf"(?P<open>[(\[]?)(?P<number>{_COMPOUND}|{_FIGURE}|[ivxlcdmIVXLCDMІіХх]{{1,7}}{_SUFFIX}?|(?P<letter>{_LETTER})(?P=letter){{0,2}}"
    rf"(?:[-‑]\d)?{_SUFFIX}?)"
    r"(?P<close>\.\)|\)\.|\.[-–—](?=\s)|[.)\]:]|[.]?[°º]\)?|[ \u00a0]?[-–—](?=\s)|)"
    r"(?=$|\s|\u00a0|[^\W\d_]|[“\"«„‘\[(►])",
)
_DEGREES = re.compile(r"[CFNS](?![^\W\d_])|[’′']")
_YEAR = 1000
"""Figures from here on may be years."""
_WORD_BEGINS = re.compile(r"[^\W\d_](?:[’']|[^\W\d_])")
_MOST_ROMAN = 70
"""Larger ones are words: mix, di, mm."""
_MONTH = re.compile(
    r"(?:jan|feb|mar|m[äa]r|apr|avr|abr|ma[iyj]|jun|jul|juin|juil|ao[uû]|aug|ago|sep|oct|okt|ott|nov|d[eé]c|dez|dic|"
    r"enero|gennaio|січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд|stycz|lut|marz|kwie|czerw|lip|sierp|wrze|pa[źz]dz|listop|grud|янв|фев|март|апр|мая|июн|июл|авг|сен|окт|ноя|дек)"
    r"\w*\.?,?[ \u00a0]+\d{4}\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LabelReading:
    """One reading of a printed label. ``values`` order it among its siblings."""

    printed: str
    style: str
    values: tuple[int, ...]
    suffix: tuple[int, ...] = ()
    keyword: str = ""
    """Kind of keyword: article, section, division, annex; or empty."""
    sure: bool = True
    """Whether it can be nothing but a label, given that it begins a paragraph."""

    @property
    def first(self) -> bool:
        """Whether it begins a list."""
        return self.values[-1] <= 1 and not self.suffix

    def follows(self, before: LabelReading) -> int | None:
        """How many labels are missing between; None when it does not come after."""
        if len(self.values) != len(before.values) or self.values[:-1] != before.values[:-1]:
            return None if self.values <= before.values else 1
        if self.values == before.values:
            return 0 if self.suffix > before.suffix else None
        gap = self.values[-1] - before.values[-1] - 1
        return gap if gap >= 0 else None


@dataclass(frozen=True, slots=True)
class _PrintedLabel:
    """A label taken apart: what is printed, its number, the signs round it, the text after it."""

    printed: str
    number: str
    opened: str = ""
    close: str = ""
    rest: str = ""

    @property
    def shape(self) -> str:
        """The signs, with a place for the number."""
        return f"{self.opened}%s{self.close.strip().replace('–', '-').replace('—', '-')}"

    @property
    def bare(self) -> bool:
        """Whether no sign stands round the number."""
        return not self.opened and not self.close


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """The readings of the label that a text begins with, and the text after it."""

    readings: tuple[LabelReading, ...]
    rest: str


def find(text: str) -> LabelMatch | None:
    """The label that a paragraph begins with, or None."""
    text = text.lstrip(" \t\u00a0\u200e\u200f\ufeff")
    return _cjk(text) or _sign(text) or _keyword(text) or _plain(text)


@lru_cache(maxsize=4096)
def parse(printed: str) -> tuple[LabelReading, ...]:
    """The readings of a label that stands by itself, as automatic numbering prints it; none for a bullet."""
    found = find(printed)
    if found is None or found.rest.strip():
        plain = re.fullmatch(rf"(?P<number>{_COMPOUND}|{_FIGURE})", printed.strip(), re.IGNORECASE)
        return tuple(_numbers(_PrintedLabel(printed, plain["number"]))) if plain else ()
    return found.readings


def _cjk(text: str) -> LabelMatch | None:
    match = _CJK.match(text)
    if not match:
        return None
    number = match["number"]
    value = int(number) if number.isdecimal() else numerals.of_chinese(number)
    if value is None:
        return None
    more = match["more"]
    suffix = () if not more else (int(more) if more.isdecimal() else numerals.of_chinese(more) or 1,)
    sign = text[match.end("number")]
    kind = "division" if sign in "章節节" else "article"
    return _found(text, match.end(), [LabelReading(match[0], f"第{sign}", (value,), suffix, kind)])


def _sign(text: str) -> LabelMatch | None:
    match = _PARAGRAPH_SIGN.match(text)
    if not match:
        return None
    number = match[0].lstrip("§ \u00a0\u202f").removesuffix(match["end"])
    labels = [
        LabelReading(match[0], "§", label.values, label.suffix, "article")
        for label in _numbers(_PrintedLabel(match[0], number))
    ]
    rest = text[match.end() :]
    begin = rest.strip()
    if not begin or begin.startswith("(1)") or (begin[0] == "(" and begin[-1] == ")"):
        return _found(text, match.end(), labels)
    if rest[:1].strip() or begin[:1].islower() or begin[:1] in "(,;":
        return None
    return _found(text, match.end(), labels)


def _keyword(text: str) -> LabelMatch | None:
    match = KEYWORD.match(text)
    if not match:
        return None
    kind = next(kind for kind in ("article", "section", "division", "annex") if match[kind])
    word = match["word"].casefold()
    number = _AFTER_KEYWORD.match(text, match.end()) if match["gap"] else None
    if number is None:
        return _annex_without_number(text, match, word) if kind == "annex" else None
    rest = text[number.end() :]
    ending = number["end"]
    if not _ends(rest, ending):
        return None
    if not text[0].isupper() and text[0].lower() != text[0].upper():
        return None
    printed = text[: number.end()]
    labels = [
        LabelReading(printed, word, label.values, label.suffix, kind)
        for label in _numbers(_PrintedLabel(printed, number["number"]))
    ]
    return _found(text, number.end(), labels) if labels else None


def _annex_without_number(text: str, match: re.Match[str], word: str) -> LabelMatch | None:
    rest = text[match.end() :]
    if rest and text[match.end("word")] not in ":.":
        return None
    return _found(text, match.end("word"), [LabelReading(match["word"], word, (0,), (), "annex")])


def _ends(rest: str, ending: str) -> bool:
    """Whether a label with a keyword can end before ``rest``: running text goes on in small letters."""
    begin = rest.lstrip(" \t\u00a0\n")
    if not begin:
        return True
    if rest[:1] in "\t\n" or rest[:2] in ("  ", "\u00a0\u00a0"):
        return True
    if not rest[:1].isspace() and rest[:1] != "\u00a0":
        return begin[:1].isupper() and (ending not in {"", ")"} or bool(_WORD_BEGINS.match(begin)))
    if ending and ending not in ")]":
        return True
    return not begin[:1].islower() and begin[:1] not in ",;/&("


def _plain(text: str) -> LabelMatch | None:
    match = _PLAIN.match(text)
    if not match:
        return None
    opened, number, close = match["open"], match["number"], match["close"]
    rest = text[match.end() :]
    if (opened and close[:1] not in (")", "]")) or (opened == "[") != (close == "]"):
        return None
    if opened == "[" and not number.isdecimal():
        return None
    if not opened and close in {")", ")."} and rest[:1].strip():
        return None
    readings = list(_numbers(_PrintedLabel(match[0], number, opened, close, rest)))
    if not readings:
        return None
    return _found(text, match.end(), readings)


def _numbers(signs: _PrintedLabel) -> list[LabelReading]:
    """Every reading of a number between its signs."""
    core, suffix = _split_suffix(signs.number)
    if re.fullmatch(_COMPOUND, core):
        return [_compound(signs, core, suffix)]
    figure = re.fullmatch(r"(\d+)(?:er|re|ère)?((?:[-‑–]\d+)*)([a-z]?)", core, re.IGNORECASE)
    if figure:
        return _figures(signs, figure, suffix)
    word = core.casefold()
    if word in numerals.NUMBER_WORDS or word in numerals.FIRST:
        return [LabelReading(signs.printed, signs.shape % "1", (numerals.NUMBER_WORDS.get(word, 1),), suffix)]
    out: list[LabelReading] = []
    hebrew = numerals.of_hebrew(core)
    if hebrew:
        out.append(LabelReading(signs.printed, signs.shape % "א", (hebrew,), suffix))
    case = core[:1].isupper()
    rome = numerals.of_roman(core.removesuffix("er") if case else core)
    if rome and (rome < _MOST_ROMAN or signs.opened) and not (signs.bare and signs.rest):
        style = signs.shape % ("I" if case else "i")
        out.append(LabelReading(signs.printed, style, (rome,), suffix, sure=not signs.bare))
    if not signs.bare or not signs.rest:
        out.extend(_lettered(signs, core, suffix))
    return out


def _compound(signs: _PrintedLabel, core: str, suffix: tuple[int, ...]) -> LabelReading:
    values = tuple(int(part) for part in re.findall(r"\d+", core))
    tail = (ord(core[-1].lower()) - 96,) if core[-1].isalpha() else ()
    sure = bool(signs.close) or not signs.rest[:1] or not signs.rest.lstrip()[:1].islower()
    if len(values) == 2 and not values[1]:  # noqa: PLR2004 - "2.0" heads 2.1 and 2.2
        return LabelReading(signs.printed, "1.0", values[:1], tail + suffix, sure=sure)
    return LabelReading(signs.printed, "1" + ".1" * (len(values) - 1), values, tail + suffix, sure=sure)


def _lettered(signs: _PrintedLabel, core: str, suffix: tuple[int, ...]) -> list[LabelReading]:
    match = re.fullmatch(r"([^\W\d_]+)[-‑]?(\d?)", core)
    if not match:
        return []
    more = (int(match[2]),) if match[2] else ()
    case = match[1][:1].isupper()
    sure = not signs.bare and not (case and signs.shape == "%s.")
    return [
        LabelReading(
            signs.printed,
            signs.shape % (alphabet[0].upper() if case else alphabet[0])
            + ("" if alphabet == numerals.ALPHABET else alphabet[:4]),
            (value,),
            more + suffix,
            sure=sure,
        )
        for alphabet, value in numerals.of_letters(match[1])
    ]


def _figures(signs: _PrintedLabel, figure: re.Match[str], suffix: tuple[int, ...]) -> list[LabelReading]:
    if _is_quantity(signs):
        return []
    value = int(figure[1])
    more = tuple(int(part) for part in re.findall(r"\d+", figure[2]))
    tail = (ord(figure[3].lower()) - 96,) if figure[3] else ()
    sure = value < _YEAR and signs.close.strip() not in {"", ":", "-", "–", "—"}
    return [LabelReading(signs.printed, signs.shape % "1", (value,), more + tail + suffix, sure=sure)]


def _is_quantity(signs: _PrintedLabel) -> bool:
    """Whether a figure counts something, or is a date, a degree or a bare number."""
    begin, close = signs.rest.lstrip(), signs.close.strip()
    if signs.printed[:1].isalpha():
        return False
    if close in {".", ""} and _MONTH.match(begin):
        return True
    if close in {"°", "º"} and _DEGREES.match(begin):
        return True
    if close in {"-", "–", "—"} and begin[:1].isdigit():
        return True
    if signs.bare and not signs.rest:
        return signs.printed.strip().isdecimal()
    return signs.bare and not signs.rest.startswith(("\t", "  ", "\u00a0 ", " \u00a0"))


def _split_suffix(number: str) -> tuple[str, tuple[int, ...]]:
    match = re.search(rf"[ \u00a0]?({'|'.join(ORDINALS)})$", number, re.IGNORECASE)
    if not match or not number[: match.start()]:
        return number, ()
    return number[: match.start()], (ORDINALS.index(match[1].lower()) + 1,)


def _found(text: str, end: int, labels: list[LabelReading]) -> LabelMatch | None:
    if not labels:
        return None
    return LabelMatch(tuple(dict.fromkeys(labels)), text[end:])
