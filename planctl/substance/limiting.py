"""Words that limit: qualifiers of closed families, and the bounds of what is counted."""

from __future__ import annotations

from planctl.substance.drafts import Sentence, SentenceTerm
from planctl.substance.language import Language
from planctl.substance.obligations import verb_at

_LOOK_BACK = 5
_TITLE = 0.75  # share of words with capitals from which a text is a heading or written in capitals


def qualifier(sentence: Sentence, language: Language, i: int) -> SentenceTerm | None:
    """The qualifier at token ``i``; its value is the group of synonyms, its unit the family."""
    phrase = language.qualifiers.families.at(sentence.tokens, i)
    if phrase is None:
        return None
    family, group, weak = phrase.meaning
    if _is_title(sentence, phrase.last):
        return None
    if family == "none" or _is_in_name(sentence, i, phrase.last):
        return None
    follows = sentence.low(phrase.last)
    if sentence.low(i) in language.qualifiers.trailing and follows in language.grammar.prepositions:
        return None  # "the courts included in the list"
    if sentence.low(i) in language.qualifiers.verbs_too and not _is_adjective(sentence, language, i):
        return None
    if sentence.low(i) == language.qualifiers.subject and sentence.low(i - 1) in language.grammar.auxiliaries:
        family = verb_at(sentence, phrase.last)
    return SentenceTerm("qualifier", group, i, phrase.last, unit=family, weak=weak or family == "number")


def _is_title(sentence: Sentence, last: int) -> bool:
    """``in Part Eight``: the phrase ends in the name of something numbered."""
    ends = sentence.tokens[last - 1]
    after = sentence.tokens[last] if last < len(sentence.tokens) else None
    if not ends.capital or ends.low not in sentence.language.labels or after is None:
        return False
    return after.capital or after.sort == "number"


def _is_in_name(sentence: Sentence, i: int, last: int) -> bool:
    """``the Committee on Public Procurement``; not in a text that is written in capitals."""
    tokens = sentence.tokens
    if last != i + 1 or not i or not tokens[i].capital:
        return False
    beside = [k for k in (i - 1, i + 1) if k < len(tokens) and sentence.is_content(k) and tokens[k].capital]
    capitals = sum(token.capital for token in tokens)
    return bool(beside) and capitals < _TITLE * sum(token.sort == "word" for token in tokens)


def _is_adjective(sentence: Sentence, language: Language, i: int) -> bool:
    """``a complete ceasefire``; not ``shall complete``, ``to complete``, ``are included``."""
    before = sentence.low(i - 1)
    if sentence.low(i).endswith(language.grammar.participles):
        return before not in language.grammar.auxiliaries
    return before != language.grammar.infinitive and not (
        i and language.duties.obligations.at(sentence.tokens, i - 1)
    )


def bound(sentence: Sentence, language: Language, counted: SentenceTerm) -> SentenceTerm | None:
    """The bound that ends before what is counted, or follows it: at least, up to, about; or more."""
    before = language.numbers.bounds.before(sentence.tokens, counted.first, _LOOK_BACK)
    if before:
        meaning, first = before
        return (
            None
            if meaning == "none"
            else SentenceTerm("qualifier", meaning, first, counted.first, unit="bound")
        )
    first = max(counted.last, counted.reach)
    after = language.numbers.bounds_after.at(sentence.tokens, first)
    return SentenceTerm("qualifier", after.meaning, first, after.last, unit="bound") if after else None
