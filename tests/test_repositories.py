"""Repositories as strangers have them: each works, or is one clear error that names what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planctl import limits
from planctl.store.packed import Unfit, replace_packed
from tests.test_record_commands import FILES, Run, correct, git, talks

__all__ = ["talks"]  # a fixture

ROOT = Path(__file__).parent.parent
RIGHTS = "--bounding-set=-dac_override,-dac_read_search,-fowner"
"""What lets root write where nobody may."""
LINE_OF_GIT = "each line of that file is an id and the name of a ref"


def told(run: Run, *words: str) -> str:
    """What a command says that must end in one clear error: what, then what to do."""
    ran = run(*words)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 2, ran.err
    return ran.err


def all_works(run: Run, top: Path) -> None:
    """Recording, a correction, and reading it all back, git agreeing."""
    assert run("record").code == 0
    correct(top)
    assert run("verify").code == 1
    assert "recorded again" in run("record").out
    assert run("verify").code == 0
    assert "recorded as" in run("log").out
    assert git(top, "fsck", "--strict", "--no-dangling") == ""
    assert len(git(top, "for-each-ref", "refs/planctl/superseded").splitlines()) == 1


def clone(talks: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Path:
    """A clone beside the repository, and the shell standing in it."""
    made = talks.parent / "clone"
    git(talks, "clone", "-q", *options, f"file://{talks}", str(made))
    monkeypatch.chdir(made)
    return made


def test_no_name_and_no_home(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("HOME", "/nonexistent")
    git(talks, "config", "user.useConfigOnly", "true")
    all_works(run, talks)


def test_a_detached_head(talks: Path, run: Run) -> None:
    git(talks, "switch", "-q", "--detach")
    all_works(run, talks)
    assert run("show", "d2@HEAD").code == 0


def test_a_linked_work_tree(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = talks.parent / "beside"
    git(talks, "worktree", "add", "-q", "-b", "side", str(beside))
    monkeypatch.chdir(beside)
    all_works(run, beside)
    assert run("show", "d1@side").code == 0
    monkeypatch.chdir(talks)
    assert run("verify").code == 1
    git(talks, "worktree", "add", "-q", str(talks.parent / "third"), "planctl/talks")
    assert "is checked out" in told(run, "record")


def test_borrowed_objects(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = clone(talks, monkeypatch, "--reference", str(talks))
    assert (made / ".git/objects/info/alternates").is_file()
    all_works(run, made)
    assert run("show", "d2@HEAD").code == 0


def test_a_folder_that_lies_behind_a_link(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = talks.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "plans").symlink_to(talks / "plans")
    monkeypatch.chdir(elsewhere)
    all_works(run, talks)
    assert run("show", "d2@HEAD").code == 0


def test_a_line_feed_in_the_path(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = talks.parent / "two\nlines"
    talks.rename(odd)
    monkeypatch.chdir(odd)
    all_works(run, odd)
    assert run("show", "d2@HEAD").code == 0
    assert run("blame", "1").code == 0
    git(odd, "worktree", "add", "-q", "../third\ntree", "planctl/talks")
    (odd / "plans/talks/d2.yaml").write_text(FILES["d2.yaml"])
    assert "is checked out" in told(run, "record")
    monkeypatch.chdir(odd.parent / "third\ntree")
    assert run("verify").code == 0


def test_a_bare_repository(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("record").code == 0
    clone(talks, monkeypatch, "--bare")
    assert run("verify").code == 0
    assert "Nothing to record" in run("record").out
    assert run("diff", "d1", "d2").code == 0
    assert "is not a folder on disk" in told(run, "show", "d1@HEAD")


def test_a_shallow_clone(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    correct(talks)
    git(talks, "commit", "-qam", "corrected")
    made = clone(talks, monkeypatch, "--depth", "1")
    assert run("show", "d2@HEAD").code == 0
    for name in ("d2@HEAD~1", "d2@2001-01-01"):
        assert "git fetch --unshallow" in told(run, "show", name)
    assert run("record").code == 0
    assert run("verify").code == 0
    assert git(made, "fsck", "--strict", "--no-dangling") == ""


def test_a_shallow_clone_of_the_record(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("record")
    made = clone(talks, monkeypatch, "--depth", "1", "--branch", "planctl/talks", "--single-branch")
    assert "git fetch --unshallow" in told(run, "show", "d2")
    git(made, "fetch", "-q", "--unshallow")
    assert run("verify").code == 0


def test_a_partial_clone_of_the_record(talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("record")
    git(talks, "config", "uploadpack.allowFilter", "true")
    clone(talks, monkeypatch, "--bare", "--filter=blob:none")
    assert "git fetch --refetch --no-filter" in told(run, "show", "d2")


@pytest.fixture
def unmade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in no repository yet, and the shell standing in it."""
    folder = tmp_path / "work" / "plans" / "talks"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def test_objects_named_by_sha_256(unmade: Path, run: Run) -> None:
    git(unmade, "init", "-q", "--object-format=sha256")
    for words in (["record"], ["verify"], ["show", "d1@HEAD"]):
        assert "names its objects by sha256" in told(run, *words)
    assert run("diff", "d1", "d2").code == 0
    assert "names its objects by sha256" in " ".join(run("log").out.split())


def test_refs_in_tables(unmade: Path, run: Run) -> None:
    made = subprocess.run(["git", "init", "-q", "--ref-format=reftable"], capture_output=True, check=False)
    if made.returncode == 0:
        all_works(run, unmade)
        return
    # This git does not know them: it must say so of a repository that a newer one made.
    git(unmade, "init", "-q")
    git(unmade, "config", "core.repositoryFormatVersion", "1")
    git(unmade, "config", "extensions.refStorage", "reftable")
    assert "A newer git" in told(run, "record")
    assert run("diff", "d1", "d2").code == 0


def packed(top: Path) -> Path:
    git(top, "pack-refs", "--all")
    return top / ".git" / "packed-refs"


def test_lost_packed_refs_are_recorded_again(talks: Path, run: Run) -> None:
    run("record")
    (talks / ".git" / "packed-refs").unlink()
    assert run("verify").code == 1
    assert run("record").code == 0
    assert run("verify").code == 0


@pytest.mark.parametrize("header", ["", "# pack-refs with: peeled \n"])
def test_packed_refs_of_an_older_git(talks: Path, run: Run, header: str) -> None:
    path = packed(talks)
    path.write_text(header + path.read_text().partition("\n")[2])
    all_works(run, talks)


@pytest.mark.parametrize("line", ["# a remark", "garbage", "12 refs/heads/short"])
def test_packed_refs_that_somebody_wrote_into(talks: Path, run: Run, line: str) -> None:
    path = packed(talks)
    head, _, rest = path.read_text().partition("\n")
    path.write_text(f"{head}\n{line}\n{rest}")
    before = path.read_bytes()
    said = told(run, "record")
    assert str(path) in said
    assert LINE_OF_GIT in said
    assert path.read_bytes() == before


def test_packed_refs_too_large_to_read_are_left_to_git(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(talks)
    before = path.read_bytes()
    monkeypatch.setattr(limits, "SIZE_LIMIT", len(before) - 1)
    with pytest.raises(Unfit, match="larger than"):
        replace_packed(path.parent, {})
    monkeypatch.undo()
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Unfit, match="is not a regular file"):
        replace_packed(path.parent, {})


def test_packed_refs_cut_short(talks: Path, run: Run) -> None:
    path = packed(talks)
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    assert LINE_OF_GIT in told(run, "record")


@pytest.mark.parametrize("taken", ["planctl", "planctl/talks/mine"])
def test_a_branch_in_the_way(talks: Path, run: Run, taken: str) -> None:
    git(talks, "branch", taken)
    before = git(talks, "for-each-ref")
    assert "Give it another name" in told(run, "record")
    assert git(talks, "for-each-ref") == before


def test_a_ref_that_a_crash_left_empty(talks: Path, run: Run) -> None:
    run("record")
    path = talks / ".git" / "refs" / "tags" / "talks" / "d1"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    assert "Remove the broken ref" in told(run, "record")
    path.unlink()
    assert run("verify").code == 0


def test_a_lock_that_a_crash_left(talks: Path, run: Run) -> None:
    lock = talks / ".git" / "refs" / "tags" / "talks" / "d1.lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    assert "remove the lock file" in told(run, "record")


@pytest.mark.parametrize("part", [".", "objects", "objects/pack", "refs", "refs/heads", "refs/tags"])
def test_nothing_is_half_written_where_git_may_not_write(talks: Path, part: str) -> None:
    unable = ["setpriv", RIGHTS] if os.geteuid() == 0 else []
    if unable and shutil.which("setpriv") is None:
        pytest.skip("root writes anywhere, and there is no setpriv to forgo that")
    place = talks / ".git" / part
    place.chmod(0o555)
    command = [*unable, sys.executable, "-m", "planctl", "record"]
    where = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=talks, env=where, capture_output=True, text=True, check=False)
    place.chmod(0o755)
    refs = git(talks, "for-each-ref", "refs/heads/planctl", "refs/tags").splitlines()
    assert git(talks, "fsck", "--strict", "--no-dangling") == ""
    assert not [*(talks / ".git").rglob("*.lock"), *(talks / ".git").glob("*.planctl")]
    assert done.returncode in {0, 2}, done.stderr
    if done.returncode == 0:
        assert len(refs) == 3
    else:
        assert "Check who owns the repository" in done.stderr
        assert refs == []
