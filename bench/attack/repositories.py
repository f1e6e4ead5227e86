"""Repositories that a stranger made: settings that run something, odd refs, damaged and absurd objects."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import zlib
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

from bench.attack import folders
from bench.attack.strings import name

_QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@b.example",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@b.example",
    "PATH": os.environ["PATH"],
    "LC_ALL": "C.UTF-8",
}
_RUNS = (
    "core.fsmonitor",
    "core.hooksPath",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "diff.external",
    "pager.log",
    "diff.planctl.textconv",
    "diff.planctl.command",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "alias.cat-file",
    "credential.helper",
    "gpg.program",
    "interactive.diffFilter",
    "core.gitProxy",
    "uploadpack.packObjectsHook",
    "core.alternateRefsCommand",
    "sequence.editor",
    "trailer.x.command",
    "receive.procReceiveRefs",
    "remote.origin.uploadpack",
    "man.x.cmd",
    "browser.x.cmd",
)
_ODD = (
    '[includeIf "gitdir:/nowhere/"]\n\tpath = x\n',
    "[user]\n\tname = J\xfcrgen\n",
    "[include]\n\tpath = ../../victim\n",
    "[core]\n\tbare = maybe\n",
    "[extensions]\n\tobjectFormat = sha256\n",
    "[core]\n\trepositoryformatversion = 99\n",
    "[core]\n\tworktree = /\n",
    "[blame]\n\tignoreRevsFile = x\n",
    "[broken\n",
    "[core]\n\tattributesFile = /dev/zero\n",
    "[log]\n\tshowSignature = true\n",
    "[diff]\n\torderFile = /dev/zero\n",
    "[core]\n\tprecomposeunicode = true\n",
)


class Target(NamedTuple):
    """The repository under attack, at ``top``; ``canary`` is a file that shows that something ran."""

    rng: random.Random
    top: Path
    canary: Path


def git(folder: Path, *words: str, data: bytes = b"") -> bytes:
    """What git prints, run without the settings of the person here."""
    done = subprocess.run(
        ["git", *words], cwd=folder, env=_QUIET, input=data, capture_output=True, check=False
    )
    return done.stdout.strip()


def template(top: Path) -> None:
    """A repository with a whole plan, recorded by two commits, from which every attack starts."""
    rng = random.Random(0)
    while not (top / "plans" / "p").is_dir():
        folders.make(rng, top)
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    git(top, "commit", "-qm", "two", "--allow-empty")
    git(top, "branch", "plans/p")
    git(top, "tag", "-a", "-m", "x", "p/v1")


def make(rng: random.Random, top: Path, source: Path, canary: Path) -> dict[str, str]:
    """A repository with one to three hostile properties; returns what the caller's environment holds."""
    shutil.copytree(source, top, symlinks=True, dirs_exist_ok=True)
    if rng.random() < 0.7:
        shutil.rmtree(top / "plans")
        folders.make(rng, top)
        git(top, "add", "-A")
        git(top, "commit", "-qm", name(rng))
    environment: dict[str, str] = {}
    for attack in rng.sample(_ATTACKS, rng.choice((1, 2, 3))):
        environment |= attack(Target(rng, top, canary)) or {}
    return environment


def _settings(at: Target) -> None:
    with (at.top / ".git/config").open("a", encoding="latin-1") as file:
        for key in at.rng.sample(_RUNS, 6):
            section, _, rest = key.partition(".")
            inner, _, last = rest.rpartition(".")
            quoted = f' "{inner}"' if inner else ""
            file.write(f'[{section}{quoted}]\n\t{last} = "!touch {at.canary}; cat"\n')
        if at.rng.random() < 0.6:
            file.write(at.rng.choice(_ODD))


def _hooks(at: Target) -> None:
    folder = at.top / ".git/hooks"
    folder.mkdir(exist_ok=True)
    for hook in (
        "reference-transaction",
        "post-checkout",
        "pre-commit",
        "post-index-change",
        "fsmonitor-watchman",
        "pre-auto-gc",
    ):
        path = folder / hook
        path.write_text(f"#!/bin/sh\ntouch {at.canary}\n")
        path.chmod(0o755)
    (at.top / ".gitattributes").write_text(
        "* filter=x diff=planctl text eol=crlf ident working-tree-encoding=UTF-16\n"
    )


def _programs(at: Target) -> dict[str, str]:
    """Programs of known names in the working folder, and a search path that looks there."""
    for program in ("git", "less", "cat", "sh", "python3", "git.exe"):
        path = at.top / program
        path.write_text(f'#!/bin/sh\ntouch {at.canary}\nexec /usr/bin/env {program} "$@"\n')
        path.chmod(0o755)
    (at.top / "planctl").mkdir(exist_ok=True)
    for module in ("yaml.py", "git.py", "rapidfuzz.py", "usercustomize.py", "sitecustomize.py"):
        (at.top / module).write_text(f"open({str(at.canary)!r}, 'w')\n")
    here = at.rng.choice(("", ".", str(at.top)))
    inside = f"{here}:{os.environ['PATH']}" if here != str(at.top) else f":{os.environ['PATH']}:."
    return {"PATH": inside, "GIT_PYTHON_GIT_EXECUTABLE": str(at.top / "git")}


def _environment(at: Target) -> dict[str, str]:
    touch = f"touch {at.canary}"
    return dict(
        at.rng.sample(
            (
                ("GIT_EXTERNAL_DIFF", touch),
                ("GIT_SSH_COMMAND", touch),
                ("GIT_EDITOR", touch),
                ("GIT_OBJECT_DIRECTORY", "/nowhere"),
                ("GIT_COMMON_DIR", "/nowhere"),
                ("GIT_DIR", "/nowhere"),
                ("GIT_WORK_TREE", "/"),
                ("GIT_INDEX_FILE", "/dev/zero"),
                ("GIT_CONFIG_COUNT", "1"),
                ("GIT_TRACE", "1"),
                ("GIT_CEILING_DIRECTORIES", "/"),
                ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "/nowhere"),
                ("GIT_NAMESPACE", "x"),
                ("GIT_CONFIG_PARAMETERS", f"'core.fsmonitor={touch}'"),
                ("COLUMNS", "9" * 5000),
                ("COLUMNS", "-1"),
                ("LC_ALL", "C"),
                ("GIT_PYTHON_TRACE", "full"),
                ("GIT_PYTHON_REFRESH", "raise"),
                ("GIT_REPLACE_REF_BASE", "refs/x/"),
                ("HOME", "/nowhere"),
            ),
            3,
        )
    )


def _refs(at: Target) -> None:
    tip = git(at.top, "rev-parse", "HEAD").decode() or "0" * 40
    choice = at.rng.randrange(5)
    if choice == 0:
        (at.top / ".git/packed-refs").write_bytes(
            at.rng.choice(
                (
                    b"\0" * 50,
                    b"x\n" * 50,
                    tip.encode() + b" refs/heads/" + name(at.rng).encode("utf-8", "replace") + b"\n",
                )
            )
        )
    elif choice == 1:
        inner = at.top / ".git/refs/heads" / name(at.rng).replace("\n", "")
        inner.write_text(at.rng.choice((tip, "ref: refs/heads/plans/p", "ref: " + "x" * 5000, "")) + "\n")
    elif choice == 2:
        shutil.rmtree(at.top / ".git/refs/heads/plans", ignore_errors=True)
        (at.top / ".git/refs/heads/plans").symlink_to(at.rng.choice(("/nowhere", "../../../../victim", ".")))
    elif choice == 3:
        (at.top / ".git/HEAD").write_text(
            at.rng.choice(
                (
                    "ref: refs/heads/plans/p\n",
                    "ref: refs/heads/../../x\n",
                    "\0",
                    tip + "\n",
                    "ref: refs/heads/none\n",
                )
            )
        )
    else:
        (at.top / ".git/refs/replace").mkdir(exist_ok=True)
        (at.top / ".git/refs/replace" / tip).write_text(tip + "\n")


def _links(at: Target) -> None:
    """Places in ``.git`` that git or planctl write to lead to a file of the person's."""
    victim = at.rng.choice(("../../victim", "../../../victim", str(at.canary.with_name("victim"))))
    place = at.rng.choice(
        (
            "info/attributes",
            "info/attributes.planctl",
            "packed-refs",
            "packed-refs.lock",
            "packed-refs.new",
            "config.lock",
            "logs",
            "info",
            "config",
        )
    )
    path = at.top / ".git" / place
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(victim)


def _objects(at: Target) -> None:
    choice = at.rng.randrange(5)
    tree = git(at.top, "write-tree").decode()
    if choice == 0:
        time = at.rng.choice(("99999999999999999999", "-1", "0", "253402300800", "18446744073709551615", "x"))
        zone = at.rng.choice(("+0000", "+9999", "-99999999", "x"))
        words = f"tree {tree}\nauthor a <a@b> {time} {zone}\ncommitter a <a@b> {time} {zone}\n\nm\n".encode()
        (at.top / ".git/refs/heads/main").write_text(_store(at.top, "commit", words) + "\n")
    elif choice == 1:
        blob = _store(at.top, "blob", b"\0" * at.rng.choice((100, 20_000_000)))
        plain = git(at.top, "hash-object", "-w", "plans/p/plan.yaml").decode() or blob
        rows = (
            "".join(f"100644 blob {blob}\tw{k}.yaml\n" for k in range(60))
            + f"100644 blob {plain}\tplan.yaml\n"
        )
        inner = git(at.top, "mktree", data=rows.encode()).decode()
        middle = git(at.top, "mktree", data=f"040000 tree {inner}\tp\n".encode()).decode()
        outer = git(at.top, "mktree", data=f"040000 tree {middle}\tplans\n".encode()).decode()
        git(at.top, "update-ref", "HEAD", git(at.top, "commit-tree", "-m", "x", outer).decode())
    elif choice == 2:
        loose = [path for path in (at.top / ".git/objects").rglob("*") if path.is_file()]
        for path in at.rng.sample(loose, min(3, len(loose))):
            path.chmod(0o644)
            path.write_bytes(
                at.rng.choice(
                    (
                        b"",
                        b"\0" * 100,
                        zlib.compress(b"blob 999999999999\0x"),
                        zlib.compress(b"tree 5\0abcde"),
                    )
                )
            )
    elif choice == 3:
        author = name(at.rng).replace("\n", " ").encode("utf-8", "replace")
        words = b"tree %s\nauthor %s <a@b> 1 +0000\ncommitter %s <%s> 1 +0000\n\n%s" % (
            tree.encode(),
            author,
            author,
            author,
            name(at.rng).encode("utf-8", "replace"),
        )
        (at.top / ".git/refs/heads/main").write_text(_store(at.top, "commit", words) + "\n")
    else:
        (at.top / ".git/objects/info").mkdir(exist_ok=True)
        (at.top / ".git/objects/info/alternates").write_text(
            at.rng.choice(("/dev/zero\n", "../../../x\n" * 50, "/nowhere\n", ".\n"))
        )
        (at.top / ".git/shallow").write_text(at.rng.choice(("x\n", "0" * 40 + "\n", "")))


def _store(top: Path, kind: str, data: bytes) -> str:
    whole = f"{kind} {len(data)}\0".encode() + data
    named = sha1(whole, usedforsecurity=False).hexdigest()
    path = top / ".git/objects" / named[:2] / named[2:]
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_bytes(zlib.compress(whole))
    return named


_ATTACKS = (_settings, _settings, _hooks, _programs, _environment, _refs, _links, _objects, _objects)
