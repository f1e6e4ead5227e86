"""Laws of alignment: they hold for any two lists of texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planctl.alignment import align
from planctl.text import normalise

WORDS = st.sampled_from(
    [
        *("the", "party", "shall", "withdraw", "its", "heavy", "weapons", "from", "coastal", "zone"),
        *("within", "thirty", "days", "and", "pay", "compensation"),
    ]
)
TEXT = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=20)
TEXTS = st.lists(TEXT, max_size=8)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[str], list[str], set[tuple[int, int]]]:
    old, new = draw(st.lists(TEXT, min_size=1, max_size=6)), draw(st.lists(TEXT, min_size=1, max_size=6))
    pair = st.tuples(st.integers(0, len(old) - 1), st.integers(0, len(new) - 1))
    return old, new, draw(st.sets(pair, max_size=4))


@given(TEXTS, TEXTS)
def test_mirror(old: list[str], new: list[str]) -> None:
    there = {(link.old, link.new, link.similarity) for link in align(old, new).links}
    back = {(link.new, link.old, link.similarity) for link in align(new, old).links}
    assert there == back


@given(TEXTS, TEXTS)
def test_what_is_near_has_a_side_without_a_link(old: list[str], new: list[str]) -> None:
    found = align(old, new)
    links = [{pair[side] for pair in found.links} for side in (0, 1)]
    for link in found.near:
        assert link.old not in links[0] or link.new not in links[1]
        assert link.why
        assert max(link.why.kept_old, link.why.kept_new) >= 0.2
    back = align(new, old).near
    assert sorted((link.old, link.new) for link in found.near) == sorted((k.new, k.old) for k in back)


@given(TEXTS, TEXTS)
def test_the_same_answer_every_time(old: list[str], new: list[str]) -> None:
    assert align(old, new) == align(old, new)


@given(st.lists(TEXT, max_size=8, unique_by=normalise))
def test_peace(texts: list[str]) -> None:
    links = align(texts, texts).links
    assert [(link.old, link.new, link.similarity) for link in links if link.old == link.new] == [
        (k, k, 1.0) for k in range(len(texts))
    ]


@given(TEXTS, TEXTS)
def test_links_are_sorted_and_similarity_is_a_share(old: list[str], new: list[str]) -> None:
    links = align(old, new).links
    assert [(link.old, link.new) for link in links] == sorted({(link.old, link.new) for link in links})
    assert all(0 <= link.similarity <= 1 for link in links)


@given(pairs())
def test_stated_links_win(case: tuple[list[str], list[str], set[tuple[int, int]]]) -> None:
    old, new, stated = case
    found = {
        (link.old, link.new) for link in align(old, new, stated=stated, forbidden=stated).links if link.stated
    }
    assert found == stated


@given(pairs())
def test_forbidden_links_are_never_made(case: tuple[list[str], list[str], set[tuple[int, int]]]) -> None:
    old, new, forbidden = case
    assert not forbidden & {(link.old, link.new) for link in align(old, new, forbidden=forbidden).links}


@given(TEXTS, TEXTS)
def test_closed_units_get_stated_links_only(old: list[str], new: list[str]) -> None:
    closed = range(0, len(new), 2)
    assert not [link for link in align(old, new, closed_new=closed).links if link.new in closed]
