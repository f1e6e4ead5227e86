"""Terms, and the texts in which they first stood: restated words say nothing of who wrote them.

A term is a provision, or a typed value that ``substance`` reads in it and that not all of its ancestors have.
What was not read for the plan, and what is restated by inference alone, is no text that has a term. A line
that leads to a text by way of a reconstruction only is not traced: the text had the term, and no more is
said.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from planctl import substance
from planctl.blame.contests import Contest, Contests
from planctl.blame.term_walk import TermWalk
from planctl.blame.values import Key, Values
from planctl.blame.voices import Voices
from planctl.lineage.descent import Descent, ProvisionKey
from planctl.lineage.tracing import Lineage
from planctl.models import Plan
from planctl.text import content_word_count, is_content_word, is_word, word_spans, words
from planctl.text.common import shared_prefix

PROVISION = "provision"
_TELLING_WORDS = 2
"""Content words that a provision and its first text must begin with for these to be what it is known by."""


class Holder(NamedTuple):
    """A provision in which a term stands, and the parties whose term it is there."""

    unit: ProvisionKey
    parties: tuple[str, ...]
    contest: Contest | None


class TracedTerm(NamedTuple):
    """A term of a provision, and where it first stood.

    ``text`` is the value as it stands. Of a provision it holds nothing that its first text lacks: its heading
    if the point has that there too, else the words with which both begin, else nothing. ``kind`` is
    ``provision``, or that of a value. ``first`` are the earliest texts that have it: several where a
    provision was merged of several. ``otherwise`` is the earliest one if contested descent is not counted,
    where that makes a difference.

    ``restated`` are the later versions that put a provision in other words. ``through`` are the
    reconstructions that lie on every way from the first text. ``unread`` are earlier provisions on the way
    that were not read for the plan, and which may have had the term before; ``reconstructed`` are the
    versions right before the first text that may have had it too: of them there is only a reconstruction.
    ``last`` is the version that last put a value there, or the last value of a provision, as far as anybody
    has read.
    """

    kind: str
    text: str
    first: tuple[Holder, ...]
    otherwise: Holder | None
    restated: tuple[str, ...]
    through: tuple[ProvisionKey, ...]
    unread: tuple[ProvisionKey, ...]
    reconstructed: tuple[str, ...]
    last: str

    @property
    def is_contested(self) -> bool:
        """Whether its origin is disputed, or depends on descent that is."""
        return self.otherwise is not None or any(holder.contest for holder in self.first)


class Terms:
    """The terms of the provisions of one graph."""

    def __init__(self, plan: Plan, graph: Descent) -> None:
        self._graph = graph
        self._order = {version.version: k for k, version in enumerate(graph.versions)}
        self._voices, self._contests = Voices(plan, graph), Contests(plan)
        self._values = Values(plan, graph)

    def of(self, lineage: Lineage) -> tuple[TracedTerm, ...]:
        """The terms of the provision with which a lineage starts: itself, then the values that changed.

        None if it was not read for the plan: that its ancestor had a term does not show that it has it, too.
        """
        (unit,) = lineage.start
        if self._graph.provision(unit).unseen:
            return ()
        walk = TermWalk(self._graph, lineage, self._order)
        values: list[TracedTerm] = []
        for key, value in self._values.of(unit).items() if unit in walk.read else ():
            holders = [each for each in walk.read if each == unit or key in self._values.of(each)]
            if len(holders) < len(walk.read):
                values.append(self._value(walk, key, holders, value))
        return self._provision(walk, unit, values), *values

    def _provision(self, walk: TermWalk, unit: ProvisionKey, values: Sequence[TracedTerm]) -> TracedTerm:
        first = tuple(self._holder(each) for each in walk.roots)
        versions = [first[0].unit.version, *(value.last for value in values)]
        return TracedTerm(
            kind=PROVISION,
            text=self._known_by(unit, walk.roots),
            first=first,
            otherwise=None if set(walk.sure_roots) & set(walk.roots) else self._holder(walk.sure_roots[0]),
            restated=walk.restated(walk.roots),
            through=walk.through(walk.roots),
            unread=walk.unread_before(walk.roots[0]),
            reconstructed=walk.reconstructed_before(walk.roots[0].version),
            last=max(versions, key=self._order.__getitem__),
        )

    def _known_by(self, unit: ProvisionKey, first: Sequence[ProvisionKey]) -> str:
        """The heading of a point, or the words with which it begins, if the first text has them too."""
        heading = self._heading(unit)
        if heading and any(heading.casefold() == self._heading(each).casefold() for each in first):
            return heading
        text = self._graph.provision(unit).text
        return max((_beginning(text, self._graph.provision(each).text) for each in first), key=len)

    def _heading(self, unit: ProvisionKey) -> str:
        """The heading of the point whose own text a provision is."""
        provision = self._graph.provision(unit)
        return self._headings[unit.version].get(provision.point, "") if provision.item is None else ""

    @cached_property
    def _headings(self) -> dict[str, dict[str, str]]:
        return {v.version: {p.number: p.heading for p in v.points} for v in self._graph.versions}

    def _value(
        self, walk: TermWalk, key: Key, holders: Sequence[ProvisionKey], value: substance.Term
    ) -> TracedTerm:
        first = min(holders, key=walk.age)
        sure = [each for each in holders if each in walk.lineage.sure]
        otherwise = None if first in sure else self._holder(min(sure, key=walk.age), key)
        return TracedTerm(
            kind=value.kind,
            text=value.text,
            first=(self._holder(first, key),),
            otherwise=otherwise,
            restated=(),
            through=walk.through([first]),
            unread=walk.unread_before(first),
            reconstructed=walk.reconstructed_before(first.version),
            last=walk.last(holders),
        )

    def _holder(self, unit: ProvisionKey, key: Key | None = None) -> Holder:
        value = self._values.of(unit).get(key) if key else None
        parties = self._voices.at(unit, value.start) if value else self._voices.of_all(unit)
        return Holder(unit, parties, self._contests.of(unit, parties))


def _beginning(text: str, first: str) -> str:
    """The whole text if the first one begins so too, else the words with which both begin, or nothing."""
    text_words, first_words = words(text), words(first)
    size = shared_prefix([*map(str.casefold, text_words)], [*map(str.casefold, first_words)])
    if size == len(text_words) or not any(map(is_word, text_words[size:])):
        return text
    while size and not is_content_word(text_words[size - 1]):
        size -= 1
    return (
        text[: word_spans(text)[size - 1][1]]
        if content_word_count(text_words[:size]) >= _TELLING_WORDS
        else ""
    )
