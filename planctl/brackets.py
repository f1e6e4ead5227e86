"""Square brackets in negotiating texts: contested words, alternatives, attributions, placeholders.

``[a]`` is contested, ``[a][b]`` and ``[a/b]`` are alternatives, ``[EU: a] [US: b]`` says who wants
what, ``[ ]``, ``[X]`` and ``[date]`` wait to be filled, and ``[...]``, ``[sic]``, ``word[1]`` are an
editor's. Drafts in the making nest brackets and lose some, so the scanner never refuses a text: what
does not match is reported with its place and stays words. Brackets are kept in one table with links to
their parents, not in nested values, so depth is no danger to whoever walks, prints or compares them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

BracketKind = Literal["contested", "alternatives", "attributed", "placeholder", "editorial"]
"""``alternatives``: one of several readings. An ``attributed`` bracket may have alternatives too."""

_WIDE = {0xFF3B: "[", 0xFF3D: "]", 0xFF0F: "/", 0xFF1A: ":"}
"""Signs of Chinese and Japanese type, as wide as a letter there: the same signs."""

_BRACKETS_OR_SLASH = re.compile(r"[\[\]/]")
_EDITORIAL = frozenset(("...", "…", "sic", "sic!", "emphasis added", "illegible", "footnote omitted"))
_PLACEHOLDERS = frozenset(
    (
        *(
            "",
            "x",
            "xx",
            "xxx",
            "n",
            "y",
            "date",
            "day",
            "month",
            "year",
            "number",
            "amount",
            "name",
            "place",
        ),
        *("period", "figure", "percentage", "title", "tbd", "tbc", "to be determined", "to be confirmed"),
        *("to be decided", "to be completed", "to be inserted", "to be agreed", "●", "•", "?", "-", "–", "—"),
    )
)
_BLANKS = re.compile(r"[_.\s]*_[_.\s]*")
_FOOTNOTE = re.compile(r"\d{1,3}[a-z]?")
_LONGEST_LABEL = 200  # characters before the colon in which party names are looked for
_LONGEST_SLIP = 40  # no placeholder or editor's mark is longer
_SEPARATORS = re.compile(r"\s*(?:,|/|&|\band\b)\s*")
_BLANK_LINE = re.compile(r"\n\s*\n")
_NAMES = Mapping[str, Sequence[str]] | Sequence[str]


class Bracket(NamedTuple):
    """One pair of square brackets: ``source[start:end]`` with its marks, 0-based and half-open.

    ``parent`` is the index of the bracket around it, ``depth`` how many there are. ``parties`` holds the
    ids of those who want the words. ``group`` is shared by neighbours that are alternatives of each
    other; ``cuts`` are the places of the slashes that part alternatives inside.
    """

    kind: BracketKind
    start: int
    end: int
    parent: int | None = None
    depth: int = 0
    parties: tuple[str, ...] = ()
    group: int | None = None
    cuts: tuple[int, ...] = ()


class Unbalanced(NamedTuple):
    """A bracket without its partner; ``at`` is its 0-based place in the text."""

    at: int
    mark: Literal["[", "]"]

    @property
    def message(self) -> str:
        """What is wrong, for a person."""
        return (
            "a bracket is opened and never closed"
            if self.mark == "["
            else "a bracket is closed and was never opened"
        )


class BracketPiece(NamedTuple):
    """A stretch of the text that lies in one bracket (None: in none) and in no deeper one."""

    text: str
    start: int
    bracket: int | None


@dataclass(frozen=True)
class BracketTree:
    """All brackets of a text, in the order in which they open."""

    source: str
    brackets: tuple[Bracket, ...] = ()
    unbalanced: tuple[Unbalanced, ...] = ()

    @cached_property
    def pieces(self) -> tuple[BracketPiece, ...]:
        """The text cut at its brackets; joined, the pieces give it back exactly."""
        return tuple(_pieces(self.source, self.brackets))

    @property
    def text(self) -> str:
        """The text, put together again from its pieces."""
        return "".join(piece.text for piece in self.pieces)

    def inner(self, index: int) -> str:
        """The words inside a bracket, without the marks; attributions are kept."""
        bracket = self.brackets[index]
        return self.source[bracket.start + 1 : bracket.end - 1]

    def children(self, index: int | None) -> tuple[int, ...]:
        """Indices of the brackets directly inside another, or at the top for None."""
        return tuple(self._children.get(index, ()))

    @cached_property
    def _children(self) -> dict[int | None, list[int]]:
        by_parent: dict[int | None, list[int]] = {}
        for index, bracket in enumerate(self.brackets):
            by_parent.setdefault(bracket.parent, []).append(index)
        return by_parent

    @property
    def count(self) -> int:
        """How many brackets the negotiators left; an editor's do not count."""
        return sum(bracket.kind != "editorial" for bracket in self.brackets)

    @property
    def options(self) -> int:
        """How many readings stand side by side as alternatives: 2 for ``[shall][should]``."""
        sizes = Counter(bracket.group for bracket in self.brackets if bracket.group is not None)
        parted = sum(len(b.cuts) + 1 for b in self.brackets if b.cuts and b.group is None)
        return sum(sizes.values()) + sum(len(b.cuts) for b in self.brackets if b.group is not None) + parted


def scan(text: str, names: _NAMES = ()) -> BracketTree:
    """Find every bracket of a text and what it means; linear, at any depth, and never raises.

    ``names`` maps a party's id to its names, or lists names: only they can attribute a bracket, so that
    ``[Note: x]`` names nobody. Capitals do not matter.
    """
    plain = text.translate(_WIDE)
    spans, unbalanced = _match(plain)
    known = _known(names)
    brackets = [_classified(plain, span, known) for span in spans]
    return BracketTree(text, tuple(_grouped(plain, brackets)), tuple(sorted(unbalanced)))


def lone(text: str) -> tuple[Unbalanced, ...]:
    """The brackets without a partner, as ``scan`` finds them, at a thirtieth of its cost."""
    opened: list[int] = []
    closed: list[Unbalanced] = []
    for mark in re.finditer(r"[\[\]]", text.translate(_WIDE)):
        if mark[0] == "[":
            opened.append(mark.start())
        elif opened:
            opened.pop()
        else:
            closed.append(Unbalanced(mark.start(), "]"))
    return tuple(sorted([*closed, *(Unbalanced(at, "[") for at in opened)]))


def is_bracketed(text: str) -> bool:
    """Whether the whole text stands in brackets, closing punctuation aside."""
    tree = scan(text)
    tops = [tree.brackets[i] for i in tree.children(None)]
    if not tops or any(bracket.kind == "editorial" for bracket in tops):
        return False
    outside = "".join(piece.text for piece in tree.pieces if piece.bracket is None)
    return not outside.strip(" \t\r\n.,;:\u00a0")


def _match(text: str) -> tuple[list[Bracket], list[Unbalanced]]:
    """Pair the marks with a stack; parents are set once all pairs are known."""
    opened: list[tuple[int, list[int]]] = []
    pairs: list[tuple[int, int, tuple[int, ...]]] = []
    unbalanced: list[Unbalanced] = []
    for mark in _BRACKETS_OR_SLASH.finditer(text):
        at = mark.start()
        if text[at] == "[":
            opened.append((at, []))
        elif text[at] == "/":
            if opened:
                opened[-1][1].append(at)
        elif opened:
            start, cuts = opened.pop()
            pairs.append((start, at + 1, tuple(cuts)))
        else:
            unbalanced.append(Unbalanced(at, "]"))
    unbalanced += [Unbalanced(at, "[") for at, _ in opened]
    return _nested(sorted(pairs)), unbalanced


def _nested(pairs: Sequence[tuple[int, int, tuple[int, ...]]]) -> list[Bracket]:
    around: list[int] = []
    nested: list[Bracket] = []
    for index, (start, end, cuts) in enumerate(pairs):
        while around and pairs[around[-1]][1] <= start:
            around.pop()
        parent = around[-1] if around else None
        nested.append(Bracket("contested", start, end, parent, len(around), cuts=cuts))
        around.append(index)
    return nested


def _known(names: _NAMES) -> dict[str, str]:
    if isinstance(names, Mapping):
        return {word.casefold(): party for party, words in names.items() for word in (party, *words)}
    return {name.casefold(): name for name in names}


def _classified(text: str, span: Bracket, known: Mapping[str, str]) -> Bracket:
    parties = _parties(text, span, known)
    cuts = _real_cuts(text, span) if span.cuts else ()
    if parties:
        return span._replace(kind="attributed", parties=parties, cuts=cuts)
    if span.end - span.start <= _LONGEST_SLIP:
        words = text[span.start + 1 : span.end - 1].strip().casefold()
        if words in _EDITORIAL or (_FOOTNOTE.fullmatch(words) and _is_footnote(text, span)):
            return span._replace(kind="editorial", cuts=())
        if words in _PLACEHOLDERS or _BLANKS.fullmatch(words):
            return span._replace(kind="placeholder", cuts=())
    return span._replace(kind="alternatives", cuts=cuts) if cuts else span._replace(cuts=())


def _parties(text: str, span: Bracket, known: Mapping[str, str]) -> tuple[str, ...]:
    """The parties before the first colon, if every word there is one."""
    if not known:
        return ()
    label, colon, _ = text[span.start + 1 : min(span.end - 1, span.start + _LONGEST_LABEL)].partition(":")
    words = [_word for _word in _SEPARATORS.split(label.strip()) if _word] if colon else []
    parties = [known.get(word.casefold(), "") for word in words]
    return tuple(dict.fromkeys(parties)) if parties and all(parties) else ()


def _is_footnote(text: str, span: Bracket) -> bool:
    """``word[1]`` is an editor's; ``within [30] days`` is contested."""
    before, after = (
        text[span.start - 1 : span.start],
        text[span.end :][:2].lstrip() if span.end < len(text) else "",
    )
    glued = bool(before) and not before.isspace() and before not in "[(/$€£"
    followed = bool(after) and (after[0].isalnum() or after[0] in "[%/")
    return glued or not followed


def _real_cuts(text: str, span: Bracket) -> tuple[int, ...]:
    """Slashes that part alternatives: words on both sides, and not the slash of "and/or"."""
    edges = (span.start, *span.cuts, span.end - 1)
    filled = [bool(text[a + 1 : b].strip()) for a, b in pairwise(edges)]
    return tuple(
        cut
        for i, cut in enumerate(span.cuts)
        if filled[i] and filled[i + 1] and text[max(span.start, cut - 3) : cut + 3].casefold() != "and/or"
    )


def _grouped(text: str, brackets: Sequence[Bracket]) -> Iterator[Bracket]:
    """Neighbours with nothing but space or a slash between them are alternatives of each other."""
    group: dict[int, int] = {}
    last: dict[int | None, int] = {}
    for index, bracket in enumerate(brackets):
        before = last.get(bracket.parent)
        if before is not None and _are_alternatives(text, brackets[before], bracket):
            group[index] = group.setdefault(before, before)
        last[bracket.parent] = index
    for index, bracket in enumerate(brackets):
        kind: BracketKind = "alternatives" if index in group and bracket.kind == "contested" else bracket.kind
        yield bracket._replace(kind=kind, group=group[index]) if index in group else bracket


def _are_alternatives(text: str, first: Bracket, second: Bracket) -> bool:
    if {first.kind, second.kind} & {"editorial", "placeholder"}:
        return False
    between = text[first.end : min(second.start, first.end + _LONGEST_SLIP)]
    near = second.start - first.end < _LONGEST_SLIP
    return near and between.strip() in {"", "/"} and not _BLANK_LINE.search(between)


def _pieces(source: str, brackets: Sequence[Bracket]) -> Iterator[BracketPiece]:
    """Cut at every opening and closing mark; a mark belongs to the bracket it bounds."""
    cuts = sorted(
        [(b.start, i) for i, b in enumerate(brackets)] + [(b.end, ~i) for i, b in enumerate(brackets)]
    )
    at, inside = 0, None
    for place, index in cuts:
        if place > at:
            yield BracketPiece(source[at:place], at, inside)
            at = place
        inside = index if index >= 0 else brackets[~index].parent
    if at < len(source):
        yield BracketPiece(source[at:], at, inside)
