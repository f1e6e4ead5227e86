"""Traps: small plans in which a simple likeness goes wrong, and what alignment makes of them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bench.align_quality import calibration, false_changes, measure
from bench.plans import revise
from planctl.alignment import align
from planctl.alignment.edited_copies import nothing_replaced
from planctl.text import normalise, parts, sentences

PLAN = (
    "The parties cease fire along the whole front.",
    "Prisoners are exchanged, all for all, at the bridge.",
    "The dam at Sola is run by engineers of both parties.",
    "The dam at Pelm is run by engineers of both parties.",
    "Grain leaves the port free of duty.",
    "Any dispute goes to arbitration.",
    "A referendum on the status of the island takes place within a year.",
)
SAME = {(k, k) for k in range(7)}


def links(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    return {(link.old, link.new) for link in align(old, new).links}


def changed(**texts: str) -> list[str]:
    return [texts.get(f"p{k}", text) for k, text in enumerate(PLAN)]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(changed(p0="The parties cease fire along the entire front."), SAME, id="a word changed"),
        pytest.param(changed(p4="Grain does not leave the port free of duty."), SAME, id="negated"),
        pytest.param(
            changed(p6="A referendum on the island's status takes place in two years."), SAME, id="deadline"
        ),
        pytest.param([PLAN[6], *PLAN[:6]], {(6, 0), *((k, k + 1) for k in range(6))}, id="last put first"),
        pytest.param(
            [*PLAN[:2], *PLAN[3:]], {(0, 0), (1, 1), *((k, k - 1) for k in range(3, 7))}, id="twin dropped"
        ),
        pytest.param([*PLAN[:3], *PLAN[3:], PLAN[1]], {*SAME, (1, 7)}, id="copied"),
        pytest.param([*PLAN, "Police escort the trucks of the relief agency."], SAME, id="added"),
        pytest.param([], set(), id="nothing left"),
    ],
)
def test_small_plans(new: list[str], expected: set[tuple[int, int]]) -> None:
    assert links(list(PLAN), new) == expected


def test_a_figure_or_the_roles_changed_alone_are_still_the_same_point() -> None:
    old = ["The armed forces are limited to 600,000 people.", "Norland pays Veskia 3 billion dollars."]
    new = ["The armed forces are limited to 800,000 people.", "Veskia pays Norland 3 billion dollars."]
    assert links(old, new) == {(0, 0), (1, 1)}


def test_common_words_make_no_link() -> None:
    old = ["The parties shall meet in the capital.", *PLAN]
    assert links(old, [*PLAN, "The parties shall refrain from the use of force."]) == {
        (k + 1, k) for k in range(7)
    }


def test_a_text_of_one_point_makes_nothing_sure() -> None:
    """With nothing to compare with, every word is rare."""
    found = align(["The parties meet in the capital."], ["The parties refrain from the use of force."])
    assert all(link.similarity < 0.8 for link in found.links)
    assert not align(["Guns stay."], ["Guns go home.", "Talks."]).links


def test_one_phrase_that_stands_everywhere_is_paired_once_each() -> None:
    found = sorted(links(["Deleted."] * 5, ["Deleted."] * 3))
    assert [j for _, j in found] == [0, 1, 2]
    assert len({i for i, _ in found}) == 3
    assert links(["Deleted."] * 300, ["Deleted."] * 300) == {(k, k) for k in range(300)}


def test_what_was_modelled_on_another_is_near_it_and_no_link() -> None:
    found = align(PLAN, [*PLAN, PLAN[6].replace("island", "city")])
    assert {(link.old, link.new) for link in found.links} == SAME
    assert [(link.old, link.new) for link in found.near] == [(6, 7)]


def test_a_copy_with_words_put_in_and_left_out_is_a_copy() -> None:
    """Where none is replaced, one text stands twice; where a place is, one was modelled on the other."""
    text = "A referendum on the status {} of the {} takes place within a year."
    edited, modelled = text.format("at all times", "island"), text.format("at all times", "city")
    assert links(list(PLAN), [*PLAN, edited]) == {*SAME, (6, 7)}
    assert links([*PLAN, edited], list(PLAN)) == {*SAME, (7, 6)}
    assert links(list(PLAN), [*PLAN, modelled]) == SAME
    assert {(link.old, link.new) for link in align(PLAN, [*PLAN, edited], threshold=0.9).links} == SAME


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the port opens", "the port opens", True),
        ("the port opens", "the port opens at once", True),
        ("at once the port opens", "the port of Sola opens", True),
        ("the port of Sola opens", "the port of Pelm opens", False),
        ("within 30 days", "within 60 days", False),
        ("the port", "", True),
    ],
)
def test_whether_words_are_replaced_or_only_put_in_and_left_out(one: str, other: str, expected: bool) -> None:
    assert nothing_replaced(one.split(), other.split()) is expected
    assert nothing_replaced(other.split(), one.split()) is expected


def test_empty_texts_are_equal_and_like_nothing_else() -> None:
    assert links(["", "A port."], ["", "Harbours."]) == {(0, 0)}
    assert links([], []) == set()
    assert links(["", ""], ["Peace."]) == set()


def test_scripts_without_spaces_are_read() -> None:
    assert links(["双方立即停火。", "战俘全部交换。"], ["战俘在边境全部交换。", "双方应立即停火。"]) == {
        (0, 1),
        (1, 0),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("दोनों पक्ष, 2.5", ["दोनों", "पक्ष", "2.5"]),
        ("Сторони\u0301 негайно", ["сторони", "негайно"]),
        ("إطلاقُ النّار", ["إطلاق", "النار"]),
        ("می\u200cخواهد", ["میخواهد"]),
        ("İstanbul", ["istanbul"]),
        ("停火", ["停", "火"]),
        ("30天", ["30", "天"]),
    ],
)
def test_words_of_other_scripts(text: str, expected: list[str]) -> None:
    """Signs that a script needs belong to the word; those that writers leave out do not count."""
    assert parts(normalise(text)) == expected


@pytest.mark.parametrize("end", ["।", "؟", "。", "։", "።"])
def test_sentences_of_other_scripts(end: str) -> None:
    one, other = "а" * 30 + end, "б" * 30 + end
    assert sentences(f"{one} {other}") == [one, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\r\nc", "a b c"),
        ("the party\u2019s \u201cview\u201d", 'the party\'s "view"'),
        ("2025\u20132026 \u2014 then", "2025-2026 - then"),
        ("caf\u00e9", "cafe\u0301"),
        ("co\u00adoperation\u200b\u2026", "cooperation..."),
    ],
)
def test_format_only(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)
    assert [link.similarity for link in align([one], [other]).links] == [1.0]


@pytest.mark.parametrize(
    ("one", "other"), [("Shall", "shall"), ("a, b", "a b"), ("1.5", "15"), ("not so", "so")]
)
def test_words_case_and_points_are_no_format(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_reasons_name_what_was_kept_and_who_comes_next() -> None:
    (why,) = [link.why for link in align(list(PLAN), list(PLAN[:3])).links if link.old == 2]
    assert why is not None
    assert (why.kept_old, why.kept_new, why.likeness) == (1.0, 1.0, 1.0)
    assert "sola" in why.rare
    assert 0 < why.gap <= 1


def test_a_single_letter_is_no_word_to_name() -> None:
    """Words that are written together with an apostrophe leave one behind."""
    (link,) = align(["Norland's army keeps a depot"], ["The army of Norland's coast keeps a depot"]).links
    assert link.why is not None
    assert link.why.rare == ("army", "depot", "keeps", "norland")


def test_a_stated_link_outside_the_texts_is_refused() -> None:
    with pytest.raises(IndexError, match=r"\(0, 3\)"):
        align(["a"], ["b"], stated=[(0, 3)])


def test_generated_plans_are_aligned_and_named() -> None:
    tally = measure(revise(seed) for seed in range(12))
    hit, found, right = (tally.links[key] for key in ("hit", "found", "right"))
    assert 2 * hit / (found + right) >= 0.98
    assert tally.relations[True] / tally.relations.total() >= 0.98
    assert calibration(tally.chances) <= 0.05


def test_freely_reworded_plans_are_mostly_aligned() -> None:
    tally = measure(revise(seed, reworded=True) for seed in range(12))
    assert 2 * tally.links["hit"] / (tally.links["found"] + tally.links["right"]) >= 0.88


def test_renumbering_is_no_change() -> None:
    assert false_changes(40) == 0


def test_the_large_libraries_are_not_needed() -> None:
    script = (
        "import sys, json; from planctl.alignment import align; "
        "align(['a b c'] * 3 + ['d'], ['a b c e', 'd f']); "
        "print(json.dumps([m for m in ('numpy', 'scipy', 'sklearn', 'snowballstemmer') if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
