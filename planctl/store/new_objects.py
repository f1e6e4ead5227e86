"""git objects as bytes: the same words always make the same object, on any machine, so an id can be cited.

The forms are git's own (gitformat-pack, git hash-object): nothing of the machine, its clock or its
configuration goes in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planctl.store.objects import object_id

_UNNAMED = re.compile(r"[<>\x00-\x1f\x7f]+")


@dataclass(frozen=True)
class NewObject:
    """An object that is not stored yet: its kind (commit, tree, blob, tag) and its bytes."""

    kind: str
    data: bytes

    @cached_property
    def id(self) -> str:
        """The id it will have."""
        return object_id(self.kind, self.data)

    @property
    def behind(self) -> str | None:
        """The id of the commit that a tag names; None for what is no tag."""
        return self.data[7:47].decode() if self.kind == "tag" else None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who wrote a commit and when: a name, an address, and seconds since 1970 in UTC."""

    name: str
    email: str
    when: int

    def __str__(self) -> str:
        name = " ".join(_UNNAMED.sub(" ", self.name).split()) or "unknown"
        email = "".join(_UNNAMED.sub("", self.email).split())
        return f"{name} <{email}> {self.when} +0000"


def make_blob(data: bytes) -> NewObject:
    """A file."""
    return NewObject("blob", data)


def make_tree(files: Mapping[str, str]) -> NewObject:
    """A folder of regular files: ids by name."""
    lines = ((name.encode(), bytes.fromhex(blob)) for name, blob in files.items())
    return NewObject("tree", b"".join(b"100644 %s\0%s" % line for line in sorted(lines)))


def make_commit(tree: str, parents: Sequence[str], signature: Signature, message: str) -> NewObject:
    """A commit; author and committer are the same."""
    head = [
        f"tree {tree}",
        *(f"parent {p}" for p in parents),
        f"author {signature}",
        f"committer {signature}",
    ]
    return NewObject("commit", _encoded(head, message))


def make_tag(name: str, commit: str, signature: Signature, message: str) -> NewObject:
    """An annotated tag on a commit."""
    return NewObject(
        "tag", _encoded([f"object {commit}", "type commit", f"tag {name}", f"tagger {signature}"], message)
    )


def _encoded(head: Sequence[str], message: str) -> bytes:
    body = message.replace("\0", " ").strip("\n") + "\n"
    return "\n".join([*head, "", body]).encode("utf-8", "backslashreplace")
