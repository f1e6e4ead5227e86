"""Blame of points: laws on invented plans, small histories to check by reading, and the bundled plan."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planctl.blame import Blame, ProvisionBlame, Stretch, assign, disputes, divide
from planctl.blame.shown import Shown
from planctl.lineage.descent import ProvisionKey, descent
from planctl.models import Plan, Ref
from planctl.plain import safe
from planctl.text import words
from planctl.workspace import open_plans
from planctl.writers.lines import text_of
from tests.invented import plan, plans, version
from tests.written import blame_screen as terminal_point
from tests.written import blame_screen as terminal_version
from tests.written import json_blame, markdown_blame
from tests.written import share_screen as terminal_share

ARMY = "The armed forces of the country are capped at 600,000 people"
RAISED = ARMY.replace("600,000", "800,000")
RIVER = "Commerce on the great river is free of all obstruction"
GRAIN = "Grain moves freely across the sea under agreements still to be made"
COUNCIL = "A council of neighbours monitors the agreement and punishes violations"


def provisions(blame: Blame) -> list[ProvisionBlame]:
    return [provision for point in blame.points for provision in point.provisions]


def told(blame: Blame, number: int = 0) -> list[tuple[str, str]]:
    return [(s.text.strip(), s.version) for s in blame.points[number].provisions[0].stretches]


def only(stretches: tuple[Stretch, ...], text: str) -> Stretch:
    (found,) = (s for s in stretches if text in s.text)
    return found


@given(plans())
def test_whole_text_back(drawn: Plan) -> None:
    for one in drawn.versions:
        found = provisions(assign(drawn, one.version))
        assert [p.provision for p in found] == list(one.provisions)
        assert ["".join(s.text for s in p.stretches) for p in found] == [p.text for p in one.provisions]


@given(plans())
def test_everything_named_is_an_ancestor_or_the_version_itself(drawn: Plan) -> None:
    newest = drawn.versions[-1].version
    blame = assign(drawn, newest)
    line = set(blame.graph.by_id)
    for point in blame.points:
        assert {str(ref.version) for ref in point.introduced} | {*point.edited, point.last} <= line
        assert point.introduced
        assert point.last in {*point.edited, *(ref.version for ref in point.introduced)}
        for provision in point.provisions:
            for stretch in provision.stretches:
                assert {stretch.version, stretch.otherwise, stretch.last, *stretch.dropped} <= line
                assert stretch.origin.version == stretch.version
    assert set(blame.places) <= line


def left_out_and_put_back() -> Plan:
    """Words of a contested parent that one version left out and the next has again."""
    longer = f"{ARMY}, and {GRAIN.lower()}"
    return plan(
        version("v28", ARMY, tabled_by=["a"]),
        version("e3", longer, day=1, made_from=["v28"], tabled_by=["b"]),
        version("v19", ARMY, day=2, made_from=["v28", {"version": "e3", "contested": True}]),
        version("v20", longer, day=3, made_from=["v19"]),
    )


@given(plans())
@example(left_out_and_put_back())
def test_who_brought_words_along_the_line_is_named(drawn: Plan) -> None:
    for point in assign(drawn, drawn.versions[-1].version).points:
        named = {*point.edited, *(str(ref.version) for ref in point.introduced)}
        for provision in point.provisions:
            on_the_line = {s.version for s in provision.stretches if s.origin in provision.lineage.units}
            assert on_the_line <= named


@given(plans())
def test_words_stand_where_they_are_said_to_come_from(drawn: Plan) -> None:
    blame = assign(drawn, drawn.versions[-1].version)
    for provision in provisions(blame):
        for stretch in provision.stretches:
            assert set(words(stretch.text)) <= set(words(blame.graph.provision(stretch.origin).text))


@given(plans())
def test_stated_links_win(drawn: Plan) -> None:
    newest = drawn.versions[-1]
    for blamed in provisions(assign(drawn, newest.version)):
        stated = blamed.provision.made_from
        steps = blamed.lineage.parents(blamed.unit)
        assert stated is None or all(step.link.stated for step in steps)
        assert stated != () or (steps == () and blamed.introduced == (blamed.unit,))


@given(plans())
def test_without_contested_descent_both_readings_agree(drawn: Plan) -> None:
    for one in drawn.versions:
        blame = assign(drawn, one.version)
        if not any(edge.contested for edge in blame.graph.edges):
            assert not any(s.contested for p in provisions(blame) for s in p.stretches)
            assert not any(point.doubtful for point in blame.points)


@given(plans())
@example(
    plan(
        version("v0", ARMY, day=2),
        version("v1", ARMY, day=1, made_from=[{"version": "v0", "contested": True}]),
        version("v2", ARMY, day=3, made_from=["v0", "v1"]),
    )
)
def test_the_other_reading_is_the_blame_without_contested_parents(drawn: Plan) -> None:
    newest = drawn.versions[-1].version
    sure = descent(drawn, newest).uncontested()
    kept = {(edge.child, edge.parent) for edge in sure.edges}
    bare = [
        v.model_copy(update={"made_from": tuple(p for p in v.made_from if (v.version, p.version) in kept)})
        for v in sure.versions
    ]
    if {(e.child, e.parent) for v in bare for e in descent(plan(*bare), v.version).edges} != kept:
        return  # a point names the parent that its version lost, and leads there by itself now
    whole, other = assign(drawn, newest), assign(plan(*bare), newest)
    assert [point.otherwise_last for point in whole.points] == [point.last for point in other.points]
    for one, two in zip(provisions(whole), provisions(other), strict=True):
        assert [s.otherwise for s in one.stretches for _ in s.text] == [
            s.version for s in two.stretches for _ in s.text
        ]


@given(plans())
def test_a_part_is_blamed_as_in_the_whole(drawn: Plan) -> None:
    newest = drawn.versions[-1]
    whole = provisions(assign(drawn, newest.version))
    for index in range(len(newest.provisions)):
        assert provisions(assign(drawn, newest.version, [index])) == [whole[index]]


def diamond(**more: Any) -> Plan:
    return plan(
        version("v28", RIVER, ARMY, tabled_by=["a"]),
        version("e3", RIVER, RAISED + " in peacetime", day=3, made_from=["v28"], tabled_by=["b"]),
        version(
            "v19",
            RAISED + " in peacetime",
            RIVER,
            day=3,
            made_from=["v28", {"version": "e3", "contested": True}],
            tabled_by=["c"],
        ),
        version("v20", RIVER, RAISED + " in peacetime", day=9, made_from=["v19"], tabled_by=["a", "c"]),
        **more,
    )


def test_contested_descent_is_told_with_its_other_reading() -> None:
    (point,) = assign(diamond(), "v20", [1]).points
    (provision,) = point.provisions
    raised = only(provision.stretches, "800,000")
    assert (raised.version, raised.otherwise, raised.via) == ("e3", "v19", ("v19:1",))
    assert raised.origin == ProvisionKey("e3", 1)
    assert only(provision.stretches, "people").version == "v28"
    assert point.introduced == (Ref("v28", "2"),)
    assert point.doubtful == {Ref("e3", "2")}
    assert "e3" in point.edited


def test_the_last_hand_without_contested_descent_may_be_who_left_an_item_out() -> None:
    items = [{"label": "a", "text": GRAIN}]
    drawn = plan(
        version("v0", {"number": "1", "text": ARMY, "items": items}),
        version("v1", ARMY, day=1, made_from=["v0"], tabled_by=["b"]),
        version("v2", ARMY, day=2, made_from=["v0", {"version": "v1", "contested": True}], tabled_by=["c"]),
    )
    (point,) = assign(drawn, "v2").points
    assert (point.last, point.otherwise_last) == ("v1", "v2")


def test_a_merged_point_names_all_its_introducers() -> None:
    drawn = plan(
        version("v", RIVER, ARMY),
        version("x", GRAIN, day=1, tabled_by=["b"]),
        version("w", f"{RIVER}. {GRAIN}.", ARMY, day=2, made_from=["v", "x"], tabled_by=["c"]),
    )
    blame = assign(drawn, "w")
    assert blame.points[0].introduced == (Ref("v", "1"), Ref("x", "1"))
    assert next(text for text, by in told(blame) if by == "x").startswith(GRAIN)
    assert (blame.points[0].edited, blame.points[0].last) == (("w",), "w")
    assert (blame.points[1].edited, blame.points[1].last) == ((), "v")


def test_words_that_came_back_belong_to_who_first_brought_them() -> None:
    long = f"{ARMY}, and {GRAIN.lower()}"
    drawn = plan(
        version("a1", long),
        version("a2", ARMY, day=1, made_from=["a1"]),
        version("a3", long, day=2, made_from=["a2"]),
    )
    (point,) = assign(drawn, "a3").points
    back = only(point.provisions[0].stretches, "grain moves")
    assert (back.version, back.dropped, back.last) == ("a1", ("a2",), "a3")
    assert (point.introduced, point.edited, point.last) == ((Ref("a1", "1"),), ("a2", "a3"), "a3")


def test_who_brought_words_that_a_parent_left_out_is_named_as_an_editor() -> None:
    (point,) = assign(left_out_and_put_back(), "v20").points
    assert only(point.provisions[0].stretches, "grain moves").version == "e3"
    assert (point.introduced, point.edited) == ((Ref("v28", "1"),), ("e3", "v20"))
    assert point.doubtful == {Ref("e3", "1")}


def test_words_taken_from_another_point_keep_their_origin() -> None:
    drawn = plan(
        version("v", ARMY, f"{GRAIN}. {COUNCIL}."),
        version(
            "w", {"number": "1", "text": f"{ARMY}. {COUNCIL}.", "made_from": ["v:1"]}, day=1, made_from=["v"]
        ),
    )
    (point,) = assign(drawn, "w").points
    moved = only(point.provisions[0].stretches, "council")
    assert (moved.origin, moved.last) == (ProvisionKey("v", 1), "w")
    assert moved.origin not in point.provisions[0].lineage.units


def test_a_dropped_or_added_item_is_a_hand_in_the_point() -> None:
    items = [{"label": "a", "text": GRAIN}, {"label": "b", "text": RIVER}]
    drawn = plan(
        version("v", {"number": "1", "text": "Trade:", "items": items}),
        version("w", {"number": "1", "text": "Trade:", "items": items[:1]}, day=1, made_from=["v"]),
        version("x", {"number": "1", "text": "Trade:", "items": items[:1]}, day=2, made_from=["w"]),
    )
    (point,) = assign(drawn, "x").points
    assert (point.edited, point.last) == (("w",), "w")
    (item,) = assign(drawn, "x", [1]).points
    assert (item.introduced, item.edited) == ((Ref("v", "1.a"),), ())


def test_a_point_without_text_and_without_ancestors() -> None:
    blame = assign(plan(version("v", "")), "v")
    assert provisions(blame)[0].stretches == ()
    assert blame.points[0].introduced == (Ref("v", "1"),)


Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan folder of three versions with a contested parent and hostile names."""
    home = tmp_path / "plans" / "demo"
    home.mkdir(parents=True)
    (home / "plan.yaml").write_text(PLAN, encoding="utf-8")
    for name, text in VERSIONS.items():
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "plans"


PLAN = """\
title: Demo
parties:
  - {id: north, name: Northland}
  - {id: south, name: "Southland [/red]"}
sources:
  - {id: gazette, publisher: The Gazette, tied_to: north}
claims:
  - id: K1
    date: 2025-03-01
    by: A minister
    says: The ceiling is ours.
    about: ["two:1"]
    credits: [north]
    contradicts: [K2]
    sources: [gazette]
  - {id: K2, date: 2025-03-02, by: An envoy, says: "=cmd() The ceiling is theirs.", about: [two]}
  - {id: K3, date: 2025-02-02, by: A paper, says: Nobody knows., about: [one]}
"""
HEAD = """\
version: {0}
title: {1}
date: {2}
tabled_by: [{3}]
made_from: {4}
wording: {5}
evidence: published
sources: [gazette]
points:
  - number: 1
    heading: Army
"""
VERSIONS = {
    "one": HEAD.format("one", "First", "2025-01-01", "north", "[]", "verbatim")
    + "    text: The army is capped at 600,000 people.\n",
    "side": HEAD.format("side", "Side", "2025-02-01", "south", "[one]", "verbatim")
    + "    text: The army is capped at 800,000 people in peacetime.\n",
    "two": HEAD.format(
        "two", "Second", "2025-03-01", "north", "[one, {version: side, contested: true}]", "verbatim"
    )
    + "    evidence: inferred\n    text: The army is capped at 800,000 people in peacetime.\n",
}


def test_the_screen_of_a_point(folder: Path, run: Run) -> None:
    found = run("blame", "1", "--plans", folder)
    assert found.code == 0
    assert re.sub(r"\d?\.\d\d", ".NN", found.out) == SCREEN


SCREEN = """\
Demo   two:1   Army                                                     inferred
  Second: Northland, 1 Mar 2025

! two: 1 of its 1 point rests at least in part on inference (marked ~).

  wording                first in a text tabled by  where
  The army is capped at  Northland                  one:1, 1 Jan 2025
  800,000                Southland [/red]           side:1, 1 Feb 2025
                                                    via two:1 (contested)
                                                    otherwise first in two
  people                 Northland                  one:1, 1 Jan 2025
  in peacetime.          Southland [/red]           side:1, 1 Feb 2025
                                                    via two:1 (contested)
                                                    otherwise first in two

  introduced  one:1 (Northland)
  edited      side (Southland [/red]; contested)
  last edited side (Southland [/red]; contested); otherwise two (Northland)
  line        two:1~ <- one:1 (.NN)
                        side:1 (.NN, contested)
              side:1 <- one:1 (.NN)

CLAIMS
  K1  1 Mar 2025, A minister                                                x K2
    The ceiling is ours.
    on two:1; credits Northland; The Gazette (tied to Northland)
  K2  2 Mar 2025, An envoy                                                  x K1
    =cmd() The ceiling is theirs.
    on two
  about one as a whole (in full: planctl claims VERSION)

  K3  A paper: Nobody knows.

.NN: probability that the link is right, judged by its words; computed unless
  marked stated
contested: somebody disputes that the version was made from that one
~ rests on inference, not on a text or a report
x: claims or texts that say otherwise. Claims are listed by date; none is
  preferred.
"""


LIVE = "[/red]\x1b\u202e\u200f|`<&\t\r=@"
HOSTILE = st.text(st.characters(codec="utf-8") | st.sampled_from(LIVE), min_size=1, max_size=40)


@given(HOSTILE, HOSTILE, HOSTILE.filter(str.strip), st.sampled_from([30, 71, 80, 140]))
def test_no_text_is_lost_and_none_is_live(one: str, two: str, said: str, width: int) -> None:
    heard = {"id": "K1", "date": "2025-03-01", "by": said, "says": two, "about": ["w:1"]}
    items = [{"label": said, "text": one}]
    third = {"number": f"3{said}"[:40], "heading": two, "text": one, "items": items}
    drawn = plan(version("v", third), version("w", one, two, third, day=1, made_from=["v"]), claims=[heard])
    whole = assign(drawn, "w")
    everything = Shown(drawn, whole, None, disputes(drawn, whole.places), divide(drawn, whole))
    screens = [
        terminal_version(everything, width),
        terminal_share(drawn, whole.version, everything.share, width),
    ]
    assert all(_is_inert(text_of(screen)) for screen in screens)
    for unit in ("1", "2", drawn.by_id["w"].points[2].number):
        blame = assign(drawn, "w", drawn.by_id["w"].find(unit))
        shown = Shown(drawn, blame, unit, disputes(drawn, blame.places), divide(drawn, blame))
        text = text_of(terminal_point(shown, width))
        assert _is_inert(text)
        (claim,) = drawn.header.claims
        wordings = [p.provision.text for p in provisions(blame)]
        wordings += [claim.by, claim.says] if unit == "1" else []
        for wording in wordings:
            assert not Counter("".join(safe(wording).split())) - Counter(text)
        assert json.loads(json_blame(shown))["points"][0]["number"] == unit
        assert "<script" not in markdown_blame(shown)


def _is_inert(text: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in text.translate(SEEN))


SEEN = {k: "x" for k in range(sys.maxunicode) if unicodedata.category(chr(k)) in {"Zs", "Co"}}
"""Blanks other than the plain one and signs of private fonts are shown as they are."""


def test_json_holds_every_stretch(folder: Path, run: Run) -> None:
    whole = json.loads(run("blame", "two:1", "--plans", folder, "--format", "json").out)
    assert whole["schema"] == "planctl/blame/1"
    (point,) = whole["points"]
    stretches = point["provisions"][0]["stretches"]
    assert "".join(s["text"] for s in stretches) == "The army is capped at 800,000 people in peacetime."
    raised = next(s for s in stretches if "800,000" in s["text"])
    assert (raised["version"], raised["contested"], raised["otherwise"]) == ("side", True, "two")
    assert [[claim["id"] for claim in dispute] for dispute in whole["claims"]] == [["K1", "K2"], ["K3"]]


def test_markdown_is_inert(folder: Path, run: Run) -> None:
    page = run("blame", "two:1", "--plans", folder, "--format", "markdown").out
    assert "Southland \\[/red\\]" in page
    assert "K1" in page


@pytest.mark.parametrize("name", ["1", "point-1", "two:1", "two:point-1", "demo/two:1"])
def test_names_of_a_point(folder: Path, run: Run, name: str) -> None:
    assert run("blame", name, "--plans", folder).out == run("blame", "1", "--plans", folder).out


def test_a_wrong_point_gets_a_guess(folder: Path, run: Run) -> None:
    found = run("blame", "two:11", "--plans", folder)
    assert (found.code, found.out) == (2, "")
    assert "did you mean 1?" in found.err


@pytest.mark.parametrize("columns", ["20", "40", "60", "80", "140"])
def test_no_line_is_wider_than_the_terminal(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for what in ("two:1", "two"):
        rows = run("blame", what, "--plans", folder).out.splitlines()
        assert max(map(len, rows)) <= max(int(columns), 60)


def test_the_bundled_plan_gives_the_raised_ceiling_to_those_who_brought_it(bundled: Path, run: Run) -> None:
    whole = json.loads(run("blame", "v20:4", "--plans", bundled, "--no-git", "--format", "json").out)
    (point,) = whole["points"]
    (provision,) = point["provisions"]
    raised = next(term for term in provision["terms"] if "800,000" in term["text"])
    assert [(h["parties"], h["provision"]) for h in raised["first"]] == [(["gb", "fr", "de"], "e3:6")]
    assert (raised["through"], raised["otherwise"]["version"]) == (["v19:4"], "v20")
    words = next(s for s in provision["stretches"] if "800,000" in s["text"])
    assert (words["origin"], words["via"]) == ("e3:6", ["v19:4"])
    for key in ("parties", "dropped", "origin_contested", "disputed_by"):
        assert {stretch[key] for stretch in provision["stretches"]} == {None}
    near = next(dispute for dispute in whole["claims"] if "C43a" in [claim["id"] for claim in dispute])
    assert {claim["id"] for claim in near} == {"C43a"}
    assert point["introduced"] == [{"point": "v28:6", "contested": False}]


@pytest.mark.parametrize("name", ["v28", "e3", "v19", "v20"])
def test_every_point_of_the_bundled_plan_can_be_blamed(bundled: Path, name: str) -> None:
    whole = open_plans(bundled).folder("ukraine-2025").plan
    graph = descent(whole, name)
    everything = assign(whole, name, graph=graph)
    found = divide(whole, everything)
    assert sum(row.recorded for row in found.by_version) == found.words
    for blamed in everything.points:
        unit = blamed.point.number
        blame = assign(whole, name, whole.by_id[name].find(unit), graph=graph)
        screen = terminal_point(Shown(whole, blame, unit, disputes(whole, blame.places), found), 80)
        assert max(sum(len(piece.text) for piece in row) for row in screen) <= 80
        assert blame.points == (blamed,)


def git(folder: Path, *arguments: str, who: str = "Alice", day: int = 1) -> None:
    when = f"2025-05-{day:02}T12:00:00+00:00"
    names = {"GIT_AUTHOR_NAME": who, "GIT_COMMITTER_NAME": who}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | names | dates
    )


def recorded(run: Run, folder: Path, what: str) -> dict[str, Any]:
    (point,) = json.loads(run("blame", what, "--plans", folder, "--format", "json").out)["points"]
    found: dict[str, Any] = point["recorded"]
    return found


def test_the_commit_that_recorded_a_point(folder: Path, run: Run) -> None:
    two = folder / "demo" / "two.yaml"
    two.write_text(two.read_text() + "  - number: 2\n    text: Grain moves freely.\n")
    git(folder, "init")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Record all", who="Alice", day=1)
    two.write_text(two.read_text().replace("Grain moves", "Grain and oil move"))
    git(folder, "commit", "-am", "Mend point 2", who="Bob [/b]", day=7)
    assert (recorded(run, folder, "two:1")["author"], recorded(run, folder, "two:1")["subject"]) == (
        "Alice",
        "Record all",
    )
    second = recorded(run, folder, "two:2")
    assert (second["author"], second["when"]) == ("Bob [/b]", "2025-05-07T12:00:00+00:00")
    assert (second["first_line"], second["last_line"]) == (14, 15)
    assert "7 May 2025, by Bob [/b]" in run("blame", "two:2", "--plans", folder).out
    two.write_text(two.read_text().replace("oil", "coal"))
    assert recorded(run, folder, "two:2")["commit"] is None
    assert "not committed yet" in run("blame", "two:2", "--plans", folder).out
    assert recorded(run, folder, "two:1")["author"] == "Alice"
    assert "recorded" not in run("blame", "two:1", "--plans", folder, "--no-git").out


def test_outside_git_nobody_recorded_anything(folder: Path, run: Run) -> None:
    assert recorded(run, folder, "two:1") is None
