"""How a problem in a plan file is put into words, and the cap on repeating oneself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from planctl.errors import Problem

_SHOWN_OF_A_KIND = 50
"""Problems of one code that a file reports one by one. A hostile file can hold a hundred thousand."""
_QUOTED = 60
"""Characters of a value that a message quotes."""


def quote(text: str) -> str:
    """The text in quotation marks on one line, cut when long."""
    line = " ".join(text[: 2 * _QUOTED].split())
    return f'"{line}"' if len(line) <= _QUOTED and len(text) <= 2 * _QUOTED else f'"{line[:_QUOTED]} ..."'


def guess(word: str, known: Iterable[str]) -> str:
    """``; did you mean text?`` or nothing. A long word is no typing slip."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.5) if len(word) <= _QUOTED else []
    return f"; did you mean {near[0]}?" if near else ""


def capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in order, those of one code up to a number, then one that counts the rest."""
    seen: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        kind = (problem.place.path, problem.code)
        seen[kind] += 1
        if seen[kind] <= _SHOWN_OF_A_KIND:
            yield problem
        elif kind not in last:
            last[kind] = problem
    for kind, first in last.items():
        rest = seen[kind] - _SHOWN_OF_A_KIND
        yield replace(first, message=f"and {rest} more problems of this kind from here on")
