"""How a plan's versions stand in the record: recorded, changed since, not recorded, gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planctl.errors import BadRevision
from planctl.record.history import DOMAIN, HEADER_FILE, History, Step, branch_of, tag_of
from planctl.store import Ref, Repository

State = Literal["recorded", "changed", "not recorded", "gone"]
"""Whether the record has a version as its file is now; ``gone`` is a recorded version without a file."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a version stands: the id its commit should have, the one recorded, and why they differ.

    ``why`` names what changed: the version's file, ``plan.yaml``, or versions it was made from; it is empty
    when only the way planctl writes commits did. ``tagged``: the tag is there and the one it should be.
    """

    version: str
    state: State
    commit: str | None = None
    recorded: str | None = None
    why: tuple[str, ...] = ()
    tagged: bool = False

    @property
    def reason(self) -> str:
        """Why a changed version's ids differ, in words."""
        files = [name for name in self.why if name.endswith(".yaml")]
        earlier = [name for name in self.why if name not in files]
        said = [f"{' and '.join(files)} changed"] if files else []
        said += [f"made from {', '.join(earlier)}"] if earlier else []
        return "; ".join(said) or "planctl writes commits in another form"


def standings(repository: Repository, history: History) -> tuple[Standing, ...]:
    """How each version stands in the record; recorded versions whose files are gone come last."""
    return stand(repository, history, recorded_refs(repository, history.plan))


def recorded_refs(repository: Repository, plan: str) -> dict[str, Ref]:
    """The branch and the tags of a plan, by full name, as far as they are there."""
    return repository.refs(branch_of(plan), f"refs/tags/{plan}/")


def recorded_tip(repository: Repository, plan: str) -> str | None:
    """The commit that the plan's branch points at; in a clone without that branch, the one it came from."""
    branch = repository.refs(branch_of(plan)).get(branch_of(plan))
    if branch is not None:
        return branch.commit
    copies = repository.refs("refs/remotes/")
    tips = {ref.commit for name, ref in copies.items() if name.split("/", 3)[3:] == [f"plans/{plan}"]}
    if len(tips) > 1:
        raise BadRevision(
            f"the remotes of this repository disagree about plans/{plan}",
            f"Take one: git branch plans/{plan} REMOTE/plans/{plan}",
        )
    return next(iter(tips), None)


def stand(repository: Repository, history: History, there: Mapping[str, Ref]) -> tuple[Standing, ...]:
    """``standings`` for refs that were read before."""
    tags = {step.version: there.get(tag_of(history.plan, step.version)) for step in history.steps}
    tip = recorded_tip(repository, history.plan) if None in tags.values() else None
    reached = repository.ancestors(tip) if tip else frozenset[str]()
    found = (_one(repository, history, step, tags[step.version], reached) for step in history.steps)
    return (*found, *_gone(repository, history, there))


def _one(
    repository: Repository, history: History, step: Step, tag: Ref | None, reached: frozenset[str]
) -> Standing:
    tagged = tag is not None and tag.target == step.tag
    if tagged or (tag is None and step.commit in reached):
        return Standing(step.version, "recorded", step.commit, step.commit, tagged=tagged)
    if tag is None or tag.commit is None:
        return Standing(step.version, "not recorded", step.commit)
    why = tuple(_reasons(repository, history, step, tag.commit))
    return Standing(step.version, "changed", step.commit, tag.commit, why)


def _gone(repository: Repository, history: History, there: Mapping[str, Ref]) -> Iterator[Standing]:
    wanted = {history.branch, *(tag_of(history.plan, step.version) for step in history.steps)}
    for name, ref in there.items():
        if name not in wanted and is_ours(repository, ref):
            version = name.removeprefix(tag_of(history.plan, ""))
            # A tag that a person put on a recorded commit, under a name of their own, is left alone.
            if f"{version}.yaml" not in repository.list(ref.commit or ""):
                continue
            yield Standing(version, "gone", recorded=ref.commit)


def _reasons(repository: Repository, history: History, step: Step, recorded: str) -> Iterator[str]:
    before = repository.commit(recorded)
    blobs = {entry.name: entry.id for entry in repository.entries(recorded)}
    now = {made.id for made in history.objects[step.version]}
    for name in (f"{step.version}.yaml", HEADER_FILE):
        if blobs.get(name) not in now:
            yield name
    fresh = set(step.parents) - set(before.parents)
    yield from (earlier.version for earlier in history.steps if earlier.commit in fresh)


def is_ours(repository: Repository, ref: Ref) -> bool:
    """Whether a ref names a commit that ``record`` wrote, by its author's address."""
    return ref.commit is not None and repository.commit(ref.commit).email.endswith(f"@{DOMAIN}")
