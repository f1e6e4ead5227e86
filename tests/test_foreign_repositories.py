"""Repositories and surroundings made to mislead: what git itself reads is read, and never without bound."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path

import pytest

from planctl import limits, store
from planctl.errors import BadRevision, Refused
from planctl.store import Repository
from planctl.store.commits import read_commit
from tests.test_record_commands import Run, git, talks

__all__ = ["talks"]  # a fixture

HEADERS = "tree {tree}\nauthor A <a@b.example> {time}\ncommitter C <c@d.example> {time}\n"


@pytest.fixture
def repository(talks: Path) -> Iterator[Repository]:
    found = store.open_at(talks)
    assert found is not None
    with found:
        yield found


def put(top: Path, kind: str, data: bytes) -> str:
    """Store an object as it is, however odd."""
    name = sha1(f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False).hexdigest()
    place = top / ".git" / "objects" / name[:2] / name[2:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(zlib.compress(f"{kind} {len(data)}\0".encode() + data))
    return name


# Whatever configuration git takes

CONFIGURATIONS = {
    "a condition": b'[includeIf "gitdir:/nowhere/"]\n\tpath = x\n',
    "a file that is not there": b"[include]\n\tpath = nowhere\n",
    "a Latin-1 name": b"[user]\n\tname = J\xfcrgen\n",
    "a section twice": b"[core]\n[core]\n\tbare = false\n[user]\n[user]\n",
    "a key without a value": b"[core]\n\tlogAllRefUpdates\n",
    "duplicate key": b'[remote "a"]\n\tfetch = a\n\tfetch = b\n',
    "quotation marks and line ends": b'[alias]\n\tx = "a\\tb\\\n  c" # ; d\n\ty = !f() { "x"; }; f\n',
    "an odd subsection": b'[branch "a \\"b\\" ] = \xff"]\n\tmerge = refs/heads/x\n',
    "an old subsection": b"[branch.Old]\n\tremote = x\n",
    "percent signs": b"[pretty]\n\tx = %(y)s %h %%\n",
    "a long value": b"[x]\n\ty = " + b"z" * 100_000 + b"\n",
    "carriage returns": b"[x]\r\n\ty = z\r\n",
    "on one line": b"[x] y = z\n",
}


@pytest.mark.parametrize("case", CONFIGURATIONS)
def test_what_git_takes_for_configuration_is_no_hindrance(
    case: str, talks: Path, repository: Repository
) -> None:
    with (talks / ".git" / "config").open("ab") as file:
        file.write(CONFIGURATIONS[case])
    head = git(talks, "rev-parse", "HEAD").strip()
    assert repository.commit(head).tree == git(talks, "rev-parse", "HEAD^{tree}").strip()
    assert repository.read("HEAD", "plans/talks/d1.yaml")


@pytest.mark.parametrize("name", ["noop", "noop-v1", "preciousObjects", "worktreeConfig"])
def test_extensions_of_a_repository(name: str, talks: Path, repository: Repository) -> None:
    git(talks, "config", "core.repositoryFormatVersion", "1")
    git(talks, "config", f"extensions.{name}", "true")
    assert repository.read("HEAD", "plans/talks/d1.yaml")


# What the caller's environment says

STEERING = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    "GIT_TRACE", "GIT_TRACE2_EVENT", "GIT_TRACE_SETUP", "GIT_DEFAULT_HASH", "GIT_REF_PARANOIA",
    "GIT_LITERAL_PATHSPECS",
    "GIT_ATTR_SOURCE", "GIT_NO_REPLACE_OBJECTS", "GIT_EXTERNAL_DIFF", "GIT_PYTHON_TRACE",
    "GIT_PYTHON_REFRESH",
)  # fmt: skip


@pytest.mark.parametrize("name", STEERING)
def test_variables_of_git_do_not_reach_the_git_that_reads(
    name: str, talks: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = talks.parent / "other"
    git(talks.parent, "init", "-q", str(other))
    monkeypatch.setenv(name, str(other / ".git"))
    assert run("show", "d1@HEAD").code == 0
    assert run("blame", "1").err == ""


@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_PYTHON_GIT_EXECUTABLE": "{trap}"},
        {"GIT_PYTHON_GIT_EXECUTABLE": "./git"},
        {"GIT_PYTHON_REFRESH": "rubbish"},
        {"GIT_PYTHON_REFRESH": "error", "GIT_PYTHON_GIT_EXECUTABLE": "/nowhere"},
        {"GIT_PYTHON_TRACE": "full"},
        {"PATH": ".:{path}"},
        {"PATH": ":{path}"},
        {"GIT_TRACE": "{mark}", "GIT_TRACE2": "{mark}"},
        {
            "GIT_EXTERNAL_DIFF": "{trap}",
            "GIT_PAGER": "{trap}",
            "GIT_SSH_COMMAND": "{trap}",
            "GIT_ASKPASS": "{trap}",
        },
    ],
)
def test_no_other_git_is_run_or_listened_to(variables: dict[str, str], talks: Path) -> None:
    mark, trap = talks.parent / "mark", talks / "git"
    trap.write_text(f"#!/bin/sh\necho run >> '{mark}'\nexit 1\n")
    trap.chmod(0o755)
    known = {"trap": str(trap), "mark": str(mark), "path": os.environ["PATH"]}
    given = {name: value.format(**known) for name, value in variables.items()}
    command = [sys.executable, "-m", "planctl", "show", "d1@HEAD"]
    ran = subprocess.run(
        command, cwd=talks, env=os.environ | given, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not mark.exists()


def test_the_environment_is_as_before_once_git_was_read(repository: Repository) -> None:
    before = dict(os.environ)
    assert repository.read("HEAD", "plans/talks/d1.yaml")
    assert dict(os.environ) == before


# Times that no calendar has


@pytest.mark.parametrize(
    "time",
    [
        "99999999999999999999 +0000", "999999999999999 +0000", "9" * 400 + " +0000", "-1 +0000",
        "-99999999999 +0000",
        "1763640000 +9999", "1763640000 -2500", "1763640000 +0060", "1763640000 +1401", "1763640000 +100",
        "1763640000 +01000", "1763640000", "1763640000 CET", "tomorrow +0000", "", "+0000", "1e9 +0000",
        "253402300799 +1400", "١٧٦٣٦٤٠٠٠٠ +0000",
    ],
)  # fmt: skip
def test_a_time_that_is_none_is_unknown(time: str) -> None:
    data = HEADERS.format(tree="12" * 20, time=time) + "\nwords\n"
    commit = read_commit("34" * 20, data.encode())
    assert (commit.authored, commit.committed) == (None, None)
    assert (commit.author, commit.email, commit.subject) == ("A", "a@b.example", "words")


@pytest.mark.parametrize("zone", ["+0000", "-0000", "+1400", "-1200", "+0545"])
def test_a_time_is_read_in_its_zone(zone: str) -> None:
    data = HEADERS.format(tree="12" * 20, time=f"1763640000 {zone}") + "\nwords\n"
    commit = read_commit("34" * 20, data.encode())
    assert commit.committed == datetime(2025, 11, 20, 12, tzinfo=UTC)
    assert commit.authored is not None
    assert commit.authored.strftime("%z") == zone.replace("-0000", "+0000")


@pytest.mark.parametrize("time", ["99999999999999999999 +0000", "-5 +0000", "1763640000 +9999"])
def test_a_version_of_an_unknown_time_is_read_and_blamed(time: str, talks: Path, run: Run) -> None:
    tree = git(talks, "rev-parse", "HEAD^{tree}").strip()
    head = put(talks, "commit", (HEADERS.format(tree=tree, time=time) + "\nodd\n").encode())
    (talks / ".git/refs/heads/main").write_text(f"{head}\n")
    assert f"{head[:10]}, date unknown, by A" in " ".join(run("blame", "d1:1").out.split())
    assert '"when": null' in run("blame", "d1:1", "--format", "json").out
    assert run("show", "d1@HEAD").code == 0
    assert run("show", "d1@2025-11-20").code in {0, 2}


# Commits by hand


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        *((name, "J\xfcrgen") for name in (b"ISO-8859-1", b"latin1", b"windows-1252")),
        *((name, "J\ufffdrgen") for name in (b"rot13", b"hex", b"punycode", b"none", b"\xff", b"utf-8", b"")),
    ],
)
def test_names_in_other_encodings(encoding: bytes, name: str) -> None:
    head = b"tree %s\nauthor J\xfcrgen <j@x> 1 +0000\nencoding %s\n\nJ\xfc\n" % (b"12" * 20, encoding)
    commit = read_commit("34" * 20, head)
    assert (commit.author, commit.committed) == (name, None)


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"tree 12\n", b"parent " + b"12" * 20, b"tree " + b"zz" * 20 + b"\n", b"tree " + b"12" * 20],
)
def test_what_is_no_commit_is_one_clear_error(data: bytes, talks: Path, repository: Repository) -> None:
    with pytest.raises(BadRevision, match="missing or broken"):
        repository.objects.commit(put(talks, "commit", data))


def test_a_commit_of_few_words(talks: Path, repository: Repository) -> None:
    tree = git(talks, "rev-parse", "HEAD^{tree}").strip()
    bare = repository.objects.commit(put(talks, "commit", f"tree {tree}\n".encode()))
    assert (bare.author, bare.authored, bare.parents, bare.message) == ("", None, (), "")
    signed = (
        f"tree {tree}\nparent {'12' * 20}\nparent {'34' * 20}\nauthor A\ngpgsig x\n author B <b> 1 +0000\n\nm"
    )
    commit = repository.objects.commit(put(talks, "commit", signed.encode()))
    assert (commit.author, commit.parents) == ("A", ("12" * 20, "34" * 20))


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b"100644 a\0" + b"x" * 19,
        b"100644 \0" + b"x" * 20,
        b"9 a\0" + b"x" * 20,
        b"100644a\0" + b"x" * 20,
    ],
)
def test_what_is_no_tree_is_one_clear_error(data: bytes, talks: Path, repository: Repository) -> None:
    with pytest.raises(BadRevision, match="missing or broken"):
        repository.objects.tree(put(talks, "tree", data))


@pytest.mark.parametrize("name", ["..", ".git", "a\\b", "aux.yaml", "a:b", "a\nb", os.fsdecode(b"\xff"), " "])
def test_a_tree_with_an_odd_name_is_still_one(name: str, talks: Path, repository: Repository) -> None:
    data = b"100644 %s\0%s" % (os.fsencode(name), b"x" * 20)
    assert repository.objects.tree(put(talks, "tree", data)) == (
        store.TreeEntry(name, (b"x" * 20).hex(), 0o10),
    )


# Sizes


def bomb(talks: Path, kind: str, size: int) -> str:
    """An object of so many zeros, which takes a thousandth of that on disk."""
    return put(talks, kind, bytes(size))


@pytest.mark.parametrize("kind", ["blob", "tree", "commit", "tag"])
def test_an_object_is_asked_for_its_size_first(kind: str, talks: Path, repository: Repository) -> None:
    name = bomb(talks, kind, limits.SIZE_LIMIT + 1)
    with pytest.raises(BadRevision, match=r"10,485,761 bytes; planctl reads none above 10 MB"):
        repository.objects.read(name, kind)
    assert repository.read("HEAD", "plans/talks/d1.yaml")  # what came of it was not read either


def test_one_object_many_times_is_counted_each_time(talks: Path, repository: Repository) -> None:
    name = bomb(talks, "blob", limits.SIZE_LIMIT)
    with limits.total():
        for _ in range(4):
            repository.objects.read(name)
        with pytest.raises(Refused, match="more than 48 MB in all"):
            repository.objects.read(name)
    with limits.total():
        assert len(repository.objects.read(name)) == limits.SIZE_LIMIT


def test_a_version_is_read_beside_files_that_are_too_large(talks: Path, run: Run) -> None:
    large = bomb(talks, "blob", limits.SIZE_LIMIT * 2)
    rows = git(talks, "ls-tree", "HEAD:plans/talks") + "".join(
        f"100644 blob {large}\tw{k}.yaml\n" for k in range(50)
    )
    inner = subprocess.run(
        ["git", "mktree"], cwd=talks, input=rows, capture_output=True, text=True, check=True
    ).stdout.strip()
    for name in ("talks", "plans"):
        row = f"040000 tree {inner}\t{name}\n"
        inner = subprocess.run(
            ["git", "mktree"], cwd=talks, input=row, capture_output=True, text=True, check=True
        ).stdout.strip()
    git(talks, "update-ref", "HEAD", git(talks, "commit-tree", "-m", "x", inner).strip())
    assert run("show", "d1@HEAD").code == 0
    told = run("show", "w1@HEAD")
    assert told.code == 2
    assert "planctl reads none above 10 MB" in " ".join(told.err.split())


def test_git_that_says_too_much_is_stopped(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planctl.store.process.TOTAL_LIMIT", 100)
    with pytest.raises(BadRevision, match="git returned more than"):
        repository.git.run(["cat-file", "--batch"], b"HEAD\n" * 1000)


# Pipes where files should be


@pytest.mark.parametrize("name", ["HEAD", "config", "packed-refs", "shallow", "objects/info/alternates"])
def test_a_pipe_in_a_repository_is_refused_at_once(name: str, talks: Path, run: Run) -> None:
    place = talks / ".git" / name
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    told = run("show", "d1@HEAD")
    assert told.code == 2
    assert "is not a file" in " ".join(told.err.split())


def test_a_pipe_in_place_of_an_object_is_refused_at_once(talks: Path, repository: Repository) -> None:
    blob = git(talks, "rev-parse", "HEAD:plans/talks/d1.yaml").strip()
    place = talks / ".git" / "objects" / blob[:2] / blob[2:]
    place.unlink()
    os.mkfifo(place)
    with pytest.raises(BadRevision, match="missing or broken"):
        repository.read("HEAD", "plans/talks/d1.yaml")


# Refs and revisions of any bytes


@pytest.mark.parametrize(
    "name", [b"\xff", "ü".encode(), b"a'b", b'a"b', b"$(x)", b"a;b", b"-x", b"%00", b"\xe2\x80\xae"]
)
def test_branches_of_any_name(name: bytes, talks: Path, run: Run, repository: Repository) -> None:
    head = git(talks, "rev-parse", "HEAD").strip()
    for kind in (b"heads", b"tags/talks", b"heads/planctl"):
        place = os.fsencode(talks / ".git/refs") + b"/" + kind + b"/" + name
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        with open(place, "w") as file:  # noqa: PTH123
            file.write(f"{head}\n")
    assert f"refs/heads/{os.fsdecode(name)}" in repository.refs("refs/heads/")
    assert repository.resolve(f"refs/heads/{os.fsdecode(name)}") == head
    assert run("record").code == 0
    assert run("verify").code == 0
    assert run("show", f"d1@refs/heads/{os.fsdecode(name)}").code == 0


@pytest.mark.parametrize("revision", [b"\xff", b"\xed\xa0\x80", b"HEAD\xff", b"x" * 3000])
def test_a_revision_of_any_bytes_is_one_clear_error(revision: bytes, run: Run, talks: Path) -> None:
    told = run("show", f"d1@{os.fsdecode(revision)}")
    assert told.code == 2
    assert len(told.err.splitlines()) == 2


# What would make an id mean something else


def test_grafts_replacements_and_a_commit_graph_are_passed_over(talks: Path, repository: Repository) -> None:
    (talks / "more").write_text("more")
    git(talks, "add", "-A")
    git(talks, "commit", "-qm", "second")
    first, second = (git(talks, "rev-parse", name).strip() for name in ("HEAD~1", "HEAD"))
    git(talks, "commit-graph", "write", "--reachable")
    git(talks, "replace", second, first)
    (talks / ".git/info/grafts").write_text(f"{second}\n")
    assert repository.commit(second).parents == (first,)
    assert repository.commit(second).subject == "second"
    assert repository.ancestors(second) == {first, second}
    graph = talks / ".git/objects/info/commit-graph"
    graph.chmod(0o644)
    graph.write_bytes(b"rubbish")
    assert repository.ancestors(second) == {first, second}


def test_borrowed_objects_that_are_not_there(talks: Path, repository: Repository) -> None:
    (talks / ".git/objects/info/alternates").write_text('/nowhere\n../../../nowhere\n# x\n"a\\nb"\n')
    assert repository.read("HEAD", "plans/talks/d1.yaml")
    with pytest.raises(BadRevision, match="missing or broken"):
        repository.objects.read("12" * 20)


def test_a_missing_object_of_a_partial_clone_is_not_fetched(talks: Path, repository: Repository) -> None:
    mark, trap = talks.parent / "mark", talks.parent / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{mark}'\nexit 1\n")
    trap.chmod(0o755)
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{trap}",
        "remote.origin.uploadpack": str(trap),
        "remote.origin.vcs": "ext",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "core.sshCommand": str(trap),
    }.items():
        git(talks, "config", name, value)
    with pytest.raises(BadRevision, match="missing or broken"):
        repository.objects.read("12" * 20)
    for url in (f"file://{talks}", str(talks), "ssh://localhost/x", "https://localhost:1/x"):
        git(talks, "config", "remote.origin.url", url)
        with pytest.raises(BadRevision):
            repository.objects.read("34" * 20)
    assert not mark.exists()
