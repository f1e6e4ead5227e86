"""Whether a number behind a keyword belongs to it, or counts what follows: "Articles 3 and 12 guards".

Languages differ in what gives a counted noun away. English nouns in the plural end in -s, which no verb
behind several numbers does; a French word in -s may as well be a participle ("articles 3 et 12 cités"), a
Russian one a genitive ("of the treaties"). Where nouns need no article, one may also begin the main clause:
"under Articles 3, 4 and 5 ships stop". Where a word can be either, nothing is certain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from planctl.substance.references.numbers import is_roman
from planctl.substance.references.places import gap, word_at
from planctl.substance.references.words import Keyword, Words, counted, measures, words

Joint = Literal["range", "dash", "and", "or", "comma"]
"""What stands between two numbers of a list."""

Verdict = Literal["number", "quantity", "unclear"]
"""What the last number of a list is: one of the list, a count of what follows, or nobody can say."""

_ENDS = frozenset(".,;:)]!?\"'»/&-")
_CLOSES = frozenset(".;:!?)]")
_OPENS = frozenset(".;:!?([")
_LONGEST_LEAD = 80  # characters before a reference in which an article may stand
_SMALL_WORD = 3  # letters of words that are no nouns worth counting


def follows(text: str, at: int, words: Words) -> bool:
    """Whether what stands here can follow a reference but hardly a quantity: an end, a verb, "of"."""
    start = gap(text, at)
    if start == len(text) or text[start] in _ENDS:
        return True
    word, _ = word_at(text, start)
    return bool(word) and (word in words.closers or word in words.ands or word in words.ors)


def counting(
    text: str, place: tuple[int, int], joint: tuple[Joint, str], keyword: Keyword, known: Words
) -> Verdict:
    """What the last number of a list is. ``place``: where the keyword begins and that number ends; ``joint``:
    what joins it to the one before it, and the word for that."""
    start, end = place
    at = gap(text, end)
    word, stop = word_at(text, at)
    if not word or word in known.closers or word in known.ands or word in known.ors:
        return "number"
    following, _ = word_at(text, gap(text, stop))
    codes = list(_written_in(keyword, joint[1]))
    if any(word in measures(code) or f"{word} {following}" in measures(code) for code in codes):
        return "quantity"
    is_counted = any(word in counted(code) for code in codes)
    if not is_counted and (joint[0] == "comma" or text.startswith("'", stop)):
        return "number"
    verdicts = {_verdict((word, following), text[at:stop], words((code,)), joint[0]) for code in codes}
    verdict = verdicts.pop() if len(verdicts) == 1 else "unclear" if verdicts else "number"
    if not is_counted and verdict != "quantity":
        return verdict
    open_to_both = keyword.plural and any(words((code,)).bare_subjects for code in codes)
    return "unclear" if open_to_both and _may_begin_clause(text, (start, stop), known) else "quantity"


def _may_begin_clause(text: str, place: tuple[int, int], known: Words) -> bool:
    """Whether a noun may be the subject of what follows. ``place``: where the reference before it begins, and
    where the noun ends.

    Not at the end of a sentence, and not where the reference begins one: "Articles 3 and 12 guards are gone".
    """
    start, stop = place
    at = gap(text, stop)
    if at == len(text) or text[at] in _CLOSES:
        return False
    before = text[max(0, start - _LONGEST_LEAD) : start].split()
    while before and before[-1].lower() in known.articles:
        before.pop()
    return bool(before) and before[-1][-1] not in _OPENS


def _written_in(keyword: Keyword, joint: str) -> Iterator[str]:
    """The languages that a keyword and the joint of its list are written in."""
    for code in keyword.languages:
        known = words((code,))
        if not joint or joint == "&" or joint in known.ands or joint in known.ors:
            yield code


def _verdict(next_words: tuple[str, str], written: str, known: Words, joint: Joint) -> Verdict:
    """The same by the word behind the number, and the one after that: "12 armed guards"."""
    word, following = next_words
    if written[0].isupper():
        is_name = len(written) > 1 and written.isupper() and not is_roman(written)
        return "number" if is_name or word in known.acts_named or not known.capitals_counted else "unclear"
    if len(word) <= _SMALL_WORD:
        return "number"
    if _ends(word, known.open_endings) or (joint == "or" and _ends(word, known.or_endings)):
        return "unclear"
    if _ends(word, known.counted_endings):
        return "quantity"
    if known.verb_endings:
        return "number" if _ends(word, known.verb_endings) else "unclear"
    is_noun = (
        len(following) > _SMALL_WORD and following not in known.closers and _ends(following, known.or_endings)
    )
    return "unclear" if is_noun else "number"


def _ends(word: str, endings: Collection[str]) -> bool:
    return word.endswith(tuple(endings)) and not word.endswith("ss")
