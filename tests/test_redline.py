"""Laws of the redline, and redlines as a reader sees them."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from planctl.redline import (
    CommonRun,
    Segment,
    carried,
    common,
    is_format,
    kept,
    mark,
    mark_units,
    overlaps,
    runs,
    surviving,
)
from planctl.text import matches, tokens, word_count, word_spans, words

ANY = st.text()
PIECES = re.findall(r"\S+", "the of shall not Ukraine NATO 600,000 US-led people , . [ ] e\u0301")
PROSE = st.lists(st.sampled_from([*PIECES, "  ", "\n"]), max_size=40).map(" ".join)
TEXT = ANY | PROSE
MARKS = {"keep": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def side(segments: tuple[Segment, ...], other: str) -> str:
    return "".join(s.text for s in segments if s.kind != other)


def drawn(segments: tuple[Segment, ...]) -> str:
    return "".join(MARKS[s.kind].format(s.text) for s in segments)


@given(TEXT, TEXT)
def test_both_texts_back(old: str, new: str) -> None:
    segments = mark(old, new)
    assert side(segments, "insert") == old
    assert side(segments, "delete") == new


@given(TEXT)
def test_a_text_against_itself_is_kept_whole(text: str) -> None:
    assert mark(text, text) == ((Segment("keep", text),) if text else ())


@given(TEXT, TEXT)
def test_mirror(old: str, new: str) -> None:
    swapped = {"keep": "keep", "delete": "insert", "insert": "delete"}
    turned = [(swapped[s.kind], s.text) for s in mark(new, old)]
    for k in range(len(turned) - 1):
        if (turned[k][0], turned[k + 1][0]) == ("insert", "delete"):
            turned[k], turned[k + 1] = turned[k + 1], turned[k]
    assert [(s.kind, s.text) for s in mark(old, new)] == turned


@given(TEXT, TEXT)
def test_deletion_stands_before_insertion_and_no_segment_is_idle(old: str, new: str) -> None:
    segments = mark(old, new)
    kinds = [s.kind for s in segments]
    assert all(s.text for s in segments)
    assert not [pair for pair in pairwise(kinds) if pair[0] == pair[1]]
    assert ("insert", "delete") not in list(pairwise(kinds))


FORMATTED = st.lists(
    st.sampled_from(
        [
            "the",
            "caf\u00e9",
            "state's",
            "co-ordinated",
            '"reserve"',
            "60 000",
            "\u0439\u043e\u0433\u043e",
            "-",
            "ends",
            ".",
        ]
    ),
    max_size=12,
).map(" ".join)
FORMATS = (
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("'", "\u2019"),
    lambda text: text.replace("-", "\u2010"),
    lambda text: text.replace('"', "\u201c"),
    lambda text: text.replace(" 000", "\u202f000"),
    lambda text: text[:1].upper() + text[1:],
)  # fmt: skip


@given(FORMATTED, st.sets(st.integers(0, len(FORMATS) - 1)), FORMATTED)
def test_what_differs_by_format_survives(text: str, chosen: set[int], more: str) -> None:
    other = text
    for k in sorted(chosen):
        other = FORMATS[k](other)
    for old, new in ((text, other), (other, text)):
        segments = mark(old, new)
        assert side(segments, "insert") == old
        assert side(segments, "delete") == new
        halves = zip(segments, surviving(segments), strict=True)
        assert all(word_count(segment.text) == kept for segment, kept in halves)
    segments = mark(f"{text} . {more}", f"{other} .")
    lost = sum(
        word_count(s.text) - n
        for s, n in zip(segments, surviving(segments), strict=True)
        if s.kind == "delete"
    )
    assert lost <= word_count(more)


@pytest.mark.parametrize(
    ("old", "new", "surviving_words"),
    [
        ("Boats may land.", "boats may land.", 3),
        ("It rains. Boats land.", "It rains; boats land.", 4),
        ("The boats may land.", "The Boats may land.", 3),  # a capital within a sentence is no format
        ("A state\u2019s bank", "A state's vault", 2),
        ("\u201cReserve\u201d is kept", '"Reserve" was kept', 2),
        ("Every boat leaves", "every ship leaves", 2),
    ],
)
def test_words_that_survive(old: str, new: str, surviving_words: int) -> None:
    segments = mark(old, new)
    kept_words = zip(segments, surviving(segments), strict=True)
    assert sum(n for segment, n in kept_words if segment.kind != "insert") == surviving_words


def test_format_is_told_from_words() -> None:
    assert is_format(Segment("delete", "state\u2019s"), Segment("insert", "state's"))
    assert not is_format(Segment("delete", "Boats"), Segment("insert", "boats"))
    assert not is_format(Segment("insert", "a"), Segment("delete", "a"))


@given(TEXT)
def test_words_are_the_text_without_white_space(text: str) -> None:
    assert words(text) == [text[a:b] for a, b in word_spans(text)]
    assert "".join("".join(words(text)).split()) == "".join(text.split())
    assert all(word == word.strip() for word in words(text))


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_both_texts_back_from_several_units(olds: list[str], news: list[str]) -> None:
    found = mark_units(olds, news, separator="\n")
    assert sorted(found.order) == list(range(len(olds)))
    assert found.old == "\n".join(olds[k] for k in found.order) == side(found.segments, "insert")
    assert found.new == "\n".join(news) == side(found.segments, "delete")


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_cut_comparison_finds_true_runs(old: list[str], new: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "_FEW_WORDS", 0)
        patch.setattr(runs, "_MOST_CELLS", 20)
        found = common(old, new)
        assert common(new, old) == [CommonRun(b, a, n) for a, b, n in found]
    i = j = 0
    for run in found:
        assert run.size > 0
        assert run.old >= i
        assert run.new >= j
        assert old[run.old : run.old + run.size] == new[run.new : run.new + run.size]
        i, j = run.old + run.size, run.new + run.size


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("600,000 or 50:50", ["600,000", "or", "50:50"]),
        ("60 000 and 1\u202f200,5 %, 12 1234", ["60 000", "and", "1\u202f200,5", "%", ",", "12", "1234"]),
        ("in 2025 300 came", ["in", "2025", "300", "came"]),
        ("the US-led party's $100, 50%", ["the", "US-led", "party's", "$100", ",", "50%"]),
        ("Article 4 bis, 1/2", ["Article", "4 bis", ",", "1/2"]),
        ("[shall][should]", ["[", "shall", "]", "[", "should", "]"]),
        ("e\u0301tat don’t and/or", ["e\u0301tat", "don’t", "and", "/", "or"]),
        ("停火 now", ["停", "火", "now"]),
        ("दोनों पक्ष।", ["दोनों", "पक्ष", "।"]),
        ("தரப்பினரும் 5", ["தரப்பினரும்", "5"]),
        ("วันที่ 5", ["วั", "น", "ที่", "5"]),
        (" \t\n", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def case(block: str) -> tuple[str, str, str, str]:
    title, old, new, expected = block.strip("\n").split("\n")
    return title, old, new, expected


def cases() -> list[tuple[str, str, str, str]]:
    text = (Path(__file__).parent / "data" / "redline.txt").read_text(encoding="utf8")
    return [case(block) for block in text.split("\n\n")[1:]]


@pytest.mark.parametrize(("title", "old", "new", "expected"), cases(), ids=lambda x: x[:40])
def test_reads_well(title: str, old: str, new: str, expected: str) -> None:
    found = drawn(mark(old.replace("\\n", "\n"), new.replace("\\n", "\n"))).replace("\n", "\\n")
    assert found == expected, title


def test_a_merged_unit_keeps_each_stretch_from_the_text_that_has_it() -> None:
    found = mark_units(
        ["NATO will not expand.", "Russia will not invade neighbours."],
        ["Russia will not invade neighbours and NATO will not expand further."],
    )
    assert found.order == (1, 0)
    assert drawn(found.segments) == (
        "Russia will not invade neighbours[-.\n-]{+ and +}NATO will not expand{+ further+}."
    )


def test_share_of_words_kept() -> None:
    assert kept(mark("a b c d", "a b x")) == 0.5
    assert kept(mark("", "a")) == 1.0
    assert kept(mark("a", "")) == 0.0
    assert kept(()) == 1.0


def test_long_texts_are_cut_and_still_compared() -> None:
    old = "".join(f"w{k % 900} of " for k in range(15_000))
    new = old.replace("w7 ", "x7 ")
    segments = mark(old, new)
    assert side(segments, "insert") == old
    assert side(segments, "delete") == new
    assert kept(segments) > 0.99


_EASY_CHARS = st.characters(max_codepoint=0x2FF, exclude_characters="\u00ad") | st.sampled_from("–—’“”…€₽‑‐")


@given(st.text(_EASY_CHARS))
def test_the_quick_way_to_words_is_the_same_way(text: str) -> None:
    assert words(text) == tokens._any_token().findall(text)


@given(
    TEXT
    | st.lists(
        st.sampled_from(
            ["4 bis", "12\u00a0ter", "1  quater", "3 bison", "60 000", "1\u202f200", "7 1234", "x"]
        )
    ).map(" ".join)
)
def test_words_that_are_remembered_are_those_of_the_whole_text(text: str) -> None:
    assert words(text) == [text[a:b] for a, b in word_spans(text)]


@given(PROSE, st.lists(PROSE, max_size=3), st.booleans())
def test_overlaps_counts_what_common_finds(text: str, others: list[str], large: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "_FEW_WORDS", 0 if large else runs._FEW_WORDS)
        patch.setattr(runs, "_MOST_CELLS", 4 if large else runs._MOST_CELLS)
        found = overlaps(words(text), [words(other) for other in others])
        assert found == [sum(run.size for run in common(words(text), words(other))) for other in others]


@given(st.lists(st.sampled_from("abcdx")), st.lists(st.sampled_from("abcdy")))
def test_python_and_rapidfuzz_find_the_same_runs(old: list[str], new: list[str]) -> None:
    found = [CommonRun(*run) for run in matches(old, new)]
    equal = (op for op in Indel.opcodes(old, new) if op.tag == "equal")
    assert found == [CommonRun(op.src_start, op.dest_start, op.src_end - op.src_start) for op in equal]


@given(st.lists(st.sampled_from("abcdx")), st.lists(st.sampled_from("abcdy")))
def test_in_long_texts_words_of_one_side_alone_are_passed_over(old: list[str], new: list[str]) -> None:
    size = sum(run.size for run in common(old, new))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "_FEW_WORDS", 0)
        found = common(old, new)
        assert common(new, old) == [CommonRun(run.new, run.old, run.size) for run in found]
    assert sum(run.size for run in found) == size
    for run in found:
        assert old[run.old : run.old + run.size] == new[run.new : run.new + run.size]


def test_short_texts_do_without_rapidfuzz() -> None:
    code = "import sys, planctl.redline as r; r.mark('a b c', 'b c d'); assert 'rapidfuzz' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@given(PROSE, PROSE)
def test_runs_that_are_carried_do_not_touch(old: str, new: str) -> None:
    for a, b in pairwise(carried(words(old), words(new))):
        assert (a.old + a.size, a.new + a.size) != (b.old, b.new)


def test_a_run_of_katakana_is_a_word() -> None:
    old, new = "センターのリーダーは議長です。", "コミュニティのメンバーは議長です。"
    assert words("リーダーは") == ["リーダー", "は"]
    assert [(s.kind, s.text) for s in mark(old, new) if s.kind != "keep"] == [
        ("delete", "センター"),
        ("insert", "コミュニティ"),
        ("delete", "リーダー"),
        ("insert", "メンバー"),
    ]
