"""Storing objects and moving refs: all of them or none, and only from where we last saw them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from planctl.errors import BadRevision, Refused
from planctl.store.making import Made
from planctl.store.packing import pack
from planctl.store.repository import Repository

NOTHING = "0" * 40
"""How git writes the value of a ref that does not exist."""


_SPARING = "core.fsyncMethod=writeout-only"
"""Each ref goes out to the disk, which is flushed once at the end: 201 refs in 0.08 s rather than 0.8 s."""


@dataclass(frozen=True, slots=True)
class Move:
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


def keep(repository: Repository, objects: Sequence[Made], likes: Mapping[str, str] | None = None) -> None:
    """Store objects in one pack that git checks and syncs to disk. Nothing refers to them yet.

    ``likes`` gives for some ids that of an object earlier in the row that is much alike, which saves room.
    """
    if objects:
        repository.git.run(["index-pack", "--stdin", "--strict"], pack(objects, likes or {}))


def move(repository: Repository, moves: Sequence[Move], why: str) -> None:
    """Move refs in one transaction, in the order given. Hooks do not run; HEAD and the index stay.

    Raises Refused, with everything as it was, when a ref is no longer where ``old`` says, another process
    holds it, or its place in the repository leads elsewhere through a link.
    """
    for each in moves:
        check_ref(each.ref)
        _stays_inside(repository, each.ref)
    lines = [f"{_order(each)}\0" for each in moves]
    script = "".join(["start\0", *lines, "prepare\0", "commit\0"]).encode()
    command = ["update-ref", "-m", why, "--stdin", "-z"]
    answer = repository.git.run(command, script, fine=range(256), settings=[_SPARING], alone=True)
    if answer.code:
        raise _refusal(answer.said)
    _flush(repository.common_dir / moves[-1].ref)


def _flush(written: Path) -> None:
    """One flush to disk after the last ref takes the others with it, as git does in its mode "batch"."""
    with suppress(OSError), written.open("r+b") as file:
        os.fsync(file.fileno())


def _order(wanted: Move) -> str:
    return f"option no-deref\0update {wanted.ref}\0{wanted.new or NOTHING}\0{wanted.old or NOTHING}"


def _stays_inside(repository: Repository, ref: str) -> None:
    for top in (repository.common_dir, repository.common_dir / "logs"):
        place = top
        for part in PurePosixPath(ref).parts:
            place = place / part
            if place.is_symlink():
                raise Refused(
                    f"{place} is a symbolic link: writing {ref} would write where it points",
                    "Replace the link by what it points to, or remove it.",
                )


def _refusal(said: str) -> Refused | BadRevision:
    if ".lock'" in said:
        return Refused(
            f"another git process is changing the same refs: {said}",
            "Wait for it and run again; if none is running, remove the lock file that is named.",
        )
    if "cannot lock ref" in said or "already exists" in said:
        return Refused(
            f"another process changed the refs meanwhile, nothing of ours was written: {said}",
            "Run again to see where things stand now.",
        )
    return BadRevision(
        f"git could not move the refs, all stay as they were: {said}", "git fsck may say more."
    )
