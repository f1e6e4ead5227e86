"""Counterparts through a third text: siblings, and versions with others between them."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from planctl.diff import Comparison, Kind, Shown, compare
from planctl.lineage import paired_through
from planctl.lineage.pairing import pair
from planctl.models import Plan, Version
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
    shown = Shown(found, whole.header, found.old.version, found.new.version, found.changes)
    assert reasons(shown, found.changes[0]) == ["1 -> 1 stated through v1:1"]


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
def test_only_units_without_a_link_get_one(whole: Plan) -> None:
    for old in whole.versions:
        for new in whole.versions:
            direct = {(k.old, k.new) for k in pair(old, new).links}
            added = [(o, n) for o, n, via in _through(whole, old, new) if via]
            assert not {o for o, _ in added} & {o for o, _ in direct}
            assert not {n for _, n in added} & {n for _, n in direct}


def _through(whole: Plan, old: Version, new: Version) -> list[tuple[int, int, str]]:
    found = paired_through(pair(old, new), old, new, whole.by_id.get, pair)
    return [(k.old, k.new, k.via) for k in found.links]
