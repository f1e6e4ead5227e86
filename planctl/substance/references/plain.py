"""Texts with one sign for each of its many forms, and with every place kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_PLAIN_SIGNS = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2009\u202f\u2007"), "\xa0"),
    ord("\u2026"): ".",
    ord("\u2030"): "%",
}


def plain(text: str) -> str:
    """The text with plain quotes, dashes and blanks; each sign stays in its place."""
    return text if text.isascii() else text.translate(_PLAIN_SIGNS)


def composed(text: str) -> tuple[str, Sequence[int]] | None:
    """The text with its accents composed, and where each sign of that, and its end, stands in the text; None
    if they are composed already."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return None
    clusters: list[str] = []
    places: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            cluster = unicodedata.normalize("NFC", text[start:end])
            clusters.append(cluster)
            places += [start] * len(cluster)
            start = end
    return "".join(clusters), [*places, len(text)]
