"""Points that stand far from where their neighbours went."""

from __future__ import annotations

import random

import pytest

from planctl.alignment import align

WATERS = (
    "The country lies on the coast. It is the first duty of its government to guard, clean and restore "
    "the fishing waters and reefs of the mainland, of the islands and of the lagoon."
)
FORESTS = "Every village may keep a forest of its own and cut the wood that its people need for the winter."
SHORE = (
    "The government of the coast takes care of the land. It is its first duty to guard and restore the "
    "fishing waters, the reefs and the beaches of the mainland and of the islands."
)
WOODS = "A village keeps a forest of its own and cuts what wood its people need. No forest is sold abroad."


def strangers(count: int) -> tuple[list[str], list[str]]:
    """Points of invented words, and the same with one word of each replaced."""
    rng = random.Random(count)  # noqa: S311 - the same points every time
    old = [[f"{rng.choice('bdgklmrt')}o{rng.randrange(10**6)}" for _ in range(20)] for _ in range(count)]
    new = [[*words[:9], f"z{k}", *words[10:]] for k, words in enumerate(old)]
    return [" ".join(words) for words in old], [" ".join(words) for words in new]


@pytest.mark.parametrize("count", [3, 60, 150])
def test_edited_points_between_two_do_not_part_them(count: int) -> None:
    alone = [link.similarity for link in align([WATERS, FORESTS], [SHORE, WOODS]).links]
    between_old, between_new = strangers(count)
    links = align([WATERS, *between_old, FORESTS], [*between_new, SHORE, WOODS]).links
    ends = {(link.old, link.new): link.similarity for link in links if link.old in (0, count + 1)}
    assert list(ends) == [(0, count), (count + 1, count + 1)]
    assert list(ends.values()) == pytest.approx(alone, abs=0.05)
