"""What a text is made of: tokens and their parts, sentences, equal texts, common subsequences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.text import (
    boundaries,
    clauses,
    common_size,
    group_equal,
    matches,
    pair_equal,
    parts,
    posix_token,
    sentences,
    stem,
    word_spans,
    words,
)
from planctl.text.common import shared_prefix

PROSE = st.text(st.sampled_from("abZ éя天์3 0.,:/-’'%$()[]\u00a0\n"), max_size=60)


@pytest.mark.parametrize(
    ("text", "tokens", "pieces"),
    [
        ("14 000 men", ["14 000", "men"], ["14 000", "men"]),
        ("14\u202f000 чел.", ["14\u202f000", "чел", "."], ["14\u202f000", "чел"]),
        ("600,000", ["600,000"], ["600,000"]),
        ("1.500.000,50", ["1.500.000,50"], ["1.500.000,50"]),
        ("split 50:50.", ["split", "50:50", "."], ["split", "50:50"]),
        ("30天", ["30", "天"], ["30", "天"]),
        ("天14 000天", ["天", "14 000", "天"], ["天", "14 000", "天"]),
        ("Article 4 bis", ["Article", "4 bis"], ["article", "4 bis"]),
        ("55 quinquies", ["55 quinquies"], ["55 quinquies"]),
        ("4 bison", ["4", "bison"], ["4", "bison"]),
        ("US-led force", ["US-led", "force"], ["us", "led", "force"]),
        ("the party's", ["the", "party's"], ["the", "party", "s"]),
        ("$100bn, 50%", ["$100bn", ",", "50%"], ["100bn", "50"]),
        ("v28 and OP3", ["v28", "and", "OP3"], ["v28", "and", "op3"]),
        ("in 2025 300 men", ["in", "2025", "300", "men"], ["in", "2025", "300", "men"]),
        ("[shall]", ["[", "shall", "]"], ["shall"]),
        ("14\n000 men", ["14\n000", "men"], ["14\n000", "men"]),
        ("at .5 per cent", ["at", ".5", "per", "cent"], ["at", "5", "per", "cent"]),
        ("$.50, .5bn", ["$.50", ",", ".5bn"], ["50", "5bn"]),
        ("500-1 000 men", ["500", "-", "1 000", "men"], ["500", "1 000", "men"]),
        ("plus d'1 000", ["plus", "d", "'", "1 000"], ["plus", "d", "1 000"]),
        ("1'000'000", ["1'000'000"], ["1", "000", "000"]),
        ("EUR1 000", ["EUR1 000"], ["eur1", "000"]),
        ("at 16:30 200 men", ["at", "16:30", "200", "men"], ["at", "16:30", "200", "men"]),
        ("4 bis 6 Wochen", ["4", "bis", "6", "Wochen"], ["4", "bis", "6", "wochen"]),
        ("4 bis's end", ["4 bis's", "end"], ["4 bis", "s", "end"]),
        ("55 undecies", ["55 undecies"], ["55 undecies"]),
        ("\u0661\u066b\u0665", ["\u0661\u066b\u0665"], ["\u0661\u066b\u0665"]),
    ],
)
def test_numbers_and_labels_are_cut_alike(text: str, tokens: list[str], pieces: list[str]) -> None:
    assert words(text) == tokens
    assert parts(text) == pieces


@given(PROSE)
def test_parts_go_through_no_token_border(text: str) -> None:
    """Parts of each token by itself are the parts of the whole text."""
    tokens = [text[a:b] for a, b in word_spans(text)]
    assert [part for token in tokens for part in parts(token)] == parts(text)


@pytest.mark.parametrize("beside", ["", " \u044f", " \u7a93", " \u0e01", " \u20ac"])
@pytest.mark.parametrize("accented", ["\u00e9t\u00e9", "e\u0301te\u0301", "\u00c9T\u00c9"])
def test_accents_on_latin_letters_do_not_count_whatever_stands_beside(accented: str, beside: str) -> None:
    assert parts(accented + beside) == parts("ete" + beside)


def test_a_letter_of_another_script_is_no_accent() -> None:
    assert parts("\u0439") != parts("\u0438")
    assert parts("ti\u1ebfng") == ["tieng"]


def test_a_katakana_word_goes_on_through_a_mark_of_its_own() -> None:
    assert words("\u30ab\u3099\u30e9\u30b9\u306e") == ["\u30ab\u3099\u30e9\u30b9", "\u306e"]


@pytest.mark.parametrize(
    "text",
    [
        "14 000 men and 600,000 or 1.500.000,50",
        "Article 4 bis, 55 quinquies.",
        "a US-led force: 50:50",
        "the party's $100bn, 50% or 10 000%",
        "[shall] [should] (a) withdraw",
    ],
)
def test_git_is_given_the_same_rule(text: str) -> None:
    pattern = posix_token().replace("[:alnum:]", "0-9A-Za-z").replace("[^[:space:]]", r"\S")
    assert [match[0] for match in re.finditer(pattern, text)] == words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stop firing. Withdraw.", ["Stop firing.", "Withdraw."]),
        ("Under Art. 5 it ends.", ["Under Art. 5 it ends."]),
        ("J. Smith and U.S. Steel agree.", ["J. Smith and U.S. Steel agree."]),
        ("See Annex I. The rest stays.", ["See Annex I.", "The rest stays."]),
        ("It ends (“now.”) Then peace.", ["It ends (“now.”)", "Then peace."]),
        ("It ends. and goes on", ["It ends. and goes on"]),
        ("Sie gilt ab 1. Juli. Dann endet sie.", ["Sie gilt ab 1. Juli.", "Dann endet sie."]),
        ("Art. 74 Abs. 1 Nr. 27 gilt.", ["Art. 74 Abs. 1 Nr. 27 gilt."]),
        ("1. über den Zugang", ["1. über den Zugang"]),
        ("(U.S. Steel). Then", ["(U.S. Steel).", "Then"]),
        ("停火。撤军。", ["停火。", "撤军。"]),
        ("Да. Нет! Так? Всё.", ["Да.", "Нет!", "Так?", "Всё."]),
        ("  ", []),
        ("", []),
        ("no stop", ["no stop"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(PROSE.map(lambda text: text.replace(".", ". ")))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    for end, following in boundaries(text):
        assert not text[end:following].strip()
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert "".join("".join(clauses(text)).split()) == "".join(text.split())


def test_clauses() -> None:
    assert clauses("It ends: now; then. Later\nA。B") == ["It ends:", "now;", "then.", "Later", "A。", "B"]


def test_a_stem_is_the_first_letters() -> None:
    assert stem("withdrawal") == stem("withdraws") == "withdr"
    assert stem("war") == "war"


UNITS = st.lists(st.sampled_from("abcd"), max_size=8)


@given(UNITS, UNITS)
def test_equal_texts_are_paired_one_to_one_and_alike_from_both_sides(old: list[str], new: list[str]) -> None:
    pairs = pair_equal(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert len(pairs) == sum(min(len(olds), len(news)) for olds, news in group_equal(old, new))
    assert sorted((i, j) for j, i in pair_equal(new, old)) == sorted(pairs)


@given(UNITS, UNITS)
def test_the_size_in_common_is_that_of_the_matches(old: list[str], new: list[str]) -> None:
    assert common_size(old, new) == sum(size for _, _, size in matches(old, new))
    assert common_size("".join(old), "".join(new)) == common_size(old, new)


@given(UNITS, UNITS)
def test_the_shared_prefix_is_as_long_as_can_be(old: list[str], new: list[str]) -> None:
    size = shared_prefix(old, new)
    assert old[:size] == new[:size]
    assert size == min(len(old), len(new)) or old[size] != new[size]
