"""Whose words and whose terms: brackets, disputed origins, restated texts, and points that add up."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.blame import assign, divide
from planctl.blame.share import share_history
from planctl.blame.terms import Term
from planctl.models import Plan, Version
from planctl.pages.share_phrases import POINTS_MEANING
from tests.base_plan import change, lay
from tests.conftest import Ran
from tests.invented import plan, plans, version

Run = Callable[..., Ran]
RESTATED: dict[str, Any] = {"wording": "restated"}
PARTIES = [
    {"id": "a", "name": "Northland"},
    {"id": "b", "name": "Southland"},
    {"id": "c", "name": "Mediator"},
    {"id": "n-envoys", "name": "Envoys of Northland", "part_of": "a"},
]
DAYS = "Ships wait [Northland: thirty] [Southland: sixty] days before they enter the harbour."


def whose(whole: Plan, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words of a version, each stretch with the parties whose it is."""
    points = assign(whole, name).points
    return [(s.text.strip(), s.parties) for p in points for each in p.provisions for s in each.stretches]


def of(whole: Plan, *versions: str) -> dict[str, list[Term]]:
    """The terms of a version's provisions, by their labels."""
    blame = assign(whole, versions[0])
    return {each.provision.label: list(each.terms) for point in blame.points for each in point.provisions}


def first(terms: list[Term]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(term.text, term.first[0].unit.version, term.first[0].parties) for term in terms]


def test_words_in_an_attributed_bracket_are_that_partys() -> None:
    one = version("v1", DAYS, tabled_by=["c"])
    two = version(
        "v2", DAYS.replace("[Northland: thirty] [Southland: sixty]", "sixty"), day=1, made_from=["v1"]
    )
    whole = plan(one, two, parties=PARTIES)
    assert whose(whole, "v1") == [
        ("Ships wait", ("c",)),
        ("[Northland: thirty]", ("a",)),
        ("", ("c",)),
        ("[Southland: sixty]", ("b",)),
        ("days before they enter the harbour.", ("c",)),
    ]
    assert ("sixty", ("b",)) in whose(whole, "v2")
    share = divide(whole, assign(whole, "v2"))
    assert {row.party: row.alone for row in share.by_party} == {"b": 1, "c": 8}


def test_a_name_that_is_no_party_attributes_nothing() -> None:
    whole = plan(version("v1", "Ships wait [Note: thirty] days.", tabled_by=["c"]), parties=PARTIES)
    assert {parties for _, parties in whose(whole, "v1")} == {("c",)}


def test_the_keepers_signs_are_nobodys_in_a_restated_text_and_the_parties_in_a_verbatim_one() -> None:
    text = "Ships [may] wait (a) in the bay and (b) at [ ] the pier."
    ours = plan(version("v1", text, **RESTATED), parties=PARTIES)
    signs = [text for text, parties in whose(ours, "v1") if not parties]
    assert signs == ["[", "]", "(a)", "(b)", "[ ]"]
    theirs = plan(version("v1", text), parties=PARTIES)
    assert {parties for _, parties in whose(theirs, "v1")} == {("a",)}


def test_a_point_that_somebody_else_tabled_is_theirs() -> None:
    whole = plan(
        version("v1", {"number": "1", "text": "Ships wait.", "tabled_by": ["b"]}, "Boats rest.", **RESTATED),
        parties=PARTIES,
    )
    assert [first(terms)[0][2] for terms in of(whole, "v1").values()] == [("b",), ("a",)]


def claim(id_: str, about: str, *authors: str) -> dict[str, Any]:
    return {
        "id": id_,
        "date": "2025-01-05",
        "by": "X",
        "says": "Y",
        "about": [about],
        "credits": list(authors),
    }


@pytest.mark.parametrize(
    ("claims", "origin", "contested"),
    [
        ([], None, None),
        ([], "contested", ()),
        ([claim("C1", "v1", "b")], None, ("C1",)),
        ([claim("C1", "v1:1", "b"), claim("C2", "v1:2", "c")], None, ("C1",)),
        ([claim("C1", "v1", "a")], None, None),
        ([claim("C1", "v1", "n-envoys")], None, None),
        ([claim("C2", "v1", "a", "b"), claim("C1", "v1:1", "c")], "contested", ("C2", "C1")),
    ],
)
def test_a_disputed_origin_has_the_claims_that_say_otherwise(
    claims: list[dict[str, Any]], origin: str | None, contested: tuple[str, ...] | None
) -> None:
    one = version("v1", "Ships wait.", "Boats rest.", origin=origin, **RESTATED)
    (term,) = of(plan(one, parties=PARTIES, claims=claims), "v1")["1"]
    contest = term.first[0].contest
    assert (contest.claims if contest else None) == contested


def chain(middle: dict[str, Any], *, contested: bool = False) -> Plan:
    """A cap of 600 ships that became one of 800, by way of a version about which little is known."""
    cap = "The fleet is capped at {} ships."
    return plan(
        version("v1", {"number": "1", "heading": "Fleet", "text": cap.format(600)}, **RESTATED),
        version(
            "v2",
            {"number": "1", "heading": "Fleet", "text": cap.format(middle.pop("ships"))},
            day=1,
            made_from=[{"version": "v1", "contested": contested}],
            tabled_by=["b"],
            **middle,
        ),
        version(
            "v3",
            {"number": "1", "heading": "Fleet", "text": cap.format(800)},
            day=2,
            made_from=["v2"],
            tabled_by=["c"],
            **RESTATED,
        ),
        parties=PARTIES,
    )


def test_a_provision_has_a_row_and_so_has_each_value_that_changed() -> None:
    terms = of(chain({"ships": 800, **RESTATED}), "v3")["1"]
    assert first(terms) == [("Fleet", "v1", ("a",)), ("800 ships", "v2", ("b",))]
    assert [term.last for term in terms] == ["v2", "v2"]
    same = of(chain({"ships": 800, **RESTATED}), "v2")["1"]
    assert [term.kind for term in same] == ["provision", "figure"]


def test_what_a_reconstruction_infers_is_no_text_that_has_a_term() -> None:
    guess = {"ships": 800, "wording": "reconstructed", "evidence": "inferred"}
    provision, value = of(chain(guess), "v3")["1"]
    assert first([provision, value]) == [("Fleet", "v1", ("a",)), ("800 ships", "v3", ("c",))]
    assert [unit.version for unit in provision.through] == ["v2"]
    assert [unit.version for unit in value.unread] == ["v2"]


def test_a_report_on_a_reconstruction_counts_and_the_line_is_not_traced_through_it() -> None:
    report = {"ships": 800, "wording": "reconstructed", "evidence": "reported"}
    provision, value = of(chain(report), "v3")["1"]
    assert first([provision, value]) == [("Fleet", "v1", ("a",)), ("800 ships", "v2", ("b",))]
    assert [unit.version for unit in provision.through] == ["v2"]
    assert value.through == value.unread == ()


def test_contested_descent_gives_two_readings() -> None:
    (provision, _) = of(chain({"ships": 800, **RESTATED}, contested=True), "v3")["1"]
    assert provision.first[0].unit.version == "v1"
    assert provision.otherwise
    assert provision.otherwise.unit.version == "v2"
    assert provision.is_contested


def test_a_value_that_came_back_is_of_who_first_brought_it() -> None:
    cap = "The fleet is capped at {} ships."
    texts = [cap.format(ships) for ships in (600, 800, 600)]
    versions = [
        version(f"v{k}", text, day=k, made_from=[f"v{k - 1}"] if k else [], tabled_by=["abc"[k]], **RESTATED)
        for k, text in enumerate(texts)
    ]
    _, value = of(plan(*versions, parties=PARTIES), "v2")["1"]
    assert (value.first[0].unit.version, value.last) == ("v0", "v2")


def test_a_verbatim_history_has_words_and_no_terms() -> None:
    whole = plan(version("v1", "Ships wait."), version("v2", "Ships wait.", day=1, made_from=["v1"]))
    blame = assign(whole, "v2")
    assert not blame.is_restated
    assert blame.points[0].provisions[0].terms == ()
    assert divide(whole, blame).counted is None


@st.composite
def restated_plans(draw: st.DrawFn) -> Plan:
    """Invented plans of which at least one version is restated, with claims that credit somebody."""
    whole = draw(plans())
    wordings = ("restated", "reconstructed", "verbatim")
    versions: list[Version] = []
    for each in whole.versions:
        wording = draw(st.sampled_from(wordings)) if versions else "restated"
        evidence = draw(st.sampled_from(("published", "reported", "inferred")))
        kept = version("x", "y", wording=wording, evidence=evidence)
        versions.append(each.model_copy(update={"wording": kept.wording, "evidence": kept.evidence}))
    about = draw(st.lists(st.sampled_from([v.version for v in versions]), max_size=2, unique=True))
    claims = [claim(f"C{k}", ref, draw(st.sampled_from("abc"))) for k, ref in enumerate(about)]
    return plan(*versions, parties=PARTIES, claims=claims)


@given(restated_plans(), st.booleans())
def test_points_add_up(whole: Plan, parts: bool) -> None:
    name = whole.newest.version
    blame = assign(whole, name)
    counted = divide(whole, blame, parts=parts).counted
    if counted is None:
        assert not any(v.is_restated for v in blame.graph.versions)
        return
    assert counted.points == whole.newest.point_count
    standings = counted.alone, counted.jointly, counted.contested, counted.nobody, counted.unread
    assert sum(standings) == counted.points
    assert sum(row.alone for row in counted.by_party) == counted.alone
    assert all(row.points <= counted.points for row in counted.by_party)
    assert all(row.of_whole <= row.contested for row in counted.by_party)
    assert share_history(whole, name, parts=parts)[-1].counted == counted


def shared(*claims: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """The contested points of each party, and how many of them only whole-version claims give it."""
    one = version(
        "v1", "Ships wait.", "Boats rest.", {"number": "3", "text": "Crews pay.", "items": [ITEM]}, **RESTATED
    )
    whole = plan(one, parties=PARTIES, claims=list(claims))
    counted = divide(whole, assign(whole, "v1")).counted
    assert counted
    return {row.party: (row.contested, row.of_whole) for row in counted.by_party}


ITEM = {"label": "a", "text": "Pilots board."}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("C1", "v1", "b")], {"a": (3, 0), "b": (3, 3)}),
        ([claim("C1", "v1:1", "b")], {"a": (1, 0), "b": (1, 0)}),
        ([claim("C1", "v1:3.a", "b")], {"a": (1, 0), "b": (1, 0)}),
        ([claim("C1", "v1", "b"), claim("C2", "v1:1", "b")], {"a": (3, 0), "b": (3, 2)}),
        ([claim("C1", "v1", "b"), claim("C2", "v1:1", "c")], {"a": (3, 0), "b": (3, 3), "c": (1, 0)}),
        ([claim("C1", "v1", "b", "a")], {"a": (3, 0), "b": (3, 3)}),
        ([claim("C1", "v1", "b") | {"about": ["v1", "v1:2"]}], {"a": (3, 0), "b": (3, 2)}),
    ],
)
def test_claims_about_a_whole_version_are_counted_apart(
    claims: list[dict[str, Any]], expected: dict[str, tuple[int, int]]
) -> None:
    found = shared(*claims)
    assert {party: figures for party, figures in found.items() if figures != (0, 0)} == expected


def test_a_point_that_was_not_read_is_credited_to_nobody() -> None:
    old = version(
        "v1", "Ships wait thirty days.", {"number": "2", "text": "Boats wait."}, tabled_by=["b"], **RESTATED
    )
    gap = {"number": "2", "text": "", "unseen": True, "made_from": ["v1:2"], "evidence": "inferred"}
    new = version("v2", "Ships wait sixty days.", gap, day=1, made_from=["v1"], **RESTATED)
    whole = plan(old, new, parties=PARTIES)
    assert of(whole, "v2")["2"] == []
    for share in (divide(whole, assign(whole, "v2")), share_history(whole, "v2")[-1]):
        counted = share.counted
        assert counted
        assert (counted.points, counted.unread, dict(counted.by_version)) == (2, 1, {"v1": 1, "v2": 1})


def test_a_point_that_was_only_restated_counts_for_the_older_version() -> None:
    one = version("v1", "Ships wait in the harbour.", "Boats rest.", **RESTATED)
    two = version(
        "v2", "Ships wait in the bay.", "Boats rest for 30 days.", day=1, made_from=["v1"], **RESTATED
    )
    whole = plan(one, two, parties=PARTIES)
    counted = divide(whole, assign(whole, "v2")).counted
    assert counted
    assert counted.by_version == (("v1", 2), ("v2", 1))
    said = " ".join(POINTS_MEANING.split())
    assert "may exceed the total" in said
    assert "restated without a new value counts for the older version alone" in said


@given(restated_plans())
def test_the_first_text_of_a_term_is_an_ancestor_or_the_version_itself(whole: Plan) -> None:
    blame = assign(whole, whole.newest.version)
    known = {v.version: k for k, v in enumerate(blame.graph.versions)}
    for each in (p for point in blame.points for p in point.provisions):
        assert blame.is_restated == bool(each.terms)
        for term in each.terms:
            assert all(holder.unit in each.lineage.behind for holder in term.first)
            assert known[term.first[0].unit.version] <= known[term.last] <= known[whole.newest.version]
        if each.terms and each.lineage.start[0].provision not in whole.newest.unread:
            read = {h.unit for term in each.terms for h in term.first}
            assert all(u.provision not in blame.graph.by_id[u.version].unread for u in read)


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_screen_says_in_whose_text_a_term_first_stood(harbour: Path, run: Run) -> None:
    shown = " ".join(run("blame", "v2:1").out.split())
    assert "first in a text" in shown
    assert "tabled by" in shown
    assert "origin contested: C1" in shown
    assert "This traces terms, not wording." in shown
    assert "%" not in shown


def test_a_point_that_was_not_read_is_shown_as_such(harbour: Path, run: Run) -> None:
    file = harbour / "v2.yaml"
    gap = '  - {number: 9, unseen: true, text: "", evidence: inferred, made_from: ["v1:1"]}\n'
    file.write_text(
        file.read_text(encoding="utf-8").replace("points:\n", f"points:\n{gap}"), encoding="utf-8"
    )
    rows = [row.split() for row in run("blame", "v2").out.splitlines()]
    assert ["9~", "-", "-", "not", "read"] in rows
    assert ["not", "read", "-", "-", "-", "1"] in rows
    assert ["not", "read"] in [row.split() for row in run("blame", "v2:9").out.splitlines()]
    assert "Not read: no word of the point was read" in " ".join(run("share", "v2").out.split())


@pytest.mark.parametrize("asked", [["blame", "v2"], ["share"], ["share", "--history"], ["log"], ["diff"]])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "csv"])
def test_no_words_are_counted_in_restated_texts(harbour: Path, run: Run, asked: list[str], form: str) -> None:
    ran = run(*asked, "--format", form)
    assert ran.code == 0, ran.err
    if form == "json":
        assert not set(_word_figures(json.loads(ran.out))) - {None}
    else:
        assert not re.search(r"\d words?\b", ran.out)
        assert not any(f"{n} %" in ran.out for n in range(10))


def _word_figures(found: Any) -> list[Any]:
    if isinstance(found, list):
        return [figure for each in found for figure in _word_figures(each)]
    if not isinstance(found, dict):
        return []
    own = [found[key] for key in ("words", "old_words", "kept_words", "surviving") if key in found]
    return own + [figure for each in found.values() for figure in _word_figures(each)]


def test_csv_has_a_row_for_each_term(harbour: Path, run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("blame", "v2", "--format", "csv").out)))
    found = json.loads(run("blame", "v2", "--format", "json").out)
    terms = [t for p in found["points"] for each in p["provisions"] for t in each["terms"]]
    assert [row["text"] for row in rows] == [" ".join(term["text"].split()) for term in terms]
    assert [row["disputed_by"] for row in rows] == [
        ", ".join(term["first"][0]["origin_contested"] or []) for term in terms
    ]


def test_parts_of_a_party_are_counted_apart_if_so_asked(harbour: Path, run: Run) -> None:
    parties = (
        "parties:\n  - {id: north, name: North}\n  - {id: south, name: South}\n"
        "  - {id: fleet, name: Fleet of North, part_of: north}\n"
    )
    change(harbour / "plan.yaml", parties + "claims: []\n")
    change(harbour / "v1.yaml", "tabled_by: [fleet]\n")
    whole = json.loads(run("share", "v1", "--format", "json").out)["terms"]["by_party"]
    apart = json.loads(run("share", "v1", "--by", "part", "--format", "json").out)["terms"]["by_party"]
    assert [row["party"] for row in whole] == ["north"]
    assert [row["party"] for row in apart] == ["fleet"]
    rows = list(csv.DictReader(io.StringIO(run("share", "v1", "--format", "csv").out)))
    assert (rows[-1]["by"], rows[-1]["points_total"], rows[-1]["points_alone"]) == ("all", "2", "2")
    assert {row["words_total"] for row in rows} == {""}
