"""One git repository: what a revision or date means, files as they were, who last touched each line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from planctl.errors import BadRevision
from planctl.redline import common
from planctl.store.apart import apart
from planctl.store.commits import Commit
from planctl.store.naming import former_names, reaches
from planctl.store.objects import FILE, FOLDER, Objects, TreeEntry
from planctl.store.process import Git

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNSAID = re.compile(r"[\x00-\x1f\x7f\ud800-\udc7f\udd00-\udfff]")
"""What no revision has. U+DC80 to U+DCFF stand for bytes that are no text, which names of branches hold."""
_HEX = re.compile(r"[0-9a-f]{40}")
_LONGEST_REF = 1000


@dataclass(frozen=True, slots=True)
class GitRef:
    """A ref: its full name, the object it names, and the commit behind it (None when there is none).

    ``symbolic`` is the ref it stands for, ``checked_out`` the work tree that has it checked out; else empty.
    """

    name: str
    target: str
    commit: str | None
    symbolic: str
    checked_out: str


class Repository:
    """A repository found by ``open_at``. Use it in a ``with`` statement: it keeps a git process open.

    ``root`` is the top of the work tree, None when there is none (a bare repository).
    """

    def __init__(self, git_dir: Path, common_dir: Path, root: Path | None) -> None:
        self.git_dir = git_dir
        self.common_dir = common_dir
        self.root = root
        self.git = Git(git_dir, {"GIT_DIR": str(git_dir), "GIT_COMMON_DIR": str(common_dir)})
        self.objects = Objects(self.git, common_dir)
        self._commits: dict[str, Commit] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the git process that reads objects."""
        self.objects.close()

    def inside(self, path: Path) -> str:
        """How git names a path of the work tree: from its top, with ``/``; the top itself is empty."""
        if self.root is None:
            raise BadRevision(
                f"{path} is not in a work tree of {self.git_dir}",
                "That repository is bare, or its core.worktree is somewhere else.",
            )
        whole = path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()
        for candidate in (whole, path.resolve()):
            if candidate.is_relative_to(self.root):
                inside = candidate.relative_to(self.root).as_posix()
                return "" if inside == "." else inside
        raise BadRevision(f"{path} lies outside the work tree {self.root}")

    def commit(self, name: str) -> Commit:
        """The commit of that full id."""
        if name not in self._commits:
            self._commits[name] = self.objects.commit(name)
        return self._commits[name]

    def resolve(self, revision: str) -> str:
        """The id of the commit that a git revision or a date names.

        A day such as ``2025-11-25`` means the last commit in HEAD's history that was committed before that
        day ended, in UTC; a branch or tag of such a name is reached as ``refs/tags/2025-11-25``. Anything
        else is read as git reads it. Raises BadRevision.
        """
        if _DAY.fullmatch(revision):
            return self._on_day(revision)
        if revision.startswith("-") or _UNSAID.search(revision) or len(revision) > _LONGEST_REF:
            raise BadRevision(f"{revision[:40]!r} cannot be a git revision", _REVISIONS)
        # The text travels on standard input, where nothing can be taken for an option.
        wanted = f"{revision}^{{commit}}\n".encode("utf-8", "surrogateescape")
        answer = self.git.run(["cat-file", "--batch-check=%(objecttype) %(objectname)"], wanted).out
        kind, _, name = answer.decode("utf-8", "replace").strip().partition(" ")
        if kind != "commit" or not _HEX.fullmatch(name):
            raise BadRevision(f'no commit "{revision}" in {self._name}', self.objects.cut or _REVISIONS)
        return name

    @property
    def _name(self) -> str:
        return str(self.root or self.git_dir)

    def _on_day(self, day: str) -> str:
        try:
            start = dt.datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=dt.UTC)
        except ValueError:
            raise BadRevision(f"{day} is not a calendar date", _REVISIONS) from None
        last = int(start.timestamp()) + 86_400 - 1
        head = self.resolve("HEAD")
        commit = self.git.run(["rev-list", "-1", f"--min-age={last}", head, "--"]).out.decode().strip()
        if not commit:
            raise BadRevision(
                f"nothing was committed in {self._name} by the end of {day} (UTC)",
                self.objects.cut or _DAYS,
            )
        return commit

    def entries(self, revision: str, folder: str = "") -> tuple[TreeEntry, ...]:
        """What a folder held at a revision. Raises BadRevision when it was not there."""
        return self.objects.tree(self._walk(revision, folder, FOLDER))

    def list(self, revision: str, folder: str = "") -> tuple[str, ...]:
        """Names of the regular files directly in a folder at a revision."""
        return tuple(entry.name for entry in self.entries(revision, folder) if entry.kind == FILE)

    def blobs(self, revision: str, folder: str = "", suffix: str = "") -> dict[str, str]:
        """The ids of the regular files directly in a folder whose names end in ``suffix``, by name."""
        entries = (e for e in self.entries(revision, folder) if e.kind == FILE and e.name.endswith(suffix))
        return {entry.name: entry.id for entry in entries}

    def read(self, revision: str, path: str) -> bytes:
        """The bytes of a file at a revision. Links and submodules are refused. Raises BadRevision."""
        return self.objects.read(self._walk(revision, path, FILE))

    def _walk(self, revision: str, path: str, kind: int) -> str:
        commit = self.commit(revision if _HEX.fullmatch(revision) else self.resolve(revision))
        entry_found = TreeEntry("", commit.tree, FOLDER)
        for part in PurePosixPath(path).parts:
            inner = self.objects.tree(entry_found.id) if entry_found.kind == FOLDER else ()
            entry_found = next((entry for entry in inner if entry.name == part), TreeEntry("", "", 0))
        if entry_found.kind == kind:
            return entry_found.id
        what = "a regular file" if kind == FILE else "a folder"
        state = f"is not {what}" if entry_found.kind else "is not there"
        raise BadRevision(
            f"{path or 'the top folder'} {state} in commit {commit.id[:10]} of {self._name}",
            "git log -M --stat shows what was there; former names are followed once a rename is committed.",
        )

    def refs(self, *prefixes: str) -> dict[str, GitRef]:
        """The refs under each prefix, by full name; ``*`` is any one part of it. Broken ones are left out."""
        form = "".join(f"%({field})%00" for field in _FIELDS)
        answer = self.git.run(["for-each-ref", f"--format={form}", *prefixes])
        # The path of a work tree may hold line feeds; the one that ends a row stands before the next name.
        words = answer.out.decode("utf-8", "surrogateescape").split("\0")
        rows = zip(*(words[k :: len(_FIELDS)] for k in range(len(_FIELDS))), strict=False)
        return {ref.name: ref for ref in map(_ref, rows)}

    def head(self) -> str | None:
        """The branch that HEAD stands for, by full name, born or not; None when it names a commit itself."""
        answer = self.git.run(["symbolic-ref", "-q", "HEAD"], fine=(0, 1)).out
        return answer.decode("utf-8", "surrogateescape").strip() or None

    def ancestors(self, commit: str) -> frozenset[str]:
        """The ids of a commit and of all commits behind it."""
        return frozenset(self.git.run(["rev-list", commit, "--"]).out.decode().split())

    def name_at(self, path: str, commit: str) -> str | None:
        """What a file of today was called at a commit; None when it was not there as far as git knows.

        A file of the same name is taken for it; else the renames that git finds behind HEAD are followed.
        """
        if self._has(commit, path):
            return path
        start = self._start("HEAD")
        if start is None:
            return None
        with apart(self.common_dir) as git:
            names = (
                name for name, brought in former_names(git, start, path) if reaches(git, commit, brought)
            )
            former = next(names, None)
        return former if former is not None and self._has(commit, former) else None

    def _start(self, revision: str) -> str | None:
        if revision == "HEAD" and not self.git.run(["rev-parse", "--verify", "-q", "HEAD"], fine=(0, 1)).out:
            return None
        return self.resolve(revision)

    def blame_lines(
        self, path: str, revision: str = "HEAD", now: bytes | None = None
    ) -> dict[int, Commit | None]:
        """For each line of a file (from 1) the commit that last touched it, under its former names as well.

        With ``now``, the bytes on disk, the lines are those: one that git does not have yet gets None. They
        are matched to the committed ones here: git would run the repository's filters to read the work tree.
        """
        start = self._start(revision)
        known = self._has(start, path) if start else False
        if start is None or not known:
            return {} if now is None else dict.fromkeys(range(1, len(_lines(now)) + 1))
        with apart(self.common_dir) as git:
            out = git.run(["blame", "--porcelain", "--no-textconv", start, "--", path]).out
        names = [name.decode() for name in _BLAMED.findall(out)]
        committed = [self.commit(name) for name in names]
        if now is None:
            return dict(enumerate(committed, 1))
        return _carried(committed, _lines(self.read(start, path)), _lines(now))

    def _has(self, revision: str, path: str) -> bool:
        try:
            self._walk(revision, path, FILE)
        except BadRevision:
            return False
        return True


_FIELDS = ("refname", "objectname", "objecttype", "*objectname", "*objecttype", "symref", "worktreepath")
_DAYS = "Dates after @ refer to the git history, not to the negotiation; git log shows its commits."
_REVISIONS = "Write a commit, branch or tag (HEAD~3, main), or a day such as 2025-11-25."
_BLAMED = re.compile(rb"^([0-9a-f]{40}) \d+ \d+(?: \d+)?$", re.MULTILINE)


def _ref(row: Sequence[str]) -> GitRef:
    name, target, kind, peeled, peeled_kind, symbolic, tree = row
    commit = target if kind == "commit" else peeled if peeled_kind == "commit" else None
    return GitRef(name.removeprefix("\n"), target, commit, symbolic, tree)


def _lines(data: bytes) -> list[bytes]:
    return [line.rstrip(b"\r") for line in data.removesuffix(b"\n").split(b"\n")] if data else []


def _carried(
    committed: Sequence[Commit], before: Sequence[bytes], now: Sequence[bytes]
) -> dict[int, Commit | None]:
    """Give each line of ``now`` the commit of the equal line it lines up with, None where there is none."""
    commits: dict[int, Commit | None] = dict.fromkeys(range(1, len(now) + 1))
    for old, new in _lined_up(before, now):
        commits[new + 1] = committed[old]
    return commits


def _lined_up(before: Sequence[bytes], now: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Places (0-based) of equal lines in the same order; linear in time, also for many equal lines."""
    head = _alike(before, now)
    tail = _alike(before[head:][::-1], now[head:][::-1])
    yield from ((k, k) for k in range(head))
    old, new = ([line.decode("latin-1") for line in side[head : len(side) - tail]] for side in (before, now))
    for run in common(old, new):
        yield from ((head + run.old + k, head + run.new + k) for k in range(run.size))
    yield from ((len(before) - k, len(now) - k) for k in range(tail, 0, -1))


def _alike(first: Sequence[bytes], second: Sequence[bytes]) -> int:
    """How many lines both begin with."""
    pairs = zip(first, second, strict=False)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
