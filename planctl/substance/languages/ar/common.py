"""The commonest words of Arabic, by which it is recognised, and its numerals."""

from planctl.substance.languages.ar.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = "في من على إلى أن التي الذي هذا هذه عن مع لا ما كل أو بين و لم قد كان"
"""Words found in nearly every sentence."""
LETTERS = "ابتثجحخدرزسشصضطظعغفقكلمنهوية"
"""Those that no language nearby has."""
CARDINALS = {
    word: n for n, word in enumerate("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split())
} | {
    "عشرون": 20,
    "ثلاثون": 30,
    "أربعون": 40,
    "خمسون": 50,
    "مائة": 100,
    "مئة": 100,
}
