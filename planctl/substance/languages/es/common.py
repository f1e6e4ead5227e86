"""The commonest words of Spanish, by which it is recognised, and its numerals."""

from planctl.substance.languages.es.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = "el la los las del y en por con para que de una un se no al su sus es son será está lo este esta entre como más o a cada"
"""Words found in nearly every sentence."""
LETTERS = "ñ¿¡"
"""Those that no language nearby has."""
CARDINALS = {
    word: n
    for n, word in enumerate(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split()
    )
} | {
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
    "cien": 100,
    "ciento": 100,
}
