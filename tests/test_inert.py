"""No forged lines: whatever stands in a file, a name or an argument, no command writes it so that it acts."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planctl.cli import problems
from planctl.errors import FilePlace, Problem
from planctl.plain import one_line
from tests.browsed import TAGS, Read
from tests.conftest import Ran
from tests.gfm import LIVE, Shown
from tests.hostile import ATTACKS, WORKING, forged, lay, live_cells, number_of

Run = Callable[..., Ran]
SOME = (
    "banners wherever a line breaks",
    "banner on a second line",
    "annotation on a second line",
    "old command",
    "fillers",
    "addresses",
    "people and pictures",
)
"""For what takes long: one of each kind."""
SOME_ATTACKED = pytest.mark.parametrize("attack", [ATTACKS[name] for name in SOME], ids=SOME)
ATTACKED = pytest.mark.parametrize("attack", ATTACKS.values(), ids=list(ATTACKS))

READING = (
    "diff v1 v2",
    "diff v1 v2 -y",
    "diff v1 v2 --explain",
    "diff v1 v2 --stat",
    "diff v2 v2",
    "blame v2",
    "blame v2:LABEL",
    "show v1",
    "show v1:LABEL",
    "log",
    "claims",
    "claims v1:LABEL",
    "share",
    "share --history",
    "validate",
    "validate --strict plans",
)
IN_JSON = (
    "diff v1 v2",
    "blame v2",
    "blame v2:LABEL",
    "show v1",
    "log",
    "claims",
    "share --history",
    "validate",
)
IN_MARKDOWN = (
    "diff v1 v2",
    "diff v1 v2 --explain",
    "diff v1 v2 --stat",
    "diff v2 v2",
    "blame v2",
    "blame v2:LABEL",
    "show v1",
    "show v1:LABEL",
    "log",
    "claims",
    "share --history",
)
IN_TABLES = ("diff v1 v2", "blame v2", "claims", "log", "share", "share --history")


def typed(command: str, attack: str) -> list[str]:
    return [word.replace("LABEL", number_of(attack, 1)) for word in command.split(" ")]


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Lays a plan folder full of one attack and goes there."""
    monkeypatch.chdir(tmp_path)
    return lambda attack: lay(tmp_path, attack)


@ATTACKED
@pytest.mark.parametrize("width", ["80", "33"])
def test_no_line_on_screen_is_forged(
    attack: str, width: str, hostile: Callable[[str], Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    hostile(attack)
    for command in READING:
        ran = run(*typed(command, attack))
        assert ran.code in {0, 1}, (command, ran.err)
        assert forged(ran.out + ran.err, attack) == [], command


@SOME_ATTACKED
def test_no_colour_lets_a_line_through(
    attack: str, hostile: Callable[[str], Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    hostile(attack)
    for command in ("diff v1 v2", "show v1", "blame v2", "log"):
        out = run(*typed(command, attack)).out
        assert "\x1b[" in out, command
        assert forged(re.sub("\x1b\\[[0-9;]*m", "", out), attack) == [], command


@ATTACKED
def test_json_holds_the_words_and_nothing_live(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(attack)
    for command in IN_JSON:
        ran = run(*typed(command, attack), "--format", "json")
        assert forged(ran.out + ran.err) == [], command
        assert json.loads(ran.out)["schema"], command
    shown = json.loads(run("show", "v1", "--format", "json").out)["shown"]
    assert next(point["heading"] for point in shown if not point["passage"]) == attack.strip()


@ATTACKED
def test_annotations_are_ours(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(attack)
    ran = run("validate", "--format", "github")
    assert forged(re.sub("^::(error|warning) file=plans/p/[^,:]*,", "", ran.out, flags=re.MULTILINE)) == []
    assert all(re.match(r"::(error|warning) file=plans/p/", row) for row in ran.out.splitlines())


@ATTACKED
def test_no_reader_of_tables_finds_a_formula(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(attack)
    for command in IN_TABLES:
        out = run(*command.split(), "--format", "csv").out
        assert forged(out) == []
        assert live_cells(out) == []


# Markdown, read as GitHub reads it


@ATTACKED
def test_nothing_of_a_field_is_markup(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(attack)
    for command in IN_MARKDOWN:
        out = run(*typed(command, attack), "--format", "markdown").out
        shown = Shown(out)
        assert forged(out) == [], command
        assert [tag for tag in LIVE if shown.elements[tag]] == [], command
        for tag in ("del", "ins", "small", "br"):
            assert shown.elements[tag] == len(re.findall(rf"(?<!\\)<{tag}>", out)), (command, tag)
        for level in (1, 2, 3):
            assert shown.elements[f"h{level}"] == len(re.findall(f"^#{{{level}}} ", out, re.MULTILINE))
        assert shown.elements["table"] == len(re.findall(r"^\| (?:--- \| ?)+$", out, re.MULTILINE)), command
        assert "".join(one_line(attack).split()) in shown.text, command


@SOME_ATTACKED
def test_nothing_of_a_field_runs_in_a_browser(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(attack)
    for command in IN_MARKDOWN:
        out = run(*typed(command, attack), "--format", "html").out
        read = Read(out)
        assert forged(out) == [], command
        assert set(read.tags) <= TAGS, command
        assert not [name for name, _ in read.attributes if name == "src" or name.startswith("on")], command
        links = [value for name, value in read.attributes if name == "href"]
        assert all((link or "").startswith(("http://", "https://")) for link in links), command
        assert "".join(one_line(attack).split()) in "".join("".join(read.parts).split()), command


# Names and arguments

NAMES = [attack for attack in ATTACKS.values() if len(attack.encode()) < 200 and "/" not in attack]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_and_folders_forge_nothing(
    name: str, hostile: Callable[[str], Path], run: Run
) -> None:
    plan = hostile("x")
    (plan / f"{name}.yaml").write_text((plan / "v1.yaml").read_text() + "\n", encoding="utf-8")
    other = plan.parent / f"q{name}"
    other.mkdir()
    for file in ("plan.yaml", "v1.yaml"):
        (other / file).write_bytes((plan / file).read_bytes())
    (other / "v3.yaml").write_text("zz: 1\n")
    (plan.parent.parent / f"{name}.yaml").write_text("a: b\n")
    for command in (
        "log",
        "diff",
        "show v1",
        "claims",
        "share",
        "validate",
        "validate plans",
        "record",
        "verify",
    ):
        for plans in ([], ["--plans", str(other)]) if command != "validate plans" else ([],):
            ran = run(*command.split(), *plans)
            assert forged(ran.out + ran.err, name) == [], command
    for words in (["validate", f"{name}.yaml"], ["diff", f"{name}.yaml", "v1"], ["validate", str(other)]):
        ran = run(*words)
        assert forged(ran.out + ran.err, name) == [], words
    ran = run("validate", "--format", "github", "plans")
    assert all(re.match(r"::(error|warning) file=plans/[^,:]*,", row) for row in ran.out.splitlines())


@ATTACKED
def test_arguments_forge_nothing(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile("x")
    loud = f"{attack}\x1b[31m\x07\u202e"
    for words in (
        [loud],
        ["diff", loud],
        ["diff", "v1", loud],
        ["diff", f"--{loud}"],
        ["diff", "--format", loud],
        ["show", f"v1:{loud}"],
        ["diff", "--threshold", loud],
        ["diff", "v1", "v2", "x", loud],
        ["blame", loud],
        ["blame", f"v1@{loud}"],
        ["claims", loud],
        ["share", loud],
        ["log", "--plan", loud],
        ["log", "--plans", loud],
        ["record", "--plan", loud],
        ["validate", loud],
        ["init", loud],
        ["init", "x", "--plans", loud],
        ["init", "x", "--example", loud],
        ["schema", loud],
        ["diff", "--point", loud],
    ):
        ran = run(*words)
        assert ran.code in {0, 1, 2}, words
        assert forged(ran.out + ran.err, attack) == [], words
        assert ran.code < 2 or ran.err.startswith("planctl: "), words
        assert all(row.startswith(("planctl: ", "  ", " \\")) for row in ran.err.splitlines()), ran.err


# git


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, encoding="utf-8").stdout


@SOME_ATTACKED
def test_what_git_says_forges_nothing(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(attack)
    name = " ".join(attack.split()).replace("<", "(").replace(">", ")")
    git("init")
    git("add", ".")
    git("-c", f"user.name={name} x", "commit", "--cleanup=verbatim", "-m", attack)
    for command in ("record --dry-run", "record", "record", "verify", "log", "blame v1", "blame v1:LABEL"):
        ran = run(*typed(command, attack))
        assert ran.code == 0, (command, ran.err)
        assert forged(ran.out + ran.err, attack) == [], command
    for command in ("record", "verify", "log", "blame v1:LABEL"):
        assert forged(run(*typed(command, attack), "--format", "json").out) == []
    for command in ("log", "blame v1:LABEL"):
        page = run(*typed(command, attack), "--format", "markdown").out
        assert not any(Shown(page).elements[tag] for tag in LIVE), page


@SOME_ATTACKED
def test_what_git_shows_for_us_forges_nothing(attack: str, hostile: Callable[[str], Path], run: Run) -> None:
    plan = hostile(attack)
    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    (plan / "v1.yaml").write_bytes((plan / "v2.yaml").read_bytes().replace(b'"v2"', b'"v1"', 1))
    run("git-config", "--enable")
    git("commit", "-am", "second")
    for words in (
        ["diff", "HEAD~1"],
        ["show"],
        ["log", "-p", "--ext-diff"],
        ["show", "--format=%H", "HEAD~1"],
    ):
        said = git(*words, "--", "plans/p/v1.yaml", "plans/p/v2.yaml")
        assert "diff --" in said, words
        assert forged(said, attack) == [], words


# What validate says of it


def places(out: str) -> Iterator[tuple[str, str]]:
    return ((match[1], match[2]) for match in re.finditer(r"^(\S+)  (PLC\d+)", out, re.MULTILINE))


@pytest.mark.parametrize(
    "name", ["fillers", "marks of direction", "selectors and tags", "no width", "private and unassigned"]
)
def test_validate_finds_what_cannot_be_seen(name: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(ATTACKS[name])
    found = list(places(run("validate").out))
    assert any(place.startswith("plans/p/v1.yaml:3:") and code == "PLC034" for place, code in found)
    assert {place.split(":")[0] for place, code in found if code == "PLC034"} == {
        f"plans/p/{file}.yaml" for file in ("plan", "v1", "v2")
    }


@pytest.mark.parametrize(
    "text", [*WORKING.values(), "שלום\u200f (2025)", "العربية\u061c 5", "עברית\u200e abc"]
)
def test_validate_lets_honest_work_be(text: str, hostile: Callable[[str], Path], run: Run) -> None:
    hostile(text)
    assert "PLC03" not in run("validate").out


@pytest.mark.parametrize(
    "field", ["title", "number", "heading", "label", "name", "names", "publisher", "by", "url"]
)
def test_validate_finds_a_line_feed_in_what_is_one_line(
    field: str, hostile: Callable[[str], Path], run: Run
) -> None:
    plan = hostile("x\ny")
    out = run("validate").out
    said = [row for row in out.splitlines() if "PLC047" in row and f"  {field} contains a line break" in row]
    assert said, out
    file, row = said[0].split(":")[:2]
    assert f'"{field}"' in (plan.parent.parent / file).read_text().splitlines()[int(row) - 1]
    assert Path(file).name in {"plan.yaml", "v1.yaml"}


def test_a_text_may_have_lines(hostile: Callable[[str], Path], run: Run) -> None:
    hostile("x\ny")
    assert not re.search("(text|note|says) contains a line break", run("validate").out)


def test_a_file_name_gives_no_orders_inside_an_annotation() -> None:
    problem = Problem(FilePlace("plans/##[error]x/plan.yaml", 1, 1), "PLC001", "m", "c")
    annotation = problems.as_github([problem])
    assert annotation.startswith("::error file=plans/")
    assert "##[" not in annotation
