"""The commonest words of Ukrainian, by which it is recognised, and its numerals."""

from planctl.substance.languages.uk.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = "та і й в у на з із за до не що для від є як або про при цього це по року має його їх які який яка"
"""Words found in nearly every sentence."""
LETTERS = "іїєґ"
"""Those that no language nearby has."""
CARDINALS = {
    word: n
    for n, word in enumerate(
        "нуль один два три чотири пять шість сім вісім девять десять одинадцять дванадцять".split()
    )
} | {
    "двадцять": 20,
    "тридцять": 30,
    "сорок": 40,
    "сто": 100,
    "двісті": 200,
    "триста": 300,
}
