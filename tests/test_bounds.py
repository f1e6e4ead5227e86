"""A ``.git`` that somebody else made: whatever links it holds, nothing outside of it is written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from planctl import planfile
from tests import invented
from tests.conftest import Ran

Run = Callable[..., Ran]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a plan, beside it what belongs to the person who uses it."""
    folder = tmp_path / "work"
    (folder / "plans" / "lake").mkdir(parents=True)
    (folder / "plans" / "lake" / "plan.yaml").write_text("title: Lake\n")
    version = invented.version("v1", "Ships may pass.")
    (folder / "plans" / "lake" / "v1.yaml").write_text(planfile.write_version(version))
    git(tmp_path, "init", "-q", str(folder))
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "file").write_text("[user]\n\tname = precious\n")
    git(tmp_path, "init", "-q", str(mine / "repository"))
    monkeypatch.chdir(folder)
    return folder


def state(work: Path) -> dict[str, bytes | None]:
    """All that lies outside of the repository."""
    mine = work.parent / "mine"
    found = {str(path): path.read_bytes() if path.is_file() else None for path in mine.rglob("*")}
    return found | {path.name: None for path in work.parent.iterdir()}


def outside(work: Path, kind: str) -> Path:
    mine = work.parent / "mine"
    if kind == "a folder":
        (mine / "folder").mkdir()
        return mine / "folder"
    return mine / "file" if kind == "a file" else mine / "missing"


def swap(path: Path, target: Path) -> None:
    """Put a link in the place of whatever is at ``path``."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize("option", ["--enable", "--disable"])
@pytest.mark.parametrize("kind", ["a file", "a folder", "nothing"])
@pytest.mark.parametrize("part", ["config", "info", "info/attributes"])
def test_registering_writes_nothing_outside(work: Path, run: Run, part: str, kind: str, option: str) -> None:
    git_dir = work / ".git"
    if option == "--disable":
        run("git-config", "--enable")
    swap(git_dir / part, outside(work, kind))
    before = state(work)
    ran = run("git-config", option)
    assert ran.code == 2, ran
    assert ran.err.startswith("planctl: ")
    assert state(work) == before
    if part != "config" and option == "--enable":
        assert "planctl" not in (git_dir / "config").read_text()


@pytest.mark.parametrize(
    "name", ["attributes.planctl", "attributes.lock", "attributes~", ".planctl-0000000000000000"]
)
def test_no_name_beside_the_attributes_is_written_through(work: Path, run: Run, name: str) -> None:
    """What a repository can guess of temporary names does it no good."""
    (work / ".git" / "info" / name).symlink_to(outside(work, "a file"))
    before = state(work)
    assert run("git-config", "--enable").code == 0
    assert run("git-config", "--disable").code == 0
    assert state(work) == before


@pytest.mark.parametrize("name", ["config", "info/attributes"])
def test_second_names_of_the_persons_files_keep_their_content(work: Path, run: Run, name: str) -> None:
    path = work / ".git" / name
    path.unlink(missing_ok=True)
    os.link(work.parent / "mine" / "file", path)
    before = state(work)
    run("git-config", "--enable")
    assert state(work) == before


def test_a_pipe_in_place_of_the_attributes_is_refused_at_once(work: Path, run: Run) -> None:
    (work / ".git" / "info" / "attributes").unlink(missing_ok=True)
    os.mkfifo(work / ".git" / "info" / "attributes")
    ran = run("git-config", "--enable")
    assert ran.code == 2
    assert "info/attributes is not a file" in ran.err


def test_ones_own_attributes_may_be_a_link_and_stay_one(work: Path, run: Run) -> None:
    home = Path(os.environ["HOME"])
    (home / "dotfiles").mkdir()
    (home / "dotfiles" / "attributes").write_text("*.png binary\n")
    (home / "config" / "git").mkdir(parents=True)
    link = home / "config" / "git" / "attributes"
    link.symlink_to(home / "dotfiles" / "attributes")
    assert run("git-config", "--enable", "--global").code == 0
    assert link.is_symlink()
    assert "diff=planctl" in (home / "dotfiles" / "attributes").read_text()
    assert run("git-config", "--disable", "--global").code == 0
    assert link.is_symlink()
    assert link.read_text() == "*.png binary\n"


PARTS = [
    "objects",
    "objects/pack",
    "refs",
    "refs/heads",
    "refs/tags",
    "refs/tags/lake",
    "refs/heads/planctl/lake",
    "refs/tags/lake/v1",
    "logs",
    "logs/HEAD",
    "logs/refs",
    "logs/refs/heads/planctl",
    "logs/refs/heads/planctl/lake",
    "packed-refs",
]


@pytest.mark.parametrize("kind", ["a file", "a folder", "nothing"])
@pytest.mark.parametrize("part", PARTS)
def test_recording_writes_nothing_outside(work: Path, run: Run, part: str, kind: str) -> None:
    target = outside(work, kind)
    swap(work / ".git" / part, target)
    before = state(work)
    ran = run("record")
    assert state(work) == before
    assert ran.code == 2, ran
    assert not ran.out


@pytest.mark.parametrize("kind", ["a file", "nothing"])
@pytest.mark.parametrize(
    "name",
    [
        "packed-refs.lock",
        "packed-refs.new",
        "packed-refs.planctl",
        "refs/heads/planctl/lake.lock",
        "refs/tags/lake/v1.lock",
        "HEAD.lock",
    ],
)
def test_locks_that_are_links_are_not_written_through(
    work: Path, run: Run, name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planctl.store.packed._PATIENCE", 0.1)
    link = work / ".git" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside(work, kind))
    before = state(work)
    ran = run("record")
    assert state(work) == before
    assert ran.code in {0, 2}, ran
    refs = git(work, "for-each-ref", "--format=%(refname)").split()
    assert refs == ([] if ran.code else ["refs/heads/planctl/lake", "refs/tags/lake/v1"])


@pytest.mark.parametrize("words", [("record",), ("git-config", "--enable")])
@pytest.mark.parametrize("way", ["link", "file", "commondir"])
def test_the_repository_of_another_folder_is_not_written(
    work: Path, run: Run, way: str, words: tuple[str, ...]
) -> None:
    other = work.parent / "mine" / "repository" / ".git"
    if way == "commondir":
        (work / ".git" / "commondir").write_text(f"{other}\n")
    else:
        shutil.rmtree(work / ".git")
        if way == "link":
            (work / ".git").symlink_to(other)
        else:
            (work / ".git").write_text(f"gitdir: {other}\n")
    before = state(work)
    ran = run(*words)
    assert state(work) == before
    assert ran.code == 2, ran
    assert "nothing is written there" in ran.err


@pytest.mark.parametrize("way", ["linked work tree", "git folder kept elsewhere", "submodule"])
def test_gits_own_ways_to_a_repository_elsewhere_are_fine(
    work: Path, run: Run, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(work, "add", "-A")
    git(work, "commit", "-qm", "first")
    top = work.parent / "top"
    if way == "linked work tree":
        git(work, "worktree", "add", "-q", str(top))
    elif way == "git folder kept elsewhere":
        shutil.copytree(work / "plans", top / "plans")
        git(work.parent, "init", "-q", "--separate-git-dir", str(work.parent / "kept.git"), str(top))
    else:
        git(work.parent, "init", "-q", str(top))
        git(top, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(work), "part")
        top /= "part"
    monkeypatch.chdir(top)
    assert run("git-config", "--enable").code == 0
    assert run("record").code == 0
    assert run("verify").code == 0
    assert run("git-config", "--disable").code == 0


def test_a_plan_is_not_made_where_a_link_leads(work: Path, run: Run) -> None:
    swap(work / "plans", work.parent / "mine")
    before = state(work)
    ran = run("init", "sea")
    assert ran.code == 2
    assert "--plans DIR" in ran.err
    assert state(work) == before
    assert run("init", "sea", "--plans", work / "plans").code == 0
    assert (work.parent / "mine" / "sea" / "plan.yaml").is_file()
