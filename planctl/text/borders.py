"""Where numbers and labels begin and end: one rule for tokens, quantities and references.

No reader cuts ``14 000``, ``600,000``, ``1.500.000,50`` or ``.5`` in two. To one that compares words
``4 bis``, ``50:50`` and ``$100`` are a token each; one that reads quantities sees a number and what makes it
a label, two amounts, a sign and an amount (``planctl.substance.tokens``).

These are sources of patterns, for signs of any script and for what stands in Latin texts.
"""

from __future__ import annotations

BLANKS, RARE_BLANKS = " \n\u00a0", "\u2009\u202f"
"""Blanks between groups of three figures, and between a number and its ordinal; a line may end there."""
CURRENCY_SIGNS = "$€£¥₴₽"
BETWEEN_FIGURES = r"(?<=\d)[.,:/](?=\d)"
ARABIC_SIGNS = "\u066b\u066c"
"""Arabic signs before decimals and between groups."""

ORDINALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies", "decies")
"""Latin for again, a third time and so on: points put in after a number, as in ``4 bis``."""
_COMPOUNDS = (
    "(?:un|duo|tre|ter|quater|quin|quindecim|sex|se|septen|sept|sep|octo|oct|novo|nov)?"
    "(?:decies|vicies|tricies)"
)
ORDINAL = rf"(?:{'|'.join(ORDINALS[:-1])}|{_COMPOUNDS})(?!\w)(?![ \n\u00a0]\d)"
"""One of them after a number. Before another number German ``bis`` is until: ``4 bis 6``."""


def label(blanks: str = BLANKS) -> str:
    """A number with its ordinal."""
    return rf"\d+[{blanks}]{ORDINAL}"


def groups(blanks: str = BLANKS) -> str:
    """Figures in groups of three with blanks between, without their decimals."""
    return rf"\d{{1,3}}(?:[{blanks}]\d{{3}})+(?!\d)"


def grouped(blanks: str = BLANKS, unspaced: str = "") -> str:
    """A number in groups with blanks between; ``unspaced`` are the letters that are words of their own.

    It goes on from nothing: no number has a blank in ``16:30 200`` and ``B1 000``; in ``EUR1 000`` it has.
    """
    signs = rf"(?=\d{{1,3}}[{blanks}])(?<![.,:/])(?<!\d['’])(?<![\u0300-\u036f])(?<![{ARABIC_SIGNS}])"
    currency = r"(?<=\b[A-Z]{3})(?<![-‐‑'’][A-Z]{3})(?<![\u0300-\u036f][A-Z]{3})"
    letters = rf"[^\W{unspaced}]"
    return rf"{signs}(?:(?<!{letters})|{currency}){groups(blanks)}(?:[.,]\d+)?"


def within_words(blanks: str = BLANKS) -> str:
    """A hyphen or apostrophe that a word goes on through; ``500-1 000`` is two numbers, ``1'000`` is one."""
    return rf"(?:[-‐‑'’](?!{groups(blanks)})|(?<=\d)['’](?=\d{{3}}(?!\d)))(?=\w)"


BARE_DECIMALS = r"(?<![\w.,])[.,](?=\d+(?![.,]?\d))"
"""The sign before decimals of less than one: ``.5``."""
