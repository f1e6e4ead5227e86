"""Parties named in a text, in any of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from planctl.substance.terms import Term

Names = Mapping[str, Sequence[str]] | Sequence[str]
"""Party ids with their names, or just names."""
_SHORTEST_STEM = 5  # letters of a name that may carry an ending: Russia -> Russian, Ukraine -> Ukrainian
_LONGEST_SHORT = 4  # letters of a name in capitals that may be written with full stops: U.S.
_ENDINGS = r"(?:ians?|eans?|ans?|ns?|s)?"


def by_party(names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Party ids with all their names; a plain sequence names each party once."""
    if isinstance(names, Mapping):
        return tuple(
            (party, tuple(words) if not isinstance(words, str) else (words,))
            for party, words in names.items()
        )
    return tuple((name, (name,)) for name in names)


@lru_cache(maxsize=32)
def _pattern(
    parties: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """One pattern for all names, the longest first, and the party behind each."""
    owners = {name: party for party, names in parties for name in reversed(names) if name.strip()}
    if not owners:
        return None
    ordered = sorted(owners, key=lambda name: (-len(name), name))
    groups = {f"g{n}": owners[name] for n, name in enumerate(ordered)}
    choices = "|".join(f"(?P<g{n}>{_name_pattern(name)})" for n, name in enumerate(ordered))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)"), groups


def _name_pattern(name: str) -> str:
    words = name.split()
    if len(words) > 1:
        return r"\s+".join(map(re.escape, words))
    if name.isupper() and len(name) <= _LONGEST_SHORT:
        dotted = "".join(re.escape(letter) + r"\." for letter in name)
        return f"{re.escape(name)}|{dotted}"
    base = re.escape(name)
    if len(name) < _SHORTEST_STEM or not name.isalpha():
        return base
    return (
        rf"{base}{_ENDINGS}|{re.escape(name.rstrip('aeiouy'))}{_ENDINGS}"
        if name[-1] in "aeiouy"
        else rf"{base}{_ENDINGS}"
    )


def mentions(text: str, names: Names) -> list[Term]:
    """Every mention of a party, in order; ``value`` is the party's id."""
    compiled = _pattern(by_party(names))
    if compiled is None:
        return []
    pattern, groups = compiled
    return [
        Term("party", groups[match.lastgroup or ""], match.group(), match.start(), match.end())
        for match in pattern.finditer(text)
    ]
