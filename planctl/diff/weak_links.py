"""Links too weak to join two units: all that they share is better explained by others, or is everybody's.

*Twins.* Two points say the same of two places, and one of them is dropped. Nearly all its words still stand
in the other's counterpart, so words alone link it, and the reader would see a merger that never was. A unit
is merged only if it brings something that the others do not; a copy differs from a twin by what contradicts
it: another name or figure in the same place.

*Common sentences.* A closing sentence that many points share makes no counterparts of two that have nothing
else in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planctl.alignment import Link
from planctl.diff.grouping import Pair
from planctl.diff.shared_words import KeptRuns, Side, Sides
from planctl.redline import CommonRun
from planctl.text import clauses, content_word_count, is_content_word, normalise, stem, words

# Share of its own words that a twin has in common with the other's counterpart. Below, what little it keeps
# may well be the other's as well. On 200 generated plans each share from .3 to .7 names the same relations.
_TWIN_SHARE = 0.5

_ODD_WORDS = 1
"""Words, none of them a name or a figure, that two units may share by chance."""


def weak_links(links: Sequence[Link], sides: Sides, kept: KeptRuns) -> set[Pair]:
    """The computed links (pairs of provisions, 0-based) between units that are no counterparts of each other.

    ``kept`` are the runs of words that each link keeps. Sides swapped, the answer is the same.
    """
    open_links = [k for k in links if not k.stated and k.similarity < 1 and not _by_meaning(k)]
    return _of_common_sentences(open_links, sides) | _of_twins(links, sides, kept)


def _by_meaning(link: Link) -> bool:
    """Whether meaning found it, which needs no words in common."""
    return link.why is not None and link.why.meaning is not None


def _of_twins(links: Iterable[Link], sides: Sides, kept: KeptRuns) -> set[Pair]:
    """The links of units whose near-twin has the better claim to all that they share."""
    weak: set[Pair] = set()
    for side in (0, 1):
        mates: defaultdict[int, list[Link]] = defaultdict(list)
        for link in links:
            mates[(link.old, link.new)[side]].append(link)
        for unit_links in mates.values():
            if len(unit_links) > 1:
                weak.update((k.old, k.new) for k in _overtaken(unit_links, side, sides, kept))
    return weak


def _overtaken(links: Sequence[Link], side: int, sides: Sides, kept: KeptRuns) -> Iterator[Link]:
    """Of the links of one unit on that side, those that others overtake.

    Who shares its names comes before who shares its figures, for figures change and names do not; then who
    shares most. What has another name in the place of one that is held brings nothing by a figure alone.
    """
    words = sides[side].words[(links[0].old, links[0].new)[side]]
    shared = [(link, _shared(link, side, sides, kept)) for link in links]
    shared.sort(
        key=lambda each: (
            not each[0].stated,
            any(map(_is_name, _words_at(words, each[1].contradicted))),
            -len(each[1].kept),
            -each[0].similarity,
        )
    )
    held: set[int] = set()
    for link, share in shared:
        fresh = share.kept - held
        other_name = any(map(_is_name, _words_at(words, share.contradicted & held)))
        telling = filter(_is_name if other_name else _tells, _words_at(words, fresh))
        brings = len(fresh) > _ODD_WORDS or any(telling)
        is_free = not link.stated and link.similarity < 1
        if is_free and share.share >= _TWIN_SHARE and share.contradicted & held and not brings:
            yield link
        else:
            held |= share.kept


class _Shared(NamedTuple):
    """What a unit shares with its mate, as places in the mate's words.

    ``contradicted`` are the mate's names and figures in whose place the unit has others. ``share`` (0 to 1)
    is how much of the unit the mate has.
    """

    kept: frozenset[int]
    contradicted: frozenset[int]
    share: float


def _shared(link: Link, side: int, sides: Sides, carried: KeptRuns) -> _Shared:
    unit, mate = sides[0].words[link.old], sides[1].words[link.new]
    runs = carried[link.old, link.new]
    if side == 0:
        unit, mate, runs = mate, unit, [CommonRun(run.new, run.old, run.size) for run in runs]
    kept = frozenset(run.new + n for run in runs for n in range(run.size))
    ends = [CommonRun(0, 0, 0), *runs, CommonRun(len(unit), len(mate), 0)]
    contradicted = frozenset(
        k
        for before, after in pairwise(ends)
        if any(map(_tells, unit[before.old + before.size : after.old]))
        for k in range(before.new + before.size, after.new)
        if _tells(mate[k])
    )
    return _Shared(kept, contradicted, len(kept) / len(unit) if unit else 0.0)


def _texts(link: Link, sides: Sides) -> tuple[str, str]:
    return sides[0].version.provisions[link.old].text, sides[1].version.provisions[link.new].text


def _words_at(words: Sequence[str], places: Iterable[int]) -> Iterator[str]:
    return (words[k] for k in places)


def _tells(word: str) -> bool:
    """Whether a word looks like a name or a figure."""
    return any(c.isdigit() for c in word) or _is_name(word)


def _is_name(word: str) -> bool:
    return word[0].isupper() and is_content_word(word)


def _of_common_sentences(links: Iterable[Link], sides: Sides) -> set[Pair]:
    """The links of units that share no more than sentences which others on either side have as well."""
    texts = {link: _texts(link, sides) for link in links}
    sentences_of = {text: _sentences(text) for text in {text for both in texts.values() for text in both}}
    shared = {link: sentences_of[old] & sentences_of[new] for link, (old, new) in texts.items()}
    if not any(shared.values()):
        return set()
    often = [_repeated(side) for side in sides]
    return {
        (link.old, link.new)
        for link, sentences in shared.items()
        if (common := sentences & (often[0] | often[1])) and not _share_more(*texts[link], common)
    }


def _repeated(side: Side) -> set[str]:
    """Sentences that stand in more than one provision."""
    counts = Counter(s for provision in side.version.provisions for s in _sentences(provision.text))
    return {sentence for sentence, count in counts.items() if count > 1}


def _sentences(text: str) -> set[str]:
    return set(clauses(normalise(text)))


def _share_more(old: str, new: str, common: set[str]) -> bool:
    """Whether two texts have words in common, or nothing at all to say, beside the common sentences."""
    rest = [
        {stem(word.lower()) for s in clauses(normalise(text)) if s not in common for word in words(s)}
        for text in (old, new)
    ]
    return not all(rest) or content_word_count(rest[0] & rest[1]) > _ODD_WORDS
