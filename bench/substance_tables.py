"""Write the tables of units, currencies, months and number formats that planctl.substance reads with.

    python -m bench.substance_tables            # writes planctl/substance/**/generated.py
    python -m bench.substance_tables --check    # only says whether the files are as they would be written

The words come from Unicode's CLDR (through babel), the sizes of units from pint; neither is imported when
planctl runs. What people write and CLDR lacks ("dollars", "mln") stands beside, in ``words.py``.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import planctl.substance

ROOM = Path(planctl.substance.__file__).parent
LANGUAGES = {
    "en": ("en", "en_GB"),
    "fr": ("fr",),
    "de": ("de",),
    "es": ("es",),
    "uk": ("uk",),
    "ru": ("ru",),
    "ar": ("ar",),
}
UNITS = (
    "length-kilometer length-meter length-centimeter length-millimeter length-mile length-yard "
    "length-foot length-nautical-mile area-square-kilometer area-hectare area-square-meter "
    "area-square-mile area-acre mass-tonne mass-kilogram mass-gram mass-milligram mass-microgram "
    "mass-pound mass-ounce volume-liter volume-milliliter volume-hectoliter volume-cubic-meter "
    "volume-cubic-kilometer volume-barrel power-gigawatt power-megawatt power-kilowatt power-watt "
    "energy-kilowatt-hour speed-kilometer-per-hour speed-knot speed-mile-per-hour angle-degree "
    "temperature-celsius temperature-fahrenheit digital-gigabyte digital-megabyte duration-second "
    "duration-minute duration-hour duration-day duration-week duration-fortnight duration-month "
    "duration-year duration-decade duration-century"
).split()
CALENDAR = {"month": 1, "year": 12, "decade": 120, "century": 1200}
"""Months have no fixed length: these are counted in months, shorter times in hours."""
CODES = (
    "USD EUR GBP JPY CNY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN UAH RUB BYN GEL AMD AZN KZT "
    "TRY ILS EGP JOD LBP SAR AED QAR IRR IQD SYP INR PKR AFN KRW ZAR NGN KES ETB SDG XAF XOF MAD DZD "
    "TND BRL MXN ARS COP CLP SGD"
).split()
AMBIGUOUS = frozenset(
    ("in w d y c a o s st pt gr sec. s. t. l. g. a. m. h. d. j ч. г. д. с. т. м. л. в Т").split()
)
"""Short forms that are words or letters of something else more often than units."""


def _data(code: str) -> Any:
    from babel import Locale

    return Locale.parse(code)._data  # noqa: SLF001 - babel has no list of all forms of a unit


def _meanings(groups: dict[str, list[str]]) -> str:
    lines: list[str] = []
    for meaning, words in groups.items():
        line = f"{meaning}: {', '.join(dict.fromkeys(words))}"
        lines += textwrap.wrap(
            line, 100, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
        )
    return "\n".join(lines)


def _tokens(words: str) -> str:
    """A phrase as planctl's tokens have it: lower case, parted by single blanks."""
    return " ".join(words.replace("\u00a0", " ").replace("\u200f", "").replace("’", "'").lower().split())


def _unit_words(locale: str, unit: str) -> Iterator[str]:
    patterns = _data(locale)["unit_patterns"].get(unit, {})
    for width in ("long", "short"):
        for form, pattern in dict(patterns.get(width, {})).items():
            words = _tokens(str(pattern).replace("{0}", " "))
            plain = re.fullmatch(r"[^\W\d_]+(?:[ ./²³°·-]+[^\W\d_]*)*|°[a-z]|[^\W\d]+[²³]", words)
            if form != "per" and plain and words not in AMBIGUOUS and not words.endswith("."):
                yield words


def units(locales: Iterable[str]) -> dict[str, list[str]]:
    """Words for each unit, by its name."""
    return {
        unit.partition("-")[2]: [word for locale in locales for word in _unit_words(locale, unit)]
        for unit in UNITS
    }


def currencies(locales: Iterable[str]) -> dict[str, list[str]]:
    """Full names of currencies, in all their grammatical numbers."""
    found: dict[str, list[str]] = {}
    for code in CODES:
        for locale in locales:
            names = _data(locale)["currency_names_plural"]
            words = [_tokens(str(name)) for name in dict(names.get(code, {})).values()]
            found.setdefault(code, []).extend(word for word in words if "(" not in word and "," not in word)
    return {code: words for code, words in found.items() if words}


def months(locales: Iterable[str]) -> dict[str, list[str]]:
    """Names of months by number, in full and short, in both cases that Slavic languages have."""
    found: dict[str, list[str]] = {}
    for number in range(1, 13):
        for locale in locales:
            table = _data(locale)["months"]
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    word = dict(table[context][width]).get(number)
                    if word:
                        found.setdefault(str(number), []).append(_tokens(str(word)).rstrip("."))
    return found


def sizes() -> dict[str, tuple[str, Fraction]]:
    """Dimension and size of each unit; degrees have none that could be multiplied."""
    import pint

    known: Any = pint.UnitRegistry(non_int_type=Fraction)
    bases = {
        "length": "meter",
        "area": "meter**2",
        "mass": "kilogram",
        "volume": "liter",
        "power": "watt",
        "energy": "watt_hour",
        "speed": "kilometer_per_hour",
        "digital": "megabyte",
    }
    special = {
        "tonne": "metric_ton",
        "nautical-mile": "nautical_mile",
        "barrel": "oil_barrel",
        "kilowatt-hour": "kilowatt_hour",
        "kilometer-per-hour": "kilometer_per_hour",
        "mile-per-hour": "mile_per_hour",
    }
    found: dict[str, tuple[str, Fraction]] = {}
    for unit in UNITS:
        dimension, _, name = unit.partition("-")
        if dimension in {"temperature", "angle"}:
            found[name] = (dimension if dimension == "angle" else name, Fraction(1))
        elif dimension == "duration":
            calendar = name in CALENDAR
            size = (
                Fraction(CALENDAR[name])
                if calendar
                else Fraction(known.Quantity(Fraction(1), name).to("hour").magnitude)
            )
            found[name] = ("months" if calendar else "hours", size)
        else:
            pint_name = special.get(
                name,
                re.sub(r"(square|cubic)-(.*)", lambda m: f"{m[2]}**{2 if m[1] == 'square' else 3}", name),
            )
            size = known.parse_expression(pint_name).to(bases[dimension]).magnitude
            found[name] = (dimension, Fraction(size).limit_denominator(10**12))
    return found


def _file(body: str, what: str) -> str:
    return f'"""{what}.\n\nWritten by bench/substance_tables.py, not by hand.\n"""\n\n{body}'


def files() -> dict[Path, str]:
    """All generated files with what they hold."""
    table = "".join(f'    "{n}": ("{d}", "{s}"),\n' for n, (d, s) in sizes().items())
    symbols = {c: str(_data("en")["currency_symbols"].get(c, "")) for c in CODES}
    signs = {sign.lower(): code for code, sign in symbols.items() if sign and not sign.isalpha()}
    signs |= {
        "₴": "UAH",
        "₽": "RUB",
        "₺": "TRY",
        "₾": "GEL",
        "₸": "KZT",
        "₼": "AZN",
        "us$": "USD",
        "au$": "AUD",
    }
    marks = "".join(f'    "{sign}": "{code}",\n' for sign, code in sorted(signs.items()))
    found = {
        ROOM / "values" / "generated.py": _file(
            f"SIZES = {{\n{table}}}\n\nSIGNS = {{\n{marks}}}\n\nCODES = frozenset(\n    (\n"
            + "".join(f'        "{code.lower()}",\n' for code in CODES)
            + "    )\n)\n",
            "Sizes of units (pint), signs and codes of currencies (CLDR)",
        )
    }
    for code, locales in LANGUAGES.items():
        symbols = dict(_data(locales[0])["number_symbols"])["latn"]
        group = symbols["group"].replace("\u00a0", " ").replace("\u202f", " ")
        body = f'DECIMAL = "{symbols["decimal"]}"\nGROUP = "{group}"\n'
        for name, groups in (
            ("MONTHS", months(locales)),
            ("UNITS", units(locales)),
            ("CURRENCIES", currencies(locales)),
        ):
            body += f'\n{name} = """\n{_meanings(groups)}\n"""\n'
        found[ROOM / "languages" / code / "generated.py"] = _file(body, "Words from Unicode's CLDR")
    return found


def main() -> None:
    """Write the files, or say which are not as they would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    for path, text in files().items():
        if options.check:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                raise SystemExit(f"{path} is not as it would be written")
        else:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
