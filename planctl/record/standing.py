"""How a plan's versions stand in the record: recorded, changed since, not recorded, gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planctl.errors import BadRevision
from planctl.record.history import (
    BRANCHES,
    DOMAIN,
    FORMER_BRANCHES,
    HEADER_FILE,
    History,
    RecordedVersion,
    branch_of,
    former_branch_of,
    tag_of,
)
from planctl.store import GitRef, Repository

RecordState = Literal["recorded", "changed", "not recorded", "gone"]
"""Whether the record has a version as its file is now; ``gone`` is a recorded version without a file."""


SUPERSEDED = "refs/planctl/superseded/"
"""Where refs that moved leave what they named: ``<plan>/<version>/<id of the former tag>``."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a version stands: the id its commit should have, the one recorded, and why they differ.

    ``why`` names what changed: the version's file, ``plan.yaml``, or versions it was made from; it is empty
    when only the way planctl writes commits did. ``tagged``: the tag is there and the one it should be.
    """

    version: str
    state: RecordState
    commit: str | None = None
    recorded: str | None = None
    why: tuple[str, ...] = ()
    tagged: bool = False

    @property
    def reason(self) -> str:
        """Why a changed version's ids differ, in words."""
        files = [name for name in self.why if name.endswith(".yaml")]
        earlier = [name for name in self.why if name not in files]
        parts = [f"{' and '.join(files)} changed"] if files else []
        parts += [f"made from {', '.join(earlier)}"] if earlier else []
        return "; ".join(parts) or "planctl now writes commits in a different form"


@dataclass(frozen=True)
class RecordRefs:
    """The refs of a plan's record: its branch, its tags by version, and those that keep what was superseded.

    ``former`` is the branch under the name that an earlier planctl gave it, ``copies`` are the branches of
    either name in the repositories that this one was cloned from. ``blocking`` is a branch whose name leaves
    no room for the plan's.
    """

    plan: str
    branch: GitRef | None
    tags: Mapping[str, GitRef]
    copies: tuple[GitRef, ...]
    superseded: frozenset[str]
    former: GitRef | None = None
    blocking: GitRef | None = None

    @property
    def tip(self) -> str | None:
        """The commit of the branch; in a clone without it, that of the branch it came from."""
        here = self.branch or self.former
        if here is not None:
            return here.commit
        tips = {ref.commit for ref in self.copies}
        if len(tips) > 1:
            raise BadRevision(
                f"the remotes of this repository disagree about {BRANCHES}/{self.plan}",
                f"Choose one: git branch {BRANCHES}/{self.plan} REMOTE/{BRANCHES}/{self.plan}",
            )
        return next(iter(tips), None)


def read_refs(repository: Repository, plan: str) -> RecordRefs:
    """What the repository's refs say of a plan's record."""
    tags, kept = tag_of(plan, ""), f"{SUPERSEDED}{plan}/"
    remotes = [f"refs/remotes/*/{branches}/{plan}" for branches in (BRANCHES, FORMER_BRANCHES)]
    around = f"refs/heads/{BRANCHES}"
    former = former_branch_of(plan)
    refs = repository.refs(around, former, tags, kept, *remotes)
    before = refs.get(former)
    return RecordRefs(
        plan,
        refs.get(branch_of(plan)),
        {name.removeprefix(tags): ref for name, ref in refs.items() if name.startswith(tags)},
        tuple(ref for name, ref in refs.items() if name.startswith("refs/remotes/")),
        frozenset(name for name in refs if name.startswith(kept)),
        before if before and not before.symbolic and is_ours(repository, before) else None,
        refs.get(around),
    )


def standings(repository: Repository, history: History) -> tuple[Standing, ...]:
    """How each version stands in the record; recorded versions whose files are gone come last."""
    return standings_from(repository, history, read_refs(repository, history.plan))


def standings_from(repository: Repository, history: History, record: RecordRefs) -> tuple[Standing, ...]:
    """``standings`` for refs that have been read already."""
    untagged = any(step.version not in record.tags for step in history.steps)
    reached = repository.ancestors(record.tip) if untagged and record.tip else frozenset[str]()
    current = (
        _standing(repository, history, step, record.tags.get(step.version), reached) for step in history.steps
    )
    return (*current, *_gone(repository, history, record))


def _standing(
    repository: Repository,
    history: History,
    step: RecordedVersion,
    tag: GitRef | None,
    reached: frozenset[str],
) -> Standing:
    # A tag of the right commit will do: somebody may have signed it.
    tagged = tag is not None and tag.commit == step.commit
    if tagged or (tag is None and step.commit in reached):
        return Standing(step.version, "recorded", step.commit, step.commit, tagged=tagged)
    if tag is None or tag.commit is None:
        return Standing(step.version, "not recorded", step.commit)
    why = tuple(_reasons(repository, history, step, tag.commit))
    return Standing(step.version, "changed", step.commit, tag.commit, why)


def _gone(repository: Repository, history: History, record: RecordRefs) -> Iterator[Standing]:
    wanted = {step.version for step in history.steps}
    for version, ref in record.tags.items():
        # A tag that a person put on a recorded commit, under a name of their own, is left alone.
        if version not in wanted and is_ours(repository, ref) and _holds(repository, ref, version):
            yield Standing(version, "gone", recorded=ref.commit)


def _holds(repository: Repository, ref: GitRef, version: str) -> bool:
    return ref.commit is not None and f"{version}.yaml" in repository.list(ref.commit)


def _reasons(repository: Repository, history: History, step: RecordedVersion, recorded: str) -> Iterator[str]:
    before = repository.commit(recorded)
    blobs = {entry.name: entry.id for entry in repository.entries(recorded)}
    now = {made.id for made in history.objects[step.version]}
    for name in (f"{step.version}.yaml", HEADER_FILE):
        if blobs.get(name) not in now:
            yield name
    fresh = set(step.parents) - set(before.parents)
    yield from (earlier.version for earlier in history.steps if earlier.commit in fresh)


def is_ours(repository: Repository, ref: GitRef) -> bool:
    """Whether a ref names a commit that ``record`` wrote, by its author's address."""
    return ref.commit is not None and repository.commit(ref.commit).email.endswith(f"@{DOMAIN}")
