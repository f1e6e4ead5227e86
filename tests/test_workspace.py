"""Names, folders and revisions."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from planctl import disk, workspace
from planctl.errors import BadReference, BadRevision, PlanctlError, Refused, UnknownName
from planctl.workspace import NoPlans, Workspace, creation
from tests.conftest import Ran

Run = Callable[..., Ran]
HEADER = "title: Two drafts\nparties:\n  - id: north\n    name: North\n"


def version(name: str, *points: str, made_from: str = "[]", date: str = "2025-11-20") -> str:
    head = f"version: {name}\ntitle: Draft {name}\ndate: {date}\ntabled_by: [north]\nmade_from: {made_from}\n"
    body = "".join(f"  - number: {n}\n    text: >\n      {text}\n" for n, text in enumerate(points, 1))
    return f"{head}wording: verbatim\nevidence: published\npoints:\n{body}"


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "plans" / "two"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(HEADER)
    (folder / "v1.yaml").write_text(version("v1", "Guns go home.", "1.5 years pass."))
    (folder / "v2.yaml").write_text(version("v2", "Guns go.", made_from="[v1]", date="2025-11-20"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plans"


def another(plans: Path, name: str = "other") -> None:
    folder = plans / name
    folder.mkdir()
    (folder / "plan.yaml").write_text(HEADER)
    (folder / "w1.yaml").write_text(version("w1", "Ships leave."))
    (folder / "v1.yaml").write_text(version("v1", "Planes leave."))


def opened() -> Workspace:
    return workspace.open_plans()


def said(error: pytest.ExceptionInfo[PlanctlError]) -> str:
    return f"{error.value.what}\n{error.value.cure}"


def test_a_child_of_the_same_day_is_newer_than_its_parent(plans: Path) -> None:
    assert opened().folder().newest.version == "v2"
    assert [v.version for v in opened().folder().plan.versions] == ["v1", "v2"]


@pytest.mark.parametrize(
    ("reference", "version", "unit", "texts"),
    [
        ("v1", "v1", None, ["Guns go home.", "1.5 years pass."]),
        ("two/v1", "v1", None, ["Guns go home.", "1.5 years pass."]),
        ("v1:2", "v1", "2", ["1.5 years pass."]),
        ("two/v1:2", "v1", "2", ["1.5 years pass."]),
        ("v1:point-2", "v1", "2", ["1.5 years pass."]),
        ("point-1", "v2", "1", ["Guns go."]),
        ("1", "v2", "1", ["Guns go."]),
        ("plans/two/v1.yaml", "v1", None, ["Guns go home.", "1.5 years pass."]),
    ],
)
def test_a_reference_names_a_version_or_a_unit(
    plans: Path, reference: str, version: str, unit: str | None, texts: list[str]
) -> None:
    found = opened().locate(reference)
    assert (found.version.version, found.unit) == (version, unit)
    assert [found.version.provisions[k].text for k in found.provisions] == texts


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("v3", 'no version "v3" in plans/two; did you mean v'),
        ("two/v9", 'no version "v9" in plans/two'),
        ("twoo/v1", 'no plan "twoo" in plans; did you mean two?'),
        ("v1:7", 'no point "7" in v1\nIt has points 1 to 2; planctl show v1 prints them.'),
        ("9", 'no point "9" in v2'),
        ("v1:", '"v1:" is not the name of a point'),
        ("v1@", '"v1@" is not the name of a version'),
        ("@HEAD", '"@HEAD" is not the name of a version'),
        ("--help", 'no version "--help" in plans/two'),
    ],
)
def test_a_wrong_name_is_answered_with_what_there_is(plans: Path, reference: str, message: str) -> None:
    with pytest.raises((UnknownName, BadReference)) as error:
        opened().locate(reference)
    assert message in said(error)


def test_several_plans_need_a_name_only_where_both_have_the_version(plans: Path) -> None:
    another(plans)
    assert opened().find("w1").folder.name == "other"
    assert opened().find("other/v1").version.points[0].text == "Planes leave."
    assert opened().find("v1", "two").version.points[0].text == "Guns go home."
    with pytest.raises(BadReference) as error:
        opened().find("v1")
    assert "several plans have v1: other, two" in said(error)


def test_plans_are_found_from_inside_and_not_beyond_a_repository(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = plans.parent / "notes" / "deep"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert list(opened().folders) == ["two"]
    monkeypatch.chdir(plans / "two")
    assert list(opened().folders) == ["two"]
    (plans.parent / "notes" / ".git").mkdir()
    monkeypatch.chdir(deep)
    assert opened().bundled


def test_the_example_is_there_when_nothing_else_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "v28" in opened().folder("ukraine-2025").ids


@pytest.mark.parametrize("what", ["missing", "empty"])
def test_a_folder_without_plans_is_refused(tmp_path: Path, what: str) -> None:
    folder = tmp_path / what
    if what == "empty":
        folder.mkdir()
    with pytest.raises(NoPlans, match=r"is not a folder|holds no plan folder"):
        workspace.open_plans(folder)


def test_a_circle_of_parents_is_refused(plans: Path) -> None:
    (plans / "two" / "v1.yaml").write_text(version("v1", "Guns go home.", made_from="[v2]"))
    with pytest.raises(Refused) as error:
        _ = opened().folder().plan
    assert said(error) == "plans/two: versions made from each other, in a circle: v1, v2\nCorrect made_from."


def test_a_parent_that_nobody_has_is_named(plans: Path) -> None:
    (plans / "two" / "v1.yaml").write_text(version("v1", "Guns go home.", made_from="[v0]"))
    with pytest.raises(UnknownName, match=r'no version "v0" in plans/two, named by v1'):
        _ = opened().folder().plan


def test_a_link_out_of_the_folder_is_not_followed(plans: Path) -> None:
    (plans.parent / "secret.yaml").write_text(version("v3", "Secret."))
    (plans / "two" / "v3.yaml").symlink_to(plans.parent / "secret.yaml")
    with pytest.raises(Refused, match="a link that leads out of the plan folder"):
        opened().find("v3")


@pytest.mark.parametrize("name", ["my plan", "tälks", "-x", "a\nb", "x" * 101])
def test_a_folder_whose_name_no_plan_can_have_is_one_clear_error(plans: Path, name: str, run: Run) -> None:
    (plans / "two").rename(plans / name)
    for words in (["log"], ["record"], ["blame", "v2:1"], ["claims"]):
        ran = run(*words)
        assert ran.code == 2
        assert "a plan cannot be named" in ran.err
        assert "Rename the folder" in ran.err


def test_a_pipe_is_no_plan_file(plans: Path) -> None:
    os.mkfifo(plans / "two" / "v3.yaml")
    with pytest.raises(Refused, match=r"v3\.yaml: not a file"):
        opened().find("v3")


def test_a_folder_or_a_circle_of_links_is_no_plan_file(plans: Path) -> None:
    (plans / "two" / "v3.yaml").mkdir()
    (plans / "two" / "v4.yaml").symlink_to("v4.yaml")
    with pytest.raises(Refused, match=r"v3\.yaml: not a file"):
        opened().find("v3")
    with pytest.raises(Refused, match=r"v4\.yaml: cannot be read"):
        opened().find("v4")


def test_a_file_that_changes_while_it_is_read_is_refused(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plans / "two" / "v1.yaml"
    whole = os.fstat

    def growing(handle: int) -> os.stat_result:
        found = whole(handle)
        with path.open("a") as file:
            file.write("# more\n")
        return found

    monkeypatch.setattr(os, "fstat", growing)
    with pytest.raises(Refused, match="changed while it was read"):
        opened().find("v1")


def git(folder: Path, *arguments: str, date: str = "2025-12-01T12:00:00Z") -> None:
    environment = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=environment, capture_output=True)


@pytest.fixture
def kept(plans: Path) -> Path:
    """The two drafts in git; v1 was worded otherwise in an earlier commit, and plan.yaml came later."""
    top = plans.parent
    file = plans / "two" / "v1.yaml"
    today = file.read_text()
    git(top, "init", "-q")
    file.write_text(version("v1", "Guns stay."))
    git(top, "add", "plans/two/v1.yaml")
    git(top, "commit", "-qm", "as leaked", date="2025-11-21T12:00:00Z")
    file.write_text(today)
    git(top, "add", ".")
    git(top, "commit", "-qm", "corrected", date="2025-11-25T12:00:00Z")
    return plans


@pytest.mark.parametrize("name", ["v1@HEAD~1", "v1@2025-11-21", "v1@2025-11-24", "two/v1@HEAD~1"])
def test_an_earlier_record_of_a_version_is_read_out_of_git(kept: Path, name: str) -> None:
    found = opened().find(name)
    assert found.version.points[0].text == "Guns stay."
    assert found.folder.header.title == "Two drafts"
    assert opened().locate(f"{name}:1").version == found.version


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("v1@2025-11-01", "2025-11-01"),
        ("v1@nowhere", "nowhere"),
        ("v1@--output=x", "--output=x"),
        ("v2@HEAD~1", 'no version "v2" in plans/two@HEAD~1'),
    ],
)
def test_a_time_before_the_record_or_a_wrong_revision_is_said(kept: Path, name: str, message: str) -> None:
    with pytest.raises((BadRevision, UnknownName)) as error:
        opened().find(name)
    assert message in said(error)


@pytest.mark.parametrize(
    "moves",
    [
        [("two", "three")],
        [("two/v1.yaml", "two/draft.yaml")],
        [("two", "three"), ("three/v1.yaml", "three/draft.yaml")],
        [("two/v1.yaml", "two/first.yaml"), ("two", "three"), ("three/first.yaml", "three/draft.yaml")],
    ],
)
def test_a_renamed_folder_or_file_is_followed(kept: Path, moves: list[tuple[str, str]], run: Run) -> None:
    for old, new in moves:
        git(kept, "mv", old, new)
        git(kept, "commit", "-qm", f"{old} is {new} now", date="2025-11-28T12:00:00Z")
    last = kept / moves[-1][1]
    name = "draft" if last.suffix else "v1"
    for file in (kept / ("three" if ("two", "three") in moves else "two")).glob("*.yaml"):
        text = file.read_text().replace("version: v1", f"version: {name}")
        file.write_text(text.replace("made_from: [v1]", f"made_from: [{name}]"))
    found = opened().find(f"{name}@2025-11-21")
    assert found.version.points[0].text == "Guns stay."
    assert found.folder.header.title == "Two drafts"
    shown = run("show", f"{name}@2025-11-25")
    assert (shown.code, shown.err) == (0, "")
    assert "Guns go home." in shown.out
    compared = run("diff", f"{name}@2025-11-21", name)
    assert compared.code == 0
    assert "[-Guns stay.-]" in compared.out
    assert "{+Guns go home.+}" in compared.out


def test_a_version_gone_from_a_renamed_folder_is_found(kept: Path) -> None:
    git(kept, "mv", "two", "three")
    git(kept, "rm", "-qf", "three/v2.yaml")
    git(kept, "commit", "-qm", "moved, and v2 taken out")
    assert opened().find("v2@HEAD~1").version.points[0].text
    with pytest.raises(UnknownName, match=r'no version "v2" in plans/three@HEAD'):
        opened().find("v2@HEAD")


def test_a_copy_is_not_what_it_was_copied_from(kept: Path) -> None:
    (kept / "two" / "v3.yaml").write_bytes((kept / "two" / "v1.yaml").read_bytes())
    git(kept, "add", ".")
    git(kept, "commit", "-qm", "v3 begun as a copy of v1")
    with pytest.raises(UnknownName, match=r'no version "v3" in plans/two@HEAD~1'):
        opened().find("v3@HEAD~1")


def test_a_rename_that_is_not_committed_is_one_clear_error(kept: Path) -> None:
    git(kept, "mv", "two", "three")
    with pytest.raises(BadRevision, match="plans/three is not there in commit") as error:
        opened().find("v1@HEAD")
    assert "once a rename is committed" in said(error)


def test_a_revision_means_nothing_outside_git(plans: Path) -> None:
    with pytest.raises(BadRevision, match="is not in a git repository"):
        opened().find("v1@HEAD")


def test_an_interrupted_or_second_creation_leaves_what_was_there(tmp_path: Path) -> None:
    files = creation.new_files("Peace", "2025-11-20")
    disk.put_folder(tmp_path / "peace", files)
    before = {path: path.read_bytes() for path in (tmp_path / "peace").rglob("*") if path.is_file()}
    with pytest.raises(Refused, match="already exists"):
        disk.put_folder(tmp_path / "peace", {"plan.yaml": b"other"})
    assert {path: path.read_bytes() for path in before} == before
    assert [path.name for path in tmp_path.iterdir()] == ["peace"]


def test_a_creation_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be created"):
        disk.put_folder(tmp_path / "peace", {"plan.yaml": b"", "plan.yaml/v1.yaml": b""})
    assert not list(tmp_path.iterdir())


def test_a_new_plan_passes_its_own_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., object]
) -> None:
    monkeypatch.chdir(tmp_path)
    disk.put_folder(tmp_path / "plans" / "peace", creation.new_files('A "quoted" title: [x]', "2025-11-20"))
    folder = opened().folder("peace")
    assert folder.header.title == 'A "quoted" title: [x]'
    assert [p.label for p in folder.newest.provisions] == ["1", "2", "2.a", "2.b"]
