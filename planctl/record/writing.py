"""Writing the history: objects first, then all refs at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planctl.errors import Refused
from planctl.record.history import History, former_branch_of, tag_of
from planctl.record.standing import SUPERSEDED, Recorded, Standing, is_ours, look, stand
from planctl.store import Made, Move, Ref, Repository, move


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ``write`` did, or would do: how each version stood before, and the refs that move.

    ``renamed`` is the name that the branch had, where an earlier planctl gave it another.
    """

    plan: str
    branch: str
    newest: str
    standings: tuple[Standing, ...]
    moves: tuple[Move, ...]
    written: bool
    renamed: str | None = None

    @property
    def superseded(self) -> tuple[str, ...]:
        """The refs under which the former history stays reachable."""
        return tuple(each.ref for each in self.moves if each.ref.startswith(SUPERSEDED))


def write(
    repository: Repository,
    history: History,
    *,
    dry_run: bool = False,
    tell: Callable[[Outcome], None] = lambda _: None,
) -> Outcome:
    """Record a history, or say what that would do. Work tree, index, HEAD and configuration stay untouched.

    Objects are stored and synced before the refs move, all in one transaction, so a run that is cut short
    leaves the old history or the new one. What moves stays reachable under ``refs/planctl/superseded/``.
    ``tell`` gets the outcome when only the move itself is left, and stops it by raising: what nobody can be
    shown does not happen.

    Raises Refused when the branch is checked out, a ref of that name is somebody else's, or another process
    moved one meanwhile.
    """
    there = look(repository, history.plan)
    found = stand(repository, history, there)
    moves = _moves(history, there, found)
    renamed = there.former.name if there.former else None
    will_write = bool(moves) and not dry_run
    outcome = Outcome(history.plan, history.branch, history.newest, found, moves, will_write, renamed)
    if moves:
        _check(repository, history, there, moves)
    if outcome.written:
        objects = tuple(_missing(history, found))
        move(repository, moves, "planctl record", objects, history.likes, ready=lambda: tell(outcome))
    else:
        tell(outcome)
    return outcome


def _missing(history: History, found: tuple[Standing, ...]) -> Iterator[Made]:
    whole = {each.version for each in found if each.state == "recorded" and each.tagged}
    for step in history.steps:
        if step.version not in whole:
            yield from history.objects[step.version]


def _moves(history: History, there: Recorded, found: Sequence[Standing]) -> tuple[Move, ...]:
    """The refs to move: first what keeps the former ones reachable, then the tags, the branch last."""
    new = history.refs()
    moving = [
        _from(tag_of(history.plan, each.version), there.tags.get(each.version), new)
        for each in found
        if not each.tagged
    ]
    tip = new[history.branch]
    if there.branch is None or there.branch.target != tip:
        moving.append(_from(history.branch, there.branch, new))
    if there.former is not None:
        moving.append(Move(there.former.name, there.former.target, None))
    former = (_former(history, there, each) for each in moving)
    return (*(each for each in former if each and each.ref not in there.superseded), *moving)


def _from(name: str, ref: Ref | None, new: Mapping[str, str]) -> Move:
    return Move(name, ref.target if ref else None, new.get(name))


def _former(history: History, there: Recorded, moving: Move) -> Move | None:
    """What keeps the object reachable that a ref leaves; None when something else does."""
    if moving.old is None:
        return None
    name = moving.ref.removeprefix(tag_of(history.plan, ""))
    if moving.ref in {history.branch, former_branch_of(history.plan)}:
        # A tip that a tag names too is kept by that tag, or by what the tag leaves behind.
        is_renamed = moving.old == history.refs()[history.branch]
        if is_renamed or any(ref.commit == moving.old for ref in there.tags.values()):
            return None
        name = "@branch"
    return Move(f"{SUPERSEDED}{history.plan}/{name}/{moving.old}", None, moving.old)


def _check(repository: Repository, history: History, there: Recorded, moves: Sequence[Move]) -> None:
    if there.blocking is not None:
        name = there.blocking.name.removeprefix("refs/heads/")
        raise Refused(
            f"a branch called {name} is in the way: git has no room for {name}/{history.plan} beside it",
            f"Give it another name: git branch -m {name} {name}-of-mine",
        )
    for branch, ref in ((history.branch, there.branch), (former_branch_of(history.plan), there.former)):
        used = ref is not None and ref.checked_out
        if repository.root is not None and (used or repository.head() == branch):
            name = branch.removeprefix("refs/heads/")
            raise Refused(
                f"the branch {name} is checked out: recording would move it under your work tree",
                "Switch to another branch first: git switch main",
            )
    changing = {each.ref for each in moves}
    for ref in (there.branch, *there.tags.values()):
        if ref is not None and ref.name in changing:
            _check_ours(repository, ref)


def _check_ours(repository: Repository, ref: Ref) -> None:
    short = ref.name.removeprefix("refs/")
    if ref.symbolic:
        raise Refused(
            f"{short} stands for {ref.symbolic}: it is no record",
            f"Remove it: git symbolic-ref -d {ref.name}",
        )
    if not is_ours(repository, ref):
        raise Refused(
            f"{short} holds something that planctl record did not write",
            "Give it another name, so that it is kept, and run again.",
        )
