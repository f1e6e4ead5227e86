"""Formats per command: each writes what its table says, and refuses any other by name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
PROSE = ("text", "markdown", "html")
WRITTEN = {
    "diff": (*PROSE, "json", "csv"),
    "blame": (*PROSE, "json", "csv"),
    "share": (*PROSE, "json", "csv"),
    "claims": (*PROSE, "json", "csv"),
    "log": (*PROSE, "json", "csv"),
    "show": (*PROSE, "json"),
    "validate": ("text", "json", "github"),
    "record": ("text", "json"),
    "verify": ("text", "json"),
}
"""What each command writes."""
ASKED = {
    "diff": ("diff", "v28", "v20", "--only", "dropped"),
    "blame": ("blame", "v20:4", "--no-git"),
    "share": ("share", "v20"),
    "claims": ("claims", "v20:4"),
    "log": ("log",),
    "show": ("show", "v20:4"),
}
PAIRS = [(command, form) for command, forms in WRITTEN.items() if command in ASKED for form in forms]


@pytest.mark.parametrize("command", WRITTEN)
def test_the_table_of_a_command_is_what_it_writes(command: str, run: Run) -> None:
    assert WRITTEN[command] == import_module(f"planctl.cli.{command}").FORMATS
    *others, last = WRITTEN[command]
    said = " ".join(run(command, "--help").out.split())
    assert f"Output format: {', '.join(others)} or {last}." in said


@pytest.mark.parametrize("command", WRITTEN)
@pytest.mark.parametrize("form", ["docx", "JSON", "", "markdown"])
def test_any_other_is_refused_with_that_list(command: str, form: str, run: Run) -> None:
    if form in WRITTEN[command]:
        return
    what = {"diff": ["v28"], "blame": ["7"], "show": ["v28"]}.get(command, [])
    ran = run(command, *what, "--format", form)
    *others, last = WRITTEN[command]
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f'planctl: --format cannot be "{form}"')
    assert ran.err.endswith(f"\n  It writes {', '.join(others)} or {last}.\n")


@pytest.mark.parametrize(("command", "form"), PAIRS)
def test_every_format_says_how_far_to_trust_it(command: str, form: str, run: Run, bundled: Path) -> None:
    ran = run(*ASKED[command], "--plans", bundled, "--format", form)
    assert ran.code == 0
    told = " ".join(ran.out.replace("\\", "").split())
    if command in {"diff", "blame", "share", "show"}:
        assert "4 of its 20 points rest at least in part on reports" in told


@pytest.mark.parametrize("form", PROSE)
def test_a_filtered_answer_says_so(form: str, run: Run, bundled: Path) -> None:
    words = "Showing 10 of 29 changes; the summary covers all."
    assert words in run(*ASKED["diff"], "--plans", bundled, "--format", form).out
    assert words not in run("diff", "v28", "v20", "--plans", bundled, "--format", form).out


def test_a_filtered_answer_says_so_as_data(run: Run, bundled: Path) -> None:
    asked = (*ASKED["diff"], "--plans", bundled, "--format")
    summary = json.loads(run(*asked, "json").out)["summary"]
    rows = list(csv.DictReader(io.StringIO(run(*asked, "csv").out)))
    assert summary["showing"] == "Showing 10 of 29 changes; the summary covers all."
    assert {(row["shown"], row["changes"]) for row in rows} == {("10", "29")}
    assert len(rows) == 10


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
@pytest.mark.parametrize("command", ["diff", "blame", "claims", "show"])
def test_sources_come_with_their_addresses(command: str, form: str, run: Run, bundled: Path) -> None:
    if form not in WRITTEN[command]:
        return
    out = run(*ASKED[command], "--plans", bundled, "--format", form).out
    assert "https" in out.replace("&#x3A;", ":")


@pytest.mark.parametrize("command", ["claims", "show"])
def test_a_terminal_has_the_addresses_where_they_are_asked_for(command: str, run: Run, bundled: Path) -> None:
    out = run(*ASKED[command], "--plans", bundled).out
    assert "SOURCES" in out
    assert "https://" in out


def test_the_columns_of_two_have_the_versions_names(run: Run, bundled: Path) -> None:
    out = run("diff", "v28", "v20", "--point", "6", "-y", "--plans", bundled).out
    assert any(row.split() == ["v28", "|", "v20"] for row in out.splitlines())


def test_a_table_has_a_row_for_each_point_and_claim(run: Run, bundled: Path) -> None:
    def rows(*asked: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(run(*asked, "--plans", bundled, "--format", "csv").out)))

    changes = rows("diff", "v28", "v20")
    assert len(changes) == 29
    navy = next(row for row in changes if row["old"] == "6")
    assert navy["kind"] == "edited"
    assert navy["new"] == "4"
    assert "600,000 -> 800,000 people" in navy["substance"]
    assert "'us, ua" not in navy["parties"]
    assert {row["version"] for row in rows("log")} == {"v28", "e3", "v19", "v20"}
    assert {"C43a", "C43b"} <= {row["id"] for row in rows("claims", "v20:4")}
    wording = "".join(row["text"] for row in rows("blame", "v20:4", "--no-git"))
    (point,) = json.loads(run("show", "v20:4", "--plans", bundled, "--format", "json").out)["shown"]
    assert "".join(wording.split()) == "".join(point["text"].split())


def test_what_a_change_rests_on_is_one_value(run: Run, bundled: Path) -> None:
    """JSON and csv say it with the same evidence."""
    asked = ("diff", "v28", "v20", "--plans", bundled, "--format")
    changes = json.loads(run(*asked, "json").out)["changes"]
    rows = list(csv.DictReader(io.StringIO(run(*asked, "csv").out)))
    assert [c["rests_on"]["evidence"] for c in changes] == [row["evidence"] for row in rows]


def test_no_page_reads_a_note(tmp_path: Path, run: Run) -> None:
    """A note is quoted, never understood: what it says of another version's points changes no row."""
    head = "title: {0}\ndate: 2025-01-0{1}\ntabled_by: [n]\nwording: verbatim\nevidence: published\n"
    folder = tmp_path / "plans" / "p"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text("title: P\nparties: [{id: n, name: N}]\n")
    body = "points:\n  - number: 1\n    text: Guns leave the shore.\n"
    (folder / "a.yaml").write_text(
        "version: a\n" + head.format("A", 1) + body + "  - number: 2\n    text: Boats stay.\n"
    )
    shown = []
    for note in ("", "note: Left out is a:2, as reported.\n"):
        (folder / "b.yaml").write_text("version: b\nmade_from: [a]\n" + head.format("B", 2) + note + body)
        shown.append(run("diff", "a", "b", "--plans", folder).out)
    assert shown[0] == shown[1]
