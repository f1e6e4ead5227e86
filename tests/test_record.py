"""Laws of the record: recorded is the file; same files, same ids; old history or new, and nothing lost."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl import planfile, record, store
from planctl.errors import BadRevision, PlanctlError, Refused, UnknownName
from planctl.models import Header, Plan
from planctl.readable import write_readable
from planctl.record import History, make_history
from planctl.store import Repository
from tests import invented
from tests.gfm import LIVE, Shown

MORE = 3
slow = settings(max_examples=max(1, settings().max_examples // 5))
"""Each example runs git a dozen times."""


def git(folder: Path, *words: str, fine: bool = True) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)
    assert not fine or done.returncode == 0, done.stderr
    return done.stdout


def files_of(plan: Plan) -> dict[str, bytes]:
    return {version.version: planfile.write_version(version).encode() for version in plan.versions}


def history_of(plan: Plan, header: bytes = b"title: Invented\n") -> History:
    return make_history(plan, header, files_of(plan))


def three(second: str = "The zone is open. It stays so.") -> Plan:
    """v1, a counter-proposal e1 made from it, and v2 made from v1 and, somebody disputes, from e1."""
    v1 = invented.version("v1", "The zone is open.", "Ships may pass.", tabled_by=("a",))
    e1 = invented.version(
        "e1", "The zone is closed.", "Ships may pass.", day=2, made_from=("v1",), tabled_by=("b", "c")
    )
    parents = ("v1", {"version": "e1", "contested": True})
    v2 = invented.version("v2", second, "Ships may pass.", day=2, made_from=parents, tabled_by=("a", "b"))
    late = invented.version("e2", "The zone is shut.", day=1, made_from=("v1",))
    return invented.plan(v1, late, e1, v2)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with one commit, a changed file and something staged: all to be left alone."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "kept").write_text("kept\n")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "kept").write_text("changed\n")
    (tmp_path / "staged").write_text("staged\n")
    git(tmp_path, "add", "staged")
    return tmp_path


@pytest.fixture
def repository(place: Path) -> Iterator[Repository]:
    found = store.open_at(place)
    assert found is not None
    with found:
        yield found


def untouched(place: Path) -> dict[str, bytes]:
    inner = place / ".git"
    names = [place / "kept", place / "staged", inner / "HEAD", inner / "index", inner / "config"]
    return {str(path): path.read_bytes() for path in [*names, *sorted((inner / "hooks").iterdir())]}


def refs(place: Path) -> dict[str, str]:
    rows = git(place, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
    return dict(row.split(" ") for row in rows)


def reachable(place: Path) -> set[str]:
    """Every object that some ref leads to."""
    return {line.split()[0] for line in git(place, "rev-list", "--objects", "--all").splitlines()}


# Same files, same ids


def test_the_ids_of_a_plan_are_known_beforehand() -> None:
    plan = three()
    files = {version.version: f"version: {version.version}\n".encode() for version in plan.versions}
    history = make_history(plan, b"title: Invented\n", files)
    assert {step.version: step.commit for step in history.steps} == KNOWN


KNOWN = {
    "v1": "d8cce98d1be4e3ccdc70e7ed7f575fd3314c4aec",
    "e2": "ae6299842335b0766a5faf78dd0d2c32f5daaffe",
    "e1": "9414acd1b9be43d559ea07d260feae08d3d1908c",
    "v2": "7d1136e125a842d970659856bf61cc04c99b64ff",
}


@given(invented.plans())
def test_same_files_same_ids(plan: Plan) -> None:
    assert history_of(plan).refs() == history_of(plan).refs()


@given(invented.plans(), st.data())
def test_any_other_byte_changes_the_ids_from_there_on(plan: Plan, data: st.DataObject) -> None:
    files = files_of(plan)
    version = data.draw(st.sampled_from(sorted(files)))
    before = {step.version: step.commit for step in make_history(plan, b"h", files).steps}
    files[version] += b"# corrected\n"
    after = {step.version: step.commit for step in make_history(plan, b"h", files).steps}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {name for name in before if version in ancestors(plan, name)}


def ancestors(plan: Plan, name: str) -> set[str]:
    found = {name}
    for parent in plan.by_id[name].made_from:
        found |= ancestors(plan, parent.version)
    return found


@given(invented.plans())
def test_git_never_sees_a_child_before_its_parents(plan: Plan) -> None:
    history = history_of(plan)
    times = {
        made.id: int(re.search(rb"committer .* (\d+) \+0000", made.data)[1])  # type: ignore[index]
        for parts in history.objects.values()
        for made in parts
        if made.kind == "commit"
    }
    for step in history.steps:
        assert all(times[parent] < times[step.commit] for parent in step.parents)


def test_days_become_noon_and_old_ones_the_first_time_git_knows() -> None:
    new = invented.version("v1", "x", date="2025-11-20")
    old = invented.version("v0", "x", date="1919-06-28")
    between = invented.version("v2", "x", date="2025-11")
    bodies = {}
    for version in (new, old, between):
        made = history_of(invented.plan(version)).objects[version.version]
        bodies[version.version] = next(m.data for m in made if m.kind == "commit").decode()
    noon = int(dt.datetime(2025, 11, 20, 12, tzinfo=dt.UTC).timestamp())
    assert f" {noon} +0000" in bodies["v1"]
    assert " 0 +0000" in bodies["v0"]
    assert "Tabled: 1919-06-28" in bodies["v0"]
    assert "Tabled: 2025-11-01/2025-11-30" in bodies["v2"]


# Recorded is the file


def test_plain_git_reads_the_negotiation(repository: Repository, place: Path) -> None:
    record.write(repository, history_of(three()))
    graph = git(place, "log", "--graph", "--format=%an | %ad | %s%d", "--date=iso", "planctl/invented")
    assert [line.rstrip() for line in graph.splitlines()] == GRAPH.splitlines()
    message = git(place, "log", "-1", "--format=%B", "invented/v2")
    assert message == MESSAGE
    assert (
        git(place, "log", "-1", "--format=%(trailers:key=Contested-parent,valueonly)", "invented/v2")
        == "e1\n\n"
    )
    assert git(place, "cat-file", "tag", "invented/v2").partition("\n\n")[2] == MESSAGE.rstrip("\n") + "\n"
    assert git(place, "ls-tree", "--name-only", "planctl/invented").split() == [
        "plan.md",
        "plan.yaml",
        "v2.yaml",
    ]
    blamed = git(place, "blame", "-s", "planctl/invented", "--", "plan.md")
    first, second = (step.commit for step in history_of(three()).steps if step.version in {"v1", "v2"})
    assert re.search(rf"^\^?{first[:7]}\S* +\d+\) The zone is open\.$", blamed, re.MULTILINE)
    assert re.search(rf"^{second[:7]}\S* +\d+\) It stays so\.$", blamed, re.MULTILINE)


GRAPH = """\
*   Party A, Party B | 2025-01-03 12:00:01 +0000 | v2: Draft v2 (tag: invented/v2, planctl/invented)
|\\
| * Party B, Party C | 2025-01-03 12:00:00 +0000 | e1: Draft e1 (tag: invented/e1)
|/
* Party A | 2025-01-01 12:00:00 +0000 | v1: Draft v1 (tag: invented/v1)
"""
MESSAGE = """\
v2: Draft v2

Tabled-by: Party A <a@parties.invalid>
Tabled-by: Party B <b@parties.invalid>
Tabled: 2025-01-03
Wording: verbatim
Evidence: published
Contested-parent: e1

"""


def test_nothing_else_is_touched(repository: Repository, place: Path) -> None:
    hook = place / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{place}/sprung'\n")
    hook.chmod(0o755)
    before = untouched(place)
    record.write(repository, history_of(three()))
    assert untouched(place) == before
    assert not (place / "sprung").exists()
    assert git(place, "fsck", "--strict", "--full", "--no-dangling") == ""


@slow
@given(invented.plans())
def test_recorded_is_the_file(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> None:
    top = tmp_path_factory.mktemp("round", numbered=True)
    git(top, "init", "-q", "--bare")
    found = store.open_at(top)
    assert found is not None
    with found:
        history = history_of(plan, b"title: Invented # \xff\r\n")
        record.write(found, history)
        back = record.read_back(found, "invented")
        wanted = {f"{name}.yaml": data for name, data in files_of(plan).items()}
        assert back == wanted | {"plan.yaml": b"title: Invented # \xff\r\n"}
        assert record.verify(found, history) == ()
        assert record.write(found, history).updates == ()


def test_a_dry_run_says_the_same_and_does_nothing(repository: Repository, place: Path) -> None:
    before = refs(place)
    dry = record.write(repository, history_of(three()), dry_run=True)
    assert refs(place) == before
    assert not dry.written
    wet = record.write(repository, history_of(three()))
    assert (dry.standings, dry.updates) == (wet.standings, wet.updates)


HOSTILE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(lambda text: text.strip())


@slow
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_text_of_a_plan_can_act_in_git_or_on_a_terminal(
    tmp_path_factory: pytest.TempPathFactory, title: str, name: str, note: str, text: str
) -> None:
    source = {"id": "s", "publisher": name, "title": title, "url": text}
    point = {"number": title[:40].strip() or "1", "heading": name, "text": text, "note": note}
    version = invented.version("v1", point, title=title, note=note, sources=("s",))
    plan = invented.plan(version, parties=[{"id": "a", "name": name}], sources=[source])
    history = make_history(plan, b"title: x\n", {"v1": b"version: v1\n"})
    for made in history.objects["v1"]:
        if made.kind in {"commit", "tag"} or made.data.startswith(b"# "):
            said = made.data.decode()
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    top = tmp_path_factory.mktemp("hostile", numbered=True)
    git(top, "init", "-q", "--bare")
    found = store.open_at(top)
    assert found is not None
    with found:
        record.write(found, history)
        assert record.verify(found, history) == ()
    assert git(top, "fsck", "--strict") == ""
    keys = re.findall(
        r"^([A-Za-z-]+): ", git(top, "log", "-1", "--format=%(trailers)", "planctl/invented"), re.MULTILINE
    )
    assert keys == ["Tabled-by", "Tabled", "Wording", "Evidence", "Source"]


# Corrections


def test_a_correction_records_anew_from_there(repository: Repository, place: Path) -> None:
    record.write(repository, history_of(three()))
    before = refs(place)
    outcome = record.write(repository, history_of(three("The zone is wide open.")))
    states = {each.version: (each.state, each.why) for each in outcome.standings}
    assert states == {
        "v1": ("recorded", ()),
        "e2": ("recorded", ()),
        "e1": ("recorded", ()),
        "v2": ("changed", ("v2.yaml",)),
    }
    old = before["refs/tags/invented/v2"]
    assert outcome.superseded == (f"refs/planctl/superseded/invented/v2/{old}",)
    after = refs(place)
    assert {name for name in before if before[name] != after[name]} == {
        "refs/heads/planctl/invented",
        "refs/tags/invented/v2",
    }
    assert (
        git(place, "rev-parse", f"{outcome.superseded[0]}^{{commit}}").strip()
        == before["refs/heads/planctl/invented"]
    )


@slow
@given(st.lists(st.integers(0, MORE), min_size=1, max_size=5))
def test_whatever_was_recorded_stays_reachable(
    tmp_path_factory: pytest.TempPathFactory, corrections: list[int]
) -> None:
    top = tmp_path_factory.mktemp("kept", numbered=True)
    git(top, "init", "-q", "--bare")
    found = store.open_at(top)
    assert found is not None
    ever: set[str] = set()
    with found:
        for number in corrections:
            history = history_of(three(f"Wording {number}."), header=b"title: T%d\n" % (number % 2))
            record.write(found, history)
            ever |= {step.commit for step in history.steps} | {step.tag for step in history.steps}
            assert record.verify(found, history) == ()
    assert ever <= reachable(top)


def test_a_version_whose_file_is_gone_loses_its_tag_but_not_its_history(
    repository: Repository, place: Path
) -> None:
    plan = three()
    record.write(repository, history_of(plan))
    git(place, "tag", "invented/mine", "invented/e2^{commit}")
    fewer = plan.model_copy(update={"versions": tuple(v for v in plan.versions if v.version != "e2")})
    history = history_of(fewer)
    assert [(m.version, m.what) for m in record.verify(repository, history)] == [
        ("e2", "recorded, but its file is gone")
    ]
    before = refs(place)["refs/tags/invented/e2"]
    outcome = record.write(repository, history)
    assert f"refs/planctl/superseded/invented/e2/{before}" in outcome.superseded
    assert "refs/tags/invented/e2" not in refs(place)
    assert "refs/tags/invented/mine" in refs(place)


def test_a_tag_that_somebody_signed_is_left_alone(repository: Repository, place: Path) -> None:
    record.write(repository, history_of(three()))
    git(place, "tag", "-f", "-a", "-m", "checked by hand", "invented/v1", "invented/v1^{commit}")
    before = refs(place)
    assert record.write(repository, history_of(three())).updates == ()
    assert record.verify(repository, history_of(three())) == ()
    assert refs(place) == before


# Refusals


def test_a_checked_out_branch_is_refused(
    repository: Repository, place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    record.write(repository, history_of(three()))
    linked = tmp_path_factory.mktemp("linked") / "tree"
    git(place, "worktree", "add", "-q", str(linked), "planctl/invented")
    with pytest.raises(Refused, match="checked out"):
        record.write(repository, history_of(three("Other.")))
    assert record.write(repository, history_of(three())).updates == ()


@pytest.mark.parametrize("branch", ["planctl/invented", "plans/invented"])
def test_a_branch_to_be_born_is_refused(tmp_path: Path, branch: str) -> None:
    git(tmp_path, "init", "-q", "-b", branch)
    found = store.open_at(tmp_path)
    assert found is not None
    with found, pytest.raises(Refused, match="checked out"):
        record.write(found, history_of(three()))


@pytest.mark.parametrize("ref", ["refs/heads/planctl/invented", "refs/tags/invented/v1"])
def test_what_somebody_else_wrote_is_refused(repository: Repository, place: Path, ref: str) -> None:
    git(place, "update-ref", ref, "HEAD")
    before = refs(place)
    with pytest.raises(Refused, match="did not write"):
        record.write(repository, history_of(three()))
    assert refs(place) == before


def test_a_symbolic_branch_is_refused(repository: Repository, place: Path) -> None:
    git(place, "symbolic-ref", "refs/heads/planctl/invented", "refs/heads/main")
    with pytest.raises(Refused, match="symbolic ref"):
        record.write(repository, history_of(three()))


@pytest.mark.parametrize("name", ["a..b", "v1.lock", "v1.", "plan"])
def test_names_git_cannot_hold_are_refused(name: str) -> None:
    with pytest.raises(Refused):
        history_of(invented.plan(invented.version(name, "x")))


def test_a_ref_in_the_way_is_one_clear_error(repository: Repository, place: Path) -> None:
    git(place, "tag", "invented")
    before = refs(place)
    with pytest.raises(PlanctlError, match="invented"):
        record.write(repository, history_of(three()))
    assert refs(place) == before


# Two at once, and sudden death


def test_of_two_at_once_one_wins_and_the_other_says_so(
    repository: Repository, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.write(repository, history_of(three()))
    ours, theirs = history_of(three("Ours.")), history_of(three("Theirs."))
    update_refs = store.update_refs

    def interrupted(where: Repository, *words: Any, **options: Any) -> None:
        monkeypatch.undo()
        other = store.open_at(place)
        assert other is not None
        with other:
            record.write(other, theirs)
        update_refs(where, *words, **options)

    monkeypatch.setattr("planctl.record.writing.update_refs", interrupted)
    with pytest.raises(Refused, match="another process"):
        record.write(repository, ours)
    assert record.verify(repository, theirs) == ()
    superseded = [name for name in refs(place) if name.startswith(record.SUPERSEDED)]
    assert len(superseded) == 1
    record.write(repository, ours)
    assert record.verify(repository, ours) == ()
    assert len([name for name in refs(place) if name.startswith(record.SUPERSEDED)]) == 2


CHILD = """
import os
import signal
import sys
from pathlib import Path
from typing import Any
from planctl import record, store
from tests.test_record import history_of, three
def deadly(work):
    def first_perhaps_die(*words, **more):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*words, **more)
    return first_perhaps_die

if len(sys.argv) > 3:
    left = [int(sys.argv[3])]
    os.link, os.fsync, Path.replace, Path.unlink = map(deadly, (os.link, os.fsync, Path.replace, Path.unlink))
with store.open_at(Path(sys.argv[1])) as repository:
    record.write(repository, history_of(three(sys.argv[2])))
"""


def recording(place: Path, text: str, *steps: int, **environment: str) -> subprocess.Popen[bytes]:
    """``record.write`` in a process of its own, which kills itself after so many ``steps`` on files."""
    command = [sys.executable, "-c", CHILD, str(place), text, *map(str, steps)]
    root = str(Path(__file__).parent.parent)
    return subprocess.Popen(
        command, cwd=root, env=os.environ | environment, stderr=subprocess.PIPE, start_new_session=True
    )


def test_two_processes_at_once_leave_one_whole_history(repository: Repository, place: Path) -> None:
    record.write(repository, history_of(three()))
    texts = ["One.", "Two.", "Three."]
    running = [recording(place, text) for text in texts]
    said = [process.communicate()[1].decode() for process in running]
    codes = [process.returncode for process in running]
    assert 0 in codes
    assert all(code == 0 or "Refused" in words for code, words in zip(codes, said, strict=True))
    assert any(record.verify(repository, history_of(three(text))) == () for text in texts)
    assert git(place, "fsck", "--strict", "--no-dangling") == ""


KILLER = """#!/bin/sh
# Counts the runs of git; at one of them it kills who started it, and git does its work or not.
count=$(cat '{counter}' 2>/dev/null || echo 0)
echo $((count + 1)) > '{counter}'
[ "$count" = "$KILL_AT" ] && [ "$KILL_WHEN" = before ] && kill -9 $PPID && exit 1
[ "$count" = "$KILL_AT" ] && [ "$KILL_WHEN" = during ] && kill -9 $PPID
exec '{git}' "$@"
"""


@pytest.mark.parametrize("when", ["before", "during"])
def test_killed_at_any_step_the_history_is_the_old_or_the_new(
    repository: Repository, place: Path, tmp_path_factory: pytest.TempPathFactory, when: str
) -> None:
    tools = tmp_path_factory.mktemp("tools")
    counter, program = tools / "counter", tools / "git"
    program.write_text(KILLER.format(counter=counter, git=shutil.which("git")))
    program.chmod(0o755)
    old, new = history_of(three()), history_of(three("New."))
    record.write(repository, old)
    before = refs(place)
    killed, step = True, 0
    while killed:
        counter.unlink(missing_ok=True)
        path = f"{tools}{os.pathsep}{os.environ['PATH']}"
        process = recording(place, "New.", PATH=path, KILL_AT=str(step), KILL_WHEN=when)
        process.communicate()
        killed = process.returncode == -signal.SIGKILL
        settle(place)
        assert record.verify(repository, old) == () or record.verify(repository, new) == ()
        assert git(place, "fsck", "--strict", "--no-dangling") == ""
        assert set(before.values()) <= reachable(place)
        step += 1
    assert step > MORE
    assert record.verify(repository, new) == ()


@pytest.mark.parametrize("is_packed", [True, False])
def test_killed_at_any_change_of_a_file_the_history_is_the_old_or_the_new(
    repository: Repository, place: Path, is_packed: bool
) -> None:
    old, new = history_of(three()), history_of(three("New."))
    record.write(repository, old)
    before = refs(place)
    killed, step = True, 0
    while killed:
        for name in () if is_packed else [*old.refs()]:
            git(place, "update-ref", "--no-deref", name, refs(place)[name])
        process = recording(place, "New.", step)
        process.communicate()
        killed = process.returncode == -signal.SIGKILL
        settle(place)
        assert refs(place) == before or record.verify(repository, new) == ()
        assert git(place, "fsck", "--strict", "--no-dangling") == ""
        assert set(before.values()) <= reachable(place)
        step += 1
    assert step > MORE
    assert record.verify(repository, new) == ()


def settle(place: Path) -> None:
    """Wait until a git that outlived its starter has let go of its locks."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any((place / ".git" / "refs").rglob("*.lock")):
        time.sleep(0.01)


# Reading back


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("tags", [False, True])
def test_a_single_branch_clone_is_enough(
    repository: Repository, place: Path, tmp_path_factory: pytest.TempPathFactory, bare: bool, tags: bool
) -> None:
    record.write(repository, history_of(three()))
    to = tmp_path_factory.mktemp("clone") / "there"
    options = [*(["--bare"] if bare else []), *([] if tags else ["--no-tags"])]
    git(
        place,
        "clone",
        "-q",
        "--single-branch",
        "-b",
        "planctl/invented",
        *options,
        f"file://{place}",
        str(to),
    )
    found = store.open_at(to)
    assert found is not None
    with found:
        assert record.recorded_plans(found) == ("invented",)
        back = record.read_back(found, "invented")
    assert {f"{name}.yaml" for name in ("v1", "e1", "v2")} | {"plan.yaml"} <= set(back)
    wanted = {f"{name}.yaml": data for name, data in files_of(three()).items()}
    assert all(back[name] == wanted[name] for name in back if name != "plan.yaml")


def test_a_plain_clone_reads_the_branch_it_came_from(
    repository: Repository, place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    history = history_of(three())
    record.write(repository, history)
    to = tmp_path_factory.mktemp("clone") / "there"
    git(place, "clone", "-q", f"file://{place}", str(to))
    found = store.open_at(to)
    assert found is not None
    with found:
        assert record.verify(found, history) == ()
        assert {each.state for each in record.standings(found, history)} == {"recorded"}
        assert set(record.read_back(found, "invented")) == {
            "plan.yaml",
            "v1.yaml",
            "e1.yaml",
            "e2.yaml",
            "v2.yaml",
        }
        assert record.write(found, history).written


def test_a_plan_that_is_not_recorded(repository: Repository) -> None:
    with pytest.raises(UnknownName):
        record.read_back(repository, "invented")
    history = history_of(three())
    assert {each.state for each in record.standings(repository, history)} == {"not recorded"}
    assert record.verify(repository, history)


def test_a_branch_with_foreign_commits_is_one_clear_error(repository: Repository, place: Path) -> None:
    git(place, "branch", "planctl/invented", "main")
    with pytest.raises(BadRevision):
        record.read_back(repository, "invented")


def test_verify_sees_a_corrupt_object(repository: Repository, place: Path) -> None:
    history = history_of(three())
    record.write(repository, history)
    for pack in (place / ".git" / "objects" / "pack").glob("*.pack"):
        pack.chmod(0o644)
        data = bytearray(pack.read_bytes())
        data[len(data) // 2] ^= 255
        pack.write_bytes(bytes(data))
    with pytest.raises(BadRevision):
        record.verify(repository, history)


# plan.md


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_readable_text_cannot_act(text: str) -> None:
    from planctl.readable import inert

    line = inert(text)
    assert "\n" not in line
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
    assert not re.match(r"#|>|- |\d+[.)] ", line)
    assert not re.search(r"(?<!\\)<|\]\(", line.replace("<!-- -->", ""))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        (
            "See Art. 5 and No. 6 of the U.S. Code. Then stop.",
            ["See Art. 5 and No. 6 of the U.S. Code.", "Then stop."],
        ),
        ("Rate is 4.10 per cent. [EU: a] [US: b]", ["Rate is 4.10 per cent.", "[EU: a] [US: b]"]),
        ('He said "Go." Then left.', ['He said "Go."', "Then left."]),
        ("中文。第二句。", ["中文。", "第二句。"]),
        ("a\n\nb", ["a", "", "b"]),
    ],
)
def test_one_sentence_a_line(text: str, lines: list[str]) -> None:
    from planctl.readable import sentences

    assert list(sentences(text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "~~600,000~~ men",
        "~600~ men",
        "see https://a.example/x or www.a.example",
        "write to a@b.example",
        "[a](https://b.example)",
        "<b>x</b> and *d* and a_b_c",
    ],
)
def test_the_markdown_of_the_readable_file_is_inert(text: str) -> None:
    version = invented.version("v1", text, preamble=[{"text": text}], sections=[{"heading": text}])
    page = Shown(write_readable(version, Header(title="x")))
    assert not any(page.elements[tag] for tag in (*LIVE, "del", "em", "strong", "b")), page.elements
    assert page.text.count("".join(text.split())) == 3


def test_the_readable_file_says_what_a_point_rests_on() -> None:
    source = {"sources": ("s",), "evidence": "reported", "note": "Two reports differ."}
    point = {"number": "4 bis", "heading": "Size", "text": "A cap.", "made_from": ("v1:6",), **source}
    item = {
        "number": "5",
        "text": "Guarantee:",
        "items": [{"label": "a", "text": "Paid. Later."}],
        "status": "open",
    }
    version = invented.version("v1", point, item)
    assert write_readable(version, Header(title="x")) == READABLE


READABLE = """\
# Draft v1

- Version: v1
- Tabled: 2025-01-01
- Tabled by: a
- Wording: verbatim
- Evidence: published

## 4 bis. Size

A cap.

Evidence: reported; Sources: s; Made from: v1:6

Note: Two reports differ.

## 5

Guarantee:

Status: open

(a) Paid.
Later.
"""
