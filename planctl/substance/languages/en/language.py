"""English, complete."""

from __future__ import annotations

from planctl.substance.language import Language
from planctl.substance.languages.en.words import (
    EnglishDenials,
    EnglishDuties,
    EnglishGrammar,
    EnglishNumbers,
    EnglishQualifiers,
    EnglishReferences,
    EnglishTimes,
    EnglishUnits,
)

LANGUAGE = Language(
    "en",
    grammar=EnglishGrammar(),
    numbers=EnglishNumbers(),
    units=EnglishUnits(),
    times=EnglishTimes(),
    references=EnglishReferences(),
    duties=EnglishDuties(),
    denials=EnglishDenials(),
    qualifiers=EnglishQualifiers(),
)
