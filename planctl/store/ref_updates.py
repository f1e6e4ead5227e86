"""Storing objects and moving refs: all of them or none, and only from where we last saw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planctl.errors import BadRevision, Refused
from planctl.store.bounds import check_refs
from planctl.store.new_objects import NewObject
from planctl.store.packed import Unfit, Value, replace_packed
from planctl.store.packing import pack
from planctl.store.process import cure
from planctl.store.repository import Repository

NOTHING = "0" * 40
"""How git writes the value of a ref that does not exist."""


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """A ref to change: from the object it must name now to the one it shall name; None is "no such ref"."""

    ref: str
    old: str | None
    new: str | None


def check_ref(name: str) -> None:
    """Raise Refused unless git allows the full ref name (git-check-ref-format)."""
    parts = name.split("/")
    bad = any(not part or part.startswith(".") or part.endswith((".lock", ".")) for part in parts)
    if bad or ".." in name or "@{" in name or any(char <= " " or char in "~^:?*[\\\x7f" for char in name):
        raise Refused(
            f'git allows no ref named "{name}"',
            'A name must not hold "..", or end in "." or ".lock": give the version or plan another id.',
        )


def keep(
    repository: Repository, objects: Sequence[NewObject], likes: Mapping[str, str] | None = None
) -> None:
    """Store objects in one pack that git checks and syncs to disk. Nothing refers to them yet.

    ``likes`` gives for some ids that of an object earlier in the row that is much alike, which saves room.
    """
    if objects:
        repository.git.feed(["index-pack", "--stdin", "--strict"], pack(objects, likes or {}))


def update_refs(  # noqa: PLR0913  # one step, and all that goes into it
    repository: Repository,
    updates: Sequence[RefUpdate],
    reason: str,
    objects: Sequence[NewObject] = (),
    likes: Mapping[str, str] | None = None,
    *,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Store objects as ``keep`` does, then move refs, all in one step. Hooks do not run; HEAD and index stay.

    git holds every ref locked at its ``old`` value while the file of packed refs is replaced; it takes the
    locks while the objects are stored. In a repository that keeps its refs otherwise, git does it all in one
    transaction of its own, in the order given.

    ``ready`` is called when all is prepared and only the step itself is left; what it raises stops that.
    Raises Refused, with everything as it was, when a ref is no longer where ``old`` says, another process
    holds it, or its place in the repository leads elsewhere through a link.
    """
    for each in updates:
        check_ref(each.ref)
    check_refs(repository, [each.ref for each in updates])
    once = _Once(ready)
    if (repository.common_dir / "reftable").exists():
        keep(repository, objects, likes)
        _transaction(repository, updates, reason, once)
        return
    try:
        with _locking(repository, updates) as locked:
            keep(repository, objects, likes)
            values = _values(repository, updates, objects)
            locked()
            _replace(repository.common_dir, updates, values, once)
    except Unfit:
        _transaction(repository, updates, reason, once)


class _Once:
    """Calls a function the first time only: the step may have to be tried in two ways."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._waiting = [function]

    def __call__(self) -> None:
        while self._waiting:
            self._waiting.pop()()


def _replace(
    common_dir: Path, updates: Sequence[RefUpdate], values: Mapping[str, Value], ready: Callable[[], None]
) -> None:
    """Put the new values into the file of packed refs; loose refs first move there as they are."""
    loose = [each for each in updates if each.old and (common_dir / each.ref).is_file()]
    if loose:
        replace_packed(common_dir, {each.ref: values[each.old] for each in loose if each.old})
        for each in loose:
            (common_dir / each.ref).unlink()
    replace_packed(common_dir, {each.ref: values[each.new] if each.new else None for each in updates}, ready)


def _values(
    repository: Repository, updates: Sequence[RefUpdate], kept: Sequence[NewObject]
) -> dict[str, Value]:
    """The objects that refs name or shall name, with what tags point to; git gives what was not stored.

    Raises BadRevision when one is missing.
    """
    values = {stored.id: Value(stored.id, stored.behind) for stored in kept}
    wanted = dict.fromkeys(name for each in updates for name in (each.old, each.new) if name)
    names = [name for name in wanted if name not in values]
    return values | _looked_up(repository, names) if names else values


def _looked_up(repository: Repository, names: Sequence[str]) -> dict[str, Value]:
    questions = "".join(f"{name}^{{}}\n" for name in names).encode()
    answer = repository.git.run(
        ["cat-file", "--batch-check=%(objectname) %(objecttype)"], questions
    ).out.decode()
    values = {}
    for name, line in zip(names, answer.splitlines(), strict=True):
        behind, _, kind = line.partition(" ")
        if kind not in {"commit", "tree", "blob"}:
            raise BadRevision(f"object {name} is not in the git repository", "git fsck may show more.")
        values[name] = Value(name, behind if behind != name else None)
    return values


@contextmanager
def _locking(repository: Repository, updates: Sequence[RefUpdate]) -> Iterator[Callable[[], None]]:
    """git taking locks on the refs, each at its ``old`` value; it lets go of them when we do, or die.

    Gives a function that waits until git holds them all, and raises when it cannot.
    """
    lines = [f"option no-deref\0verify {each.ref}\0{each.old or NOTHING}\0" for each in updates]
    script = "".join(["start\0", *lines, "prepare\0"]).encode()
    with repository.git.session(["update-ref", "--stdin", "-z"]) as process:
        process.send(script)

        def locked() -> None:
            if process.receive(answers=2) != ["start: ok", "prepare: ok"]:
                raise _refusal(process.complaint())

        yield locked
        process.send(b"abort\0")
        process.receive(answers=1)


def _transaction(
    repository: Repository, updates: Sequence[RefUpdate], reason: str, ready: Callable[[], None]
) -> None:
    lines = [f"option no-deref\0update {m.ref}\0{m.new or NOTHING}\0{m.old or NOTHING}\0" for m in updates]
    script = "".join(["start\0", *lines, "prepare\0"]).encode()
    with repository.git.session(["update-ref", "-m", reason, "--stdin", "-z"]) as process:
        process.send(script)
        if process.receive(answers=2) != ["start: ok", "prepare: ok"]:
            raise _refusal(process.complaint())
        ready()
        process.send(b"commit\0")
        if process.receive(answers=1) != ["commit: ok"]:
            raise _refusal(process.complaint())


def _refusal(message: str) -> Refused | BadRevision:
    if ".lock'" in message and "File exists" in message:
        return Refused(
            f"another git process is changing the same refs: {message}",
            "Wait for it and try again; if none is running, remove the lock file named above.",
        )
    if "cannot create" in message:
        return Refused(f"a ref is in the way: {message}", "Give it another name to keep it, then try again.")
    gone = "unable to resolve reference" in message and "broken" not in message
    if gone or "but expected" in message or "already exists" in message:
        return Refused(
            f"another process changed the refs in the meantime; nothing was written: {message}",
            "Run the command again to see the current state.",
        )
    return BadRevision(f"git could not update the refs; none was changed: {message}", cure(message))
