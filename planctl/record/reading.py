"""Reading the record back: a plan's files out of its branch and tags alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planctl.errors import BadRevision, UnknownName
from planctl.record.history import BRANCHES, FORMER_BRANCHES, HEADER_FILE, History, RecordedVersion
from planctl.record.standing import read_refs, standings_from
from planctl.store import Repository, make_blob

_BRANCH = re.compile(rf"refs/(?:heads|remotes/[^/]+)/(?:{BRANCHES}|{FORMER_BRANCHES})/([^/]+)")


_WHERE = ("refs/heads/", "refs/remotes/*/")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where the record and the files differ: the version, or the plan as a whole when None."""

    version: str | None
    what: str


def recorded_plans(repository: Repository) -> tuple[str, ...]:
    """Names of the plans recorded here, on branches of this repository or of one it was cloned from."""
    prefixes = (f"{where}{name}" for name in (BRANCHES, FORMER_BRANCHES) for where in _WHERE)
    names = repository.refs(*(f"{prefix}/*" for prefix in prefixes))
    matches = (_BRANCH.fullmatch(name) for name in names)
    return tuple(sorted({match[1] for match in matches if match}))


def read_back(repository: Repository, plan: str) -> dict[str, bytes]:
    """A plan's files by name, ``plan.yaml`` first, as the record has them.

    All versions that the newest was made from are on the branch; the others come from tags, so a clone
    without tags lacks them. Raises UnknownName when no such plan is recorded, BadRevision when the branch
    holds commits that ``record`` did not write.
    """
    record = read_refs(repository, plan)
    tip = record.tip
    if tip is None:
        raise UnknownName("recorded plan", plan, "this git repository", recorded_plans(repository))
    tips = [tip, *(ref.commit for ref in record.tags.values() if ref.commit)]
    files = {HEADER_FILE: repository.read(tip, HEADER_FILE)}
    for commit in _walk(repository, tips):
        name, blob = _version_file(repository, commit)
        if name not in files:
            files[name] = repository.objects.read(blob)
    return files


def _walk(repository: Repository, tips: list[str]) -> Iterator[str]:
    """The commits behind the tips, those of an earlier tip first."""
    seen: set[str] = set()
    for tip in tips:
        waiting = [tip]
        while waiting:
            commit = waiting.pop()
            if commit not in seen:
                seen.add(commit)
                yield commit
                waiting.extend(repository.commit(commit).parents)


def _version_file(repository: Repository, commit: str) -> tuple[str, str]:
    entries = {e.name: e.id for e in repository.entries(commit) if e.name.endswith(".yaml")}
    header = entries.pop(HEADER_FILE, None)
    if header is None or len(entries) != 1:
        raise BadRevision(
            f"commit {commit[:10]} is not planctl record's: it should hold plan.yaml and one version",
            "Record the plan again from its folder.",
        )
    return next(iter(entries.items()))


def verify(repository: Repository, history: History) -> tuple[Mismatch, ...]:
    """Where the record differs from the files, byte for byte; nothing when it is the same."""
    return tuple(_mismatches(repository, history))


def _mismatches(repository: Repository, history: History) -> Iterator[Mismatch]:
    record = read_refs(repository, history.plan)
    standings = standings_from(repository, history, record)
    for each in standings:
        if each.state == "not recorded":
            yield Mismatch(each.version, "not recorded")
        elif each.state == "gone":
            yield Mismatch(each.version, "recorded, but its file is gone")
        elif each.state == "changed":
            yield Mismatch(each.version, f"not as recorded: {each.reason}")
    newest = next(step for step in history.steps if step.version == history.newest)
    if record.tip != newest.commit:
        where = f"is not at {history.newest}" if record.tip else "is not there"
        yield Mismatch(None, f"the branch {BRANCHES}/{history.plan} {where}")
    known = {each.version: each.recorded for each in standings}
    whole: set[str] = set()
    for step in history.steps:
        recorded = known[step.version]
        if recorded == step.commit and not _same_bytes(repository, step, whole):
            yield Mismatch(step.version, "its recorded files differ from the files here")


def _same_bytes(repository: Repository, step: RecordedVersion, whole: set[str]) -> bool:
    """Whether a recorded version's files hold the bytes they should; ``whole`` are the ids read before."""
    recorded = repository.blobs(step.commit)
    for name in recorded.values():
        if name not in whole:
            repository.objects.read(name)  # raises when the bytes do not have that id
            whole.add(name)
    return recorded == {name: make_blob(data).id for name, data in step.files.items()}
