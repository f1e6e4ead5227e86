"""What other tools print, read as links: made-up outputs in their formats, one row a rule."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import peer_outputs as outputs
from bench.tables import put

OLD = ["Guns leave the valley.", "Prisoners go home. Families meet."]
NEW = ["Prisoners go home.", "Guns leave the deep valley.", "Families meet."]
words = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=5).map(" ".join)


@given(st.lists(words, min_size=1, max_size=5))
def test_a_text_kept_whole_is_linked_with_itself_and_nothing_changed(texts: list[str]) -> None:
    answer = outputs.from_segments([("keep", "\n\n".join(texts))], texts, texts)
    assert answer.links == {(k, k) for k in range(len(texts))}
    assert not answer.changed


@given(st.lists(words, min_size=1, max_size=5), st.lists(words, min_size=1, max_size=5))
def test_a_text_replaced_whole_is_linked_with_nothing(old: list[str], new: list[str]) -> None:
    answer = outputs.from_segments([("delete", " ".join(old)), ("insert", " ".join(new))], old, new)
    assert not answer.links
    assert answer.changed == set(range(len(old)))


def test_marked_words_of_other_texts_are_refused() -> None:
    with pytest.raises(AssertionError, match="not those of the texts"):
        outputs.from_segments([("keep", "Guns leave.")], OLD, NEW)


def test_a_pair_needs_two_fifths_of_the_shorter_point() -> None:
    segments = [("keep", "aaaa"), ("delete", "bbbbbb"), ("insert", "cccccc")]
    assert outputs.from_segments(segments, ["aaaa bbbbbb"], ["aaaa cccccc"]).links == {(0, 0)}
    segments = [("keep", "aaa"), ("delete", "bbbbbbb"), ("insert", "ccccccc")]
    assert not outputs.from_segments(segments, ["aaa bbbbbbb"], ["aaa ccccccc"]).links


def test_git() -> None:
    printed = (
        "diff --git a/o b/n\n--- a/o\n+++ b/n\n@@ -1,3 +1,5 @@\n+Prisoners go home.\n~\n~\n"
        " Guns leave the\n+deep\n  valley.\n~\n \n~\n-Prisoners go home.\n Families meet.\n~\n"
    )
    answer = outputs.git(printed, OLD, NEW)
    assert answer.links == {(0, 1), (1, 2)}
    assert answer.changed == {0, 1}
    assert not outputs.git("", OLD, OLD).changed


def test_redlines() -> None:
    changes = [
        {"type": "equal", "text": "One \u00b6 two "},
        {"type": "replace", "source_text": "thirteen", "test_text": "fourteen"},
        {"type": "insert", "text": "five"},
    ]
    answer = outputs.redlines(
        json.dumps({"changes": changes}), ["One", "two thirteen"], ["One", "two fourteen", "five"]
    )
    assert answer.links == {(0, 0)}
    assert answer.changed == {1}


def test_governdiff_pairs_in_order_what_it_does_not_list() -> None:
    def blocks(*points: int) -> list[dict[str, int]]:
        return [{"line_start": 2 * point + 1} for point in points]

    changes: list[dict[str, Any]] = [
        {"change_type": "split", "old_blocks": blocks(1), "new_blocks": blocks(0, 2)},
        {"change_type": "removed", "old_blocks": blocks(2), "new_blocks": []},
    ]
    answer = outputs.governdiff(json.dumps({"changes": changes}), [*OLD, "Gone."], NEW)
    assert answer.links == {(0, 1), (1, 0), (1, 2)}
    expected = frozenset[outputs.Named](
        {("unchanged", (0,), (1,)), ("split", (1,), (0, 2)), ("dropped", (2,), ())}
    )
    assert answer.named == expected
    assert answer.changed == {1, 2}


def _row(kind: str, old: tuple[str, str], new: tuple[str, str], pair: str = "") -> str:
    cells = "".join(
        f'<td class="no {side}">{label}<span class="sign">~</span></td><td class="code {name}">{text}</td>'
        for side, name, (label, text) in (("l", "left", old), ("r", "right", new))
    )
    return f'<tr class="{kind} first-change" data-pair="{pair}">{cells}</tr>'


def test_prosediff_links_rows_side_by_side_and_moved_rows_and_passages() -> None:
    gone = '<span class="pv-on"><span class="moved" data-pair="2">Families meet.</span></span>'
    here = '<span class="moved" data-pair="2">Fami\u00adlies meet.</span>'
    report = (
        _row("moved-out", ("1", "Guns leave the valley."), ("", ""), "1")
        + _row("replace", ("3", f"Prisoners go home. {gone}"), ("1", "Prisoners go home."))
        + _row("moved-in", ("", ""), ("3", "Guns leave the <ins>deep</ins> valley."), "1")
        + _row("insert", ("", ""), ("5", here))
    )
    answer = outputs.prosediff(report, OLD, NEW)
    assert answer.links == {(0, 1), (1, 0), (1, 2)}
    assert answer.named is not None
    assert {("edited", (0,), (1,)), ("edited", (1,), (0,))} <= answer.named
    assert answer.changed == {0, 1}


def test_a_table_is_put_in_its_place_again_and_again() -> None:
    page = "a\n<!-- table: x -->\n<!-- end -->\nb\n<!-- table: y -->\nold\n<!-- end -->\n"
    once = put(page, "x", ["| 1 |"])
    assert once == page.replace("<!-- table: x -->\n", "<!-- table: x -->\n\n| 1 |\n\n", 1)
    assert put(once, "x", ["| 1 |"]) == once
    with pytest.raises(KeyError):
        put(page, "z", [])
