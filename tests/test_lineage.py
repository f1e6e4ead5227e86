"""Pairing two versions, and tracing provisions back through the version graph."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.errors import BadReference, UnknownName
from planctl.lineage import Pairing, pair, refs
from planctl.lineage.descent import ProvisionKey, descent
from planctl.lineage.tracing import trace
from planctl.models import Plan, Version
from tests.invented import plan, plans, version

ARMY = "Ukraine's armed forces are capped at 600,000 people"
RIVER = "Commerce on the Dnipro river is free of obstruction"
GRAIN = "Grain moves freely across the Black Sea"
COUNCIL = "A Peace Council monitors the agreement"


def found(pairing: Pairing) -> set[tuple[int, int]]:
    return {(link.old, link.new) for link in pairing.links}


def second(*points: Any, **more: Any) -> Version:
    return version("w", *points, day=5, **({"made_from": ["v"]} | more))


@given(plans())
def test_mirror(drawn: Plan) -> None:
    for old in drawn.versions:
        for new in drawn.versions:
            there = {(k.old, k.new, k.similarity, k.stated) for k in pair(old, new).links}
            assert there == {(k.new, k.old, k.similarity, k.stated) for k in pair(new, old).links}


@given(plans())
def test_stated_links_win(drawn: Plan) -> None:
    for new in drawn.versions:
        graph = descent(drawn, new.version)
        for edge in graph.parents(new.version):
            old, links = drawn.by_id[edge.parent], graph.pairing(edge).by_new
            for index, provision in enumerate(new.provisions):
                if provision.made_from is None:
                    continue
                named = [r.unit for r in refs(provision.made_from) if r.version == old.version]
                allowed = {place for unit in named if unit for place in old.find(unit)}
                assert {k.old for k in links.get(index, ())} <= allowed
                assert all(k.stated for k in links.get(index, ()))


@given(plans())
def test_every_stated_ancestor_is_reached(drawn: Plan) -> None:
    for new in drawn.versions:
        for edge in descent(drawn, new.version).parents(new.version):
            old, links = drawn.by_id[edge.parent], pair(drawn.by_id[edge.parent], new).links
            for provision in new.provisions:
                sharing = {
                    i
                    for i, p in enumerate(new.provisions)
                    if (p.point, p.made_from) == (provision.point, provision.made_from)
                }
                if any(new.provisions[i].not_from for i in sharing):
                    continue
                for ref in refs(provision.made_from):
                    places = set(old.find(ref.unit or "")) if ref.version == old.version else set()
                    assert not places or any(k.old in places and k.new in sharing for k in links)


@given(plans())
def test_what_a_person_forbids_is_never_computed(drawn: Plan) -> None:
    for new in drawn.versions:
        for edge in descent(drawn, new.version).parents(new.version):
            old = drawn.by_id[edge.parent]
            for link in pair(old, new).links:
                barred = [r for r in refs(new.provisions[link.new].not_from) if r.version == old.version]
                hit = any(link.old in old.find(r.unit or "") for r in barred)
                assert not hit or link.stated


@given(plans())
def test_peace_between_states_of_one_version(drawn: Plan) -> None:
    for one in drawn.versions:
        alike = {(k.old, k.new) for k in pair(one, one).links}
        texts = [p.text for p in one.provisions]
        assert {(i, i) for i, text in enumerate(texts) if texts.count(text) == 1 and text} <= alike


def test_a_statement_beats_likeness() -> None:
    old = version("v", ARMY, RIVER)
    new = second({"number": "1", "text": ARMY, "made_from": ["v:2"]})
    (link,) = pair(old, new).links
    assert (link.old, link.new, link.stated) == (1, 0, True)
    assert link.similarity < 0.7


def test_an_empty_statement_leaves_no_ancestor() -> None:
    old, new = version("v", ARMY), second({"number": "1", "text": ARMY, "made_from": []})
    assert found(pair(old, new)) == set()
    assert found(pair(new, old)) == set()


def test_a_statement_about_another_version_closes_a_declared_parent() -> None:
    point = {"number": "1", "text": ARMY, "made_from": ["e3:1"]}
    old = version("v", ARMY)
    assert found(pair(old, second(point))) == set()
    assert found(pair(old, second(point, made_from=["e3"]))) == {(0, 0)}


def test_not_from_forbids_one_link_or_a_whole_version() -> None:
    old = version("v", ARMY, ARMY + " in peacetime")
    one = second({"number": "1", "text": ARMY, "not_from": ["v:1"]})
    none = second({"number": "1", "text": ARMY, "not_from": ["v"]})
    assert (0, 0) not in found(pair(old, one))
    assert found(pair(old, none)) == set()


def test_a_point_level_statement_says_where_to_look() -> None:
    items = [{"label": "a", "text": GRAIN}, {"label": "b", "text": RIVER}]
    old = version("v", RIVER, {"number": "2", "text": "Trade:", "items": items})
    new = second({"number": "1", "text": "Commerce:", "items": [items[1], items[0]], "made_from": ["v:2"]})
    pairing = pair(old, new)
    assert {(2, 2), (3, 1)} <= found(pairing)
    assert not [k for k in pairing.links if k.old == 0]
    assert all(k.stated for k in pairing.links)


def test_first_provisions_are_linked_where_nothing_is_alike() -> None:
    old = version("v", {"number": "1", "text": ARMY, "items": [{"label": "a", "text": GRAIN}]}, COUNCIL)
    new = second(COUNCIL, {"number": "2", "text": RIVER, "made_from": ["v:1"]})
    assert found(pair(old, new)) == {(2, 0), (0, 1)}


def test_a_merge_of_two_stated_points() -> None:
    old, new = (
        version("v", GRAIN, ARMY, RIVER),
        second({"number": "1", "text": RIVER, "made_from": ["v:1", "v:3"]}),
    )
    assert found(pair(old, new)) == {(0, 0), (2, 0)}


def test_a_malformed_statement_is_refused_in_our_words() -> None:
    new = second({"number": "1", "text": ARMY, "made_from": ["v:"]})
    with pytest.raises(BadReference, match="is not a reference"):
        pair(version("v", ARMY), new)


@given(plans())
def test_a_lineage_leads_back_only(drawn: Plan) -> None:
    newest = drawn.versions[-1]
    graph = descent(drawn, newest.version)
    place = {v.version: k for k, v in enumerate(graph.versions)}
    lineage = trace(drawn, newest.version, range(len(newest.provisions)), graph=graph)
    assert all(place[s.parent.version] < place[s.child.version] for s in lineage.steps)
    assert all(s.child in lineage.units and s.parent in lineage.units for s in lineage.steps)
    assert {unit.version for unit in lineage.units} <= set(place)
    assert place[newest.version] == len(place) - 1


@given(plans())
def test_steps_are_the_links_of_the_edges(drawn: Plan) -> None:
    newest = drawn.versions[-1]
    graph = descent(drawn, newest.version)
    lineage = trace(drawn, newest.version, range(len(newest.provisions)))
    for edge in graph.parents(newest.version):
        links = {(k.old, k.new) for k in graph.pairing(edge).links}
        steps = {
            (s.parent.provision, s.child.provision)
            for s in lineage.steps
            if (s.parent.version, s.child.version) == (edge.parent, edge.child)
        }
        assert links == steps


@given(plans())
def test_without_contested_edges_only_sure_versions_are_left(drawn: Plan) -> None:
    newest = drawn.versions[-1].version
    sure = descent(drawn, newest).uncontested()
    assert not any(edge.contested for edge in sure.edges)
    assert sure.newest.version == newest
    lineage = trace(drawn, newest, [0], graph=sure)
    assert lineage.sure == set(lineage.units) == trace(drawn, newest, [0]).sure


def diamond(*, contested: bool = True) -> Plan:
    return plan(
        version("v28", RIVER, ARMY, day=0),
        version("e3", RIVER, ARMY.replace("600,000", "800,000"), day=3, made_from=["v28"]),
        version(
            "v19",
            ARMY.replace("600,000", "800,000"),
            RIVER,
            day=3,
            made_from=["v28", {"version": "e3", "contested": contested}],
        ),
        version("v20", RIVER, ARMY.replace("600,000", "800,000"), day=9, made_from=["v19"]),
    )


def test_trace_walks_the_whole_graph_and_marks_what_is_contested() -> None:
    lineage = trace(diamond(), "v20", [1])
    assert lineage.units == (
        ProvisionKey("v20", 1),
        ProvisionKey("v19", 0),
        ProvisionKey("v28", 1),
        ProvisionKey("e3", 1),
    )
    assert [(s.child, s.parent) for s in lineage.steps if s.contested] == [
        (ProvisionKey("v19", 0), ProvisionKey("e3", 1))
    ]
    assert lineage.sure == {ProvisionKey("v20", 1), ProvisionKey("v19", 0), ProvisionKey("v28", 1)}
    assert [s.parent.version for s in lineage.parents(ProvisionKey("e3", 1))] == ["v28"]
    assert lineage.of("v19") == (0,)


def test_a_point_may_name_a_version_that_is_no_parent() -> None:
    drawn = plan(
        version("v", ARMY, RIVER),
        version("x", GRAIN, RIVER, day=1),
        version("w", {"number": "1", "text": GRAIN, "made_from": ["x:1"]}, RIVER, day=2, made_from=["v"]),
    )
    lineage = trace(drawn, "w", [0, 1])
    assert lineage.units == (
        ProvisionKey("w", 0),
        ProvisionKey("w", 1),
        ProvisionKey("v", 1),
        ProvisionKey("x", 0),
    )


def test_a_circle_ends() -> None:
    drawn = plan(version("v", ARMY, made_from=["w"]), version("w", ARMY, day=1, made_from=["v", "w"]))
    assert trace(drawn, "w", [0]).units == (ProvisionKey("w", 0), ProvisionKey("v", 0))
    assert trace(drawn, "v", [0]).units == (ProvisionKey("v", 0), ProvisionKey("w", 0))


def test_an_unknown_version_gets_a_guess() -> None:
    with pytest.raises(UnknownName, match="did you mean v19"):
        trace(diamond(), "v91", [0])


@given(st.integers(1, 60))
def test_a_long_chain_is_walked_to_its_end(length: int) -> None:
    chain = [version("v0", ARMY)]
    chain += [version(f"v{n}", ARMY, day=n, made_from=[f"v{n - 1}"]) for n in range(1, length)]
    assert len(trace(plan(*chain), f"v{length - 1}", [0]).units) == length


def test_items_that_each_name_one_point_are_all_linked_to_it() -> None:
    old = version("old", {"number": "1", "text": "Ships and boats enter the harbour."})
    items = [
        {"label": "a", "text": "Ships enter the harbour.", "made_from": ["old:1"]},
        {"label": "b", "text": "What a rower brings is weighed.", "made_from": ["old:1"]},
    ]
    new = version("new", {"number": "1", "items": items}, made_from=["old"])
    assert [(link.old, link.new, link.stated) for link in pair(old, new).links] == [
        (0, 0, True),
        (0, 1, True),
    ]
