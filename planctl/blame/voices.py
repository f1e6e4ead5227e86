"""Whose words stand in a text: those of an attributed bracket are that party's, whoever tabled the version.

In a text that is restated the brackets, placeholders and numbers that stand in it are signs of whoever keeps
the file: nobody tabled them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from planctl import brackets, redline
from planctl.lineage.descent import Descent, ProvisionKey
from planctl.models import Plan

_NOBODYS_SIGNS = re.compile(r"[\[\]]|(?<!\w)\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)(?=\s)")
"""Square brackets, and what numbers the parts of a sentence: ``(a)``, ``b)``, ``(iv)``."""

_SEARCH_LIMIT = 4_000_000
"""Characters of a text times those of a stretch up to which the stretch is looked for word by word."""

PartyIds = tuple[str, ...]


class Voiced(NamedTuple):
    """A stretch of a text, and the parties whose words it is; none for signs that are nobody's."""

    text: str
    parties: PartyIds


class Voices:
    """The provisions of a graph, asked whose words stand where in them."""

    def __init__(self, plan: Plan, graph: Descent) -> None:
        self._graph = graph
        self._names: Mapping[str, Sequence[str]] = {
            party.id: (party.name, *party.names) for party in plan.header.parties
        }
        self._known: dict[ProvisionKey, Sequence[PartyIds] | None] = {}

    def at(self, unit: ProvisionKey, place: int) -> PartyIds:
        """Whose the character at a place (0-based) of a provision's text is."""
        voices = self._own(unit)
        return voices[place] if voices else self._graph.provision(unit).tabled_by

    def of_all(self, unit: ProvisionKey) -> PartyIds:
        """Whose a provision is: theirs in whose brackets all its words stand, else theirs who tabled it."""
        voices, tabled = self._own(unit), self._graph.provision(unit).tabled_by
        text = self._graph.provision(unit).text
        speakers = dict.fromkeys(voices[k] for k, sign in enumerate(text) if sign.isalnum()) if voices else {}
        if not speakers or tabled in speakers or () in speakers:
            return tabled
        return tuple(dict.fromkeys(party for parties in speakers for party in parties))

    def of(self, text: str, origin: ProvisionKey) -> Iterator[Voiced]:
        """A stretch that first stood in a provision, cut where others speak; joined it is the text."""
        voices = self._own(origin)
        if voices is None:
            yield Voiced(text, self._graph.provision(origin).tabled_by)
            return
        whose = self._carried(text, origin, voices)
        for parties, places in groupby(range(len(text)), key=whose.__getitem__):
            first, *rest = places
            yield Voiced(text[first : (rest[-1] if rest else first) + 1], parties)

    def _carried(self, text: str, origin: ProvisionKey, voices: Sequence[PartyIds]) -> Sequence[PartyIds]:
        """Whose each character of a stretch is, by its place in the text that it is from."""
        source = self._graph.provision(origin).text
        start = source.find(text)
        if start >= 0 and source.find(text, start + 1) < 0:
            return voices[start : start + len(text)]
        tabled = self._graph.provision(origin).tabled_by
        if len(source) * len(text) > _SEARCH_LIMIT:
            return [tabled] * len(text)
        carried: list[PartyIds] = []
        at = 0
        for kind, words in redline.mark(source, text):
            if kind == "keep":
                carried += voices[at : at + len(words)]
            elif kind == "insert":
                carried += [tabled] * len(words)
            at += len(words) if kind != "insert" else 0
        return carried

    def _own(self, unit: ProvisionKey) -> Sequence[PartyIds] | None:
        """Whose each character of a provision's text is; None where all of it is of those who tabled it."""
        if unit not in self._known:
            self._known[unit] = self._read(unit)
        return self._known[unit]

    def _read(self, unit: ProvisionKey) -> Sequence[PartyIds] | None:
        provision = self._graph.provision(unit)
        is_ours = self._graph.by_id[unit.version].is_restated
        if "[" not in provision.text and not (is_ours and ")" in provision.text):
            return None
        whose = [provision.tabled_by] * len(provision.text)
        for each in brackets.scan(provision.text, self._names).brackets:
            if each.kind == "attributed" and each.parties:
                whose[each.start : each.end] = [each.parties] * (each.end - each.start)
            elif each.kind == "placeholder" and is_ours:
                whose[each.start : each.end] = [()] * (each.end - each.start)
        for sign in _NOBODYS_SIGNS.finditer(provision.text) if is_ours else ():
            whose[sign.start() : sign.end()] = [()] * (sign.end() - sign.start())
        return None if set(whose) <= {provision.tabled_by} else whose
