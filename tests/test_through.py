"""Counterparts through a third text: siblings, and versions with others between them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from planctl.diff import Comparison, DiffAnswer, Kind, compare
from planctl.lineage import paired_through
from planctl.lineage.pairing import pair
from planctl.models import Plan, Version
from planctl.pages.diff_phrases import trust
from planctl.pages.diff_reasons import reasons
from tests.invented import plan, plans, version

HARBOUR = "The harbour of the northern coast opens to fishing boats of both shores."
REWORDED = "Trawlers may call at any quay, whatever flag they fly."
GRAIN = "Grain ships sail on Tuesdays under the eyes of monitors."


def made(number: str, text: str, *refs: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "text": text, "made_from": refs} | more


def compared(whole: Plan, old: str, new: str) -> Comparison:
    return compare(whole.by_id[old], whole.by_id[new], find=whole.by_id.get)


def links(found: Comparison) -> list[tuple[int, int, bool, str]]:
    return [(k.old, k.new, k.stated, k.via) for part in found.parts for k in part.links]


def siblings(left: Any, right: Any) -> Plan:
    return plan(
        version("v1", HARBOUR, GRAIN),
        version("v2", *left, day=1, made_from=["v1"]),
        version("v3", *right, day=2, made_from=["v1", {"version": "v2", "contested": True}]),
    )


def test_siblings_meet_in_the_text_that_both_were_made_from() -> None:
    whole = siblings([HARBOUR, GRAIN], [made("1", REWORDED, "v1:1"), made("2", GRAIN, "v1:2")])
    found = compared(whole, "v2", "v3")
    assert links(found) == [(0, 0, False, "v1:1"), (1, 1, False, "v1:2")]
    assert [change.kind for change in found.changes] == [Kind.edited, Kind.unchanged]


def test_two_statements_make_a_stated_link() -> None:
    whole = siblings([made("1", HARBOUR, "v1:1")], [made("1", REWORDED, "v1:1")])
    found = compared(whole, "v2", "v3")
    assert links(found) == [(0, 0, True, "v1:1")]
    shown = DiffAnswer(found, whole.header, found.old.version, found.new.version, found.changes)
    assert reasons(shown, found.changes[0]) == ["1 -> 1 stated through v1, both from v1:1"]


def test_statements_reach_across_versions_between() -> None:
    whole = plan(
        version("v1", HARBOUR, GRAIN),
        version("v2", HARBOUR, GRAIN, day=1, made_from=["v1"]),
        version("v3", made("1", REWORDED, "v2:1"), GRAIN, day=2, made_from=["v2"]),
    )
    assert (0, 0, False, "v2:1") in links(compared(whole, "v1", "v3"))


def test_two_doubtful_steps_make_no_link() -> None:
    whole = siblings([HARBOUR], [REWORDED])
    assert links(compared(whole, "v2", "v3")) == []


def test_what_a_file_denies_is_not_linked() -> None:
    whole = siblings([HARBOUR], [made("1", REWORDED, "v1:1", not_from=["v2:1"])])
    assert links(compared(whole, "v2", "v3")) == []


def test_a_unit_with_a_counterpart_gets_no_second_one() -> None:
    whole = siblings([HARBOUR], [made("1", REWORDED, "v1:1"), {"number": "2", "text": HARBOUR}])
    assert links(compared(whole, "v2", "v3")) == [(0, 1, False, "")]


def test_loose_files_know_no_third_text() -> None:
    whole = siblings([HARBOUR], [made("1", REWORDED, "v1:1")])
    found = compare(whole.by_id["v2"], whole.by_id["v3"])
    assert not any(k.via for part in found.parts for k in part.links)


def test_versions_that_are_not_there_are_passed_over() -> None:
    left, right = version("v2", HARBOUR), version("v3", made("1", REWORDED, "v1:1"), day=1)
    assert paired_through(pair(left, right), left, right, lambda _: None, pair).links == ()


@given(plans())
def test_swapping_the_sides_mirrors_the_links(whole: Plan) -> None:
    for old, new in zip(whole.versions, whole.versions[1:], strict=False):
        there, back = (_through(whole, a, b) for a, b in ((old, new), (new, old)))
        assert sorted((n, o, via) for o, n, via in back) == sorted(there)


@given(plans())
def test_no_two_units_get_a_link_that_have_others(whole: Plan) -> None:
    for old in whole.versions:
        for new in whole.versions:
            direct = pair(old, new)
            added = [(o, n) for o, n, via in _through(whole, old, new) if via]
            assert all(o not in direct.by_old or n not in direct.by_new for o, n in added)
            parents = {(b.version, p.version) for b in (old, new) for p in b.made_from}
            if parents & {(old.version, new.version), (new.version, old.version)}:
                assert not any(o in direct.by_old or n in direct.by_new for o, n in added)


def _through(whole: Plan, old: Version, new: Version) -> list[tuple[int, int, str]]:
    found = paired_through(pair(old, new), old, new, whole.by_id.get, pair)
    return [(k.old, k.new, k.via) for k in found.links]


def test_a_unit_that_states_its_origins_gets_those_that_words_do_not_show() -> None:
    """It has one counterpart by its words; by what it was made from it has another."""
    whole = plan(
        version("v1", HARBOUR, GRAIN),
        version("v2", HARBOUR, GRAIN, day=1, made_from=["v1"]),
        version("v3", made("1", f"{HARBOUR} {REWORDED}", "v2:1", "v2:2"), day=2, made_from=["v2"]),
    )
    assert [(o, n) for o, n, _, _ in links(compared(whole, "v1", "v3"))] == [(0, 0), (1, 0)]


def test_that_neither_text_was_made_from_the_other_is_said() -> None:
    whole = siblings([HARBOUR], [HARBOUR])
    apart = plan(version("v1", HARBOUR), version("v2", HARBOUR, day=1))
    for related, graph, ends in (
        (True, whole, ("v1", "v3")),
        (True, whole, ("v3", "v1")),
        (True, whole, ("v2", "v3")),  # contested
        (False, apart, ("v1", "v2")),
    ):
        found = compared(graph, *ends)
        assert found.are_related is related
        shown = DiffAnswer(found, graph.header, *ends, found.changes)
        said = f"By the files neither {ends[0]} nor {ends[1]} was made from the other: "
        assert any(str(line).startswith(said) for line in trust(shown)) is not related


MOORED = "Ships of all sorts lie there."
OPEN = "No vessel is turned away."


@pytest.mark.parametrize("first", ["stated", "by words"])
def test_statements_are_followed_through_any_number_of_versions(first: str) -> None:
    """What is stated step by step is neither dropped nor added, however many versions lie between."""
    second = [made("1", REWORDED, "v1:1")] if first == "stated" else [HARBOUR]
    whole = plan(
        version("v1", HARBOUR, GRAIN),
        version("v2", *second, day=1, made_from=["v1"]),
        version("v3", made("1", MOORED, "v2:1"), day=2, made_from=["v2"]),
        version("v4", made("1", OPEN, "v3:1"), day=3, made_from=["v3"]),
    )
    for old, new in (("v1", "v4"), ("v1", "v3"), ("v2", "v4")):
        there, back = compared(whole, old, new), compared(whole, new, old)
        assert there.changes[0].kind is Kind.edited
        assert [link[:2] for link in links(there)] == [link[:2] for link in links(back)] == [(0, 0)]
    assert all(link[2] is (first == "stated") for link in links(compared(whole, "v1", "v4")))


def test_statements_in_a_circle_end() -> None:
    whole = plan(
        version("v1", HARBOUR),
        version("v2", made("1", REWORDED, "v3:1"), day=1, made_from=["v3"]),
        version("v3", made("1", MOORED, "v2:1"), day=2, made_from=["v2"]),
        version("v4", made("1", OPEN, "v3:1"), day=3, made_from=["v3"]),
    )
    assert links(compared(whole, "v1", "v4")) == []


def test_a_statement_of_a_whole_point_is_followed_item_by_item() -> None:
    items = [{"label": "a", "text": GRAIN}, {"label": "b", "text": HARBOUR}]
    later = [
        {"label": "a", "text": f"{GRAIN} So do ferries."},
        {"label": "b", "text": f"{HARBOUR} At night, too."},
    ]
    last = [
        {"label": "a", "text": OPEN, "made_from": ["v2:1.a"]},
        {"label": "b", "text": MOORED, "made_from": ["v2:1.b"]},
    ]
    whole = plan(
        version("v1", {"number": "1", "items": items}),
        version("v2", made("1", "", "v1:1", items=later), day=1, made_from=["v1"]),
        version("v3", {"number": "1", "items": last}, day=2, made_from=["v2"]),
    )
    assert [link[:2] for link in links(compared(whole, "v1", "v3"))] == [(0, 0), (1, 1)]
