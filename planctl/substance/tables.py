"""Tables of phrases as a language folder writes them, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from planctl.substance.language import Phrases, meanings

_WEAK = " (weak)"


def _marked(meaning: str) -> tuple[str, bool]:
    """``not (weak)`` -> ``("not", True)``."""
    return meaning.removesuffix(_WEAK), meaning.endswith(_WEAK)


def denying(table: str) -> Phrases[tuple[str, bool]]:
    """Denials: what they do, and whether they are too common to report by themselves."""
    return Phrases(lambda: ((_marked(meaning), phrases) for meaning, phrases in meanings(table)))


def families(table: str) -> Phrases[tuple[str, str, bool]]:
    """Qualifiers: ``family / group (weak): phrases``."""

    def read() -> Iterator[tuple[tuple[str, str, bool], list[str]]]:
        for meaning, phrases in meanings(table):
            family, _, group = meaning.partition(" / ")
            yield (family, *_marked(group)), phrases

    return Phrases(read)


def strengths(
    table: str, forms: Callable[[str], Iterable[str]] = lambda phrase: (phrase,)
) -> Phrases[tuple[int, bool]]:
    """Duty words with their strength, in the ``forms`` that the language gives each phrase."""

    def read() -> Iterator[tuple[tuple[int, bool], list[str]]]:
        for meaning, phrases in meanings(table):
            level, weak = _marked(meaning)
            yield (int(level), weak), [form for phrase in phrases for form in forms(phrase)]

    return Phrases(read)


def connectors(table: str) -> Phrases[tuple[str, int]]:
    """``after / 7: once, upon``: the relation, and how many words its event may be off."""

    def read() -> Iterator[tuple[tuple[str, int], list[str]]]:
        for meaning, phrases in meanings(table):
            relation, _, reach = meaning.partition(" / ")
            yield (relation, int(reach)), phrases

    return Phrases(read)


def months(table: str) -> Mapping[str, int]:
    """Months by name."""
    return {word: int(number) for number, words in meanings(table) for word in words}
