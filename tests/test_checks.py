"""Every check: its documented example gives exactly its code, and what is right gives none."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl import brackets
from planctl.checks import find
from planctl.cli.problems import as_lines
from planctl.codes import CHECKS
from planctl.errors import Problem
from planctl.planfile import PlanFile, read
from planctl.workspace.gathering import read_folder
from planctl.writers.lines import text_of
from tests.base_plan import BASE, change, lay

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
_SECTION = re.compile(r"^### (PLC\d{3}) (.+)\n\n(Error|Warning)\. (?s:(.*?))(?=^##|\Z)", re.MULTILINE)
_EXAMPLE = re.compile(r"^```(yaml|sh)\n(?s:(.*?))^```$", re.MULTILINE)


@dataclass(frozen=True)
class Documented:
    """One section of docs/checks.md."""

    code: str
    title: str
    severity: str
    language: str
    example: str

    def happen(self, plan: Path) -> None:
        """Make the example come true in a plan folder."""
        if self.language == "sh":
            subprocess.run(["sh", "-c", self.example], cwd=plan, check=True)
        else:
            name, _, patch = self.example.removeprefix("# ").partition("\n")
            change(plan / name, patch)


def documented() -> list[Documented]:
    return [
        Documented(code, title, severity.lower(), *example)
        for code, title, severity, body in _SECTION.findall(PAGE)
        for example in _EXAMPLE.findall(body)
    ]


def problems_in(plan: Path) -> tuple[Problem, ...]:
    gathered = read_folder(plan)
    return find(gathered.files, gathered.where)


def changed(folder: Path, file: str, patch: str) -> list[Problem]:
    """What is found in the small plan after a change."""
    plan = lay(folder)
    change(plan / file, patch)
    return list(problems_in(plan))


def test_page_and_code_list_the_same_codes_titles_and_severities() -> None:
    assert {one.code: (one.title, one.severity) for one in documented()} == dict(CHECKS)


def test_every_code_in_the_source_is_listed_and_every_listed_code_is_used() -> None:
    sources = [p for p in (ROOT / "planctl").rglob("*.py") if p.name != "codes.py"]
    used = {code for path in sources for code in re.findall(r"PLC\d{3}", path.read_text(encoding="utf-8"))}
    assert used == set(CHECKS)


def test_two_codes_that_others_rely_on_keep_their_numbers() -> None:
    assert CHECKS["PLC004"].title == "text that became a list"
    assert CHECKS["PLC012"].title == "evidence without a source"


def test_the_small_plan_is_right(tmp_path: Path) -> None:
    assert problems_in(lay(tmp_path)) == ()


def test_the_bundled_plan_is_right(bundled: Path) -> None:
    assert [str(p) for folder in bundled.iterdir() if folder.is_dir() for p in problems_in(folder)] == []


@pytest.mark.parametrize("one", documented(), ids=lambda one: one.code)
def test_a_documented_example_gives_exactly_its_code(one: Documented, tmp_path: Path) -> None:
    plan = lay(tmp_path)
    one.happen(plan)
    found = problems_in(plan)
    assert {(p.code, p.severity) for p in found} == {(one.code, one.severity)}, found
    assert len(found) == 1, found
    assert found[0].cure
    assert found[0].place.path.startswith(str(plan))


@pytest.mark.parametrize("case", sorted((DATA / "valid").iterdir()), ids=lambda case: case.stem)
def test_what_is_right_gives_no_problem(case: Path, tmp_path: Path) -> None:
    file, patch = case_of(case)
    assert changed(tmp_path, file, patch) == []


@pytest.mark.parametrize("case", sorted((DATA / "invalid").glob("*.yaml")), ids=lambda case: case.stem)
def test_what_is_wrong_is_said_in_these_words(case: Path, tmp_path: Path) -> None:
    """The words stand beside the case; write them anew with ``python -m tests.test_checks``."""
    assert words_of(case, tmp_path) == case.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", sorted((DATA / "invalid").glob("*.yaml")), ids=lambda case: case.stem)
def test_the_python_parser_leads_to_the_same_words(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    column = re.compile(
        r"^(\S+:\d+):\d+ ", re.MULTILINE
    )  # the two parsers count into a quoted text differently
    expected = case.with_suffix(".txt").read_text(encoding="utf-8")
    assert column.sub(r"\1 ", words_of(case, tmp_path)) == column.sub(r"\1 ", expected)


def case_of(case: Path) -> tuple[str, str]:
    """The file that a case changes, named in its first line, and the change."""
    text = case.read_bytes().decode("utf-8")
    name, _, _ = text.removeprefix("# ").partition(":")
    return name, text.partition("\n")[2]


def words_of(case: Path, folder: Path) -> str:
    """What ``planctl validate`` prints for a case."""
    found = changed(folder, *case_of(case))
    inside = [p._replace(place=p.place._replace(path=Path(p.place.path).name)) for p in found]
    return text_of(as_lines(inside, 3)).replace(f"{folder}/", "")


def test_a_file_that_cannot_be_read_does_not_make_others_wrong(tmp_path: Path) -> None:
    assert [p.code for p in changed(tmp_path, "v1.yaml", "points: [\n")] == ["PLC001"]


def test_a_plan_yaml_that_cannot_be_read_does_not_make_others_wrong(tmp_path: Path) -> None:
    assert [p.code for p in changed(tmp_path, "plan.yaml", "parties: [\n")] == ["PLC001"]


def test_a_wrong_entry_is_still_known_by_its_id(tmp_path: Path) -> None:
    patch = "parties:\n  - id: north\n    name: North\n  - id: south\n    nme: South\n    name: South\n"
    assert [p.code for p in changed(tmp_path, "plan.yaml", patch)] == ["PLC003"]


def test_reading_and_meaning_are_told_together_at_their_places(tmp_path: Path) -> None:
    patch = (
        "points:\n  - number: 1\n    text: [a, b]\n  - number: 2\n    text: c\n    sources: []\n"
        "  - number: 3\n    text: d\n    sources: [gazete]\n"
    )
    found = changed(tmp_path, "v2.yaml", patch)
    assert [(p.code, p.place.line, p.place.column) for p in found] == [
        ("PLC004", 11, 11),
        ("PLC012", 12, 5),
        ("PLC017", 17, 15),
    ]


def test_a_circle_of_three_is_told_once(tmp_path: Path) -> None:
    plan = lay(tmp_path)
    text = (plan / "v2.yaml").read_text()
    (plan / "v3.yaml").write_text(text.replace("version: v2", "version: v3").replace("[v1]", "[v2]"))
    change(plan / "v1.yaml", "made_from: [v3]\n")
    found = problems_in(plan)
    assert [(p.code, p.message) for p in found] == [("PLC021", "v1 is made from itself, by way of v2, v3")]


def test_two_files_with_one_version(tmp_path: Path) -> None:
    plan = lay(tmp_path)
    shutil.copy(plan / "v2.yaml", plan / "v3.yaml")
    assert [p.code for p in problems_in(plan)] == ["PLC022", "PLC023"]


FILES = {path.name: path.read_bytes() for path in sorted(BASE.iterdir())}


@given(data=st.data())
def test_no_damage_to_a_file_goes_unsaid_or_breaks_the_checks(data: st.DataObject) -> None:
    """Law: whatever becomes of the bytes, problems have known codes and places inside the files."""
    name = data.draw(st.sampled_from(sorted(FILES)))
    whole = FILES[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    damaged = whole[:start] + data.draw(st.binary(max_size=12) | st.sampled_from(SCRAPS)) + whole[end:]
    files = [read(damaged if file == name else text, file) for file, text in FILES.items()]
    for problem in find(files, "harbour"):
        assert problem.code in CHECKS
        assert problem.message
        assert problem.cure
        if problem.place.line:
            lines = (damaged if problem.place.path == name else FILES[problem.place.path]).decode(
                "utf-8", "replace"
            )
            assert problem.place.line <= len(lines.replace("\r", "\n").split("\n"))


@given(st.text(st.sampled_from("[] ab/:[]"), max_size=30))
def test_lone_brackets_are_those_that_a_full_scan_finds(text: str) -> None:
    assert brackets.lone(text) == brackets.scan(text).unbalanced


@pytest.mark.parametrize("sign", ["[", "]", "[a][", "x" * 50])
def test_a_message_quotes_a_little_of_a_lot(sign: str, tmp_path: Path) -> None:
    long = sign * 20_000
    patch = f"""date: '{long}'
points:
  - number: 1
    text: '{long}'
    sources: ['{long}']
    made_from: ['{long}', '{long}:']
    not_from: ['{long}']
"""
    for part in (patch, patch.partition("\n")[2], patch.partition("\n")[2].replace("sources", "status")):
        found = changed(tmp_path / str(len(part)), "v2.yaml", part)
        assert found
        assert max(len(p.message) + len(p.cure) for p in found) < 300


SCRAPS = (
    b"[",
    b"]",
    b"{",
    b"- ",
    b": ",
    b"\t",
    b"\n",
    b"\n\n  ",
    b"&a ",
    b"*a",
    b"!!",
    b"#",
    b" #",
    b"'",
    b'"',
    b"|",
    b">",
    b"? ",
)


def test_the_order_of_the_files_does_not_matter() -> None:
    files = [read(text, name) for name, text in FILES.items()]
    assert find(files) == find(files[::-1])


def unread(path: str) -> PlanFile:
    return PlanFile(path, "version", None, None, (), None)


def test_nothing_at_all_lacks_a_plan_yaml() -> None:
    assert [p.code for p in find([], "plans/empty")] == ["PLC036"]
    assert [p.code for p in find([unread("v1.yml")], "plans/empty")] == ["PLC036", "PLC038"]


if __name__ == "__main__":
    for each in sorted((DATA / "invalid").glob("*.yaml")):
        with tempfile.TemporaryDirectory() as temporary:
            each.with_suffix(".txt").write_text(words_of(each, Path(temporary)), encoding="utf-8")
