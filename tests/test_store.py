"""Laws of the store: a revision's bytes are what was committed, refs move together or not at all, and nothing
that a repository brings along is ever run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl import store
from planctl.errors import BadRevision, Refused
from planctl.store import RefUpdate, Repository, Signature

Git = Callable[..., str]

slow = settings(max_examples=max(1, settings().max_examples // 5))
"""Each example runs git a dozen times."""
HAND = Signature("Nobody", "nobody@example.org", 1_000_000_000)


def git_in(folder: Path) -> Git:
    def run(*words: str, date: str = "2025-11-20T12:00:00Z", fine: bool = True) -> str:
        day = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        command = ["git", "-C", str(folder), *words]
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ | day, check=False)
        assert not fine or done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose file ``plans/a/v1.yaml`` was written, changed, then renamed to ``v2.yaml``."""
    top = tmp_path / "work"
    top.mkdir()
    git = git_in(top)
    git("init", "-q", "-b", "main")
    inner = top / "plans" / "a"
    inner.mkdir(parents=True)
    for day, text in (("20", "one\ntwo\nthree\nfour\n"), ("22", "one\nTWO\nthree\nfour\n")):
        (inner / "v1.yaml").write_text(text)
        git("add", "-A")
        git("commit", "-qm", f"day {day}", date=f"2025-11-{day}T23:59:59Z")
    git("mv", "plans/a/v1.yaml", "plans/a/v2.yaml")
    git("commit", "-qm", "day 25", date="2025-11-25T12:00:00Z")
    return top


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    found = store.open_at(folder)
    assert found is not None
    with found:
        yield found


def test_a_revision_gives_the_bytes_that_were_committed(repository: Repository) -> None:
    assert repository.read("HEAD~1", "plans/a/v1.yaml") == b"one\nTWO\nthree\nfour\n"
    assert repository.read("HEAD~2", "plans/a/v1.yaml") == b"one\ntwo\nthree\nfour\n"
    assert repository.list("HEAD", "plans/a") == ("v2.yaml",)
    blob = store.make_blob(b"one\nTWO\nthree\nfour\n").id
    assert repository.blobs("HEAD", "plans/a") == {"v2.yaml": blob}
    assert repository.blobs("HEAD", "plans/a", ".md") == {}


@pytest.mark.parametrize(
    ("day", "subject"), [("2025-11-20", "day 20"), ("2025-11-22", "day 22"), ("2025-11-24", "day 22")]
)
def test_a_day_is_the_last_commit_before_it_ended_in_utc(
    repository: Repository, day: str, subject: str
) -> None:
    assert repository.commit(repository.resolve(day)).subject == subject


@pytest.mark.parametrize(
    "revision",
    [
        "2025-11-19",
        "2025-02-30",
        "--output=stolen",
        "-h",
        "nope",
        "HEAD:plans",
        "a\nb",
        "HEAD\0",
        "",
        "x" * 5000,
    ],
)
def test_what_is_no_revision_is_one_clear_error(
    repository: Repository, folder: Path, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(BadRevision) as caught:
        repository.resolve(revision)
    assert caught.value.cure
    assert not list(folder.glob("stolen*"))


@given(st.text(max_size=30))
def test_no_text_is_taken_for_an_option(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    top = tmp_path_factory.getbasetemp() / "options"
    if not top.exists():
        top.mkdir()
        git_in(top)("init", "-q")
    found = store.open_at(top)
    assert found is not None
    with found, pytest.raises(BadRevision):
        found.resolve(text)
    assert sorted(path.name for path in top.iterdir()) == [".git"]


def test_a_renamed_file_is_found_under_its_former_name(repository: Repository) -> None:
    then = [repository.name_at("plans/a/v2.yaml", repository.resolve(f"HEAD~{back}")) for back in range(3)]
    assert then == ["plans/a/v2.yaml", "plans/a/v1.yaml", "plans/a/v1.yaml"]
    assert repository.name_at("plans/a/v1.yaml", repository.resolve("HEAD")) is None


def test_a_copy_is_no_rename(repository: Repository, folder: Path) -> None:
    git = git_in(folder)
    shutil.copy(folder / "plans/a/v2.yaml", folder / "plans/a/v3.yaml")
    git("add", ".")
    git("commit", "-qm", "begun as a copy")
    assert repository.name_at("plans/a/v3.yaml", repository.resolve("HEAD~1")) is None


def test_a_file_that_came_by_a_merge_is_followed(repository: Repository, folder: Path) -> None:
    git = git_in(folder)
    git("switch", "-qc", "side")
    git("mv", "plans/a", "plans/b")
    git("commit", "-qm", "moved")
    git("switch", "-q", "main")
    (folder / "other").write_text("meanwhile\n")
    git("add", ".")
    git("commit", "-qm", "other")
    git("merge", "-q", "--no-edit", "side")
    for revision, name in (("HEAD~1", "plans/a/v2.yaml"), ("side~2", "plans/a/v1.yaml")):
        assert repository.name_at("plans/b/v2.yaml", repository.resolve(revision)) == name


def test_blame_follows_renames(repository: Repository) -> None:
    lines = repository.blame_lines("plans/a/v2.yaml")
    assert {line: commit and commit.subject for line, commit in lines.items()} == {
        1: "day 20",
        2: "day 22",
        3: "day 20",
        4: "day 20",
    }


def test_lines_that_are_not_committed_are_marked(repository: Repository) -> None:
    now = b"zero\r\none\r\nTWO\r\nfour\r\nfive"
    lines = repository.blame_lines("plans/a/v2.yaml", now=now)
    assert {line: commit and commit.subject for line, commit in lines.items()} == {
        1: None,
        2: "day 20",
        3: "day 22",
        4: "day 20",
        5: None,
    }
    assert repository.blame_lines("plans/a/new.yaml", now=b"a\nb\n") == {1: None, 2: None}
    assert repository.blame_lines("plans/a/new.yaml") == {}
    assert repository.name_at("plans/a/new.yaml", repository.resolve("HEAD")) is None


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git_in(tmp_path)("init", "-q")
    found = store.open_at(tmp_path)
    assert found is not None
    with found:
        assert found.blame_lines("a", now=b"x") == {1: None}
        assert found.head() == "refs/heads/main"
        with pytest.raises(BadRevision):
            found.resolve("HEAD")


def test_where_there_is_no_repository(tmp_path: Path) -> None:
    assert store.open_at(tmp_path) is None
    assert store.open_at(tmp_path / "not" / "there") is None


def test_git_missing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadRevision, match="not installed"):
        store.open_at(folder)
    outside = tmp_path / "outside"
    outside.mkdir()
    assert store.open_at(outside) is None


@pytest.mark.parametrize("damage", ["config", "HEAD", "gitfile"])
def test_a_broken_repository_is_one_clear_error(folder: Path, damage: str) -> None:
    if damage == "gitfile":
        (folder / "plans" / ".git").write_text("gitdir: /nowhere/at/all\n")
    else:
        (folder / ".git" / damage).write_text("[broken\n")
    with pytest.raises(BadRevision, match="broken"):
        store.open_at(folder / "plans")


def test_a_repository_of_somebody_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(store.process, "environment", lambda added: os.environ | dict(added))
    with pytest.raises(BadRevision) as caught:
        store.open_at(folder)
    assert "safe.directory" in caught.value.cure


def test_bare_repositories_and_linked_work_trees(folder: Path, tmp_path: Path) -> None:
    git = git_in(folder)
    git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    git("worktree", "add", "-q", str(tmp_path / "linked"), "HEAD~1")
    for place, root in ((tmp_path / "bare.git", None), (tmp_path / "linked", tmp_path / "linked")):
        found = store.open_at(place)
        assert found is not None
        with found:
            assert found.root == root
            assert found.list("main", "plans/a") == ("v2.yaml",)


def test_a_hook_that_points_git_elsewhere_does_not_mislead(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    found = store.open_at(folder / "plans")
    assert found is not None
    with found:
        assert found.root == folder
        assert found.read("HEAD", "plans/a/v2.yaml").startswith(b"one")


def test_paths_as_git_names_them(repository: Repository, folder: Path) -> None:
    assert repository.inside(folder) == ""
    assert repository.inside(folder / "plans" / "a" / "v2.yaml") == "plans/a/v2.yaml"
    with pytest.raises(BadRevision, match="outside"):
        repository.inside(folder.parent)


HOSTILE = """
[core]
	fsmonitor = {trap}
	hooksPath = {hooks}
	pager = {trap}
	editor = {trap}
	sshCommand = {trap}
	alternateRefsCommand = {trap}
	attributesFile = {attributes}
[alias]
	cat-file = !{trap}
	blame = !{trap}
	update-ref = !{trap}
[filter "f"]
	clean = {trap}
	smudge = {trap}
	process = {trap}
	required = true
[diff]
	external = {trap}
[diff "d"]
	textconv = {trap}
	command = {trap}
[gpg]
	program = {trap}
[log]
	showSignature = true
[blame]
	ignoreRevsFile = /nowhere
[pager]
	log = {trap}
	blame = {trap}
[credential]
	helper = !{trap}
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::{trap}
	promisor = true
	uploadpack = {trap}
[uploadpack]
	packObjectsHook = {trap}
[trace2]
	eventTarget = {trap}
[submodule "s"]
	update = !{trap}
"""
HOOKS = (
    "reference-transaction",
    "post-update",
    "post-commit",
    "pre-commit",
    "update",
    "post-checkout",
    "fsmonitor-watchman",
)


def spring_load(folder: Path, tmp_path: Path) -> Path:
    """Make a repository name a program at every turn; the program leaves a mark when it is run."""
    mark, program, hooks = tmp_path / "sprung", tmp_path / "trap", tmp_path / "hooks"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{mark}'\nexit 1\n")
    program.chmod(0o755)
    for place in (hooks, folder / ".git" / "hooks"):
        place.mkdir(exist_ok=True)
        for hook in HOOKS:
            (place / hook).write_text(program.read_text())
            (place / hook).chmod(0o755)
    attributes = tmp_path / "attributes"
    attributes.write_text("* filter=f diff=d\n")
    (folder / ".gitattributes").write_text("* filter=f diff=d merge=d\n")
    config = folder / ".git" / "config"
    told = HOSTILE.format(trap=program, hooks=hooks, attributes=attributes)
    old, new = (f"repositoryformatversion = {number}" for number in (0, 1))
    config.write_text(config.read_text().replace(old, new) + told)
    return mark


@pytest.fixture
def trap(folder: Path, tmp_path: Path) -> Path:
    return spring_load(folder, tmp_path)


def test_nothing_of_a_hostile_repository_is_run(folder: Path, trap: Path) -> None:
    found = store.open_at(folder / "plans")
    assert found is not None
    with found:
        path = "plans/a/v2.yaml"
        assert found.read("HEAD", path)
        assert found.name_at(path, found.resolve("HEAD~1"))
        assert found.blame_lines(path, now=b"one\nnew\n")[2] is None
        assert found.refs("refs/heads/")
        assert found.resolve("2025-11-24")
        blob = store.make_blob(b"kept")
        tree = store.make_tree({"kept": blob.id})
        commit = store.make_commit(tree.id, [], HAND, "kept")
        store.keep(found, [blob, tree, commit])
        store.update_refs(found, [RefUpdate("refs/heads/new", None, commit.id)], "test")
        assert found.read("new", "kept") == b"kept"
        with pytest.raises(BadRevision):
            found.objects.read("12" * 20)
        with pytest.raises(BadRevision):
            found.resolve("34" * 20)
    assert not trap.exists(), trap.read_text()


def test_the_trap_is_one(folder: Path, trap: Path) -> None:
    (folder / "plans" / "a" / "v2.yaml").write_text("changed\n")
    git_in(folder)("status", fine=False)
    assert trap.exists()


def test_links_and_submodules_are_not_followed(folder: Path) -> None:
    git = git_in(folder)
    (folder / "link").symlink_to("/etc/passwd")
    git("add", "link")
    git("update-index", "--add", "--cacheinfo", f"160000,{'12' * 20},module")
    git("commit", "-qm", "links")
    found = store.open_at(folder)
    assert found is not None
    with found:
        for path in ("link", "module", "module/x", "plans", "../x", "plans/a/../a/v2.yaml"):
            with pytest.raises(BadRevision):
                found.read("HEAD", path)
        assert found.list("HEAD") == ()


@pytest.mark.parametrize("kind", ["garbage", "other content", "missing"])
def test_a_corrupt_object_is_one_clear_error(folder: Path, kind: str) -> None:
    blob = git_in(folder)("rev-parse", "HEAD:plans/a/v2.yaml").strip()
    place = folder / ".git" / "objects" / blob[:2] / blob[2:]
    place.chmod(0o644)
    if kind == "missing":
        place.unlink()
    else:
        place.write_bytes(b"rubbish" if kind == "garbage" else zlib.compress(b"blob 4\0evil"))
    found = store.open_at(folder)
    assert found is not None
    with found, pytest.raises(BadRevision, match="missing or broken"):
        found.read("HEAD", "plans/a/v2.yaml")


def test_replaced_objects_do_not_change_what_an_id_means(folder: Path) -> None:
    git = git_in(folder)
    git("replace", "HEAD", "HEAD~2")
    found = store.open_at(folder)
    assert found is not None
    with found:
        assert found.commit(found.resolve("HEAD")).subject == "day 25"


def made(text: bytes) -> tuple[store.NewObject, ...]:
    blob = store.make_blob(text)
    tree = store.make_tree({"b.yaml": blob.id, "a": blob.id})
    commit = store.make_commit(tree.id, [], HAND, "A message\n\nwith a body")
    return blob, tree, commit, store.make_tag("p/v", commit.id, HAND, "A tag")


@given(st.binary(max_size=5000))
def test_recorded_objects_are_the_ones_git_would_make(
    tmp_path_factory: pytest.TempPathFactory, text: bytes
) -> None:
    top = tmp_path_factory.getbasetemp() / "objects"
    if not top.exists():
        top.mkdir()
        git_in(top)("init", "-q")
    found = store.open_at(top)
    assert found is not None
    with found:
        blob, tree, commit, tag = made(text)
        store.keep(found, (blob, tree, commit, tag))
        assert found.objects.read(blob.id) == text
        assert found.blobs(commit.id) == {"a": blob.id, "b.yaml": blob.id}
        assert found.commit(commit.id).message == "A message\n\nwith a body\n"
        assert found.objects.read(tag.id, "tag") == tag.data


LINES = st.sampled_from(
    [b"a\n", b"b\n", b"\n", b"c" * 300 + b"\n", b"d\r\n", b"no end", bytes(range(256)), b"x" * 70_000]
)


@given(st.lists(st.lists(LINES, max_size=8).map(b"".join), min_size=2, max_size=6, unique=True))
def test_what_is_kept_as_changes_comes_back_whole(
    tmp_path_factory: pytest.TempPathFactory, texts: list[bytes]
) -> None:
    top = tmp_path_factory.getbasetemp() / "changes"
    if not top.exists():
        top.mkdir()
        git_in(top)("init", "-q")
    blobs = [store.make_blob(text) for text in texts]
    likes = {new.id: old.id for old, new in pairwise(blobs)}
    found = store.open_at(top)
    assert found is not None
    with found:
        store.keep(found, blobs, likes)
        assert [found.objects.read(blob.id) for blob in blobs] == texts


def test_a_long_row_of_changes_is_cut_where_git_cuts_it(repository: Repository, folder: Path) -> None:
    same = [b"%d\n" % number for number in range(2000)]
    blobs = [store.make_blob(b"".join([*same[:k], b"changed\n", *same[k:]])) for k in range(120)]
    store.keep(repository, blobs, {new.id: old.id for old, new in pairwise(blobs)})
    assert all(repository.objects.read(blob.id) == blob.data for blob in blobs)
    (pack,) = (folder / ".git" / "objects" / "pack").glob("*.pack")
    assert pack.stat().st_size < 40_000
    told = git_in(folder)("verify-pack", "-v", str(pack))
    assert max(int(depth) for depth in re.findall(r"chain length = (\d+)", told)) == 50


def test_kept_objects_pass_gits_own_check(repository: Repository, folder: Path) -> None:
    objects = made(b"text\n")
    store.keep(repository, objects)
    moves = [
        RefUpdate("refs/tags/p/v", None, objects[3].id),
        RefUpdate("refs/heads/plans/p", None, objects[2].id),
    ]
    store.update_refs(repository, moves, "test")
    git = git_in(folder)
    assert git("fsck", "--strict", "--full") == ""
    assert git("status", "--porcelain") == ""


def test_what_git_does_not_take_is_one_clear_error(repository: Repository, folder: Path) -> None:
    broken = store.NewObject("tree", b"100644 without an id")
    more = [store.make_blob(os.urandom(100_000)) for _ in range(20)]  # more than a pipe holds
    with pytest.raises(BadRevision, match="index-pack failed"):
        store.keep(repository, [broken, *more])
    assert not list((folder / ".git" / "objects" / "pack").glob("*.idx"))


def test_refs_move_together_or_not_at_all(repository: Repository) -> None:
    objects = made(b"text\n")
    store.keep(repository, objects)
    commit, head = objects[2].id, repository.resolve("HEAD")
    stale = [RefUpdate("refs/tags/x", None, commit), RefUpdate("refs/heads/main", commit, commit)]
    with pytest.raises(Refused, match="another process"):
        store.update_refs(repository, stale, "test")
    assert set(repository.refs("refs/")) == {"refs/heads/main"}
    store.update_refs(repository, [RefUpdate("refs/tags/x", None, commit)], "test")
    with pytest.raises(Refused, match="another process"):
        store.update_refs(repository, [RefUpdate("refs/tags/x", None, head)], "test")
    store.update_refs(repository, [RefUpdate("refs/tags/x", commit, head)], "test")
    store.update_refs(repository, [RefUpdate("refs/tags/x", head, None)], "test")
    assert set(repository.refs("refs/")) == {"refs/heads/main"}


NAMES = ["refs/heads/a", "refs/heads/b/c", "refs/tags/a", "refs/tags/p/v1", "refs/tags/p/v2", "refs/x/y"]


@slow
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 3), st.booleans()), max_size=12), st.data())
def test_only_the_refs_meant_move_however_git_keeps_them(
    tmp_path_factory: pytest.TempPathFactory, earlier: list[tuple[str, int, bool]], data: st.DataObject
) -> None:
    top = tmp_path_factory.mktemp("refs", numbered=True)
    git = git_in(top)
    git("init", "-q", "--bare")
    found = store.open_at(top)
    assert found is not None
    with found:
        objects = [made(b"%d" % number) for number in range(2)]
        store.keep(found, [each for four in objects for each in four])
        commits = [four[2].id for four in objects]
        targets = [*commits, *(four[3].id for four in objects)]
        for name, number, is_packed in earlier:
            target = commits[number % 2] if name.startswith("refs/heads/") else targets[number]
            git("update-ref", name, target)
            if is_packed:
                git("pack-refs", "--all")
        before = {name: ref.target for name, ref in found.refs("refs/").items()}
        meant = data.draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
        after = {name: data.draw(st.sampled_from([None, *commits])) for name in meant}
        store.update_refs(
            found, [RefUpdate(name, before.get(name), new) for name, new in after.items()], "test"
        )
        wanted = {name: target for name, target in (before | after).items() if target is not None}
        assert {name: ref.target for name, ref in found.refs("refs/").items()} == wanted
        git("pack-refs", "--all")
        assert {name: ref.target for name, ref in found.refs("refs/").items()} == wanted
        assert {name: ref.commit for name, ref in found.refs("refs/").items()} == {
            name: target if target in commits else commits[targets.index(target) - 2]
            for name, target in wanted.items()
        }
    assert git("fsck", "--strict", "--no-dangling") == ""
    assert not [path for path in top.rglob("*") if path.suffix in {".lock", ".planctl"}]


@pytest.mark.parametrize("state", ["a link", "of an old git"])
def test_packed_refs_of_another_kind_are_left_to_git(
    repository: Repository, folder: Path, state: str
) -> None:
    git = git_in(folder)
    git("pack-refs", "--all")
    packed = folder / ".git" / "packed-refs"
    if state == "a link":
        packed.rename(folder / ".git" / "elsewhere")
        packed.symlink_to("elsewhere")
    else:
        packed.write_text("".join(packed.read_text().splitlines(keepends=True)[1:]))
    before = packed.read_bytes()
    head = repository.resolve("HEAD")
    store.update_refs(repository, [RefUpdate("refs/tags/new", None, head)], "test")
    assert repository.resolve("refs/tags/new") == head
    assert packed.read_bytes() == before


def test_a_lock_on_the_packed_refs_is_waited_for_and_named(
    repository: Repository, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store.packed, "_PATIENCE", 0.1)
    (folder / ".git" / "packed-refs.lock").touch()
    with pytest.raises(Refused, match=r"packed-refs\.lock"):
        store.update_refs(repository, [RefUpdate("refs/tags/new", None, repository.resolve("HEAD"))], "test")
    assert "refs/tags/new" not in repository.refs("refs/tags/")


def test_a_held_lock_is_named(repository: Repository, folder: Path) -> None:
    lock = folder / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()
    head = repository.resolve("HEAD")
    with pytest.raises(Refused, match=r"main\.lock"):
        store.update_refs(
            repository, [RefUpdate("refs/heads/main", head, repository.resolve("HEAD~1"))], "test"
        )
    assert repository.resolve("HEAD") == head


def test_refs_are_not_written_through_links(repository: Repository, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / ".git" / "refs" / "heads" / "plans").symlink_to(outside)
    with pytest.raises(Refused, match="symbolic link"):
        store.update_refs(
            repository, [RefUpdate("refs/heads/plans/p", None, repository.resolve("HEAD"))], "test"
        )
    assert list(outside.iterdir()) == []


def test_a_branch_that_stands_for_another_does_not_move_it(repository: Repository, folder: Path) -> None:
    git = git_in(folder)
    git("symbolic-ref", "refs/heads/alias", "refs/heads/main")
    head, before = repository.resolve("HEAD"), repository.resolve("HEAD~1")
    assert repository.refs("refs/heads/alias")["refs/heads/alias"].symbolic == "refs/heads/main"
    store.update_refs(repository, [RefUpdate("refs/heads/alias", head, before)], "test")
    assert repository.resolve("main") == head


@pytest.mark.parametrize(
    "name",
    ["a..b", "a.lock", "a.", ".a", "-x y", "a//b", "a@{b", "a~1", "a:b", "a\\b", "a\nb", "a?", "a*", "a["],
)
def test_names_that_git_forbids_are_refused_as_git_does(
    repository: Repository, folder: Path, name: str
) -> None:
    with pytest.raises(Refused, match="allows no ref"):
        store.check_ref(f"refs/tags/p/{name}")
    done = subprocess.run(["git", "check-ref-format", f"refs/tags/p/{name}"], check=False)
    assert done.returncode == 1


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,12}", fullmatch=True))
def test_every_name_of_a_version_is_judged_as_git_judges_it(name: str) -> None:
    done = subprocess.run(["git", "check-ref-format", f"refs/tags/p/{name}"], check=False)
    if done.returncode:
        with pytest.raises(Refused):
            store.check_ref(f"refs/tags/p/{name}")
    else:
        store.check_ref(f"refs/tags/p/{name}")


@pytest.mark.parametrize("name", ["", "<a> b\n", "\x00", "Jürgen", "a" * 3000])
def test_any_name_makes_a_sound_commit(repository: Repository, folder: Path, name: str) -> None:
    tree = store.make_tree({})
    commit = store.make_commit(tree.id, [], Signature(name, f"{name}@parties.invalid", 0), name)
    store.keep(repository, [tree, commit])
    store.update_refs(repository, [RefUpdate("refs/heads/x", None, commit.id)], "test")
    assert git_in(folder)("fsck", "--strict") == ""
