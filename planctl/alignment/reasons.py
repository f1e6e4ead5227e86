"""The reasons for a link, in terms that a reader can check."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from planctl.alignment.candidate_table import CandidateTable
from planctl.alignment.grams import Texts
from planctl.alignment.links import Reasons

_STRAY = re.compile(r"[a-z]").fullmatch
"""The s of "party's" and an article say nothing."""

_RARE = 5
"""Shared words that are named."""


def reasons(table: CandidateTable, chances: Sequence[float]) -> Callable[[int], Reasons]:
    """A function that gives the reasons for the pair at an index, given the chances (0 to 1) of all pairs."""
    rivals = _rivals(table, chances, 0), _rivals(table, chances, 1)
    vocabulary = _Vocabulary(table.texts)

    def why(k: int) -> Reasons:
        texts, (i, j) = table.texts, table.pairs[k]
        other_new, other_old = (rivals[side].get(k, (0.0, None)) for side in (0, 1))
        kept_old, kept_new = texts.grams.kept((i, j), table.columns["mass"][k])
        return Reasons(
            kept_old=kept_old,
            kept_new=kept_new,
            likeness=table.columns["in_order"][k],
            rare=vocabulary.rare(i, j),
            runner_up_old=other_old[1],
            runner_up_new=other_new[1],
            gap=chances[k] - max(other_new[0], other_old[0]),
        )

    return why


def _rivals(table: CandidateTable, chances: Sequence[float], side: int) -> dict[int, tuple[float, int]]:
    """For each pair the best other pair with the same old (0) or new (1) unit: its chance and other unit."""
    best: dict[int, list[tuple[float, int, int]]] = {}
    for k, pair in enumerate(table.pairs):
        best.setdefault(pair[side], []).append((-chances[k], pair[1 - side], k))
    best_rival = {}
    for rivals in best.values():
        top = sorted(rivals)[:2]
        for _, _, k in rivals if len(top) > 1 else ():
            chance, unit, _ = top[1] if top[0][2] == k else top[0]
            best_rival[k] = -chance, unit
    return best_rival


class _Vocabulary:
    """The words of the units. Each unit's are gathered once, for a long one may be linked with many."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._old: dict[int, frozenset[int]] = {}
        self._new: dict[int, frozenset[int]] = {}
        self._spelled: dict[int, dict[int, list[int]]] = {}

    def rare(self, i: int, j: int) -> tuple[str, ...]:
        """The rarest words that both units have, as the new one spells them."""
        codes, words, grams = self._texts.codes, self._texts.vocabulary, self._texts.grams
        if i not in self._old:
            self._old[i] = frozenset(codes[word] for word in self._texts.old_words[i])
        if j not in self._new:
            spelled = self._spelled[j] = {}
            for word in set(self._texts.new_words[j]):
                spelled.setdefault(codes[word], []).append(word)
            self._new[j] = frozenset(spelled)
        common = (word for code in self._old[i] & self._new[j] for word in self._spelled[j][code])
        named = (word for word in common if not _STRAY(words[word]))
        ranked = sorted((-grams.weight.get(codes[word], grams.tie), words[word]) for word in named)
        return tuple(word for _, word in ranked[:_RARE])
