"""Absence has reasons: what may be said of a point without a counterpart, one row a case."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.diff import Basis, Change, Kind, Shown, compare
from planctl.models import Plan, Version
from planctl.page import bare
from planctl.pages.diff_phrases import labels
from planctl.pages.diff_reasons import absences, rests_on
from planctl.pages.diff_substance import substance
from planctl.pages.phrases import absences as of_version
from planctl.pages.twins import apart
from tests.base_plan import lay
from tests.conftest import Ran
from tests.invented import plan, plans, version

Run = Callable[..., Ran]

KEPT = "Weapons are withdrawn from the coastal zone."
GONE = "Grain ships sail on Tuesdays."
RESTATED: dict[str, Any] = {"wording": "restated"}
WHOLE: dict[str, Any] = {"wording": "restated", "complete": True}
NOBODY: dict[str, Version] = {}


def v1(**more: Any) -> Version:
    """The earlier version: two points."""
    return version("v1", KEPT, GONE, **more)


def v2(*points: Any, made_from: Any = ("v1",), **more: Any) -> Version:
    """The later version: the first of the two points, and others."""
    return version("v2", KEPT, *points, day=1, made_from=made_from, **more)


class Case(NamedTuple):
    """Versions of a plan, parents first, those to be compared, and what is said of what one of them lacks."""

    versions: tuple[Version, ...]
    said: str
    old: str = "v1"
    new: str = "v2"
    loose: bool = False


def new_point(text: str = "Fishing boats need a permit.") -> dict[str, Any]:
    return {"number": "9", "text": text}


def left_out(*refs: str, **more: Any) -> list[dict[str, Any]]:
    return [{"refs": list(refs), "evidence": "reported", "sources": ["daily-news"], **more}]


SIBLING = version("v3", KEPT, day=2, made_from=["v1"])
CASES = {
    # what is gone
    "the whole text is known, and was made from the other": Case((v1(), v2()), "2: dropped (full text)"),
    "a restated text that accounts for the whole": Case((v1(), v2(**WHOLE)), "2: dropped (full text)"),
    "a restated text that does not": Case((v1(), v2(**RESTATED)), "2: no counterpart (nothing said)"),
    "a verbatim text of which only a part is known": Case(
        (v1(), v2(complete=False)), "2: no counterpart (nothing said)"
    ),
    "whole, but made from nothing": Case((v1(), v2(made_from=[])), "2: no counterpart (nothing said)"),
    "whole, but that it was made from the other is contested": Case(
        (v1(), v2(made_from=[{"version": "v1", "contested": True}])), "2: no counterpart (nothing said)"
    ),
    "whole, and made from the other through a third": Case(
        (v1(), v2(), version("v3", KEPT, day=2, made_from=["v2"])), "2: dropped (full text)", new="v3"
    ),
    "made from the other through a third, contested on the way": Case(
        (
            v1(),
            v2(made_from=[{"version": "v1", "contested": True}]),
            version("v3", KEPT, day=2, made_from=["v2"]),
        ),
        "2: no counterpart (nothing said)",
        new="v3",
    ),
    "a sibling": Case((v1(), v2(GONE), SIBLING), "2: no counterpart (nothing said)", old="v2", new="v3"),
    "said to be left out": Case(
        (v1(), v2(**RESTATED, left_out=left_out("v1:2"))), "2: dropped (reported, daily-news)"
    ),
    "said to be left out, with nothing but the word of the version": Case(
        (v1(), v2(**RESTATED, left_out=[{"refs": ["v1:2"]}])), "2: dropped (published)"
    ),
    "said to be left out by a sibling": Case(
        (v1(), v2(GONE), version("v3", KEPT, day=2, left_out=left_out("v2:2"))),
        "2: dropped (reported, daily-news)",
        old="v2",
        new="v3",
    ),
    "what it was made from is said to be left out": Case(
        (
            v1(),
            v2({"number": "7", "text": "Grain sails.", "made_from": ["v1:2"]}),
            version("v3", KEPT, day=2, made_from=["v2"], **RESTATED, left_out=left_out("v1:2")),
        ),
        "7: dropped (reported, daily-news)",
        old="v2",
        new="v3",
    ),
    "only one of two that it was made from is said to be left out": Case(
        (
            version("v1", KEPT, GONE, "Grain is weighed."),
            v2({"number": "7", "text": "Grain sails.", "made_from": ["v1:2", "v1:3"]}),
            version("v3", KEPT, day=2, made_from=["v2"], **RESTATED, left_out=left_out("v1:2")),
        ),
        "7: no counterpart (nothing said)",
        old="v2",
        new="v3",
    ),
    "a like point of another version is said to be left out": Case(
        (
            v1(),
            v2(GONE),
            version("v3", KEPT, day=2, made_from=["v2"], **RESTATED, left_out=left_out("v1:2")),
        ),
        "2: no counterpart (nothing said)",
        old="v2",
        new="v3",
    ),
    "no source says": Case((v1(), v2(unseen=["v1:2"])), "2: unseen (no source says)"),
    "no source says of the section that it is part of": Case(
        (
            version("v1", KEPT, sections=[{"label": "Annex", "points": [{"number": "2", "text": GONE}]}]),
            v2(unseen=["v1:Annex"]),
        ),
        "Annex/2: unseen (no source says)",
    ),
    "no source says of what it was made from": Case(
        (
            v1(),
            v2({"number": "7", "text": "Grain sails.", "made_from": ["v1:2"]}),
            version("v3", KEPT, day=2, made_from=["v2"], unseen=["v1:2"]),
        ),
        "7: unseen (no source says)",
        old="v2",
        new="v3",
    ),
    "no source says, before it is said to be left out": Case(
        (v1(), v2(unseen=["v1:2"], left_out=left_out("v1:2"))), "2: unseen (no source says)"
    ),
    "the point is there, and nobody has read it": Case(
        (v1(), v2({"number": "2", "text": "", "unseen": True})), "2: unseen (not read)"
    ),
    "another point is there that was not read for the plan": Case(
        (v1(), v2({"number": "7", "text": "", "unseen": True})), "2: no counterpart (nothing said)"
    ),
    "nobody had read it before": Case(
        (version("v1", KEPT, {"number": "2", "text": "", "unseen": True}), v2()),
        "2: unseen (not read)",
    ),
    "an unread point is not dropped": Case(
        (version("v1", KEPT, {"number": "2", "text": "", "unseen": True}), v2(left_out=left_out("v1:2"))),
        "2: unseen (not read)",
    ),
    "it was inferred before": Case(
        (version("v1", KEPT, {"number": "2", "text": GONE, "evidence": "inferred"}, **WHOLE), v2()),
        "2: unseen (inferred)",
    ),
    "two loose files": Case((v1(), v2(made_from=[])), "2: dropped (full text)", loose=True),
    "two loose files, restated": Case(
        (v1(), v2(made_from=[], **RESTATED)), "2: dropped (full text)", loose=True
    ),
    "two loose files, one of which has not the whole text": Case(
        (v1(), v2(made_from=[], complete=False)), "2: no counterpart (nothing said)", loose=True
    ),
    # what is new
    "made from one that is wholly known": Case(
        (version("v1", KEPT), v2(new_point())), "9: added (published; full text)"
    ),
    "made from one that is known in part": Case(
        (version("v1", KEPT, **RESTATED), v2(new_point())), "9: no counterpart (nothing said)"
    ),
    "a reply, made from nothing": Case(
        (version("v1", KEPT), v2(new_point(), made_from=[])), "9: no counterpart (nothing said)"
    ),
    "new in a loose file": Case(
        (version("v1", KEPT), v2(new_point(), made_from=[])), "9: added (published; full text)", loose=True
    ),
    "new, and only inferred": Case(
        (version("v1", KEPT), v2(new_point() | {"evidence": "inferred"}, **WHOLE)), "9: unseen (inferred)"
    ),
    # there, but not read
    "the same by inference alone": Case(
        (version("v1", KEPT), version("v2", KEPT, day=1, made_from=["v1"], **RESTATED, evidence="inferred")),
        "1: unseen (inferred)",
    ),
    "the same by a report": Case(
        (version("v1", KEPT), version("v2", KEPT, day=1, made_from=["v1"], **RESTATED, evidence="reported")),
        "",
    ),
    "the same in a verbatim text, by inference": Case(
        (version("v1", KEPT), version("v2", KEPT, day=1, made_from=["v1"], evidence="inferred")), ""
    ),
    # the other way round
    "dropped, asked the other way round": Case((v1(), v2()), "2: only in v1 (full text)", old="v2", new="v1"),
    "left out, asked the other way round": Case(
        (v1(), v2(**RESTATED, left_out=left_out("v1:2"))),
        "2: only in v1 (reported, daily-news)",
        old="v2",
        new="v1",
    ),
    "added, asked the other way round": Case(
        (version("v1", KEPT), v2(new_point())), "9: only in v2 (published; full text)", old="v2", new="v1"
    ),
    "no source says, asked the other way round": Case(
        (v1(), v2(unseen=["v1:2"])), "2: unseen (no source says)", old="v2", new="v1"
    ),
    "no counterpart, asked the other way round": Case(
        (v1(), v2(**RESTATED)), "2: no counterpart (nothing said)", old="v2", new="v1"
    ),
    "inferred, asked the other way round": Case(
        (version("v1", KEPT), version("v2", KEPT, day=1, made_from=["v1"], **RESTATED, evidence="inferred")),
        "1: unseen (inferred)",
        old="v2",
        new="v1",
    ),
    "two loose files, the other way round": Case(
        (v1(), v2(made_from=[])), "2: added (published; full text)", old="v2", new="v1", loose=True
    ),
}


def shown(case: Case) -> Shown:
    whole = plan(*case.versions)
    old, new = whole.by_id[case.old], whole.by_id[case.new]
    comparison = compare(old, new, find=None if case.loose else whole.by_id.get)
    return Shown(comparison, whole.header, case.old, case.new, comparison.changes)


def said(case: Case) -> list[str]:
    """``2: dropped (full text)`` of each point that is not simply there."""
    found = shown(case)
    changes = [change for change in found.comparison.changes if change.absence]
    return [f"{_number(found, change)}: {_kind(change)} ({rests_on(found, change)})" for change in changes]


def _number(found: Shown, change: Change) -> str:
    return labels(found.comparison, change).removeprefix("-> ").partition(" -> ")[0].removesuffix("~")


def _kind(change: Change) -> str:
    only = change.absence.holder if change.absence and change.kind is Kind.only else ""
    return f"{change.kind.value} {only}".strip()


@pytest.mark.parametrize("name", CASES)
def test_what_is_said_of_an_absence(name: str) -> None:
    case = CASES[name]
    expected = [case.said] if case.said else []
    both = "another point is there" in name or "the point is there" in name
    found = said(case)
    assert found[: len(expected)] == expected
    assert both or len(found) == len(expected)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            {"left_out": left_out("v1:2", note="Both sides called it settled.")},
            "v2 is said to leave out v1:2 (reported, daily-news): Both sides called it settled.",
        ),
        ({"unseen": ["v1:2"]}, "no source read for this plan says whether v1:2 is still in v2"),
        ({}, ""),
    ],
)
def test_a_remark_says_why(more: dict[str, Any], sentence: str) -> None:
    found = shown(Case((v1(), v2(**RESTATED, **more)), ""))
    (change,) = (change for change in found.comparison.changes if change.absence)
    assert absences(found, change) == ([sentence] if sentence else [])


def test_what_was_not_read_is_said_of_the_plan_and_not_of_the_world() -> None:
    points = [{"number": number, "text": "", "unseen": True} for number in "234"]
    one, three = (v2(*some, unseen=["v1:2", "v1:3"][: len(some)]) for some in (points[:1], points))
    assert of_version("v2", one) == [
        "No source read for this plan says whether v1:2 is still in v2.",
        "2 of v2 was not read for this plan: what it says is not known here.",
    ]
    assert of_version("v2", three) == [
        "No source read for this plan says whether v1:2 and v1:3 are still in v2.",
        "2, 3 and 4 of v2 were not read for this plan: what they say is not known here.",
    ]


def test_a_note_is_not_searched_for_what_is_absent() -> None:
    note = "The parties dropped v1:2 in Geneva; v1:2 is gone."
    assert said(Case((v1(), v2(**RESTATED, note=note)), "")) == ["2: no counterpart (nothing said)"]


ITEMS = [{"label": "a", "text": KEPT}, {"label": "b", "text": GONE}]


@pytest.mark.parametrize(
    ("more", "row"),
    [
        ({}, "v1:1.b no counterpart: TEXT; the rest unchanged"),
        ({"unseen": ["v1:1.b"]}, "1.b unseen: TEXT; the rest unchanged"),
        ({"left_out": left_out("v1:1.b")}, "1.b dropped (reported, daily-news): TEXT"),
        ({"complete": True}, "1.b dropped: TEXT"),
    ],
)
def test_an_item_that_nobody_knows_of_makes_no_edit(more: dict[str, Any], row: str) -> None:
    old = version("v1", {"number": "1", "items": ITEMS})
    new = version("v2", {"number": "1", "items": ITEMS[:1]}, day=1, made_from=["v1"], **{**RESTATED, **more})
    found = shown(Case((old, new), ""))
    (change,) = found.comparison.changes
    assert bare(substance(found, change, apart(old, new))) == row.replace("TEXT", GONE.rstrip("."))
    assert (change.kind is Kind.edited) == ("dropped" in row)


@pytest.mark.parametrize("is_old", [True, False])
def test_of_two_counterparts_the_one_that_was_not_read_is_named(is_old: bool) -> None:
    """Its published counterpart is not called unseen, and its words are not shown as unseen ones."""
    more = {"number": "3", "text": KEPT, "items": [{"label": "a", "text": GONE}]}
    ours = {**RESTATED, "evidence": "inferred"}
    one = {"number": "1", "text": KEPT}
    old = version("v1", one if is_old else more, **(ours if is_old else {}))
    new = version("v2", more if is_old else one, day=1, made_from=["v1"], **({} if is_old else ours))
    found = shown(Case((old, new), ""))
    (change,) = found.comparison.changes
    row = bare(substance(found, change, apart(old, new)))
    assert "1 unseen" in row
    assert KEPT not in row
    assert "opening words" not in row


def test_what_is_inferred_to_be_left_out_is_ascribed_to_no_source() -> None:
    """The source speaks of the first version; that the second had it, too, is inferred."""
    items = [{"label": "a", "text": KEPT}, {"label": "b", "text": GONE, "made_from": ["v1:1.b"]}]
    one = version("v1", {"number": "1", "items": ITEMS})
    two = version(
        "v2", {"number": "1", "items": items}, day=1, made_from=["v1"], evidence="inferred", **RESTATED
    )
    more = {"left_out": left_out("v1:1.b"), **RESTATED}
    three = version("v3", {"number": "1", "items": ITEMS[:1]}, day=2, made_from=["v2"], **more)
    found = shown(Case((one, two, three), "", old="v2", new="v3"))
    (change,) = found.comparison.changes
    assert "1.b dropped (inferred)" in bare(substance(found, change, apart(two, three)))


def test_a_row_says_that_a_point_was_not_read() -> None:
    gap = {"number": "2", "text": "", "unseen": True}
    found = shown(Case((version("v1", KEPT, gap), v2()), ""))
    rows = [
        bare(substance(found, change, apart(*found.comparison[:2]))) for change in found.comparison.changes
    ]
    assert "unseen: not read for this plan" in rows


def test_what_is_said_to_be_left_out_has_no_counterpart_by_its_words() -> None:
    new = version("v2", KEPT, "Grain ships sail on Tuesdays and Fridays.", day=1, made_from=["v1"])
    assert compare(v1(), new).summary.kinds[Kind.edited] == 1
    left = new.model_copy(update={"left_out": v2(left_out=left_out("v1:2")).left_out})
    kinds = [change.kind for change in compare(v1(), left, find={"v1": v1(), "v2": left}.get).changes]
    assert kinds == [Kind.unchanged, Kind.dropped, Kind.added]


def test_a_stated_counterpart_beats_what_is_said_to_be_left_out() -> None:
    kept = {"number": "2", "text": GONE, "made_from": ["v1:2"]}
    found = compare(v1(), v2(kept, left_out=left_out("v1:2")))
    assert [change.kind for change in found.changes] == [Kind.unchanged, Kind.unchanged]


def test_two_states_of_one_file_say_what_the_file_lost() -> None:
    found = compare(v1(**RESTATED), version("v1", KEPT, **RESTATED), find=NOBODY.get)
    assert [(c.kind, c.absence and c.absence.basis) for c in found.changes] == [
        (Kind.unchanged, None),
        (Kind.dropped, Basis.record),
    ]


@st.composite
def kept_plans(draw: st.DrawFn) -> Plan:
    """Invented plans whose files know more or less of their texts, and say of some what became of it."""
    whole = draw(plans())
    versions: list[Version] = []
    for each in whole.versions:
        refs = [f"{v.version}:{p.label}" for v in versions for p in v.provisions]
        some = st.lists(st.sampled_from(refs), max_size=3, unique=True) if refs else st.just([])
        statements = [{"refs": draw(some), "evidence": "reported"}] if draw(st.booleans()) else []
        told = version("x", KEPT, left_out=statements, unseen=draw(some))
        more = {
            "wording": draw(st.sampled_from(list(type(each.wording)))),
            "evidence": draw(st.sampled_from(list(type(each.evidence)))),
            "complete": draw(st.sampled_from((None, True, False))),
            "left_out": told.left_out,
            "unseen": told.unseen,
        }
        versions.append(each.model_copy(update=more))
    return whole.model_copy(update={"versions": tuple(versions)})


@given(kept_plans(), st.data())
def test_nothing_is_lost_and_every_absence_has_its_reason(whole: Plan, data: st.DataObject) -> None:
    versions = [whole.by_id[v.version] for v in whole.versions]
    old, new = data.draw(st.permutations(versions))[:2]
    found = compare(old, new, find={v.version: v for v in versions}.get)
    for side, one in enumerate((old, new)):
        points = [k for change in found.changes for k in (change.old, change.new)[side]]
        assert sorted(points) == list(range(len(one.points)))
    for part in found.parts:
        assert (part.absence is None) <= bool(part.old and part.new)
        is_read = old.unread.isdisjoint(part.old) and new.unread.isdisjoint(part.new)
        assert part.kind is not Kind.unchanged or is_read
    sure = {part.kind for part in found.parts} & {Kind.added, Kind.dropped, Kind.only}
    assert sure <= {Kind.only} or Kind.only not in sure


@given(kept_plans(), st.data())
def test_mirror(whole: Plan, data: st.DataObject) -> None:
    versions = {v.version: v for v in whole.versions}
    old, new = data.draw(st.permutations(list(versions.values())))[:2]
    there, back = (compare(*pair, find=versions.get) for pair in ((old, new), (new, old)))
    stays = {Kind.unseen, Kind.no_counterpart, Kind.unchanged, Kind.edited}
    kinds = {(c.new, c.old): c.kind for c in there.changes}
    assert kinds.keys() == {(c.old, c.new) for c in back.changes}
    for change in back.changes:
        kind = kinds[change.old, change.new]
        assert (kind is change.kind) if kind in stays else (kind is not change.kind or kind is Kind.recast)


@given(kept_plans())
def test_peace(whole: Plan) -> None:
    for one in whole.versions:
        assert {change.kind for change in compare(one, one, find=NOBODY.get).changes} == {Kind.unchanged}


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay(tmp_path)


def test_loose_files_know_what_they_lack_and_a_plan_only_what_it_says(harbour: Path, run: Run) -> None:
    for name, points in (("one", "Grain sails."), ("two", "Boats rest.")):
        (harbour.parent.parent / f"{name}.yaml").write_text(
            f"version: {name}\ntitle: T\ndate: 2025-01-01\ntabled_by: [a]\nwording: restated\n"
            f"evidence: published\npoints:\n  - number: 1\n    text: {points}\n",
            encoding="utf-8",
        )
    found = json.loads(run("diff", "one.yaml", "two.yaml", "--format", "json").out)
    assert [change["kind"] for change in found["changes"]] == ["dropped", "added"]
    assert [change["absence"]["basis"] for change in found["changes"]] == ["full text", "full text"]
    found = json.loads(run("diff", "one.yaml", "v1", "--format", "json").out)
    assert {change["kind"] for change in found["changes"]} == {"no counterpart"}
    only = run("diff", "one.yaml", "v1", "--only", "no-counterpart").out
    assert "no counterpart: nothing says whether it is gone or new" in only
