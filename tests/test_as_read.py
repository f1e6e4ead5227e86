"""A value that one side lacks is a change only where that side is known whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.diff import Change, Fates, Shown, compare, select
from planctl.models import Version
from planctl.page import Redlines, bare
from planctl.pages.diff import PLAIN, points
from planctl.pages.diff_labels import labels_of
from planctl.pages.diff_phrases import survival
from planctl.pages.diff_reasons import rests_on
from planctl.pages.diff_substance import substance
from planctl.pages.kinds import name
from planctl.pages.twins import apart
from planctl.substance import Difference
from tests.invented import plan, version

LONG = "The harbour of the northern coast opens to fishing boats of both shores"
RICH = f"{LONG} after 250 prisoners are freed within 30 days."
POOR = f"{LONG}."
BLANK = f"{LONG} [ ]."
GONE = "Grain ships sail on Tuesdays."
RESTATED: dict[str, Any] = {"wording": "restated"}
REBUILT: dict[str, Any] = {"wording": "reconstructed", "evidence": "reported"}


def seen(old: Version, new: Version, *, loose: bool = False) -> Shown:
    whole = plan(*sorted((old, new), key=lambda v: v.date.earliest))
    comparison = compare(old, new, find=None if loose else whole.by_id.get)
    return Shown(comparison, whole.header, old.version, new.version, comparison.changes)


def row(found: Shown, change: Change) -> str:
    return bare(substance(found, change, apart(found.comparison.old, found.comparison.new)))


def v1(*points: Any, **more: Any) -> Version:
    return version("v1", *points, **more)


def v2(*points: Any, **more: Any) -> Version:
    return version("v2", *points, day=1, made_from=["v1"], **more)


CASES = {
    "verbatim": (v1(RICH), v2(POOR), '- 250 prisoners; - "within 30 days"'),
    "translated": (v1(RICH), v2(POOR, wording="translated"), "- 250 prisoners"),
    "restated, and whole": (v1(RICH), v2(POOR, **RESTATED, complete=True), "- 250 prisoners"),
    "restated": (v1(RICH), v2(POOR, **RESTATED), ": not in v2:1 as read"),
    "verbatim in part": (v1(RICH), v2(POOR, complete=False), ": not in v2:1 as read"),
    "the older one is restated": (v1(POOR, **RESTATED), v2(RICH), ": not in v1:1 as read"),
    "the older one is restated, and whole": (
        v1(POOR, **RESTATED, complete=True),
        v2(RICH, **RESTATED),
        "+ 250 prisoners",
    ),
    "a reconstruction": (v1(RICH), v2(POOR, **REBUILT), ": not in v2:1 as reconstructed"),
    "asked the other way round": (v2(POOR, **RESTATED), v1(RICH), ": not in v2:1 as read"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_value_that_one_side_lacks(case: str) -> None:
    old, new, said = CASES[case]
    found = seen(old, new)
    (change,) = found.comparison.changes
    text = row(found, change)
    assert said in text
    assert "250 prisoners" in text
    assert (": not in" in text) == (": not in" in said)
    assert not (": not in" in said and ("- 250" in text or "+ 250" in text))


@pytest.mark.parametrize("blank", ["[ ]", "[date]", "[___]"])
@pytest.mark.parametrize("is_old", [True, False])
def test_nothing_is_said_against_a_blank_of_a_reconstruction(blank: str, is_old: bool) -> None:
    text = f"{LONG} {blank}."
    found = seen(v1(text, **REBUILT), v2(RICH)) if is_old else seen(v1(RICH), v2(text, **REBUILT))
    (change,) = found.comparison.changes
    said = row(found, change)
    assert "words not known" in said
    assert not any(sign in said for sign in ("- 250", "+ 250", "not in"))


def test_what_is_not_known_are_the_words_of_the_blank() -> None:
    ours, theirs = (
        "The fleet of the northern harbour: [ ]",
        "The fleet of the northern harbour stays at 40 ships.",
    )
    for old, new, said in (
        (v1(ours, **REBUILT), v2(theirs), "[ ] (words not known) -> stays at 40 ships"),
        (v1(theirs), v2(ours, **REBUILT), "stays at 40 ships -> [ ] (words not known)"),
    ):
        found = seen(old, new)
        assert row(found, found.comparison.changes[0]) == said


def test_a_blank_of_the_parties_is_text() -> None:
    found = seen(v1(BLANK), v2(POOR))
    (change,) = found.comparison.changes
    assert row(found, change) == '- placeholder "[ ]"'


def test_loose_files_and_states_of_one_file_have_their_whole_texts() -> None:
    loose = seen(v1(RICH, **RESTATED), v2(POOR, **RESTATED), loose=True)
    assert "- 250 prisoners" in row(loose, loose.changes[0])
    record = compare(v1(RICH, **RESTATED), v1(POOR, **RESTATED), find=None)
    assert not any(d.absent for part in record.parts for d in part.differences)
    part = seen(v1(RICH), v2(POOR, complete=False), loose=True)
    assert ": not in v2:1 as read" in row(part, part.changes[0])


@given(
    st.sampled_from(["verbatim", "translated", "restated", "reconstructed"]),
    st.sampled_from([None, True, False]),
    st.sampled_from([RICH, POOR, BLANK]),
    st.sampled_from([RICH, POOR, BLANK]),
)
def test_no_absence_is_a_term_of_a_text_that_is_not_whole(
    wording: str, complete: bool | None, old: str, new: str
) -> None:
    later = v2(new, wording=wording, complete=complete)
    there, back = seen(v1(old), later), seen(later, v1(old))
    for found, lacks in ((there, "new"), (back, "old")):
        for part in found.comparison.parts:
            rows = [d for d in part.differences if getattr(d, lacks) is None and not d.change]
            assert later.accounts_for_all or all(d.absent for d in rows)
            assert part.equal or part.differences
    mirrored = [
        sorted((d.kind, d.absent) for p in s.comparison.parts for d in p.differences) for s in (there, back)
    ]
    assert mirrored[0] == mirrored[1]


ITEMS = [{"label": "a", "text": POOR}, {"label": "b", "text": "Grain ships sail on Tuesdays."}]
OTHER = "Weapons are withdrawn from the coastal zone."
OTHER_POINT = {"number": "2", "text": OTHER}
FERRY = {"number": "3", "text": "Ferries sail at dawn and at dusk."}


def test_a_point_gone_but_for_some_items_is_dropped_in_part() -> None:
    left = [{"refs": ["v1:1.a"], "evidence": "reported", "sources": ["daily-news"]}]
    found = seen(v1({"number": "1", "items": ITEMS}), v2(OTHER, **RESTATED, left_out=left, unseen=["v1:1.b"]))
    change = next(change for change in found.comparison.changes if change.old)
    assert name(change) == "dropped in part"
    assert rests_on(found, change) == "reported; no source says"
    assert row(found, change) == (
        f"1.a dropped (reported, daily-news): {LONG}; 1.b unseen: Grain ships sail on Tuesdays"
    )
    for kind in ("dropped", "unseen"):
        assert change in select(found.comparison, only=[kind])
    assert change not in select(found.comparison, only=["no-counterpart"])


@pytest.mark.parametrize(
    ("more", "said"), [({"unseen": ["v1:1.b"]}, "unseen in part"), ({}, "no counterpart in part")]
)
def test_a_point_with_known_items_is_unknown_in_part(more: dict[str, Any], said: str) -> None:
    found = seen(
        v1({"number": "1", "items": ITEMS}), v2({"number": "1", "items": ITEMS[:1]}, **RESTATED, **more)
    )
    assert name(found.comparison.changes[0]) == said


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ({"evidence": "reported", "sources": ["daily-news"]}, "reported, daily-news; full text"),
        ({"evidence": "inferred"}, "inferred; full text"),
        ({}, "published; full text"),
    ],
)
def test_what_was_added_shows_its_own_evidence(point: dict[str, Any], said: str) -> None:
    found = seen(v1(OTHER), v2(OTHER, {"number": "2", "text": POOR, **point}))
    (change,) = (change for change in found.comparison.changes if not change.old)
    assert rests_on(found, change) == said


def test_what_is_left_out_of_an_inferred_text_is_dropped_by_inference() -> None:
    left = [{"refs": ["v1:1"], "evidence": "published", "sources": ["daily-news"]}]
    found = seen(v1(POOR, **REBUILT | {"evidence": "inferred"}), v2(OTHER, left_out=left))
    change = next(change for change in found.comparison.changes if change.old)
    assert rests_on(found, change) == "inferred"


def test_a_disagreement_stands_beside_the_evidence() -> None:
    found = seen(v1(RICH), v2({"number": "1", "text": POOR, "note": "Reports disagree on the number."}))
    assert rests_on(found, found.comparison.changes[0]) == "published; reports disagree"


MERGED = "The harbour opens to all ships of the north. Grain ships sail from it on Tuesdays."
MADE = {"number": "1", "text": MERGED, "made_from": ["v1:1", "v1:2"]}
HALVES = "The harbour opens to some ships of the north.", "Grain ships sail from it on Mondays."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (v1(POOR, **REBUILT | {"evidence": "inferred"}), v2(RICH)),
        (v1(POOR), v2(RICH, **RESTATED, evidence="inferred")),
        (v1(*HALVES, **REBUILT | {"evidence": "inferred"}), v2(MADE)),
        (v1(*HALVES), v2(MADE, **RESTATED, evidence="inferred")),
    ],
)
def test_what_is_only_inferred_bears_no_marks(old: Version, new: Version) -> None:
    blocks = [block for block in points(seen(old, new), PLAIN) if isinstance(block, Redlines)]
    strands = [strand for block in blocks for row in block.rows for strand in row.strands]
    assert {segment.kind for strand in strands for segment in strand.segments} == {"keep"}
    assert [strand.label for strand in strands] == ["v1", "v2"]


def test_what_was_read_on_both_sides_is_marked() -> None:
    blocks = [block for block in points(seen(v1(*HALVES), v2(MADE)), PLAIN) if isinstance(block, Redlines)]
    kinds = {
        s.kind for block in blocks for row in block.rows for strand in row.strands for s in strand.segments
    }
    assert kinds == {"keep", "insert", "delete"}


def test_a_label_that_both_sides_have_is_named_with_its_version() -> None:
    old = v1({"number": "1", "items": [ITEMS[0], {"label": "b", "text": OTHER}]})
    new = v2({"number": "1", "items": ITEMS}, **RESTATED, unseen=["v1:1.b"])
    found = seen(old, new)
    assert row(found, found.comparison.changes[0]) == (
        "v1:1.b unseen: Weapons are withdrawn from the coastal zone; 1.b added: Grain ships sail on Tuesdays"
    )


def test_opening_words_are_named_with_their_point() -> None:
    item = {"label": "a", "text": OTHER}
    old = v1({"number": "1", "items": [item]}, **RESTATED)
    new = v2({"number": "7", "text": POOR, "items": [item]}, **RESTATED)
    found = seen(old, new)
    assert row(found, found.comparison.changes[0]).startswith(
        "opening words of v2:7 no counterpart: The harbour"
    )


def test_opening_words_of_several_points_are_told_apart() -> None:
    old = v1({"number": "1", "text": f"{POOR} {GONE}", "items": [{"label": "a", "text": OTHER}]})
    new = v2(
        {"number": "8", "text": RICH, "items": [{"label": "a", "text": OTHER}], "made_from": ["v1:1"]},
        {"number": "9", "text": "Grain ships sail on Mondays.", "items": [ITEMS[0]], "made_from": ["v1:1"]},
    )
    found = seen(old, new)
    said = row(found, found.comparison.changes[0])
    assert "opening words of 8 added: The harbour" in said


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("in peacetime", '"in peacetime"'),
        ('the "line of contact" stays', "\"the 'line of contact' stays\""),
        ('stand": in Donetsk', '"stand: in Donetsk"'),
    ],
)
def test_marks_within_quoted_words_close_no_quotation(words: str, shown: str) -> None:
    assert Difference("wording", None, words, absent="not in v1 as read").words == shown
    assert Difference("qualifier", words, None).summary == f"- {shown}"
    assert Difference("wording", words, "now").summary == f'{shown} -> "now"'


def test_a_gap_names_the_provision_that_has_it() -> None:
    items = [{"label": "a", "text": OTHER}]
    old = v1({"number": "4", "text": RICH, "items": items})
    new = v2({"number": "5", "text": POOR, "items": items}, **RESTATED)
    found = seen(old, new)
    said = row(found, found.comparison.changes[0])
    assert said.endswith(": not in the opening words of v2:5 as read")
    assert said.startswith('250 prisoners, "within 30 days"')


def test_the_values_of_a_provision_without_a_counterpart_are_no_change() -> None:
    gone = "250 prisoners are freed within 30 days."
    cases = (
        (v1(OTHER, gone), v2(OTHER), "- 250 prisoners"),
        (v1(OTHER, gone), v2(OTHER, **RESTATED), "250 prisoners: in a provision without a counterpart"),
        (
            v1(OTHER, gone),
            v2(OTHER, **RESTATED, unseen=["v1:2"]),
            "250 prisoners: in a provision that is unseen",
        ),
        (v2(OTHER, gone), v1(OTHER), "250 prisoners: in a provision only in v2"),
        (v1(OTHER), v2(OTHER, gone), "+ 250 prisoners"),
    )
    for old, new, said in cases:
        found = seen(old, new).comparison
        (part,) = (part for part in found.parts if not (part.old and part.new))
        assert said in [d.summary for d in part.differences]


def test_what_is_known_of_the_old_provisions_is_counted_apart() -> None:
    old = v1(LONG, OTHER, GONE, "Mines are cleared.")
    guess = [{"number": "1", "text": LONG, "evidence": "inferred"}, OTHER_POINT, FERRY]
    cases: tuple[tuple[list[Any], list[str], str], ...] = (
        (
            [OTHER_POINT, FERRY],
            [],
            "1 of v1's 4 provisions has a counterpart in v2 without a reported change;",
        ),
        (
            guess,
            [],
            "2 of v1's 4 provisions have a counterpart in v2 without a reported change, 1 of them by",
        ),
        (guess[:1], [], "1 of v1's 4 provisions has a counterpart in v2 without a reported change, all by"),
        ([FERRY], ["v1:1"], "None of v1's 4 provisions is known to be in v2 unchanged;"),
    )
    for points_, unseen, said in cases:
        found = seen(old, v2(*points_, **RESTATED, unseen=unseen))
        assert survival(found).startswith(said)
        assert survival(found).endswith(" is not known")
        known = found.comparison.summary.fates
        assert known == Fates(*map(sum, zip(*(c.fates for c in found.changes), strict=True)))


def test_what_is_dropped_by_inference_bears_no_marks() -> None:
    guess = v1(POOR, GONE, **REBUILT | {"evidence": "inferred"})
    new = v2(POOR, left_out=[{"refs": ["v1:2"], "evidence": "inferred"}])
    blocks = [block for block in points(seen(guess, new), PLAIN) if isinstance(block, Redlines)]
    kinds = {
        s.kind for block in blocks for line in block.rows for strand in line.strands for s in strand.segments
    }
    assert kinds == {"keep"}


def test_opening_words_of_two_points_are_named_once() -> None:
    item = {"label": "a", "text": OTHER}
    both = v2({"number": "8", "text": RICH, "items": [item]}, {"number": "9", "text": POOR, "items": ITEMS})
    leads = [k for k, each in enumerate(both.provisions) if each.item is None]
    assert labels_of(both, leads, "v2:") == ["opening words of v2:8 and 9"]
    assert labels_of(both, [*leads, 1]) == ["opening words of 8 and 9", "8.a"]
    assert labels_of(both, leads[:1]) == ["opening words"]
