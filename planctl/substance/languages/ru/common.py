"""The commonest words of Russian, by which it is recognised, and its numerals."""

from planctl.substance.languages.ru.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = "и в на с не что для от как или о при это по года его их которые который из за до к у является"
"""Words found in nearly every sentence."""
LETTERS = "ыэъё"
"""Those that no language nearby has."""
CARDINALS = {
    word: n
    for n, word in enumerate(
        "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать".split()
    )
} | {
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "сто": 100,
    "двести": 200,
    "триста": 300,
}
