"""Clauses that define a term: whatever else they say, the term says which is which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planctl.alignment.grams import Pair
from planctl.text import is_content_word, words

_DEFINITION = re.compile(
    r"(?:\(?\w{1,4}[.)]\s+)?(?:\"([^\"]{1,80})\"|'([^']{1,80}(?:'s [^']{1,60})?)')"
    r"(?:\s*\([^)]{0,60}\))?,?\s+(?:(?:in|for|as|with|when) [^,]{1,80}, )?(?:shall |also )?"
    r"(?:means?|refers?|includes?|denotes?|is|are|has|have|bedeutet|bezeichnet|d\u00e9signe|signifie|significa)\b",
    re.IGNORECASE,
)
"""A quoted term at the beginning, and the verb of a definition."""

SAME_DEFINITION = 0.95
"""Least similarity of the only two clauses that define a term."""


def term(text: str) -> str | None:
    """The term that a text in normal form defines, if it is a definition."""
    match = _DEFINITION.match(text) if text[:12].find('"') >= 0 or text[:12].find("'") >= 0 else None
    return (match[1] or match[2]).casefold().strip() if match else None


def same_term(old: Sequence[str], new: Sequence[str]) -> set[Pair]:
    """Pairs of units (0-based) of two texts that alone define the same term."""
    olds, news = (_defined(texts) for texts in (old, new))
    return {
        (olds[name][0], news[name][0]) for name in olds if len(olds[name]) == len(news.get(name, ())) == 1
    }


def of_another(old: str, new: str) -> bool:
    """Whether two texts in normal form define different terms, and mostly with other words."""
    terms = term(old), term(new)
    if not all(terms) or terms[0] == terms[1]:
        return False
    says = [
        set(filter(is_content_word, words(_DEFINITION.sub("", text, count=1).casefold())))
        for text in (old, new)
    ]
    return 2 * len(says[0] & says[1]) <= min(map(len, says))


def _defined(texts: Sequence[str]) -> dict[str, list[int]]:
    by_term: dict[str, list[int]] = {}
    for k, text in enumerate(texts):
        name = term(text)
        if name:
            by_term.setdefault(name, []).append(k)
    return by_term
