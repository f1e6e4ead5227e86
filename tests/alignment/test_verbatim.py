"""Points that stand whole, word for word, in one point of the other text."""

from __future__ import annotations

import random

import pytest

from planctl.alignment import align

FEES = "Harbour fees are paid each {} at the quay."


def invented(rng: random.Random) -> str:
    return "".join(rng.choice("bcdfglmnprst") + rng.choice("aeiou") for _ in range(3))


def points(count: int, words: int) -> list[str]:
    rng = random.Random(count)  # noqa: S311 - the same points every time
    return [f"{' '.join(invented(rng) for _ in range(words))} shall stay." for _ in range(count)]


@pytest.mark.parametrize("count", [2, 5, 20, 100, 300])
@pytest.mark.parametrize("words", [4, 14])
def test_whatever_was_joined_to_one_point_is_found_there_and_back(count: int, words: int) -> None:
    parts = points(count, words)
    old, new = [*parts, FEES.format("year")], [" ".join(parts), FEES.format("month")]
    expected = [(k, 0) for k in range(count)] + [(count, 1)]
    forth, back = align(old, new).links, align(new, old).links
    assert [(link.old, link.new) for link in forth] == expected
    assert sorted((link.new, link.old) for link in back) == expected
    assert min(link.similarity for link in forth if link.new == 0) >= 0.95


def test_a_sentence_that_others_have_too_says_nothing() -> None:
    stock = "Details are settled by a statute that needs the consent of the Senate."
    taxes, roads = "Towns raise taxes on land and houses.", "The federation builds roads and bridges."
    old = [f"{taxes} {stock}", stock]
    new = [f"{taxes} {stock}", f"{roads} {stock}"]
    assert (1, 0) not in {(link.old, link.new) for link in align(old, new).links}


def test_a_short_phrase_is_no_point_taken_over() -> None:
    phrase = "Each party agrees that:"
    host = f"Ships leave the straits by night, and {phrase.lower()} no pilot is held for ransom or for tolls."
    assert align([phrase], [host]).links == ()


def test_a_pair_that_a_person_ruled_out_stays_out() -> None:
    parts = points(2, 6)
    links = align(parts, [" ".join(parts)], forbidden=[(1, 0)]).links
    assert [(link.old, link.new) for link in links] == [(0, 0)]
