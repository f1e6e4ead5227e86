"""A unit that stands whole in one unit of the other text was put there, whatever else the texts hold."""

from __future__ import annotations

import random

import pytest

from planctl.alignment import align


def invented_word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(3))


def phrases(count: int, size: int) -> list[str]:
    chance = random.Random(count)  # noqa: S311 - invented texts
    return [" ".join(invented_word(chance) for _ in range(size)) for _ in range(count)]


@pytest.mark.parametrize("count", [2, 5, 20, 100])
@pytest.mark.parametrize("between", [" ", "; ", ", and "])
def test_units_joined_to_one_are_all_linked_to_it(count: int, between: str) -> None:
    parts = phrases(count, 6)
    rest = ["The port of Sola is open to all ships.", "Each boat pays a toll at the upper lock."]
    joined = align([*parts, *rest], [between.join(parts), *rest])
    cut = align([between.join(parts), *rest], [*parts, *rest])
    assert {(i, 0) for i in range(count)} <= {(link.old, link.new) for link in joined.links}
    assert {(0, j) for j in range(count)} <= {(link.old, link.new) for link in cut.links}
    assert min(link.similarity for link in (*joined.links, *cut.links)) >= 0.97


def test_a_phrase_that_stands_in_several_units_was_put_in_none() -> None:
    (phrase,) = phrases(1, 5)
    new = [f"{phrase}, as the {place} council decides every spring." for place in ("upper", "lower", "inner")]
    assert all(link.similarity < 0.97 for link in align([phrase], new).links)


def test_few_words_may_stand_elsewhere_by_chance() -> None:
    new = ["Each boat that calls at the upper lock pays a toll to the harbour master of the town."]
    assert not align(["a toll"], new).links


def test_what_another_unit_has_too_is_not_sure() -> None:
    (phrase,) = phrases(1, 8)
    edited = " ".join([*phrase.split()[:-1], "soon"])
    links = align([phrase], [f"{phrase}, as the council decides.", edited]).links
    assert all(link.similarity != 0.97 for link in links)
