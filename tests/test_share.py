"""Shares of a wording: laws of the ranges, worked examples, and tables safe for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.blame import Share, assign, divide
from planctl.blame.share import Range
from planctl.exports.csv_tables import inert
from planctl.exports.csv_tables import share as as_csv
from planctl.models import Plan
from planctl.pages.share_phrases import rounded
from planctl.text import word_count
from tests.invented import plan, plans, version

ARMY = "The armed forces of the country are capped at 600,000 people"
RIVER = "Commerce on the great river is free of all obstruction"


def shared(drawn: Plan, name: str) -> Share:
    return divide(drawn, assign(drawn, name))


@st.composite
def credited(draw: st.DrawFn) -> Plan:
    """An invented plan with claims that call somebody an author."""
    drawn = draw(plans(most=4))
    refs = [ref for v in drawn.versions for ref in (v.version, *(p.ref for p in v.provisions))]
    claims = [
        {
            "id": f"K{number}",
            "date": "2025-03-01",
            "by": "Somebody",
            "says": "So it was.",
            "about": draw(st.lists(st.sampled_from(refs), min_size=1, max_size=2, unique=True)),
            "credits": draw(st.lists(st.sampled_from("abc"), max_size=2, unique=True)),
        }
        for number in range(draw(st.integers(0, 3)))
    ]
    return plan(*drawn.versions, claims=claims)


@given(credited())
def test_recorded_words_add_up_to_all_words(drawn: Plan) -> None:
    for one in drawn.versions:
        found = shared(drawn, one.version)
        assert found.words == sum(word_count(p.text) for p in one.provisions)
        assert sum(row.recorded for row in found.by_version) == found.words
        assert found.points == len(one.points)


@given(credited())
def test_a_range_holds_the_record_and_stays_within_the_whole(drawn: Plan) -> None:
    found = shared(drawn, drawn.versions[-1].version)
    for row in found.by_version:
        assert 0 <= row.words.least <= row.recorded <= row.words.most <= found.words
        assert 0 <= row.points.least <= row.points.most <= found.points
    for party in found.by_party:
        assert 0 <= party.words.least <= party.alone
        assert party.alone + party.jointly <= party.words.most <= found.words
        assert 0 <= party.points.least <= party.points.most <= found.points
    assert sum(party.words.least for party in found.by_party) <= found.words


@given(credited())
def test_claims_only_widen_the_ranges_of_parties(drawn: Plan) -> None:
    newest = drawn.versions[-1].version
    told = {p.party: p for p in shared(drawn, newest).by_party}
    for silent in shared(plan(*drawn.versions), newest).by_party:
        assert told[silent.party].words.least <= silent.words.least
        assert told[silent.party].words.most >= silent.words.most
        assert (told[silent.party].alone, told[silent.party].jointly) == (silent.alone, silent.jointly)


@given(plans())
def test_nothing_contested_means_no_range(drawn: Plan) -> None:
    sure = [v.model_copy(update={"made_from": (), "tabled_by": ("a",)}) for v in drawn.versions]
    found = shared(plan(*sure), sure[-1].version)
    assert all(row.words.least == row.words.most for row in found.by_version)
    assert [tuple(party.words) for party in found.by_party] == [(found.words, found.words)] * bool(
        found.words
    )


def claim(name: str, about: str, *credits_: str) -> dict[str, Any]:
    said = {"id": name, "date": "2025-03-01", "by": "Somebody", "says": "So it was."}
    return said | {"about": [about], "credits": credits_}


def history(*claims: dict[str, Any], contested: bool = False) -> Plan:
    return plan(
        version("v", ARMY, tabled_by=["a"]),
        version("e", ARMY + " in peacetime", day=1, made_from=["v"], tabled_by=["b", "c"]),
        version(
            "w",
            ARMY + " in peacetime",
            RIVER,
            day=2,
            made_from=["v", {"version": "e", "contested": contested}],
            tabled_by=["a"],
        ),
        claims=claims,
    )


def ranges(found: Share) -> dict[str, Range | tuple[int, int]]:
    return {row.party: row.words for row in found.by_party}


def test_joint_words_are_not_divided() -> None:
    found = shared(history(), "w")
    assert (found.words, ranges(found)) == (23, {"a": (21, 21), "b": (0, 2), "c": (0, 2)})
    assert {p.party: (p.alone, p.jointly) for p in found.by_party} == {"a": (21, 0), "b": (0, 2), "c": (0, 2)}


def test_contested_descent_is_a_range_of_versions_and_parties() -> None:
    found = shared(history(contested=True), "w")
    assert {r.version: tuple(r.words) for r in found.by_version} == {
        "v": (11, 11),
        "e": (0, 2),
        "w": (10, 12),
    }
    assert ranges(found) == {"a": (21, 23), "b": (0, 2), "c": (0, 2)}


def test_a_claim_about_a_version_is_about_the_words_it_brought() -> None:
    found = shared(history(claim("K1", "v", "c")), "w")
    assert ranges(found) == {"a": (10, 21), "b": (0, 2), "c": (0, 13)}
    assert found.claims == ("K1",)


def test_a_claim_about_a_point_is_about_all_words_in_it() -> None:
    assert ranges(shared(history(claim("K1", "w:1", "b")), "w")) == {"a": (10, 21), "b": (0, 13), "c": (0, 2)}
    assert ranges(shared(history(claim("K1", "v:1", "b")), "w")) == {"a": (10, 21), "b": (0, 13), "c": (0, 2)}


def test_a_claim_that_agrees_with_the_record_changes_nothing() -> None:
    assert ranges(shared(history(claim("K1", "v", "a")), "w")) == ranges(shared(history(), "w"))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n@x", "\u3000=1"])
def test_no_cell_starts_a_formula(cell: str) -> None:
    assert inert(cell).startswith("'") or inert(cell).startswith("<")


@given(st.text())
def test_every_cell_of_the_table_is_inert(title: str) -> None:
    drawn = plan(version("v", ARMY))
    hostile = drawn.model_copy(update={"header": drawn.header.model_copy(update={"title": title})})
    rows = list(csv.reader(io.StringIO(as_csv(hostile, [shared(hostile, "v")], trust=()))))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r"} for row in rows for cell in row)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, "-"), (0, 9, "0"), (1, 1000, "<1"), (1, 3, "33"), (999, 1000, ">99"), (9, 9, "100")],
)
def test_percentages_never_round_something_to_nothing(part: int, whole: int, said: str) -> None:
    assert rounded(part, whole) == said


Run = Callable[..., Any]


def test_the_bundled_plan_in_three_formats(bundled: Path, run: Run) -> None:
    whole = json.loads(run("share", "v20", "--plans", bundled, "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(run("share", "v20", "--plans", bundled, "--format", "csv").out)))
    of_parties = whole["terms"]["by_party"]
    assert [r["id"] for r in rows if r["by"] == "party"] == [p["party"] for p in of_parties]
    assert [int(r["points_contested"]) for r in rows if r["by"] == "party"] == [
        p["contested"] for p in of_parties
    ]
    russia = next(p for p in of_parties if p["party"] == "ru")
    assert (russia["alone"], russia["with_others"]) == (0, 0)
    assert russia["contested"] > 0
    text = run("share", "--plans", bundled).out
    assert "POINTS BY PARTY" in text
    assert run("share", "v20", "--plans", bundled).out == text


def test_the_history_has_every_version_in_its_own_time(bundled: Path, run: Run) -> None:
    whole = json.loads(run("share", "--history", "--plans", bundled, "--format", "json").out)
    assert [each["version"] for each in whole["history"]] == ["v28", "e3", "v19", "v20"]
    for each in whole["history"]:
        alone = json.loads(run("share", each["version"], "--plans", bundled, "--format", "json").out)
        assert {key: alone[key] for key in each} == each
    rows = csv.DictReader(io.StringIO(run("share", "--history", "--plans", bundled, "--format", "csv").out))
    assert {row["of_version"] for row in rows} == {"v28", "e3", "v19", "v20"}
    assert "THROUGH THE HISTORY" in run("share", "--history", "--plans", bundled).out


def test_an_unknown_version_is_guessed(bundled: Path, run: Run) -> None:
    found = run("share", "v91", "--plans", bundled)
    assert (found.code, found.out) == (2, "")
    assert "did you mean v19?" in found.err
