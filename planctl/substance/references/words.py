"""The words that references are written with: closed lists, from the folders of all languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from planctl.substance.languages import codes, reference_words

Sort = Literal["provision", "act", "label", "mark"]
"""A part of a text (Article 5), a law or decision (Regulation (EU) 2016/679), something else that is known by
a number (version 2.1, footnote 7), or digits that only are no quantity (a house number, an address)."""

_SHORTEST = 3  # letters of a unit that is no other word: m, in, at
_SORTS: Mapping[str, Sort] = {"provisions": "provision", "acts": "act", "labels": "label"}

# How deep a part of a text lies, first as what holds others, then as what is held: a paragraph holds points
# in some acts, a point paragraphs in others.
_KEYWORD_LEVELS = {
    **dict.fromkeys(("part", "title", "annex"), (0, 0)),
    "chapter": (1, 1),
    "section": (2, 2),
    **dict.fromkeys(("article", "rule", "clause", "principle"), (3, 3)),
    **dict.fromkeys(("subsection", "subclause"), (4, 4)),
    "paragraph": (5, 5),
    "subparagraph": (6, 6),
    "point": (3, 6),
    "item": (7, 7),
    "sentence": (8, 8),
}


class Keyword(NamedTuple):
    """What a word such as "Articles" means. ``wary``: without a capital it is often an ordinary word.

    ``short``: it is an abbreviation, and may have a full stop.
    """

    name: str
    sort: Sort
    plural: bool
    wary: bool
    short: bool
    languages: tuple[str, ...]

    def holds(self, inner: Keyword) -> bool:
        """Whether ``inner`` names a part of what this one names: a paragraph of an article."""
        if self.name not in _KEYWORD_LEVELS or inner.name not in _KEYWORD_LEVELS:
            return False
        return _KEYWORD_LEVELS[self.name][0] < _KEYWORD_LEVELS[inner.name][1]


class Words(NamedTuple):
    """The small words of one language, or of several."""

    number_signs: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    ors: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()  # Article 5 of the Treaty
    to: frozenset[str] = frozenset()  # Annex I to the Treaty
    articles: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()  # this, present: what follows is this text
    here_after: frozenset[str] = frozenset()  # above, hereof
    elsewhere_after: frozenset[str] = frozenset()  # thereof
    acts_named: frozenset[str] = frozenset()  # treaty, charter
    selves: frozenset[str] = frozenset()  # agreement, plan: may be this text
    closers: frozenset[str] = frozenset()  # words that follow a reference, and hardly a quantity
    counted_endings: frozenset[str] = frozenset()  # of nouns that are counted, and of no verb in the plural
    or_endings: frozenset[str] = frozenset()  # of these and of verbs in the singular, as they follow "or"
    open_endings: frozenset[str] = frozenset()  # of words that may be counted or say more of what is numbered
    verb_endings: frozenset[str] = frozenset()  # of verbs in the plural, where all other words may be counted
    bare_subjects: frozenset[str] = frozenset()  # "yes" where a noun without an article may begin a clause
    capitals_counted: frozenset[str] = frozenset()  # "yes" where nouns, or their adjectives, have capitals
    streets_after: frozenset[str] = frozenset()  # 12 Quay Street
    streets_before: frozenset[str] = frozenset()  # 12, rue du Port
    streets_numbered: frozenset[str] = frozenset()  # calle Mayor 12
    street_endings: frozenset[str] = frozenset()  # Hafenstraße 12
    reporters: frozenset[str] = frozenset()  # 45 C.F.R. 164.512
    series: frozenset[str] = frozenset()  # Pub. L. 104-191


def low(word: str) -> str:
    """The form in which words are looked up: composed, in lower case, without soft hyphens."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.lower().replace("\xad", ""))


@cache
def keywords() -> Mapping[str, Keyword]:
    """What each form of a keyword means, in all languages at once."""
    by_form: dict[str, Keyword] = {}
    for code in codes():
        for form, keyword in _keywords_of(code):
            known = by_form.setdefault(form, keyword)
            if code not in known.languages:
                by_form[form] = known._replace(languages=(*known.languages, code))
            elif keyword.plural and not known.plural and keyword.name == known.name:
                by_form[form] = known._replace(plural=True)  # "Artikel" is either
    return by_form


def _keywords_of(code: str) -> list[tuple[str, Keyword]]:
    table = reference_words(code)
    entries = []
    for field, sort in _SORTS.items():
        for wary, key in ((False, field), (True, f"capital_{field}")):
            for line in filter(str.strip, table.get(key, "").splitlines()):
                name, forms = line.split(":")
                for plural, some in enumerate(forms.split("|")):
                    for form in some.split():
                        short = form.endswith(".")
                        keyword = Keyword(name.strip(), sort, bool(plural), wary, short, (code,))
                        entries.append((form.removesuffix("."), keyword))
    return entries


@cache
def words(languages: Sequence[str] | None = None) -> Words:
    """The small words of some languages taken together, or of all."""
    tables = [reference_words(code) for code in (codes() if languages is None else languages)]
    return Words(
        **{field: frozenset(w for t in tables for w in t.get(field, "").split()) for field in Words._fields}
    )


@cache
def measures(code: str) -> frozenset[str]:
    """Words that a language has after a quantity, and never after the number of a provision: units, money,
    shares, months, thousands."""
    from planctl.substance.recognition import language

    lexicon = language(code)
    phrases = (
        lexicon.units.units,
        lexicon.units.currencies,
        lexicon.numbers.percents,
        lexicon.numbers.points,
    )
    candidates = {*lexicon.numbers.scales, *lexicon.times.months}.union(*(each.whole for each in phrases))
    return frozenset(measure for measure in candidates if len(measure) >= _SHORTEST)


@cache
def counted(code: str) -> frozenset[str]:
    """Nouns of a language that are counted, and are no verbs: people, troops."""
    from planctl.substance.recognition import language

    lexicon = language(code)
    return frozenset(noun for noun in (*lexicon.units.nouns, *lexicon.units.people) if len(noun) >= _SHORTEST)
