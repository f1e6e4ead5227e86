"""The commonest words of French, by which it is recognised, and its numerals."""

from planctl.substance.languages.fr.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = (
    "le la les et est pas une un dans du des aux qui que sur avec par pour sont au ce cette ces ne se son sa ses "
    "leur leurs ou de en il elle ils elles l' d' s' n' qu' doit doivent peut peuvent à chaque tous toutes"
)
"""Words found in nearly every sentence."""
LETTERS = ""
"""Those that no language nearby has."""
_ONES = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "nonante": 90,
}
CARDINALS = {word: n for n, word in enumerate(_ONES.split())} | _TENS | {"une": 1, "vingts": 20}
