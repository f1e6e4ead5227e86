"""The commonest words of German, by which it is recognised, and its numerals."""

from planctl.substance.languages.de.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = "der die das und ist nicht mit von zu dem den des ein eine einer wird werden sich auf für im zur durch oder bei nach sind beträgt hat binnen am in bis als auch"
"""Words found in nearly every sentence."""
LETTERS = "äöüß"
"""Those that no language nearby has."""
CARDINALS = {
    word: n
    for n, word in enumerate(
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    )
} | {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
    "hundert": 100,
    "eine": 1,
    "einen": 1,
}
