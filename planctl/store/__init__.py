"""git as the store: files at a revision, commits, and objects and refs written whole or not at all.

Knows nothing of plans. Everything in a repository is foreign matter: nothing it configures is run, and what
a person typed never stands on a git command line.
"""

from planctl.store.commits import Commit
from planctl.store.configuring import Setup
from planctl.store.discovery import open_at
from planctl.store.making import Hand, Made, make_blob, make_commit, make_tag, make_tree
from planctl.store.moving import Move, check_ref, keep, move
from planctl.store.objects import Entry
from planctl.store.repository import Ref, Repository

__all__ = [
    "Commit",
    "Entry",
    "Hand",
    "Made",
    "Move",
    "Ref",
    "Repository",
    "Setup",
    "check_ref",
    "keep",
    "make_blob",
    "make_commit",
    "make_tag",
    "make_tree",
    "move",
    "open_at",
]
