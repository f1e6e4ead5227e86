"""A timeline: versions, events and claims by date, what is contested, and what is asked for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.blame.chronicle import chronicle
from planctl.models import Event, Version
from tests.base_plan import change, lay
from tests.conftest import Ran
from tests.invented import plan, version

Run = Callable[..., Ran]
EVENTS = """\
events:
  - id: EV2
    date: 2026-03-08
    place: The quay
    who: [north, south]
    what: Both delegations meet.
    about: [v2]
    sources: [gazette]
  - id: EV1
    date: 2026-02
    what: A deadline is set.
    disputed: true
"""
CLAIMS = """\
claims:
  - {id: C1, date: 2026-03-03, by: A spokesperson, says: South wrote point 1., about: ["v1:1"]}
  - id: C2
    date: 2026-03-04
    by: An envoy
    says: North did.
    about: [v1]
    contradicts: [C1]
    in_tension_with: [C3]
  - {id: C3, date: 2026-03-04, by: A clerk, says: Both typed., about: [v2]}
"""


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = lay(tmp_path)
    change(folder / "plan.yaml", EVENTS + CLAIMS)
    change(folder / "v2.yaml", "origin: contested\n")
    monkeypatch.chdir(tmp_path)
    return folder


def entries(run: Run, *asked: str) -> list[str]:
    found = json.loads(run("timeline", *asked, "--format", "json").out)["entries"]
    return [(each["event"] or each["claim"] or {}).get("id") or each["version"]["version"] for each in found]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([], ["EV1", "v1", "C1", "C2", "C3", "EV2", "v2"]),
        (["--from", "2026-03-04"], ["C2", "C3", "EV2", "v2"]),
        (["--to", "2026-03-03"], ["EV1", "v1", "C1"]),
        (["--from", "2026-03-03", "--to", "2026-03-04"], ["C1", "C2", "C3"]),
        (["--to", "2026-02"], ["EV1"]),
        (["--from", "2026-02-20", "--to", "2026-02-21"], ["EV1"]),
        (["--about", "v1"], ["v1", "C1", "C2"]),
        (["--about", "v2"], ["v1", "C1", "C2", "C3", "EV2", "v2"]),
        (["--from", "2027"], []),
    ],
    ids=" ".join,
)
def test_what_is_asked_for(harbour: Path, run: Run, asked: list[str], expected: list[str]) -> None:
    assert entries(run, *asked) == expected


def test_the_screen(harbour: Path, run: Run) -> None:
    assert run("timeline").out == SCREEN


SCREEN = """\
Harbour talks                                                          7 entries
  date        place or id  what
  Feb 2026                 A deadline is set. (EV1) disputed
  1 Mar 2026  v1           First draft (North)
  3 Mar 2026  C1           A spokesperson: South wrote point 1. x C2
  4 Mar 2026  C2           An envoy: North did. x C1; in tension with C3
              C3           A clerk: Both typed. in tension with C2
  8 Mar 2026  The quay     Both delegations meet. (EV2) (North, South; The
                           Gazette)
              v2           Second draft (South); origin contested

x: claims or texts that say otherwise; in tension: both can be true, and yet
  do not go well together. None is preferred.
"""


def test_what_is_contested_is_marked_and_tension_is_not(harbour: Path, run: Run) -> None:
    found = json.loads(run("timeline", "--format", "json").out)
    marked = [each["contested"] for each in found["entries"]]
    assert marked == [True, False, True, True, False, False, True]
    page = run("timeline", "--format", "markdown").out
    assert "| 3 Mar 2026 | C1 | A spokesperson: South wrote point 1. x C2 |" in page
    assert "Both typed. in tension with C2 |" in page


@pytest.mark.parametrize("width", [20, 40, 59, 60, 100, 200])
def test_any_width_shows_all_entries(
    harbour: Path, run: Run, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("timeline").out
    assert all(len(row) <= width for row in out.splitlines())
    assert all(word in "".join(out.split()) for word in ("EV1", "EV2", "Bothtyped.", "origincontested"))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["--from", "soon"], '--from: "soon" is not a date; write 2025-11-20, 2025-11 or 2025'),
        (["--to", "2026-02-30"], '--to: "2026-02-30" is not a calendar date'),
        (["--about", "v7"], 'no version "v7" in plans/harbour'),
        (["--format", "csv"], '--format cannot be "csv"'),
    ],
)
def test_bad_input(harbour: Path, run: Run, asked: list[str], message: str) -> None:
    ran = run("timeline", *asked)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""


def test_log_shows_events_beside_their_version(harbour: Path, run: Run) -> None:
    assert "EV2" not in run("log").out
    shown = run("log", "--events").out
    assert "8 Mar 2026: Both delegations meet. (EV2)" in shown
    assert "EV1" not in shown
    page = run("log", "--events", "--format", "markdown").out
    assert "8 Mar 2026: Both delegations meet. (EV2)" in page
    assert len({row.replace("\\|", "").count("|") for row in page.splitlines() if row.startswith("|")}) == 1
    found = json.loads(run("log", "--format", "json").out)
    assert [each["events"] for each in found["versions"]] == [[], ["EV2"]]


LONG = (
    "The day is approximate, for the two papers that report it name different ones, and neither saw the quay."
)


@pytest.fixture
def noted(harbour: Path) -> Path:
    """The same with notes: a short one of a claim, with marks of Markdown, and a long one of an event."""
    file = harbour / "plan.yaml"
    said = file.read_text(encoding="utf-8")
    said = said.replace("    sources: [gazette]\n", f"    sources: [gazette]\n    note: {LONG}\n", 1)
    said = said.replace(
        "    says: North did.\n", "    says: North did.\n    note: The day is [approximate] *.\n"
    )
    file.write_text(said, encoding="utf-8")
    return file


def test_a_note_is_shown_and_a_long_one_cut_with_where_it_stands(noted: Path, run: Run) -> None:
    shown = " ".join(run("timeline").out.split())
    assert "An envoy: North did. x C1; in tension with C3 note: The day is [approximate] *." in shown
    assert "note: The day is approximate, for the two papers that report it ..." in shown
    assert "(in full: planctl timeline --format markdown)" in shown
    assert LONG not in shown
    for form in ("markdown", "html"):
        assert LONG in run("timeline", "--format", form).out
    found = json.loads(run("timeline", "--format", "json").out)["entries"]
    assert [each["event"]["note"] for each in found if each["event"]] == ["", LONG]


def test_a_long_note_of_a_claim_says_which_command_has_it(noted: Path, run: Run) -> None:
    noted.write_text(
        noted.read_text(encoding="utf-8").replace("The day is [approximate] *.", LONG), encoding="utf-8"
    )
    assert "(in full: planctl claims C2)" in " ".join(run("timeline").out.split())
    assert LONG in " ".join(run("claims", "C2").out.split())


def test_log_shows_each_event_on_its_own_line_and_which_is_disputed(harbour: Path, run: Run) -> None:
    file = harbour / "plan.yaml"
    said = file.read_text(encoding="utf-8").replace(
        "    what: A deadline is set.\n", "    what: A deadline is set.\n    about: [v2]\n"
    )
    file.write_text(said, encoding="utf-8")
    rows = [row.strip("| ") for row in run("log", "--events").out.splitlines()]
    assert "Feb 2026: A deadline is set. (EV1) disputed" in rows
    assert "8 Mar 2026: Both delegations meet. (EV2)" in rows


def test_log_shows_the_notes_of_events(noted: Path, run: Run) -> None:
    assert "note:" not in run("log").out
    shown = " ".join(run("log", "--events").out.replace("|", " ").split())
    assert "Both delegations meet. (EV2) note: The day is approximate, for the two papers" in shown
    assert "(in full: planctl timeline --format markdown)" in shown
    for form in ("markdown", "html"):
        assert LONG in run("log", "--events", "--format", form).out


def test_a_plan_without_anything_beside_its_text(tmp_path: Path, run: Run) -> None:
    folder = lay(tmp_path)
    change(folder / "plan.yaml", "claims: []\n")
    assert [row.split()[-1] for row in run("timeline", "--plans", folder.parent).out.splitlines()[2:3]]


days = st.dates(dt.date(2025, 1, 1), dt.date(2025, 3, 1))


@given(st.lists(days, max_size=8), st.none() | days, st.none() | days)
def test_all_in_order_and_nothing_lost(
    dates: list[dt.date], earliest: dt.date | None, latest: dt.date | None
) -> None:
    events: list[dict[str, Any]] = [
        {"id": f"E{k}", "date": day.isoformat(), "what": "x"} for k, day in enumerate(dates)
    ]
    whole = plan(version("v1", "Ships wait."), events=events)
    found = chronicle(whole, earliest=earliest, latest=latest)
    assert [each.date.earliest for each in found] == sorted(each.date.earliest for each in found)
    kept = {each.subject.id for each in found if isinstance(each.subject, Event)}
    inside = {
        f"E{k}"
        for k, day in enumerate(dates)
        if (earliest is None or day >= earliest) and (latest is None or day <= latest)
    }
    assert kept == inside
    if earliest is latest is None:
        assert sum(isinstance(each.subject, Version) for each in found) == 1
