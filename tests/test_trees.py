"""Texts as trees: every command on four plans, and laws on invented trees."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given

from planctl import diff, record
from planctl.blame.points import assign
from planctl.errors import BadFile
from planctl.models import Plan, Point, Section, Version
from planctl.planfile import load_header, load_version, write, write_version
from planctl.readable import write_readable
from planctl.writers.lines import text_of
from tests import invented, trees
from tests.base_plan import change, lay
from tests.conftest import Ran
from tests.written import show_screen as show

TREES = Path(__file__).parent / "data" / "trees"
SCREENS = Path(__file__).parent / "screens" / "trees"
DEEP = {"contract": "1.2.(b)", "constitution": "Chapter I/3", "treaty": "Annex I/2", "definitions": "2.grain"}
Run = Callable[..., Ran]


def commands(plan: str) -> Iterator[tuple[str, ...]]:
    """Every command that reads a plan, on one of them."""
    deep = f"v2:{DEEP[plan]}"
    yield ("validate",)
    for what in ("v1", deep):
        yield ("show", what)
    yield ("diff", "v1", "v2")
    yield ("diff", "v1", "v2", "--stat")
    yield ("diff", "v1", "v2", "--format", "markdown")
    yield ("blame", "v2", "--no-git")
    yield ("blame", deep, "--no-git")
    yield ("blame", deep, "--no-git", "--format", "markdown")
    yield ("share",)
    yield ("share", "--format", "csv")
    yield ("claims",)
    yield ("log",)
    yield ("show", "v2", "--format", "markdown")


def screen(plan: str, run: Run) -> str:
    """What all of them print."""
    shown = []
    for words in commands(plan):
        ran = run(*words)
        assert (ran.code, ran.err) == (0, ""), (words, ran)
        shown.append(f"$ planctl {' '.join(words)}\n{ran.out}\n")
    version = load_version((TREES / plan / "v2.yaml").read_bytes(), "v2.yaml")
    header = load_header((TREES / plan / "plan.yaml").read_bytes(), "plan.yaml")
    shown.append(f"plan.md of v2:\n\n{write_readable(version, header)}")
    return re.sub("would be [0-9a-f]{12}", "would be (an id)", "".join(shown))


@pytest.mark.parametrize("plan", sorted(DEEP))
def test_every_command_on_a_tree(
    plan: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``UPDATE_SCREENS=1 pytest tests/test_trees.py`` writes them anew; read them before committing."""
    shutil.copytree(TREES / plan, tmp_path / "plans" / plan)
    monkeypatch.chdir(tmp_path)
    shown, file = screen(plan, run), SCREENS / f"{plan}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("plan", sorted(DEEP))
def test_json_keys_units_by_their_path(plan: str, run: Run) -> None:
    version = load_version((TREES / plan / "v2.yaml").read_bytes(), "v2.yaml")
    labels = {provision.label for provision in version.provisions}
    whole = json.loads(run("diff", "v1", "v2", "--plans", TREES / plan, "--format", "json").out)
    assert {p["label"] for c in whole["changes"] for part in c["parts"] for p in part["new"]} == labels
    blamed = json.loads(run("blame", "v2", "--no-git", "--plans", TREES / plan, "--format", "json").out)
    assert {p["label"] for point in blamed["points"] for p in point["provisions"]} == labels
    shown = json.loads(run("show", "v2", "--plans", TREES / plan, "--format", "json").out)["shown"]
    found = {f"{p['number']}.{item['label']}" for p in shown for item in p["items"]} | {
        p["number"] for p in shown if p["text"] or not p["items"]
    }
    assert found == labels


def test_git_diff_names_a_deep_item_by_its_path() -> None:
    old, new = (str(TREES / "contract" / f"{version}.yaml") for version in ("v1", "v2"))
    words = [
        sys.executable,
        "-m",
        "planctl.cli.git_diff",
        "plans/x/v.yaml",
        old,
        "1",
        "100644",
        new,
        "2",
        "100644",
    ]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "1.2.(b).(i) -> 1.2.(b).(i)" in said
    assert "{+of the last harvest+}" in said


# Places


def test_a_place_is_found_by_its_path_by_its_label_and_loosely() -> None:
    contract, constitution, treaty, accord = (
        load_version((TREES / plan / "v2.yaml").read_bytes(), "v2.yaml")
        for plan in ("contract", "constitution", "treaty", "definitions")
    )
    assert contract.candidates("1.2.b.i") == ("1.2.(b).(i)",)
    assert contract.candidates("1.2._1") == ("1.2._1",)
    assert constitution.candidates("Article 3") == ("Chapter I/Article 3",)
    assert constitution.candidates("3") == ("Chapter I/Article 3",)
    assert constitution.candidates("preamble._1") == ("preamble._1",)
    assert constitution.candidates("chapter ii") == ("Chapter II",)
    assert treaty.candidates("I/2") == ("Annex I/2",)
    assert treaty.candidates("1") == ("1",)
    assert treaty.candidates("2") == ("Annex I/2",)
    assert treaty.find("Annex I") == tuple(
        k for k, p in enumerate(treaty.provisions) if p.point.startswith("Annex I/")
    )
    assert accord.candidates("2.grain") == ("2.Grain",)
    assert accord.candidates("9") == ()


def test_what_can_be_several_places_is_refused_with_all_of_them(run: Run) -> None:
    ran = run("show", "v2:Article 1", "--plans", TREES / "treaty")
    assert ran.code == 2
    ran = run("blame", "v1:1.(a)", "--plans", TREES / "contract")
    assert 'no point "1.(a)" in v1' in ran.err
    plan = invented.version("v", "a", sections=[{"label": x, "points": [{"number": "7"}]} for x in "AB"])
    assert plan.candidates("7") == ("A/7", "B/7")
    assert plan.find("7") == ()


def test_an_ambiguous_point_is_one_error(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    change(plan / "v2.yaml", _ANNEXES)
    ran = run("show", "v2:3", "--plans", plan)
    assert ran == Ran(
        2,
        "",
        'planctl: "3" can be several points of v2: Annex I/3, Annex II/3\n'
        "  Write the whole path: v2:Annex I/3\n",
    )


def test_an_ambiguous_point_is_refused_wherever_it_is_named(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    change(plan / "v1.yaml", _ANNEXES)
    change(plan / "v2.yaml", "points: [{number: 1, text: Pilots are paid., made_from: ['v1:3']}]\n")
    several = "can be several points: Annex I/3, Annex II/3"
    for words in (("diff", "v1", "v2"), ("blame", "v2", "--no-git"), ("diff", "v1", "v1", "--point", "3")):
        ran = run(*words, "--plans", plan)
        assert (ran.code, ran.out) == (2, "")
        assert several in ran.err
        assert "Annex I/3" in ran.err.splitlines()[1]
    assert "PLC050" in run("validate", plan).out


def test_what_is_left_out_and_unseen_is_said_by_show_and_decides_in_diff(run: Run) -> None:
    for form in ("text", "markdown", "html", "json"):
        said = " ".join(run("show", "v2", "--plans", TREES / "treaty", "--format", form).out.split())
        assert "v2 is said to leave out v1:Annex I/2 (reported): Said to be left to" in said
        assert "No source read for this plan says whether v1:2 is still in v2." in said
    whole = json.loads(run("diff", "v1", "v2", "--plans", TREES / "treaty", "--format", "json").out)
    kinds = {label: each["kind"] for each in whole["changes"] for label in each["old"] if not each["new"]}
    assert kinds == {"2": "unseen", "Annex I/2": "dropped"}


def test_of_what_nobody_has_read_no_change_is_claimed(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    change(plan / "v2.yaml", "points: [{number: 1, unseen: true, made_from: ['v1:1']}]\n")
    assert run("validate", "--strict", plan).code == 0
    shown = run("diff", "v1", "v2", "--plans", plan)
    assert "! 1 of v2 was not read for this plan: what it says is not known here." in shown.out
    assert "v2:1 was not read for this plan: no word of it is known to be gone" in shown.out
    whole = json.loads(run("diff", "v1", "v2", "--plans", plan, "--format", "json").out)
    (edited,) = (c for c in whole["changes"] if c["old"] == ["1"])
    assert [part["substance"] for part in edited["parts"]] == [[]]


@pytest.mark.parametrize(
    ("sections", "missing"),
    [
        ([("Article 1", "Fees are due."), ("Article 2", "See Article 9.")], "Article 9"),
        ([("Article 1", "Fees are due."), ("Article 2", "As No. 9 says, or point 9.")], ""),
        ([("1", "Ships: 1. sail; 9. row."), ("2", "As point 1 and point 9 say.")], "point 9"),
        ([("1", "Under point 9:"), ("2", "Not under point 2.")], ""),
    ],
)
def test_a_number_that_may_be_an_item_is_not_missed_as_a_point(
    sections: list[tuple[str, str]], missing: str, tmp_path: Path, run: Run
) -> None:
    """A preamble and a heading lend the points no other name; the first point has items 1 and 9."""
    plan = lay(tmp_path)
    items = [{"label": "1.", "text": "sail;"}, {"label": "9.", "text": "row."}]
    first, second = ({"number": number, "text": text} for number, text in sections)
    points = [first | ({"items": items} if "Under" in sections[0][1] else {}), second]
    rules = [{"heading": "Rules", "points": points}]
    text = f"preamble: [{{text: The shores agree.}}]\npoints: []\nsections: {json.dumps(rules)}\n"
    change(plan / "v2.yaml", text)
    found = run("validate", plan).out
    assert ("PLC048" in found, missing in found) == (bool(missing), True), found


def test_the_default_plan_is_meant_where_none_is_named(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    other = plan.parent / "canal"
    shutil.copytree(plan, other)
    several = "several plans have v1 or v2: canal, harbour"
    assert several in run("diff", "v1", "v2", "--plans", plan.parent).err
    change(plan / "plan.yaml", "default: true\ntitle: The harbour\n")
    assert run("diff", "v1", "v2", "--plans", plan.parent).out.startswith("The harbour")
    assert (
        "Choose one with --plan NAME, or record them with --all." in run("record", "--plans", plan.parent).err
    )
    change(other / "plan.yaml", "default: true\n")
    assert "2 of them say default: true" in run("diff", "v1", "v2", "--plans", plan.parent).err


def test_claims_in_tension_are_named_with_each_other(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    header = (plan / "plan.yaml").read_text()
    more = header.partition("claims:\n")[2].replace("C1", "C2").rstrip()
    (plan / "plan.yaml").write_text(f"{header.rstrip()}\n{more}\n    in_tension_with: [C1]\n")
    assert run("validate", "--strict", plan).code == 0
    said = run("claims", "--plans", plan).out
    assert "in tension with C1" in said
    assert "in tension with C2" in said
    found = json.loads(run("claims", "--plans", plan, "--format", "json").out)["claims"]
    assert {c["id"]: c["in_tension_with"] for c in found} == {"C1": ["C2"], "C2": ["C1"]}


_ANNEXES = """sections:
  - label: Annex I
    points: [{number: 3, text: Pilots are paid.}]
  - label: Annex II
    points: [{number: 3, text: Tugs are paid.}]
"""


def test_points_tabled_by_a_party_of_their_own_are_credited_to_it(run: Run) -> None:
    shown = json.loads(
        run("blame", "v2:Annex I/2", "--no-git", "--plans", TREES / "treaty", "--format", "json").out
    )
    brought = {s["version"]: s["parties"] for s in shown["points"][0]["provisions"][0]["stretches"]}
    assert brought["v2"] == ["north"]
    share = json.loads(run("share", "v2", "--plans", TREES / "treaty", "--format", "json").out)
    assert {p["party"]: p["alone"] for p in share["by_party"]} == {"north": 40, "south": 3}


def test_a_term_is_the_same_definition_wherever_it_stands(run: Run) -> None:
    whole = json.loads(run("diff", "v1", "v2", "--plans", TREES / "definitions", "--format", "json").out)
    links = [k for c in whole["changes"] for part in c["parts"] for k in part["links"] if k["stated"]]
    assert {(k["old"], k["new"]) for k in links} == {("1.Season", "2.Season"), ("1.Grain", "2.Grain")}


def test_a_section_without_a_name_and_a_version_without_text_are_refused() -> None:
    text = (TREES / "treaty" / "v1.yaml").read_text()
    with pytest.raises(BadFile, match="a section needs a label or a heading"):
        load_version(text.replace("label: Annex I\n    heading: Fishing\n    ", "").encode(), "v1.yaml")
    head = text.partition("points:")[0]
    with pytest.raises(BadFile, match="needs the key points"):
        load_version(head.encode(), "v1.yaml")


def test_a_tree_too_deep_is_one_problem() -> None:
    head = (TREES / "treaty" / "v1.yaml").read_text().partition("points:")[0]
    deep = "".join(f"{' ' * 2 * k}- text: a\n{' ' * 2 * k}  items:\n" for k in range(1, 40))
    with pytest.raises(BadFile, match="levels of brackets or indentation"):
        load_version(f"{head}preamble:\n{deep}".encode(), "v1.yaml")


# Laws


@given(trees.versions())
def test_what_was_written_is_read_back(version: Version) -> None:
    """Law: round trip."""
    assert load_version(write_version(version).encode(), "v.yaml") == version


@given(trees.versions())
def test_every_place_is_found_by_its_path(version: Version) -> None:
    """Law: parse(print(place)) is the place."""
    for unit in version.units:
        assert version.candidates(unit.path) == (unit.path,)
    for index, provision in enumerate(version.provisions):
        assert version.find(provision.label)[0] == index


@given(trees.versions())
def test_no_words_of_a_tree_are_lost(version: Version) -> None:
    """Law: nothing lost."""
    written = Counter(
        unit.written.heading if isinstance(unit.written, Section) else unit.written.text
        for unit in version.units
    )
    assert +Counter({text: n for text, n in written.items() if text}) == Counter(
        p.text for p in version.provisions if p.text
    )
    assert version.point_count == sum(isinstance(unit.written, Point) for unit in version.units)


@given(trees.plans())
def test_every_provision_stands_in_one_part_and_sides_mirror(plan: Plan) -> None:
    """Laws: nothing lost, peace, mirror."""
    old, new = plan.versions
    there, back = diff.compare(old, new), diff.compare(new, old)
    for side, version in enumerate((old, new)):
        places = Counter(k for part in there.parts for k in (part.old, part.new)[side])
        assert places == Counter(range(len(version.provisions)))
    assert {(c.old, c.new, c.moved, c.section) for c in there.changes} == {
        (c.new, c.old, c.moved, c.section and type(c.section)(c.section.new, c.section.old))
        for c in back.changes
    }
    assert diff.compare(old, old).is_quiet


@given(trees.plans())
def test_the_record_of_a_tree_is_the_file_and_blame_gives_the_text_back(plan: Plan) -> None:
    """Laws: recorded is the file; same files, same ids; whole text back."""
    files = {v.version: write_version(v).encode() for v in plan.versions}
    header = write(plan.header).encode()
    first, second = (record.make_history(plan, header, files) for _ in range(2))
    assert first.refs() == second.refs()
    assert {step.version: step.files[f"{step.version}.yaml"] for step in first.steps} == files
    blame = assign(plan, "v1")
    found = [p for point in blame.points for p in point.provisions]
    assert ["".join(s.text for s in p.stretches) for p in found] == [p.provision.text for p in found]
    assert len(found) == len(blame.version.provisions)


@given(trees.versions())
def test_every_sign_of_a_tree_is_shown(version: Version) -> None:
    """Law: no text lost on screen."""
    header = invented.plan(version).header
    for shown in (text_of(show(header, version, version.units, 80)), write_readable(version, header)):
        left = iter(shown.replace("\\", ""))
        for unit in version.units:
            text = unit.written.heading if isinstance(unit.written, Section) else unit.written.text
            assert all(sign in left for sign in text if not sign.isspace())
