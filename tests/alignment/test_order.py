"""Letters in the same order: Python's answer is rapidfuzz's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from planctl.alignment import letter_overlap

TEXT = st.text(st.sampled_from("ab c\u00e9"), max_size=40)


@given(TEXT, TEXT)
def test_the_answer_is_the_librarys(one: str, other: str) -> None:
    (found,) = letter_overlap.in_order([one], [other], [(0, 0)])
    assert found == Indel.normalized_similarity(one, other)
    assert letter_overlap.in_order([other], [one], [(0, 0)]) == [found]


def test_many_pairs_go_to_the_library() -> None:
    one, other = "peace " * 100, "place " * 100
    pairs = [(0, 0)] * 2
    assert letter_overlap.in_order([one], [other], pairs) == [Indel.normalized_similarity(one, other)] * 2


def test_texts_of_any_length_are_compared_by_their_beginnings() -> None:
    long = "ab" * 1_000_000
    (found,) = letter_overlap.in_order([long], [f"{long}c"], [(0, 0)])
    assert found == 1.0
    (found,) = letter_overlap.in_order([long], ["ab"], [(0, 0)])
    assert 0 < found < 0.001


@given(st.text("abcd", max_size=3), st.text("abc", min_size=10, max_size=120))
def test_a_short_text_against_a_far_longer_one_is_what_rapidfuzz_says(short: str, long: str) -> None:
    expected = Indel.normalized_similarity(short, long)
    assert letter_overlap.in_order([short], [long], [(0, 0)]) == [expected]
    assert letter_overlap.in_order([long], [short], [(0, 0)]) == [expected]


def test_points_of_one_long_text_are_not_held_against_it_letter_by_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    points = [f"The port of sector {k} shall be open." for k in range(100)]
    monkeypatch.setattr(letter_overlap, "_rapid", lambda: pytest.fail("held against it"))
    pairs = [(k, 0) for k in range(len(points))]
    assert all(0 < found < 0.1 for found in letter_overlap.in_order(points, [" ".join(points)], pairs))
