"""Writing the history: objects first, then all refs at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planctl.errors import Refused
from planctl.record.history import History, former_branch_of, tag_of
from planctl.record.standing import SUPERSEDED, RecordRefs, Standing, is_ours, read_refs, standings_from
from planctl.store import GitRef, NewObject, RefUpdate, Repository, update_refs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ``write`` did, or would do: how each version stood before, and the refs that move.

    ``renamed`` is the name that the branch had, where an earlier planctl gave it another.
    """

    plan: str
    branch: str
    newest: str
    standings: tuple[Standing, ...]
    updates: tuple[RefUpdate, ...]
    written: bool
    renamed: str | None = None

    @property
    def superseded(self) -> tuple[str, ...]:
        """The refs under which the former history stays reachable."""
        return tuple(each.ref for each in self.updates if each.ref.startswith(SUPERSEDED))


def write(
    repository: Repository,
    history: History,
    *,
    dry_run: bool = False,
    report: Callable[[Outcome], None] = lambda _: None,
) -> Outcome:
    """Record a history, or say what that would do. Work tree, index, HEAD and configuration stay untouched.

    Objects are stored and synced before the refs move, all in one transaction, so a run that is cut short
    leaves the old history or the new one. What moves stays reachable under ``refs/planctl/superseded/``.
    ``report`` gets the outcome when only the update itself is left, and stops it by raising: what cannot
    be shown does not happen.

    Raises Refused when the branch is checked out, a ref of that name is somebody else's, or another process
    moved one meanwhile.
    """
    record = read_refs(repository, history.plan)
    standings = standings_from(repository, history, record)
    updates = _updates(history, record, standings)
    renamed = record.former.name if record.former else None
    will_write = bool(updates) and not dry_run
    outcome = Outcome(history.plan, history.branch, history.newest, standings, updates, will_write, renamed)
    if updates:
        _check(repository, history, record, updates)
    if outcome.written:
        objects = tuple(_missing(history, standings))
        update_refs(
            repository, updates, "planctl record", objects, history.likes, ready=lambda: report(outcome)
        )
    else:
        report(outcome)
    return outcome


def _missing(history: History, standings: tuple[Standing, ...]) -> Iterator[NewObject]:
    whole = {each.version for each in standings if each.state == "recorded" and each.tagged}
    for step in history.steps:
        if step.version not in whole:
            yield from history.objects[step.version]


def _updates(history: History, record: RecordRefs, standings: Sequence[Standing]) -> tuple[RefUpdate, ...]:
    """The refs to move: first what keeps the former ones reachable, then the tags, the branch last."""
    new = history.refs()
    updates = [
        _from(tag_of(history.plan, each.version), record.tags.get(each.version), new)
        for each in standings
        if not each.tagged
    ]
    tip = new[history.branch]
    if record.branch is None or record.branch.target != tip:
        updates.append(_from(history.branch, record.branch, new))
    if record.former is not None:
        updates.append(RefUpdate(record.former.name, record.former.target, None))
    former = (_former(history, record, each) for each in updates)
    return (*(each for each in former if each and each.ref not in record.superseded), *updates)


def _from(name: str, ref: GitRef | None, new: Mapping[str, str]) -> RefUpdate:
    return RefUpdate(name, ref.target if ref else None, new.get(name))


def _former(history: History, record: RecordRefs, update: RefUpdate) -> RefUpdate | None:
    """What keeps the object reachable that a ref leaves; None when something else does."""
    if update.old is None:
        return None
    name = update.ref.removeprefix(tag_of(history.plan, ""))
    if update.ref in {history.branch, former_branch_of(history.plan)}:
        # A tip that a tag names too is kept by that tag, or by what the tag leaves behind.
        is_renamed = update.old == history.refs()[history.branch]
        if is_renamed or any(ref.commit == update.old for ref in record.tags.values()):
            return None
        name = "@branch"
    return RefUpdate(f"{SUPERSEDED}{history.plan}/{name}/{update.old}", None, update.old)


def _check(
    repository: Repository, history: History, record: RecordRefs, updates: Sequence[RefUpdate]
) -> None:
    if record.blocking is not None:
        name = record.blocking.name.removeprefix("refs/heads/")
        raise Refused(
            f"a branch called {name} is in the way: git has no room for {name}/{history.plan} beside it",
            f"Give it another name: git branch -m {name} {name}-of-mine",
        )
    for branch, ref in ((history.branch, record.branch), (former_branch_of(history.plan), record.former)):
        used = ref is not None and ref.checked_out
        if repository.root is not None and (used or repository.head() == branch):
            name = branch.removeprefix("refs/heads/")
            raise Refused(
                f"the branch {name} is checked out: recording would move it under your work tree",
                "Switch to another branch first: git switch main",
            )
    changing = {each.ref for each in updates}
    for ref in (record.branch, *record.tags.values()):
        if ref is not None and ref.name in changing:
            _check_ours(repository, ref)


def _check_ours(repository: Repository, ref: GitRef) -> None:
    short = ref.name.removeprefix("refs/")
    if ref.symbolic:
        raise Refused(
            f"{short} is a symbolic ref to {ref.symbolic}, not a record",
            f"Remove it: git symbolic-ref -d {ref.name}",
        )
    if not is_ours(repository, ref):
        raise Refused(
            f"{short} holds something that planctl record did not write",
            "Give it another name to keep it, then try again.",
        )
