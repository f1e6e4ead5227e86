"""The languages that planctl reads: a folder each, found by its name.

``language.py`` of a folder has all that is read in that language, but for what commands need of all languages
at once: ``common.py`` has the words by which the language is recognised, ``references.py`` those that
references are written with. These two import nothing but tables.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Protocol


class Common(Protocol):
    """What a language is recognised by."""

    MARKS: str
    """Words found in nearly every sentence."""
    LETTERS: str
    """Letters that no language nearby has."""
    CARDINALS: Mapping[str, int]
    MONTHS: str


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a folder."""
    return tuple(folder.name for folder in pkgutil.iter_modules(__path__) if folder.ispkg)


def common(code: str) -> Common:
    """What the language of that code is recognised by."""
    module: Common = import_module(f"{__name__}.{code}.common")
    return module


def reference_words(code: str) -> Mapping[str, str]:
    """The words that references are written with in the language of that code.

    From a field of ``planctl.substance.references.words.Words`` to its words, and the keywords: lines
    ``name: singular forms | plural forms``. A name means the same in every language; abbreviations end in a
    full stop.
    """
    words: Mapping[str, str] = import_module(f"{__name__}.{code}.references").WORDS
    return words
