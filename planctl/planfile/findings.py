"""How a problem in a plan file is put into words, and where enough has been said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.errors import Problem

FEW = 100
"""Problems of reading that are reported one by one for a file. A hostile file can hold millions."""
_CHOICES = 2_000
"""Names among which a slip is guessed: 20 ms for so many."""
_QUOTED = 60
"""Characters of a value that a message quotes."""


def quote(text: str) -> str:
    """The text in quotation marks on one line, cut when long."""
    line = " ".join(text[: 2 * _QUOTED].split())
    return f'"{line}"' if len(line) <= _QUOTED and len(text) <= 2 * _QUOTED else f'"{line[:_QUOTED]} ..."'


def guess(word: str, known: Iterable[str]) -> str:
    """``; did you mean text?`` or nothing. A long word is no typing slip, and a long list takes too long."""
    from difflib import get_close_matches

    choices = list(known)
    if len(word) > _QUOTED or len(choices) > _CHOICES:
        return ""
    near = get_close_matches(word, choices, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else ""


def few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of many; the next is said to have more behind it, and no more are made."""
    for count, problem in enumerate(problems):
        if count == FEW:
            yield problem._replace(message="more problems of this kind from here on")
            return
        yield problem
