"""Claims: who contradicts whom, which bear on what, and the timeline as a screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.blame import disputes, timeline
from planctl.models import Plan
from tests.base_plan import change, lay
from tests.conftest import Ran
from tests.invented import plan, version

Run = Callable[..., Ran]

IDS = [f"K{number}" for number in range(1, 8)]
TEXTS = ["v", "v:1", "v:2", "v:2.a", "w", "w:1"]


def claim(name: str, about: list[str], *contradicts: str, day: int = 1, **more: Any) -> dict[str, Any]:
    said = {"id": name, "date": f"2025-03-{day:02}", "by": f"Speaker {name}", "says": f"Saying {name}."}
    return said | {"about": about, "contradicts": list(contradicts)} | more


def of(*claims: dict[str, Any]) -> Plan:
    items = [{"label": "a", "text": "Grain moves freely."}, {"label": "b", "text": "Ships pass."}]
    return plan(
        version("v", "The army is capped.", {"number": "2", "text": "Trade:", "items": items}),
        version("w", "The army is capped.", day=5, made_from=["v"]),
        claims=claims,
    )


@st.composite
def talked_about(draw: st.DrawFn) -> Plan:
    """A plan with claims that contradict each other, texts, themselves or nothing."""
    names = draw(st.lists(st.sampled_from(IDS), unique=True))
    against = st.lists(st.sampled_from([*IDS, "v", "w:1"]), max_size=3, unique=True)
    about = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3, unique=True)
    return of(*(claim(n, draw(about), *draw(against), day=draw(st.integers(1, 28))) for n in names))


PLACES = st.dictionaries(
    st.sampled_from(["v", "w"]), st.none() | st.frozensets(st.integers(0, 3)), min_size=1
)


@given(talked_about())
def test_contradiction_counts_both_ways(drawn: Plan) -> None:
    against = {t.claim.id: set(t.against) for t in timeline(drawn)}
    for one, rivals in against.items():
        assert one not in rivals
        assert all(one in against[rival] for rival in rivals)


@given(talked_about())
def test_every_claim_is_told_once_by_date(drawn: Plan) -> None:
    told = [t.claim for t in timeline(drawn)]
    assert sorted(c.id for c in told) == sorted(drawn.claims)
    assert [c.date.earliest for c in told] == sorted(c.date.earliest for c in told)


@given(talked_about(), PLACES)
def test_disputes_hold_each_claim_once_and_every_rival(drawn: Plan, places: dict[str, Any]) -> None:
    found = [t.claim.id for dispute in disputes(drawn, places) for t in dispute.testimonies]
    assert len(found) == len(set(found))
    bearing = {t.claim.id for t in timeline(drawn, places)}
    rivals = {rival for t in timeline(drawn, places) for rival in t.against}
    assert set(found) == bearing | rivals


@given(talked_about(), PLACES)
def test_what_contradicts_a_claim_about_a_point_stands_beside_it(drawn: Plan, places: dict[str, Any]) -> None:
    for dispute in disputes(drawn, places):
        beside = {t.claim.id for t in dispute.testimonies}
        for testimony in dispute.testimonies:
            if not testimony.on_whole_version:
                assert set(testimony.against) <= beside


def ids(found: Any) -> list[str]:
    return [testimony.claim.id for testimony in found]


def test_a_claim_bears_on_a_unit_its_point_and_its_version() -> None:
    talked = of(claim("K1", ["v"]), claim("K2", ["v:2"]), claim("K3", ["v:2.a"]), claim("K4", ["w:1"]))
    assert ids(timeline(talked, {"v": None})) == ["K1", "K2", "K3"]
    assert ids(timeline(talked, {"v": {0}})) == ["K1"]
    assert ids(timeline(talked, {"v": {2}})) == ["K1", "K2", "K3"]
    assert ids(timeline(talked, {"v": {3}})) == ["K1", "K2"]
    assert ids(timeline(talked, {"x": None})) == []


def test_claims_about_points_come_before_those_about_versions() -> None:
    talked = of(
        claim("K1", ["v"], day=1),
        claim("K2", ["v:1"], "K3", day=3),
        claim("K3", ["w"], day=2),
        claim("K4", ["w:1"], day=9),
    )
    found = [ids(d.testimonies) for d in disputes(talked, {"w": {0}, "v": {0}})]
    assert found == [["K4"], ["K3", "K2"], ["K1"]]


def test_ids_are_counted_and_a_broken_reference_is_passed_over() -> None:
    talked = of(claim("K10", ["v"]), claim("K9", ["v", "v:"]), claim("K1", [":"]))
    assert ids(timeline(talked, {"v": None})) == ["K9", "K10"]


def write(folder: Path) -> Path:
    home = folder / "plans" / "demo"
    home.mkdir(parents=True)
    (home / "plan.yaml").write_text(
        "title: Demo\nparties: [{id: n, name: Northland}]\n"
        "sources: [{id: g, publisher: The Gazette, tied_to: n}]\nclaims:\n"
        '  - {id: K1, date: 2025-03-01, by: A minister, says: It is ours., about: ["v:1"], credits: [n],\n'
        "     sources: [g]}\n"
        "  - {id: K2, date: {earliest: 2025-03-01, latest: 2025-03-04}, by: An envoy, says: It is not.,\n"
        '     about: ["v:1", v], contradicts: [K1, "v:1"], note: By telephone.}\n'
        '  - {id: K3, date: 2025-02-02, by: "A [b]paper[/b]", says: "Nobody [/b] knows.", about: [v]}\n'
    )
    (home / "v.yaml").write_text(
        "version: v\ntitle: First\ndate: 2025-01-01\ntabled_by: [n]\nwording: verbatim\nevidence: published\n"
        "sources: [g]\npoints:\n  - number: 1\n    text: The army is capped.\n"
    )
    return folder / "plans"


def test_the_timeline_on_a_screen(tmp_path: Path, run: Run) -> None:
    assert run("claims", "--plans", write(tmp_path)).out == TIMELINE


TIMELINE = """\
Demo                                                                    3 claims

  K3  2 Feb 2025, A [b]paper[/b]
    Nobody [/b] knows.
    on v

  K1  1 Mar 2025, A minister                                                x K2
    It is ours.
    on v:1; credits Northland; The Gazette (tied to Northland)

  K2  1-4 Mar 2025, An envoy                               x K1, the text of v:1
    It is not.
    on v:1, v
    By telephone.

SOURCES
  g  The Gazette (tied to Northland)

x: claims or texts that say otherwise. Claims are listed by date; none is
  preferred.
"""


def test_claims_about_a_point_and_those_nobody_contradicts(tmp_path: Path, run: Run) -> None:
    plans = write(tmp_path)

    def told(*arguments: str) -> list[str]:
        out = run("claims", *arguments, "--plans", plans, "--format", "json").out
        return [each["id"] for each in json.loads(out)["claims"]]

    assert told() == told("v") == ["K3", "K1", "K2"]
    assert told("v:1") == told("1") == ["K1", "K2"]
    assert told("--unanswered") == ["K3"]
    assert told("v:1", "--unanswered") == []
    assert "1 more about v as a whole: planctl claims v" in run("claims", "v:1", "--plans", plans).out
    assert "no claims" in run("claims", "v:1", "--unanswered", "--plans", plans).out


def test_the_bundled_plan_has_both_sides_of_the_raised_ceiling(bundled: Path, run: Run) -> None:
    out = run("claims", "v20:4", "--plans", bundled, "--format", "json").out
    found = {each["id"]: each for each in json.loads(out)["claims"]}
    assert {"C43a", "C43b"} <= set(found)
    assert "C43b" in found["C43a"]["in_tension_with"]
    assert "C43a" in found["C43b"]["in_tension_with"]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("id_", ["harbour-gazette-1926", "the_harbour.gazette+of-record", "g" * 38])
def test_the_id_of_a_source_is_never_broken_in_two(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, id_: str, width: int
) -> None:
    folder = lay(tmp_path)
    for file in folder.glob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("gazette", id_), encoding="utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run("claims", "--plans", folder.parent)
    assert shown.code == 0, shown.err
    assert id_ in shown.out.split()
    assert all(len(row) <= width or "://" in row for row in shown.out.splitlines())


def test_a_claim_that_is_cut_says_which_command_has_all_of_it(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "It was put together in one night, and those who saw it first say that nobody signed it off."
    claims = [
        f"  - {{id: {id_}, date: 2026-03-04, by: A clerk, says: '{said}', about: [{about}]}}\n"
        for id_, about in (("C1", "v1"), ("C2", "v2"))
    ]
    change(lay(tmp_path) / "plan.yaml", f"claims:\n{''.join(claims)}")
    monkeypatch.chdir(tmp_path)
    shown = " ".join(run("blame", "v2:1").out.split())
    for id_ in ("C1", "C2"):
        assert f"(in full: planctl claims {id_})" in shown
        assert said in " ".join(run("claims", id_).out.split())
