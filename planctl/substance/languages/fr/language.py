"""French, complete."""

from __future__ import annotations

from planctl.substance.language import Language
from planctl.substance.languages.fr.words import (
    FrenchDenials,
    FrenchDuties,
    FrenchGrammar,
    FrenchNumbers,
    FrenchQualifiers,
    FrenchReferences,
    FrenchTimes,
    FrenchUnits,
)

LANGUAGE = Language(
    "fr",
    grammar=FrenchGrammar(),
    numbers=FrenchNumbers(),
    units=FrenchUnits(),
    times=FrenchTimes(),
    references=FrenchReferences(),
    duties=FrenchDuties(),
    denials=FrenchDenials(),
    qualifiers=FrenchQualifiers(),
)
