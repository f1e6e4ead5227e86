"""``planctl log``, ``show`` and ``init``: whole screens, and what they do to the disk."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planctl.cli.app import COMMANDS
from planctl.lineage.states import states
from planctl.models import Header
from planctl.unseen import unseen
from planctl.writers.lines import text_of
from tests import invented
from tests.conftest import Ran
from tests.written import log_screen as log
from tests.written import show_screen as show

Run = Callable[..., Ran]


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three drafts: a first, a counter-proposal, and a reconstruction made from both."""
    folder = tmp_path / "plans" / "talks"
    folder.mkdir(parents=True)
    files = {
        "plan.yaml": """\
            title: Talks at the lake
            parties:
              - {id: north, name: The North}
              - {id: south, name: The South}
            sources:
              - {id: gazette, publisher: The Gazette, date: 2025-11-20}
            claims:
              - id: C1
                date: 2025-11-21
                by: A diplomat
                says: The South wrote point 2.
                about: ["d1:2"]
                sources: [gazette]
            """,
        "d1.yaml": """\
            version: d1
            title: The first draft
            date: 2025-11-20
            tabled_by: [north]
            wording: verbatim
            evidence: published
            sources: [gazette]
            points:
              - number: 1
                text: Guns leave the shore within 30 days.
              - number: 2
                heading: Boats
                text: "Boats:"
                items:
                  - {label: a, text: "[fishing] boats stay;"}
                  - {label: b, text: warships leave., evidence: reported, note: Heard on the radio.}
            """,
        "d2.yaml": """\
            version: d2
            title: The answer
            date: 2025-11-22
            tabled_by: [south]
            made_from: [d1]
            wording: restated
            evidence: published
            sources: [gazette]
            points:
              - number: 1
                text: Guns leave the shore within 60 days.
            """,
        "d3.yaml": """\
            version: d3
            title: What came out
            date: {earliest: 2025-11-23, latest: 2025-11-25}
            tabled_by: [north, south]
            made_from: [d1, {version: d2, contested: true}]
            wording: reconstructed
            evidence: inferred
            note: Nobody has seen it.
            points:
              - number: 1
                text: Guns leave the shore.
                note: From what both sides said.
            """,
    }
    for name, text in files.items():
        (folder / name).write_text(dedent(text))
    monkeypatch.chdir(tmp_path)
    return folder


def test_log_draws_the_version_graph(talks: Path, run: Run) -> None:
    expected = """\
        Talks at the lake   plans/talks

        *    d3  23-25 Nov 2025  The North, The South
        |\\   What came out
        | |  1 point, 1 provision; reconstructed, 1 inferred
        | |  made from d1, d2 (contested)
        | |
        | *  d2  22 Nov 2025  The South
        | |  The answer
        | |  1 point, 1 provision; restated, 1 published
        | |  made from d1
        | |
        |/
        *  d1  20 Nov 2025  The North
           The first draft
           2 points, 13 words; verbatim, 1 published, 1 reported
           1 claim about it

        """
    assert run("log").out == dedent(expected)


def test_nothing_is_said_of_a_point_that_a_restated_text_lacks(talks: Path, run: Run) -> None:
    rows = [row for row in run("diff", "d1", "d2").out.splitlines() if row.startswith("  2  no counterpart")]
    assert rows
    assert all(row.endswith("nothing said") for row in rows)


def test_log_as_json_and_markdown_say_the_same(talks: Path, run: Run) -> None:
    found = json.loads(run("log", "--format", "json").out)
    assert [v["version"] for v in found["versions"]] == ["d1", "d2", "d3"]
    assert found["versions"][2]["made_from"][1]["contested"] is True
    assert found["versions"][0]["claims"] == ["C1"]
    table = run("log", "--format", "markdown").out
    assert "| d3 | 23-25 Nov 2025 | The North, The South | What came out | 1 point, " in table
    assert "| made from d1, d2 (contested)" in table


def test_show_prints_a_version_with_what_it_rests_on(talks: Path, run: Run) -> None:
    expected = """\
        Talks at the lake   d1   The first draft                                2 points
          tabled by The North, 20 Nov 2025
        ! d1: 1 of its 2 points rests at least in part on reports.
          sources: gazette

        1                                                                      published

          Guns leave the shore within 30 days.

        2  Boats                                                  published and reported
          Boats:
          a. [fishing] boats stay;
          b. warships leave.
             reported
             note: Heard on the radio.

        SOURCES
          gazette  The Gazette  20 Nov 2025
        """
    shown = run("show", "d1").out
    assert [line for line in shown.splitlines() if line] == [
        line for line in dedent(expected).splitlines() if line
    ]


def test_show_says_of_a_reconstruction_that_it_is_one(talks: Path, run: Run) -> None:
    for form in ("text", "markdown", "json"):
        assert "reconstruction" in run("show", "d3", "--format", form).out


@pytest.mark.parametrize("reference", [("d1:2.b",), ("d1", "2.b"), ("talks/d1", "2.b")])
def test_show_prints_one_item(talks: Path, run: Run, reference: tuple[str, ...]) -> None:
    shown = run("show", *reference).out
    assert "b. warships leave." in shown
    assert "fishing" not in shown
    found = json.loads(run("show", *reference, "--format", "json").out)["shown"]
    assert [item["label"] for item in found[0]["items"]] == ["b"]


def test_a_wrong_name_is_one_block_on_standard_error(talks: Path, run: Run) -> None:
    ran = run("show", "d4")
    assert ran == Ran(
        2,
        "",
        'planctl: no version "d4" in plans/talks; did you mean d3?\n'
        "  Versions: d1, d2, d3.  planctl log shows them with dates and parties.\n",
    )


@given(st.text(), st.text(), st.integers(20, 160))
@example("", "\U000e0100", 20)
def test_no_text_is_lost_on_screen(title: str, text: str, width: int) -> None:
    version = invented.version("v1", {"number": "1", "text": text})
    header = Header(title=title)
    shown = text_of(show(header, version, version.units, width))
    drawn = text_of(log(title, states(invented.plan(version)), header, {}, width))
    for screen in (shown, drawn):
        assert not [char for char in screen if not char.isprintable() and char != "\n" and char.isascii()]
    hidden = set(unseen(text))
    visible = [c for k, c in enumerate(text) if k not in hidden and c.isprintable() and not c.isspace()]
    left = iter(shown)
    assert all(char in left for char in visible)


def test_init_makes_a_plan_and_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    first = run("init", "harbour", "--title", "The harbour talks")
    assert first.code == 0
    assert "plans/harbour/v1.yaml" in first.out
    assert run("show", "v1").code == 0
    assert run("validate").code == 0
    second = run("init", "harbour")
    assert (second.code, second.out) == (2, "")
    assert "plans/harbour already exists" in second.err


def test_init_copies_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "--example", "ukraine-2025").code == 0
    assert run("validate").code == 0
    assert run("init", "mine", "--example", "ukraine-2025").code == 0
    assert (tmp_path / "plans" / "mine" / "v28.yaml").read_bytes() == (
        tmp_path / "plans" / "ukraine-2025" / "v28.yaml"
    ).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "the new plan needs a name"),
        (("../up",), '"../up" is not a valid plan name'),
        (("--example", "ukraine"), 'no example "ukraine" in planctl; did you mean ukraine-2025?'),
    ],
)
def test_init_refuses_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("init", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert not list(tmp_path.iterdir())


def test_the_example_is_named_when_there_is_no_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("log", "--plan", "ukraine-2025")
    assert "using the bundled example ukraine-2025" in ran.err
    assert "v28" in ran.out


def imported_by(*arguments: str) -> set[str]:
    """The modules that a whole command imports."""
    code = (
        "import sys\nfrom planctl.cli.app import main\n"
        f"sys.argv = ['planctl', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ast.literal_eval(done.stderr.splitlines()[-1]))


def test_help_loads_no_command_and_no_heavy_library() -> None:
    loaded = imported_by("--help")
    assert not loaded & {"git", "pydantic", "rapidfuzz", "yaml", "rich", "numpy", "text_to_num"}
    assert {name for name in loaded if name.startswith("planctl.cli.")} == {"planctl.cli.app"}


def test_diff_of_bundled_versions_needs_neither_git_nor_numpy(bundled: Path) -> None:
    loaded = imported_by("diff", "v28", "v19", "--plans", str(bundled))
    assert "planctl.diff" in loaded
    assert not loaded & {"git", "numpy", "scipy", "ruamel", "rich.console"}


def test_only_the_language_of_the_texts_is_loaded_whole(bundled: Path) -> None:
    loaded = imported_by("diff", "v28", "v19", "--plans", str(bundled))
    whole = {name for name in loaded if name.endswith(".language") and ".languages." in name}
    assert whole == {"planctl.substance.languages.en.language"}
    loaded = imported_by("validate", str(bundled))
    assert not loaded & {"planctl.substance.language", "planctl.substance.tokens"}


def test_no_module_is_hidden_behind_another() -> None:
    code = (
        "import sys\nfrom planctl.cli.app import main\nsys.argv = ['planctl', 'schema']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "ours = [name for name, kept in sys.modules.items() if type(kept).__module__.startswith('planctl')]\n"
        "print(ours, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_help_lists_each_command_with_the_first_line_of_its_own_help(run: Run) -> None:
    shown = run("--help").out
    for name, line in COMMANDS.items():
        assert name in shown
        assert line in " ".join(run(name, "--help").out.split())


def test_a_typing_slip_in_a_command_is_guessed(run: Run) -> None:
    assert "Did you mean 'log'?" in run("lgo").err
