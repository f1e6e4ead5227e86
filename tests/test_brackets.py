"""Brackets: the text comes back exactly, nothing crashes, and each convention is read as it is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.brackets import Bracket, BracketTree, Unbalanced, is_bracketed, lone, scan

PARTIES = {"eu": ("EU", "European Union"), "us": ("US",), "uk": ("Britain", "UK")}
SOUP = st.text(alphabet=st.sampled_from("[]/: \n.,X1aEUS"), max_size=80)
ANY = st.one_of(st.text(max_size=80), SOUP)


def kinds(text: str) -> list[str]:
    return [bracket.kind for bracket in scan(text, PARTIES).brackets]


@given(ANY)
def test_text_comes_back_exactly(text: str) -> None:
    tree = scan(text, PARTIES)
    assert tree.text == text
    assert all(text[piece.start :].startswith(piece.text) and piece.text for piece in tree.pieces)


@given(ANY)
def test_every_mark_is_in_a_pair_or_reported(text: str) -> None:
    tree = scan(text)
    marks = {place for b in tree.brackets for place in (b.start, b.end - 1)} | {u.at for u in tree.unbalanced}
    assert marks == {i for i, letter in enumerate(text) if letter in "[]"}
    assert all(text[b.start] == "[" and text[b.end - 1] == "]" for b in tree.brackets)
    assert all(text[u.at] == u.mark for u in tree.unbalanced)


@given(ANY)
def test_children_lie_inside_their_parent_and_one_deeper(text: str) -> None:
    tree = scan(text, PARTIES)
    for index, bracket in enumerate(tree.brackets):
        assert index in tree.children(bracket.parent)
        if bracket.parent is None:
            assert bracket.depth == 0
        else:
            around = tree.brackets[bracket.parent]
            assert around.start < bracket.start < bracket.end < around.end
            assert bracket.depth == around.depth + 1


@given(ANY)
def test_wrapping_adds_one_bracket_and_makes_it_bracketed(text: str) -> None:
    before = scan(text)
    after = scan(f"[{text}]")
    if not before.unbalanced:
        assert (len(after.brackets), after.unbalanced) == (len(before.brackets) + 1, ())
    if not before.unbalanced and after.brackets[0].kind != "editorial":
        assert is_bracketed(f" [{text}].\n")


def test_deep_nesting_is_no_danger() -> None:
    depth = 10_000
    text = "[" * depth + "a" + "]" * depth
    tree = scan(text)
    assert (tree.text, tree.count, tree.brackets[-1].depth) == (text, depth, depth - 1)
    assert tree == scan(text)
    assert repr(tree).startswith("BracketTree(")
    assert isinstance(hash(tree.brackets), int)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("take [net] action", ["contested"]),
        ("[shall][agree to] act", ["alternatives", "alternatives"]),
        ("[shall] [should] act", ["alternatives", "alternatives"]),
        ("[shall]/[should] act", ["alternatives", "alternatives"]),
        ("[shall/should] act", ["alternatives"]),
        ("[one]\n\n[two]", ["contested", "contested"]),
        ("[goods and/or services]", ["contested"]),
        ("[EU: sixty] [US: ninety] days", ["attributed", "attributed"]),
        ("[eu, Britain and US: sixty]", ["attributed"]),
        ("[Note: see above]", ["contested"]),
        ("[EU, Note: see above]", ["contested"]),
        ("Chapter [ ] by [X] on [date] for [___]", ["placeholder"] * 4),
        ("he said [...] and [sic] then[1]", ["editorial"] * 3),
        ("within [30] days", ["contested"]),
        ("within [30] [60] days", ["alternatives", "alternatives"]),
        ("[a [b] c]", ["contested", "contested"]),
        ("[EU: a [US: b]]", ["attributed", "attributed"]),
    ],
)
def test_conventions(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_parties_are_ids_in_the_order_written() -> None:
    tree = scan("[Britain, EU: a] [US: b]", PARTIES)
    assert [bracket.parties for bracket in tree.brackets] == [("uk", "eu"), ("us",)]
    assert tree.inner(1) == "US: b"


def test_without_names_nobody_is_named() -> None:
    assert [bracket.kind for bracket in scan("[EU: a] b").brackets] == ["contested"]


def test_names_may_be_a_list() -> None:
    assert scan("[Northland: a]", ["Northland"]).brackets[0].parties == ("Northland",)


@pytest.mark.parametrize(
    ("text", "brackets", "options"),
    [
        ("plain", 0, 0),
        ("[net]", 1, 0),
        ("[a][b][c]", 3, 3),
        ("[a/b/c]", 1, 3),
        ("[a/b] [c]", 2, 3),
        ("[a] then [b]", 2, 0),
        ("[EU: a] [US: b] [sic]", 2, 2),
        ("[a [b][c]]", 3, 2),
    ],
)
def test_counts(text: str, brackets: int, options: int) -> None:
    tree = scan(text, PARTIES)
    assert (tree.count, tree.options) == (brackets, options)


def test_unbalanced_brackets_are_found_with_their_place() -> None:
    tree = scan("a] b [c] [d")
    assert tree.unbalanced == (Unbalanced(1, "]"), Unbalanced(9, "["))
    assert [finding.message.split()[3] for finding in tree.unbalanced] == ["closed", "opened"]
    assert tree.brackets == (Bracket("contested", 5, 8),)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[All of it.]", True),
        ("  [All of it]. ", True),
        ("[EU: a] [US: b]", True),
        ("[a] and [b]", False),
        ("a", False),
        ("", False),
        ("[...]", False),
        ("[a", False),
        ("[a] b]", False),
    ],
)
def test_whole_text_in_brackets(text: str, whole: bool) -> None:
    assert is_bracketed(text) is whole


def test_empty_text_has_an_empty_tree() -> None:
    assert scan("") == BracketTree("")
    assert scan("").pieces == ()


@pytest.mark.parametrize(
    ("wide", "plain"),
    [("\uff3b停火\uff3d", "[停火]"), ("\uff3b甲\uff0f乙\uff3d", "[甲/乙]"), ("\uff3b\uff3d", "[ ]")],
)
def test_wide_brackets_are_brackets(wide: str, plain: str) -> None:
    """Chinese and Japanese type has brackets as wide as a letter."""
    found, expected = scan(wide), scan(plain)
    assert [bracket.kind for bracket in found.brackets] == [bracket.kind for bracket in expected.brackets]
    assert found.text == wide
    assert not lone(wide)
    assert len(lone("\uff3b停火")) == len(scan("\uff3b停火").unbalanced) == 1
